// SPDX-License-Identifier: Apache-2.0
// Fuel prices from what a power agency reports by month: the fuel cost of a kWh, in its own currency.
//
//   price[d] = 1000 * reported cost(month) / exchange rate / heat rate          [money per GJ]
//
// The price holds all month: reports tell no more.
#pragma once

#include "inputs/profiles/figure_reader.hpp"
#include "inputs/profiles/series_table.hpp"
#include "inputs/profiles/span.hpp"

namespace indus::inputs {

struct FuelPriceFigures {
    struct Fuel {
        std::string name{};
        double heat_rate_gj_per_mwh = 1.0;  ///< of the plants whose cost is reported
        Months reported_cost_per_kwh{};     ///< in the currency of the report
    };
    double exchange_rate = 1.0;  ///< units of the report's currency per unit of the case's
    std::vector<Fuel> fuels{};
};

FuelPriceFigures read_fuel_prices(FigureTable& table);

/// Daily prices per fuel, as series "<fuel>_price" [money/GJ].
std::vector<NamedSeries> make_fuel_prices(const FuelPriceFigures& figures, const Span& span);

}  // namespace indus::inputs
