// SPDX-License-Identifier: Apache-2.0
#include "model/answers/unit_program.hpp"

#include <algorithm>
#include <cstddef>
#include <deque>
#include <memory_resource>

#include "model/answers/unit_step.hpp"

namespace indus::model {

namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// One walk takes the memory for its functions from here, and goes on elsewhere when it is full.
thread_local std::byte first_memory[1 << 18];

/// One walk through the steps.
class Walk {
public:
    Walk(const UnitLimits& limits, const UnitCosts& costs, bool ramps_bind)
        : limits_{limits}, costs_{costs}, ramps_bind_{ramps_bind}, count_{static_cast<int>(limits.steps.size())} {
        table_.resize(4 * limits.steps.size());
        stops_.resize(limits.steps.size());
        starts_.resize(limits.steps.size());
    }

    UnitSchedule best() {
        if (limits_.is_on_before) begin_on();
        off_since_start_ = !limits_.is_on_before;
        for (int t = 0; t < count_; ++t) {
            stop(t);
            start(t);
            run(t);
        }
        return schedule();
    }

private:
    /// An interval of being on, as far as it has come.
    struct Run {
        int start = -1;                                ///< -1: on from before the first step
        double cost = 0.0;                             ///< all until now; where ramps bind, all before its first step
        double if_stopped = never;                     ///< the same, were the next step off
        std::pmr::vector<ConvexFunction> by_output{};  ///< where ramps bind: of each step since the start
    };
    struct Stop {
        double cost = never;  ///< of all before the step, the stop included
        const Run* run = nullptr;
    };
    struct Start {
        double cost = never;  ///< of all before the step, the start included
        int stop = -1;        ///< -1: off from before the first step
        int category = -1;
    };

    /// What the unit does in step t; made when first asked for.
    const UnitStep& within(int t, bool starts, bool stops) const {
        const UnitLimits::Step& limits = step(t);
        starts = starts && limits.start_narrows;
        stops = stops && limits.stop_narrows && !limits.next_trips;
        auto& made = table_[4 * static_cast<std::size_t>(t) + (starts ? 2 : 0) + (stops ? 1 : 0)];
        if (!made) made.emplace(limits_, costs_, t, UnitEdges{starts, stops}, &memory_);
        return *made;
    }
    const UnitLimits::Step& step(int t) const { return limits_.steps[static_cast<std::size_t>(t)]; }
    Stop& stop_at(int t) { return stops_[static_cast<std::size_t>(t)]; }
    Start& start_at(int t) { return starts_[static_cast<std::size_t>(t)]; }

    void begin_on() {
        Run& run = begin_run(-1);
        run.by_output.push_back({{limits_.above_before_mw}, {0.0}});
        run.if_stopped = 0.0;
        running_.push_back(&run);
    }

    Run& begin_run(int t) {
        Run& run = runs_.emplace_back(Run{t, 0.0, never, std::pmr::vector<ConvexFunction>{&memory_}});
        if (ramps_bind_) run.by_output.reserve(static_cast<std::size_t>(count_ - std::max(t, 0) + 1));
        return run;
    }

    /// The cheapest stop before step t.
    void stop(int t) {
        if (!step(t).may_stop || step(t).must_be_on) return;
        Stop& best = stop_at(t);
        for (const Run* run : running_)
            if (may_be_off(*run, t) && run->if_stopped < best.cost) best = {run->if_stopped, run};
        if (best.run) best.cost += costs_.stop[static_cast<std::size_t>(t)];
    }

    bool may_be_off(const Run& run, int t) const { return run.start < 0 || step(run.start).first_off <= t; }

    /// The cheapest way to be off until step t and on from it.
    void start(int t) {
        if (step(t).may_be_on && step(t).may_start) find_start(t);
        // From here on, what was off before a step that must be on is of no use.
        if (step(t).must_be_on) {
            off_since_start_ = false;
            first_useful_stop_ = t + 1;
            ready_ = {};
            next_ready_ = t + 1;
        }
    }

