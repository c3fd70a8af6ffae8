// SPDX-License-Identifier: Apache-2.0
#include "model/answers/convex_function.hpp"

#include <algorithm>
#include <cmath>

namespace indus::model {

double ConvexFunction::operator()(double at) const {
    const auto above = std::upper_bound(x.begin(), x.end(), at);
    if (above == x.begin()) return y.front();
    if (above == x.end()) return y.back();
    const auto k = static_cast<std::size_t>(above - x.begin());
    return y[k - 1] + (y[k] - y[k - 1]) * (at - x[k - 1]) / (x[k] - x[k - 1]);
}

std::size_t ConvexFunction::lowest() const {
    return static_cast<std::size_t>(std::min_element(y.begin(), y.end()) - y.begin());
}

bool ConvexFunction::is_above(const ConvexFunction& other) const {
    if (is_empty()) return true;
    if (other.is_empty() || other.first() > first() || other.last() < last()) return false;
    for (std::size_t k = 0; k < x.size(); ++k)
        if (y[k] < other(x[k])) return false;
    for (std::size_t k = 0; k < other.x.size(); ++k)
        if (other.x[k] > first() && other.x[k] < last() && (*this)(other.x[k]) < other.y[k]) return false;
    return true;
}

void ConvexFunction::append(double at, double value) {
    constexpr double same_slope = 1e-12;
    const std::size_t n = x.size();
    if (n >= 2) {
        const double before = (y[n - 1] - y[n - 2]) / (x[n - 1] - x[n - 2]);
        const double now = (value - y[n - 1]) / (at - x[n - 1]);
        if (std::abs(now - before) <= same_slope * (1.0 + std::abs(now))) {
            x.back() = at;
            y.back() = value;
            return;
        }
    }
    x.push_back(at);
    y.push_back(value);
}

}  // namespace indus::model
