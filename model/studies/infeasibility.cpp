// SPDX-License-Identifier: Apache-2.0
#include "model/studies/infeasibility.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "model/studies/prices.hpp"

namespace indus::model {

namespace {

struct Elastic {
    solver::Program program{};
    std::vector<std::pair<int, int>> slack{};  ///< per row: first column of its pair (short, over)
};

/// The same rows with a shortage and an excess column each, and only those have a cost.
Elastic elastic(const solver::Program& original) {
    Elastic e;
    const solver::Family family = e.program.add_family({"relaxation", "amount", "1"});
    for (int j = 0; j < original.column_count(); ++j)
        e.program.add_variable({.lower = original.lower()[static_cast<std::size_t>(j)],
                                .upper = original.upper()[static_cast<std::size_t>(j)],
                                .integer = original.is_integer(j),
                                .family = family,
                                .position = j});
    for (int i = 0; i < original.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        Expression left;
        double largest = 1.0;
        for (auto k = original.row_start()[row]; k < original.row_start()[row + 1]; ++k) {
            const double a = original.coefficient()[static_cast<std::size_t>(k)];
            left.add({original.column_index()[static_cast<std::size_t>(k)]}, a);
            largest = std::max(largest, std::abs(a));
        }
        constexpr double most = 1e7;
        // Logical rows ("1") cost more than physical ones: telling that a plant may not stop is no help.
        const double cost = original.row_label(i).unit == "1" ? 1e4 : 1.0;
        const Variable missing =
            e.program.add_variable({.upper = most, .cost = cost / largest, .family = family, .position = i});
        const Variable over =
            e.program.add_variable({.upper = most, .cost = cost / largest, .family = family, .position = i});
        left.add(missing, 1.0).add(over, -1.0);
        e.program.add_row({left, original.row_lower()[row], original.row_upper()[row]},
                          {.family = family, .position = i});
        e.slack.emplace_back(missing.index, over.index);
    }
    return e;
}

std::string sentence(const Formulation& f, int row, double missing, double over) {
    const solver::FamilyLabel& label = f.program().row_label(row);
    const Horizon& horizon = f.horizon();
    const int t = std::clamp(f.program().row_position(row), 0, horizon.step_count() - 1);
    const bool is_short = missing > over;
    std::string owner = label.owner;
    const solver::Block block = f.program().block_of_row(row);
    if (!(block == solver::linking)) owner = f.program().block_name(block);
    return fmt::format("{}: {} at {} {} by {:.6g} {}", owner, label.quantity, to_string(horizon.start(t)),
                       is_short ? "falls short" : "is exceeded", is_short ? missing : over,
                       label.unit == "1" ? "" : label.unit);
}

}  // namespace

std::string explain_infeasibility(const Formulation& f, const solver::Options& options) {
    const Elastic e = elastic(f.program());
    solver::Result result = solver::make_solver("clp")->solve(relaxed(e.program), options);
    constexpr double no_conflict = 1e-6;
    if (result.has_solution() && result.objective < no_conflict) {
        solver::Options search = options;
        search.relative_gap = 0.01;
        result = solver::make_solver("cbc")->solve(e.program, search);
    }
    if (!result.has_solution()) return {};
    std::vector<std::pair<double, std::string>> found;
    for (int i = 0; i < f.program().row_count(); ++i) {
        const auto [short_column, over_column] = e.slack[static_cast<std::size_t>(i)];
        const double missing = result.values[static_cast<std::size_t>(short_column)];
        const double over = result.values[static_cast<std::size_t>(over_column)];
        if (std::max(missing, over) > 1e-5) found.emplace_back(std::max(missing, over), sentence(f, i, missing, over));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& left, const auto& right) { return left.first > right.first; });
    std::string text;
    for (std::size_t k = 0; k < std::min<std::size_t>(found.size(), 5); ++k) text += (k ? "; " : "") + found[k].second;
    if (found.size() > 5) text += fmt::format("; and {} more", found.size() - 5);
    return text;
}

}  // namespace indus::model
