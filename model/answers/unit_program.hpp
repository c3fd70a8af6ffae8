// SPDX-License-Identifier: Apache-2.0
// The best schedule of one committed unit at given prices, exactly.
//
//     on[t] start[t] stop[t] {0,1}   piece_l[t] reserve_k[t] [MW]   start_category_k[t] {0,1}
//
// least cost over all of them within minimum times, ramps, start-up and shut-down limits, outages and the initial
// state: what a unit would do by itself if power and reserve were paid as the prices say. A dynamic program over
// intervals of being on, in which the value of having come to an output is kept as a convex piecewise-linear function
// of that output (Frangioni & Gentile 2006, Solving nonlinear single-unit commitment problems with ramping constraints,
// Operations Research 54(4), doi:10.1287/opre.1060.0309); here with reserve, which shares capacity and ramp. Intervals
// whose value lies above that of another at every output are dropped, so that work grows about linearly with the steps.
// A unit whose ramps never bind has one number in the place of the function.
#pragma once

#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "model/answers/convex_function.hpp"

namespace indus::model {

/// What the unit can do. Outputs are above its least output.
struct UnitLimits {
    struct Step {
        double span_mw = 0.0;   ///< most output and reserve
        double start_mw = 0.0;  ///< the same in the step of a start
        double stop_mw = 0.0;   ///< the same in the step before a stop
        double ramp_up_mw = std::numeric_limits<double>::infinity();
        double ramp_down_mw = std::numeric_limits<double>::infinity();
        bool may_be_on = true;
        bool must_be_on = false;
        bool may_start = true;                             ///< on here after being off the step before
        bool may_stop = true;                              ///< off here after being on the step before
        bool start_narrows = false, stop_narrows = false;  ///< whether output or pieces are less in such a step
        bool next_trips = false;                           ///< a stop after this step is a trip, which narrows nothing
        int first_off = 0;  ///< of a start here: the first step at which it may be off again
        int first_on = 0;   ///< of a stop here: the first step at which it may be on again
    };
    /// Pieces of the production curve; the narrower widths hold in the step of a start and before a stop.
    struct Piece {
        double width_mw = 0.0, start_width_mw = 0.0, stop_width_mw = 0.0;
    };
    /// A start category other than the coldest, counted by the step of the stop: of a start at t those stops that lie
    /// from first[t] to last[t] - 1. Index -1 is a unit that was off before the first step.
    struct Category {
        std::vector<int> first{}, last{};
        std::vector<bool> counts_initial{};
    };

    std::vector<Step> steps{};
    std::vector<Piece> pieces{};
    std::vector<std::vector<double>> reserve_mw{};  ///< most of each product, by step
    std::vector<Category> categories{};
    bool is_on_before = false;
    double above_before_mw = 0.0;
};

/// What a unit of each decision costs, by step; negative where prices pay for it.
struct UnitCosts {
    std::vector<double> on{}, start{}, stop{};
    std::vector<std::vector<double>> piece{}, reserve{}, category{};  ///< by number, then step
};

struct UnitSchedule {
    double cost = std::numeric_limits<double>::infinity();  ///< infinite: no schedule is within the limits
    std::vector<bool> on{};
    std::vector<std::vector<double>> piece{}, reserve{};
    std::vector<int> category{};  ///< of the start at a step; -1: none but the coldest, or no start
};

class UnitProgram {
public:
    explicit UnitProgram(UnitLimits limits);
    UnitSchedule best(const UnitCosts& costs) const;
    const UnitLimits& limits() const { return limits_; }

private:
    bool keeps_ramps(const UnitSchedule& schedule) const;

    UnitLimits limits_;
    bool ramps_bind_ = false;
};

}  // namespace indus::model
