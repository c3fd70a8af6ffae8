// SPDX-License-Identifier: Apache-2.0
// How much power a reservoir's turbines make of its water: a piecewise function of release and level.
//
//   output = head factor(level at the start of the step) * power(turbined water)
//
// power: pieces of `turbine_curve`, each adding so many MW per MW of water; where it is empty, 1 MW per MW. Water
// through the turbines ends where they would give capacity_mw at a head factor of 1; below it they cannot reach
// capacity_mw, above it capacity_mw limits the output. head factor: constant in each band of `head_curve`.
//
//   water_b_k[t] [MW]   water of piece k, turbined while the level lies in band b
//   band_b[t] {0,1}     the level lies in band b: where there is more than one
//   filled_k[t] {0,1}   pieces up to k are full: where the curve is not concave, or a solution used a later piece first
//
// Choosing the band by binaries makes the product of head and water exact for the function as stated. Against a plant
// whose head factor varies steadily, a step is off by at most the difference between the factors of neighbouring bands,
// by half of it where the factors are those of the bands' middles, and by what the level changes within the step.
#pragma once

#include <vector>

#include "model/components/reservoir.hpp"
#include "model/formulation.hpp"

namespace indus::model {

struct ReservoirProduction {
    struct Piece {
        double width_mw = 0.0;  ///< of water
        double factor = 1.0;    ///< MW of power per MW of water
    };
    struct Band {
        double low_mwh = 0.0;
        double high_mwh = 0.0;
        double factor = 1.0;
    };
    std::vector<Piece> pieces{};
    std::vector<Band> bands{};

    explicit ReservoirProduction(const Reservoir& reservoir);
    /// Power of turbined water at a head factor of 1 [MW].
    double power_mw(double water_mw) const;
    /// Whether each piece gives at most what the one before it gives, so that they fill in order by themselves.
    bool is_concave() const;
    /// Least power made of a MW of water.
    double least_factor() const;
};

/// The columns and rows of the function.
class ProductionRows {
public:
    ProductionRows(const Reservoir& reservoir, const Horizon& horizon, const Desk& desk);
    /// Ties output and level to the water of step t; to be called once per step.
    void add(int t, const Series& output, const Expression& level_before) const;
    /// Water through the turbines [MW].
    Expression water(int t) const;
    /// What the turbines could give at the level of step t [MW].
    Expression most_output(int t) const;

private:
    Expression water_of_piece(std::size_t k, int t) const;
    void add_bands(int t, const Expression& level_before) const;
    void add_order(int t) const;

    const Reservoir& r_;
    ReservoirProduction function_;
    const Desk& d_;
    std::vector<bool> ordered_;               ///< per step: whether `filled` decides
    std::vector<std::vector<Series>> water_;  ///< by band and piece
    std::vector<Series> band_, filled_;
};

}  // namespace indus::model
