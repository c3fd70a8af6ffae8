// SPDX-License-Identifier: Apache-2.0
// The runs of an instance at a gap, earlier and later, and what has become worse between them beyond noise.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "benchmarks/report.hpp"

namespace indus::bench {

/// Of the runs by the method chosen by itself, one entry each.
struct Measured {
    std::vector<double> seconds{};  ///< to the gap, or the limit
    std::vector<double> ratio{};    ///< plain Cbc's seconds by these, where either came to the gap
    std::vector<double> cpu_seconds{}, peak_mb{}, cost{}, bound{};
    bool is_proven = true;  ///< the gap, by each run
    bool is_feasible = true;
    std::optional<std::string> error{};

    Measured(const Result& result, double limit_seconds);
    bool was_run() const { return !seconds.empty() || error; }
};

double least(const std::vector<double>& values);
double most(const std::vector<double>& values);
double median(std::vector<double> values);

/// Whether `now` is slower than `before` beyond noise; compare.hpp says when. Swapped: whether it is faster.
bool is_slower(const Measured& before, const Measured& now);

/// Whether more turns should look into it: much slower, or a worse point or bound at the limit.
bool may_be_worse(const Measured& before, const Measured& now, double gap);

/// A sentence each, without the instance's name. Times and memory are judged on the same machine only.
std::vector<std::string> worsened(const Measured& before, const Measured& now, double gap, bool same_machine);

}  // namespace indus::bench
