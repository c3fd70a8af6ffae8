// SPDX-License-Identifier: Apache-2.0
// Load-shedding and failures of the grid at a meter, drawn from the seed of the case.
#include "model/components/meter/load_shedding.hpp"

#include <algorithm>
#include <cmath>

#include "model/outages.hpp"
#include "model/studies/zone_objective.hpp"
#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

using std::chrono::days;
using std::chrono::hours;

Meter shed_meter(double h_per_day, double from_h = 0.0, double to_h = 24.0) {
    Meter gate = meter(20);
    gate.shedding_h_per_day = h_per_day;
    gate.shedding_from_h = from_h;
    gate.shedding_to_h = to_h;
    return gate;
}

/// Behind it 10 MW at a tariff of 60, and diesel at 150.
Scene shed_estate(const Meter& gate, int steps, long seed = 7, double step_hours = 1.0) {
    Scene scene = estate(flat_tariff(), gate, std::vector<double>(static_cast<std::size_t>(steps), 10.0), step_hours);
    scene.add(thermal("diesel", 50, 150, "estate"));
    scene.data.settings.outage_seed = seed;
    return scene;
}

/// "2025-01-13 14:00" of each outage of a plant or meter, with its length where it is not an hour.
std::vector<std::string> drawn(const System& system, std::string_view plant = "gate") {
    std::vector<std::string> all;
    for (const Outage& each : system.all<Outage>()) {
        if (each.plant != plant) continue;
        const auto minutes = (*each.to.time - *each.from.time).count();
        all.push_back(to_string(*each.from.time) + (minutes == 60 ? "" : fmt::format(" {} min", minutes)));
    }
    return all;
}

// mt19937_64 is the same everywhere: these are the hours of seed 7, on every machine. Two or three of each evening's
// six hours.
TEST(LoadShedding, IsTheSameOnEveryMachine) {
    const System system = shed_estate(shed_meter(2.5, 18, 24), 72).system();
    EXPECT_THAT(drawn(system), ElementsAre("2025-01-13 19:00", "2025-01-13 23:00", "2025-01-14 18:00",
                                           "2025-01-14 22:00", "2025-01-15 21:00", "2025-01-15 22:00"));
    for (const Outage& each : system.all<Outage>()) {
        EXPECT_EQ(each.name, "gate shedding " + to_string(*each.from.time));
        EXPECT_EQ(each.cause, OutageCause::planned);
        EXPECT_TRUE(each.drawn);
    }
}

// What is drawn for a day is the same wherever the horizon begins, and whatever else is in the case.
TEST(LoadShedding, DependsOnTheNameTheDayAndTheSeedAlone) {
    Scene scene = shed_estate(shed_meter(4), 72);
    const auto whole = drawn(scene.system());
    Scene later = scene;
    later.data.horizon = Horizon::uniform(monday() + days{1}, 1.0, 48);
    later.data.list<Demand>()[0].load_mw = 10.0;
    const auto rest = drawn(later.system());
    ASSERT_LT(rest.size(), whole.size());
    EXPECT_TRUE(std::equal(rest.rbegin(), rest.rend(), whole.rbegin()));
    Meter other = shed_meter(4);
    other.name = "another";
    scene.data.list<Meter>().insert(scene.data.list<Meter>().begin(), other);
    EXPECT_EQ(drawn(scene.system()), whole);
    EXPECT_NE(drawn(scene.system(), "another"), whole);
    EXPECT_NE(drawn(shed_estate(shed_meter(4), 72, 8).system()), whole);
    scene.data.settings.outage_seed.reset();
    EXPECT_TRUE(scene.system().all<Outage>().empty());
}

// A meter that fails or is shed leaves what is drawn for plants as it was.
TEST(LoadShedding, LeavesTheDrawsOfPlantsAlone) {
    Scene without = shed_estate(meter(20), 168);
    ThermalPlant& diesel = without.data.list<ThermalPlant>()[0];
    diesel.forced_outage_rate = 0.3;
    diesel.mean_time_to_repair_h = 5;
    const auto alone = drawn(without.system(), "diesel");
    ASSERT_GT(alone.size(), 2U);
    Scene with = without;
    Meter& gate = with.data.list<Meter>()[0];
    gate.forced_outage_rate = 0.2;
    gate.mean_time_to_repair_h = 2;
    gate.shedding_h_per_day = 6;
    EXPECT_EQ(drawn(with.system(), "diesel"), alone);
    EXPECT_GT(drawn(with.system(), "gate").size(), 40U);
}

