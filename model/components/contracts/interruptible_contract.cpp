// SPDX-License-Identifier: Apache-2.0
// Rows of an interruptible contract. Its audit stands in interruptible_contract_audit.cpp.
#include "model/components/contracts/interruptible_contract.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation logic{"call logic", "1", "called[t] - called[t-1] = begin[t] - end[t]",
                         "definition; no call is under way when a period begins", Rigidity::law};
constexpr Equation shortest{"shortest call",
                            "1",
                            "sum(begin[i], i in the last shortest_call_h hours up to t) <= called[t]",
                            "Rajan & Takriti (2005), IBM Research Report RC23628",
                            Rigidity::operation,
                            "a call would have to end before its shortest time is over"};
constexpr Equation rest{"rest between calls",
                        "1",
                        "sum(end[i], i in the last rest_h hours up to t) <= 1 - called[t]",
                        "Rajan & Takriti (2005), IBM Research Report RC23628",
                        Rigidity::operation,
                        "a call would have to begin before the rest after the last is over"};
constexpr Equation longest{"longest call",
                           "1",
                           "sum(called[i], i in t-n..t) <= n, where n steps are as long as a call may be",
                           "definition",
                           Rigidity::operation,
                           "a call would have to last longer than it may"};
constexpr Equation monthly{"calls per month",
                           "1",
                           "sum(begin[t], t in month) <= calls_per_month - calls_so_far",
                           "definition; calls_so_far in the first month only",
                           Rigidity::requirement,
                           "{amount} calls more than the {limit} that are left would be needed"};
constexpr Equation power{"power called off", "MW", "cut[t] <= min(power[t], load[t]) called[t]", "definition",
                         Rigidity::law};
constexpr Equation load_is_enough{"called off and unserved", "MW",
                                  "sum(cut[t], contracts of the demand) + sum(unserved_k[t], k) <= load[t]",
                                  "definition", Rigidity::law};
constexpr Equation owed_energy{"energy owed", "MWh",
                               "owed[t] = owed[t-1] + payback_share h cut[t] - h payback[t]; 0 before and at the end",
                               "definition", Rigidity::law};
constexpr Equation due_in_time{"pay back in time",
                               "MWh",
                               "owed[t] <= payback_share sum(h cut[i], i in the last payback_h hours up to t)",
                               "definition",
                               Rigidity::operation,
                               "{amount} MWh cannot be paid back in time"};
constexpr Equation afterwards{"pay back afterwards", "MW", "payback[t] <= payback_mw (1 - called[t])", "definition",
                              Rigidity::law};
constexpr std::array contract_equations{
    Equation{"times of calls", "1",
             "called[t] = 0 in steps that begin before notice_h, or before rest_h after a call before the horizon; "
             "in all where a zone's own objective decides the demand",
             "definition"},
    Equation{"interruption", "money", "h loss_per_mwh cut[t] + loss_per_call begin[t]",
             "definition; payments are transfers, in the bill of the zone's meter"},
    Equation{"change of withdrawal", "MW",
             "withdrawal[t] = (payback[t] - cut[t]) / (1 - loss_share), loss_share of the demand", "definition"},
    logic,
    shortest,
    rest,
    longest,
    monthly,
    power,
    load_is_enough,
    owed_energy,
    due_in_time,
    afterwards};

std::chrono::year_month month_of(TimePoint time) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(time)};
    return date.year() / date.month();
}

/// What contracts of a demand call off, by the index of the demand.
struct CalledOff {
    std::map<int, std::vector<Expression>> cuts{};
};

/// Writes the rows of one contract.
class ContractRows {
public:
    ContractRows(const InterruptibleContract& contract, Formulation& f, int index)
        : c_{contract},
          f_{f},
          time_{f.horizon()},
          d_{f.desk(contract)},
          demand_{f.system().at(contract.demand)},
          index_{index} {}

