// SPDX-License-Identifier: Apache-2.0
#include "model/studies/zone_objective.hpp"

#include <fmt/format.h>

#include "model/bills.hpp"
#include "model/formulation.hpp"
#include "model/studies/zone_system.hpp"

namespace indus::model {

namespace {

std::vector<SeriesRecord> decisions_of(const Solution& solution, const std::set<std::string, std::less<>>& behind) {
    std::vector<SeriesRecord> made;
    for (const SeriesRecord& each : solution.series)
        if (each.decision && behind.contains(mode_key(each.kind, each.owner))) made.push_back(each);
    return made;
}

std::string gap_phrase(const Solution& own) {
    if (!own.certificate.gap) return "without a bound";
    if (*own.certificate.gap <= gap_precision) return "proven to be least";
    return fmt::format("proven to {:.2g}%", 100.0 * *own.certificate.gap);
}

}  // namespace

ZoneObjective optimise_zone(const System& system, const std::string& zone, const DispatchOptions& options) {
    const ZoneSystem alone = behind_meter(system, zone);
    ZoneObjective made;
    made.behind = alone.own;
    DispatchOptions half = options;
    half.run.time_limit_seconds = options.run.time_limit_seconds / 2.0;
    half.windows = nullptr;  // memory of a run of the whole system, without given decisions
    made.own = dispatch(alone.system, half);
    if (!made.own.has_solution()) {
        made.system.options = options.run;
        made.system.outcome = made.own.outcome;
        made.system.limit = made.own.limit;
        made.system.explanation = fmt::format("Zone {} by itself: {}", zone, made.own.explanation);
        return made;
    }
    half.fixed = decisions_of(made.own, alone.own);
    made.system = dispatch(system, half);
    made.system.options = options.run;
    const std::string said =
        fmt::format("What lies behind the meter of {} was decided for the zone's own cost and bill ({:.6g}, {}).", zone,
                    *made.own.certificate.cost, gap_phrase(made.own));
    made.system.explanation = made.system.explanation.empty() ? said : said + " " + made.system.explanation;
    return made;
}

ZoneView view_of(const Solution& solution, const std::string& zone, const std::set<std::string, std::less<>>& behind) {
    ZoneView view;
    view.system_cost = solution.certificate.cost.value_or(0.0);
    view.bill = bill_of_zone(solution.bills, zone);
    for (const CostRecord& each : solution.costs)
        if (behind.contains(mode_key(each.kind, each.owner))) view.own_cost += each.amount;
    return view;
}

}  // namespace indus::model
