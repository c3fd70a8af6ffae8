// SPDX-License-Identifier: Apache-2.0
// The same networks with voltage angles as variables, written here once more: an optimum over net exports and factors
// is one over angles.
#include <numbers>

#include "solver/solver.hpp"
#include "tests/model/network/random_network.hpp"

namespace indus::tests {
namespace {

/// The linear program over angles, step by step; knows the fields that random networks use.
class AngleProgram {
public:
    explicit AngleProgram(const System& system) : system_{system} {
        for (int t = 0; t < system.horizon().step_count(); ++t) add_step(t);
    }
    double cost() const {
        const solver::Result result = solver::make_solver("clp")->solve(program_, {});
        EXPECT_EQ(result.outcome, solver::Outcome::optimal);
        return result.objective;
    }

private:
    Variable column(double lower, double upper, double cost) {
        return program_.add_variable({.lower = lower, .upper = upper, .cost = cost, .family = family_});
    }
    void row(const Condition& condition) { program_.add_row(condition, {.family = family_}); }

    void add_step(int t) {
        balance_.assign(system_.all<Zone>().size(), {});
        angle_.clear();
        for (std::size_t z = 0; z < balance_.size(); ++z) {
            angle_.push_back(column(-solver::infinity, solver::infinity, 0.0));
            balance_[z].add(column(0.0, solver::infinity, *system_.all<Zone>()[z].surplus_cost_per_mwh), -1.0);
        }
        for (const ThermalPlant& each : system_.all<ThermalPlant>())
            at(each.zone).add(column(0.0, each.capacity_mw, each.variable_cost_per_mwh), 1.0);
        for (const Demand& each : system_.all<Demand>()) {
            at(each.zone) += -each.load_mw[t];
            at(each.zone).add(column(0.0, each.load_mw[t], each.value_of_lost_load_per_mwh.steps.front().value), 1.0);
        }
        for (const Line& each : system_.all<Line>()) add_link(each, t);
        for (const AcLine& each : system_.all<AcLine>())
            if (each.available[t] > 0.0) add_line(each, t);
        for (const Expression& each : balance_) row(each == 0.0);
    }
    void add_link(const Line& line, int t) {
        const Variable forward = column(0.0, line.capacity_mw[t], 0.0);
        const Variable backward = column(0.0, line.capacity_mw[t], 0.0);
        at(line.from).add(forward, -1.0).add(backward, 1.0 - line.loss_share);
        at(line.to).add(backward, -1.0).add(forward, 1.0 - line.loss_share);
    }
    void add_line(const AcLine& line, int t) {
        const double radian = 180.0 / std::numbers::pi;
        const double b = 100.0 / (line.reactance_pu * line.tap_ratio);
        const Expression difference = Expression{angle_[index(line.from)]} - angle_[index(line.to)];
        const Expression flow = b * (difference + Expression{-line.phase_shift_degrees / radian});
        at(line.from) -= flow;
        at(line.to) += flow;
        if (line.max_angle_degrees) row(difference <= *line.max_angle_degrees / radian);
        const double most = line.violation_cost_per_mwh ? solver::infinity : 0.0;
        const Variable overload = column(0.0, most, line.violation_cost_per_mwh.value_or(0.0));
        row(flow - overload <= line.available[t] * line.capacity_mw[t]);
        row(flow + overload >= -line.available[t] * line.capacity_mw[t]);
    }

    static std::size_t index(const Reference<Zone>& zone) { return static_cast<std::size_t>(zone.index); }
    Expression& at(const Reference<Zone>& zone) { return balance_[index(zone)]; }

    const System& system_;
    solver::Program program_;
    solver::Family family_ = program_.add_family({"network", "angles", "MW"});
    std::vector<Expression> balance_;
    std::vector<Variable> angle_;
};

TEST(NetworkProperties, FactorsCostWhatAnglesCost) {
    for (unsigned seed = 101; seed <= 140; ++seed) {
        SCOPED_TRACE(seed);
        Scene scene = random_network(seed);
        // Power that is not wanted goes away at no cost: the link need not burn it by sending both ways.
        for (Zone& zone : scene.data.list<Zone>()) zone.surplus_cost_per_mwh = 0.0;
        const double expected = AngleProgram{scene.system()}.cost();
        EXPECT_NEAR(cost(scene.solve(1e-7)), expected, 1e-6 * expected);
    }
}

}  // namespace
}  // namespace indus::tests
