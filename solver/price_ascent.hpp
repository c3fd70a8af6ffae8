// SPDX-License-Identifier: Apache-2.0
// Raises what prices prove by steps along the slope, for programs whose master would be too large.
//
//     PriceAscent ascent{program, oracles, prices};
//     ascent.raise({.cost = cost_of_a_point, .relative_gap = 0.005});      ascent.bound(), ascent.prices()
//
// Steps as in Polyak (1969), Minimization of unsmooth functionals, USSR Computational Mathematics and Mathematical
// Physics 9(3): towards the cost of a point, by a factor that is halved when steps no longer help; along a mean of the
// slopes so far (Camerini, Fratta & Maffioli 1975, On improving relaxation methods by modified gradient techniques,
// Mathematical Programming Study 3).
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "solver/price_bound.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

class PriceAscent {
public:
    /// As PriceBound; `prices`: per row, to begin with.
    PriceAscent(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles,
                std::vector<double> prices);

    struct Aim {
        double cost = infinity;     ///< of a point: what the bound can reach at most
        double relative_gap = 0.0;  ///< to that cost, at which to stop
        int most_answers = 60;      ///< of every block
        const Watch* watch = nullptr;
        const std::atomic<bool>* stop = nullptr;
        std::function<void(double bound)> on_bound{};
    };
    /// Goes on from the best prices so far.
    void raise(const Aim& aim);
    double bound() const { return bound_; }
    const std::vector<double>& prices() const { return best_; }

private:
    void step(double length);
    void restart();

    const Program& program_;
    PriceBound prover_;
    double bound_ = -infinity;
    double factor_ = 0.3;
    std::vector<double> best_{}, prices_{}, direction_{};
};

}  // namespace indus::solver
