// SPDX-License-Identifier: Apache-2.0
#include "model/components/pumped_storage.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr Equation energy_balance{
    "energy balance", "MWh",
    "level[t] = level[t-1] + h (inflow[t] + pump_efficiency charge[t] - discharge[t] / turbine_efficiency - spill[t])",
    "definition; level[t-1] is the initial level at the start of a period", Rigidity::law};
constexpr Equation end_rule{"end level",
                            "MWh",
                            "level[last] >= end_level",
                            "definition; the initial level by default",
                            Rigidity::requirement,
                            "the end level of {limit} MWh cannot be reached: {amount} MWh are missing"};
constexpr Equation pump_load{"pump load", "MW", "min_pump pumping[t] <= charge[t] <= pump_mw pumping[t]", "definition",
                             Rigidity::law};
constexpr Equation turbine_output{"turbine output", "MW",
                                  "min_turbine generating[t] <= discharge[t] <= turbine_mw generating[t]",
                                  "definition; without a least output, generating[t] = 1 - pumping[t]", Rigidity::law};
constexpr Equation one_direction{"one direction", "1", "generating[t] + pumping[t] <= 1",
                                 "definition; a reversible machine", Rigidity::law};
constexpr Equation turbine_headroom{
    "turbine reserve", "MW", "discharge[t] + sum(turbine_reserve_k[t], k) <= turbine_mw generating[t]",
    "definition; without a least output the turbines are ready unless the plant pumps", Rigidity::law};
constexpr Equation pump_shedding{"shed pump load", "MW", "sum(shed_k[t], k) <= charge[t]", "definition", Rigidity::law};
constexpr Equation reserve_energy{
    "reserve energy", "MWh", "level[t] - sum(sustain_k turbine_reserve_k[t], k) / turbine_efficiency >= min_level",
    "definition; the turbines can keep their reserve up for its sustain time, shed load needs no water", Rigidity::law};
constexpr Equation turbine_relief{"turbine relief", "MW",
                                  "discharge[t] - sum(relief_k[t], k) >= min_turbine generating[t]",
                                  "definition; reserve down", Rigidity::law};
constexpr Equation pump_headroom{"more pump load", "MW", "charge[t] + sum(more_load_k[t], k) <= pump_mw pumping[t]",
                                 "definition; reserve down, where the pumps run", Rigidity::law};
constexpr Equation reserve_room{
    "reserve energy down", "MWh",
    "level[t] + sum(sustain_k (relief_k[t] / turbine_efficiency + pump_efficiency more_load_k[t]), k) <= energy_mwh",
    "definition; there is room for the water that stays or comes up", Rigidity::law};
constexpr std::array pumped_storage_equations{energy_balance, end_rule,         pump_load,     turbine_output,
                                              one_direction,  turbine_headroom, pump_shedding, reserve_energy,
                                              turbine_relief, pump_headroom,    reserve_room};

}  // namespace

std::span<const Equation> PumpedStorage::equations() { return pumped_storage_equations; }

std::optional<double> PumpedStorage::end_level() const {
    if (end_level_mwh) return end_level_mwh;
    return end_value_per_mwh ? std::nullopt : std::optional{initial_level_mwh};
}

bool PumpedStorage::has_inflow() const {
    return std::any_of(inflow_mw.values.begin(), inflow_mw.values.end(), [](double mw) { return mw > 0.0; });
}

void PumpedStorage::check(Complaints& complaints) const {
    const auto at_most = [&](std::string_view field, double value, std::string_view limit_field, double limit) {
        if (value > limit)
            complaints.add(std::string{field}, value, fmt::format("at most {} ({})", limit_field, limit));
        return value <= limit;
    };
    at_most("min_turbine_mw", min_turbine_mw, "turbine_mw", turbine_mw);
    at_most("min_pump_mw", min_pump_mw, "pump_mw", pump_mw);
    if (at_most("min_level_mwh", min_level_mwh, "energy_mwh", energy_mwh)) {
        const auto inside = [&](std::string_view field, double level) {
            if (level < min_level_mwh || level > energy_mwh)
                complaints.add(
                    std::string{field}, level,
                    fmt::format("between min_level_mwh ({}) and energy_mwh ({})", min_level_mwh, energy_mwh));
        };
        inside("initial_level_mwh", initial_level_mwh);
        if (end_level_mwh) inside("end_level_mwh", *end_level_mwh);
    }
    if (end_level_mwh && end_value_per_mwh)
        complaints.add("end_value_per_mwh", *end_value_per_mwh,
                       "nothing, as end_level_mwh is given: one rule for the end");
}

