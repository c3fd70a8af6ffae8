// SPDX-License-Identifier: Apache-2.0
// What policies and constraints over plants know of a plant of any kind. A kind is a plant when it has an
// overload of `facts_of`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/system.hpp"

namespace indus::model {

struct PlantFacts {
    std::string_view kind{};
    std::string name{};
    int zone = -1;
    std::string technology{};   ///< as the plant says, or "run_of_river", "solar", "battery", "cogeneration"
    double capacity_mw = 0.0;   ///< net, of all units
    bool is_renewable = false;  ///< hydro, solar, wind, and plants that are, or all of whose fuels are
    bool is_store = false;      ///< gives back what it took: its output is no generation
    double units = 1.0;         ///< alike, that capacity_mw is the sum of
};

PlantFacts facts_of(const SystemData& data, const ThermalPlant& plant);
PlantFacts facts_of(const SystemData& data, const RunOfRiver& plant);
PlantFacts facts_of(const SystemData& data, const Reservoir& plant);
PlantFacts facts_of(const SystemData& data, const SolarPlant& plant);
PlantFacts facts_of(const SystemData& data, const WindPlant& plant);
PlantFacts facts_of(const SystemData& data, const Battery& store);
PlantFacts facts_of(const SystemData& data, const PumpedStorage& store);
PlantFacts facts_of(const SystemData& data, const Cogeneration& plant);
/// Its capacity is heat and its output of power is 0; it is here so that outages can name it.
PlantFacts facts_of(const SystemData& data, const Boiler& boiler);

/// Every plant, in the order of the list of components.
std::vector<PlantFacts> all_plants(const SystemData& data);
/// Position of a plant, or -1.
int find_plant(const std::vector<PlantFacts>& plants, std::string_view kind, std::string_view name);

/// Whether a list of zones, empty for all, holds the zone.
bool holds_zone(const WeightedNames& zones, const SystemData& data, int zone);

/// Complains of names that are not among `known`, a kind of thing told by `what` ("the name of a zone").
void check_names(const WeightedNames& names, const std::vector<std::string>& known, std::string_view field,
                 std::string_view what, Complaints& complaints);
void check_zones(const WeightedNames& zones, const SystemData& data, Complaints& complaints);

}  // namespace indus::model
