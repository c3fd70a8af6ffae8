// SPDX-License-Identifier: Apache-2.0
// Random estates behind a meter: what the program charges is what the arithmetic of bills says, the audit agrees, and a
// zone that looks after itself does not lose by it.
#include <random>

#include "model/studies/verify.hpp"
#include "model/studies/zone_objective.hpp"
#include "tests/model/components/meter_scenes.hpp"

namespace indus::tests {
namespace {

class RandomEstate {
public:
    explicit RandomEstate(unsigned seed) : bits_{seed} {}

    Scene make() {
        const int steps = 4 + roll(5);
        const double h = pick({0.25, 1.0, 2.0});
        Scene scene = estate(tariff(), gate(), loads(steps), h);
        // Round the end of January, or a day of it, from any hour.
        const int hours = roll(2) ? 18 * 24 + 20 + roll(4) : roll(24);
        scene.data.horizon = Horizon::uniform(monday() + std::chrono::hours{hours}, h, steps);
        if (roll(2)) scene.add(a_period("evening", roll(8) + 12, 110));
        if (roll(2)) scene.add(a_period("night", 22, 40));
        for (const TariffPeriod& each : scene.data.list<TariffPeriod>())
            if (so_far_ > 0.0) scene.data.list<Meter>()[0].period_peaks_so_far_mw.items.push_back({each.name, so_far_});
        if (roll(2)) scene.add(rooftop(shares(steps)));
        if (roll(2)) scene.add(cells());
        if (roll(2)) scene.add(thermal("gas", 10, pick({50, 90}), "estate"));
        if (roll(2)) add_wind(scene, steps);
        scene.add(thermal("coal", 200, 20)).demand(std::vector<double>(static_cast<std::size_t>(steps), 100.0));
        return scene;
    }

private:
    int roll(int sides) { return static_cast<int>(bits_() % static_cast<unsigned>(sides)); }
    double pick(const std::vector<double>& from) {
        return from[static_cast<std::size_t>(roll(static_cast<int>(from.size())))];
    }

    std::vector<double> loads(int steps) {
        std::vector<double> made;
        for (int t = 0; t < steps; ++t) made.push_back(pick({2, 10, 15, 30}));
        return made;
    }
    std::vector<double> shares(int steps) {
        std::vector<double> made;
        for (int t = 0; t < steps; ++t) made.push_back(pick({0, 0.1, 0.4}));
        return made;
    }

    Tariff tariff() {
        Tariff made = flat_tariff();
        made.nets_month = roll(2) == 0;
        made.export_per_mwh = pick({0, 20, 35});
        made.fixed_per_mw_month = pick({0, 3000, 20000});
        made.fixed_per_month = pick({0, 500});
        made.floor_share = pick({0, 0.25});
        made.lookback_share = pick({0, 0.5, 0.9});
        made.lookback_months = pick({0, 1, 11});
        return made;
    }

    Meter gate() {
        Meter made = meter(40);
        made.export_max_mw = pick({0, 15});
        made.loss_share = pick({0, 0.05});
        made.peak_so_far_mw = pick({0, 12});
        so_far_ = pick({0, 0, 7});
        if (roll(2)) made.earlier_peaks_mw.steps = {{1, 20}, {3, 35}};
        return made;
    }

    TariffPeriod a_period(const std::string& name, double from_h, double price) {
        TariffPeriod made = period(from_h, from_h > 20 ? 1.5 : from_h + 2.5, price);
        made.name = name;
        made.fixed_per_mw_month = pick({0, 4000});
        made.month_from = 12;
        made.month_to = pick({1, 2});
        return made;
    }

    Battery cells() {
        Battery made;
        made.name = "cells";
        made.zone.name = "estate";
        made.charge_mw = made.discharge_mw = 8;
        made.energy_mwh = 12;
        made.initial_level_mwh = 6;
        made.charge_efficiency = made.discharge_efficiency = pick({1.0, 0.9});
        return made;
    }

    void add_wind(Scene& scene, int steps) {
        WindPlant wind;
        wind.name = "wind";
        wind.zone.name = "zone";
        wind.capacity_mw = 60;
        wind.availability = Profile{shares(steps)};
        Wheeling contract;
        contract.name = "supply";
        contract.meter.name = "gate";
        contract.plant = "wind";
        contract.share = pick({0.5, 1});
        contract.loss_share = 0.1;
        contract.charge_per_mwh = pick({10, 70});
        contract.energy_price_per_mwh = 15;
        scene.add(wind).add(contract);
    }

    std::mt19937 bits_;
    double so_far_ = 0.0;  ///< peak within each period before the horizon
};

TEST(RandomBills, CostWhatTheyAreAndServeTheZone) {
    for (unsigned seed = 1; seed <= 60; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const Scene scene = RandomEstate{seed}.make();
        expect_costs_are_the_bill(billed(scene).solve());
        const System system = scene.system();
        const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};
        const Solution least = scene.solve();
        const ZoneObjective made = optimise_zone(system, "estate", exactly);
        ASSERT_TRUE(made.system.has_solution()) << made.system.explanation;
        EXPECT_TRUE(made.own.findings.empty() && made.system.findings.empty());
        for (const std::string& each : verify(system, made.system).problems) ADD_FAILURE() << each;
        const ObjectiveComparison found{"estate", view_of(least, "estate", made.behind),
                                        view_of(made.system, "estate", made.behind)};
        EXPECT_GE(found.system_loss(), -1e-3);
        // Wheeled power is billed by what the plant gave, which is less where the system curtails it.
        if (system.all<Wheeling>().empty()) {
            EXPECT_GE(found.zone_gain(), -1e-3);
        }
    }
}

}  // namespace
}  // namespace indus::tests
