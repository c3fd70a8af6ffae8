// SPDX-License-Identifier: Apache-2.0
#include "reports/power_cost.hpp"

#include <algorithm>

#include "model/bills.hpp"
#include "reports/tariff_price.hpp"

namespace indus::reports {

namespace {

/// Of cogeneration, the share of power in power plus heat over the run; 1 of all others.
double power_share(const DigestInput& in, const PlantRow& plant) {
    if (plant.kind != model::Cogeneration::kind) return 1.0;
    const double heat = in.series.energy(in.series.values(plant.kind, plant.name, "heat"));
    return plant.energy_mwh + heat > 0.0 ? plant.energy_mwh / (plant.energy_mwh + heat) : 1.0;
}

double cost_of_boiler(const model::Solution& solution, const std::string& name) {
    double sum = 0.0;
    for (const model::CostRecord& each : solution.costs)
        if (each.kind == model::Boiler::kind && each.owner == name) sum += each.amount;
    return sum;
}

}  // namespace

PowerCost::PowerCost(const DigestInput& in, const Digest& d) : in_{in}, d_{d} {
    for (const model::Meter& meter : in.system.all<model::Meter>())
        if (!shared_.contains(meter.zone.index))
            if (std::optional<Shared> made = share_out(meter.zone.index))
                shared_.emplace(meter.zone.index, *std::move(made));
}

/// What was drawn over the zone's meters in each step, at the tariff's price [money].
std::vector<double> PowerCost::paid_per_step(const std::string& zone) const {
    std::vector<double> paid(static_cast<std::size_t>(in_.series.step_count()), 0.0);
    for (const model::Meter& meter : in_.system.all<model::Meter>()) {
        if (meter.zone.name != zone) continue;
        std::vector<double> billed = in_.series.values(meter.kind, meter.name, "import");
        for (const model::WheeledPower& each : model::wheeled_power(in_.system, in_.solution, meter))
            for (std::size_t t = 0; t < billed.size(); ++t) billed[t] -= each.mw[t];
        const std::vector<double> price = tariff_price(in_.system, meter);
        for (std::size_t t = 0; t < paid.size(); ++t)
            paid[t] += price[t] * billed[t] * in_.series.hours(static_cast<int>(t));
    }
    return paid;
}

std::optional<PowerCost::Shared> PowerCost::share_out(int zone) const {
    const std::string& name = in_.system.all<model::Zone>().at(static_cast<std::size_t>(zone)).name;
    std::map<std::string, double> left;  // of each month's bill
    for (const model::BillRecord& each : in_.solution.bills)
        if (each.zone == name) left[each.month] += each.energy + each.fixed + each.wheeling - each.export_credit;
    if (left.empty()) return std::nullopt;

    const std::vector<double>& drawn = in_.loads.served.at(static_cast<std::size_t>(zone));
    const std::vector<double> paid = paid_per_step(name);
    Shared made{std::vector<double>(drawn.size(), 0.0), std::vector<double>(drawn.size(), 0.0)};
    const auto energy = [&](int t) { return drawn[static_cast<std::size_t>(t)] * in_.series.hours(t); };
    for (const model::BilledMonth& month : model::billed_months(in_.system.horizon())) {
        double month_mwh = 0.0;
        for (const int t : month.steps) {
            const auto i = static_cast<std::size_t>(t);
            month_mwh += energy(t);
            if (drawn[i] <= nothing_mw) continue;
            made.energy_per_mwh[i] = paid[i] / energy(t);
            left[month.name] -= paid[i];
        }
        for (const int t : month.steps)
            if (month_mwh > 0.0) made.rest_per_mwh[static_cast<std::size_t>(t)] = left[month.name] / month_mwh;
    }
    double own = 0.0;
    for (const PlantRow& plant : d_.plants)
        if (plant.zone == name) own += plant.cost * power_share(in_, plant);
    if (const double all = in_.series.energy(drawn); all > 0.0)
        for (double& each : made.rest_per_mwh) each += own / all;
    return made;
}

Priced PowerCost::of(int zone, const std::vector<double>& drawn) const {
    std::vector<double> paid = drawn;
    if (const auto found = shared_.find(zone); found != shared_.end()) {
        for (std::size_t t = 0; t < paid.size(); ++t)
            paid[t] *= found->second.energy_per_mwh[t] + found->second.rest_per_mwh[t];
        return {in_.series.energy(paid), "bill"};
    }
    const std::string& name = in_.system.all<model::Zone>().at(static_cast<std::size_t>(zone)).name;
    const model::PriceRecord* price = in_.series.price(model::Zone::kind, name);
    if (!price) return {};
    for (std::size_t t = 0; t < paid.size(); ++t) paid[t] *= price->values[t];
    return {in_.series.energy(paid), "zone price"};
}

/// What heat of the node cost those who made it, per MWh used.
std::optional<double> HeatCost::mean_per_mwh(int node) const {
    const HeatNodeRow& row = d_.heat_nodes.at(static_cast<std::size_t>(node));
    if (row.used_mwh <= nothing_mw) return std::nullopt;
    double sum = 0.0;
    for (const model::Boiler& each : in_.system.all<model::Boiler>()) {
        if (each.node.index != node) continue;
        sum += cost_of_boiler(in_.solution, each.name);
        if (each.fuel.is_set()) continue;
        const int zone = in_.system.at(each.node).zone.index;
        const Priced power = power_.of(zone, in_.series.values(each.kind, each.name, "withdrawal"));
        if (!power.cost) return std::nullopt;
        sum += *power.cost;
    }
    for (const model::Cogeneration& each : in_.system.all<model::Cogeneration>())
        for (const PlantRow& plant : d_.plants)
            if (each.node.index == node && plant.kind == each.kind && plant.name == each.name)
                sum += plant.cost * (1.0 - power_share(in_, plant));
    return sum / row.used_mwh;
}

Priced HeatCost::of(int node, const std::vector<double>& heat) const {
    const std::string& name = in_.system.all<model::HeatNode>().at(static_cast<std::size_t>(node)).name;
    const model::PriceRecord* price = in_.series.price(model::HeatNode::kind, name);
    if (!price) {
        const std::optional<double> mean = mean_per_mwh(node);
        if (!mean) return {};
        return {*mean * in_.series.energy(heat), "mean cost"};
    }
    std::vector<double> paid = heat;
    for (std::size_t t = 0; t < paid.size(); ++t) paid[t] *= price->values[t];
    return {in_.series.energy(paid), "node price"};
}

}  // namespace indus::reports