    void write() {
        for (int t = 0; t < time_.step_count(); ++t) most_.push_back(std::min(c_.power_mw[t], demand_.load_mw[t]));
        calls();
        cut_ = d_.variables("cut", "MW", 0.0, most_);
        for (int t = 0; t < time_.step_count(); ++t) {
            d_.require(power, t, Expression{cut_[t]} - most_[static_cast<std::size_t>(t)] * called_[t] <= 0.0);
            change(t, -1.0 * cut_[t]);
            if (c_.loss_per_mwh != 0.0) d_.cost("interruption", t, c_.loss_per_mwh * time_.hours(t) * cut_[t]);
            if (c_.loss_per_call != 0.0) d_.cost("interruption_call", t, c_.loss_per_call * begin_[t]);
        }
        if (c_.payback_share > 0.0) pay_back();
        leave_to_the_demand();
    }

private:
    /// The demand draws so much more [MW].
    void change(int t, const Expression& mw) {
        const Expression drawn = demand_.withdrawal_factor() * mw;
        f_.zone_balance(demand_.zone, t) -= drawn;
        f_.serve(demand_.zone, t, drawn);
        d_.derive("withdrawal", "MW", t, drawn);
    }

    void calls() {
        const bool is_its_own = f_.system().settings().billed_zone == demand_.zone.name;
        std::vector<double> may_call;
        for (int t = 0; t < time_.step_count(); ++t) {
            const double since = time_.hours_before(t);
            const bool rests = c_.hours_since_call && *c_.hours_since_call + since < c_.rest_h - 1e-9;
            may_call.push_back(is_its_own || rests || since < c_.notice_h - 1e-9 ? 0.0 : 1.0);
        }
        called_ = d_.binaries("called", may_call);
        // The rows make both whole where `called` is.
        begin_ = d_.variables("begin", "1", 0.0, 1.0);
        end_ = d_.variables("end", "1", 0.0, 1.0);
        for (int t = 0; t < time_.step_count(); ++t) {
            const auto before = time_.before(t);
            const Expression was = before ? Expression{called_[*before]} : Expression{};
            d_.require(logic, t, Expression{called_[t]} - was - begin_[t] + end_[t] == 0.0);
            d_.require(shortest, t, last(begin_, t, c_.shortest_call_h) - called_[t] <= 0.0);
            d_.require(rest, t, last(end_, t, c_.rest_h) + called_[t] <= 1.0);
            longest_call(t);
        }
        if (c_.calls_per_month) calls_per_month();
    }
    Expression last(const Series& series, int t, double hours) const {
        Expression sum;
        std::optional<int> i = t;
        for (int k = time_.steps_back(t, hours); k > 0; --k, i = time_.before(*i)) sum.add(series[*i], 1.0);
        return sum;
    }
    void longest_call(int t) {
        if (c_.longest_call_h >= time_.total_hours()) return;
        Expression sum;
        double covered_h = 0.0;
        int count = 0;
        for (std::optional<int> i = t; i; i = time_.before(*i)) {
            sum.add(called_[*i], 1.0);
            covered_h += time_.hours(*i);
            if (++count == 1 || covered_h <= c_.longest_call_h + 1e-9) continue;
            return d_.require(longest, t, sum <= count - 1.0);
        }
    }
    void calls_per_month() {
        std::map<std::chrono::year_month, std::pair<Expression, int>> begun;
        for (int t = 0; t < time_.step_count(); ++t) {
            auto& [sum, last_step] = begun[month_of(time_.start(t))];
            sum.add(begin_[t], 1.0);
            last_step = t;
        }
        for (const auto& [month, calls] : begun) {
            const double so_far = month == month_of(time_.start()) ? c_.calls_so_far : 0.0;
            d_.require(monthly, calls.second, calls.first <= *c_.calls_per_month - so_far);
        }
    }

    void pay_back() {
        double most_owed = 0.0;
        for (int t = 0; t < time_.step_count(); ++t)
            most_owed += c_.payback_share * time_.hours(t) * most_[static_cast<std::size_t>(t)];
        std::vector<double> owed_at_most;
        for (int t = 0; t < time_.step_count(); ++t) owed_at_most.push_back(time_.is_last(t) ? 0.0 : most_owed);
        const double most_mw =
            c_.payback_mw.value_or(*std::max_element(c_.power_mw.values.begin(), c_.power_mw.values.end()));
        const Series payback = d_.variables("payback", "MW", 0.0, most_mw);
        const Series owed = d_.variables("owed", "MWh", 0.0, owed_at_most);
        for (int t = 0; t < time_.step_count(); ++t) {
            const double h = time_.hours(t);
            const auto before = time_.before(t);
            const Expression was = before ? Expression{owed[*before]} : Expression{};
            d_.require(owed_energy, t,
                       Expression{owed[t]} - was - c_.payback_share * h * cut_[t] + h * payback[t] == 0.0);
            Expression recent;
            std::optional<int> i = t;
            for (int k = time_.steps_back(t, c_.payback_h); k > 0; --k, i = time_.before(*i))
                recent.add(cut_[*i], c_.payback_share * time_.hours(*i));
            d_.require(due_in_time, t, Expression{owed[t]} - recent <= 0.0);
            d_.require(afterwards, t, Expression{payback[t]} + most_mw * called_[t] <= most_mw);
            change(t, Expression{payback[t]});
        }
    }

