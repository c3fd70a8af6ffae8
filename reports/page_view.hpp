// SPDX-License-Identifier: Apache-2.0
// A stretch of the horizon at one resolution, and series reduced to it. Private to reports/page_*.cpp.
#pragma once

#include <string>
#include <vector>

#include "model/horizon.hpp"
#include "reports/json_text.hpp"

namespace indus::reports {

/// Steps that are drawn as one: `count` steps from `first`.
struct Cell {
    int first = 0;
    int count = 1;
};

struct View {
    std::string title{};
    bool is_mean = false;  ///< cells are days; values are means
    std::vector<Cell> cells{};

    static View of_steps(const model::Horizon& horizon, int first, int count, std::string title);
    static View of_days(const model::Horizon& horizon, std::string title);
};

/// Mean over each cell, weighted with step lengths.
std::vector<double> mean_of(const View& view, const model::Horizon& horizon, const std::vector<double>& values);
/// Value of each cell's last step.
std::vector<double> last_of(const View& view, const std::vector<double>& values);
/// Writes a series under a key: nothing when it is zero throughout, one number when it is constant.
void write_series(JsonText& json, std::string_view key, const std::vector<double>& values);
/// Start of each cell and the end of the last, in minutes since 1970 on the case's clock.
void write_times(JsonText& json, const View& view, const model::Horizon& horizon);

}  // namespace indus::reports
