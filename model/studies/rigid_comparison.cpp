// SPDX-License-Identifier: Apache-2.0
#include "model/studies/rigid_comparison.hpp"

#include <algorithm>

#include "model/outages.hpp"
#include "model/studies/rigid.hpp"

namespace indus::model {

namespace {

/// Sums over all components, per step.
class Sums {
public:
    Sums(const System& system, const Solution& solution)
        : system_{system}, solution_{solution}, load_(static_cast<std::size_t>(system.horizon().step_count()), 0.0) {}

    RunFigures figures() {
        RunFigures made;
        made.cost = solution_.certificate.cost.value_or(0.0);
        loads();
        made.peak_mw = *std::max_element(load_.begin(), load_.end());
        less_weather();
        made.peak_residual_mw = *std::max_element(load_.begin(), load_.end());
        const Horizon& time = system_.horizon();
        for (const SeriesRecord& each : solution_.series)
            for (int t = 0; t < time.step_count(); ++t) {
                const double value = each.values[static_cast<std::size_t>(t)] * time.weight(t);
                if (each.kind == Demand::kind && each.quantity == "unserved")
                    made.unserved_mwh += time.hours(t) * value;
                if (each.kind == HeatDemand::kind && each.quantity == "unserved_heat")
                    made.unserved_heat_mwh += time.hours(t) * value;
                if (each.kind == ShiftableLoad::kind && each.quantity == "missing") made.missing_mwh += value;
                if (is_weather(each) && each.quantity == "curtailment") made.curtailment_mwh += time.hours(t) * value;
                if (each.quantity == "emissions" || each.quantity == "process_emissions") made.emissions_t += value;
            }
        return made;
    }

private:
    static bool is_weather(const SeriesRecord& series) {
        return series.kind == SolarPlant::kind || series.kind == WindPlant::kind;
    }

    void add(const std::string& owner, std::string_view quantity, std::string_view kind, double factor) {
        const SeriesRecord* found = solution_.find(owner, quantity, kind);
        for (std::size_t t = 0; found && t < load_.size(); ++t) load_[t] += factor * found->values[t];
    }

    template <class Load>
    void withdrawals() {
        for (const Load& each : system_.all<Load>()) add(each.name, "withdrawal", Load::kind, 1.0);
    }

    void loads() {
        for (const Demand& each : system_.all<Demand>())
            for (std::size_t t = 0; t < load_.size(); ++t)
                load_[t] += each.withdrawal_factor() * each.load_mw[static_cast<int>(t)];
        withdrawals<FlexibleDemand>();
        withdrawals<Stage>();
        withdrawals<ShiftableLoad>();
        withdrawals<InterruptibleContract>();
        withdrawals<Boiler>();
        for (const Upgrade& each : system_.all<Upgrade>()) {
            const double factor = system_.at(system_.at(each.stage).process).withdrawal_factor();
            add(each.name, "saved", each.kind, -factor);
            add(each.name, "recovered", each.kind, -factor);
        }
    }

    void less_weather() {
        for (const SeriesRecord& each : solution_.series)
            if (is_weather(each) && (each.quantity == "output" || each.quantity == "curtailment"))
                for (std::size_t t = 0; t < load_.size(); ++t) load_[t] -= each.values[t];
        for (const RunOfRiver& each : system_.all<RunOfRiver>()) river(each);
    }

    /// What passes and may be used, up to the capacity that outages leave.
    void river(const RunOfRiver& plant) {
        const SeriesRecord* output = solution_.find(plant.name, "output", plant.kind);
        const SeriesRecord* spill = solution_.find(plant.name, "spill", plant.kind);
        const Availability left{system_, plant.name, plant.capacity_mw};
        for (std::size_t i = 0; output && spill && i < load_.size(); ++i) {
            const auto t = static_cast<int>(i);
            const double usable = output->values[i] + spill->values[i] - plant.environmental_release_mw[t];
            load_[i] -= std::clamp(usable, 0.0, left.share(t) * plant.capacity_mw);
        }
    }

    const System& system_;
    const Solution& solution_;
    std::vector<double> load_;
};

}  // namespace

RunFigures figures_of(const System& system, const Solution& solution) { return Sums{system, solution}.figures(); }

RigidComparison compare_with_rigid(const System& system, const Solution& optimised, const Solution& rigid,
                                   bool stopped) {
    RigidComparison made;
    made.optimised = figures_of(system, optimised);
    made.has_industry = has_flexible_industry(system);
    made.explanation = rigid.explanation;
    made.optimised_bound = optimised.certificate.bound;
    if (stopped) {
        made.explanation = "The rigid run was stopped before it was done.";
        return made;
    }
    if (!rigid.has_solution()) return made;
    made.rigid = figures_of(system, rigid);
    made.bound = rigid.certificate.bound;
    made.gap = rigid.certificate.gap;
    if (!made.has_industry)
        made.explanation = "The case has no industry that could be flexible: both runs are the same.";
    return made;
}

}  // namespace indus::model
