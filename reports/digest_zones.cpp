// SPDX-License-Identifier: Apache-2.0
// Zones, demands and causes of a digest.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

void add_to(std::vector<double>& sum, const std::vector<double>& values, double factor = 1.0) {
    if (sum.size() < values.size()) sum.resize(values.size(), 0.0);
    for (std::size_t t = 0; t < values.size(); ++t) sum[t] += factor * values[t];
}

double hours_above(const SeriesIndex& series, const std::vector<double>& power) {
    double hours = 0.0;
    for (int t = 0; t < series.step_count(); ++t)
        if (power[static_cast<std::size_t>(t)] > nothing_mw) hours += series.hours(t);
    return hours;
}

double largest(const std::vector<double>& values) {
    return values.empty() ? 0.0 : *std::max_element(values.begin(), values.end());
}

double unserved_cost(const model::Solution& solution, const std::string& demand) {
    double sum = 0.0;
    for (const model::CostRecord& each : solution.costs)
        if (each.kind == model::Demand::kind && each.owner == demand && each.category == "unserved") sum += each.amount;
    return sum;
}

void set_prices(const DigestInput& in, const std::vector<double>& demand, ZoneRow& row) {
    const model::PriceRecord* price = in.series.price(model::Zone::kind, row.name);
    row.average_price_per_mwh = weighted_price(in.series, price, demand);
    if (!price || price->values.empty()) return;
    const auto [low, high] = std::minmax_element(price->values.begin(), price->values.end());
    row.min_price_per_mwh = *low;
    row.max_price_per_mwh = *high;
}

/// Delivered to each zone less sent from it [MWh].
std::vector<double> net_imports(const DigestInput& in) {
    std::vector<double> sums(in.system.all<model::Zone>().size(), 0.0);
    const auto sum_of = [&](int zone) -> double& { return sums.at(static_cast<std::size_t>(zone)); };
    for_each_line(in.system, in.series, [&](const LineView& line) {
        sum_of(line.from_index) += in.series.energy(line.arrived_backward) - in.series.energy(line.sent_forward);
        sum_of(line.to_index) += in.series.energy(line.arrived_forward) - in.series.energy(line.sent_backward);
    });
    for (const model::Meter& meter : in.system.all<model::Meter>()) {
        const double bought = in.series.energy(in.series.values(meter.kind, meter.name, "import"));
        const double given = in.series.energy(in.series.values(meter.kind, meter.name, "export"));
        sum_of(meter.zone.index) += bought - given;
        sum_of(meter.grid_zone.index) += given - bought / (1.0 - meter.loss_share);
    }
    for (const model::Trade& trade : in.system.all<model::Trade>())
        sum_of(trade.zone.index) += in.series.energy(in.series.values(trade.kind, trade.name, "import")) -
                                    in.series.energy(in.series.values(trade.kind, trade.name, "export"));
    return sums;
}

/// Energy due to shiftable loads of the zone and not drawn in its window [MWh].
double missing_in(const DigestInput& in, const std::string& zone) {
    double sum = 0.0;
    for (const model::ShiftableLoad& each : in.system.all<model::ShiftableLoad>())
        if (each.zone.name == zone) sum += in.series.total(in.series.values(each.kind, each.name, "missing"));
    return sum;
}

double unserved_heat_in(const DigestInput& in, const std::string& zone) {
    double sum = 0.0;
    for (const model::HeatDemand& each : in.system.all<model::HeatDemand>())
        if (in.system.at(each.node).zone.name == zone)
            sum += in.series.energy(in.series.values(each.kind, each.name, "unserved_heat"));
    return sum;
}

/// Needs plants, stores and demands.
ZoneRow zone_row(const DigestInput& in, const Digest& d, const model::Zone& zone) {
    ZoneRow row;
    row.name = zone.name;
    row.title = zone.title.empty() ? zone.name : zone.title;
    row.role = model::Choices<model::ZoneRole>::names[static_cast<std::size_t>(zone.role)];
    std::vector<double> demand(static_cast<std::size_t>(in.series.step_count()), 0.0);
    std::vector<double> unserved = demand;
    const auto& demands = in.system.all<model::Demand>();
    for (std::size_t i = 0; i < demands.size(); ++i) {
        if (demands[i].zone.name != zone.name) continue;
        add_to(demand, demands[i].load_mw.values);
        add_to(unserved, unserved_power(in.series, demands[i]));
        row.demand_mwh += d.demands[i].demand_mwh;
        row.served_mwh += d.demands[i].served_mwh;
        row.unserved_mwh += d.demands[i].unserved_mwh;
        row.unserved_value += d.demands[i].unserved_value;
    }
    row.unserved_hours = hours_above(in.series, unserved);
    row.peak_demand_mw = largest(demand);
    set_prices(in, demand, row);
    for (const PlantRow& plant : d.plants)
        if (plant.zone == zone.name && !shifts_energy(plant.kind)) row.generation_mwh += plant.energy_mwh;
    for (const StoreRow& store : d.stores)
        if (store.zone == zone.name && shifts_energy(store.kind))
            row.storage_net_mwh += store.discharged_mwh - store.charged_mwh;
    row.surplus_mwh = in.series.energy(in.series.values(zone.kind, zone.name, "surplus"));
    row.missing_mwh = missing_in(in, zone.name);
    row.unserved_heat_mwh = unserved_heat_in(in, zone.name);
    return row;
}