    void find_start(int t) {
        Start& best = start_at(t);
        const auto i = static_cast<std::size_t>(t);
        const auto offer = [&](double cost, int stop, int category) {
            const double extra = category < 0 ? 0.0 : costs_.category[static_cast<std::size_t>(category)][i];
            if (cost + extra < best.cost) best = {cost + extra, stop, category};
        };
        if (off_since_start_) {
            offer(0.0, -1, -1);
            for (std::size_t k = 0; k < limits_.categories.size(); ++k)
                if (limits_.categories[k].counts_initial[i]) offer(0.0, -1, static_cast<int>(k));
        }
        // Stops of which a start may follow now, in any category.
        for (; next_ready_ < t && step(next_ready_).first_on <= t; ++next_ready_)
            if (stop_at(next_ready_).cost < ready_.cost) ready_ = {stop_at(next_ready_).cost, next_ready_, -1};
        if (ready_.cost < never) offer(ready_.cost, ready_.stop, -1);
        for (std::size_t k = 0; k < limits_.categories.size(); ++k) {
            const UnitLimits::Category& category = limits_.categories[k];
            for (int s = std::max(category.first[i], first_useful_stop_); s < category.last[i]; ++s)
                if (step(s).first_on <= t) offer(stop_at(s).cost, s, static_cast<int>(k));
        }
        best.cost += costs_.start[i];
    }

    /// Carries every interval over step t, and begins the one that starts there.
    void run(int t) {
        if (!step(t).may_be_on) {
            running_.clear();
            return;
        }
        if (start_at(t).cost < never) {
            Run& begun = begin_run(t);
            begun.cost = start_at(t).cost;
            running_.push_back(&begun);
        }
        std::erase_if(running_, [&](Run* each) { return !carry(*each, t); });
        drop_dominated(t + 1);
    }

    bool stops_next(int t) const { return t + 1 < count_ && step(t + 1).may_stop && !step(t + 1).must_be_on; }

    /// False where no output is possible.
    bool carry(Run& run, int t) const {
        const bool starts = run.start == t;
        const UnitStep& plain = within(t, starts, false);
        const UnitStep& last = within(t, starts, true);
        if (!ramps_bind_) {
            run.if_stopped = run.cost + last.free_cost();
            run.cost += plain.free_cost();
            return true;
        }
        const ConvexFunction* before = starts ? nullptr : &run.by_output.back();
        ConvexFunction next = plain.by_output(before);
        run.if_stopped = never;
        if (stops_next(t) && may_be_off(run, t + 1))
            run.if_stopped = run.cost + least_of(&last == &plain ? next : last.by_output(before));
        run.by_output.push_back(std::move(next));
        return !run.by_output.back().is_empty() || run.if_stopped < never;
    }

    /// One that is nowhere cheaper than another that may stop from the next step on is of no use.
    void drop_dominated(int next) {
        for (std::size_t i = 0; i < running_.size(); ++i) {
            if (!may_be_off(*running_[i], next)) continue;
            for (std::size_t j = running_.size(); j-- > 0;) {
                if (i == j || !is_above(*running_[j], *running_[i])) continue;
                running_.erase(running_.begin() + static_cast<std::ptrdiff_t>(j));
                if (j < i) --i;
            }
        }
    }

    bool is_above(const Run& run, const Run& other) const {
        if (run.if_stopped < other.if_stopped) return false;
        if (!ramps_bind_) return run.cost >= other.cost;
        ConvexFunction shifted = run.by_output.back();
        for (double& y : shifted.y) y += run.cost - other.cost;
        return shifted.is_above(other.by_output.back());
    }

    UnitSchedule schedule() {
        UnitSchedule made;
        const Run* run = nullptr;
        int stop = -1;
        if (off_since_start_) made.cost = 0.0;
        for (int s = first_useful_stop_; s < count_; ++s)
            if (stop_at(s).cost < made.cost) made.cost = stop_at(s).cost, stop = s;
        for (const Run* each : running_) {
            const double cost = cost_at_end(*each);
            if (cost < made.cost) made.cost = cost, run = each, stop = count_;
        }
        if (made.cost == never) return made;
        const auto steps = static_cast<std::size_t>(count_);
        made.on.assign(steps, false);
        made.category.assign(steps, -1);
        made.piece.assign(limits_.pieces.size(), std::vector<double>(steps, 0.0));
        made.reserve.assign(limits_.reserve_mw.size(), std::vector<double>(steps, 0.0));
        while (stop >= 0) {
            const bool ends = stop == count_;
            if (!ends) run = stop_at(stop).run;
            write(*run, stop, !ends, made);
            if (run->start < 0) break;
            const Start& start = start_at(run->start);
            made.category[static_cast<std::size_t>(run->start)] = start.category;
            stop = start.stop;
        }
        return made;
    }

    static double least_of(const ConvexFunction& f) { return f.is_empty() ? never : f.y[f.lowest()]; }

    double cost_at_end(const Run& run) const {
        return ramps_bind_ ? run.cost + least_of(run.by_output.back()) : run.cost;
    }

