// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/noise.hpp"

#include <array>
#include <cmath>
#include <random>

namespace indus::inputs {

namespace {

/// FNV-1a, so that streams of different names are independent.
std::uint64_t hash(std::string_view text) {
    std::uint64_t value = 14695981039346656037ULL;
    for (const char letter : text) value = (value ^ static_cast<unsigned char>(letter)) * 1099511628211ULL;
    return value;
}

/// A uniform number in (0, 1) of 53 bits.
double uniform(std::mt19937_64& generator) { return (static_cast<double>(generator() >> 11U) + 0.5) * 0x1.0p-53; }

template <std::size_t n>
double polynomial(const std::array<double, n>& coefficients, double x) {
    double value = 0.0;
    for (const double coefficient : coefficients) value = value * x + coefficient;
    return value;
}

}  // namespace

// Rational approximation of P. J. Acklam; relative error below 1.2e-9.
double normal_quantile(double p) {
    constexpr std::array a{-3.969683028665376e+01, 2.209460984245205e+02,  -2.759285104469687e+02,
                           1.383577518672690e+02,  -3.066479806614716e+01, 2.506628277459239e+00};
    constexpr std::array b{-5.447609879822406e+01, 1.615858368580409e+02,  -1.556989798598866e+02,
                           6.680131188771972e+01,  -1.328068155288572e+01, 1.0};
    constexpr std::array c{-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00,
                           -2.549732539343734e+00, 4.374664141464968e+00,  2.938163982698783e+00};
    constexpr std::array d{7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00,
                           1.0};
    constexpr double tail = 0.02425;
    if (p < tail || p > 1.0 - tail) {
        const double q = std::sqrt(-2.0 * std::log(p < tail ? p : 1.0 - p));
        const double x = polynomial(c, q) / polynomial(d, q);
        return p < tail ? x : -x;
    }
    const double q = p - 0.5;
    return polynomial(a, q * q) * q / polynomial(b, q * q);
}

double normal_probability(double x) { return 0.5 * std::erfc(-x / std::sqrt(2.0)); }

std::vector<double> Noise::draw(std::string_view stream, double memory, int before, int count) const {
    std::mt19937_64 generator{seed_ ^ hash(stream)};
    const double kept = std::exp(-1.0 / memory);
    const double fresh = std::sqrt(1.0 - kept * kept);
    double x = normal_quantile(uniform(generator));
    std::vector<double> values;
    values.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < before + count; ++i) {
        if (i >= before) values.push_back(x);
        x = kept * x + fresh * normal_quantile(uniform(generator));
    }
    return values;
}

std::vector<double> Noise::hourly(std::string_view stream, double memory_hours) const {
    const auto before = static_cast<int>((span_->first() - epoch).count());
    return draw(stream, memory_hours, 24 * before, span_->hours());
}

std::vector<double> Noise::daily(std::string_view stream, double memory_days) const {
    const auto before = static_cast<int>((span_->first() - epoch).count());
    return draw(stream, memory_days, before, span_->days());
}

std::vector<double> mix(const std::vector<double>& common, const std::vector<double>& own, double share) {
    std::vector<double> values(own.size());
    for (std::size_t i = 0; i < own.size(); ++i) {
        values[i] = std::sqrt(share) * common[i] + std::sqrt(1.0 - share) * own[i];
    }
    return values;
}

}  // namespace indus::inputs
