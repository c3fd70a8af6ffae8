// SPDX-License-Identifier: Apache-2.0
// What plants of heat that are switched on and off say of it; their rows and their audit read this and nothing else in
// common.
#pragma once

#include <string_view>

#include "model/issue.hpp"

namespace indus::model {

/// What a plant's fields say of its being on and off.
struct CommitmentRules {
    std::string_view name{};
    double capacity_mw = 0.0;
    double least_mw = 0.0;  ///< while on
    double min_up_h = 0.0;
    double min_down_h = 0.0;
    double initial_status_h = -1.0;  ///< hours on before the horizon; negative: hours off
    bool must_run = false;
    bool initially_on() const { return initial_status_h > 0.0; }
};

void check_commitment(const CommitmentRules& rules, Complaints& complaints);

}  // namespace indus::model
