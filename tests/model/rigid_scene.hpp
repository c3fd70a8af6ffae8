// SPDX-License-Identifier: Apache-2.0
// An answer and its rigid counterpart, and a mill that has two dear hours before two cheap ones.
#pragma once

#include "model/studies/rigid.hpp"
#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {

inline const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};

/// Both answers; the rigid one certified and audited.
struct Both {
    explicit Both(const Scene& scene) : system{scene.system()}, best{scene.solve()} {
        rigid = dispatch_rigid(system, best, exactly);
        EXPECT_TRUE(rigid.has_solution()) << rigid.outcome << ": " << rigid.explanation;
        EXPECT_TRUE(rigid.certificate.feasible) << rigid.certificate.worst_row;
        for (const Finding& each : rigid.findings) ADD_FAILURE() << each.owner << ": " << each.what;
        worth = compare_with_rigid(system, best, rigid);
    }
    System system;
    Solution best;
    Solution rigid{};
    RigidComparison worth{};
};

/// Two hours at 60, two at 20; 20 t of yarn take two hours of 50 MW.
inline Scene mill_by_day() {
    Scene scene = hours_of({true, true, false, false});
    return add_mill(scene).add(mode("run", 10, 50)).add(order(20));
}

}  // namespace indus::tests
