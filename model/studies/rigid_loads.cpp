// SPDX-License-Identifier: Apache-2.0
#include "model/studies/rigid_loads.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>

#include "model/studies/rigid_part.hpp"

namespace indus::model {

namespace {

double clock_seconds() {
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

template <class Component>
RigidPart part_of_one(const Formulation& f, const Component& c) {
    return {f, [&](const DecisionSeries& each) { return each.kind == Component::kind && each.owner == c.name; }};
}

/// plan + level within limits, so that the hours of the window come to the energy due, or as near as limits let.
class WindowDraw {
public:
    WindowDraw(const ShiftableLoad& load, const Horizon& horizon, const ShiftableLoad::Window& window)
        : load_{load}, time_{horizon}, window_{window} {}

    void write(std::vector<double>& draw) const {
        double low = -1.0, high = 1.0;
        for (const int t : window_.steps) {
            low = std::min(low, least(t) - load_.planned_mw[t]);
            high = std::max(high, load_.max_mw[t] - load_.planned_mw[t]);
        }
        for (int i = 0; i < 200; ++i) {
            const double middle = 0.5 * (low + high);
            (energy(middle) < window_.due_mwh ? low : high) = middle;
        }
        double missing = window_.due_mwh - energy(high);
        for (const int t : window_.steps) {
            double& mw = draw[static_cast<std::size_t>(t)];
            // What rounding leaves goes into the first step that can take it.
            const double even = at(t, high);
            mw = std::clamp(even + missing / time_.hours(t), least(t), std::max(least(t), load_.max_mw[t]));
            if (std::abs(missing) > 1e-6) mw = even;
            missing -= (mw - even) * time_.hours(t);
        }
    }

private:
    double least(int t) const { return load_.min_mw[t]; }
    double at(int t, double level) const {
        return std::clamp(load_.planned_mw[t] + level, least(t), std::max(least(t), load_.max_mw[t]));
    }
    double energy(double level) const {
        double sum = 0.0;
        for (const int t : window_.steps) sum += time_.hours(t) * at(t, level);
        return sum;
    }

    const ShiftableLoad& load_;
    const Horizon& time_;
    const ShiftableLoad::Window& window_;
};

}  // namespace

bool is_settled(const std::string& what, solver::Outcome outcome, RigidDecisions& made) {
    if (outcome == solver::Outcome::optimal) return true;
    if (outcome == solver::Outcome::feasible) {
        made.unproven.push_back(what);
        return true;
    }
    if (!made.problem.empty()) return false;
    const bool none = outcome == solver::Outcome::infeasible || outcome == solver::Outcome::infeasible_or_unbounded;
    made.outcome = none ? solver::Outcome::infeasible : solver::Outcome::no_solution_found;
    made.problem = fmt::format(
        "Rigid schedule of {}: {}.", what,
        none ? "none keeps its own rules, whatever the price" : "the search was stopped before there was one");
    return false;
}

TimeShare::TimeShare(solver::Options options, double until_seconds)
    : options_{std::move(options)}, until_seconds_{clock_seconds() + until_seconds} {}

solver::Options TimeShare::of(std::size_t users_left) const {
    solver::Options made = options_;
    const double left = std::max(0.0, until_seconds_ - clock_seconds());
    made.time_limit_seconds = std::max(0.1, left / static_cast<double>(std::max<std::size_t>(users_left, 1)));
    return made;
}

std::vector<double> even_draw(const ShiftableLoad& load, const Horizon& horizon) {
    std::vector<double> draw(static_cast<std::size_t>(horizon.step_count()), 0.0);
    for (int t = 0; t < horizon.step_count(); ++t)
        if (load.is_open(horizon, t)) draw[static_cast<std::size_t>(t)] = load.min_mw[t];
    for (const ShiftableLoad::Window& each : load.windows(horizon)) WindowDraw{load, horizon, each}.write(draw);
    return draw;
}

void settle_load(const Formulation& f, const ShiftableLoad& load, const solver::Options& options,
                 RigidDecisions& made) {
    RigidPart part = part_of_one(f, load);
    const DecisionSeries& draw = *part.find(load.kind, load.name, "draw");
    const std::vector<double> even = even_draw(load, f.horizon());
    Expression missing, far;
    for (const DecisionSeries* each : part.series()) missing += part.cost_of(*each);
    for (int t = 0; t < draw.step_count; ++t)
        far += f.horizon().hours(t) *
               part.distance(Expression{part.at(draw, t)} - Expression{even[static_cast<std::size_t>(t)]});
    part.settle({missing, far}, options);
    if (!is_settled("shiftable load " + load.name, part.outcome(), made)) return;
    SeriesRecord given = part.given(draw);
    for (std::size_t t = 0; t < even.size(); ++t)
        if (std::abs(given.values[t] - even[t]) < 1e-6) given.values[t] = even[t];
    made.given.push_back(std::move(given));
}

void settle_store(const Formulation& f, const HeatStore& store, const solver::Options& options, RigidDecisions& made) {
    RigidPart part = part_of_one(f, store);
    Expression moved;
    for (const char* quantity : {"charge", "discharge"})
        for (int t = 0; t < f.horizon().step_count(); ++t)
            moved.add(part.at(*part.find(store.kind, store.name, quantity), t), f.horizon().hours(t));
    part.settle({moved}, options);
    if (!is_settled("heat store " + store.name, part.outcome(), made)) return;
    for (const char* quantity : {"charge", "discharge"})
        made.given.push_back(part.given(*part.find(store.kind, store.name, quantity)));
}

void settle_contract(const Formulation& f, const InterruptibleContract& contract, RigidDecisions& made) {
    for (const DecisionSeries& each : f.decisions())
        if (each.kind == contract.kind && each.owner == contract.name)
            made.given.push_back({each.kind, each.owner, each.quantity, each.unit, true,
                                  std::vector<double>(static_cast<std::size_t>(each.step_count), 0.0)});
}

}  // namespace indus::model
