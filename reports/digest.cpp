// SPDX-License-Identifier: Apache-2.0
#include "reports/digest.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "model/plant_facts.hpp"
#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

void digest_horizon(const model::Horizon& horizon, Digest& d) {
    d.steps = horizon.step_count();
    if (d.steps == 0) return;
    d.start = model::to_string(horizon.start());
    d.end = model::to_string(horizon.end());
    d.hours = horizon.total_hours();
    d.step_hours = horizon.hours(0);
    for (int t = 0; t < d.steps; ++t) {
        d.weighted_hours += horizon.hours(t) * horizon.weight(t);
        if (d.step_hours && std::abs(horizon.hours(t) - *d.step_hours) > 1e-9) d.step_hours.reset();
    }
}

void add_plant(TechnologyRow& row, const PlantRow& plant) {
    ++row.plants;
    row.capacity_mw += plant.capacity_mw;
    row.energy_mwh += plant.energy_mwh;
    row.curtailment_mwh += plant.curtailment_mwh.value_or(0.0);
    row.fuel_gj += plant.fuel_gj.value_or(0.0);
    row.emissions_t += plant.emissions_t;
    row.cost += plant.cost;
    if (plant.revenue) row.captured_price_per_mwh = row.captured_price_per_mwh.value_or(0.0) + *plant.revenue;
}

/// Needs plants.
void digest_technologies(Digest& d) {
    std::map<std::string, TechnologyRow> rows;
    for (const PlantRow& plant : d.plants) add_plant(rows[plant.technology], plant);
    double generation = 0.0;
    for (const PlantRow& plant : d.plants)
        if (!shifts_energy(plant.kind)) generation += plant.energy_mwh;
    for (const TechnologyStyle& style : d.styles) {
        const auto found = rows.find(style.name);
        if (found == rows.end()) continue;
        TechnologyRow& row = found->second;
        row.technology = style.name;
        const double potential = row.capacity_mw * d.weighted_hours;
        if (potential > 0.0) row.capacity_factor = row.energy_mwh / potential;
        if (generation > 0.0 && !shifts_energy(row.technology)) row.energy_share = row.energy_mwh / generation;
        if (row.captured_price_per_mwh && row.energy_mwh > 0.0)
            *row.captured_price_per_mwh /= row.energy_mwh;
        else
            row.captured_price_per_mwh.reset();
        d.technologies.push_back(row);
    }
}

void total_energy(const DigestInput& in, Digest& d) {
    Totals& t = d.totals;
    for (const DemandRow& row : d.demands) {
        t.demand_mwh += row.demand_mwh;
        t.served_mwh += row.served_mwh;
        t.unserved_mwh += row.unserved_mwh;
        t.unserved_value += row.unserved_value;
    }
    t.unserved_share = t.demand_mwh > 0.0 ? t.unserved_mwh / t.demand_mwh : 0.0;
    double withdrawn = 0.0;
    const auto& demands = in.system.all<model::Demand>();
    for (std::size_t i = 0; i < demands.size(); ++i)
        withdrawn += d.demands[i].served_mwh * demands[i].withdrawal_factor();
    t.customer_loss_mwh = withdrawn - t.served_mwh;
    for (const StoreRow& row : d.stores) {
        t.storage_charged_mwh += row.charged_mwh;
        if (shifts_energy(row.kind)) t.storage_discharged_mwh += row.discharged_mwh;
    }
    for (const LineRow& row : d.lines) t.line_loss_mwh += row.loss_mwh;
    t.line_loss_mwh += meter_loss(in);
    for (const ZoneRow& row : d.zones) {
        t.surplus_mwh += row.surplus_mwh;
        t.industrial_mwh += row.industrial_mwh;
        t.missing_mwh += row.missing_mwh;
        t.unserved_heat_mwh += row.unserved_heat_mwh;
    }
    for (const PlantRow& row : d.plants)
        if (!shifts_energy(row.kind)) t.generation_mwh += row.energy_mwh;
    double flexible = 0.0;
    const auto& flexible_demands = in.system.all<model::FlexibleDemand>();
    for (std::size_t i = 0; i < flexible_demands.size(); ++i) {
        t.flexible_mwh += d.flexible_demands[i].served_mwh;
        flexible += d.flexible_demands[i].served_mwh * flexible_demands[i].withdrawal_factor();
    }
    t.customer_loss_mwh += flexible - t.flexible_mwh;
    for (const TradeRow& row : d.trades) {
        t.imported_mwh += row.imported_mwh;
        t.exported_mwh += row.exported_mwh;
    }
    t.balance_residual_mwh = t.generation_mwh + t.storage_discharged_mwh - t.storage_charged_mwh - withdrawn -
                             flexible - t.industrial_mwh + t.imported_mwh - t.exported_mwh - t.line_loss_mwh -
                             t.surplus_mwh;
}

