// SPDX-License-Identifier: Apache-2.0
// The results as Markdown, a line at a time as they come.
#pragma once

#include <string>

#include "benchmarks/report.hpp"

namespace indus::bench {

std::string parts_table(const Report& report);

std::string instances_head();
std::string instance_line(const Result& result, double limit_seconds);

std::string growth_table(const Report& report);

}  // namespace indus::bench
