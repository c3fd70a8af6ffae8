// SPDX-License-Identifier: Apache-2.0
#include "solver/relaxed_search.hpp"

#include <algorithm>
#include <cmath>

#include "solver/cbc_solver.hpp"
#include "solver/confirm.hpp"
#include "solver/lp_session.hpp"
#include "solver/reduced_program.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

class Searching {
public:
    Searching(const Program& program, const Options& options)
        : program_{program}, options_{options}, watch_{options}, relaxation_{program} {}

    RelaxedSearch run() {
        relaxation_.perturb();
        const LpEnd end = relaxation_.solve(limited());
        found_.iterations += end.iterations;
        if (end.outcome != Outcome::optimal) {
            found_.outcome = end.outcome;
            found_.limit = end.limit;
            return std::move(found_);
        }
        found_.bound = end.objective;
        found_.relaxation_duals.assign(relaxation_.duals().begin(), relaxation_.duals().end());
        if (program_.integer_count() == 0)
            take_relaxation();
        else if (!take(near()))
            take(everywhere());
        if (found_.limit == Limit::none && found_.cost == infinity) found_.limit = watch_.reason();
        return std::move(found_);
    }

private:
    Options limited() const {
        Options made;
        made.stop = options_.stop;
        made.relative_gap = options_.relative_gap;
        if (watch_.has_time_limit()) made.time_limit_seconds = std::max(0.1, watch_.remaining());
        return made;
    }
    Options limited_search() const {
        Options made = limited();
        made.work_limit = options_.work_limit;
        return made;
    }

    /// A point with the decisions that the relaxation has made.
    Result near() const {
        constexpr double whole = 1e-6;
        std::vector<double> lower(program_.lower().begin(), program_.lower().end());
        std::vector<double> upper(program_.upper().begin(), program_.upper().end());
        for (std::size_t j = 0; j < lower.size(); ++j) {
            const double value = relaxation_.values()[j];
            if (program_.is_integer(static_cast<int>(j)) && std::abs(value - std::round(value)) <= whole)
                lower[j] = upper[j] = std::round(value) + 0.0;
        }
        const ReducedProgram reduced{program_, std::move(lower), std::move(upper)};
        if (reduced.is_infeasible()) return {};
        const bool decides = reduced.program().integer_count() > 0;
        Result found = decides ? make_cbc_solver()->solve(reduced.program(), limited_search())
                               : make_solver("clp")->solve(reduced.program(), limited());
        if (found.has_solution()) found.values = reduced.to_original(found.values);
        return found;
    }

    /// Patiently: a first point is what is asked for.
    Result everywhere() const {
        constexpr long nodes = 1000;
        Options limits = limited();
        limits.work_limit = std::max(nodes, options_.work_limit.value_or(nodes));
        return make_cbc_solver()->solve(program_, limits);
    }

    void take_relaxation() {
        found_.cost = found_.bound;
        found_.values.assign(relaxation_.values().begin(), relaxation_.values().end());
        found_.duals = found_.relaxation_duals;
        put_on_bounds();
        found_.outcome = Outcome::feasible;
    }

    void put_on_bounds() {
        for (std::size_t j = 0; j < found_.values.size(); ++j) {
            if (program_.is_integer(static_cast<int>(j))) found_.values[j] = std::round(found_.values[j]) + 0.0;
            found_.values[j] = std::clamp(found_.values[j], program_.lower()[j], program_.upper()[j]);
        }
    }

    /// The point with everything but its decisions re-optimised; false where there is none.
    bool take(const Result& point) {
        found_.nodes += point.nodes;
        found_.iterations += point.iterations;
        if (point.outcome == Outcome::infeasible) found_.outcome = Outcome::infeasible;
        if (!point.has_solution()) return false;
        LpSession dispatch{fix_integers(program_, point.values)};
        Options patient = limited();
        if (patient.time_limit_seconds) patient.time_limit_seconds = std::max(10.0, *patient.time_limit_seconds);
        const LpEnd end = dispatch.solve(patient);
        found_.iterations += end.iterations;
        if (end.outcome != Outcome::optimal) return false;
        found_.values.assign(dispatch.values().begin(), dispatch.values().end());
        found_.duals.assign(dispatch.duals().begin(), dispatch.duals().end());
        put_on_bounds();
        found_.cost = end.objective;
        found_.outcome = Outcome::feasible;
        return true;
    }

    const Program& program_;
    const Options& options_;
    Watch watch_;
    LpSession relaxation_;
    RelaxedSearch found_{};
};

}  // namespace

RelaxedSearch search_near_relaxation(const Program& program, const Options& options) {
    return Searching{program, options}.run();
}

}  // namespace indus::solver
