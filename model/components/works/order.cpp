// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/order.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/components/works/works.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation order_account{"order account", "units",
                                 "late[t] - ahead[t] = late[t-1] - ahead[t-1] + due[t] - h delivered[t] - lost[t]; "
                                 "ahead[t] <= what was released and is "
                                 "not due yet",
                                 "definition", Rigidity::law};
constexpr Equation order_end{
    "order met",
    "units",
    "late[last] = 0: what is due in a period is delivered in it, or lost; late[t] = 0 where nothing may be late",
    "definition",
    Rigidity::requirement,
    "{amount} units that are due cannot be delivered"};
constexpr std::array order_equations{order_account, order_end};

/// Sums of what is due and of what may be delivered, up to the end of each step.
struct Account {
    std::vector<double> due, due_so_far, released_so_far;
    Account(const std::vector<Order::Due>& dues, const Horizon& horizon)
        : due(static_cast<std::size_t>(horizon.step_count()), 0.0), due_so_far(due), released_so_far(due) {
        std::vector<double> released = due;
        for (const Order::Due& each : dues) {
            due[static_cast<std::size_t>(each.last)] += each.amount;
            released[static_cast<std::size_t>(each.first)] += each.amount;
        }
        double due_sum = 0.0, released_sum = 0.0;
        for (int t = 0; t < horizon.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            if (horizon.is_first(t)) due_sum = released_sum = 0.0;
            due_so_far[i] = due_sum += due[i];
            released_so_far[i] = released_sum += released[i];
        }
    }
};

}  // namespace

std::span<const Equation> Order::equations() { return order_equations; }

void Order::check(Complaints& complaints) const {
    if (amount.has_value() == amount_per_window.is_set())
        complaints.add("amount", amount ? "both" : "neither", "one of amount and amount_per_window");
    if (!amount && due.time)
        complaints.add("due", to_string(*due.time), "nothing, as amount_per_window has its own times");
    if (release.time && due.time && *release.time >= *due.time)
        complaints.add("due", to_string(*due.time), fmt::format("a time after release ({})", to_string(*release.time)));
}

void Order::check_in(const SystemData& data, Complaints& complaints) const {
    if (due.time && (*due.time <= data.horizon.start() || *due.time > data.horizon.end()))
        complaints.add("due", to_string(*due.time),
                       fmt::format("a time in the horizon, after {} and up to {}", to_string(data.horizon.start()),
                                   to_string(data.horizon.end())));
    if (release.time) check_release(data.horizon, complaints);
}

/// Something of the order can be delivered in time: deliveries begin with the first whole step after the release.
void Order::check_release(const Horizon& horizon, Complaints& complaints) const {
    const std::string told = to_string(*release.time);
    const int last = horizon.step_count() - 1;
    if (*release.time > horizon.start(last))
        return complaints.add(
            "release", told,
            fmt::format("a time up to the start of the last step of the horizon ({})", to_string(horizon.start(last))));
    const int first = first_step(horizon);
    if (due.time && *due.time > horizon.start() && *due.time <= horizon.end() && horizon.end(first) > *due.time)
        complaints.add("due", to_string(*due.time),
                       fmt::format("a time from {} on, the end of the first whole step after release ({})",
                                   to_string(horizon.end(first)), told));
    for (const Volume::Window& each : amount_per_window.windows)
        if (each.energy_mwh > 0.0 && each.first + each.count <= first)
            return complaints.add("amount_per_window", each.energy_mwh,
                                  fmt::format("0 in the window from {}, which is over before release ({})",
                                              to_string(horizon.start(each.first)), told));
}

int Order::first_step(const Horizon& horizon) const {
    int first = 0;
    while (release.time && first + 1 < horizon.step_count() && horizon.start(first) < *release.time) ++first;
    return first;
}

std::vector<Order::Due> Order::dues(const Horizon& horizon) const {
    const int first = first_step(horizon);
    std::vector<Due> made;
    for (const Volume::Window& each : amount_per_window.windows)
        made.push_back({std::max(first, each.first), std::max(first, each.first + each.count - 1), each.energy_mwh});
    if (!amount) return made;
    int last = horizon.step_count() - 1;
    while (due.time && last > first && horizon.end(last) > *due.time) --last;
    made.push_back({first, last, *amount});
    return made;
}

