// SPDX-License-Identifier: Apache-2.0
// The least cost of a small system of thermal plants in one zone, found by trying every on/off schedule. Shares nothing
// with the rows, the audit or the integer search: the rules of commitment are walked through hour by hour, costs are the
// upper hull of their chords, and only the dispatch of one schedule is a linear program.
//
//     const std::optional<double> least = Enumeration{system}.least_cost();   // none: no schedule is feasible
#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <vector>

#include "model/system.hpp"
#include "solver/solver.hpp"

namespace indus::tests {

/// On and off of one plant: bit t is step t. `cost` is that of its starts and stops.
struct Schedule {
    unsigned on = 0;
    double cost = 0.0;
    bool is_on(int t) const { return ((on >> t) & 1U) != 0; }
};

class Enumeration {
public:
    explicit Enumeration(const model::System& system) : system_{system}, plants_{system.all<model::ThermalPlant>()} {
        for (const model::ThermalPlant& plant : plants_) schedules_.push_back(allowed_schedules(plant));
    }

    std::optional<double> least_cost() const {
        std::vector<Candidate> candidates;
        std::vector<Schedule> chosen(plants_.size());
        collect(0, chosen, step_costs(), candidates);
        std::sort(candidates.begin(), candidates.end(), [](const Candidate& l, const Candidate& r) { return l.at_least < r.at_least; });
        std::optional<double> least;
        for (const Candidate& each : candidates) {
            if (least && each.at_least >= *least) break;
            const std::optional<double> dispatched = dispatch(each.schedules, 0, steps(), true);
            if (!dispatched) continue;
            double cost = *dispatched;
            for (const Schedule& schedule : each.schedules) cost += schedule.cost;
            least = std::min(cost, least.value_or(cost));
        }
        return least;
    }

private:
    struct Candidate {
        std::vector<Schedule> schedules{};
        double at_least = 0.0;
    };

    int steps() const { return system_.horizon().step_count(); }

    /// Walks through the steps; none where a rule is broken.
    std::optional<double> cost_of_switching(const model::ThermalPlant& plant, const Schedule& schedule) const {
        bool was_on = plant.initial_status_h.value_or(-1.0) > 0.0;
        double hours_on = was_on ? *plant.initial_status_h : 0.0;
        double hours_off = was_on ? 0.0 : plant.initial_status_h ? -*plant.initial_status_h : std::numeric_limits<double>::infinity();
        double cost = 0.0;
        for (int t = 0; t < steps(); ++t) {
            const bool on = schedule.is_on(t);
            if (plant.must_run && !on) return {};
            if (on && !was_on) {
                if (hours_off < plant.min_down_h - 1e-9) return {};
                double start = 0.0;
                for (const auto& category : plant.start_cost.steps)
                    if (hours_off > category.from - 1e-9) start = category.value;
                cost += start;
                hours_on = 0.0;
            } else if (!on && was_on) {
                if (hours_on < plant.min_up_h - 1e-9) return {};
                const double before = plant.initial_output_mw.value_or(plant.min_output_mw);
                if (t == 0 && plant.shut_down_limit_mw && before > *plant.shut_down_limit_mw + 1e-9) return {};
                cost += plant.shut_down_cost;
                hours_off = 0.0;
            }
            (on ? hours_on : hours_off) += system_.horizon().hours(t);
            was_on = on;
        }
        return cost;
    }

    std::vector<Schedule> allowed_schedules(const model::ThermalPlant& plant) const {
        std::vector<Schedule> allowed;
        for (unsigned on = 0; on < (1U << steps()); ++on)
            if (const auto cost = cost_of_switching(plant, {on, 0.0})) allowed.push_back({on, *cost});
        return allowed;
    }

    /// Cost of each step alone, by which plants are on (bit i is plant i): without ramps and limits, so no more than in truth.
    std::vector<std::vector<std::optional<double>>> step_costs() const {
        std::vector<std::vector<std::optional<double>>> costs(static_cast<std::size_t>(steps()));
        for (int t = 0; t < steps(); ++t)
            for (unsigned on = 0; on < (1U << plants_.size()); ++on) {
                std::vector<Schedule> alone;
                for (std::size_t i = 0; i < plants_.size(); ++i) alone.push_back({((on >> i) & 1U) << t, 0.0});
                costs[static_cast<std::size_t>(t)].push_back(dispatch(alone, t, t + 1, false));
            }
        return costs;
    }

    void collect(std::size_t plant, std::vector<Schedule>& chosen, const std::vector<std::vector<std::optional<double>>>& step_costs,
                 std::vector<Candidate>& candidates) const {
        if (plant < plants_.size()) {
            for (const Schedule& each : schedules_[plant]) {
                chosen[plant] = each;
                collect(plant + 1, chosen, step_costs, candidates);
            }
            return;
        }
        double at_least = 0.0;
        for (const Schedule& each : chosen) at_least += each.cost;
        for (int t = 0; t < steps(); ++t) {
            std::size_t on = 0;
            for (std::size_t i = 0; i < chosen.size(); ++i) on |= chosen[i].is_on(t) ? std::size_t{1} << i : 0;
            const std::optional<double>& cost = step_costs[static_cast<std::size_t>(t)][on];
            if (!cost) return;
            at_least += *cost;
        }
        candidates.push_back({chosen, at_least - 1e-7 * std::abs(at_least)});
    }

