// SPDX-License-Identifier: Apache-2.0
// The dispatch study: which plants run, at least cost, with a certificate, prices and an audit.
//
//     const Solution solution = dispatch(system, {.run = {.gap = 0.01}});
//     if (!solution.has_solution()) std::cerr << solution.explanation;
//
// Steps: build the program; search (solver/); fix the decisions and dispatch exactly (gives prices);
// certify from the program alone; audit from the system alone. Where the audit finds a store that charges
// and discharges at once, or a lossy line that sends both ways, a binary choice is added there and the
// steps are run again.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"
#include "solver/rolling_horizon.hpp"

namespace indus::model {

/// State of a running study. Unknown numbers are infinite.
struct StudyProgress {
    std::string_view phase{};  ///< "building", "relaxation", "search", "prices", "audit", ...
    double seconds = 0.0;
    double cost = 0.0;
    double bound = 0.0;
    long nodes = 0;
};

struct DispatchOptions {
    RunOptions run{};
    std::string solver = "cbc";               ///< what searches: a name that solver::make_solver knows on this machine
    const std::atomic<bool>* stop = nullptr;  ///< set to end soon with what is there
    std::function<void(const StudyProgress&)> on_progress{};
    std::function<void(std::string_view)> on_log{};  ///< the solver's own log
    std::vector<SeriesRecord> fixed{};               ///< decisions that are given (fixed_decisions.hpp)
    solver::WindowMemory* windows = nullptr;         ///< keeps what a long run has decided, to go on after a stop
};

/// Never throws for what a case can contain; outcomes are values. Exceptions mean a defect.
Solution dispatch(const System& system, const DispatchOptions& options = {});

}  // namespace indus::model
