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
    std::string mean_of{};  ///< "day" where cells are days and values their means; empty where cells are steps
    std::vector<Cell> cells{};

    static View of_steps(int first, int count, std::string title);
    /// Cells of so many days each, called `word`; the last may have fewer.
    static View of_days(const model::Horizon& horizon, int days, std::string title, std::string word);
};

/// Mean over each cell, weighted with step lengths; nothing of nothing.
std::vector<double> mean_of(const View& view, const model::Horizon& horizon, const std::vector<double>& values);
/// Value of each cell's last step; nothing of nothing.
std::vector<double> last_of(const View& view, const std::vector<double>& values);
/// Writes a series under a key: nothing when it is zero throughout, one number when it is constant.
void write_series(JsonText& json, std::string_view key, const std::vector<double>& values);
/// Start of each cell and the end of the last, in minutes since 1970 on the case's clock.
void write_times(JsonText& json, const View& view, const model::Horizon& horizon);

}  // namespace indus::reports
