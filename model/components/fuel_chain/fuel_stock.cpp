// SPDX-License-Identifier: Apache-2.0
#include "model/components/fuel_chain/fuel_stock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/fuel_chain.hpp"
#include "model/plant_facts.hpp"

namespace indus::model {

namespace {

constexpr double hours_per_day = 24.0;

constexpr Equation stock_balance{
    "stock balance", "t",
    "level[t] = (1 - loss_share_per_day)^(h/24) level[t-1] + h (sum(brought[t], routes to it) - sum(sent[t], routes "
    "from it)) - sum(fuel_use[t], plants) / heating_value",
    "definition; level[t-1] is the initial level at the start of a period", Rigidity::law};
constexpr Equation end_rule{"end level",
                            "t",
                            "level[last] + on_its_way[last] + end_shortfall[last] >= end_level",
                            "definition; the initial level by default; end_shortfall only where it has a cost",
                            Rigidity::requirement,
                            "the end level of {limit} t cannot be reached: {amount} t are missing"};
// The last four are bounds and costs.
constexpr std::array stock_equations{
    stock_balance,
    end_rule,
    Equation{"level limits", "t", "min_level <= level[t] <= capacity", "definition"},
    Equation{"holding cost", "money", "holding_cost h/24 level[t]", "definition"},
    Equation{"end value", "money", "end_value (initial_level - level[last] - on_its_way[last])", "definition"},
    Equation{"cost of a missed end level", "money", "shortfall_cost end_shortfall[last]", "definition"}};

/// Columns of each stock, from add_to to close.
struct StockColumns {
    std::map<int, Series> level{}, end_shortfall{};
};

/// Names of all plants, boilers and stages, and whether one of that name burns the fuel.
struct Burners {
    std::vector<std::string> names{};
    bool is_known = false, burns = false;

