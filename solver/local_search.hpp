// SPDX-License-Identifier: Apache-2.0
// The primal side of a decomposition: dives from the master's mix, and neighbourhoods of the best point, of blocks that
// would gain by other decisions and of windows of steps.
#pragma once

#include <vector>

#include "solver/decomposition_state.hpp"
#include "solver/neighbourhood.hpp"

namespace indus::solver {

/// Which dive comes to the best end, nobody knows beforehand.
struct Way {
    double decided_weight = 0.0, least_share = 0.0;
};

class LocalSearch {
public:
    explicit LocalSearch(DecompositionState& state) : s_{state} {}

    /// A dive of the free master, and what lies near its end; false where it was stopped.
    bool dive_by(const Way& way, double gap);
    /// Neighbourhoods of the best point, wider and wider, as long as it is not the best of them all.
    void improve(double gap);
    /// A narrower gap looks closer at what was found the best of its neighbourhoods.
    void look_again() { improved_ = infinity; }

private:
    struct Gain {
        double gain = 0.0;
        BlockPoint point{};  ///< by which it would be made
    };

    bool decide_all();
    void search_near_dive(double gap);
    void improve_blocks(std::size_t count, double gap);
    void improve_windows(int width, double gap);
    bool settle(double gap);
    void find_gains(const Decisions& decisions);
    Result solve_near_master(const Neighbourhood& open, double gap);
    bool opens_all() const;

    DecompositionState& s_;
    double improved_ = infinity;  ///< cost of the point whose neighbourhoods are all known
    std::vector<Gain> gains_{};   ///< the largest first
};

}  // namespace indus::solver
