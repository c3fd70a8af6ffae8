// SPDX-License-Identifier: Apache-2.0
// Follows the calls of a contract through time, and what they leave to be paid back.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "model/audit.hpp"
#include "model/components/contracts/interruptible_contract.hpp"

namespace indus::model {

namespace {

class ContractAudit {
public:
    ContractAudit(const InterruptibleContract& contract, Audit& a)
        : c_{contract},
          a_{a},
          d_{a.desk(contract)},
          demand_{a.system().at(contract.demand)},
          time_{a.horizon()},
          called_{d_.series("called")},
          cut_{d_.series("cut")} {}

    void run() {
        std::vector<double> payback(cut_.size(), 0.0);
        if (c_.payback_share > 0.0) {
            const auto told = d_.series("payback");
            payback.assign(told.begin(), told.end());
        }
        const auto begin = d_.series("begin");
        const auto end = d_.series("end");
        const auto withdrawal = d_.series("withdrawal");
        const double loss = demand_.level == DemandLevel::delivered ? demand_.loss_share : 0.0;
        for (int t = 0; t < time_.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            const bool was_called = is_called_;
            follow(t);
            d_.equal(t, begin[i], is_called_ && (time_.is_first(t) || !was_called) ? 1.0 : 0.0, "begin of a call", "");
            d_.equal(t, end[i], !is_called_ && !time_.is_first(t) && was_called ? 1.0 : 0.0, "end of a call", "");
            power(t);
            const double drawn = (payback[i] - cut_[i]) / (1.0 - loss);
            d_.equal(t, withdrawal[i], drawn, "change of withdrawal", "MW");
            a_.inject(demand_.zone, t, -drawn);
            a_.serve(demand_.zone, t, drawn);
            d_.charge("interruption", t, c_.loss_per_mwh * time_.hours(t) * cut_[i]);
        }
        for (const auto& [month, calls] : calls_) {
            const double so_far = month == month_of(0) ? c_.calls_so_far : 0.0;
            if (c_.calls_per_month)
                d_.at_most(calls.last, so_far + calls.count, *c_.calls_per_month, "calls in a month", "");
        }
        if (c_.payback_share > 0.0) pay_back(payback);
    }

private:
    struct Calls {
        double count = 0.0;
        int last = 0;
    };

    std::chrono::year_month month_of(int t) const {
        const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time_.start(t))};
        return {date.year(), date.month()};
    }

    /// Calls and the times between them.
    void follow(int t) {
        if (time_.is_first(t)) {
            is_called_ = false;
            rested_h_ = c_.hours_since_call.value_or(1e9);
            called_h_ = 0.0;
        }
        const double now = called_[static_cast<std::size_t>(t)];
        d_.binary(t, now, "called");
        if (a_.system().settings().billed_zone == demand_.zone.name)
            d_.at_most(t, now, 0.0, "call under the zone's own objective", "");
        const bool calls = now > 0.5;
        if (calls && !is_called_) {
            d_.at_least(t, rested_h_, c_.rest_h, "time between calls", "h");
            d_.at_least(t, time_.hours_before(t), c_.notice_h, "notice of a call", "h");
            d_.charge("interruption_call", t, c_.loss_per_call);
            Calls& month = calls_[month_of(t)];
            ++month.count;
            month.last = t;
            called_h_ = 0.0;
            steps_ = 0;
        }
        if (!calls && is_called_) {
            d_.at_least(t, called_h_, c_.shortest_call_h, "length of a call", "h");
            rested_h_ = 0.0;
        }
        (calls ? called_h_ : rested_h_) += time_.hours(t);
        if (calls && ++steps_ > 1) d_.at_most(t, called_h_, c_.longest_call_h, "length of a call", "h");
        is_called_ = calls;
    }

    void power(int t) const {
        const auto i = static_cast<std::size_t>(t);
        d_.at_least(t, cut_[i], 0.0, "power called off", "MW");
        d_.at_most(t, cut_[i], is_called_ ? std::min(c_.power_mw[t], demand_.load_mw[t]) : 0.0, "power called off",
                   "MW");
        double without = a_.desk(demand_).optional_series("unserved")[i];
        for (const InterruptibleContract& each : a_.system().all<InterruptibleContract>())
            if (each.demand.index == c_.demand.index) without += a_.desk(each).optional_series("cut")[i];
        if (cut_[i] > 0.0) d_.at_most(t, without, demand_.load_mw[t], "power called off and unserved", "MW");
    }

    void pay_back(const std::vector<double>& payback) {
        const auto told = d_.series("owed");
        const double most =
            c_.payback_mw.value_or(*std::max_element(c_.power_mw.values.begin(), c_.power_mw.values.end()));
        // What is paid back counts for what was called off first.
        double due = 0.0, paid = 0.0, owed = 0.0;
        int oldest = 0;
        for (int t = 0; t < time_.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            const double h = time_.hours(t);
            if (time_.is_first(t)) {
                due = paid = owed = 0.0;
                oldest = t;
            }
            d_.at_least(t, payback[i], 0.0, "power paid back", "MW");
            d_.at_most(t, payback[i], called_[i] > 0.5 ? 0.0 : most, "power paid back", "MW");
            owed += c_.payback_share * h * cut_[i] - h * payback[i];
            paid += h * payback[i];
            for (; oldest <= t && hours_to(t, oldest) >= c_.payback_h - 1e-9; ++oldest)
                due += c_.payback_share * time_.hours(oldest) * cut_[static_cast<std::size_t>(oldest)];
            d_.equal(t, told[i], owed, "energy owed", "MWh");
            d_.at_least(t, owed, 0.0, "energy owed", "MWh");
            d_.at_least(t, paid, due, "energy paid back in time", "MWh");
            if (time_.is_last(t)) d_.equal(t, owed, 0.0, "energy owed at the end", "MWh");
        }
    }
    /// From the end of a step to the end of step t.
    double hours_to(int t, int from) const {
        return time_.hours_before(t) + time_.hours(t) - time_.hours_before(from) - time_.hours(from);
    }

    const InterruptibleContract& c_;
    Audit& a_;
    AuditDesk d_;
    const Demand& demand_;
    const Horizon& time_;
    std::span<const double> called_, cut_;
    bool is_called_ = false;
    double called_h_ = 0.0, rested_h_ = 0.0;
    int steps_ = 0;
    std::map<std::chrono::year_month, Calls> calls_;
};

}  // namespace

void InterruptibleContract::audit(Audit& a, int) const { ContractAudit{*this, a}.run(); }

}  // namespace indus::model
