// SPDX-License-Identifier: Apache-2.0
#include "readers.hpp"

#include <array>

namespace indus::tests {

namespace {

constexpr std::array<FuzzReader, 12> all{{{"settings", fuzz_settings},
                                          {"scenario", fuzz_scenario},
                                          {"table", fuzz_table},
                                          {"series", fuzz_series},
                                          {"profiles", fuzz_profiles},
                                          {"import", fuzz_import},
                                          {"stored", fuzz_stored},
                                          {"gzip", fuzz_gzip},
                                          {"mps", fuzz_mps},
                                          {"glpsol", fuzz_glpsol},
                                          {"highs", fuzz_highs},
                                          {"scip", fuzz_scip}}};

}  // namespace

std::span<const FuzzReader> fuzz_readers() { return all; }

}  // namespace indus::tests
