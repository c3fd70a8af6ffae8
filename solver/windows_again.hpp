// SPDX-License-Identifier: Apache-2.0
// A point of a program over a long time, made cheaper in windows of time, between what lies before and after them.
#pragma once

#include <span>
#include <vector>

#include "solver/solver.hpp"
#include "solver/timeline.hpp"

namespace indus::solver {

/// What is searched again, of a program and a point of it.
struct Opened {
    const Program& program;
    const Timeline& timeline;         ///< of the program
    std::span<const int> part{};      ///< per column, or none (parted_start.hpp)
    std::vector<double>& point;       ///< per column; changes where a window finds a cheaper one
    std::vector<double>* duals = {};  ///< per row, of the point's dispatch, where they are kept: change with it
};

struct WindowAgain {
    bool is_cheaper = false;
    long nodes = 0, iterations = 0;
};

/// Columns of steps in `open` are free, all others stand. Duals are taken of the rows that end in `kept`. Limits as in
/// search_near_relaxation; of the time, where it is limited, one window takes half a minute at most.
WindowAgain search_again(const Opened& opened, Window open, Window kept, const Options& limits);

struct Rounds {
    int kept_steps = 48;
    int margin_steps = 12;           ///< that a window opens before and after
    double good_enough = -infinity;  ///< cost at which to end
};

/// Window after window, and again from the middle of each, as long as a round gains a tenth of the gap. Honours
/// relative_gap, time_limit_seconds, work_limit (nodes of each window's search) and stop.
WindowAgain search_all_again(const Opened& opened, const Rounds& rounds, const Options& options);

}  // namespace indus::solver
