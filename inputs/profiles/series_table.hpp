// SPDX-License-Identifier: Apache-2.0
// A file of series as it is written: numbers with four significant digits, at most four decimals, and all
// digits before the point.
#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace indus::inputs {

struct NamedSeries {
    std::string name{};
    std::vector<double> values{};
};

struct SeriesTable {
    std::string file{};  ///< relative to the case folder: "series/solar.csv"
    int step_minutes = 60;
    std::chrono::local_days first{};
    std::vector<NamedSeries> series{};
};

/// "0.4321", "12.34", "12345", "0".
std::string series_number(double value);
std::string to_csv(const SeriesTable& table);

}  // namespace indus::inputs
