// SPDX-License-Identifier: Apache-2.0
#include "model/studies/rigid.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>

#include "model/formulation.hpp"
#include "model/studies/rigid_deliveries.hpp"
#include "model/studies/rigid_loads.hpp"

namespace indus::model {

namespace {

using Clock = std::chrono::steady_clock;

std::size_t settled_one_by_one(const System& system) {
    return system.all<Process>().size() + system.all<ShiftableLoad>().size() + system.all<HeatStore>().size();
}

class RigidStudy {
public:
    RigidStudy(const System& system, const Solution& best, const DispatchOptions& options)
        : system_{system}, best_{best}, o_{options} {}

    Solution run() {
        formulation_ = build(system_);
        settle_loads();
        if (!decisions_.problem.empty()) return without_answer();
        const bool has_loads = !decisions_.given.empty();
        if (system_.all<FuelRoute>().empty()) return told(dispatched(1.0));
        // Where nothing but fuel is flexible, the best answer burns as the first dispatch would.
        Solution burning = has_loads ? dispatched(0.5) : best_;
        if (!burning.has_solution()) return told(std::move(burning));
        tell("fuel as it is burnt");
        settle_deliveries(*formulation_, burning, limited(0.2 * seconds_left()), decisions_);
        if (!decisions_.problem.empty()) return without_answer();
        return told(dispatched(1.0));
    }

private:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }
    double seconds_left() const { return std::max(1.0, o_.run.time_limit_seconds - seconds()); }

    void tell(std::string_view phase) const {
        if (o_.on_progress) o_.on_progress({phase, seconds(), solver::infinity, -solver::infinity, 0});
    }

    solver::Options limited(double time_limit) const {
        constexpr double gap = 1e-4;
        solver::Options made;
        made.time_limit_seconds = time_limit;
        made.relative_gap = gap;
        made.work_limit = o_.run.work_limit;
        made.stop = o_.stop;
        made.on_log = o_.on_log;
        return made;
    }

    void settle_loads() {
        tell("rigid schedules");
        const double share = 0.3 * o_.run.time_limit_seconds;
        const TimeShare time{limited(share), share};
        std::size_t left = settled_one_by_one(system_);
        for (std::size_t process = 0; process < system_.all<Process>().size(); ++process)
            settle_process(*formulation_, static_cast<int>(process), best_, time.of(left--), decisions_);
        for (const ShiftableLoad& each : system_.all<ShiftableLoad>())
            settle_load(*formulation_, each, time.of(left--), decisions_);
        for (const HeatStore& each : system_.all<HeatStore>())
            settle_store(*formulation_, each, time.of(left--), decisions_);
        for (const InterruptibleContract& each : system_.all<InterruptibleContract>())
            settle_contract(*formulation_, each, decisions_);
    }

    /// The system around the decisions that are given, with a share of the time that is left.
    Solution dispatched(double share) const {
        DispatchOptions options = o_;
        options.fixed = decisions_.given;
        options.windows = nullptr;
        options.run.time_limit_seconds = share * seconds_left();
        return dispatch(system_, options);
    }

    Solution told(Solution made) const {
        made.options = o_.run;
        made.seconds = seconds();
        if (!made.has_solution()) made.explanation = "With rigid industrial loads and deliveries: " + made.explanation;
        if (!decisions_.unproven.empty())
            made.explanation += fmt::format(
                " The search was stopped before these schedules were proven to be the earliest or the most even: {}.",
                fmt::join(decisions_.unproven, ", "));
        return made;
    }

    Solution without_answer() const {
        Solution made;
        made.outcome = solver::to_string(decisions_.outcome);
        made.explanation = decisions_.problem;
        made.options = o_.run;
        made.seconds = seconds();
        return made;
    }

    const System& system_;
    const Solution& best_;
    const DispatchOptions& o_;
    Clock::time_point begin_ = Clock::now();
    std::unique_ptr<Formulation> formulation_{};
    RigidDecisions decisions_{};
};

}  // namespace

bool has_flexible_industry(const System& system) {
    return settled_one_by_one(system) > 0 || !system.all<InterruptibleContract>().empty() ||
           !system.all<FuelRoute>().empty();
}

Solution dispatch_rigid(const System& system, const Solution& best, const DispatchOptions& options) {
    return has_flexible_industry(system) ? RigidStudy{system, best, options}.run() : best;
}

}  // namespace indus::model
