// SPDX-License-Identifier: Apache-2.0
#include "model/components/meter/wheeling.hpp"

#include <fmt/format.h>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// A bound and a cost: the meter has the column.
constexpr std::array wheeling_equations{
    Equation{"wheeled power", "MW",
             "0 <= wheeled_w[t] <= share (1 - loss_share) available[t] of the plant that supplies it",
             "definition; for the objective of a zone only"},
    Equation{"wheeling charge", "money", "h (charge_per_mwh + energy_price_per_mwh) wheeled_w[t]", "definition; idem"}};

struct OutsidePlant {
    std::string name{};
    std::string zone{};
};

template <class Plant>
void collect(const SystemData& data, std::vector<OutsidePlant>& plants) {
    for (const Plant& each : data.list<Plant>()) plants.push_back({each.name, each.zone.name});
}

}  // namespace

std::span<const Equation> Wheeling::equations() { return wheeling_equations; }

void Wheeling::check(Complaints&) const {}

void Wheeling::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<OutsidePlant> plants;
    collect<SolarPlant>(data, plants);
    collect<WindPlant>(data, plants);
    std::vector<std::string> known;
    std::vector<OutsidePlant> named;
    for (const OutsidePlant& each : plants) {
        known.push_back(each.name);
        if (each.name == plant) named.push_back(each);
    }
    if (named.empty())
        return complaints.add("plant", plant, "the name of a solar or wind plant", nearest_name(plant, known));
    if (named.size() > 1)
        return complaints.add("plant", plant, fmt::format("a name that only one plant has ({} have it)", named.size()));
    double shares = 0.0;
    int at_this_meter = 0;
    for (const Wheeling& each : data.list<Wheeling>()) {
        if (each.plant != plant) continue;
        shares += each.share;
        at_this_meter += each.meter.name == meter.name ? 1 : 0;
    }
    if (shares > 1.0 + 1e-9)
        complaints.add("share", share,
                       fmt::format("shares of {} that sum to at most 1 (they sum to {})", plant, shares));
    if (at_this_meter > 1)
        complaints.add("plant", plant, fmt::format("one contract of a plant and meter ({} have both)", at_this_meter));
    if (meter.index >= 0 && data.list<Meter>()[static_cast<std::size_t>(meter.index)].zone.name == named[0].zone)
        complaints.add("plant", plant, "a plant outside the zone behind the meter");
}

}  // namespace indus::model
