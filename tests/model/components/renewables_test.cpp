// SPDX-License-Identifier: Apache-2.0
// Solar, wind and run of river.
#include "tests/scene.hpp"

namespace indus::tests {
namespace {

template <class Plant>
Plant weather(const std::string& name, double capacity_mw, std::vector<double> availability) {
    Plant p;
    p.name = name;
    p.zone.name = "zone";
    p.capacity_mw = capacity_mw;
    p.availability = Profile{std::move(availability)};
    return p;
}

// Sun 100 MW at 0.5 and 0.9, demand 60: coal 10 MW in hour 1; in hour 2, 30 MWh are curtailed at 2 each, unless coal
// (least output 0, at 20) gives nothing, which it does.   10 * 20 + 30 * 2 = 260. Price in hour 2: -2.
TEST(SolarPlant, CurtailsWhatNobodyWants) {
    Scene scene{2};
    auto sun = weather<SolarPlant>("sun", 100, {0.5, 0.9});
    sun.curtailment_cost_per_mwh = 2;
    scene.add(thermal("coal", 100, 20)).add(sun).demand({60, 60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 260.0, tolerance);
    expect_near(series(solution, "sun", "curtailment"), {0, 30});
    expect_near(price(solution, "zone"), {20, -2});
}

// Wind is subsidised by 5 per MWh, sun is not: wind runs first. 50 * -5 + 10 * 0 + 0.
TEST(WindPlant, MayEarnASubsidy) {
    Scene scene{1};
    auto wind = weather<WindPlant>("wind", 100, {0.5});
    wind.variable_cost_per_mwh = -5;
    scene.add(wind).add(weather<SolarPlant>("sun", 100, {0.9})).demand({60});
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), -250.0, tolerance);
    expect_near(series(solution, "sun", "output"), {10});
}

// Renewables raise the reserve: 10% of 90 MW available. Coal alone (100 MW at 20) must keep 9 MW: demand 95 leaves coal
// at most 91, so sun serves at least 4; it serves 90 anyhow: coal 5 MW.
TEST(SolarPlant, AddsToTheReserveRequirement) {
    Scene scene{1};
    Reserve product;
    product.name = "up";
    product.share_of_renewables = 0.1;
    product.share_of_load = 0.02;
    product.requirement_mw = 1.0;
    scene.add(product).add(thermal("coal", 100, 20)).add(weather<SolarPlant>("sun", 100, {0.9})).demand({95});
    const Solution solution = scene.solve();
    expect_near(series(solution, "up", "requirement"), {1 + 0.02 * 95 + 9});
    EXPECT_NEAR(cost(solution), 100.0, tolerance);
}

// Half-hour steps over an hourly series, and 2-hour steps over it: 0.2 and 0.6 are held, or averaged to 0.4.
TEST(WindPlant, TakesSeriesOfAnotherStep) {
    for (const auto& [step_hours, expected] :
         {std::pair{0.5, std::vector<double>{20, 20, 60, 60}}, {2.0, std::vector<double>{40}}}) {
        Scene scene{static_cast<int>(expected.size()), step_hours};
        WindPlant wind;
        wind.name = "wind";
        wind.zone.name = "zone";
        wind.capacity_mw = 100;
        wind.availability = Profile{};
        wind.availability.series = "breeze";
        scene.data.series.push_back({"breeze", monday(), 60, {0.2, 0.6}});
        scene.add(wind).add(thermal("coal", 100, 20)).demand(std::vector<double>(expected.size(), 90.0));
        expect_near(series(scene.solve(), "wind", "output"), expected);
    }
}

// Inflow 50 MW of which 10 pass beside the turbines; then 5 (all pass); then 200 above the 80 MW of capacity.
TEST(RunOfRiver, UsesWhatTheRiverLeaves) {
    Scene scene{3};
    RunOfRiver river;
    river.name = "river";
    river.zone.name = "zone";
    river.capacity_mw = 80;
    river.inflow_mw = Profile{std::vector<double>{50, 5, 200}};
    river.environmental_release_mw = 10.0;
    scene.add(river).add(thermal("coal", 100, 20)).demand({90, 90, 90});
    const Solution solution = scene.solve();
    expect_near(series(solution, "river", "output"), {40, 0, 80});
    expect_near(series(solution, "river", "spill"), {10, 5, 120});
    EXPECT_NEAR(cost(solution), (50 + 90 + 10) * 20.0, tolerance);
}

}  // namespace
}  // namespace indus::tests
