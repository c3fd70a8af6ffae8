// SPDX-License-Identifier: Apache-2.0
#include "solver/part.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>

namespace indus::solver {

namespace {

using Clock = std::chrono::steady_clock;

void require_size(const char* what, std::size_t size, const Program& program) {
    if (size != static_cast<std::size_t>(program.column_count()))
        throw std::invalid_argument(fmt::format("{} {} for {} columns", size, what, program.column_count()));
}

void set_aim(Program& program, const Expression& aim) {
    for (int j = 0; j < program.column_count(); ++j) program.set_cost({j}, 0.0);
    for (const Term& each : aim.terms()) program.add_cost(each.variable, each.coefficient);
}

}  // namespace

BlockProgram part_of(const Program& program, std::span<const char> inside, std::span<const double> point) {
    require_size("marks", inside.size(), program);
    if (!point.empty()) require_size("values", point.size(), program);
    BlockProgram part;
    const Block own = part.program.add_block("part");
    const Family family = part.program.add_family({"part", "item", ""});
    std::vector<Variable> kept(inside.size());
    for (int j = 0; j < program.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        if (!inside[column]) continue;
        kept[column] = part.program.add_variable({.lower = program.lower()[column],
                                                  .upper = program.upper()[column],
                                                  .cost = program.cost()[column],
                                                  .integer = program.is_integer(j),
                                                  .family = family,
                                                  .position = j,
                                                  .block = own});
        part.columns.push_back(j);
    }
    for (int i = 0; i < program.row_count(); ++i) {
        const auto row = static_cast<std::size_t>(i);
        Expression left;
        bool touches_others = false;
        for (auto k = static_cast<std::size_t>(program.row_start()[row]);
             k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k) {
            const auto column = static_cast<std::size_t>(program.column_index()[k]);
            if (inside[column])
                left.add(kept[column], program.coefficient()[k]);
            else if (touches_others = true; !point.empty())
                left += program.coefficient()[k] * point[column];
        }
        if (left.terms().empty() || (touches_others && point.empty())) continue;
        part.program.add_row({left, program.row_lower()[row], program.row_upper()[row]},
                             {.family = family, .position = i, .block = own});
    }
    return part;
}

Result minimise_in_turn(Program program, std::span<const Expression> aims, const Options& options) {
    constexpr double rounding = 1e-6;
    const auto begin = Clock::now();
    const std::string_view solver = program.integer_count() > 0 ? "cbc" : "clp";
    const Family family = program.add_family({"aim", "kept", ""});
    Options now = options;
    Result best;
    for (std::size_t k = 0; k < aims.size(); ++k) {
        const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
        if (k > 0 && aims[k].terms().empty()) continue;
        if (options.time_limit_seconds) now.time_limit_seconds = std::max(0.1, *options.time_limit_seconds - seconds);
        if (best.has_solution()) now.start = best.values;
        set_aim(program, aims[k]);
        Result found = make_solver(solver)->solve(program, now);
        if (!found.has_solution()) {
            if (!best.has_solution()) return found;
            best.outcome = Outcome::feasible;
            best.limit = found.limit;
            return best;
        }
        best = std::move(found);
        if (best.outcome != Outcome::optimal) return best;
        const double reached = aims[k].value(best.values);
        program.add_row(Expression{aims[k]} <= reached + rounding * std::max(1.0, std::abs(reached)),
                        {.family = family, .position = static_cast<int>(k)});
    }
    return best;
}

}  // namespace indus::solver
