// SPDX-License-Identifier: Apache-2.0
#include "model/components/outage.hpp"

#include <fmt/format.h>

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

void Outage::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> known;
    int found = 0;
    double capacity_mw = 0.0;
    double units = 1.0;
    for (const PlantFacts& each : all_plants(data)) {
        known.push_back(each.name);
        if (each.name != plant) continue;
        ++found;
        capacity_mw = each.capacity_mw;
        units = each.units;
    }
    if (found == 0) return complaints.add("plant", plant, "the name of a plant", nearest_name(plant, known));
    if (found > 1)
        return complaints.add("plant", plant, fmt::format("a name that only one plant has ({} have it)", found));
    if (available_mw && *available_mw > capacity_mw)
        complaints.add("available_mw", *available_mw,
                       fmt::format("at most the capacity of {} ({})", plant, capacity_mw));
    if (units > 1.0 && (available_share.value_or(0.0) > 0.0 || available_mw.value_or(0.0) > 0.0))
        complaints.add("units_out", "", fmt::format("the number of units that are out, as {} has {}", plant, units));
    if (units_out && *units_out > units)
        complaints.add("units_out", *units_out, fmt::format("at most the units of {} ({})", plant, units));
}

}  // namespace indus::model
