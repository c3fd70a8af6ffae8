// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/audit.hpp"
#include "model/components/works/works.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

constexpr Equation stock_balance{
    "stock balance", "units",
    "level[t] = (1 - spoilage)^h level[t-1] + made[t] - used[t] - h delivered[t] + h "
    "bought[t] - h sold[t] - h dumped[t]",
    "Kondili, Pantelides & Sargent (1993), Computers & Chemical Engineering 17(2), "
    "doi:10.1016/0098-1354(93)80015-F: balance of a state; level[t-1] is the initial level at "
    "the start of a period",
    Rigidity::law};
constexpr Equation stock_end{"end level",
                             "units",
                             "level[last] >= end_level",
                             "definition; the initial level by default",
                             Rigidity::requirement,
                             "the end level of {limit} units cannot be reached: {amount} units are missing"};
constexpr Equation stock_there{
    "there when batches begin", "units",
    "(1 - spoilage)^h level[t-1] + h bought[t] - taken[t] >= (1 - spoilage)^h min_level, taken by "
    "batches that begin with t",
    "Kondili, Pantelides & Sargent (1993), as above; where batches give and take", Rigidity::law};
constexpr Equation stock_room{
    "room", "units",
    "level[t] - taken[t+1] <= capacity: what a batch hands over to one that begins then needs "
    "no room",
    "idem", Rigidity::law};
constexpr std::array stock_equations{
    stock_balance, stock_end, stock_there, stock_room,
    Equation{"end value", "money", "end_value (initial_level - level[last])", "definition"}};

}  // namespace

std::span<const Equation> Stock::equations() { return stock_equations; }

double Stock::kept_share(double hours) const { return std::pow(1.0 - spoilage_share_per_h, hours); }

void Stock::check(Complaints& complaints) const {
    const auto inside = [&](std::string_view field, double level) {
        if (level < min_level || level > capacity)
            complaints.add(std::string{field}, level,
                           fmt::format("between min_level ({}) and capacity ({})", min_level, capacity));
    };
    if (min_level > capacity)
        return complaints.add("min_level", min_level, fmt::format("at most capacity ({})", capacity));
    inside("initial_level", initial_level);
    if (end_level) inside("end_level", *end_level);
    if (end_level && end_value_per_unit)
        complaints.add("end_value_per_unit", *end_value_per_unit,
                       "nothing, as end_level is given: one rule for the end");
}

std::optional<double> Stock::least_at_end() const {
    if (end_level) return end_level;
    return end_value_per_unit ? std::nullopt : std::optional{initial_level};
}

void Stock::add_to(Formulation& f, int index) const {
    Works& works = f.shared<Works>(f.system());
    const Desk d = f.desk_in(*this, works.block(f.program(), process.index));
    const Horizon& horizon = f.horizon();
    const bool hands_over = works.is_between_batches(index);
    if (holding_cost_per_unit_h != 0.0 || capacity > 0.0 || hands_over) {
        std::vector<double> most(static_cast<std::size_t>(horizon.step_count()), capacity);
        for (int t = 0; hands_over && t < horizon.step_count(); ++t)
            if (!horizon.is_last(t))
                most[static_cast<std::size_t>(t)] += largest(f.program(), works.taken(index, t + 1));
        const Series level = d.variables("level", unit, min_level, most);
        for (int t = 0; t < horizon.step_count(); ++t)
            if (holding_cost_per_unit_h != 0.0)
                d.cost("holding", t, holding_cost_per_unit_h * horizon.hours(t) * level[t]);
    }
    const auto trade = [&](std::string_view quantity, double most, const Profile& price, std::string_view category,
                           double sign) {
        if (most <= 0.0) return;
        const Series series = d.variables(quantity, unit + "/h", 0.0, most);
        for (int t = 0; t < horizon.step_count(); ++t) {
            works.inflow(index, t).add(series[t], sign * horizon.hours(t));
            if (price[t] != 0.0) d.cost(category, t, sign * price[t] * horizon.hours(t) * series[t]);
        }
    };
    trade("bought", buy_max_per_h, buy_cost_per_unit, "material", 1.0);
    trade("sold", sell_max_per_h, sell_value_per_unit, "sales", -1.0);
}

void Stock::close(Formulation& f, int index) const {
    Works& works = f.shared<Works>(f.system());
    const Desk d = f.desk_in(*this, works.block(f.program(), process.index));
    const Horizon& horizon = f.horizon();
    const std::optional<Series> level = written_series(f, kind, name, "level");
    if (dump_cost_per_unit) throw_away(f, index);
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const auto before = horizon.before(t);
        const Expression& net = works.inflow(index, t);
        if (!level) {
            if (!net.terms().empty() || net.constant() != 0.0) d.require(stock_balance, t, net == 0.0);
            continue;
        }
        const Expression kept =
            before ? Expression{kept_share(h) * (*level)[*before]} : Expression{kept_share(h) * initial_level};
        d.require(stock_balance, t, Expression{(*level)[t]} == kept + net);
        if (!horizon.is_last(t)) continue;
        if (least_at_end()) d.require(stock_end, t, Expression{(*level)[t]} >= *least_at_end());
        if (end_value_per_unit) d.cost("end_value", t, *end_value_per_unit * (Expression{initial_level} - (*level)[t]));
    }
    if (works.is_between_batches(index)) hand_over(f, index);
}