    /// Least cost of the steps [first, last) for given schedules, starts and stops not counted.
    std::optional<double> dispatch(const std::vector<Schedule>& schedules, int first, int last, bool with_memory) const;
    class DispatchProgram;

    const model::System& system_;
    const std::vector<model::ThermalPlant>& plants_;
    std::vector<std::vector<Schedule>> schedules_;
};

/// Total cost per hour of a plant at an output, from the definitions of its fields.
class HourlyCost {
public:
    HourlyCost(const model::System& system, const model::ThermalPlant& plant, int t) : p_{plant}, segments_{system.settings().cost_segments} {
        if (!plant.fuel.is_set()) return;
        const model::Fuel& fuel = system.at(plant.fuel);
        per_gj_ = fuel.price_per_gj[t];
        for (const model::Policy& policy : system.all<model::Policy>()) per_gj_ += policy.carbon_price_per_t[t] * fuel.emission_factor_t_per_gj;
    }
    /// Outputs between which the cost is straight.
    std::vector<double> bends() const {
        std::vector<double> at{p_.min_output_mw, p_.capacity_mw};
        for (const model::Steps* curve : {&p_.heat_curve_gj_per_h, &p_.cost_curve_per_h})
            for (const auto& point : curve->steps) at.push_back(std::clamp(point.from, p_.min_output_mw, p_.capacity_mw));
        for (int k = 1; p_.quadratic_cost_per_mw2h > 0.0 && k < segments_; ++k) at.push_back(cut(k));
        std::sort(at.begin(), at.end());
        return at;
    }
    double at(double output) const {
        double heat = p_.no_load_heat_gj_per_h + p_.heat_rate_gj_per_mwh * output;
        if (!p_.heat_curve_gj_per_h.empty()) heat = along(p_.heat_curve_gj_per_h, output);
        const double curve = p_.cost_curve_per_h.empty() ? 0.0 : along(p_.cost_curve_per_h, output);
        return heat * per_gj_ + p_.no_load_cost_per_h + p_.variable_cost_per_mwh * output + curve + square(output);
    }

private:
    double cut(int k) const { return p_.min_output_mw + (p_.capacity_mw - p_.min_output_mw) * k / segments_; }
    /// The quadratic's chords lie above it: the largest of the lines through neighbouring cuts.
    double square(double output) const {
        if (p_.capacity_mw <= p_.min_output_mw) return p_.quadratic_cost_per_mw2h * output * output;
        double highest = -std::numeric_limits<double>::infinity();
        for (int k = 0; k < segments_; ++k) highest = std::max(highest, (cut(k) + cut(k + 1)) * output - cut(k) * cut(k + 1));
        return p_.quadratic_cost_per_mw2h * highest;
    }
    static double along(const model::Steps& curve, double output) {
        if (curve.size() == 1) return curve.steps[0].value;
        double highest = -std::numeric_limits<double>::infinity();
        for (std::size_t k = 1; k < curve.size(); ++k) {
            const auto& [x, y] = curve.steps[k - 1];
            highest = std::max(highest, y + (curve.steps[k].value - y) / (curve.steps[k].from - x) * (output - x));
        }
        return highest;
    }
    const model::ThermalPlant& p_;
    int segments_;
    double per_gj_ = 0.0;
};

/// The dispatch of given schedules as a linear program of its own.
class Enumeration::DispatchProgram {
public:
    DispatchProgram(const Enumeration& e, const std::vector<Schedule>& schedules, int first, int last, bool with_memory)
        : system_{e.system_}, plants_{e.plants_}, schedules_{schedules}, first_{first}, last_{last}, with_memory_{with_memory} {}

    solver::Program make() {
        for (int t = first_; t < last_; ++t) {
            balance_ = solver::Expression{};
            reserve_.assign(system_.all<model::Reserve>().size(), solver::Expression{});
            std::vector<solver::Variable> outputs;
            for (std::size_t i = 0; i < plants_.size(); ++i) outputs.push_back(plant(i, t));
            demand(t);
            before_ = outputs;
        }
        return std::move(program_);
    }

private:
    solver::Variable column(double lower, double upper, double cost) {
        return program_.add_variable({.lower = lower, .upper = upper, .cost = cost, .family = family_, .position = program_.column_count()});
    }
    void row(const solver::Condition& condition) { program_.add_row(condition, {.family = family_, .position = program_.row_count()}); }

