// SPDX-License-Identifier: Apache-2.0
// Lines, reserves and costs of a digest.
#include <algorithm>
#include <map>

#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

/// Walks over the steps of one line.
struct LineSum {
    double possible_mwh = 0.0;
    double rent = 0.0;
    bool has_rent = false;
};

LineSum walk_line(const DigestInput& in, const model::Line& line, LineRow& row) {
    const auto& forward = in.series.values(line.kind, line.name, "forward");
    const auto& backward = in.series.values(line.kind, line.name, "backward");
    const auto arrived_forward = delivered_power(in.series, line, true);
    const auto arrived_backward = delivered_power(in.series, line, false);
    const model::PriceRecord* from = in.series.price(model::Zone::kind, line.from.name);
    const model::PriceRecord* to = in.series.price(model::Zone::kind, line.to.name);
    LineSum sum;
    sum.has_rent = from && to;
    for (int t = 0; t < in.series.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double hours = in.series.hours(t);
        const double reverse = line.reverse_capacity_mw.value_or(line.capacity_mw[t]);
        row.capacity_mw = std::max(row.capacity_mw, line.capacity_mw[t]);
        row.reverse_capacity_mw = std::max(row.reverse_capacity_mw, reverse);
        sum.possible_mwh += (backward[i] > forward[i] ? reverse : line.capacity_mw[t]) * hours;
        const bool full = (forward[i] > nothing_mw && forward[i] >= line.capacity_mw[t] - nothing_mw) ||
                          (backward[i] > nothing_mw && backward[i] >= reverse - nothing_mw);
        if (full) row.hours_full += hours;
        row.loss_mwh += (forward[i] - arrived_forward[i] + backward[i] - arrived_backward[i]) * hours;
        if (sum.has_rent)
            sum.rent += (to->values[i] * (arrived_forward[i] - backward[i]) +
                         from->values[i] * (arrived_backward[i] - forward[i])) *
                        hours;
    }
    return sum;
}

/// Technology of every plant, by "kind\nname".
std::map<std::string, std::string> technologies(const Digest& d) {
    std::map<std::string, std::string> names;
    for (const PlantRow& plant : d.plants) names[plant.kind + "\n" + plant.name] = plant.technology;
    return names;
}

}  // namespace

std::vector<double> delivered_power(const SeriesIndex& series, const model::Line& line, bool forward) {
    const std::string_view derived = forward ? "delivered_forward" : "delivered_backward";
    if (series.has(line.kind, line.name, derived)) return series.values(line.kind, line.name, derived);
    std::vector<double> power = series.values(line.kind, line.name, forward ? "forward" : "backward");
    for (double& each : power) each *= line.delivered_share();
    return power;
}

void digest_lines(const DigestInput& in, Digest& d) {
    for (const model::Line& line : in.system.all<model::Line>()) {
        LineRow row;
        row.name = line.name;
        row.from = line.from.name;
        row.to = line.to.name;
        row.technology = model::Choices<model::LineTechnology>::names[static_cast<std::size_t>(line.technology)];
        row.forward_mwh = in.series.energy(in.series.values(line.kind, line.name, "forward"));
        row.backward_mwh = in.series.energy(in.series.values(line.kind, line.name, "backward"));
        const LineSum sum = walk_line(in, line, row);
        if (sum.possible_mwh > 0.0) row.utilisation = (row.forward_mwh + row.backward_mwh) / sum.possible_mwh;
        if (sum.has_rent) row.congestion_rent = sum.rent;
        for (const model::CostRecord& each : in.solution.costs)
            if (each.kind == line.kind && each.owner == line.name) row.cost += each.amount;
        d.lines.push_back(std::move(row));
    }
}

void digest_reserves(const DigestInput& in, Digest& d) {
    for (const model::Reserve& product : in.system.all<model::Reserve>()) {
        ReserveRow row;
        row.name = product.name;
        const auto& requirement = in.series.values(product.kind, product.name, "requirement");
        const auto& shortfall = in.series.values(product.kind, product.name, "shortfall");
        row.required_mwh = in.series.energy(requirement);
        row.provided_mwh = in.series.energy(in.series.values(product.kind, product.name, "provided"));
        row.shortfall_mwh = in.series.energy(shortfall);
        for (int t = 0; t < in.series.step_count(); ++t)
            if (shortfall[static_cast<std::size_t>(t)] > nothing_mw) row.shortfall_hours += in.series.hours(t);
        const model::PriceRecord* price = in.series.price(product.kind, product.name);
        row.average_price_per_mwh = weighted_price(in.series, price, requirement);
        if (price && !price->values.empty())
            row.max_price_per_mwh = *std::max_element(price->values.begin(), price->values.end());
        d.reserves.push_back(std::move(row));
    }
}

void digest_costs(const DigestInput& in, Digest& d) {
    const std::map<std::string, std::string> names = technologies(d);
    std::map<std::pair<std::string, std::string>, double> amounts;
    for (const model::CostRecord& each : in.solution.costs) {
        const auto found = names.find(each.kind + "\n" + each.owner);
        amounts[{each.category, found == names.end() ? each.kind : found->second}] += each.amount;
    }
    for (const auto& [key, amount] : amounts) d.costs.push_back({key.first, key.second, amount});
}

}  // namespace indus::reports
