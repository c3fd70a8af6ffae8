// SPDX-License-Identifier: Apache-2.0
// The schedule of a process that knows no price.
#include <algorithm>
#include <cmath>

#include "model/components/works/stage_rows.hpp"
#include "model/components/works/works.hpp"
#include "model/studies/rigid_loads.hpp"
#include "model/studies/rigid_part.hpp"

namespace indus::model {

namespace {

/// The aims of one process.
class ProcessAims {
public:
    ProcessAims(const Formulation& f, solver::Block block, const Process& process, const Solution& optimised)
        : f_{f},
          system_{f.system()},
          time_{f.horizon()},
          optimised_{optimised},
          part_{f,
                [&](const DecisionSeries& each) { return f.program().block_of_column(each.first_column) == block; }} {
        for (const Stock& each : system_.all<Stock>())
            if (each.process.name == process.name) stock(each);
        for (const Stage& each : system_.all<Stage>())
            if (each.process.name == process.name) stage(each);
        for (const DecisionSeries* each : part_.series())
            if (each->kind == Order::kind) penalties_ += part_.cost_of(*each);
    }

    void settle(const solver::Options& options) { part_.settle({penalties_, shortfall_, own_, early_}, options); }
    bool is_empty() const { return part_.series().empty(); }
    solver::Outcome outcome() const { return part_.outcome(); }

    void give(RigidDecisions& made) const {
        for (const DecisionSeries* each : part_.series()) {
            const bool is_work = each->kind == Stage::kind &&
                                 (each->quantity.starts_with("in_") || each->quantity.starts_with("begin_") ||
                                  each->quantity.starts_with("set_") || each->quantity.starts_with("rate_") ||
                                  each->quantity.starts_with("units_"));
            if (is_work || (each->kind == Upgrade::kind && each->quantity == "built"))
                made.given.push_back(part_.given(*each));
            // Where nothing is traded, the level at the end follows from what is made.
            if (each->kind == Stock::kind && each->quantity == "level" && trades(each->owner))
                made.given.push_back(part_.given_at_end(*each));
        }
    }

private:
    bool trades(const std::string& stock) const {
        for (const char* quantity : {"bought", "sold", "dumped"})
            if (part_.find(Stock::kind, stock, quantity)) return true;
        return false;
    }

    /// Hours that steps count for.
    std::vector<double> weighted_hours() const {
        std::vector<double> made;
        for (int t = 0; t < time_.step_count(); ++t) made.push_back(time_.hours(t) * time_.weight(t));
        return made;
    }

    void stock(const Stock& stock) {
        for (const char* quantity : {"bought", "sold"})
            if (const DecisionSeries* traded = part_.find(stock.kind, stock.name, quantity))
                own_ += part_.cost_at_mean_price(*traded, weighted_hours());
        if (const DecisionSeries* dumped = part_.find(stock.kind, stock.name, "dumped")) own_ += part_.cost_of(*dumped);
        const SeriesRecord* before = optimised_.find(stock.name, "sold", stock.kind);
        if (const DecisionSeries* sold = part_.find(stock.kind, stock.name, "sold"); sold && before) {
            Expression units;
            for (int t = 0; t < time_.step_count(); ++t) {
                units.add(part_.at(*sold, t), time_.hours(t));
                units -= time_.hours(t) * before->values[static_cast<std::size_t>(t)];
            }
            part_.require(units == 0.0);
        }
        const DecisionSeries* level = part_.find(stock.kind, stock.name, "level");
        for (int t = 0; level && t < time_.step_count(); ++t)
            if (time_.is_last(t) && stock.least_at_end().value_or(0.0) < stock.initial_level)
                shortfall_ +=
                    (1.0 / stock.capacity) * part_.excess(Expression{stock.initial_level} - part_.at(*level, t));
    }

    void stage(const Stage& stage) {
        for (const DecisionSeries* each : part_.series())
            if (each->kind == stage.kind && each->owner == stage.name) own_ += part_.cost_of(*each);
        double fullest = 0.0;
        const std::vector<const StageMode*> modes = modes_of(system_, stage);
        for (const StageMode* each : modes) fullest = std::max(fullest, full_rate(*each));
        const std::vector<double> open = open_shares(system_, stage);
        for (const StageMode* each : modes) early_ += work(stage, *each, open, fullest);
    }

    static double full_rate(const StageMode& mode) {
        return mode.is_batch() ? mode.batch_units / mode.batch_h : mode.max_rate_per_h;
    }
    /// From 1 at the start of a period to 2 at its end.
    double lateness(int t) const { return 1.0 + time_.hours_before(t) / time_.total_hours(); }

    /// Hours of full work, later ones dearer; an hour in a mode counts a little even where nothing is made.
    Expression work(const Stage& stage, const StageMode& mode, const std::vector<double>& open, double fullest) const {
        constexpr double of_being_on = 0.01;
        const double share = fullest > 0.0 ? full_rate(mode) / fullest : 0.0;
        Expression sum;
        if (mode.is_batch()) {
            const DecisionSeries& begin = *part_.find(stage.kind, stage.name, "begin_" + mode.name);
            const DecisionSeries* size = part_.find(stage.kind, stage.name, "units_" + mode.name);
            for (int t = 0; t < time_.step_count(); ++t) {
                const std::optional<int> last = last_of_batch(time_, t, mode.batch_h);
                double hours = 0.0;
                for (int i = t; last && i <= *last; ++i) hours += time_.hours(i) * lateness(i);
                const double whole = size ? 0.0 : share;
                sum.add(part_.at(begin, t), (whole + of_being_on) * hours);
                if (size) sum.add(part_.at(*size, t), share * hours / mode.batch_units);
            }
            return sum;
        }
        const DecisionSeries& in = *part_.find(stage.kind, stage.name, "in_" + mode.name);
        const DecisionSeries* rate = part_.find(stage.kind, stage.name, "rate_" + mode.name);
        for (int t = 0; t < time_.step_count(); ++t) {
            const double hours = time_.hours(t) * lateness(t);
            const double whole = rate ? 0.0 : share * open[static_cast<std::size_t>(t)];
            sum.add(part_.at(in, t), hours * (of_being_on + whole));
            if (rate) sum.add(part_.at(*rate, t), hours / fullest);
        }
        return sum;
    }

    const Formulation& f_;
    const System& system_;
    const Horizon& time_;
    const Solution& optimised_;
    RigidPart part_;
    Expression penalties_{}, shortfall_{}, own_{}, early_{};
};

}  // namespace

void settle_process(Formulation& f, int index, const Solution& optimised, const solver::Options& options,
                    RigidDecisions& made) {
    const System& system = f.system();
    const Process& process = system.all<Process>()[static_cast<std::size_t>(index)];
    for (const Upgrade& each : system.all<Upgrade>()) {
        if (each.build != UpgradeChoice::open || system.at(each.stage).process.index != index) continue;
        const SeriesRecord* chosen = optimised.find(each.name, "built", Upgrade::kind);
        const double built = chosen ? std::round(chosen->values.front()) : 0.0;
        f.program().set_bounds((*written_series(f, Upgrade::kind, each.name, "built"))[0], built, built);
    }
    ProcessAims aims{f, f.shared<Works>(system).block(f.program(), index), process, optimised};
    if (aims.is_empty()) return;
    aims.settle(options);
    if (is_settled("process " + process.name, aims.outcome(), made)) aims.give(made);
}

}  // namespace indus::model
