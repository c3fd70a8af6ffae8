// SPDX-License-Identifier: Apache-2.0
#include "solver/solver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "solver/cbc_solver.hpp"
#include "solver/clp_solver.hpp"
#include "solver/external_solver.hpp"

namespace indus::solver {

std::string_view to_string(Outcome outcome) {
    switch (outcome) {
        case Outcome::optimal:
            return "optimal";
        case Outcome::feasible:
            return "feasible";
        case Outcome::infeasible:
            return "infeasible";
        case Outcome::unbounded:
            return "unbounded";
        case Outcome::infeasible_or_unbounded:
            return "infeasible_or_unbounded";
        case Outcome::no_solution_found:
            return "no_solution_found";
    }
    return "unknown";
}

std::string_view to_string(Limit limit) {
    switch (limit) {
        case Limit::none:
            return "none";
        case Limit::time:
            return "time";
        case Limit::work:
            return "work";
        case Limit::interrupted:
            return "interrupted";
        case Limit::error:
            return "error";
    }
    return "unknown";
}

std::unique_ptr<Solver> make_solver(std::string_view name) {
    if (name == "clp") return make_clp_solver();
    if (name == "cbc") return make_cbc_solver();
    if (name == "plain_cbc") return make_cbc_solver({.knapsacks = false});
    const std::vector<std::string>& external = external_solver_names();
    if (std::find(external.begin(), external.end(), name) != external.end()) return make_external_solver(name);
    throw std::invalid_argument(
        fmt::format("unknown solver '{}': expected clp, cbc, plain_cbc, {}", name, fmt::join(external, ", ")));
}

double relative_gap(double cost, double bound) {
    if (!std::isfinite(cost) || !std::isfinite(bound)) return infinity;
    return (cost - bound) / std::max(std::abs(cost), 1.0);
}

}  // namespace indus::solver
