// SPDX-License-Identifier: Apache-2.0
// The charts, two a row, on one sheet.
#include <algorithm>

#include "reports/workbook_sheets.hpp"

namespace indus::reports {

namespace {

constexpr int rows_per_chart = 20, columns_per_chart = 9;
constexpr std::size_t most_prices = 10;  ///< lines that can be told apart

class Charts {
public:
    Charts(Book& book, Sheet& sheet) : book_{book}, sheet_{sheet} { sheet_.hide_grid(); }

    void add(const ChartFrame& frame, const CellRange& categories, const std::vector<ChartSeries>& series) {
        if (series.empty() || categories.empty()) return;
        insert_chart(book_, sheet_, 1 + count_ / 2 * rows_per_chart, count_ % 2 * columns_per_chart, frame, categories,
                     series);
        ++count_;
    }

private:
    Book& book_;
    Sheet& sheet_;
    int count_ = 0;
};

/// The zones with the highest demand, in their own order.
std::vector<ChartSeries> largest(const PageInput& in, const std::vector<ChartSeries>& prices) {
    if (prices.size() <= most_prices) return prices;
    std::vector<double> demands;
    for (const ZoneRow& zone : in.digest.zones) demands.push_back(zone.demand_mwh);
    std::sort(demands.begin(), demands.end(), std::greater<>{});
    const double least = demands.at(most_prices - 1);
    std::vector<ChartSeries> kept;
    for (const ChartSeries& each : prices)
        for (const ZoneRow& zone : in.digest.zones)
            if (zone.title == each.name && zone.demand_mwh >= least && kept.size() < most_prices) {
                kept.push_back(each);
                break;
            }
    return kept;
}

}  // namespace

void write_chart_sheet(const PageInput& in, const DispatchRanges& dispatch, const SummaryRanges& summary, Book& book,
                       Sheet& sheet) {
    const std::string& currency = in.system.settings().currency;
    const std::string mean = shows_days(in) ? ", means of days" : "";
    Charts charts{book, sheet};
    for (const DispatchRanges::Stack& stack : dispatch.stacks) {
        charts.add({ChartKind::stacked_area, "Dispatch, " + stack.title + mean, "MW", true}, stack.times, stack.layers);
        if (&stack != &dispatch.stacks.front()) continue;
        const std::vector<ChartSeries> prices = largest(in, dispatch.prices);
        const std::string title =
            prices.size() < dispatch.prices.size() ? "Prices of the zones with the highest demand" : "Prices of zones";
        charts.add({ChartKind::lines, title + mean, currency + "/MWh", true}, dispatch.price_times, prices);
        charts.add({ChartKind::columns, "Energy by technology", "MWh"}, summary.technologies, {summary.energy});
        charts.add({ChartKind::columns, "Cost by kind", currency}, summary.cost_kinds, {summary.costs});
    }
}

}  // namespace indus::reports
