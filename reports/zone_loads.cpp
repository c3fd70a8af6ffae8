// SPDX-License-Identifier: Apache-2.0
#include "reports/zone_loads.hpp"

#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"

namespace indus::reports {

namespace {

using Table = std::vector<std::vector<double>>;

void add(Table& sums, int zone, const std::vector<double>& power, double factor = 1.0) {
    std::vector<double>& sum = sums.at(static_cast<std::size_t>(zone));
    for (std::size_t t = 0; t < power.size(); ++t) sum[t] += factor * power[t];
}

}  // namespace

ZoneLoads zone_loads(const model::System& system, const SeriesIndex& series) {
    const Table nothing(system.all<model::Zone>().size(),
                        std::vector<double>(static_cast<std::size_t>(series.step_count()), 0.0));
    ZoneLoads loads{nothing, nothing, nothing};
    for (const model::Demand& each : system.all<model::Demand>()) {
        add(loads.wanted, each.zone.index, each.load_mw.values, each.withdrawal_factor());
        add(loads.served, each.zone.index, each.load_mw.values, each.withdrawal_factor());
        add(loads.served, each.zone.index, unserved_power(series, each), -each.withdrawal_factor());
    }
    for (const model::FlexibleDemand& each : system.all<model::FlexibleDemand>())
        for (Table* table : {&loads.wanted, &loads.served})
            add(*table, each.zone.index, series.values(each.kind, each.name, "withdrawal"));
    for_each_industrial_draw(system, series, [&](const IndustrialDraw& draw) {
        for (Table* table : {&loads.industry, &loads.wanted, &loads.served})
            add(*table, draw.zone, draw.power, draw.factor);
    });
    return loads;
}

}  // namespace indus::reports
