// SPDX-License-Identifier: Apache-2.0
// The power of zones by technology at every step, summed once for all views. Private to reports/page_*.cpp.
#pragma once

#include <vector>

#include "reports/json_text.hpp"
#include "reports/page.hpp"
#include "reports/page_meters.hpp"
#include "reports/page_stages.hpp"
#include "reports/page_stocks.hpp"
#include "reports/page_view.hpp"

namespace indus::reports {

/// One zone's power at every step [MW], at the level of the zone's balance. What a zone has not is an empty series: a
/// year of a country has many of them.
struct ZonePower {
    std::vector<std::vector<double>> generation{};  ///< per technology of the digest's styles; trade as "import"
    std::vector<double> demand{};    ///< wanted, and as drawn by price-sensitive and industrial load; losses included
    std::vector<double> unserved{};  ///< idem
    std::vector<double> charge{};
    std::vector<double> import{};    ///< as it arrives, over meters too
    std::vector<double> exported{};  ///< as it is sent
    std::vector<double> surplus{};
};

struct PageSeries {
    std::vector<ZonePower> zones{};
    std::vector<double> line_losses{};
    std::vector<StageSteps> stages{};
    std::vector<FuelStockSteps> fuel_stocks{};
    std::vector<MeterSteps> meters{};
};

PageSeries page_series(const PageInput& in);

/// Adds to a sum that may be empty still.
void add(std::vector<double>& sum, const std::vector<double>& values, double factor = 1.0);

/// Everything the charts draw, reduced to one view, as a JSON object.
void write_view(JsonText& json, const PageInput& in, const PageSeries& series, const View& view);

}  // namespace indus::reports
