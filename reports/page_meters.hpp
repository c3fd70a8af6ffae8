// SPDX-License-Identifier: Apache-2.0
// What meters drew and gave back under which period of their tariff, for the chart of bills. Private to
// reports/page_*.cpp.
#pragma once

#include <vector>

#include "reports/json_text.hpp"
#include "reports/page.hpp"
#include "reports/page_view.hpp"

namespace indus::reports {

/// The tariff of a meter at every step.
struct MeterSteps {
    std::vector<int> period{};    ///< position of the period that takes most of the step; -1 for none
    std::vector<double> price{};  ///< [money/MWh]
};

/// One per meter, computed once for all views.
std::vector<MeterSteps> meter_steps(const PageInput& in);

/// Meters, the periods of their tariffs, and their billing demand by month: from, to [minutes since 1970], MW.
void write_meter_names(JsonText& json, const PageInput& in);
/// Means of import, export and price. `periods`: from, to, position of the period, three numbers for cells in it; none
/// where cells are longer than steps.
void write_meters(JsonText& json, const PageInput& in, const std::vector<MeterSteps>& meters, const View& view);

}  // namespace indus::reports