// 20,000 days of 2.5 of the six hours from 18:00 on: each hour of the evening in 2.5/6 of all days, 2 or 3 a day as
// often the one as the other, all within four standard deviations.
TEST(LoadShedding, HasItsHoursADayAndEachHourAlike) {
    constexpr int day_count = 20000;
    SystemData data;
    data.settings.outage_seed = 1;
    data.horizon = Horizon::uniform(monday(), 24.0, day_count);
    data.list<Meter>().push_back(shed_meter(2.5, 18, 24));
    draw_outages(data);
    std::vector<int> by_hour(24, 0), by_day(day_count, 0);
    for (const Outage& each : data.list<Outage>()) {
        const auto day = std::chrono::floor<days>(*each.from.time);
        EXPECT_EQ(*each.to.time - *each.from.time, hours{1});
        ++by_hour[static_cast<std::size_t>((*each.from.time - day) / hours{1})];
        ++by_day[static_cast<std::size_t>((day - std::chrono::floor<days>(monday())).count())];
    }
    for (std::size_t hour = 0; hour < 18; ++hour) EXPECT_EQ(by_hour[hour], 0) << hour;
    const double share = 2.5 / 6, spread = std::sqrt(day_count * share * (1 - share));
    for (std::size_t hour = 18; hour < 24; ++hour) EXPECT_NEAR(by_hour[hour], day_count * share, 4 * spread) << hour;
    const auto with = [&](int count) { return std::count(by_day.begin(), by_day.end(), count); };
    EXPECT_EQ(with(2) + with(3), day_count);
    EXPECT_NEAR(static_cast<double>(with(3)), day_count / 2.0, 4 * std::sqrt(day_count / 4.0));
}

// Every block of the window is shed, whatever the seed: 23:00 to 1:00, so that the night before the first day reaches
// into it. In 24 hours: 0:00 and 23:00, of 10 MW at 150 instead of 60: 22 * 600 + 2 * 1500.
TEST(LoadShedding, PassesMidnightAndLetsCaptivePlantsTakeOver) {
    const Scene scene = billed(shed_estate(shed_meter(2, 23, 1), 24));
    EXPECT_THAT(drawn(scene.system()), ElementsAre("2025-01-13 00:00", "2025-01-13 23:00"));
    const Solution solution = scene.solve();
    EXPECT_NEAR(cost(solution), 16200, tolerance);
    const std::vector<double> diesel = series(solution, "diesel", "output");
    for (std::size_t t = 0; t < 24; ++t) EXPECT_NEAR(diesel[t], t == 0 || t == 23 ? 10 : 0, tolerance) << t;
}

// Two blocks of an hour and a half from 1:00 on are 1:00 to 4:00: twelve of 24 quarters of an hour.
TEST(LoadShedding, IsInWholeBlocks) {
    Meter gate = shed_meter(3, 1, 5);
    gate.shedding_block_h = 1.5;
    const Scene scene = billed(shed_estate(gate, 24, 7, 0.25));
    EXPECT_THAT(drawn(scene.system()), ElementsAre("2025-01-13 01:00 90 min", "2025-01-13 02:30 90 min"));
    EXPECT_NEAR(cost(scene.solve()), 3 * 10 * 60 + 3 * 10 * 150, tolerance);
}

// Its failures are drawn as those of a plant of the same name are.
TEST(LoadShedding, FailuresAreDrawnAsThoseOfPlants) {
    Meter gate = meter(20);
    gate.forced_outage_rate = 0.2;
    gate.mean_time_to_repair_h = 10;
    const System of_meter = shed_estate(gate, 168).system();
    Scene scene{168};
    ThermalPlant plant = thermal("gate", 20, 0);
    plant.forced_outage_rate = 0.2;
    plant.mean_time_to_repair_h = 10;
    scene.add(plant);
    scene.data.settings.outage_seed = 7;
    EXPECT_FALSE(drawn(of_meter).empty());
    EXPECT_EQ(drawn(of_meter), drawn(scene.system()));
    EXPECT_EQ(of_meter.all<Outage>()[0].cause, OutageCause::forced);
    gate.mean_time_to_repair_h.reset();
    EXPECT_THAT(shed_estate(gate, 2).issues(),
                ElementsAre("meter gate: mean_time_to_repair_h is empty, expected a mean time to repair, as "
                            "forced_outage_rate is given"));
}

// The zone by itself, and the system with what it decided, see the hours that the system alone sees.
TEST(LoadShedding, IsTheSameForTheZonesOwnObjective) {
    Scene scene = shed_estate(shed_meter(5), 24);
    scene.add(thermal("coal", 200, 20));
    const System system = scene.system();
    const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};
    const ZoneObjective made = optimise_zone(system, "estate", exactly);
    ASSERT_TRUE(made.own.has_solution() && made.system.has_solution());
    EXPECT_NEAR(cost(made.own), 19 * 600 + 5 * 1500, tolerance);
    const std::vector<double> by_system = series(dispatch(system, exactly), "diesel", "output");
    expect_near(series(made.own, "diesel", "output"), by_system);
    expect_near(series(made.system, "diesel", "output"), by_system);
    EXPECT_EQ(std::count_if(by_system.begin(), by_system.end(), [](double mw) { return mw > 9.0; }), 5);
}

