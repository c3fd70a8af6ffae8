// SPDX-License-Identifier: Apache-2.0
#include "model/solution.hpp"

#include <algorithm>

namespace indus::model {

Solution::Solution() = default;
Solution::Solution(const Solution&) = default;
Solution::Solution(Solution&&) noexcept = default;
Solution& Solution::operator=(const Solution&) = default;
Solution& Solution::operator=(Solution&&) noexcept = default;
Solution::~Solution() = default;

const SeriesRecord* Solution::find(std::string_view owner, std::string_view quantity, std::string_view kind) const {
    const auto found = std::find_if(series.begin(), series.end(), [&](const SeriesRecord& each) {
        return each.owner == owner && each.quantity == quantity && (kind.empty() || each.kind == kind);
    });
    return found == series.end() ? nullptr : &*found;
}

double Solution::cost_of(std::string_view category, std::string_view kind) const {
    double sum = 0.0;
    for (const CostRecord& each : costs)
        if (each.category == category && (kind.empty() || each.kind == kind)) sum += each.amount;
    return sum;
}

}  // namespace indus::model
