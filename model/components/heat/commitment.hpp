// SPDX-License-Identifier: Apache-2.0
// Rows that plants of heat that are switched on and off share: commitment logic, least times, outages and must-run.
#pragma once

#include "model/components/heat/commitment_rules.hpp"
#include "model/formulation.hpp"
#include "model/outages.hpp"

namespace indus::model {

struct Commitment {
    Series on{}, start{}, stop{};
    double on_before = 0.0;  ///< the horizon
    /// Whether it was on before step t.
    Expression before(const Horizon& horizon, int t) const {
        const auto previous = horizon.before(t);
        return previous ? Expression{on[*previous]} : Expression{on_before};
    }
};

/// Columns "on", "start" and "stop" with their rows.
Commitment commit(const CommitmentRules& rules, const Availability& left, Formulation& f, const Desk& d);

inline constexpr std::string_view heat_times_source =
    "Rajan & Takriti (2005), IBM Research Report RC23628; limits past the start of the horizon from the initial state";
inline constexpr Equation heat_logic{"commitment logic", "1", "on[t] - on[t-1] = start[t] - stop[t]", "definition",
                                     Rigidity::law};
inline constexpr Equation heat_minimum_up{"minimum up time",
                                          "1",
                                          "sum(start[i], i in the last min_up_h hours up to t) <= on[t]",
                                          heat_times_source,
                                          Rigidity::operation,
                                          "it would have to stop before its minimum up time is over"};
inline constexpr Equation heat_minimum_down{"minimum down time",
                                            "1",
                                            "sum(stop[i], i in the last min_down_h hours up to t) <= 1 - on[t]",
                                            heat_times_source,
                                            Rigidity::operation,
                                            "it would have to start before its minimum down time is over"};

}  // namespace indus::model
