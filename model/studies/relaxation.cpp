// SPDX-License-Identifier: Apache-2.0
#include "model/studies/relaxation.hpp"

#include <algorithm>
#include <cmath>

namespace indus::model {

namespace {

constexpr double noticeable = 1e-5;
/// More than any sensible amount, so that relaxed rows are bounded and bases stay tame.
constexpr double most = 1e7;

/// Cost per unit by which a rule is broken. Apart by so much that many units of one outweigh none of the next in
/// cases of ordinary size; the order decides what is told, not whether it is true.
double cost_of(Rigidity rigidity) {
    switch (rigidity) {
        case Rigidity::requirement:
            return 1.0;
        case Rigidity::operation:
            return 30.0;
        case Rigidity::balance:
            return 100.0;
        case Rigidity::law:
            return 1e5;
    }
    return 1.0;
}

/// A fixed decision is worth as much as a few hundred MW of balance.
constexpr double cost_of_decision = 3e4;

}  // namespace

Relaxation::Relaxation(const Formulation& formulation) : formulation_{formulation} {
    find_rows();
    find_fixed();
}

int Relaxation::rule_of(const Rule& rule) {
    const auto same = [&](const Rule& each) {
        return each.kind == rule.kind && each.owner == rule.owner && each.equation == rule.equation &&
               each.fixed_at == rule.fixed_at;
    };
    // Rows of one rule follow each other, or nearly: looked for from the end.
    const auto found = std::find_if(rules_.rbegin(), rules_.rend(), same);
    if (found != rules_.rend()) return static_cast<int>(rules_.rend() - found) - 1;
    rules_.push_back(rule);
    return static_cast<int>(rules_.size()) - 1;
}

void Relaxation::find_rows() {
    const solver::Program& program = formulation_.program();
    for (int i = 0; i < program.row_count(); ++i) {
        const RowOrigin& origin = formulation_.origin_of_row(i);
        double largest = 0.0;
        const auto begin = program.row_start()[static_cast<std::size_t>(i)];
        const auto end = program.row_start()[static_cast<std::size_t>(i) + 1];
        for (auto k = begin; k < end; ++k)
            largest = std::max(largest, std::abs(program.coefficient()[static_cast<std::size_t>(k)]));
        // A logical row broken by one is as grave as a physical one broken by the machine's size.
        // A balance and a limit of a machine count power as it is, however large the unit that is switched on in it.
        const Rigidity rigidity = origin.equation->rigidity;
        const bool counts_power =
            rigidity == Rigidity::balance || (rigidity == Rigidity::operation && origin.equation->unit == "MW");
        const double scale = origin.equation->unit == "1" ? 100.0 : counts_power ? 1.0 : 1.0 / std::max(1.0, largest);
        slacks_.push_back(
            {rule_of({origin.kind, origin.owner, origin.equation, 0.0, origin.equation->rigidity}), i, -1, scale});
    }
}

void Relaxation::find_fixed() {
    const solver::Program& program = formulation_.program();
    for (const DecisionSeries& each : formulation_.decisions()) {
        if (each.quantity != "on") continue;
        for (int j = each.first_column; j < each.first_column + each.step_count; ++j) {
            const double value = program.lower()[static_cast<std::size_t>(j)];
            if (!program.is_integer(j) || value != program.upper()[static_cast<std::size_t>(j)]) continue;
            slacks_.push_back({rule_of({each.kind, each.owner, nullptr, value, Rigidity::operation}), -1, j, 1.0});
        }
    }
}

std::set<int> Relaxation::breakable() const {
    std::set<int> chosen;
    for (std::size_t r = 0; r < rules_.size(); ++r)
        if (rules_[r].rigidity != Rigidity::law) chosen.insert(static_cast<int>(r));
    return chosen;
}

std::set<int> Relaxation::all() const {
    std::set<int> chosen;
    for (std::size_t r = 0; r < rules_.size(); ++r) chosen.insert(static_cast<int>(r));
    return chosen;
}

solver::Program Relaxation::program(const std::set<int>& broken) const {
    const solver::Program& original = formulation_.program();
    solver::Program made;
    const solver::Family family = made.add_family({"relaxation", "amount", "1"});
    for (int j = 0; j < original.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        made.add_variable({.lower = original.lower()[column],
                           .upper = original.upper()[column],
                           .integer = original.is_integer(j),
                           .family = family,
                           .position = j});
    }
    // Two columns a slack whether it may be used or not, so that points of all programs are read alike.
    std::vector<std::pair<Variable, Variable>> pair_of_row(static_cast<std::size_t>(original.row_count()));
    for (const Slack& slack : slacks_) {
        const Rule& rule = rules_[static_cast<std::size_t>(slack.rule)];
        const bool usable = broken.contains(slack.rule);
        const double cost = slack.row < 0 ? cost_of_decision : cost_of(rule.rigidity) * slack.scale;
        const double limit = !usable ? 0.0 : slack.row < 0 ? 1.0 : most;
        const Variable missing = made.add_variable({.upper = limit, .cost = cost, .family = family});
        const Variable over = made.add_variable({.upper = limit, .cost = cost, .family = family});
        if (slack.row >= 0) {
            pair_of_row[static_cast<std::size_t>(slack.row)] = {missing, over};
        } else if (usable) {
            made.set_bounds({slack.column}, 0.0, std::max(1.0, rule.fixed_at));
            made.add_row(Expression{Variable{slack.column}} + missing - over == rule.fixed_at, {.family = family});
        }
    }
    for (int i = 0; i < original.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        Expression left;
        for (auto k = original.row_start()[row]; k < original.row_start()[row + 1]; ++k)
            left.add({original.column_index()[static_cast<std::size_t>(k)]},
                     original.coefficient()[static_cast<std::size_t>(k)]);
        left.add(pair_of_row[row].first, 1.0).add(pair_of_row[row].second, -1.0);
        made.add_row({left, original.row_lower()[row], original.row_upper()[row]}, {.family = family, .position = i});
    }
    return made;
}

std::vector<std::vector<Break>> Relaxation::breaks(std::span<const double> point) const {
    const solver::Program& original = formulation_.program();
    std::vector<std::vector<Break>> found(rules_.size());
    auto column = static_cast<std::size_t>(original.column_count());
    for (const Slack& slack : slacks_) {
        const double missing = point[column++];
        const double over = point[column++];
        if (std::max(missing, over) <= noticeable) continue;
        Break each{0, std::max(missing, over), over > missing, rules_[static_cast<std::size_t>(slack.rule)].fixed_at};
        if (slack.row >= 0) {
            const auto row = static_cast<std::size_t>(slack.row);
            each.step = original.row_position(slack.row);
            each.limit = each.exceeds ? original.row_upper()[row] : original.row_lower()[row];
        } else {
            each.step = original.column_position(slack.column);
        }
        found[static_cast<std::size_t>(slack.rule)].push_back(each);
    }
    return found;
}

}  // namespace indus::model
