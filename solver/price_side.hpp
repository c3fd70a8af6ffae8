// SPDX-License-Identifier: Apache-2.0
// The dual side of a decomposition: prices, what they prove, and the cuts that make them prove more.
#pragma once

#include "solver/decomposition_state.hpp"

namespace indus::solver {

class PriceSide {
public:
    explicit PriceSide(DecompositionState& state) : s_{state} {}

    /// Prices good enough for this gap; false where the search ends here: stopped, failed, or no point at all.
    bool find(double gap);
    /// Better prices, where they can prove the gap for the best point; whether they did.
    bool close_in(double gap);
    /// Cuts that the free mix breaks, round by round, as long as they prove noticeably more; whether they did.
    bool strengthen(double gap);
    /// Leaves in what was found the cuts that have a price; others prove nothing.
    void keep_cuts_with_a_price();

private:
    double price_gap(double gap) const;
    bool find_within(double relative_gap);
    bool cut_mix();

    DecompositionState& s_;
};

}  // namespace indus::solver
