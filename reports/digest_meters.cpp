// SPDX-License-Identifier: Apache-2.0
// Meters of a digest: what went over them, and what load-shedding and outages of the grid took.
#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

/// What plants and stores in a zone gave at each step [MW].
std::vector<double> own_supply(const DigestInput& in, const Digest& d, const std::string& zone) {
    std::vector<double> sum(static_cast<std::size_t>(in.series.step_count()), 0.0);
    for (const PlantRow& plant : d.plants) {
        if (plant.zone != zone) continue;
        const auto& given =
            in.series.values(plant.kind, plant.name, shifts_energy(plant.kind) ? "discharge" : "output");
        for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += given[t];
    }
    return sum;
}

/// Power not served in a zone at each step, at the customer [MW].
std::vector<double> unserved_in(const DigestInput& in, const std::string& zone) {
    std::vector<double> sum(static_cast<std::size_t>(in.series.step_count()), 0.0);
    for (const model::Demand& demand : in.system.all<model::Demand>()) {
        if (demand.zone.name != zone) continue;
        const std::vector<double> unserved = unserved_power(in.series, demand);
        for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += unserved[t];
    }
    return sum;
}

MeterRow meter_row(const DigestInput& in, const Digest& d, const model::Meter& meter) {
    MeterRow row{meter.name, meter.zone.name, meter.grid_zone.name};
    row.import_mwh = in.series.energy(in.series.values(meter.kind, meter.name, "import"));
    row.export_mwh = in.series.energy(in.series.values(meter.kind, meter.name, "export"));
    const std::vector<double> available = meter.available(in.system);
    const std::vector<double> supply = own_supply(in, d, meter.zone.name), unserved = unserved_in(in, meter.zone.name);
    for (int t = 0; t < in.series.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        if (available[i] > 1.0 - 1e-9) continue;
        const double hours = in.series.hours(t);
        row.hours_less += hours;
        if (available[i] < 1e-9) row.hours_off += hours;
        row.out_of_reach_mwh += hours * (1.0 - available[i]) * meter.most_bought_mw();
        row.own_supply_mwh += hours * supply[i];
        row.unserved_mwh += hours * unserved[i];
    }
    return row;
}

}  // namespace

void digest_meters(const DigestInput& in, Digest& d) {
    for (const model::Meter& each : in.system.all<model::Meter>()) d.meters.push_back(meter_row(in, d, each));
}

double meter_loss(const DigestInput& in) {
    double sum = 0.0;
    for (const model::Meter& each : in.system.all<model::Meter>())
        sum +=
            (1.0 / (1.0 - each.loss_share) - 1.0) * in.series.energy(in.series.values(each.kind, each.name, "import"));
    return sum;
}

}  // namespace indus::reports