void Order::add_to(Formulation& f, int) const {
    Works& works = f.shared<Works>(f.system());
    const Horizon& horizon = f.horizon();
    const Stock& from = f.system().at(stock);
    const Desk d = f.desk_in(*this, works.block(f.program(), from.process.index));
    const Account account{dues(horizon), horizon};
    const auto steps = static_cast<std::size_t>(horizon.step_count());
    std::vector<double> most(steps), late_most(steps), ahead_most(steps), lost_most(steps);
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        most[i] = std::min(max_per_h, account.released_so_far[i] / horizon.hours(t));
        late_most[i] = account.due_so_far[i];
        ahead_most[i] = account.released_so_far[i] - account.due_so_far[i];
        if (lost_cost_per_unit && (account.due[i] > 0.0 || horizon.is_last(t))) lost_most[i] = account.due_so_far[i];
    }
    const Series delivered = d.variables("delivered", from.unit + "/h", 0.0, most);
    const Series late = d.variables("late", from.unit, 0.0, late_most);
    const Series ahead = d.variables("ahead", from.unit, 0.0, ahead_most);
    const Series lost = d.variables("lost", from.unit, 0.0, lost_most);
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = horizon.hours(t);
        const auto before = horizon.before(t);
        works.inflow(stock.index, t).add(delivered[t], -h);
        const Expression owed = before ? Expression{late[*before]} - ahead[*before] : Expression{};
        d.require(order_account, t,
                  Expression{late[t]} - ahead[t] == owed + account.due[i] - h * delivered[t] - lost[t]);
        if (horizon.is_last(t) || (!late_cost_per_unit_h && late_most[i] > 0.0))
            d.require(order_end, t, Expression{late[t]} <= 0.0);
        if (late_cost_per_unit_h) d.cost("late", t, *late_cost_per_unit_h * h * late[t]);
        if (lost_cost_per_unit) d.cost("lost_output", t, *lost_cost_per_unit * lost[t]);
    }
}

void Order::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    AuditedWorks& works = a.shared<AuditedWorks>(a.system());
    const std::string& unit = a.system().at(stock).unit;
    const auto delivered = d.series("delivered");
    const auto late = d.series("late");
    const auto ahead = d.series("ahead");
    const auto lost = d.series("lost");
    const std::vector<Due> all = dues(a.horizon());
    double owed = 0.0, released = 0.0, due_sum = 0.0;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        if (a.horizon().is_first(t)) owed = released = due_sum = 0.0;
        double due_now = 0.0;
        for (const Due& each : all) {
            if (each.last == t) due_now += each.amount;
            if (each.first == t) released += each.amount;
        }
        due_sum += due_now;
        owed += due_now - h * delivered[i] - lost[i];
        works.inflow(stock.index, t) -= h * delivered[i];
        d.at_least(t, delivered[i], 0.0, "delivery", unit);
        d.at_most(t, delivered[i], max_per_h, "delivery", unit);
        d.at_least(t, lost[i], 0.0, "what is lost", unit);
        if (!lost_cost_per_unit) d.at_most(t, lost[i], 0.0, "what is lost of an order that must be met", unit);
        d.equal(t, late[i] - ahead[i], owed, "late less ahead", unit);
        d.at_least(t, late[i], 0.0, "what is late", unit);
        d.at_least(t, ahead[i], 0.0, "what is ahead", unit);
        d.at_most(t, -owed, released - due_sum, "delivery before its time", unit);
        if (!late_cost_per_unit_h) d.at_most(t, owed, 0.0, "what is late of an order that may not be", unit);
        if (a.horizon().is_last(t)) d.at_most(t, owed, 0.0, "what is late at the end", unit);
        d.charge("late", t, late_cost_per_unit_h.value_or(0.0) * h * late[i]);
        d.charge("lost_output", t, lost_cost_per_unit.value_or(0.0) * lost[i]);
    }
}

}  // namespace indus::model
