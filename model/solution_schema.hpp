// SPDX-License-Identifier: Apache-2.0
// The schema of a stored solution: one table. `reports/` writes it, `inputs/` reads it, and neither
// knows the other; a round-trip test lives in tests/. The system's own data is stored by the field
// tables of its components.
#pragma once

#include <string_view>
#include <tuple>

#include "model/solution.hpp"

namespace indus::model {

/// Raised when a stored solution could no longer be read by older code.
inline constexpr int solution_format_version = 5;

template <class Record, class Value>
struct Member {
    using value_type = Value;
    std::string_view name{};
    Value Record::*member{};
};
template <class Record, class Value>
constexpr Member<Record, Value> stored(std::string_view name, Value Record::*member) {
    return {name, member};
}

/// Members of each record, in the order they are stored.
template <class Record>
struct Schema;

template <>
struct Schema<SeriesRecord> {
    static constexpr auto members =
        std::tuple{stored("kind", &SeriesRecord::kind),         stored("owner", &SeriesRecord::owner),
                   stored("quantity", &SeriesRecord::quantity), stored("unit", &SeriesRecord::unit),
                   stored("decision", &SeriesRecord::decision), stored("values", &SeriesRecord::values)};
};
template <>
struct Schema<CostRecord> {
    static constexpr auto members =
        std::tuple{stored("kind", &CostRecord::kind), stored("owner", &CostRecord::owner),
                   stored("category", &CostRecord::category), stored("amount", &CostRecord::amount)};
};
template <>
struct Schema<PriceRecord> {
    static constexpr auto members = std::tuple{stored("kind", &PriceRecord::kind), stored("owner", &PriceRecord::owner),
                                               stored("values", &PriceRecord::values), stored("low", &PriceRecord::low),
                                               stored("high", &PriceRecord::high)};
};
template <>
struct Schema<UpliftRecord> {
    static constexpr auto members = std::tuple{
        stored("kind", &UpliftRecord::kind), stored("owner", &UpliftRecord::owner),
        stored("make_whole", &UpliftRecord::make_whole), stored("lost_opportunity", &UpliftRecord::lost_opportunity)};
};
template <>
struct Schema<UnservedRecord> {
    static constexpr auto members = std::tuple{stored("zone", &UnservedRecord::zone),
                                               stored("demand", &UnservedRecord::demand),
                                               stored("sector", &UnservedRecord::sector),
                                               stored("first_step", &UnservedRecord::first_step),
                                               stored("step_count", &UnservedRecord::step_count),
                                               stored("energy_mwh", &UnservedRecord::energy_mwh),
                                               stored("peak_mw", &UnservedRecord::peak_mw),
                                               stored("value", &UnservedRecord::value),
                                               stored("cause", &UnservedRecord::cause)};
};
template <>
struct Schema<CutRecord> {
    static constexpr auto members =
        std::tuple{stored("knapsack", &CutRecord::knapsack), stored("divisor", &CutRecord::divisor),
                   stored("from_high", &CutRecord::from_high)};
};
template <>
struct Schema<LimitRecord> {
    static constexpr auto members = std::tuple{stored("kind", &LimitRecord::kind),
                                               stored("owner", &LimitRecord::owner),
                                               stored("rule", &LimitRecord::rule),
                                               stored("unit", &LimitRecord::unit),
                                               stored("sense", &LimitRecord::sense),
                                               stored("first_step", &LimitRecord::first_step),
                                               stored("step_count", &LimitRecord::step_count),
                                               stored("limit", &LimitRecord::limit),
                                               stored("reached", &LimitRecord::reached),
                                               stored("violation", &LimitRecord::violation),
                                               stored("shadow_price", &LimitRecord::shadow_price),
                                               stored("shadow_unit", &LimitRecord::shadow_unit)};
};
template <>
struct Schema<BillRecord> {
    static constexpr auto members = std::tuple{stored("meter", &BillRecord::meter),
                                               stored("zone", &BillRecord::zone),
                                               stored("month", &BillRecord::month),
                                               stored("month_share", &BillRecord::month_share),
                                               stored("import_mwh", &BillRecord::import_mwh),
                                               stored("peak_import_mwh", &BillRecord::peak_import_mwh),
                                               stored("export_mwh", &BillRecord::export_mwh),
                                               stored("wheeled_mwh", &BillRecord::wheeled_mwh),
                                               stored("peak_mw", &BillRecord::peak_mw),
                                               stored("billing_demand_mw", &BillRecord::billing_demand_mw),
                                               stored("energy", &BillRecord::energy),
                                               stored("fixed", &BillRecord::fixed),
                                               stored("wheeling", &BillRecord::wheeling),
                                               stored("export_credit", &BillRecord::export_credit),
                                               stored("interruption", &BillRecord::interruption),
                                               stored("total", &BillRecord::total)};
};
template <>
struct Schema<EquationRecord> {
    static constexpr auto members =
        std::tuple{stored("kind", &EquationRecord::kind), stored("name", &EquationRecord::name),
                   stored("unit", &EquationRecord::unit), stored("formula", &EquationRecord::formula),
                   stored("source", &EquationRecord::source)};
};
template <>
struct Schema<Finding> {
    static constexpr auto members = std::tuple{stored("kind", &Finding::kind), stored("owner", &Finding::owner),
                                               stored("step", &Finding::step), stored("what", &Finding::what)};
};
template <>
struct Schema<CertificateRecord> {
    static constexpr auto members =
        std::tuple{stored("cost", &CertificateRecord::cost),
                   stored("bound", &CertificateRecord::bound),
                   stored("bound_recomputed", &CertificateRecord::bound_recomputed),
                   stored("bound_source", &CertificateRecord::bound_source),
                   stored("lp_bound", &CertificateRecord::lp_bound),
                   stored("lagrangian_bound", &CertificateRecord::lagrangian_bound),
                   stored("tree_bound", &CertificateRecord::tree_bound),
                   stored("gap", &CertificateRecord::gap),
                   stored("gap_without_unserved", &CertificateRecord::gap_without_unserved),
                   stored("max_row_violation", &CertificateRecord::max_row_violation),
                   stored("max_bound_violation", &CertificateRecord::max_bound_violation),
                   stored("max_integrality_violation", &CertificateRecord::max_integrality_violation),
                   stored("worst_row", &CertificateRecord::worst_row),
                   stored("feasible", &CertificateRecord::feasible)};
};
template <>
struct Schema<PiecewiseRecord> {
    static constexpr auto members = std::tuple{stored("exact_cost", &PiecewiseRecord::exact_cost),
                                               stored("error_limit", &PiecewiseRecord::error_limit)};
};
template <>
struct Schema<Statistics> {
    static constexpr auto members =
        std::tuple{stored("columns", &Statistics::columns),   stored("rows", &Statistics::rows),
                   stored("integers", &Statistics::integers), stored("nonzeros", &Statistics::nonzeros),
                   stored("blocks", &Statistics::blocks),     stored("linking_rows", &Statistics::linking_rows),
                   stored("nodes", &Statistics::nodes),       stored("iterations", &Statistics::iterations)};
};
template <>
struct Schema<RunOptions> {
    static constexpr auto members =
        std::tuple{stored("gap", &RunOptions::gap), stored("time_limit_seconds", &RunOptions::time_limit_seconds),
                   stored("work_limit", &RunOptions::work_limit), stored("method", &RunOptions::method)};
};
template <>
struct Schema<PhaseTime> {
    static constexpr auto members =
        std::tuple{stored("phase", &PhaseTime::phase), stored("seconds", &PhaseTime::seconds)};
};
template <>
struct Schema<Solution> {
    static constexpr auto members = std::tuple{stored("outcome", &Solution::outcome),
                                               stored("limit", &Solution::limit),
                                               stored("explanation", &Solution::explanation),
                                               stored("method", &Solution::method),
                                               stored("method_reason", &Solution::method_reason),
                                               stored("options", &Solution::options),
                                               stored("certificate", &Solution::certificate),
                                               stored("piecewise", &Solution::piecewise),
                                               stored("statistics", &Solution::statistics),
                                               stored("series", &Solution::series),
                                               stored("costs", &Solution::costs),
                                               stored("prices", &Solution::prices),
                                               stored("uplift", &Solution::uplift),
                                               stored("unserved", &Solution::unserved),
                                               stored("limits", &Solution::limits),
                                               stored("bills", &Solution::bills),
                                               stored("fixed", &Solution::fixed),
                                               stored("equations", &Solution::equations),
                                               stored("findings", &Solution::findings),
                                               stored("multipliers", &Solution::multipliers),
                                               stored("cuts", &Solution::cuts),
                                               stored("mode_binaries", &Solution::mode_binaries),
                                               stored("phases", &Solution::phases),
                                               stored("seconds", &Solution::seconds)};
};

template <>
struct Schema<ExchangeRate> {
    static constexpr auto members =
        std::tuple{stored("currency", &ExchangeRate::currency), stored("per_unit", &ExchangeRate::per_unit)};
};
template <>
struct Schema<CaseSettings> {
    static constexpr auto members = std::tuple{stored("name", &CaseSettings::name),
                                               stored("title", &CaseSettings::title),
                                               stored("description", &CaseSettings::description),
                                               stored("scenario", &CaseSettings::scenario),
                                               stored("scenario_description", &CaseSettings::scenario_description),
                                               stored("currency", &CaseSettings::currency),
                                               stored("exchange_rates", &CaseSettings::exchange_rates),
                                               stored("utc_offset_minutes", &CaseSettings::utc_offset_minutes),
                                               stored("cost_segments", &CaseSettings::cost_segments),
                                               stored("billed_zone", &CaseSettings::billed_zone),
                                               stored("outage_seed", &CaseSettings::outage_seed)};
};

}  // namespace indus::model
