// SPDX-License-Identifier: Apache-2.0
// What the stages of processes did at every step, for the Gantt chart. Private to reports/page_*.cpp.
#pragma once

#include <vector>

#include "reports/json_text.hpp"
#include "reports/page.hpp"
#include "reports/page_view.hpp"

namespace indus::reports {

/// Why a stage that is off could not have been on.
enum class Rest { none, closed, outage, changeover };

struct StageSteps {
    std::vector<int> mode{};     ///< position among the stage's modes; -1 when off
    std::vector<bool> begins{};  ///< a batch begins
    std::vector<Rest> rest{};
};

/// One per stage, computed once for all views.
std::vector<StageSteps> stage_steps(const PageInput& in);

/// Processes and their stages with the modes they have.
void write_stage_names(JsonText& json, const PageInput& in);

/// What each stage did in a view:
///   bars   from, to, mode, share of the time on, mean rate while on: five numbers a bar
///   rests  from, to, reason (1 closed, 2 outage, 3 changeover): three numbers each
///   power  how many cells, MW: two numbers for cells of one power
/// `from` and `to` are cells, `to` the one after the last. A new batch is a new bar.
void write_stages(JsonText& json, const PageInput& in, const std::vector<StageSteps>& stages, const View& view);

/// A series as pairs of a count and the value that so many cells have; nothing when it is zero throughout.
void write_runs(JsonText& json, std::string_view key, const std::vector<double>& values);

}  // namespace indus::reports
