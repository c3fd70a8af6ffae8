// SPDX-License-Identifier: Apache-2.0
// Batches whose size is decided, that give some of their outputs early, and that hand over to other batches; by hand.
#include "tests/model/components/works/works_scene.hpp"
#include "tests/model/spoilt.hpp"

namespace indus::tests {
namespace {

StageMode batch(std::string name, double hours, double units, const std::string& output) {
    StageMode made = mode(std::move(name), 0, 0, output);
    made.batch_h = hours;
    made.batch_units = units;
    return made;
}

// 60 t in two hours, batches of 10 to 50 t at a MWh a tonne: the dear hour gets the least, 10 * 60 + 50 * 20. Of 55 t
// it gets 10 again; of 40, nothing.
TEST(StageBatch, HasASizeThatIsDecided) {
    const std::vector<bool> dear{true, false};
    for (const auto& [tonnes, first] : {std::pair{60.0, 10.0}, {55.0, 10.0}, {40.0, 0.0}}) {
        Scene scene = hours_of(dear);
        StageMode cook = batch("cook", 1, 50, "yarn");
        cook.batch_min_units = 10;
        cook.energy_mwh_per_unit = 1;
        add_mill(scene).add(cook).add(order(tonnes));
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), base_cost(dear) + 60 * first + 20 * (tonnes - first), tolerance);
        expect_near(series(solution, "spin", "units_cook"), {first, tonnes - first});
        expect_near(series(solution, "spin", "rate"), {first, tonnes - first});
        for (const auto* quantity : {"units_cook", "begin_cook", "power"})
            expect_audit_finds(scene, solution, "spin", quantity);
    }
}

// Energy, cost and rate are those of the batch, however long the steps are in which it lies: 60 t at 0.5 MWh and 2
// each.
TEST(StageBatch, DrawsWhatItsUnitsNeedInStepsOfAnyLength) {
    struct Expected {
        double batch_h, step_h;
        std::vector<double> rate, power;
    };
    for (const Expected& each : {Expected{0.5, 1.0, {60}, {30}},
                                 {1.5, 1.0, {40, 20}, {20, 10}},
                                 {1.5, 0.5, {40, 40, 40}, {20, 20, 20}},
                                 {1.0, 2.0, {30}, {15}}}) {
        SCOPED_TRACE(each.batch_h / each.step_h);
        const std::vector<bool> cheap(each.rate.size(), false);
        Scene scene = hours_of(cheap, each.step_h);
        StageMode cook = batch("cook", each.batch_h, 60, "yarn");
        cook.energy_mwh_per_unit = 0.5;
        cook.cost_per_unit = 2;
        add_mill(scene).add(cook).add(order(60));
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), base_cost(cheap, each.step_h) + 30 * 20 + 60 * 2, tolerance);
        expect_near(series(solution, "spin", "rate"), each.rate);
        expect_near(series(solution, "spin", "power"), each.power);
        expect_audit_finds(scene, solution, "spin", "rate");
    }
}

// The largest size alone is no decision, as before: 50 t a batch, whatever is wanted.
TEST(StageBatch, OfOneSizeIsWhole) {
    Scene scene = hours_of({false, false});
    StageMode cook = batch("cook", 1, 50, "yarn");
    cook.batch_min_units = 50;
    cook.energy_mwh_per_unit = 1;
    add_mill(scene).add(cook).add(order(55));
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "power"), {50, 50});
    EXPECT_EQ(solution.find("spin", "units_cook"), nullptr);
}

// Two hours in the digester; the liquor is drawn off after 40 minutes, which makes an hour, the pulp at the end. Liquor
// is due after the first hour, where a tonne lost costs 100: 50 * 0.4 = 20 t.
TEST(StageBatch, GivesAnOutputEarly) {
    for (const bool early : {true, false}) {
        Scene scene = hours_of({false, false});
        StageMode cook = batch("cook", 2, 50, "yarn");
        cook.output.items.push_back({"liquor", 0.4});
        if (early) cook.batch_output_h.items = {{"liquor", 40.0 / 60.0}};
        add_mill(scene).add(cook).add(order(50));
        Stock liquor = yarn_of(scene);
        liquor.name = "liquor";
        Order drawn = order(20, "liquor");
        drawn.due.time = monday() + std::chrono::hours{1};
        drawn.lost_cost_per_unit = 100;
        scene.add(liquor).add(drawn);
        const Solution solution = scene.solve();
        EXPECT_NEAR(cost(solution), base_cost({false, false}) + (early ? 0.0 : 2000.0), tolerance);
        expect_near(series(solution, "liquor", "level"), early ? std::vector{0.0, 0.0} : std::vector{0.0, 20.0});
        expect_audit_finds(scene, solution, "liquor", "level");
    }
}

/// Yarn is spun in an hour and woven in another; 10 t of cloth are due at the end, and a tonne lost costs 100.
Scene spin_and_weave(int hours, double room) {
    Scene scene = hours_of(std::vector<bool>(static_cast<std::size_t>(hours), false));
    add_mill(scene).add(batch("spun", 1, 10, "yarn"));
    yarn_of(scene).capacity = room;
    Stage weave{.name = "weave"};
    weave.process.name = "mill";
    StageMode woven = batch("woven", 1, 10, "cloth");
    woven.stage.name = "weave";
    woven.input.items = {{"yarn", 1.0}};
    Stock cloth = yarn_of(scene);
    cloth.name = "cloth";
    cloth.capacity = 1000;
    Order due = order(10, "cloth");
    due.lost_cost_per_unit = 100;
    return scene.add(weave).add(woven).add(cloth).add(due);
}