namespace {

/// The columns of one plant, and the rows that need several of them.
class PumpedRows {
public:
    PumpedRows(const PumpedStorage& plant, Formulation& f)
        : p_{plant}, f_{f}, horizon_{f.horizon()}, d_{f.desk(plant)} {
        const Availability left{f.system(), p_.name, p_.turbine_mw};
        pumps_mw_ = left.usable(p_.pump_mw, horizon_.step_count());
        turbines_mw_ = left.usable(p_.turbine_mw, horizon_.step_count());
        charge_ = d_.variables("charge", "MW", 0.0, pumps_mw_);
        discharge_ = d_.variables("discharge", "MW", 0.0, turbines_mw_);
        level_ = d_.variables("level", "MWh", p_.min_level_mwh, p_.energy_mwh);
        if (p_.has_inflow()) spill_ = d_.variables("spill", "MW", 0.0, spill_limit());
        if (p_.decides_pumping()) pumping_ = d_.binaries("pumping");
        if (p_.decides_generating()) generating_ = d_.binaries("generating");
    }

    void add_water_and_money(int t) const {
        const double h = horizon_.hours(t);
        const auto before = horizon_.before(t);
        Expression stored = before ? Expression{level_[*before]} : Expression{p_.initial_level_mwh};
        stored += h * p_.inflow_mw[t];
        stored.add(charge_[t], p_.pump_efficiency * h).add(discharge_[t], -h / p_.turbine_efficiency);
        if (spill_) stored.add((*spill_)[t], -h);
        d_.require(energy_balance, t, Expression{level_[t]} == stored);
        d_.generate(p_.zone, t, Expression{discharge_[t]} - charge_[t]);
        if (p_.variable_cost_per_mwh != 0.0) d_.cost("variable", t, p_.variable_cost_per_mwh * h * discharge_[t]);
        if (p_.pump_cost_per_mwh != 0.0) d_.cost("pumping", t, p_.pump_cost_per_mwh * h * charge_[t]);
        if (!horizon_.is_last(t)) return;
        if (p_.end_level()) d_.require(end_rule, t, Expression{level_[t]} >= *p_.end_level());
        if (p_.end_value_per_mwh)
            d_.cost("end_value", t, *p_.end_value_per_mwh * (Expression{p_.initial_level_mwh} - level_[t]));
    }

    void add_modes(int t) const {
        if (pumping_) {
            d_.require(pump_load, t, Expression{charge_[t]} <= pumps_mw(t) * (*pumping_)[t]);
            if (p_.min_pump_mw > 0.0)
                d_.require(pump_load, t, Expression{charge_[t]} >= p_.min_pump_mw * (*pumping_)[t]);
        }
        if (generating_ || p_.exclusive) d_.require(turbine_output, t, Expression{discharge_[t]} <= ready_turbines(t));
        if (generating_)
            d_.require(turbine_output, t, Expression{discharge_[t]} >= p_.min_turbine_mw * (*generating_)[t]);
        if (generating_ && p_.exclusive)
            d_.require(one_direction, t, Expression{(*generating_)[t]} + (*pumping_)[t] <= 1.0);
    }

