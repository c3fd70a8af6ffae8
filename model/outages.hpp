// SPDX-License-Identifier: Apache-2.0
// What outages leave of a plant, step by step, and the draws of forced outages from a seed.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "model/system.hpp"

namespace indus::model {

/// What a plant can give at each step under its outages.
class Availability {
public:
    /// `capacity_mw` of the plant (of one unit, where it has several) and its number of units.
    Availability(const System& system, std::string_view plant, double capacity_mw, double units = 1.0);

    bool is_whole() const { return !touched_; }
    /// Share of the capacity that is left at step t.
    double share(int t) const { return touched_ ? share_[static_cast<std::size_t>(t)] : 1.0; }
    /// Units that may be on at step t.
    double units(int t) const { return touched_ ? units_[static_cast<std::size_t>(t)] : all_units_; }
    /// Units or, of a single one, capacity lost without a warning at the start of step t: a forced outage begins
    /// there, or one is under way when the horizon begins.
    bool trips(int t) const { return touched_ && tripped_[static_cast<std::size_t>(t)] > 0.0; }
    /// Units that trip at step t; 1 for a single unit, also where it keeps a part of its capacity.
    double tripped_units(int t) const { return touched_ ? tripped_[static_cast<std::size_t>(t)] : 0.0; }
    /// The capacity that is left per step [MW].
    std::vector<double> usable(double capacity_mw, int step_count) const;

private:
    bool touched_ = false;
    double all_units_ = 1.0;
    std::vector<double> share_, units_, tripped_;
};

/// Adds the forced outages that the seed of the case says, for every plant and meter with a forced_outage_rate, and the
/// load-shedding of meters (cause: planned, as utilities announce it); none without a seed, or where the data has drawn
/// ones already. What is drawn for a name depends on that name and the seed alone.
void draw_outages(SystemData& data);

}  // namespace indus::model
