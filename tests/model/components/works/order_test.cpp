// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/order.hpp"

#include "tests/model/components/works/works_scene.hpp"

namespace indus::tests {
namespace {

StageMode by_rate(double most) {
    StageMode run = mode("run", most, 0);
    run.min_rate_per_h = 0;
    run.energy_mwh_per_unit = 1;
    return run;
}

// 10 t are due after the first, dear hour. An hour late costs 30 a tonne and saves 40: late. At 50 it does not pay.
TEST(Order, IsLateWhereThatIsCheaper) {
    const std::vector<bool> dear{true, false};
    Scene scene = hours_of(dear);
    Order due = order(10);
    due.due.time = monday() + std::chrono::hours{1};
    due.late_cost_per_unit_h = 30;
    add_mill(scene).add(by_rate(20)).add(due);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(dear) + 10 * (20 + 30), tolerance);
    expect_near(series(solution, due.name, "late"), {10, 0});
    for (const auto* quantity : {"delivered", "late", "ahead", "lost"})
        expect_audit_finds(scene, solution, due.name, quantity);
    scene.data.list<Order>().front().late_cost_per_unit_h = 50;
    EXPECT_NEAR(cost(scene.solve()), base_cost(dear) + 10 * 60, tolerance);
}

// Making a tonne costs 20; losing it 15.
TEST(Order, IsLostWhereThatIsCheaper) {
    Scene scene = hours_of({false});
    Order due = order(10);
    due.lost_cost_per_unit = 15;
    add_mill(scene).add(by_rate(20)).add(due);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost({false}) + 150, tolerance);
    expect_near(series(solution, due.name, "lost"), {10});
    scene.data.list<Order>().front().lost_cost_per_unit = 25;
    EXPECT_NEAR(cost(scene.solve()), base_cost({false}) + 200, tolerance);
}

// Two shifts of two hours with 6 t each, by a series. The second shift's may not be delivered in the first, but they
// may be made then: in the cheap hours 0 and 2.
TEST(Order, IsDueShiftByShift) {
    const std::vector<bool> dear{false, true, false, true};
    Scene scene = hours_of(dear);
    scene.data.series.push_back({"shifts", monday(), 120, {6, 6}});
    Order due = order(0);
    due.amount.reset();
    due.amount_per_window.series = "shifts";
    add_mill(scene).add(by_rate(6)).add(due);
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), base_cost(dear) + 12 * 20, tolerance);
    const std::vector<double> delivered = series(solution, due.name, "delivered");
    EXPECT_NEAR(delivered[0] + delivered[1], 6, tolerance);
}

// A number is due per day; of a day the horizon holds a half, and half is due.
TEST(Order, IsDueInPartOfADay) {
    Scene scene = hours_of(std::vector<bool>(12, false));
    Order due = order(0);
    due.amount.reset();
    due.amount_per_window.constant = 24;
    add_mill(scene).add(by_rate(20)).add(due);
    EXPECT_NEAR(cost(scene.solve()), base_cost(std::vector<bool>(12, false)) + 12 * 20, tolerance);
}

TEST(Order, SaysWhatCannotBeDelivered) {
    Scene scene = hours_of({false, false});
    add_mill(scene).add(by_rate(4)).add(order(10));
    EXPECT_NE(explanation(scene).find("2 units that are due cannot be delivered"), std::string::npos)
        << explanation(scene);
}

TEST(Order, RefusesContradictions) {
    Scene scene{2};
    add_mill(scene).add(mode("run", 1, 1));
    Order due = order(1);
    due.amount_per_window.constant = 3;
    due.release.time = due.due.time = monday() + std::chrono::hours{3};
    scene.add(due);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "order order of yarn: amount is both, expected one of amount and amount_per_window",
                  "order order of yarn: due is 2025-01-13 03:00, expected a time after release (2025-01-13 03:00)",
                  "order order of yarn: due is 2025-01-13 03:00, expected a time in the horizon, after 2025-01-13 "
                  "00:00 and up to 2025-01-13 02:00",
                  "order order of yarn: release is 2025-01-13 03:00, expected a time up to the start of the last step "
                  "of the horizon (2025-01-13 01:00)"}));
}

// A delivery begins with a step: what is released at a quarter past is delivered from the next hour on.
TEST(Order, RefusesADueThatNoStepCanMeet) {
    Scene scene{3};
    add_mill(scene).add(mode("run", 1, 1));
    Order made = order(1);
    made.release.time = monday() + std::chrono::minutes{15};
    made.due.time = monday() + std::chrono::minutes{105};
    scene.add(made);
    made.name = "daily";
    made.amount.reset();
    made.due.time.reset();
    made.amount_per_window.windows = {{0, 1, 5}, {1, 2, 5}};
    scene.add(made);
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "order order of yarn: due is 2025-01-13 01:45, expected a time from 2025-01-13 02:00 on, the end of "
                  "the first whole step after release (2025-01-13 00:15)",
                  "order daily: amount_per_window is 5, expected 0 in the window from 2025-01-13 00:00, which is over "
                  "before release (2025-01-13 00:15)"}));
}

}  // namespace
}  // namespace indus::tests