    void add_reserve() const {
        const auto& products = f_.system().all<Reserve>();
        std::vector<Series> turbines, sheds;
        std::vector<std::size_t> held_products;
        for (std::size_t k = 0; k < products.size(); ++k) {
            const Reserve& product = products[k];
            if (!product.is_up() || !product.takes_from(p_.zone)) continue;
            held_products.push_back(k);
            turbines.push_back(d_.variables("turbine_reserve_" + product.name, "MW", 0.0, p_.turbine_mw));
            sheds.push_back(d_.variables("shed_" + product.name, "MW", 0.0, p_.pump_mw));
        }
        for (int t = 0; t < horizon_.step_count() && !held_products.empty(); ++t) {
            Expression output{discharge_[t]};
            Expression shed;
            Expression energy{level_[t]};
            for (std::size_t k = 0; k < held_products.size(); ++k) {
                const Reserve& product = products[held_products[k]];
                output.add(turbines[k][t], 1.0);
                shed.add(sheds[k][t], 1.0);
                energy.add(turbines[k][t], -product.sustain_h / p_.turbine_efficiency);
                const Expression held = Expression{turbines[k][t]} + sheds[k][t];
                f_.reserve(static_cast<int>(held_products[k]), t) += held;
                d_.derive("reserve_" + product.name, "MW", t, held);
            }
            d_.require(turbine_headroom, t, output <= ready_turbines(t));
            d_.require(pump_shedding, t, shed <= charge_[t]);
            d_.require(reserve_energy, t, energy >= p_.min_level_mwh);
        }
    }

    void add_reserve_down() const {
        const auto& products = f_.system().all<Reserve>();
        std::vector<Expression> output, load, level;
        for (int t = 0; t < horizon_.step_count(); ++t) {
            output.emplace_back(discharge_[t]);
            load.emplace_back(charge_[t]);
            level.emplace_back(level_[t]);
        }
        bool any = false;
        for (std::size_t k = 0; k < products.size(); ++k) {
            const Reserve& product = products[k];
            if (product.is_up() || !product.takes_from(p_.zone)) continue;
            any = true;
            const Series relief = d_.variables("relief_" + product.name, "MW", 0.0, p_.turbine_mw);
            const Series more = d_.variables("more_load_" + product.name, "MW", 0.0, p_.pump_mw);
            for (int t = 0; t < horizon_.step_count(); ++t) {
                const auto i = static_cast<std::size_t>(t);
                output[i].add(relief[t], -1.0);
                load[i].add(more[t], 1.0);
                level[i].add(relief[t], product.sustain_h / p_.turbine_efficiency);
                level[i].add(more[t], product.sustain_h * p_.pump_efficiency);
                const Expression held = Expression{relief[t]} + more[t];
                f_.reserve(static_cast<int>(k), t) += held;
                d_.derive("reserve_" + product.name, "MW", t, held);
            }
        }
        for (int t = 0; any && t < horizon_.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            const Expression least = generating_ ? p_.min_turbine_mw * (*generating_)[t] : Expression{};
            d_.require(turbine_relief, t, output[i] - least >= 0.0);
            d_.require(pump_headroom, t,
                       load[i] <= (pumping_ ? pumps_mw(t) * (*pumping_)[t] : Expression{pumps_mw(t)}));
            d_.require(reserve_room, t, level[i] <= p_.energy_mwh);
        }
    }

private:
    /// All water there is, at once.
    std::vector<double> spill_limit() const {
        std::vector<double> limit;
        for (int t = 0; t < horizon_.step_count(); ++t)
            limit.push_back(p_.inflow_mw[t] + (p_.energy_mwh - p_.min_level_mwh) / horizon_.hours(t));
        return limit;
    }
    /// What the turbines can give in all, as the mode allows [MW].
    Expression ready_turbines(int t) const {
        const double left_mw = turbines_mw_[static_cast<std::size_t>(t)];
        if (generating_) return left_mw * (*generating_)[t];
        return p_.exclusive ? Expression{left_mw} - left_mw * (*pumping_)[t] : Expression{left_mw};
    }

    const PumpedStorage& p_;
    Formulation& f_;
    const Horizon& horizon_;
    Desk d_;
    double pumps_mw(int t) const { return pumps_mw_[static_cast<std::size_t>(t)]; }

    std::vector<double> pumps_mw_, turbines_mw_;  ///< what outages leave
    Series charge_, discharge_, level_;
    std::optional<Series> spill_, pumping_, generating_;
};

}  // namespace

void PumpedStorage::add_to(Formulation& f, int) const {
    const PumpedRows rows{*this, f};
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        rows.add_water_and_money(t);
        rows.add_modes(t);
    }
    if (!provides_reserve) return;
    rows.add_reserve();
    rows.add_reserve_down();
}

}  // namespace indus::model
