// SPDX-License-Identifier: Apache-2.0
// Weather noise that is the same on every machine and in every run, and does not depend on the window.
//
// A stream is a first-order autoregressive process of unit variance, x[i] = f x[i-1] + sqrt(1 - f f) e[i]
// with f = exp(-1 / memory). It begins at a fixed epoch, long before any window; e is drawn from a Mersenne
// twister (std::mt19937_64, whose output the standard fixes) seeded by the case's seed and the stream's
// name, through the inverse of the normal distribution written out here (std::normal_distribution differs
// between libraries).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "inputs/profiles/span.hpp"

namespace indus::inputs {

class Noise {
public:
    /// First day of every stream; spans begin on or after it.
    static constexpr std::chrono::local_days epoch{std::chrono::year{2020} / 1 / 1};

    Noise(std::uint64_t seed, const Span& span) : seed_{seed}, span_{&span} {}

    /// One value per hour of the span; `memory_hours` is the time in which correlation falls to 1/e.
    std::vector<double> hourly(std::string_view stream, double memory_hours) const;
    /// One value per day of the span.
    std::vector<double> daily(std::string_view stream, double memory_days) const;

private:
    std::vector<double> draw(std::string_view stream, double memory, int before, int count) const;
    std::uint64_t seed_;
    const Span* span_;
};

/// The number below which a standard normal variable lies with probability p, 0 < p < 1.
double normal_quantile(double p);
/// Probability that a standard normal variable lies below x.
double normal_probability(double x);

/// share of one stream and the rest of another, with unit variance kept.
std::vector<double> mix(const std::vector<double>& common, const std::vector<double>& own, double share);

}  // namespace indus::inputs
