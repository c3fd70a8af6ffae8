// SPDX-License-Identifier: Apache-2.0
#include "model/components/outage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/outages.hpp"
#include "model/plant_facts.hpp"

namespace indus::model {

namespace {

// A definition: plants put it in place of their capacity.
constexpr std::array outage_equations{
    Equation{"available capacity", "MW", "available[t] = capacity * min(available_share of outages that touch step t)",
             "definition"},
    Equation{"available units", "1", "u[t] <= units - sum(units_out of outages that touch step t)", "definition"}};

}  // namespace

std::span<const Equation> Outage::equations() { return outage_equations; }

void Outage::check(Complaints& complaints) const {
    if (*from.time >= *to.time)
        complaints.add("to", to_string(*to.time), fmt::format("a time after from ({})", to_string(*from.time)));
    const int given = (available_share ? 1 : 0) + (available_mw ? 1 : 0) + (units_out ? 1 : 0);
    if (given > 1)
        complaints.add("available_mw", "several fields", "one of available_share, available_mw and units_out");
    if (units_out && *units_out != std::round(*units_out)) complaints.add("units_out", *units_out, "a whole number");
}

namespace {

/// How many routes, corridors or stages have the name; adds all their names to `known`.
template <class Way>
int named(const SystemData& data, const std::string& name, std::vector<std::string>& known) {
    int found = 0;
    for (const Way& each : data.list<Way>()) {
        known.push_back(each.name);
        found += each.name == name ? 1 : 0;
    }
    return found;
}

}  // namespace

void Outage::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> known;
    int found = 0;
    double capacity_mw = 0.0;
    double units = 1.0;
    const auto look_at = [&](const std::string& known_name, double rated_mw, double its_units) {
        known.push_back(known_name);
        if (known_name != plant) return;
        ++found;
        capacity_mw = rated_mw;
        units = its_units;
    };
    for (const PlantFacts& each : all_plants(data)) look_at(each.name, each.capacity_mw, each.units);
    // The grid fails too: an outage of a meter is load-shedding.
    for (const Meter& each : data.list<Meter>())
        look_at(each.name, std::max(each.import_max_mw.value_or(each.sanctioned_mw), each.export_max_mw), 1.0);
    const int ways = named<FuelRoute>(data, plant, known) + named<FuelCorridor>(data, plant, known);
    const int stages = named<Stage>(data, plant, known);
    found += ways + stages;
    if (found == 0) return complaints.add("plant", plant, "the name of a plant", nearest_name(plant, known));
    if (found > 1)
        return complaints.add("plant", plant, fmt::format("a name that only one plant has ({} have it)", found));
    if (ways + stages > 0) {
        if (available_mw || units_out)
            complaints.add("available_share", "",
                           fmt::format("a share, as {} {}", plant, ways > 0 ? "carries fuel" : "is a stage"));
        return;
    }
    if (available_mw && *available_mw > capacity_mw)
        complaints.add("available_mw", *available_mw,
                       fmt::format("at most the capacity of {} ({})", plant, capacity_mw));
    if (units > 1.0 && (available_share.value_or(0.0) > 0.0 || available_mw.value_or(0.0) > 0.0))
        complaints.add("units_out", "", fmt::format("the number of units that are out, as {} has {}", plant, units));
    if (units_out && *units_out > units)
        complaints.add("units_out", *units_out, fmt::format("at most the units of {} ({})", plant, units));
}

}  // namespace indus::model
