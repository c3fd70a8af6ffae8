// SPDX-License-Identifier: Apache-2.0
// The sentence that tells why a system has no schedule.
#pragma once

#include "tests/scene.hpp"

namespace indus::tests {

/// What is said after the words that all explanations share; fails where the system has a schedule.
inline std::string explained(const Scene& scene) {
    const Solution solution = dispatch(scene.system(), {.run = {.gap = 0.0, .time_limit_seconds = 60.0}});
    EXPECT_FALSE(solution.has_solution());
    EXPECT_EQ(solution.outcome, "infeasible");
    const std::string shared = "No schedule satisfies all rules of the case. The least that would have to give way: ";
    EXPECT_EQ(solution.explanation.substr(0, shared.size()), shared);
    return solution.explanation.substr(std::min(shared.size(), solution.explanation.size()));
}

}  // namespace indus::tests
