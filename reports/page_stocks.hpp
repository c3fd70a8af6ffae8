// SPDX-License-Identifier: Apache-2.0
// Levels of stocks and of fuel stocks, and what feeds and empties the latter, for charts. Private to
// reports/page_*.cpp.
#pragma once

#include <vector>

#include "reports/json_text.hpp"
#include "reports/page.hpp"
#include "reports/page_view.hpp"

namespace indus::reports {

/// What a fuel stock saw at every step.
struct FuelStockSteps {
    std::vector<double> brought{};         ///< [t/h]
    std::vector<double> sent{};            ///< on to other stocks [t/h]
    std::vector<double> burnt{};           ///< [t/h]
    std::vector<std::string> routes{};     ///< that bring fuel to it
    std::vector<std::vector<bool>> cut{};  ///< of each route, whether nothing could come on it
};

/// One per fuel stock, computed once for all views.
std::vector<FuelStockSteps> fuel_stock_steps(const PageInput& in);

/// Stocks that can hold something; others pass on what they get in the same step.
std::vector<const model::Stock*> shown_stocks(const model::System& system);

void write_stock_names(JsonText& json, const PageInput& in);
/// Levels at the ends of cells; of a fuel stock also what came, went on and was burnt as means, and `cuts`: from, to,
/// position of the route, three numbers for cells in which nothing could come on it.
void write_stocks(JsonText& json, const PageInput& in, const std::vector<FuelStockSteps>& fuel, const View& view);

}  // namespace indus::reports
