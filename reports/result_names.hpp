// SPDX-License-Identifier: Apache-2.0
// The files a run may leave in its folder. Only these are ever deleted.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace indus::reports {

inline constexpr std::array<std::string_view, 34> result_names{
    "report.html",     "summary.json",    "solution.json.gz", "manifest.json",  "results.xlsx",    "generation.csv",
    "storage.csv",     "flows.csv",       "prices.csv",       "demand.csv",     "commitment.csv",  "reserve.csv",
    "costs.csv",       "plants.csv",      "zones.csv",        "unserved.csv",   "limits.csv",      "trade.csv",
    "interfaces.csv",  "bills.csv",       "processes.csv",    "stocks.csv",     "fuel_stocks.csv", "products.csv",
    "load_shifts.csv", "meters.csv",      "heat_nodes.csv",   "orders.csv",     "upgrades.csv",    "contracts.csv",
    "loads.csv",       "meter_flows.csv", "heat.csv",         "fuel_routes.csv"};

inline bool is_result_name(std::string_view name) {
    return std::find(result_names.begin(), result_names.end(), name) != result_names.end();
}

}  // namespace indus::reports