    /// Dispatch of an interval that ends before `stop`, from its last step back.
    void write(const Run& run, int stop, bool stops, UnitSchedule& made) const {
        double output_mw = 0.0;
        const int first = std::max(run.start, 0);
        for (int t = stop - 1; t >= first; --t) {
            const bool starts = t == run.start;
            const UnitStep& now = within(t, starts, stops && t == stop - 1);
            UnitDispatch dispatch;
            if (ramps_bind_) {
                // by_output[0] is of the first step of the interval, or of the step before the horizon.
                const auto past = static_cast<std::size_t>(run.start < 0 ? t : t - first - 1);
                const ConvexFunction* before = starts ? nullptr : &run.by_output[past];
                if (t == stop - 1) {
                    const ConvexFunction last = now.by_output(before);
                    output_mw = last.x[last.lowest()];
                }
                double output_before = 0.0;
                dispatch = now.dispatch_at(output_mw, before, output_before);
                output_mw = output_before;
            } else {
                dispatch = now.free_dispatch();
            }
            const auto i = static_cast<std::size_t>(t);
            made.on[i] = true;
            for (std::size_t l = 0; l < made.piece.size(); ++l) made.piece[l][i] = dispatch.piece[l];
            for (std::size_t k = 0; k < made.reserve.size(); ++k) made.reserve[k][i] = dispatch.reserve[k];
        }
    }

    const UnitLimits& limits_;
    const UnitCosts& costs_;
    bool ramps_bind_;
    int count_;
    mutable std::pmr::monotonic_buffer_resource memory_{first_memory, sizeof first_memory};
    mutable std::vector<std::optional<UnitStep>> table_{};  ///< by step, start and stop
    std::deque<Run> runs_{};
    std::vector<Run*> running_{};
    std::vector<Stop> stops_{};
    std::vector<Start> starts_{};
    bool off_since_start_ = false;
    int first_useful_stop_ = 0;
    Start ready_{};       ///< the cheapest stop that a start may follow
    int next_ready_ = 0;  ///< the first stop that ready_ does not know
};

}  // namespace

UnitProgram::UnitProgram(UnitLimits limits) : limits_{std::move(limits)} {
    double most_mw = 0.0;
    for (const UnitLimits::Step& each : limits_.steps) most_mw = std::max(most_mw, each.span_mw);
    most_mw = std::max(most_mw, limits_.above_before_mw);
    const auto narrower = [&](double UnitLimits::Piece::*width) {
        return std::any_of(limits_.pieces.begin(), limits_.pieces.end(),
                           [&](const UnitLimits::Piece& each) { return each.*width < each.width_mw; });
    };
    const bool start_narrows = narrower(&UnitLimits::Piece::start_width_mw);
    const bool stop_narrows = narrower(&UnitLimits::Piece::stop_width_mw);
    for (UnitLimits::Step& each : limits_.steps) {
        each.start_narrows = start_narrows || each.start_mw < each.span_mw;
        each.stop_narrows = stop_narrows || each.stop_mw < each.span_mw;
    }
    for (const UnitLimits::Step& each : limits_.steps)
        ramps_bind_ = ramps_bind_ || each.ramp_up_mw < most_mw || each.ramp_down_mw < most_mw;
}

bool UnitProgram::keeps_ramps(const UnitSchedule& schedule) const {
    const auto sum_at = [](const std::vector<std::vector<double>>& series, std::size_t t) {
        double sum = 0.0;
        for (const std::vector<double>& each : series) sum += each[t];
        return sum;
    };
    constexpr double rounding_mw = 1e-9;
    bool was_on = limits_.is_on_before;
    double before_mw = limits_.above_before_mw;
    for (std::size_t t = 0; t < limits_.steps.size(); ++t) {
        const double output_mw = sum_at(schedule.piece, t);
        if (was_on && schedule.on[t]) {
            const double top_mw = output_mw + sum_at(schedule.reserve, t);
            if (top_mw > before_mw + limits_.steps[t].ramp_up_mw + rounding_mw) return false;
            if (output_mw < before_mw - limits_.steps[t].ramp_down_mw - rounding_mw) return false;
        }
        was_on = schedule.on[t];
        before_mw = output_mw;
    }
    return true;
}

UnitSchedule UnitProgram::best(const UnitCosts& costs) const {
    // What is best without ramps and keeps them is best with them.
    UnitSchedule made = Walk{limits_, costs, false}.best();
    if (!ramps_bind_ || made.on.empty() || keeps_ramps(made)) return made;
    return Walk{limits_, costs, true}.best();
}

}  // namespace indus::model
