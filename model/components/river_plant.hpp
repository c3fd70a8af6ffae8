// SPDX-License-Identifier: Apache-2.0
// What plants on one river share: where their water goes and how long it takes. Not a kind of its own.
//
// Water is counted in the energy that a plant's own turbines make of it, so the same water is another number of MWh at
// every plant. `energy_per_hm3_mwh` ties them: what leaves plant u arrives at plant d as
//
//   arrival_d [MW] = energy_per_hm3_d / energy_per_hm3_u * release_u [MW],  travel_time_h later.
//
// A number per plant and not one per pair, because it is what heads and efficiencies give and because no choice of
// numbers can then make or lose water on the way through a whole river.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Reservoir;
struct RunOfRiver;

struct RiverPlant {
    std::optional<double> energy_per_hm3_mwh{};
    Reference<Reservoir> downstream_reservoir{};
    Reference<RunOfRiver> downstream_run_of_river{};
    double travel_time_h = 0.0;
    Steps release_before_mw{};

    static constexpr auto river_fields = field_list(
        field("energy_per_hm3_mwh", &RiverPlant::energy_per_hm3_mwh, "MWh/hm3", above(0), optional,
              "Energy that the turbines make of a million cubic metres; needed of every plant of a cascade."),
        field("downstream_reservoir", &RiverPlant::downstream_reservoir, "-", any_number(), optional,
              "Reservoir into which output, bypass and spill flow."),
        field("downstream_run_of_river", &RiverPlant::downstream_run_of_river, "-", any_number(), optional,
              "Run-of-river plant to which they flow, instead of a reservoir."),
        field("travel_time_h", &RiverPlant::travel_time_h, "h", at_least(0), optional,
              "Time the water takes to the plant downstream; between two steps it is split over both."),
        field(
            "release_before_mw", &RiverPlant::release_before_mw, "MW", at_least(0), optional,
            "Release before the start, counted as this plant's power: a number, or pairs of hours before the start and "
            "the release from then back, '0:50 6:20'. Needed where the water travels for some time."));

    bool flows_on() const { return downstream_reservoir.is_set() || downstream_run_of_river.is_set(); }
    const std::string& downstream_name() const {
        return downstream_reservoir.is_set() ? downstream_reservoir.name : downstream_run_of_river.name;
    }
    /// Release between two instants before the start [MWh]; hours count back from the start, `near` < `far`.
    double released_before(double near_h, double far_h) const;

protected:
    void check_river(Complaints& complaints) const;
};

}  // namespace indus::model
