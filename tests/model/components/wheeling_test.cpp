// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/wheeling.hpp"

#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

WindPlant jhimpir(std::vector<double> availability) {
    WindPlant plant;
    plant.name = "jhimpir";
    plant.zone.name = "zone";
    plant.capacity_mw = 100;
    plant.availability = Profile{std::move(availability)};
    return plant;
}

/// Half of the plant, a fifth lost on the way; 10 for the grid and 15 for the plant.
Wheeling half_of_it() {
    Wheeling contract;
    contract.name = "supply";
    contract.meter.name = "gate";
    contract.plant = "jhimpir";
    contract.share = 0.5;
    contract.loss_share = 0.2;
    contract.charge_per_mwh = 10;
    contract.energy_price_per_mwh = 15;
    return contract;
}

Scene windy(double load_mw, double availability, double step_hours = 1.0) {
    return estate(flat_tariff(), meter(100), {load_mw}, step_hours).add(jhimpir({availability})).add(half_of_it());
}

// 100 MW * 0.5 of wind, half of it, less a fifth: 20 MW at 25, the other 30 MW at 60. Half an hour.
TEST(Wheeling, ReplacesTheUtilitysEnergy) {
    const Solution solution = billed(windy(50, 0.5, 0.5)).solve();
    EXPECT_NEAR(cost(solution), 0.5 * (20 * 25 + 30 * 60), tolerance);
    expect_near(series(solution, "gate", "wheeled_jhimpir"), {20});
    EXPECT_NEAR(bill(solution).wheeled_mwh, 10, tolerance);
    EXPECT_NEAR(bill(solution).import_mwh, 25, tolerance);
    expect_costs_are_the_bill(solution);
}

// No more than what is drawn: 12 MW; and nothing when the plant is out.
TEST(Wheeling, StaysWithinTheImport) {
    EXPECT_NEAR(cost(billed(windy(12, 0.5)).solve()), 12 * 25, tolerance);
    EXPECT_NEAR(cost(billed(windy(12, 0.5).add(out("jhimpir", 0, 1))).solve()), 12 * 60, tolerance);
}

// In a run of the system the bill goes by what the plant gave: 50 MW go to the estate's load, half less a fifth are
// wheeled: 20 * 25 + 30 * 60.
TEST(Wheeling, IsBilledByWhatThePlantGave) {
    const Solution solution = windy(50, 0.5).solve();
    EXPECT_NEAR(cost(solution), 0, tolerance);
    EXPECT_NEAR(bill(solution).wheeling, 500, tolerance);
    EXPECT_NEAR(bill(solution).energy, 1800, tolerance);
    EXPECT_NEAR(bill(solution).total, 2300, tolerance);
}

TEST(Wheeling, RefusesContradictions) {
    Scene scene = windy(1, 1);
    Wheeling second = half_of_it();
    second.name = "more";
    second.share = 0.75;
    Wheeling typo = half_of_it();
    typo.name = "typo";
    typo.plant = "jimpir";
    scene.add(second).add(typo);
    EXPECT_THAT(
        scene.issues(),
        ElementsAre(
            "wheeling supply: share is 0.5, expected shares of jhimpir that sum to at most 1 (they sum to 1.25)",
            "wheeling supply: plant is jhimpir, expected one contract of a plant and meter (2 have both)",
            "wheeling more: share is 0.75, expected shares of jhimpir that sum to at most 1 (they sum to 1.25)",
            "wheeling more: plant is jhimpir, expected one contract of a plant and meter (2 have both)",
            "wheeling typo: plant is jimpir, expected the name of a solar or wind plant; did you mean "
            "'jhimpir'?"));
    Scene inside = windy(1, 1);
    inside.data.list<WindPlant>()[0].zone.name = "estate";
    EXPECT_THAT(inside.issues(),
                ElementsAre("wheeling supply: plant is jhimpir, expected a plant outside the zone behind the meter"));
}

TEST(WheelingAudit, FindsMoreThanThePlantCouldSend) {
    EXPECT_THAT(Spoilt(billed(windy(50, 0.5))).set("gate", "wheeled_jhimpir", {25}).findings(),
                Contains("gate at 0: wheeled power is 25 MW, above its limit 20 MW"));
    EXPECT_THAT(Spoilt(billed(windy(12, 0.5))).set("gate", "wheeled_jhimpir", {15}).findings(),
                Contains("gate at 0: import less wheeled power is -3 MW, below its limit 0 MW"));
}

}  // namespace
}  // namespace indus::tests
