// SPDX-License-Identifier: Apache-2.0
#include "reports/summary_json.hpp"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numeric>

#include "model/bills.hpp"
#include "reports/columns.hpp"
#include "reports/record_json.hpp"

namespace indus::reports {

namespace {

using Json = nlohmann::ordered_json;

template <class Row>
Json row_json(const Row& row) {
    Json object = Json::object();
    for_each_column<Row>([&](const auto& column) { object[std::string{column.key}] = json_of(row.*column.member); });
    return object;
}

template <class Row>
Json rows_json(const std::vector<Row>& rows) {
    Json list = Json::array();
    for (const Row& row : rows) list.push_back(row_json(row));
    return list;
}

void add_opening(const model::System& system, const model::Solution& solution, Json& json) {
    const model::CertificateRecord& certificate = solution.certificate;
    json["case"] = system.settings().name;
    json["scenario"] = system.settings().scenario;
    json["outcome"] = solution.outcome;
    json["cost"] = json_of(certificate.cost);
    json["bound"] = json_of(certificate.bound);
    json["bound_recomputed"] = json_of(certificate.bound_recomputed);
    json["bound_source"] = certificate.bound_source;
    json["gap"] = certificate.cost ? json_of(certificate.gap) : Json{};
    json["seconds"] = json_of(solution.seconds);
    if (!certificate.cost)
        json["audit"] = nullptr;
    else if (solution.findings.empty())
        json["audit"] = "passed";
    else
        json["audit"] = records_json(solution.findings);
    if (certificate.gap_without_unserved) json["gap_without_unserved"] = json_of(certificate.gap_without_unserved);
}

Json totals_json(const Digest& digest) {
    if (!digest.has_solution) return nullptr;
    Json totals = row_json(digest.totals);
    totals["generation_mwh"] = Json::object();
    totals["cost_by_category"] = Json::object();
    for (const TechnologyRow& row : digest.technologies)
        if (row.energy_share) totals["generation_mwh"][row.technology] = json_of(row.energy_mwh);
    for (const CostRow& row : digest.costs) {
        Json& cell = totals["cost_by_category"][row.category];
        cell = json_of((cell.is_number() ? cell.get<double>() : 0.0) + row.amount);
    }
    return totals;
}

Json horizon_json(const Digest& digest) {
    return {{"start", digest.start},
            {"end", digest.end},
            {"hours", json_of(digest.hours)},
            {"step_hours", json_of(digest.step_hours)},
            {"steps", digest.steps}};
}

/// A summary stays one: of the stretches and causes of a year's shortage, which can be tens of thousands, it has the
/// greatest. The CSV tables and the stored run have all.
constexpr std::size_t most_told = 1000;

/// The rows with the most energy, in their own order.
template <class Row>
std::vector<Row> greatest(const std::vector<Row>& rows) {
    if (rows.size() <= most_told) return rows;
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return rows[a].energy_mwh > rows[b].energy_mwh; });
    order.resize(most_told);
    std::sort(order.begin(), order.end());
    std::vector<Row> kept;
    for (const std::size_t index : order) kept.push_back(rows[index]);
    return kept;
}

Json unserved_json(const model::System& system, const model::Solution& solution) {
    const std::vector<model::UnservedRecord> events = greatest(solution.unserved);
    Json list = records_json(events);
    for (std::size_t i = 0; i < list.size(); ++i) {
        list[i]["start"] = model::to_string(system.horizon().start(events[i].first_step));
        list[i]["end"] = model::to_string(system.horizon().end(events[i].first_step + events[i].step_count - 1));
    }
    return list;
}

/// With the bill of those that have a meter.
Json zones_json(const Digest& digest, const model::Solution& solution) {
    Json list = rows_json(digest.zones);
    for (std::size_t z = 0; z < list.size(); ++z)
        for (const model::BillRecord& each : solution.bills)
            if (each.zone == digest.zones[z].name) {
                list[z]["bill"] = json_of(model::bill_of_zone(solution.bills, each.zone));
                break;
            }
    return list;
}