    /// The last contract of a demand sees to it that nothing is both called off and unserved.
    void leave_to_the_demand() {
        std::vector<Expression>& cuts = f_.shared<CalledOff>().cuts[c_.demand.index];
        cuts.resize(most_.size());
        for (int t = 0; t < time_.step_count(); ++t)
            if (most_[static_cast<std::size_t>(t)] > 0.0) cuts[static_cast<std::size_t>(t)].add(cut_[t], 1.0);
        const auto& all = f_.system().all<InterruptibleContract>();
        for (std::size_t later = static_cast<std::size_t>(index_) + 1; later < all.size(); ++later)
            if (all[later].demand.index == c_.demand.index) return;
        std::vector<int> first_columns;
        for (const DecisionSeries& each : f_.decisions())
            if (each.kind == Demand::kind && each.owner == demand_.name && each.quantity.starts_with("unserved_"))
                first_columns.push_back(each.first_column);
        const Desk linking = f_.linking_desk(c_);
        for (int t = 0; t < time_.step_count(); ++t) {
            Expression sum = cuts[static_cast<std::size_t>(t)];
            if (sum.terms().empty()) continue;
            for (const int column : first_columns) sum.add(Series{column}[t], 1.0);
            linking.require(load_is_enough, t, sum <= demand_.load_mw[t]);
        }
    }

    const InterruptibleContract& c_;
    Formulation& f_;
    const Horizon& time_;
    Desk d_;
    const Demand& demand_;
    int index_;
    std::vector<double> most_;
    Series called_, begin_, end_, cut_;
};

}  // namespace

std::span<const Equation> InterruptibleContract::equations() { return contract_equations; }

void InterruptibleContract::check(Complaints& complaints) const {
    if (shortest_call_h > longest_call_h)
        complaints.add("shortest_call_h", shortest_call_h, fmt::format("at most longest_call_h ({})", longest_call_h));
    const auto whole = [&](std::string_view field, double calls) {
        if (calls != std::round(calls)) complaints.add(std::string{field}, calls, "a whole number");
    };
    if (calls_per_month) whole("calls_per_month", *calls_per_month);
    whole("calls_so_far", calls_so_far);
    if (!calls_per_month && calls_so_far > 0.0)
        complaints.add("calls_so_far", calls_so_far, "0, as calls_per_month is not given");
    if (calls_per_month && calls_so_far > *calls_per_month)
        complaints.add("calls_so_far", calls_so_far, fmt::format("at most calls_per_month ({})", *calls_per_month));
    if (payback_mw && payback_share == 0.0) complaints.add("payback_mw", *payback_mw, "nothing, as payback_share is 0");
}

void InterruptibleContract::check_in(const SystemData& data, Complaints& complaints) const {
    if (shortest_call_h > longest_call_h) return;  // told already
    double step_h = 0.0;
    for (int t = 0; t < data.horizon.step_count(); ++t) step_h = std::max(step_h, data.horizon.hours(t));
    const double longest_steps = std::max(1.0, std::floor(longest_call_h / step_h + 1e-9));
    if (std::ceil(shortest_call_h / step_h - 1e-9) > longest_steps)
        complaints.add(
            "longest_call_h", longest_call_h,
            fmt::format("room for whole steps of {} h that last shortest_call_h ({})", step_h, shortest_call_h));
}

void InterruptibleContract::add_to(Formulation& f, int index) const { ContractRows{*this, f, index}.write(); }

}  // namespace indus::model
