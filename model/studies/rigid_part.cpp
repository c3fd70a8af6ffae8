// SPDX-License-Identifier: Apache-2.0
#include "model/studies/rigid_part.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace indus::model {

RigidPart::RigidPart(const Formulation& f, const Chosen& chosen, std::span<const double> point) : f_{f} {
    const auto columns = static_cast<std::size_t>(f.program().column_count());
    std::vector<char> inside(columns, 0);
    for (const DecisionSeries& each : f.decisions()) {
        if (!chosen(each)) continue;
        series_.push_back(&each);
        std::fill_n(inside.begin() + each.first_column, each.step_count, char{1});
    }
    solver::BlockProgram part = solver::part_of(f.program(), inside, point);
    inner_.assign(columns, -1);
    for (std::size_t j = 0; j < part.columns.size(); ++j)
        inner_[static_cast<std::size_t>(part.columns[j])] = static_cast<int>(j);
    program_ = std::move(part.program);
    extra_ = program_.add_family({"part", "aim", ""});
}

const DecisionSeries* RigidPart::find(std::string_view kind, std::string_view owner, std::string_view quantity) const {
    for (const DecisionSeries* each : series_)
        if (each->kind == kind && each->owner == owner && each->quantity == quantity) return each;
    return nullptr;
}

Variable RigidPart::at(const DecisionSeries& series, int t) const {
    return {inner_.at(static_cast<std::size_t>(series.first_column + t))};
}

double RigidPart::cost(const DecisionSeries& series, int t) const {
    return f_.program().cost()[static_cast<std::size_t>(series.first_column + t)];
}

Expression RigidPart::cost_of(const DecisionSeries& series) const {
    Expression sum;
    for (int t = 0; t < series.step_count; ++t)
        if (cost(series, t) != 0.0) sum.add(at(series, t), cost(series, t));
    return sum;
}

Expression RigidPart::cost_at_mean_price(const DecisionSeries& series, const std::vector<double>& basis) const {
    double all = 0.0;
    for (int t = 0; t < series.step_count; ++t) all += cost(series, t);
    const double price = all / std::accumulate(basis.begin(), basis.end(), 0.0);
    Expression sum;
    for (int t = 0; t < series.step_count && price != 0.0; ++t)
        sum.add(at(series, t), price * basis[static_cast<std::size_t>(t)]);
    return sum;
}

void RigidPart::require(const Condition& condition) { program_.add_row(condition, {.family = extra_}); }

Expression RigidPart::excess(const Expression& expression) {
    const Variable above = program_.add_variable({.family = extra_});
    require(Expression{above} >= expression);
    return Expression{above};
}

Expression RigidPart::distance(const Expression& expression) {
    const Expression size = excess(expression);
    require(Expression{size} >= -1.0 * Expression{expression});
    return size;
}

void RigidPart::settle(const std::vector<Expression>& aims, const solver::Options& options) {
    found_ = solver::minimise_in_turn(program_, aims, options);
}

double RigidPart::value(const DecisionSeries& series, int t) const {
    const auto column = static_cast<std::size_t>(series.first_column + t);
    const double found = found_.values.at(static_cast<std::size_t>(at(series, t).index));
    const double inside = std::clamp(found, f_.program().lower()[column], f_.program().upper()[column]);
    return f_.program().is_integer(series.first_column + t) ? std::round(inside) : inside;
}

SeriesRecord RigidPart::given(const DecisionSeries& series) const {
    SeriesRecord made{series.kind, series.owner, series.quantity, series.unit, true, {}};
    for (int t = 0; t < series.step_count; ++t) made.values.push_back(value(series, t));
    return made;
}

SeriesRecord RigidPart::given_at_end(const DecisionSeries& series) const {
    SeriesRecord made = given(series);
    for (int t = 0; t < series.step_count; ++t)
        if (!f_.horizon().is_last(t)) made.values[static_cast<std::size_t>(t)] = free_step;
    return made;
}

}  // namespace indus::model
