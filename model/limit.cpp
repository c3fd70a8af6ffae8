// SPDX-License-Identifier: Apache-2.0
#include "model/limit.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/formulation.hpp"

namespace indus::model {

namespace {

/// amount - bound, or amount - bound * base.
Expression difference(const Limit& limit) {
    Expression left = limit.amount;
    if (limit.base)
        left.add_scaled(*limit.base, -limit.bound);
    else
        left += -limit.bound;
    return left;
}

/// By how much the limit could be broken at worst; zero where it cannot, up to the rounding of a sum.
double worst(const solver::Program& program, const Limit& limit) {
    const ValueRange range = range_of(program, difference(limit));
    const double most = limit.at_most ? range.largest : -range.least;
    return most > 1e-9 * std::max(1.0, std::abs(limit.bound)) ? most : 0.0;
}

/// The violation columns of one component, a series per name.
class Violations {
public:
    Violations(Formulation& f, std::string_view kind, const std::string& name) : f_{f}, kind_{kind}, name_{name} {}

    void allow(const Limit& limit, double most) {
        auto& upper = upper_[std::string{limit.violation}];
        upper.resize(static_cast<std::size_t>(f_.horizon().step_count()), 0.0);
        upper[static_cast<std::size_t>(limit.first)] = most;
        units_[std::string{limit.violation}] = limit.equation->unit;
    }
    void write() {
        if (upper_.empty()) return;
        desk_.emplace(f_.open(kind_, name_));
        for (const auto& [name, upper] : upper_) series_[name] = desk_->variables(name, units_[name], 0.0, upper);
    }
    Variable column(const Limit& limit) {
        const Variable v = series_.at(std::string{limit.violation})[limit.first];
        desk_->cost(limit.category, limit.first, *limit.cost * limit.hours * v);
        return v;
    }

private:
    Formulation& f_;
    std::string_view kind_;
    const std::string& name_;
    std::optional<Desk> desk_;
    std::map<std::string, std::vector<double>> upper_;
    std::map<std::string, std::string_view> units_;
    std::map<std::string, Series> series_;
};

}  // namespace

ValueRange range_of(const solver::Program& program, const solver::Expression& expression) {
    std::map<std::int32_t, double> sums;
    for (const Term& term : expression.terms()) sums[term.variable.index] += term.coefficient;
    ValueRange range{expression.constant(), expression.constant()};
    for (const auto& [column, coefficient] : sums) {
        const auto j = static_cast<std::size_t>(column);
        const double one = coefficient * program.lower()[j];
        const double other = coefficient * program.upper()[j];
        range.least += std::min(one, other);
        range.largest += std::max(one, other);
    }
    return range;
}

void Formulation::add_limits(std::string_view kind, const std::string& name, std::vector<Limit> limits) {
    Violations violations{*this, kind, name};
    std::vector<double> excess;
    for (const Limit& limit : limits) {
        const double factor = limit.is_weighted ? horizon().weight(limit.first) : 1.0;
        excess.push_back(worst(program_, limit));
        if (limit.cost && excess.back() > 0.0) violations.allow(limit, excess.back() / factor);
    }
    violations.write();
    const Desk d = open_linking(kind, name);
    for (std::size_t k = 0; k < limits.size(); ++k) {
        WrittenLimit written{std::string{kind}, name, std::move(limits[k])};
        const Limit& limit = written.limit;
        written.factor = limit.is_weighted ? horizon().weight(limit.first) : 1.0;
        if (excess[k] > 0.0) {
            Expression left = difference(limit);
            if (limit.cost) {
                written.violation = violations.column(limit);
                left.add(*written.violation, limit.at_most ? -written.factor : written.factor);
            }
            written.row = program_.row_count();
            d.require(*limit.equation, limit.first, limit.at_most ? left <= 0.0 : left >= 0.0);
        }
        if (limit.is_reported) limits_.push_back(std::move(written));
    }
}

}  // namespace indus::model