/// Of a plant of two fuels of which one is renewable: energy goes with the heat that each gives.
double renewable_part(const DigestInput& in, const model::ThermalPlant& plant) {
    if (plant.renewable_fuels(in.system.data()) != model::RenewableFuels::one) return 0.0;
    std::vector<double> power = in.series.values(plant.kind, plant.name, "output");
    const auto& all = in.series.values(plant.kind, plant.name, "fuel_use");
    const auto& second = in.series.values(plant.kind, plant.name, "second_fuel_use");
    for (std::size_t t = 0; t < power.size(); ++t) {
        const double by_second = second[t] / plant.second_fuel_heat_factor;
        const double by_first = std::max(all[t] - second[t], 0.0);
        const double share = by_first + by_second > 0.0 ? by_second / (by_first + by_second) : 0.0;
        power[t] *= in.system.at(plant.second_fuel).renewable ? share : 1.0 - share;
    }
    return in.series.energy(power);
}

void total_plants(const DigestInput& in, Digest& d) {
    Totals& t = d.totals;
    const std::vector<model::PlantFacts> facts = model::all_plants(in.system.data());
    double renewable = 0.0;
    double variable = 0.0;
    for (const PlantRow& row : d.plants) {
        const bool is_variable = row.kind == model::SolarPlant::kind || row.kind == model::WindPlant::kind;
        (is_variable ? t.curtailment_mwh : t.spill_mwh) += row.curtailment_mwh.value_or(0.0);
        if (is_variable) variable += row.energy_mwh;
        const int plant = model::find_plant(facts, row.kind, row.name);
        if (plant >= 0 && facts[static_cast<std::size_t>(plant)].is_renewable) renewable += row.energy_mwh;
        t.fuel_gj += row.fuel_gj.value_or(0.0);
        t.emissions_t += row.emissions_t;
        t.make_whole += row.make_whole.value_or(0.0);
        t.lost_opportunity += row.lost_opportunity.value_or(0.0);
    }
    for (const model::Boiler& boiler : in.system.all<model::Boiler>()) {
        t.fuel_gj += in.series.total(in.series.values(boiler.kind, boiler.name, "fuel_use"));
        t.emissions_t += in.series.total(in.series.values(boiler.kind, boiler.name, "emissions"));
    }
    for (const model::ThermalPlant& plant : in.system.all<model::ThermalPlant>())
        renewable += renewable_part(in, plant);
    if (variable + t.curtailment_mwh > 0.0) t.curtailment_share = t.curtailment_mwh / (variable + t.curtailment_mwh);
    if (t.generation_mwh > 0.0) {
        t.renewable_share = renewable / t.generation_mwh;
        t.emission_intensity_t_per_mwh = t.emissions_t / t.generation_mwh;
    }
}

/// What processes burn and emit by themselves.
void total_processes(Digest& d) {
    for (const ProcessRow& row : d.processes) {
        d.totals.fuel_gj += row.fuel_gj;
        d.totals.industrial_emissions_t += row.direct_emissions_t;
    }
    d.totals.emissions_t += d.totals.industrial_emissions_t;
}