struct Cause {
    CauseRow row{};
    std::set<std::string> sectors{};
};

void add_event(const DigestInput& in, const model::UnservedRecord& event, Cause& cause) {
    CauseRow& row = cause.row;
    const std::string time = model::to_string(in.system.horizon().start(event.first_step));
    if (row.events == 0 || row.first_time > time) row.first_time = time;
    row.zone = event.zone;
    row.cause = event.cause;
    ++row.events;
    row.energy_mwh += event.energy_mwh;
    row.peak_mw = std::max(row.peak_mw, event.peak_mw);
    row.value += event.value;
    if (cause.sectors.insert(event.sector).second) row.sectors += (row.sectors.empty() ? "" : ", ") + event.sector;
}

}  // namespace

std::vector<double> unserved_power(const SeriesIndex& series, const model::Demand& demand) {
    if (series.has(demand.kind, demand.name, "unserved")) return series.values(demand.kind, demand.name, "unserved");
    std::vector<double> sum(static_cast<std::size_t>(series.step_count()), 0.0);
    for (const std::string& tier : series.quantities(demand.kind, demand.name, "unserved_"))
        add_to(sum, series.values(demand.kind, demand.name, tier));
    return sum;
}

std::optional<double> weighted_price(const SeriesIndex& series, const model::PriceRecord* price,
                                     const std::vector<double>& weights) {
    if (!price || price->values.empty()) return std::nullopt;
    double paid = 0.0, weight = 0.0, sum = 0.0, hours = 0.0;
    for (int t = 0; t < series.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        paid += price->values[i] * weights[i] * series.hours(t);
        weight += weights[i] * series.hours(t);
        sum += price->values[i] * series.hours(t);
        hours += series.hours(t);
    }
    return weight > 0.0 ? paid / weight : sum / hours;
}

void digest_demands(const DigestInput& in, Digest& d) {
    for (const model::Demand& demand : in.system.all<model::Demand>()) {
        DemandRow row;
        row.name = demand.name;
        row.zone = demand.zone.name;
        row.sector = demand.sector;
        row.peak_mw = largest(demand.load_mw.values);
        row.demand_mwh = in.series.energy(demand.load_mw.values);
        if (d.has_solution) {
            const std::vector<double> unserved = unserved_power(in.series, demand);
            row.unserved_mwh = in.series.energy(unserved);
            row.unserved_hours = hours_above(in.series, unserved);
            row.served_mwh = row.demand_mwh - row.unserved_mwh;
            if (row.demand_mwh > 0.0) row.unserved_share = row.unserved_mwh / row.demand_mwh;
            row.unserved_value = unserved_cost(in.solution, demand.name);
        }
        row.average_price_per_mwh =
            weighted_price(in.series, in.series.price(model::Zone::kind, row.zone), demand.load_mw.values);
        d.demands.push_back(std::move(row));
    }
}

void digest_zones(const DigestInput& in, Digest& d) {
    const std::vector<double> imports = net_imports(in);
    for (const model::Zone& zone : in.system.all<model::Zone>()) {
        ZoneRow& row = d.zones.emplace_back(zone_row(in, d, zone));
        const std::size_t at = d.zones.size() - 1;
        row.net_import_mwh = imports[at];
        row.industrial_mwh = in.series.energy(in.loads.industry[at]);
        row.peak_load_mw = largest(in.loads.wanted[at]);
    }
}

void digest_causes(const DigestInput& in, Digest& d) {
    std::map<std::pair<std::string, std::string>, Cause> causes;
    for (const model::UnservedRecord& event : in.solution.unserved)
        add_event(in, event, causes[{event.zone, event.cause}]);
    for (auto& [key, cause] : causes) d.causes.push_back(std::move(cause.row));
    std::stable_sort(d.causes.begin(), d.causes.end(),
                     [](const CauseRow& a, const CauseRow& b) { return a.energy_mwh > b.energy_mwh; });
}

}  // namespace indus::reports
