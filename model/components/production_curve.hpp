// SPDX-License-Identifier: Apache-2.0
// Fuel and money per hour as a function of output: convex, in pieces from least output to capacity.
//
// The sum of a heat rate or heat curve, a variable cost, a cost curve and a quadratic cost. The quadratic
// is cut into `cost_segments` equal pieces and replaced by its chords, which lie above it by at most
// factor * width^2 / 4.
#pragma once

#include <vector>

#include "model/components/thermal_plant.hpp"

namespace indus::model {

struct ProductionCurve {
    struct Piece {
        double width_mw = 0.0;
        double heat_gj_per_mwh = 0.0;
        double cost_per_mwh = 0.0;  ///< besides fuel
    };
    double heat_at_least_gj_per_h = 0.0;  ///< at min_output_mw, no-load heat included
    double cost_at_least_per_h = 0.0;     ///< besides fuel
    std::vector<Piece> pieces{};

    ProductionCurve(const ThermalPlant& plant, int cost_segments);
};

/// Value at x of the line through the points, beyond them of the outermost pieces.
double interpolate(const Steps& points, double x);

/// Largest output of each unit that is on [MW], given how many are on, have just started, and stop next; a unit may be
/// both where `can_be_both`.
std::vector<double> unit_tops(const ThermalPlant& plant, double on, double started, double stopping, bool can_be_both);

/// How much the chords of the quadratic exceed it at an output [money/h].
double chord_excess(const ThermalPlant& plant, int cost_segments, double output_mw);
/// Largest excess at any output [money/h].
double largest_chord_excess(const ThermalPlant& plant, int cost_segments);

}  // namespace indus::model
