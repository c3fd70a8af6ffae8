// SPDX-License-Identifier: Apache-2.0
// The options with which every verb that reads a case finds it, and the reading itself.
#pragma once

#include "cli/verb.hpp"
#include "inputs/read_case.hpp"

namespace indus::cli {

/// Adds CASE, --scenario, --from and --hours.
void add_case_options(po::options_description& options, po::positional_options_description& positions);

/// Reads the case, or prints every problem to stderr and returns a case without a system.
/// Throws UsageError for wrong options.
inputs::LoadedCase load_case(const po::variables_map& values);

}  // namespace indus::cli
