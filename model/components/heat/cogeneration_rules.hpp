// SPDX-License-Identifier: Apache-2.0
// What the rows and the audit of a cogeneration plant read of its fields.
#pragma once

#include "model/components/heat/cogeneration.hpp"
#include "model/components/heat/commitment_rules.hpp"

namespace indus::model {

inline CommitmentRules rules_of(const Cogeneration& p) {
    return {p.name, p.capacity_mw, p.min_output_mw, p.min_up_h, p.min_down_h, p.initial_status_h, p.must_run};
}

}  // namespace indus::model
