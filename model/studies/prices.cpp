// SPDX-License-Identifier: Apache-2.0
#include "model/studies/prices.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "solver/certificate.hpp"

namespace indus::model {

namespace {

/// The rows that carry prices: balances of zones and requirements of reserves.
struct PricedRow {
    std::size_t record = 0;
    int step = 0;
    int row = 0;
};

std::vector<PricedRow> priced_rows(const Formulation& f, std::vector<PriceRecord>& records) {
    std::vector<PricedRow> rows;
    const auto steps = static_cast<std::size_t>(f.horizon().step_count());
    const auto add = [&](std::string_view kind, const std::string& name, const Equation& equation) {
        records.push_back({std::string{kind}, name, std::vector<double>(steps), std::vector<double>(steps),
                           std::vector<double>(steps)});
        for (int t = 0; t < f.horizon().step_count(); ++t)
            rows.push_back({records.size() - 1, t, f.row_of(equation, name, t)});
    };
    for (const Zone& zone : f.system().all<Zone>()) add(Zone::kind, zone.name, Zone::equations()[0]);
    for (const Reserve& reserve : f.system().all<Reserve>()) add(Reserve::kind, reserve.name, Reserve::equations()[0]);
    return rows;
}

/// Integers as columns with equal bounds; nothing is left to decide but dispatch.
solver::Program fixed(const solver::Program& program, std::span<const double> point) {
    solver::Program result = program;
    for (int j = 0; j < program.column_count(); ++j) {
        if (!program.is_integer(j)) continue;
        const double whole = std::round(point[static_cast<std::size_t>(j)]);
        result.set_bounds({j}, whole, whole);
        result.set_integer({j}, false);
    }
    return result;
}

/// Duals of the program with all priced right-hand sides moved by `direction` times small amounts, or
/// nothing when they do not support the unmoved optimum.
std::vector<double> moved_duals(const solver::Program& dispatch, std::span<const PricedRow> rows, double direction,
                                double optimum, const solver::Options& options) {
    constexpr double smallest_move_mw = 1e-3;
    solver::Program moved = dispatch;
    std::mt19937_64 draw{20250113};
    for (const PricedRow& each : rows) {
        const auto i = static_cast<std::size_t>(each.row);
        // mt19937_64 is specified to the bit; distributions are not, so the share is taken by hand.
        const double share = static_cast<double>(draw() >> 11) * 0x1.0p-53;
        const double move = direction * smallest_move_mw * (1.0 + share);
        moved.set_row_bounds({each.row}, dispatch.row_lower()[i] + move, dispatch.row_upper()[i] + move);
    }
    const solver::Result result = solver::make_solver("clp")->solve(moved, options);
    if (result.outcome != solver::Outcome::optimal) return {};
    const double supported = solver::weak_duality_bound(dispatch, result.duals);
    const double tolerance = 1e-7 * std::max(1.0, std::abs(optimum));
    return supported >= optimum - tolerance ? result.duals : std::vector<double>{};
}

}  // namespace

solver::Program relaxed(const solver::Program& program) {
    solver::Program result = program;
    for (int j = 0; j < program.column_count(); ++j)
        if (program.is_integer(j)) result.set_integer({j}, false);
    return result;
}

DispatchProgram redispatch(const solver::Program& program, std::span<const double> point,
                           const solver::Options& options) {
    const solver::Program dispatch = fixed(program, point);
    DispatchProgram made;
    made.result = solver::make_solver("clp")->solve(dispatch, options);
    made.point = made.result.values;
    made.duals = made.result.duals;
    for (int j = 0; j < program.column_count(); ++j) {
        if (made.point.empty()) break;
        const auto i = static_cast<std::size_t>(j);
        if (program.is_integer(j)) made.point[i] = std::round(made.point[i]);
        // A basic column may stand a hair outside its bounds; the program is unchanged by putting it on them.
        made.point[i] = std::clamp(made.point[i], program.lower()[i], program.upper()[i]);
    }
    return made;
}

std::vector<PriceRecord> prices(const Formulation& f, const DispatchProgram& dispatched, bool with_bands,
                                const solver::Options& options) {
    std::vector<PriceRecord> records;
    const std::vector<PricedRow> rows = priced_rows(f, records);
    if (dispatched.duals.empty()) return {};
    std::vector<std::vector<double>> seen{dispatched.duals};
    if (with_bands) {
        const solver::Program dispatch = fixed(f.program(), dispatched.point);
        for (const double direction : {1.0, -1.0}) {
            std::vector<double> duals = moved_duals(dispatch, rows, direction, dispatched.result.objective, options);
            if (!duals.empty()) seen.push_back(std::move(duals));
        }
    }
    for (const PricedRow& each : rows) {
        const double hours = f.horizon().hours(each.step) * f.horizon().weight(each.step);
        const auto price = [&](const std::vector<double>& duals) {
            return duals[static_cast<std::size_t>(each.row)] / hours;
        };
        PriceRecord& record = records[each.record];
        const auto t = static_cast<std::size_t>(each.step);
        record.values[t] = record.low[t] = record.high[t] = price(seen.front());
        for (const std::vector<double>& duals : seen) {
            record.low[t] = std::min(record.low[t], price(duals));
            record.high[t] = std::max(record.high[t], price(duals));
        }
    }
    return records;
}

}  // namespace indus::model
