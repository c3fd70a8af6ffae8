// SPDX-License-Identifier: Apache-2.0
// A convex function of one number, linear between its points; infinite outside them.
#pragma once

#include <memory_resource>
#include <span>
#include <vector>

namespace indus::model {

struct ConvexFunction {
    std::pmr::vector<double> x{}, y{};  ///< ascending in x; empty: infinite everywhere

    bool is_empty() const { return x.empty(); }
    double first() const { return x.front(); }
    double last() const { return x.back(); }
    /// Value between the first and the last point; beyond them, of the nearer one.
    double operator()(double at) const;
    /// Where it is least: the first such point.
    std::size_t lowest() const;
    /// Whether it lies on or above the other wherever it is finite.
    bool is_above(const ConvexFunction& other) const;
    void clear() {
        x.clear();
        y.clear();
    }
    /// The same in other memory, no larger than it must be.
    ConvexFunction copy_to(std::pmr::memory_resource* memory) const { return {{x, memory}, {y, memory}}; }
    /// Adds a point right of all others; one before it that lies on the new line goes.
    void append(double at, double value);
};

}  // namespace indus::model