/// What batches take is there when they begin, and what others give just then needs no room.
void Stock::hand_over(Formulation& f, int index) const {
    Works& works = f.shared<Works>(f.system());
    const Desk d = f.desk_in(*this, works.block(f.program(), process.index));
    const Horizon& horizon = f.horizon();
    const Series level = *written_series(f, kind, name, "level");
    const std::optional<Series> bought = written_series(f, kind, name, "bought");
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double h = horizon.hours(t);
        const auto before = horizon.before(t);
        if (!works.taken(index, t).terms().empty()) {
            Expression there =
                before ? Expression{kept_share(h) * level[*before]} : Expression{kept_share(h) * initial_level};
            if (bought) there += h * (*bought)[t];
            d.require(stock_there, t, there - works.taken(index, t) >= kept_share(h) * min_level);
        }
        if (horizon.is_last(t) || works.taken(index, t + 1).terms().empty()) continue;
        d.require(stock_room, t, Expression{level[t]} - works.taken(index, t + 1) <= capacity);
    }
}

void Stock::throw_away(Formulation& f, int index) const {
    Works& works = f.shared<Works>(f.system());
    const Desk d = f.desk_in(*this, works.block(f.program(), process.index));
    const Horizon& horizon = f.horizon();
    std::vector<double> most;
    for (int t = 0; t < horizon.step_count(); ++t)
        most.push_back((capacity + std::max(0.0, largest(f.program(), works.inflow(index, t)))) / horizon.hours(t));
    const Series dumped = d.variables("dumped", unit + "/h", 0.0, most);
    for (int t = 0; t < horizon.step_count(); ++t) {
        works.inflow(index, t).add(dumped[t], -horizon.hours(t));
        if (*dump_cost_per_unit != 0.0) d.cost("disposal", t, *dump_cost_per_unit * horizon.hours(t) * dumped[t]);
    }
}

void Stock::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    AuditedWorks& works = a.shared<AuditedWorks>(a.system());
    const auto level = d.optional_series("level");
    const auto bought = d.optional_series("bought");
    const auto sold = d.optional_series("sold");
    const auto dumped = d.optional_series("dumped");
    bool gives = false;
    for (int t = 0; t < a.horizon().step_count(); ++t) gives = gives || works.given(index, t) > 0.0;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        const auto before = a.horizon().before(t);
        const double stored = before ? level[static_cast<std::size_t>(*before)] : initial_level;
        const double spoilt = stored - stored * std::pow(1.0 - spoilage_share_per_h, h);
        d.equal(t, level[i], stored - spoilt + works.inflow(index, t) + h * (bought[i] - sold[i] - dumped[i]), "level",
                unit);
        d.at_least(t, level[i], min_level, "level", unit);
        audit_hand_over(a, index, t, gives);
        d.at_least(t, bought[i], 0.0, "what is bought", unit);
        d.at_most(t, bought[i], buy_max_per_h, "what is bought", unit);
        d.at_least(t, sold[i], 0.0, "what is sold", unit);
        d.at_most(t, sold[i], sell_max_per_h, "what is sold", unit);
        d.at_least(t, dumped[i], 0.0, "what is thrown away", unit);
        if (!dump_cost_per_unit) d.at_most(t, dumped[i], 0.0, "what is thrown away", unit);
        if (a.horizon().is_last(t)) {
            if (least_at_end()) d.at_least(t, level[i], *least_at_end(), "end level", unit);
            d.charge("end_value", t, end_value_per_unit.value_or(0.0) * (initial_level - level[i]));
        }
        d.charge("holding", t, holding_cost_per_unit_h * h * level[i]);
        d.charge("material", t, buy_cost_per_unit[t] * h * bought[i]);
        d.charge("sales", t, -sell_value_per_unit[t] * h * sold[i]);
        d.charge("disposal", t, dump_cost_per_unit.value_or(0.0) * h * dumped[i]);
    }
}

/// Where batches give and batches take; elsewhere the capacity holds whatever happens.
void Stock::audit_hand_over(Audit& a, int index, int t, bool gives) const {
    const AuditDesk d = a.desk(*this);
    AuditedWorks& works = a.shared<AuditedWorks>(a.system());
    const auto level = d.optional_series("level");
    const auto i = static_cast<std::size_t>(t);
    const double handed_over = gives && !a.horizon().is_last(t) ? works.taken(index, t + 1) : 0.0;
    d.at_most(t, level[i] - handed_over, capacity, "level", unit);
    if (!gives || works.taken(index, t) == 0.0) return;
    const auto before = a.horizon().before(t);
    const double h = a.horizon().hours(t);
    const double stored = (before ? level[static_cast<std::size_t>(*before)] : initial_level) * kept_share(h);
    d.at_least(t, stored + h * d.optional_series("bought")[i] - works.taken(index, t), kept_share(h) * min_level,
               "what is there when batches begin", unit);
}

}  // namespace indus::model