    solver::Variable plant(std::size_t i, int t) {
        const model::ThermalPlant& p = plants_[i];
        const bool on = schedules_[i].is_on(t);
        const double h = system_.horizon().hours(t);
        const solver::Variable output = column(on ? p.min_output_mw : 0.0, on ? p.capacity_mw : 0.0, 0.0);
        solver::Expression with_reserve{output};
        for (std::size_t k = 0; k < reserve_.size(); ++k) {
            const double minutes = system_.all<model::Reserve>()[k].response_minutes;
            const double by_ramp = p.ramp_up_mw_per_h ? *p.ramp_up_mw_per_h * minutes / 60.0 : p.capacity_mw;
            const solver::Variable held = column(0.0, on && p.provides_reserve ? by_ramp : 0.0, 0.0);
            with_reserve += held;
            reserve_[k] += held;
        }
        balance_ += output;
        if (!on) return output;
        row(with_reserve <= p.capacity_mw);
        if (with_memory_) remember(i, t, with_reserve, output);
        const solver::Variable money = column(-1e9, 1e9, h);
        const HourlyCost cost{system_, p, t};
        const std::vector<double> bends = cost.bends();
        for (std::size_t k = 0; k < bends.size(); ++k) {
            const double width = k == 0 ? 0.0 : bends[k] - bends[k - 1];
            const double slope = width > 1e-6 ? (cost.at(bends[k]) - cost.at(bends[k - 1])) / width : 0.0;
            if (k > 0 && width <= 1e-6 && bends.front() < bends.back() - 1e-6) continue;
            if (k == 0 && bends.front() < bends.back() - 1e-6) continue;
            row(solver::Expression{money} - slope * output >= cost.at(bends[k]) - slope * bends[k]);
        }
        return output;
    }

    /// What the steps before and after ask of a plant that is on at t.
    void remember(std::size_t i, int t, const solver::Expression& with_reserve, solver::Variable output) {
        const model::ThermalPlant& p = plants_[i];
        const double h = system_.horizon().hours(t);
        const bool was_on = t > 0 ? schedules_[i].is_on(t - 1) : p.initial_status_h.value_or(-1.0) > 0.0;
        const double initial = p.initial_output_mw.value_or(p.min_output_mw);
        const solver::Expression before = t > 0 ? solver::Expression{before_[i]} : solver::Expression{initial};
        if (!was_on && p.start_up_limit_mw) row(with_reserve <= *p.start_up_limit_mw);
        if (t + 1 < last_ && !schedules_[i].is_on(t + 1) && p.shut_down_limit_mw) row(with_reserve <= *p.shut_down_limit_mw);
        if (was_on && p.ramp_up_mw_per_h) row(with_reserve - before <= *p.ramp_up_mw_per_h * h);
        if (was_on && p.ramp_down_mw_per_h) row(before - output <= *p.ramp_down_mw_per_h * h);
    }

    void demand(int t) {
        const double h = system_.horizon().hours(t);
        double load = 0.0;
        for (const model::Demand& each : system_.all<model::Demand>()) {
            load += each.load_mw[t];
            const auto& tiers = each.value_of_lost_load_per_mwh.steps;
            for (std::size_t k = 0; k < tiers.size(); ++k) {
                const double to = k + 1 < tiers.size() ? tiers[k + 1].from : 1.0;
                balance_ += column(0.0, (to - tiers[k].from) * each.load_mw[t], h * tiers[k].value);
            }
        }
        if (const auto& surplus = system_.all<model::Zone>()[0].surplus_cost_per_mwh) balance_ -= column(0.0, 1e6, h * *surplus);
        row(balance_ == load);
        for (std::size_t k = 0; k < reserve_.size(); ++k) {
            const model::Reserve& product = system_.all<model::Reserve>()[k];
            const double wanted = product.requirement_mw[t] + product.share_of_load * load;
            if (product.shortfall_cost_per_mwh) reserve_[k] += column(0.0, wanted, h * *product.shortfall_cost_per_mwh);
            row(reserve_[k] >= wanted);
        }
    }

    const model::System& system_;
    const std::vector<model::ThermalPlant>& plants_;
    const std::vector<Schedule>& schedules_;
    int first_, last_;
    bool with_memory_;
    solver::Program program_{};
    solver::Family family_ = program_.add_family({"dispatch", "item", "1"});
    solver::Expression balance_{};
    std::vector<solver::Expression> reserve_{};
    std::vector<solver::Variable> before_{};
};

inline std::optional<double> Enumeration::dispatch(const std::vector<Schedule>& schedules, int first, int last, bool with_memory) const {
    const solver::Program program = DispatchProgram{*this, schedules, first, last, with_memory}.make();
    const solver::Result result = solver::make_solver("clp")->solve(program);
    if (result.outcome == solver::Outcome::optimal) return result.objective;
    if (result.outcome == solver::Outcome::infeasible) return {};
    throw std::logic_error(std::string{"the dispatch of a schedule ended as "} + std::string{to_string(result.outcome)});
}

}  // namespace indus::tests
