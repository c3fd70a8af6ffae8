// SPDX-License-Identifier: Apache-2.0
// Limits, trade and price-sensitive load of a digest.
#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

double cost_of(const model::Solution& solution, std::string_view kind, std::string_view owner,
               std::string_view category) {
    double sum = 0.0;
    for (const model::CostRecord& each : solution.costs)
        if (each.kind == kind && each.owner == owner && each.category == category) sum += each.amount;
    return sum;
}

}  // namespace

void digest_limits(const DigestInput& in, Digest& d) {
    for (const model::LimitRecord& each : in.solution.limits)
        d.limits.push_back({each.owner, each.kind, each.rule,
                            model::to_string(in.system.horizon().start(each.first_step)), each.sense, each.limit,
                            each.reached, each.unit, each.violation, each.shadow_price, each.shadow_unit});
}

void digest_markets(const DigestInput& in, Digest& d) {
    for (const model::Trade& trade : in.system.all<model::Trade>())
        d.trades.push_back({trade.name, trade.zone.name,
                            in.series.energy(in.series.values(trade.kind, trade.name, "import")),
                            in.series.energy(in.series.values(trade.kind, trade.name, "export")),
                            cost_of(in.solution, trade.kind, trade.name, "import"),
                            -cost_of(in.solution, trade.kind, trade.name, "export")});
    for (const model::FlexibleDemand& demand : in.system.all<model::FlexibleDemand>()) {
        const std::vector<double>& served = in.series.values(demand.kind, demand.name, "served");
        std::vector<double> possible = demand.availability.values;
        for (double& each : possible) each *= demand.bids_per_mwh.steps.back().from;
        FlexibleRow row{demand.name, demand.zone.name, demand.sector, in.series.energy(possible),
                        in.series.energy(served)};
        row.value = -cost_of(in.solution, demand.kind, demand.name, "consumer_value");
        row.average_price_per_mwh = weighted_price(in.series, in.series.price(model::Zone::kind, row.zone), served);
        d.flexible_demands.push_back(std::move(row));
    }
}

}  // namespace indus::reports
