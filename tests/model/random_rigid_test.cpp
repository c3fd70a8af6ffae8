// SPDX-License-Identifier: Apache-2.0
// Random industries: a rigid run keeps all rules, is never cheaper than the proven optimum, and is the same every time.
#include "model/audit.hpp"
#include "model/studies/rigid.hpp"
#include "model/studies/verify.hpp"
#include "tests/model/components/fuel_scene.hpp"
#include "tests/model/components/works/works_scene.hpp"
#include "tests/model/random_systems.hpp"

namespace indus::tests {
namespace {

class RandomIndustry {
public:
    explicit RandomIndustry(unsigned seed) : dice_{seed} {}

    Scene make() {
        h_ = dice_.pick({0.5, 1.0, 2.0});
        steps_ = 5 + dice_.roll(4);
        Scene scene{steps_, h_};
        scene.add(coal_in_tonnes()).add(plant_of_yard()).add(thermal("peaker", 150, 90));
        scene.demand(varying({20, 50, 80, 110}).values);
        coal(scene);
        mill(scene);
        if (!dice_.once_in(3)) pump(scene);
        if (!dice_.once_in(3)) contract(scene);
        return scene;
    }

private:
    Profile varying(std::initializer_list<double> values) {
        std::vector<double> made;
        for (int t = 0; t < steps_; ++t) made.push_back(dice_.pick(values));
        return Profile{made};
    }

    void coal(Scene& scene) {
        FuelStock stock = yard(dice_.pick({50, 150}), 300);
        if (!dice_.once_in(4)) stock.end_level_t.reset();
        stock.holding_cost_per_t_day = dice_.pick({0, 1});
        FuelRoute trucks = route("trucks", 0, dice_.pick({30, 60}));
        trucks.price_per_t = varying({10, 20, 60});
        trucks.lead_time_h = h_ * dice_.pick({0, 0, 1.5});
        if (dice_.once_in(2)) trucks.shipment_t = 20;
        scene.add(stock).add(trucks);
    }

    void mill(Scene& scene) {
        add_mill(scene).add(mode("run", 10, dice_.pick({20, 40})));
        StageMode slow = mode("slow", 4, 6);
        slow.max_rate_per_h = 8;
        slow.energy_mwh_per_unit = 1;
        if (dice_.once_in(2)) scene.add(slow);
        Order due = order(10 * h_ * (1 + dice_.roll(steps_ - 2)));
        if (dice_.once_in(2)) due.lost_cost_per_unit = dice_.pick({20, 2000});
        scene.add(due);
        Stage& spin = spin_of(scene);
        spin.start_cost = dice_.pick({0, 100});
        spin.min_run_h = h_ * dice_.pick({0, 2});
        Stock& yarn = yarn_of(scene);
        yarn.initial_level = dice_.pick({0, 10});
        if (dice_.once_in(3)) yarn.end_level = 0;
        yarn.holding_cost_per_unit_h = dice_.pick({0, 0.5});
        if (!dice_.once_in(3)) return;
        yarn.sell_max_per_h = 5;
        yarn.sell_value_per_unit = varying({10, 150});
    }

    void pump(Scene& scene) {
        ShiftableLoad load;
        load.name = "pump";
        load.zone.name = "zone";
        load.max_mw = varying({10, 40});
        load.energy_mwh.windows = {{0, steps_, 10 * h_ * steps_}};
        load.value_of_lost_load_per_mwh = dice_.pick({30, 500});
        if (dice_.once_in(2)) load.planned_mw = varying({0, 10, 30});
        if (dice_.once_in(2)) load.ramp_mw_per_h = 15 / h_;
        scene.add(load);
    }

    void contract(Scene& scene) {
        InterruptibleContract made;
        made.name = "works";
        made.demand.name = "load_zone";
        made.power_mw = 20.0;
        made.loss_per_mwh = dice_.pick({20, 60});
        made.payback_share = dice_.pick({0.0, 1.0});
        made.payback_h = 3 * h_;
        scene.add(made);
    }

    Dice dice_;
    double h_ = 1.0;
    int steps_ = 0;
};

TEST(RandomRigid, IsSoundAndNeverCheaper) {
    const DispatchOptions exactly{.run = {.gap = 0.0, .time_limit_seconds = 60.0}};
    int compared = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        SCOPED_TRACE(fmt::format("seed {}", seed));
        const System system = RandomIndustry{seed}.make().system();
        const Solution best = dispatch(system, exactly);
        if (!best.has_solution()) continue;
        const Solution rigid = dispatch_rigid(system, best, exactly);
        if (!rigid.has_solution()) {
            EXPECT_EQ(rigid.outcome, "infeasible") << rigid.explanation;
            continue;
        }
        ++compared;
        EXPECT_TRUE(rigid.certificate.feasible) << rigid.certificate.worst_row;
        for (const Finding& each : rigid.findings) ADD_FAILURE() << each.owner << ": " << each.what;
        for (const std::string& each : verify(system, rigid).problems) ADD_FAILURE() << each;
        EXPECT_LE(cost(best), cost(rigid) + 1e-6 * std::abs(cost(best)) + tolerance);
        if (seed > 5) continue;
        const Solution again = dispatch_rigid(system, best, exactly);
        for (std::size_t s = 0; s < rigid.series.size(); ++s)
            EXPECT_EQ(rigid.series[s].values, again.series[s].values) << rigid.series[s].owner;
    }
    EXPECT_GE(compared, 15);
}

}  // namespace
}  // namespace indus::tests