    template <class Plant>
    void look(const SystemData& data, const std::string& name, const std::string& fuel) {
        for (const Plant& each : data.list<Plant>()) {
            names.push_back(each.name);
            if (each.name != name) continue;
            is_known = true;
            if (each.fuel.name == fuel) burns = true;
            if constexpr (requires { each.second_fuel; })
                if (each.second_fuel.name == fuel) burns = true;
        }
    }
    void look_at_stages(const SystemData& data, const std::string& name, const std::string& fuel) {
        for (const Stage& each : data.list<Stage>()) {
            names.push_back(each.name);
            if (each.name == name) is_known = true;
        }
        for (const StageMode& each : data.list<StageMode>())
            if (each.stage.name == name && each.fuel.name == fuel) burns = true;
    }
};

Burners burners(const SystemData& data, const std::string& name, const std::string& fuel) {
    Burners found;
    found.look<ThermalPlant>(data, name, fuel);
    found.look<Boiler>(data, name, fuel);
    found.look<Cogeneration>(data, name, fuel);
    found.look_at_stages(data, name, fuel);
    return found;
}

}  // namespace

std::span<const Equation> FuelStock::equations() { return stock_equations; }

std::optional<double> FuelStock::end_level() const {
    if (end_level_t) return end_level_t;
    return end_value_per_t ? std::nullopt : std::optional{initial_level_t};
}

void FuelStock::check(Complaints& complaints) const {
    const auto inside = [&](std::string_view field, double level) {
        if (level < min_level_t || level > capacity_t)
            complaints.add(std::string{field}, level,
                           fmt::format("between min_level_t ({}) and capacity_t ({})", min_level_t, capacity_t));
    };
    if (min_level_t > capacity_t)
        complaints.add("min_level_t", min_level_t, fmt::format("at most capacity_t ({})", capacity_t));
    else
        inside("initial_level_t", initial_level_t);
    // Above the capacity the end level could still be on its way, but nobody means that.
    if (end_level_t && min_level_t <= capacity_t) inside("end_level_t", *end_level_t);
    if (end_level_t && end_value_per_t)
        complaints.add("end_value_per_t", *end_value_per_t, "nothing, as end_level_t is given: one rule for the end");
    if (shortfall_cost_per_t && !end_level())
        complaints.add("shortfall_cost_per_t", *shortfall_cost_per_t, "nothing, as end_value_per_t is given");
    for (const WeightedNames::Item& plant : plants.items)
        if (plant.weight != 1.0) complaints.add("plants", plant.weight, "names without weights");
}

void FuelStock::check_in(const SystemData& data, Complaints& complaints) const {
    if (fuel.index < 0) return;  // told already
    if (!data.list<Fuel>()[static_cast<std::size_t>(fuel.index)].heating_value_gj_per_t)
        complaints.add("fuel", fuel.name, "a fuel with a heating_value_gj_per_t");
    for (const WeightedNames::Item& plant : plants.items) {
        const Burners found = burners(data, plant.name, fuel.name);
        if (!found.is_known)
            complaints.add("plants", plant.name, "the name of a plant, boiler or stage that burns fuel",
                           nearest_name(plant.name, found.names));
        else if (!found.burns)
            complaints.add("plants", plant.name, fmt::format("a plant, boiler or stage that burns {}", fuel.name));
        for (const FuelStock& other : data.list<FuelStock>()) {
            if (&other == this) break;
            if (other.fuel.name == fuel.name && other.plants.contains(plant.name))
                complaints.add(
                    "plants", plant.name,
                    fmt::format("a plant that takes {} from one stock; it is in {} too", fuel.name, other.name));
        }
    }
}

void FuelStock::add_to(Formulation& f, int index) const {
    const Horizon& horizon = f.horizon();
    const Desk d = f.desk(*this);
    const Series level = d.variables("level", "t", min_level_t, capacity_t);
    auto& columns = f.shared<StockColumns>();
    columns.level.emplace(index, level);
    for (int t = 0; t < horizon.step_count(); ++t)
        if (holding_cost_per_t_day != 0.0)
            d.cost("fuel_holding", t, holding_cost_per_t_day * horizon.hours(t) / hours_per_day * level[t]);
    if (!shortfall_cost_per_t || *end_level() <= min_level_t) return;
    std::vector<double> most(static_cast<std::size_t>(horizon.step_count()), 0.0);
    for (int t = 0; t < horizon.step_count(); ++t)
        if (horizon.is_last(t)) most[static_cast<std::size_t>(t)] = *end_level();
    const Series missed = d.variables("end_shortfall", "t", 0.0, most);
    columns.end_shortfall.emplace(index, missed);
    for (int t = 0; t < horizon.step_count(); ++t)
        if (horizon.is_last(t)) d.cost("end_shortfall", t, *shortfall_cost_per_t * missed[t]);
}

void FuelStock::close(Formulation& f, int index) const {
    const Horizon& horizon = f.horizon();
    const Desk d = f.linking_desk(*this);
    FuelChain& chain = f.shared<FuelChain>(f.system());
    const StockColumns& columns = f.shared<StockColumns>();
    const Series level = columns.level.at(index);
    const auto missed = columns.end_shortfall.find(index);
    const double tonnes_per_gj = 1.0 / *f.system().at(fuel).heating_value_gj_per_t;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const double kept = std::pow(1.0 - loss_share_per_day, horizon.hours(t) / hours_per_day);
        const auto before = horizon.before(t);
        const Expression left = before ? Expression{kept * level[*before]} : Expression{kept * initial_level_t};
        const Expression burnt = tonnes_per_gj * chain.burnt(index, t);
        d.require(stock_balance, t, Expression{level[t]} - left - chain.brought(index, t) + burnt == 0.0);
        if (!plants.empty()) d.derive("burnt", "t", t, burnt);
        if (!horizon.is_last(t)) continue;
        Expression at_end = Expression{level[t]} + chain.on_its_way(index, t);
        if (end_value_per_t) d.cost("end_value", t, *end_value_per_t * (Expression{initial_level_t} - at_end));
        if (!end_level() || *end_level() <= min_level_t) continue;
        if (missed != columns.end_shortfall.end()) at_end += missed->second[t];
        d.require(end_rule, t, at_end >= *end_level());
    }
}

void FuelStock::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    const auto level = d.series("level");
    const auto reported = d.optional_series("burnt");
    const auto missed = d.optional_series("end_shortfall");
    AuditedFuelChain& chain = a.shared<AuditedFuelChain>(a.system());
    const double heating_value = *a.system().at(fuel).heating_value_gj_per_t;
    double stored = 0.0;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double days = a.horizon().hours(t) / hours_per_day;
        if (a.horizon().is_first(t)) stored = initial_level_t;
        const double burnt = chain.burnt(index, t) / heating_value;
        const double lost = stored - stored * std::pow(1.0 - loss_share_per_day, days);
        d.equal(t, level[i], stored - lost + chain.brought(index, t) - burnt, "level", "t");
        d.equal(t, reported[i], burnt, "fuel burnt", "t");
        d.at_least(t, level[i], min_level_t, "level", "t");
        d.at_most(t, level[i], capacity_t, "level", "t");
        d.charge("fuel_holding", t, holding_cost_per_t_day * days * level[i]);
        stored = level[i];
        d.at_least(t, missed[i], 0.0, "missed end level", "t");
        if (!a.horizon().is_last(t) || !shortfall_cost_per_t) d.at_most(t, missed[i], 0.0, "missed end level", "t");
        if (!a.horizon().is_last(t)) continue;
        const double at_end = level[i] + chain.on_its_way(index, t);
        if (end_level()) d.at_least(t, at_end + missed[i], *end_level(), "end level", "t");
        d.charge("end_shortfall", t, shortfall_cost_per_t.value_or(0.0) * missed[i]);
        d.charge("end_value", t, end_value_per_t.value_or(0.0) * (initial_level_t - at_end));
    }
}

}  // namespace indus::model
