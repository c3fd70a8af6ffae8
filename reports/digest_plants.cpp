// SPDX-License-Identifier: Apache-2.0
// Plants and stores of a digest.
#include <algorithm>
#include <map>

#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

double cost_of_owner(const model::Solution& solution, std::string_view kind, std::string_view owner) {
    double sum = 0.0;
    for (const model::CostRecord& each : solution.costs)
        if (each.kind == kind && each.owner == owner) sum += each.amount;
    return sum;
}

/// Builds the rows of plants one after another.
class PlantRows {
public:
    PlantRows(const DigestInput& in, Digest& d) : in_{in}, d_{d} {
        for (const model::UpliftRecord& each : in.solution.uplift) uplift_[each.kind + "\n" + each.owner] = &each;
    }

    /// A row with everything that all kinds share; `zone` is the name of the plant's zone.
    template <class Plant>
    PlantRow start(const Plant& plant, std::string technology, double capacity_mw) const {
        PlantRow row;
        row.name = plant.name;
        row.kind = Plant::kind;
        row.zone = plant.zone.name;
        row.technology = std::move(technology);
        row.capacity_mw = capacity_mw;
        return row;
    }

    /// Energy, money and uplift from the power that the plant gives (and takes) at each step.
    void finish(PlantRow row, std::string_view output_quantity, std::string_view input_quantity = {}) {
        const std::vector<double>& output = in_.series.values(row.kind, row.name, output_quantity);
        row.energy_mwh = in_.series.energy(output);
        const double potential = row.capacity_mw * d_.weighted_hours;
        if (potential > 0.0) row.capacity_factor = row.energy_mwh / potential;
        row.cost = cost_of_owner(in_.solution, row.kind, row.name);
        if (const model::PriceRecord* price = in_.series.price(model::Zone::kind, row.zone)) {
            double revenue = earned(*price, output);
            if (!input_quantity.empty())
                revenue -= earned(*price, in_.series.values(row.kind, row.name, input_quantity));
            row.revenue = revenue;
            row.reserve_revenue = reserve_revenue(row);
            row.profit = revenue + row.reserve_revenue.value_or(0.0) - row.cost;
        }
        if (const auto found = uplift_.find(row.kind + "\n" + row.name); found != uplift_.end()) {
            row.make_whole = found->second->make_whole;
            row.lost_opportunity = found->second->lost_opportunity;
        }
        d_.plants.push_back(std::move(row));
    }

private:
    double earned(const model::PriceRecord& price, const std::vector<double>& power) const {
        double sum = 0.0;
        for (int t = 0; t < in_.series.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            sum += price.values[i] * power[i] * in_.series.hours(t);
        }
        return sum;
    }
    /// Unset where no reserve has a price.
    std::optional<double> reserve_revenue(const PlantRow& row) const {
        std::optional<double> sum;
        for (const model::Reserve& product : in_.system.all<model::Reserve>())
            if (const model::PriceRecord* price = in_.series.price(model::Reserve::kind, product.name))
                sum = sum.value_or(0.0) +
                      earned(*price, in_.series.values(row.kind, row.name, "reserve_" + product.name));
        return sum;
    }

    const DigestInput& in_;
    Digest& d_;
    std::map<std::string, const model::UpliftRecord*> uplift_;
};

std::string technology_of(const model::ThermalPlant& plant) { return plant.technology; }
std::string technology_of(const model::Cogeneration&) { return std::string{model::Cogeneration::kind}; }
double capacity_of(const model::ThermalPlant& plant) { return plant.installed_mw(); }
double capacity_of(const model::Cogeneration& plant) { return plant.capacity_mw; }

/// Plants that burn fuel and are switched on and off.
template <class Plant>
void add_burning(const DigestInput& in, PlantRows& rows) {
    for (const Plant& plant : in.system.all<Plant>()) {
        PlantRow row = rows.start(plant, technology_of(plant), capacity_of(plant));
        row.starts = in.series.total(in.series.values(row.kind, row.name, "start"));
        row.hours_on = in.series.energy(in.series.values(row.kind, row.name, "on"));
        row.fuel_gj = in.series.total(in.series.values(row.kind, row.name, "fuel_use"));
        row.emissions_t = in.series.total(in.series.values(row.kind, row.name, "emissions"));
        rows.finish(std::move(row), "output");
    }
}

template <class Plant>
void add_plants(const DigestInput& in, PlantRows& rows, std::string_view technology, std::string_view unused_quantity) {
    for (const Plant& plant : in.system.all<Plant>()) {
        PlantRow row = rows.start(plant, std::string{technology}, plant.capacity_mw);
        if (!unused_quantity.empty())
            row.curtailment_mwh = in.series.energy(in.series.values(row.kind, row.name, unused_quantity));
        rows.finish(std::move(row), "output");
    }
}

/// What a plant of two fuels burns of this one: of the first, what its fuel use leaves beside the second.
void add_one_of_two(const DigestInput& in, const model::ThermalPlant& plant, const model::Fuel& fuel, FuelRow& row) {
    const bool is_second = plant.second_fuel.name == fuel.name;
    if (!is_second && plant.fuel.name != fuel.name) return;
    const auto& second = in.series.values(plant.kind, plant.name, "second_fuel_use");
    std::vector<double> burnt = second;
    if (!is_second) {
        burnt = in.series.values(plant.kind, plant.name, "fuel_use");
        for (std::size_t t = 0; t < burnt.size() && t < second.size(); ++t) burnt[t] -= second[t];
    }
    const double gigajoules = in.series.total(burnt);
    row.fuel_gj += gigajoules;
    row.emissions_t += fuel.emission_factor_t_per_gj * gigajoules;
    for (const model::FuelStock& each : in.system.all<model::FuelStock>())
        if (each.fuel.name == fuel.name && each.plants.contains(plant.name)) return;
    for (std::size_t t = 0; t < burnt.size(); ++t) burnt[t] *= fuel.price_per_gj[static_cast<int>(t)];
    row.cost += in.series.total(burnt);
}

