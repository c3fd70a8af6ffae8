// SPDX-License-Identifier: Apache-2.0
// Fuel in stocks of a digest, and what plants did not give for want of it.
#include <algorithm>

#include "model/fuel_want.hpp"
#include "model/studies/unserved_cause.hpp"
#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

/// Burnt and sent on, on the day with most of it; of a day that the horizon cuts, as if it went on so.
std::optional<double> most_used(const DigestInput& in, const model::FuelStock& stock) {
    std::vector<double> used = in.series.values(stock.kind, stock.name, "burnt");
    for (const model::FuelRoute& route : in.system.all<model::FuelRoute>()) {
        if (route.from.name != stock.name) continue;
        const auto& sent = in.series.values(route.kind, route.name, "sent");
        for (std::size_t t = 0; t < used.size(); ++t)
            used[t] += sent[t] * in.system.horizon().hours(static_cast<int>(t));
    }
    double most = 0.0;
    for (const model::Horizon::Day& day : in.system.horizon().days()) {
        double sum = 0.0;
        for (int t = day.first; t < day.first + day.count; ++t) sum += used[static_cast<std::size_t>(t)];
        most = std::max(most, 24.0 * sum / day.hours);
    }
    return most > 0.0 ? std::optional{most} : std::nullopt;
}

/// Power that the plants at a stock did not give for want of its fuel [MW].
std::vector<double> missed_power(const DigestInput& in, const model::FuelWant& want, const model::FuelStock& stock) {
    std::vector<double> missed(static_cast<std::size_t>(in.series.step_count()), 0.0);
    for (const model::WeightedNames::Item& plant : stock.plants.items)
        if (want.short_stock(plant.name) == &stock)
            for (int t = 0; t < in.series.step_count(); ++t)
                missed[static_cast<std::size_t>(t)] += want.missed_mw(plant.name, t);
    return missed;
}

void add_want(const DigestInput& in, const model::FuelWant& want, const model::FuelStock& stock, const Digest& d,
              FuelStockRow& row) {
    const std::vector<double> missed = missed_power(in, want, stock);
    row.missed_mwh = in.series.energy(missed);
    for (int t = 0; t < in.series.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        if (missed[i] <= nothing_mw) continue;
        row.hours_short += in.series.hours(t);
        for (const model::Reserve& product : in.system.all<model::Reserve>())
            if (product.is_up())
                row.reserve_missing_mwh +=
                    in.series.hours(t) * in.series.values(product.kind, product.name, "shortfall")[i];
    }
    std::vector<std::string> zones;
    for (const model::UnservedRecord& each : in.solution.unserved) {
        if (!model::names_want_of(each, stock)) continue;
        row.unserved_mwh += each.energy_mwh;
        if (std::find(zones.begin(), zones.end(), each.zone) == zones.end()) zones.push_back(each.zone);
    }
    for (const std::string& zone : zones)
        row.unserved_zones += (row.unserved_zones.empty() ? "" : "; ") + d.zone_title(zone);
}

}  // namespace

void digest_fuel_stocks(const DigestInput& in, Digest& d) {
    const model::FuelWant want{in.system, in.solution};
    for (const model::FuelStock& stock : in.system.all<model::FuelStock>()) {
        FuelStockRow row{stock.name, stock.fuel.name, stock.capacity_t, stock.initial_level_t};
        const auto& level = in.series.values(stock.kind, stock.name, "level");
        if (!level.empty()) {
            row.final_level_t = level.back();
            row.lowest_level_t = *std::min_element(level.begin(), level.end());
        }
        row.burnt_t = in.series.total(in.series.values(stock.kind, stock.name, "burnt"));
        for (const model::FuelRoute& route : in.system.all<model::FuelRoute>())
            if (route.to.name == stock.name)
                row.brought_t += in.series.energy(in.series.values(route.kind, route.name, "brought"));
        row.most_used_t_per_day = most_used(in, stock);
        if (row.most_used_t_per_day) row.lowest_days = row.lowest_level_t / *row.most_used_t_per_day;
        add_want(in, want, stock, d, row);
        d.fuel_stocks.push_back(row);
    }
}

}  // namespace indus::reports
