// SPDX-License-Identifier: Apache-2.0
#include "model/components/reservoir_production.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/components/reservoir_equations.hpp"

namespace indus::model {

ReservoirProduction::ReservoirProduction(const Reservoir& r) {
    const auto& curve = r.turbine_curve.steps;
    double power = 0.0;
    for (std::size_t k = 0; k < curve.size(); ++k) {
        const double to_capacity = (r.capacity_mw - power) / curve[k].value;
        const double width =
            k + 1 < curve.size() ? std::min(curve[k + 1].from - curve[k].from, to_capacity) : to_capacity;
        pieces.push_back({width, curve[k].value});
        power += width * curve[k].value;
    }
    if (pieces.empty()) pieces.push_back({r.capacity_mw, 1.0});
    const auto& heads = r.head_curve.steps;
    for (std::size_t b = 0; b < heads.size(); ++b) {
        const double high = b + 1 < heads.size() ? heads[b + 1].from : r.max_level_mwh;
        if (high >= r.min_level_mwh) bands.push_back({std::max(heads[b].from, r.min_level_mwh), high, heads[b].value});
    }
    if (bands.empty()) bands.push_back({r.min_level_mwh, r.max_level_mwh, 1.0});
}

double ReservoirProduction::power_mw(double water_mw) const {
    double power = 0.0;
    for (const Piece& piece : pieces) {
        const double part = std::min(water_mw, piece.width_mw);
        power += piece.factor * part;
        water_mw -= part;
    }
    return power;
}

bool ReservoirProduction::is_concave() const {
    return std::is_sorted(pieces.begin(), pieces.end(),
                          [](const Piece& left, const Piece& right) { return left.factor > right.factor; });
}

double ReservoirProduction::least_factor() const {
    const auto less = [](const auto& left, const auto& right) { return left.factor < right.factor; };
    return std::min_element(pieces.begin(), pieces.end(), less)->factor *
           std::min_element(bands.begin(), bands.end(), less)->factor;
}

ProductionRows::ProductionRows(const Reservoir& reservoir, const Horizon& horizon, const Desk& desk)
    : r_{reservoir}, function_{reservoir}, d_{desk}, ordered_(static_cast<std::size_t>(horizon.step_count())) {
    const auto& [pieces, bands] = std::tie(function_.pieces, function_.bands);
    for (std::size_t b = 0; b < bands.size(); ++b) {
        water_.emplace_back();
        for (std::size_t k = 0; k < pieces.size(); ++k)
            water_.back().push_back(
                d_.variables(fmt::format("water_{}_{}", b + 1, k + 1), "MW", 0.0, pieces[k].width_mw));
    }
    if (bands.size() > 1)
        for (std::size_t b = 0; b < bands.size(); ++b) band_.push_back(d_.binaries(fmt::format("band_{}", b + 1)));
    std::vector<double> most(ordered_.size());
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        ordered_[i] = pieces.size() > 1 && (!function_.is_concave() || d_.chooses_mode(t));
        most[i] = ordered_[i] ? 1.0 : 0.0;
    }
    if (std::find(ordered_.begin(), ordered_.end(), true) != ordered_.end())
        for (std::size_t k = 0; k + 1 < pieces.size(); ++k)
            filled_.push_back(d_.binaries(fmt::format("filled_{}", k + 1), most));
}

Expression ProductionRows::water_of_piece(std::size_t k, int t) const {
    Expression sum;
    for (const auto& band : water_) sum.add(band[k][t], 1.0);
    return sum;
}

Expression ProductionRows::water(int t) const {
    Expression sum;
    for (const auto& band : water_)
        for (const Series& piece : band) sum.add(piece[t], 1.0);
    return sum;
}

Expression ProductionRows::most_output(int t) const {
    if (band_.empty()) return std::min(1.0, function_.bands[0].factor) * r_.capacity_mw;
    Expression most;
    for (std::size_t b = 0; b < band_.size(); ++b)
        most.add(band_[b][t], std::min(1.0, function_.bands[b].factor) * r_.capacity_mw);
    return most;
}

void ProductionRows::add(int t, const Series& output, const Expression& level_before) const {
    Expression power;
    for (std::size_t b = 0; b < water_.size(); ++b)
        for (std::size_t k = 0; k < water_[b].size(); ++k)
            power.add(water_[b][k][t], function_.bands[b].factor * function_.pieces[k].factor);
    d_.require(reservoir_equations::production, t, Expression{output[t]} == power);
    d_.derive("turbined", "MW", t, water(t));
    if (!band_.empty()) add_bands(t, level_before);
    if (ordered_[static_cast<std::size_t>(t)]) add_order(t);
}

void ProductionRows::add_bands(int t, const Expression& level_before) const {
    Expression one, low, high;
    for (std::size_t b = 0; b < band_.size(); ++b) {
        one.add(band_[b][t], 1.0);
        low.add(band_[b][t], function_.bands[b].low_mwh);
        high.add(band_[b][t], function_.bands[b].high_mwh);
        for (std::size_t k = 0; k < water_[b].size(); ++k)
            d_.require(reservoir_equations::band_water, t,
                       Expression{water_[b][k][t]} <= function_.pieces[k].width_mw * band_[b][t]);
    }
    d_.require(reservoir_equations::one_band, t, one == 1.0);
    d_.require(reservoir_equations::level_band, t, low <= level_before);
    d_.require(reservoir_equations::level_band, t, high >= level_before);
}

void ProductionRows::add_order(int t) const {
    for (std::size_t k = 0; k < filled_.size(); ++k) {
        d_.require(reservoir_equations::piece_order, t,
                   water_of_piece(k, t) >= function_.pieces[k].width_mw * filled_[k][t]);
        d_.require(reservoir_equations::piece_order, t,
                   water_of_piece(k + 1, t) <= function_.pieces[k + 1].width_mw * filled_[k][t]);
    }
}

}  // namespace indus::model
