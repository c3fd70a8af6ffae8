// SPDX-License-Identifier: Apache-2.0
#include "solver/window_plan.hpp"

#include <algorithm>
#include <cstdlib>

namespace indus::solver {

std::vector<Window> windows_of(Window all, int kept) {
    std::vector<Window> made;
    for (int first = all.first; first < all.last; first += kept) {
        if (!made.empty() && all.last - first < (kept + 1) / 2)
            made.back().last = all.last;
        else
            made.push_back({first, std::min(all.last, first + kept)});
    }
    return made;
}

/// Where chains begin: at equal distances, moved to where a period of the guide begins, since its levels are right
/// there and a straight line in between.
std::vector<int> chain_starts(const std::vector<int>& period_of_step, int step_count, int chains) {
    std::vector<int> begins{0};
    for (int t = 1; t < step_count; ++t)
        if (period_of_step[static_cast<std::size_t>(t)] != period_of_step[static_cast<std::size_t>(t) - 1])
            begins.push_back(t);
    std::vector<int> made{0};
    for (int c = 1; c < chains; ++c) {
        const int wished = static_cast<int>(static_cast<long>(step_count) * c / chains);
        const int start = *std::min_element(begins.begin(), begins.end(), [&](int left, int right) {
            return std::abs(left - wished) < std::abs(right - wished);
        });
        if (start > made.back()) made.push_back(start);
    }
    return made;
}

}  // namespace indus::solver
