// SPDX-License-Identifier: Apache-2.0
// One search of one instance, in this process or in one of its own.
#pragma once

#include <string>

#include "benchmarks/report.hpp"

namespace indus::bench {

/// Reads, builds and searches. Times count from the call; from then on the process may take no more memory than the
/// machine has. Throws what reading and searching throw.
Run run_here(const std::string& instance, const std::string& method, double gap, double limit_seconds);

/// The same by this program, called with --one METHOD --gaps GAP --limit LIMIT INSTANCE, which prints the run as a line
/// of JSON. What fails comes back as `error`.
Run run_in_a_process(const std::string& instance, const std::string& method, double gap, double limit_seconds);

}  // namespace indus::bench
