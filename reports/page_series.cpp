// SPDX-License-Identifier: Apache-2.0
#include "reports/page_series.hpp"

#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"

namespace indus::reports {

namespace {

std::size_t technology_index(const Digest& digest, const std::string& technology) {
    return static_cast<std::size_t>(&digest.style(technology) - digest.styles.data());
}

int zone_index(const PageInput& in, const std::string& name) {
    const auto& zones = in.digest.zones;
    for (std::size_t i = 0; i < zones.size(); ++i)
        if (zones[i].name == name) return static_cast<int>(i);
    return -1;
}

void add_plants(const PageInput& in, PageSeries& series) {
    for (const PlantRow& plant : in.digest.plants) {
        ZonePower& zone = series.zones.at(static_cast<std::size_t>(zone_index(in, plant.zone)));
        const bool shifts = shifts_energy(plant.kind);
        const std::size_t technology = technology_index(in.digest, plant.technology);
        add(zone.generation[technology], in.series.values(plant.kind, plant.name, shifts ? "discharge" : "output"));
        if (shifts) add(zone.charge, in.series.values(plant.kind, plant.name, "charge"));
    }
}

void add_lines(const PageInput& in, PageSeries& series) {
    for_each_line(in.system, in.series, [&](const LineView& line) {
        ZonePower& from = series.zones[static_cast<std::size_t>(line.from_index)];
        ZonePower& to = series.zones[static_cast<std::size_t>(line.to_index)];
        for (const bool forward : {true, false}) {
            const auto& sent = forward ? line.sent_forward : line.sent_backward;
            const auto& arrived = forward ? line.arrived_forward : line.arrived_backward;
            add((forward ? from : to).exported, sent);
            add((forward ? to : from).import, arrived);
            add(series.line_losses, sent);
            add(series.line_losses, arrived, -1.0);
        }
    });
}

void add_meters(const PageInput& in, PageSeries& series) {
    for (const model::Meter& meter : in.system.all<model::Meter>()) {
        ZonePower& zone = series.zones[static_cast<std::size_t>(meter.zone.index)];
        ZonePower& grid = series.zones[static_cast<std::size_t>(meter.grid_zone.index)];
        const auto& bought = in.series.values(meter.kind, meter.name, "import");
        const auto& given = in.series.values(meter.kind, meter.name, "export");
        const double sent = 1.0 / (1.0 - meter.loss_share);
        add(zone.import, bought);
        add(zone.exported, given);
        add(grid.exported, bought, sent);
        add(grid.import, given);
        add(series.line_losses, bought, sent - 1.0);
    }
}

}  // namespace

void add(std::vector<double>& sum, const std::vector<double>& values, double factor) {
    if (sum.empty()) sum.resize(values.size(), 0.0);
    for (std::size_t t = 0; t < values.size(); ++t) sum[t] += factor * values[t];
}

PageSeries page_series(const PageInput& in) {
    PageSeries series;
    series.zones.resize(in.digest.zones.size());
    for (ZonePower& zone : series.zones) zone.generation.resize(in.digest.styles.size());
    add_plants(in, series);
    add_lines(in, series);
    for (const model::Demand& demand : in.system.all<model::Demand>()) {
        ZonePower& zone = series.zones[static_cast<std::size_t>(demand.zone.index)];
        add(zone.demand, demand.load_mw.values, demand.withdrawal_factor());
        add(zone.unserved, unserved_power(in.series, demand), demand.withdrawal_factor());
    }
    for (const model::FlexibleDemand& demand : in.system.all<model::FlexibleDemand>())
        add(series.zones[static_cast<std::size_t>(demand.zone.index)].demand,
            in.series.values(demand.kind, demand.name, "withdrawal"));
    for (const model::Trade& trade : in.system.all<model::Trade>()) {
        ZonePower& zone = series.zones[static_cast<std::size_t>(trade.zone.index)];
        add(zone.generation[technology_index(in.digest, "import")], in.series.values(trade.kind, trade.name, "import"));
        add(zone.exported, in.series.values(trade.kind, trade.name, "export"));
    }
    for_each_industrial_draw(in.system, in.series, [&](const IndustrialDraw& draw) {
        add(series.zones[static_cast<std::size_t>(draw.zone)].demand, draw.power, draw.factor);
    });
    add_meters(in, series);
    series.stages = stage_steps(in);
    series.fuel_stocks = fuel_stock_steps(in);
    series.meters = meter_steps(in);
    for (std::size_t z = 0; z < series.zones.size(); ++z)
        if (const std::string& name = in.digest.zones[z].name; in.series.has(model::Zone::kind, name, "surplus"))
            add(series.zones[z].surplus, in.series.values(model::Zone::kind, name, "surplus"));
    return series;
}

}  // namespace indus::reports