void total_money(const DigestInput& in, Digest& d) {
    Totals& t = d.totals;
    for (const std::string_view category : penalty_categories) t.penalty_cost += in.solution.cost_of(category);
    t.consumer_value = -in.solution.cost_of("consumer_value");
    t.running_cost = in.solution.certificate.cost.value_or(0.0) - t.penalty_cost + t.consumer_value;
    if (t.served_mwh > 0.0) t.running_cost_per_mwh = t.running_cost / t.served_mwh;
    double paid = 0.0;
    double demand = 0.0;
    for (const DemandRow& row : d.demands) {
        if (!row.average_price_per_mwh) continue;
        paid += *row.average_price_per_mwh * row.demand_mwh;
        demand += row.demand_mwh;
    }
    if (demand > 0.0) t.average_price_per_mwh = paid / demand;
}

std::vector<std::string> technology_names(const model::System& system) {
    std::vector<std::string> names;
    for (const auto& plant : system.all<model::ThermalPlant>()) names.push_back(plant.technology);
    if (!system.all<model::RunOfRiver>().empty()) names.emplace_back("run_of_river");
    if (!system.all<model::Reservoir>().empty()) names.emplace_back("reservoir");
    if (!system.all<model::SolarPlant>().empty()) names.emplace_back("solar");
    if (!system.all<model::WindPlant>().empty()) names.emplace_back("wind");
    if (!system.all<model::Battery>().empty()) names.emplace_back(model::Battery::kind);
    if (!system.all<model::PumpedStorage>().empty()) names.emplace_back(model::PumpedStorage::kind);
    if (!system.all<model::Cogeneration>().empty()) names.emplace_back(model::Cogeneration::kind);
    if (!system.all<model::Trade>().empty()) names.emplace_back("import");
    return names;
}

void digest_price_uniqueness(const model::Solution& solution, Digest& d) {
    d.asked_for_other_prices = std::any_of(solution.prices.begin(), solution.prices.end(),
                                           [](const auto& price) { return !price.low.empty(); });
    for (const model::PriceRecord& price : solution.prices) {
        d.has_prices = d.has_prices || !price.values.empty();
        for (std::size_t t = 0; t < std::min(price.low.size(), price.high.size()); ++t)
            if (price.high[t] - price.low[t] > 1e-6 * std::max(1.0, std::abs(price.high[t]))) d.prices_unique = false;
    }
}

}  // namespace

const TechnologyStyle& Digest::style(const std::string& technology) const {
    const auto found =
        std::find_if(styles.begin(), styles.end(), [&](const auto& each) { return each.name == technology; });
    if (found == styles.end()) throw std::invalid_argument("no technology is called " + technology);
    return *found;
}

const std::string& Digest::zone_title(const std::string& zone) const {
    const auto found = std::find_if(zones.begin(), zones.end(), [&](const auto& each) { return each.name == zone; });
    return found == zones.end() ? zone : found->title;
}

Digest digest(const model::System& system, const model::Solution& solution) {
    const SeriesIndex series{system, solution};
    const ZoneLoads loads = zone_loads(system, series);
    const DigestInput in{system, solution, series, loads};
    Digest d;
    d.has_solution = solution.has_solution();
    digest_horizon(system.horizon(), d);
    d.styles = technology_styles(technology_names(system));
    digest_price_uniqueness(solution, d);
    digest_plants(in, d);
    digest_stores(in, d);
    digest_demands(in, d);
    digest_lines(in, d);
    digest_interfaces(in, d);
    digest_zones(in, d);
    digest_reserves(in, d);
    digest_limits(in, d);
    digest_markets(in, d);
    digest_carbon(in, d);
    digest_load_shifts(in, d);
    digest_heat(in, d);
    digest_orders(in, d);
    digest_industry(in, d);
    digest_upgrades(in, d);
    digest_contracts(in, d);
    digest_fuel_stocks(in, d);
    digest_meters(in, d);
    digest_costs(in, d);
    digest_causes(in, d);
    digest_technologies(d);
    total_energy(in, d);
    total_plants(in, d);
    total_processes(d);
    total_money(in, d);
    return d;
}

}  // namespace indus::reports