// Diesel of 4 MW leaves 6 of 10 without power while the grid is off; a meter of 7 MW, 3 at all other times.
TEST(LoadShedding, IsNamedAsTheCauseOfUnservedEnergy) {
    Scene scene = shed_estate(shed_meter(1, 1, 2), 3);
    scene.data.list<ThermalPlant>()[0].capacity_mw = 4;
    scene.data.list<ThermalPlant>()[0].initial_output_mw = 0;
    scene.add(thermal("coal", 200, 20));
    const Solution off = scene.solve();
    ASSERT_EQ(off.unserved.size(), 1U);
    EXPECT_NEAR(off.unserved[0].energy_mwh, 6, tolerance);
    EXPECT_EQ(off.unserved[0].cause,
              "In load-shedding or an outage of the grid at a meter: gate (20 MW); every plant of the zone ran at its "
              "limit.");
    Meter& gate = scene.data.list<Meter>()[0];
    gate.sanctioned_mw = 3;
    gate.grid_available = 2.0 / 3.0;
    const Solution weak = scene.solve();
    ASSERT_EQ(weak.unserved.size(), 1U);
    EXPECT_NEAR(weak.unserved[0].energy_mwh, 4 + 6 + 4, tolerance);
    gate.shedding_h_per_day = 0;
    EXPECT_EQ(scene.solve().unserved[0].cause,
              "In load-shedding or an outage of the grid at a meter: gate (1 MW); a meter let in all that it may: gate "
              "(2 MW); every plant of the zone ran at its limit.");
}

// The meter has room, and coal does not: the cause lies in the grid. Given back over a meter, power behind it is within
// reach of the grid.
TEST(LoadShedding, MetersLeadToTheGridAndBack) {
    Scene scene = estate(flat_tariff(), meter(20), {10}).add(thermal("coal", 4, 20));
    EXPECT_EQ(scene.solve().unserved.at(0).cause, "Every plant of the zones within reach ran at its limit.");
    Meter gate = meter(20);
    gate.export_max_mw = 5;
    Scene back = estate(flat_tariff(), gate, {0}).add(thermal("diesel", 3, 150, "estate")).demand({10});
    EXPECT_EQ(back.solve().unserved.at(0).cause, "Every plant of the zones within reach ran at its limit.");
    EXPECT_EQ(billed(estate(flat_tariff(4000), meter(20), {10})).solve().unserved.at(0).cause,
              "Power was to be had from gate (20 MW), but serving would have cost more than the value of lost load of "
              "3000 per MWh.");
}

TEST(LoadShedding, IsPartOfTheAudit) {
    Scene scene = billed(shed_estate(shed_meter(1, 1, 2), 3));
    EXPECT_THAT(Spoilt(scene).set("gate", "import", {10, 4, 10}).findings(),
                Contains("gate at 1: import is 4 MW, above its limit 0 MW"));
}

TEST(LoadShedding, RefusesWhatCannotBeDrawn) {
    EXPECT_THAT(shed_estate(shed_meter(3.5, 18, 21), 2).issues(),
                ElementsAre("meter gate: shedding_h_per_day is 3.5, expected at most 3, the whole blocks that lie "
                            "between shedding_from_h and shedding_to_h"));
    EXPECT_THAT(shed_estate(shed_meter(1, 6, 6), 2).issues(),
                ElementsAre("meter gate: shedding_to_h is 6, expected another hour than shedding_from_h (6)"));
    EXPECT_THAT(shed_estate(shed_meter(1), 2, 7, 2.0).issues(),
                ElementsAre("meter gate: shedding_block_h is 1, expected whole steps of the case (2 h), which are "
                            "off as a whole"));
    EXPECT_THAT(shed_estate(shed_meter(1, 18.5, 21.5), 2).issues(),
                ElementsAre("meter gate: shedding_from_h is 18.5, expected an hour at which a step of the case begins "
                            "(they are 1 h long)"));
    EXPECT_THAT(shed_estate(shed_meter(1, 18.5, 21.5), 2, 7, 0.5).issues(), testing::IsEmpty());
    Meter gate = shed_meter(1, 22, 1);
    gate.shedding_block_h = 4;
    EXPECT_THAT(shed_estate(gate, 2).issues(),
                ElementsAre("meter gate: shedding_block_h is 4, expected at least a minute and at most the 3 h from "
                            "shedding_from_h to shedding_to_h"));
    EXPECT_THAT(
        shed_estate(shed_meter(25), 2).issues(),
        ElementsAre("meter gate: shedding_h_per_day is 25, expected a number of at least 0 and at most 24 [h/d]"));
}

}  // namespace
}  // namespace indus::tests
