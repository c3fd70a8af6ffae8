// SPDX-License-Identifier: Apache-2.0
#include "model/studies/prices.hpp"

#include <algorithm>
#include <cmath>
#include <random>

#include "solver/certificate.hpp"
#include "solver/confirm.hpp"

namespace indus::model {

namespace {

/// What carries a price: the balance of a zone or of a heat node, or every requirement that a product of reserve counts
/// for.
struct Priced {
    std::size_t record = 0;
    int step = 0;
    std::vector<int> rows{};
};

/// Requirements that reserve of this product helps to meet: its own, and those of the products it is better than.
std::vector<int> requirement_rows(const Formulation& f, int product, int t) {
    const auto& products = f.system().all<Reserve>();
    std::vector<int> rows;
    for (std::size_t i = 0; i < products.size(); ++i) {
        const Reserve& each = products[i];
        const std::vector<int> counting = Reserve::counting(products, static_cast<int>(i));
        if (std::find(counting.begin(), counting.end(), product) == counting.end()) continue;
        for (const Equation& equation : Reserve::requirements())
            if (const int row = f.row_of(equation, each.name, t); row >= 0) rows.push_back(row);
    }
    return rows;
}

std::vector<Priced> priced_rows(const Formulation& f, std::vector<PriceRecord>& records) {
    std::vector<Priced> priced;
    const auto steps = static_cast<std::size_t>(f.horizon().step_count());
    const auto add = [&](std::string_view kind, const std::string& name, auto rows_at) {
        records.push_back({std::string{kind}, name, std::vector<double>(steps)});
        for (int t = 0; t < f.horizon().step_count(); ++t) priced.push_back({records.size() - 1, t, rows_at(t)});
    };
    for (const Zone& zone : f.system().all<Zone>())
        add(Zone::kind, zone.name,
            [&](int t) { return std::vector<int>{f.row_of(Zone::equations()[0], zone.name, t)}; });
    const auto& products = f.system().all<Reserve>();
    for (std::size_t k = 0; k < products.size(); ++k)
        add(Reserve::kind, products[k].name, [&](int t) { return requirement_rows(f, static_cast<int>(k), t); });
    for (const HeatNode& node : f.system().all<HeatNode>())
        add(HeatNode::kind, node.name,
            [&](int t) { return std::vector<int>{f.row_of(HeatNode::equations()[0], node.name, t)}; });
    return priced;
}

/// Heat nodes come last.
std::span<const Priced> without_heat(std::span<const Priced> priced, std::span<const PriceRecord> records) {
    const auto first_heat = std::find_if(
        priced.begin(), priced.end(), [&](const Priced& each) { return records[each.record].kind == HeatNode::kind; });
    return priced.first(static_cast<std::size_t>(first_heat - priced.begin()));
}

/// Duals of the program with all priced right-hand sides moved by `direction` times small amounts, or
/// nothing when they do not support the unmoved optimum.
std::vector<double> moved_duals(const solver::Program& dispatch, std::span<const Priced> priced, double direction,
                                double optimum, const solver::Options& options) {
    constexpr double smallest_move_mw = 1e-3;
    solver::Program moved = dispatch;
    std::mt19937_64 draw{20250113};
    for (const Priced& each : priced) {
        for (const int row : each.rows) {
            const auto i = static_cast<std::size_t>(row);
            // mt19937_64 is specified to the bit; distributions are not, so the share is taken by hand.
            const double share = static_cast<double>(draw() >> 11) * 0x1.0p-53;
            const double move = direction * smallest_move_mw * (1.0 + share);
            moved.set_row_bounds({row}, dispatch.row_lower()[i] + move, dispatch.row_upper()[i] + move);
        }
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
    const solver::Program dispatch = solver::fix_integers(program, point);
    solver::Result found = solver::make_solver("clp")->solve(dispatch, options);
    DispatchProgram made{.point = std::move(found.values), .duals = std::move(found.duals)};
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
    const std::vector<Priced> priced = priced_rows(f, records);
    if (dispatched.duals.empty()) return {};
    std::vector<std::vector<double>> seen{dispatched.duals};
    if (with_bands) {
        const solver::Program dispatch = solver::fix_integers(f.program(), dispatched.point);
        for (const double direction : {1.0, -1.0}) {
            const double optimum = f.program().objective(dispatched.point);
            std::vector<double> duals = moved_duals(dispatch, priced, direction, optimum, options);
            // A heat node that cannot take a move, with its boilers off, does not cost power its bands.
            if (const auto of_power = without_heat(priced, records); duals.empty() && of_power.size() < priced.size())
                duals = moved_duals(dispatch, of_power, direction, optimum, options);
            if (!duals.empty()) seen.push_back(std::move(duals));
        }
    }
    if (seen.size() > 1)
        for (PriceRecord& record : records) record.low = record.high = record.values;
    for (const Priced& each : priced) {
        const double hours = f.horizon().hours(each.step) * f.horizon().weight(each.step);
        const auto price = [&](const std::vector<double>& duals) {
            double sum = 0.0;
            for (const int row : each.rows) sum += duals[static_cast<std::size_t>(row)];
            return sum / hours;
        };
        PriceRecord& record = records[each.record];
        const auto t = static_cast<std::size_t>(each.step);
        record.values[t] = price(seen.front());
        if (seen.size() == 1) continue;
        record.low[t] = record.high[t] = record.values[t];
        for (const std::vector<double>& duals : seen) {
            record.low[t] = std::min(record.low[t], price(duals));
            record.high[t] = std::max(record.high[t], price(duals));
        }
    }
    return records;
}

}  // namespace indus::model
