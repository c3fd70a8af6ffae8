// SPDX-License-Identifier: Apache-2.0
// The carbon dioxide that a MWh carries where and when it is used: consumption-based intensities; and what stages of
// processes cause with it and by themselves.
//
// Power: what plants of a zone emit at a step goes with what they feed in; over lines and meters by proportional
// sharing of the sent flows (model/network/flow_tracing.hpp), losses borne where the rest arrives. Batteries and pumped
// storage take in what the power carries with which they are charged and give it back in proportion to the level that
// leaves; what lay in them at the start carries the mean of the run's generation. Imports from beyond the case carry
// what the zone's other supply does, as nothing is known of them.
//
// Heat: what fuels of boilers emit, what the power of electric boilers carries, and of cogeneration the share of heat
// in power plus heat (the energy content method), over the heat taken from the node; heat that is let go burdens the
// rest. Heat stores are followed as batteries are; what lay in them at the start carries nothing.
//
// Direct: what the fuel that a stage burns and its materials emit. It is in no zone's power and no node's heat.
#pragma once

#include <vector>

#include "reports/series_index.hpp"

namespace indus::reports {

struct Carbon {
    /// Per zone and step [tCO2/MWh], at the level of the zone's balance.
    std::vector<std::vector<double>> zones{};
    /// Power used in the zone, losses and charging included: what is fed in and arrives less what is sent on [MW].
    std::vector<std::vector<double>> used{};
    /// Per heat node and step [tCO2/MWh].
    std::vector<std::vector<double>> heat_nodes{};
};

Carbon trace_carbon(const model::System& system, const SeriesIndex& series);

/// What a stage caused at each step [tCO2]: by itself, and by the power and heat it used.
struct StageEmissions {
    std::vector<double> direct{}, power{}, heat{};
};

StageEmissions stage_emissions(const model::System& system, const SeriesIndex& series, const Carbon& carbon,
                               const model::Stage& stage);

}  // namespace indus::reports
