// SPDX-License-Identifier: Apache-2.0
// A unit's answer to prices as the solver asks for it: model/answers/unit_program.hpp on the columns of a block.
#pragma once

#include <memory>
#include <vector>

#include "model/answers/unit_program.hpp"
#include "solver/block_oracle.hpp"

namespace indus::model {

/// Where the series of a unit's decisions begin among the columns of its block; each has a column per step.
struct UnitColumns {
    int on = -1, start = -1, stop = -1, above = -1;
    std::vector<int> pieces{}, reserves{}, categories{};

    template <class Visit>
    void for_each(Visit visit) {
        for (int* each : {&on, &start, &stop, &above}) visit(*each);
        for (std::vector<int>* list : {&pieces, &reserves, &categories})
            for (int& each : *list) visit(each);
    }
    int series_count() const { return 4 + static_cast<int>(pieces.size() + reserves.size() + categories.size()); }
};

/// `periods`: what the unit can do in periods of time that follow each other and do not touch each other.
std::unique_ptr<solver::BlockOracle> make_unit_oracle(UnitColumns columns, std::vector<UnitLimits> periods);

}  // namespace indus::model