double lost(const Scene& scene, int hours) {
    return cost(scene.solve()) - base_cost(std::vector<bool>(static_cast<std::size_t>(hours), false));
}

// What is spun in the only hour cannot be woven in it, however much room there is. In two hours it can.
TEST(StageBatch, BeginsOnWhatIsThere) {
    EXPECT_NEAR(lost(spin_and_weave(1, 1000), 1), 1000.0, tolerance);
    Scene scene = spin_and_weave(2, 1000);
    EXPECT_NEAR(lost(scene, 2), 0.0, tolerance);
    const Solution solution = scene.solve();
    expect_near(series(solution, "weave", "begin_woven"), {0, 1});

    Spoilt hasty{scene};
    hasty.set("weave", "begin_woven", {1, 0});
    hasty.set("weave", "in_woven", {1, 0});
    hasty.set("weave", "rate", {10, 0});
    hasty.set("weave", "start", {1, 0});
    hasty.set("weave", "stop", {0, 1});
    hasty.set("yarn", "level", {0, 0});
    hasty.set("cloth", "level", {10, 0});
    EXPECT_THAT(hasty.findings(), Contains("yarn at 0: what is there when batches begin is -10 t, below its limit 0 "
                                           "t"));
}

// Handed over from one to the other it needs no room; where it has to wait for an hour, it does.
TEST(StageBatch, HandsOverWithoutRoom) {
    EXPECT_NEAR(lost(spin_and_weave(2, 0), 2), 0.0, tolerance);
    for (const double room : {0.0, 4.0, 10.0}) {
        Scene scene = spin_and_weave(3, room);
        Outage weaver = out("weave", 1, 2), spinner = out("spin", 1, 3);
        EXPECT_NEAR(lost(scene.add(weaver).add(spinner), 3), room == 10.0 ? 0.0 : 1000.0, tolerance) << room;
    }
}

// What is left at the end is worth 3 a tonne, or costs as much; it need not be there then.
TEST(StageBatch, LeavesWhatIsWorthSomething) {
    for (const double worth : {3.0, -3.0}) {
        Scene scene = hours_of({false});
        add_mill(scene).add(mode("run", 10, 0));
        yarn_of(scene).initial_level = 20;
        yarn_of(scene).end_value_per_unit = worth;
        Order due = order(15);
        scene.add(due);
        const Solution solution = scene.solve();
        const double left = worth > 0.0 ? 15.0 : 5.0;
        EXPECT_NEAR(cost(solution), base_cost({false}) + worth * (20.0 - left), tolerance);
        expect_near(series(solution, "yarn", "level"), {left});
        expect_audit_finds(scene, solution, "yarn", "level");
    }
}

// A hundredth spoils an hour: what lies at its least level is less at the end of the hour, but a batch that takes
// nothing asks for nothing, and the batch before brings it back above.
TEST(StageBatch, MayLeaveAStockAtItsLeastLevel) {
    Scene scene = hours_of({false, false});
    StageMode cook = batch("cook", 1, 10, "yarn");
    cook.energy_mwh_per_unit = 1;
    StageMode dye = batch("dye", 1, 2, "cloth");
    dye.input.items = {{"yarn", 1.0}};
    dye.stage.name = "dyeing";
    add_mill(scene).add(cook);
    Stage dyeing{.name = "dyeing"};
    dyeing.process.name = "mill";
    Stock cloth = yarn_of(scene);
    cloth.name = "cloth";
    Stock& yarn = yarn_of(scene);
    yarn.min_level = yarn.initial_level = 10;
    yarn.end_level = 10;
    yarn.spoilage_share_per_h = 0.01;
    scene.add(cloth).add(dyeing).add(dye).add(order(2, "cloth"));
    const Solution solution = scene.solve();
    expect_near(series(solution, "spin", "begin_cook"), {1, 0});
    expect_near(series(solution, "dyeing", "begin_dye"), {0, 1});
    expect_near(series(solution, "yarn", "level"), {19.9, 0.99 * 19.9 - 2});
}

TEST(StageBatch, RefusesContradictions) {
    Scene scene{2};
    StageMode cook = batch("cook", 1, 50, "yarn");
    cook.batch_min_units = 60;
    cook.batch_output_h.items = {{"yarn", 2}, {"liquor", 1}};
    StageMode run = mode("run", 10, 5);
    run.batch_min_units = 5;
    run.batch_output_h.items = {{"yarn", 1}};
    add_mill(scene).add(cook).add(run);
    yarn_of(scene).end_level = 3;
    yarn_of(scene).end_value_per_unit = 3;
    EXPECT_EQ(scene.issues(),
              (std::vector<std::string>{
                  "stage_mode cook: batch_min_units is 60, expected at most batch_units (50)",
                  "stage_mode cook: batch_output_h is 2, expected at most batch_h (1)",
                  "stage_mode cook: batch_output_h is liquor, expected the name of one of the mode's outputs",
                  "stage_mode run: batch_min_units is a value, expected nothing, as batch_h is 0: the mode is no batch",
                  "stage_mode run: batch_output_h is a value, expected nothing, as batch_h is 0: the mode is no batch",
                  "stock yarn: end_value_per_unit is 3, expected nothing, as end_level is given: one rule for the "
                  "end"}));
}

}  // namespace
}  // namespace indus::tests
