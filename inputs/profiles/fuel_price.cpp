// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/fuel_price.hpp"

namespace indus::inputs {

FuelPriceFigures read_fuel_prices(FigureTable& table) {
    FuelPriceFigures figures;
    figures.exchange_rate = table.number("exchange_rate", model::above(0));
    for (FigureTable& fuel : table.tables("fuel")) {
        figures.fuels.push_back(
            {.name = fuel.text("name"),
             .heat_rate_gj_per_mwh = fuel.number("heat_rate_gj_per_mwh", model::above(0)),
             .reported_cost_per_kwh = fuel.numbers("reported_cost_per_kwh", 12, model::at_least(0))});
    }
    return figures;
}

std::vector<NamedSeries> make_fuel_prices(const FuelPriceFigures& figures, const Span& span) {
    constexpr double kwh_per_mwh = 1000.0;
    std::vector<NamedSeries> made;
    for (const FuelPriceFigures::Fuel& fuel : figures.fuels) {
        std::vector<double> prices;
        for (int day = 0; day < span.days(); ++day) {
            const double cost_per_mwh = kwh_per_mwh * of_month(fuel.reported_cost_per_kwh, span.month_of(day));
            prices.push_back(cost_per_mwh / figures.exchange_rate / fuel.heat_rate_gj_per_mwh);
        }
        made.push_back({fuel.name + "_price", std::move(prices)});
    }
    return made;
}

}  // namespace indus::inputs