void add_tables(const Digest& digest, const model::Solution& solution, Json& json) {
    json["technologies"] = rows_json(digest.technologies);
    json["zones"] = zones_json(digest, solution);
    json["demands"] = rows_json(digest.demands);
    json["plants"] = rows_json(digest.plants);
    json["stores"] = rows_json(digest.stores);
    json["lines"] = rows_json(digest.lines);
    json["interfaces"] = rows_json(digest.interfaces);
    json["reserves"] = rows_json(digest.reserves);
    json["fuels"] = rows_json(digest.fuels);
    json["limits"] = rows_json(digest.limits);
    json["trades"] = rows_json(digest.trades);
    json["flexible_demands"] = rows_json(digest.flexible_demands);
    json["processes"] = rows_json(digest.processes);
    json["orders"] = rows_json(digest.orders);
    json["upgrades"] = rows_json(digest.upgrades);
    json["contracts"] = rows_json(digest.contracts);
    json["load_shifts"] = rows_json(digest.load_shifts);
    json["fuel_stocks"] = rows_json(digest.fuel_stocks);
    json["meters"] = rows_json(digest.meters);
    json["heat_nodes"] = rows_json(digest.heat_nodes);
    json["costs"] = rows_json(digest.costs);
    json["causes"] = rows_json(greatest(digest.causes));
    json["cause_count"] = digest.causes.size();
}

/// Whose cost was least: of the system, or of a zone and its bill beside what they are at the least cost of the system.
Json objective_json(const std::optional<model::ObjectiveComparison>& objective) {
    if (!objective) return {{"name", "system"}};
    return {{"name", "zone:" + objective->zone},
            {"bill", json_of(objective->by_zone.bill)},
            {"bill_under_system", json_of(objective->by_system.bill)},
            {"own_cost", json_of(objective->by_zone.own_cost)},
            {"own_cost_under_system", json_of(objective->by_system.own_cost)},
            {"system_cost", json_of(objective->by_zone.system_cost)},
            {"system_cost_under_system", json_of(objective->by_system.system_cost)},
            {"zone_gain", json_of(objective->zone_gain())},
            {"others_loss", json_of(objective->others_loss())}};
}

/// The run with a rigid industry, beside the same figures of the answer; null where it was not asked for, and its
/// figures where it has no answer. `firm_capacity_displaced_mw`: by how much the peak of residual load (load less what
/// sun, wind and run of river could give) is higher. `missing_mwh`: of shiftable loads. `saving_at_least`,
/// `saving_at_most`: limits of the saving from optimum to optimum.
Json rigid_json(const std::optional<model::RigidComparison>& rigid) {
    if (!rigid) return nullptr;
    const auto figures = [](const model::RunFigures& run) {
        return Json{{"cost", json_of(run.cost)},
                    {"peak_mw", json_of(run.peak_mw)},
                    {"peak_residual_mw", json_of(run.peak_residual_mw)},
                    {"unserved_mwh", json_of(run.unserved_mwh)},
                    {"missing_mwh", json_of(run.missing_mwh)},
                    {"unserved_heat_mwh", json_of(run.unserved_heat_mwh)},
                    {"curtailment_mwh", json_of(run.curtailment_mwh)},
                    {"emissions_t", json_of(run.emissions_t)}};
    };
    Json json = figures(rigid->rigid.value_or(model::RunFigures{}));
    if (!rigid->rigid)
        for (auto& each : json) each = nullptr;
    json["firm_capacity_displaced_mw"] = json_of(rigid->firm_capacity_displaced_mw());
    json["saving"] = json_of(rigid->saving());
    json["saving_at_least"] = json_of(rigid->saving_at_least());
    json["saving_at_most"] = json_of(rigid->saving_at_most());
    json["bound"] = json_of(rigid->bound);
    json["gap"] = json_of(rigid->gap);
    json["optimised"] = figures(rigid->optimised);
    json["explanation"] = rigid->explanation;
    return json;
}

}  // namespace

std::string summary_json(const model::System& system, const model::Solution& solution, const Digest& digest,
                         const std::optional<model::ObjectiveComparison>& objective,
                         const std::optional<model::RigidComparison>& rigid) {
    Json json;
    add_opening(system, solution, json);
    json["limit"] = solution.limit;
    json["method"] = solution.method;
    json["method_reason"] = solution.method_reason;
    json["explanation"] = solution.explanation;
    json["objective"] = objective_json(objective);
    json["rigid"] = rigid_json(rigid);
    json["bills"] = records_json(solution.bills);
    json["currency"] = system.settings().currency;
    json["exchange_rates"] = records_json(system.settings().exchange_rates);
    json["horizon"] = horizon_json(digest);
    json["prices_unique"] = digest.has_prices && digest.asked_for_other_prices ? Json(digest.prices_unique) : Json{};
    json["totals"] = totals_json(digest);
    if (digest.has_solution) add_tables(digest, solution, json);
    json["unserved"] = unserved_json(system, solution);
    json["unserved_count"] = solution.unserved.size();
    json["certificate"] = record_json(solution.certificate);
    json["options"] = record_json(solution.options);
    json["statistics"] = record_json(solution.statistics);
    json["piecewise"] = solution.piecewise ? record_json(*solution.piecewise) : Json{};
    json["phases"] = records_json(solution.phases);
    return pretty(json);
}

}  // namespace indus::reports
