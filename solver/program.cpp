// SPDX-License-Identifier: Apache-2.0
#include "solver/program.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

namespace indus::solver {

namespace {

void require_interval(double lower, double upper, const std::string& what) {
    if (std::isnan(lower) || std::isnan(upper) || lower > upper)
        throw std::invalid_argument(fmt::format("{}: lower {} and upper {} are not an interval", what, lower, upper));
}

}  // namespace

Block Program::add_block(std::string name) {
    blocks_.push_back(std::move(name));
    return {static_cast<std::int32_t>(blocks_.size()) - 1};
}

Family Program::add_family(FamilyLabel label) {
    families_.push_back(std::move(label));
    return {static_cast<std::int32_t>(families_.size()) - 1};
}

Variable Program::add_variable(const VariableSpec& spec) {
    if (std::isnan(spec.cost) || std::isinf(spec.cost) || std::isnan(spec.lower) || std::isnan(spec.upper) ||
        spec.lower > spec.upper)
        throw std::invalid_argument(fmt::format("variable {}: cost {}, lower {}, upper {}",
                                                name_of(spec.family.index, spec.position), spec.cost, spec.lower,
                                                spec.upper));
    const Variable variable{column_count()};
    cost_.push_back(spec.cost);
    lower_.push_back(spec.lower);
    upper_.push_back(spec.upper);
    integer_.push_back(spec.integer ? 1 : 0);
    column_family_.push_back(spec.family.index);
    column_position_.push_back(spec.position);
    column_block_.push_back(spec.block.index);
    return variable;
}

Row Program::add_row(const Condition& condition, const RowSpec& spec) {
    const double constant = condition.expression.constant();
    const double lower = condition.lower - constant;
    const double upper = condition.upper - constant;
    if (std::isnan(lower) || std::isnan(upper) || lower > upper)
        throw std::invalid_argument(fmt::format("row {}: lower {} and upper {} are not an interval",
                                                name_of(spec.family.index, spec.position), lower, upper));
    append_terms(condition.expression);
    row_start_.push_back(static_cast<std::int64_t>(value_.size()));
    row_lower_.push_back(lower);
    row_upper_.push_back(upper);
    row_family_.push_back(spec.family.index);
    row_position_.push_back(spec.position);
    row_block_.push_back(spec.block.index);
    return {row_count() - 1};
}

void Program::append_terms(const Expression& expression) {
    slot_.resize(cost_.size(), 0);
    const std::int64_t start = row_start_.back();
    for (const Term& term : expression.terms()) {
        const std::int32_t column = term.variable.index;
        if (column < 0 || column >= column_count() || !std::isfinite(term.coefficient)) {
            column_.resize(static_cast<std::size_t>(start));
            value_.resize(static_cast<std::size_t>(start));
            throw std::invalid_argument(fmt::format("row {}: column {} of {} with coefficient {}", row_count(), column,
                                                    column_count(), term.coefficient));
        }
        std::int64_t& slot = slot_[static_cast<std::size_t>(column)];
        const bool present = slot > start && slot <= static_cast<std::int64_t>(value_.size()) &&
                             column_[static_cast<std::size_t>(slot - 1)] == column;
        if (present) {
            value_[static_cast<std::size_t>(slot - 1)] += term.coefficient;
        } else {
            column_.push_back(column);
            value_.push_back(term.coefficient);
            slot = static_cast<std::int64_t>(value_.size());
        }
    }
    std::size_t kept = static_cast<std::size_t>(start);
    for (std::size_t k = kept; k < value_.size(); ++k) {
        if (value_[k] == 0.0) continue;
        value_[kept] = value_[k];
        column_[kept++] = column_[k];
    }
    value_.resize(kept);
    column_.resize(kept);
}

void Program::set_bounds(Variable variable, double lower, double upper) {
    require_interval(lower, upper, column_name(variable.index));
    lower_[at(variable)] = lower;
    upper_[at(variable)] = upper;
}

void Program::set_row_bounds(Row row, double lower, double upper) {
    require_interval(lower, upper, row_name(row.index));
    row_lower_[static_cast<std::size_t>(row.index)] = lower;
    row_upper_[static_cast<std::size_t>(row.index)] = upper;
}

int Program::integer_count() const {
    return static_cast<int>(std::count(integer_.begin(), integer_.end(), std::uint8_t{1}));
}

const FamilyLabel& Program::column_label(int column) const {
    return families_.at(static_cast<std::size_t>(column_family_[static_cast<std::size_t>(column)]));
}

const FamilyLabel& Program::row_label(int row) const {
    return families_.at(static_cast<std::size_t>(row_family_[static_cast<std::size_t>(row)]));
}

std::string Program::name_of(std::int32_t family, std::int32_t position) const {
    if (family < 0 || family >= static_cast<std::int32_t>(families_.size()))
        return fmt::format("unnamed[{}]", position);
    const FamilyLabel& label = families_[static_cast<std::size_t>(family)];
    if (!label.quantity.empty()) return fmt::format("{}.{}[{}]", label.owner, label.quantity, position);
    return position < 0 ? label.owner : fmt::format("{}{}", label.owner, position);
}

std::string Program::column_name(int column) const {
    return name_of(column_family_[static_cast<std::size_t>(column)], column_position(column));
}

std::string Program::row_name(int row) const {
    return name_of(row_family_[static_cast<std::size_t>(row)], row_position(row));
}

double Program::objective(std::span<const double> point) const {
    double sum = offset_;
    for (std::size_t j = 0; j < cost_.size(); ++j) sum += cost_[j] * point[j];
    return sum;
}

std::vector<double> Program::activity(std::span<const double> point) const {
    std::vector<double> result(row_lower_.size(), 0.0);
    for (std::size_t i = 0; i < result.size(); ++i)
        for (auto k = static_cast<std::size_t>(row_start_[i]); k < static_cast<std::size_t>(row_start_[i + 1]); ++k)
            result[i] += value_[k] * point[static_cast<std::size_t>(column_[k])];
    return result;
}

void Program::shrink() {
    const auto shrink_all = [](auto&... vectors) { (vectors.shrink_to_fit(), ...); };
    shrink_all(cost_, lower_, upper_, integer_, column_family_, column_position_, column_block_);
    shrink_all(row_lower_, row_upper_, row_start_, column_, value_, row_family_, row_position_, row_block_);
    slot_ = {};
}

void Program::check_blocks() const {
    for (int i = 0; i < row_count(); ++i) {
        if (is_linking(i)) continue;
        const auto row = static_cast<std::size_t>(i);
        for (auto k = static_cast<std::size_t>(row_start_[row]); k < static_cast<std::size_t>(row_start_[row + 1]); ++k)
            if (!(block_of_column(column_[k]) == block_of_row(i)))
                throw std::logic_error(fmt::format("row {} of block {} holds column {} of another block", row_name(i),
                                                   block_name(block_of_row(i)), column_name(column_[k])));
    }
}

}  // namespace indus::solver
