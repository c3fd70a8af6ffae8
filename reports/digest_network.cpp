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

LineSum walk_line(const DigestInput& in, const LineView& line, LineRow& row) {
    const model::PriceRecord* from = in.series.price(model::Zone::kind, line.from);
    const model::PriceRecord* to = in.series.price(model::Zone::kind, line.to);
    LineSum sum;
    sum.has_rent = from && to;
    const auto fills = [](double flow, double limit) { return flow > nothing_mw && flow >= limit - nothing_mw; };
    for (int t = 0; t < in.series.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double hours = in.series.hours(t);
        row.capacity_mw = std::max(row.capacity_mw, line.capacity[i]);
        row.reverse_capacity_mw = std::max(row.reverse_capacity_mw, line.reverse_capacity[i]);
        sum.possible_mwh += (line.backward[i] > line.forward[i] ? line.reverse_capacity[i] : line.capacity[i]) * hours;
        if (fills(line.forward[i], line.capacity[i]) || fills(line.backward[i], line.reverse_capacity[i]))
            row.hours_full += hours;
        row.loss_mwh +=
            (line.sent_forward[i] - line.arrived_forward[i] + line.sent_backward[i] - line.arrived_backward[i]) * hours;
        if (sum.has_rent)
            sum.rent += (to->values[i] * (line.arrived_forward[i] - line.sent_backward[i]) +
                         from->values[i] * (line.arrived_backward[i] - line.sent_forward[i])) *
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

void digest_lines(const DigestInput& in, Digest& d) {
    for_each_line(in.system, in.series, [&](const LineView& line) {
        LineRow row;
        row.name = line.name;
        row.from = line.from;
        row.to = line.to;
        row.technology = line.technology;
        row.forward_mwh = in.series.energy(line.sent_forward);
        row.backward_mwh = in.series.energy(line.sent_backward);
        const LineSum sum = walk_line(in, line, row);
        if (sum.possible_mwh > 0.0)
            row.utilisation = (in.series.energy(line.forward) + in.series.energy(line.backward)) / sum.possible_mwh;
        if (sum.has_rent) row.congestion_rent = sum.rent;
        for (const model::CostRecord& each : in.solution.costs)
            if (each.kind == line.kind && each.owner == line.name) row.cost += each.amount;
        d.lines.push_back(std::move(row));
    });
}

void digest_interfaces(const DigestInput& in, Digest& d) {
    for (const model::Interface& interface : in.system.all<model::Interface>()) {
        InterfaceRow row;
        row.name = interface.name;
        const auto& flow = in.series.values(interface.kind, interface.name, "flow");
        row.highest_mw = *std::max_element(flow.begin(), flow.end());
        row.lowest_mw = *std::min_element(flow.begin(), flow.end());
        for (int t = 0; t < in.series.step_count(); ++t) {
            const double carried = flow[static_cast<std::size_t>(t)];
            if (carried >= interface.max_mw[t] - nothing_mw || carried <= interface.min_mw[t] + nothing_mw)
                row.hours_at_limit += in.series.hours(t);
        }
        for (const std::string_view quantity : {"excess", "shortfall"})
            row.violation_mwh += in.series.energy(in.series.values(interface.kind, interface.name, quantity));
        for (const model::CostRecord& each : in.solution.costs)
            if (each.kind == interface.kind && each.owner == interface.name) row.cost += each.amount;
        d.interfaces.push_back(std::move(row));
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
        const bool is_mode = each.kind == model::StageMode::kind;  // of a stage, with which it is told
        const std::string kind = is_mode ? std::string{model::Stage::kind} : each.kind;
        amounts[{each.category, found == names.end() ? kind : found->second}] += each.amount;
    }
    for (const auto& [key, amount] : amounts) d.costs.push_back({key.first, key.second, amount});
}

}  // namespace indus::reports
