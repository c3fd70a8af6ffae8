// SPDX-License-Identifier: Apache-2.0
#include "model/plant_facts.hpp"

#include <algorithm>

namespace indus::model {

PlantFacts facts_of(const SystemData& data, const ThermalPlant& plant) {
    const bool is_renewable = plant.renewable_fuels(data) == RenewableFuels::all;
    return {ThermalPlant::kind, plant.name, plant.zone.index, plant.technology, plant.installed_mw(),
            is_renewable,       false,      plant.units};
}
PlantFacts facts_of(const SystemData&, const RunOfRiver& plant) {
    return {RunOfRiver::kind, plant.name, plant.zone.index, "run_of_river", plant.capacity_mw, true};
}
PlantFacts facts_of(const SystemData&, const Reservoir& plant) {
    return {Reservoir::kind, plant.name, plant.zone.index, "reservoir", plant.capacity_mw, true};
}
PlantFacts facts_of(const SystemData&, const SolarPlant& plant) {
    return {SolarPlant::kind, plant.name, plant.zone.index, "solar", plant.capacity_mw, true};
}
PlantFacts facts_of(const SystemData&, const WindPlant& plant) {
    return {WindPlant::kind, plant.name, plant.zone.index, "wind", plant.capacity_mw, true};
}
PlantFacts facts_of(const SystemData&, const Battery& store) {
    return {Battery::kind, store.name, store.zone.index, "battery", store.discharge_mw, false, true};
}
PlantFacts facts_of(const SystemData&, const PumpedStorage& store) {
    return {PumpedStorage::kind, store.name, store.zone.index, "pumped_storage", store.turbine_mw, false, true};
}
PlantFacts facts_of(const SystemData& data, const Cogeneration& plant) {
    const int fuel = plant.fuel.index;
    const bool is_renewable = fuel >= 0 && data.list<Fuel>()[static_cast<std::size_t>(fuel)].renewable;
    return {Cogeneration::kind, plant.name, plant.zone.index, "cogeneration", plant.capacity_mw, is_renewable};
}
PlantFacts facts_of(const SystemData& data, const Boiler& boiler) {
    const int node = boiler.node.index;
    const int zone = node < 0 ? -1 : data.list<HeatNode>()[static_cast<std::size_t>(node)].zone.index;
    return {Boiler::kind, boiler.name, zone, "boiler", boiler.capacity_mw};
}

std::vector<PlantFacts> all_plants(const SystemData& data) {
    std::vector<PlantFacts> plants;
    for_each_kind([&]<class Component>() {
        if constexpr (requires(const Component& each) { facts_of(data, each); })
            for (const Component& each : data.list<Component>()) plants.push_back(facts_of(data, each));
    });
    return plants;
}

int find_plant(const std::vector<PlantFacts>& plants, std::string_view kind, std::string_view name) {
    const auto found = std::find_if(plants.begin(), plants.end(),
                                    [&](const PlantFacts& each) { return each.kind == kind && each.name == name; });
    return found == plants.end() ? -1 : static_cast<int>(found - plants.begin());
}

bool holds_zone(const WeightedNames& zones, const SystemData& data, int zone) {
    return zones.empty() || (zone >= 0 && zones.contains(data.list<Zone>()[static_cast<std::size_t>(zone)].name));
}

void check_names(const WeightedNames& names, const std::vector<std::string>& known, std::string_view field,
                 std::string_view what, Complaints& complaints) {
    for (const WeightedNames::Item& item : names.items)
        if (std::find(known.begin(), known.end(), item.name) == known.end())
            complaints.add(std::string{field}, item.name, std::string{what}, nearest_name(item.name, known));
}

void check_zones(const WeightedNames& zones, const SystemData& data, Complaints& complaints) {
    std::vector<std::string> known;
    for (const Zone& zone : data.list<Zone>()) known.push_back(zone.name);
    check_names(zones, known, "zones", "the name of a zone", complaints);
}

}  // namespace indus::model
