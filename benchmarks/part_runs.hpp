// SPDX-License-Identifier: Apache-2.0
// What the parts cost: seconds by Google Benchmark, instructions by callgrind where valgrind is installed.
#pragma once

#include "benchmarks/report.hpp"

namespace indus::bench {

/// Runs the program indus_bench that lies beside this one, and fills `parts` and `instructions_missing`. Throws
/// std::runtime_error when it fails.
void measure_parts(Report& report);

}  // namespace indus::bench
