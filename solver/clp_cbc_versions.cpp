// SPDX-License-Identifier: Apache-2.0
#include <CbcConfig.h>
#include <ClpConfig.h>
#include <fmt/format.h>

#include "solver/solver.hpp"

namespace indus::solver {

std::vector<std::string> library_versions() {
    return {fmt::format("Cbc {}", CBC_VERSION), fmt::format("Clp {}", CLP_VERSION)};
}

}  // namespace indus::solver