/// What a plant, boiler or mode of a stage of one fuel burns of this one.
template <class Plant>
void add_burnt(const DigestInput& in, const Plant& plant, const model::Fuel& fuel, FuelRow& row) {
    if (plant.fuel.name != fuel.name) return;
    row.fuel_gj += in.series.total(in.series.values(plant.kind, plant.name, "fuel_use"));
    row.emissions_t += in.series.total(in.series.values(plant.kind, plant.name, "emissions"));
    for (const model::CostRecord& each : in.solution.costs)
        if (each.kind == plant.kind && each.owner == plant.name && each.category == "fuel") row.cost += each.amount;
}

/// What was paid for fuel that came to stocks, burnt or not.
void add_bought(const DigestInput& in, const model::Fuel& fuel, FuelRow& row) {
    for (const model::FuelRoute& route : in.system.all<model::FuelRoute>()) {
        if (in.system.at(route.to).fuel.name != fuel.name) continue;
        for (const model::CostRecord& each : in.solution.costs)
            if (each.kind == route.kind && each.owner == route.name) row.cost += each.amount;
    }
}

void digest_fuels(const DigestInput& in, Digest& d) {
    for (const model::Fuel& fuel : in.system.all<model::Fuel>()) {
        FuelRow row;
        row.fuel = fuel.name;
        for (const model::ThermalPlant& plant : in.system.all<model::ThermalPlant>())
            if (plant.second_fuel.is_set())
                add_one_of_two(in, plant, fuel, row);
            else
                add_burnt(in, plant, fuel, row);
        for (const model::Cogeneration& plant : in.system.all<model::Cogeneration>()) add_burnt(in, plant, fuel, row);
        for (const model::Boiler& boiler : in.system.all<model::Boiler>()) add_burnt(in, boiler, fuel, row);
        for (const model::StageMode& mode : in.system.all<model::StageMode>()) add_burnt(in, mode, fuel, row);
        add_bought(in, fuel, row);
        d.fuels.push_back(std::move(row));
    }
}

double last_of(const std::vector<double>& values) { return values.empty() ? 0.0 : values.back(); }

/// What all stores share.
template <class Store>
StoreRow start_store(const DigestInput& in, const Store& store) {
    StoreRow row;
    row.name = store.name;
    row.kind = Store::kind;
    row.zone = store.zone.name;
    row.min_level_mwh = store.min_level_mwh;
    row.required_end_level_mwh = store.end_level();
    row.final_level_mwh = last_of(in.series.values(row.kind, row.name, "level"));
    return row;
}

/// A battery or pumped storage.
template <class Store>
StoreRow shifting_store(const DigestInput& in, const Store& store, double power_mw) {
    StoreRow row = start_store(in, store);
    row.power_mw = power_mw;
    row.max_level_mwh = store.energy_mwh;
    row.initial_level_mwh = store.initial_level_mwh;
    row.charged_mwh = in.series.energy(in.series.values(row.kind, row.name, "charge"));
    row.discharged_mwh = in.series.energy(in.series.values(row.kind, row.name, "discharge"));
    return row;
}

}  // namespace

void digest_plants(const DigestInput& in, Digest& d) {
    PlantRows rows{in, d};
    add_burning<model::ThermalPlant>(in, rows);
    add_burning<model::Cogeneration>(in, rows);
    add_plants<model::RunOfRiver>(in, rows, "run_of_river", "spill");
    add_plants<model::Reservoir>(in, rows, "reservoir", "");
    add_plants<model::SolarPlant>(in, rows, "solar", "curtailment");
    add_plants<model::WindPlant>(in, rows, "wind", "curtailment");
    for (const model::Battery& battery : in.system.all<model::Battery>())
        rows.finish(rows.start(battery, "battery", battery.discharge_mw), "discharge", "charge");
    for (const model::PumpedStorage& plant : in.system.all<model::PumpedStorage>())
        rows.finish(rows.start(plant, "pumped_storage", plant.turbine_mw), "discharge", "charge");
    digest_fuels(in, d);
}

void digest_stores(const DigestInput& in, Digest& d) {
    for (const model::Reservoir& reservoir : in.system.all<model::Reservoir>()) {
        StoreRow row = start_store(in, reservoir);
        row.power_mw = reservoir.capacity_mw;
        row.max_level_mwh = reservoir.max_level_mwh;
        row.initial_level_mwh = reservoir.initial_level();
        row.inflow_mwh = in.series.energy(reservoir.inflow_mw.values) +
                         in.series.energy(in.series.values(row.kind, row.name, "arrival"));
        row.discharged_mwh = in.series.energy(in.series.values(row.kind, row.name, "output"));
        row.bypass_mwh = in.series.energy(in.series.values(row.kind, row.name, "bypass"));
        d.stores.push_back(std::move(row));
    }
    for (const model::Battery& battery : in.system.all<model::Battery>())
        d.stores.push_back(shifting_store(in, battery, battery.discharge_mw));
    for (const model::PumpedStorage& plant : in.system.all<model::PumpedStorage>()) {
        StoreRow row = shifting_store(in, plant, plant.turbine_mw);
        row.inflow_mwh = in.series.energy(plant.inflow_mw.values);
        row.bypass_mwh = in.series.energy(in.series.values(row.kind, row.name, "spill"));
        d.stores.push_back(std::move(row));
    }
}

}  // namespace indus::reports
