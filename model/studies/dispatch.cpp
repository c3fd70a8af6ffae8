// SPDX-License-Identifier: Apache-2.0
#include "model/studies/dispatch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <set>

#include "model/answers/block_oracles.hpp"
#include "model/audit.hpp"
#include "model/bills.hpp"
#include "model/formulation.hpp"
#include "model/studies/evaluate.hpp"
#include "model/studies/fixed_decisions.hpp"
#include "model/studies/infeasibility.hpp"
#include "model/studies/prices.hpp"
#include "model/studies/search.hpp"
#include "model/studies/unserved_cause.hpp"
#include "model/studies/uplift.hpp"
#include "model/studies/verify.hpp"
#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/price_bound.hpp"

namespace indus::model {

namespace {

using Clock = std::chrono::steady_clock;

std::optional<double> finite(double value) { return std::isfinite(value) ? std::optional{value} : std::nullopt; }

/// One study; `attempt` runs once per set of mode binaries.
class Study {
public:
    Study(const System& system, const DispatchOptions& options) : system_{system}, o_{options} {}

    Solution run() {
        ModeSteps modes;
        for (int attempt_number = 1;; ++attempt_number) {
            const ModeSteps found = attempt(modes);
            if (found.empty() || out_of_time() || !add_modes(found, attempt_number, modes)) break;
        }
        s_.seconds = seconds();
        return std::move(s_);
    }

private:
    double seconds() const { return std::chrono::duration<double>(Clock::now() - begin_).count(); }
    double seconds_left() const { return o_.run.time_limit_seconds - seconds(); }
    bool stopped() const { return o_.stop && o_.stop->load(); }
    bool out_of_time() const { return stopped() || seconds_left() <= 0.0; }

    /// Asks for a choice of direction at the steps found; false when all of them were asked for already. What still
    /// moves to other steps after a few attempts is settled for the component's whole horizon.
    bool add_modes(const ModeSteps& found, int attempt_number, ModeSteps& modes) const {
        constexpr int attempts_by_step = 3;
        bool any = false;
        for (const auto& [key, steps] : found) {
            std::set<int>& chosen = modes[key];
            const std::size_t before = chosen.size();
            chosen.insert(steps.begin(), steps.end());
            for (int t = 0; attempt_number > attempts_by_step && t < system_.horizon().step_count(); ++t)
                chosen.insert(t);
            any = any || chosen.size() > before;
        }
        return any;
    }

    /// Runs a phase, tells of it and keeps its time.
    template <class Work>
    auto phase(std::string_view name, Work work) {
        tell(name, solver::infinity, -solver::infinity, 0);
        const double from = seconds();
        auto made = work();
        s_.phases.push_back({std::string{name}, seconds() - from});
        return made;
    }

    void tell(std::string_view name, double cost, double bound, long nodes) {
        if (o_.on_progress) o_.on_progress({name, seconds(), cost, bound, nodes});
    }

    solver::Options solver_options(double time_limit) {
        solver::Options options;
        options.time_limit_seconds = std::max(0.1, time_limit);
        options.stop = o_.stop;
        options.on_log = o_.on_log;
        return options;
    }

    /// Solves once; returns the steps at which a choice of direction must be added.
    ModeSteps attempt(const ModeSteps& modes) {
        const std::vector<PhaseTime> earlier = s_.phases;
        s_ = Solution{};
        s_.phases = earlier;
        s_.options = o_.run;
        s_.mode_binaries = stored_modes(modes);
        formulation_ = phase("building", [&] { return build(system_, modes); });
        s_.fixed = fix_decisions(*formulation_, o_.fixed);
        record_equations(*formulation_, s_);
        record_statistics(*formulation_, s_);

        const SearchResult found = phase(
            "search", [&] { return search(*formulation_, search_options(), o_.solver, o_.run.method, o_.windows); });
        record_search(found);
        if (!found.result.has_solution()) {
            explain_no_solution(found.result);
            return {};
        }
        const DispatchProgram dispatched = phase("dispatch", [&] { return final_dispatch(found); });
        record_series(*formulation_, dispatched.point, s_);
        record_costs(*formulation_, dispatched.point, s_);
        certify(dispatched.point);
        const AuditResult audited = phase("audit", [&] { return audit(system_, s_); });
        s_.findings = audited.findings;
        if (!audited.mode_steps.empty()) return audited.mode_steps;
        economics(dispatched);
        conclude();
        return {};
    }

    const solver::Program& program() const { return formulation_->program(); }

    solver::Options search_options() {
        // What comes after the search (dispatch, prices, audit) must end within the limit too.
        const double reserve = std::min(10.0, 0.1 * o_.run.time_limit_seconds);
        solver::Options options = solver_options(seconds_left() - reserve);
        options.relative_gap = o_.run.gap;
        options.work_limit = o_.run.work_limit;
        options.on_progress = [this](const solver::Progress& p) { tell(p.phase, p.cost, p.bound, p.nodes); };
        return options;
    }

    void record_search(const SearchResult& found) {
        s_.outcome = solver::to_string(found.result.outcome);
        s_.limit = solver::to_string(found.result.limit);
        s_.method = found.method;
        s_.method_reason = found.reason;
        s_.statistics.nodes = found.result.nodes;
        s_.statistics.iterations = found.result.iterations;
        s_.multipliers = found.multipliers;
        s_.cuts.clear();
        for (const solver::RoundingCut& each : found.cuts)
            s_.cuts.push_back({each.knapsack, each.divisor, each.from_high});
        CertificateRecord& c = s_.certificate;
        c.lp_bound = finite(found.lp_bound.value_or(-solver::infinity));
        c.lagrangian_bound = finite(found.lagrangian_bound.value_or(-solver::infinity));
        c.tree_bound = finite(found.tree_bound.value_or(-solver::infinity));
        record_bound();
    }

    /// The best bound and where it comes from. The search's claim counts only where it is better by more than the
    /// rounding of sums of that size: a bound that rests on no claim is worth more than the last digits.
    void record_bound() {
        CertificateRecord& c = s_.certificate;
        const auto take = [](std::optional<double>& best, std::string* source, const std::optional<double>& bound,
                             const char* name) {
            if (!bound || (best && *best >= *bound - 1e-9 * std::max(1.0, std::abs(*best)))) return;
            best = bound;
            if (source) *source = name;
        };
        c.bound.reset();
        c.bound_recomputed.reset();
        take(c.bound, &c.bound_source, c.lp_bound, "lp_dual");
        take(c.bound, &c.bound_source, c.lagrangian_bound, "lagrangian");
        c.bound_recomputed = c.bound;
        take(c.bound, &c.bound_source, c.tree_bound, "tree");
    }

    DispatchProgram final_dispatch(const SearchResult& found) {
        DispatchProgram dispatched;
        if (found.dispatch_duals.empty())
            dispatched = redispatch(program(), found.result.values, solver_options(std::max(5.0, seconds_left())));
        else
            dispatched = {.duals = found.dispatch_duals, .is_of_windows = found.method == "rolling"};
        // When the rounded decisions admit no exact dispatch, the search's own point is what is reported.
        if (dispatched.point.empty()) dispatched.point = found.result.values;
        order_pieces(*formulation_, dispatched.point);
        return dispatched;
    }

    void certify(const std::vector<double>& point) {
        CertificateRecord& c = s_.certificate;
        const solver::Feasibility f = solver::check_feasibility(program(), point);
        c.cost = f.objective;
        c.max_row_violation = f.row_violation;
        c.max_bound_violation = f.bound_violation;
        c.max_integrality_violation = f.integrality_violation;
        c.worst_row = f.worst_row;
        c.feasible = f.within_tolerance;
        record_gap();
    }

    void record_gap() {
        CertificateRecord& c = s_.certificate;
        if (!c.cost || !c.bound) return;
        c.gap = std::max(0.0, solver::relative_gap(*c.cost, *c.bound));
        const double unserved = s_.cost_of("unserved");
        c.gap_without_unserved.reset();
        if (unserved > 0.1 * std::abs(*c.cost))
            c.gap_without_unserved = std::max(0.0, (*c.cost - *c.bound) / std::max(std::abs(*c.cost - unserved), 1.0));
        s_.outcome = s_.within_gap() ? "optimal" : "feasible";
    }

    void economics(const DispatchProgram& dispatched) {
        // Moved prices are asked of one linear program of all steps, which a year in windows is too long for.
        const bool with_bands = !out_of_time() && !dispatched.is_of_windows && !dispatched.duals.empty();
        s_.prices = phase(
            "prices", [&] { return prices(*formulation_, dispatched, with_bands, solver_options(seconds_left())); });
        drop_prices_behind_given_meters();
        solver::LagrangianBound answers;
        if (!out_of_time() && !dispatched.duals.empty() && program().integer_count() > 0)
            answers = phase("uplift", [&] { return answer_blocks(dispatched.duals); });
        record_limits(*formulation_, dispatched.point, dispatched.duals, s_);
        s_.uplift = uplift(*formulation_, s_, dispatched.point, dispatched.duals, answers.answers);
        s_.unserved = unserved_stretches(system_, s_);
        s_.bills = bills(system_, s_);
        record_piecewise(system_, s_);
    }

    /// Where nothing is left to decide, the dual of a balance says nothing.
    void drop_prices_behind_given_meters() {
        for (const Meter& each : system_.all<Meter>())
            if (std::find(s_.fixed.begin(), s_.fixed.end(), mode_key(Meter::kind, each.name)) != s_.fixed.end())
                std::erase_if(s_.prices, [&](const PriceRecord& price) {
                    return (price.kind == Zone::kind && price.owner == each.zone.name) ||
                           (price.kind == HeatNode::kind && is_heat_of(each.zone, price.owner));
                });
    }

    bool is_heat_of(const Reference<Zone>& zone, const std::string& node) const {
        const auto& nodes = system_.all<HeatNode>();
        return std::any_of(nodes.begin(), nodes.end(),
                           [&](const HeatNode& each) { return each.name == node && each.zone.index == zone.index; });
    }

    solver::LagrangianBound answer_blocks(const std::vector<double>& duals) {
        const auto oracles = block_oracles(*formulation_);
        if (s_.method == "rolling" || are_searched_too_long(program(), oracles)) {
            solver::LagrangianBound answers;
            for (const double bound : solver::PriceBound{program(), oracles}.at(duals).block_bounds)
                answers.answers.push_back({bound, bound});
            return answers;
        }
        solver::Options options = solver_options(std::min(30.0, seconds_left()));
        options.relative_gap = 1e-4;
        solver::LagrangianBound answers = solver::lagrangian_bound(program(), duals, options, oracles);
        if (!answers.complete) answers.answers.clear();
        return answers;
    }

    void explain_no_solution(const solver::Result& result) {
        if (result.outcome == solver::Outcome::infeasible ||
            result.outcome == solver::Outcome::infeasible_or_unbounded) {
            const std::string why = phase("explaining", [&] {
                return explain_infeasibility(*formulation_, solver_options(std::max(10.0, seconds_left())));
            });
            s_.outcome = "infeasible";
            s_.explanation =
                why.empty()
                    ? "No schedule satisfies all rules of the case."
                    : "No schedule satisfies all rules of the case. The least that would have to give way: " + why +
                          ".";
            return;
        }
        if (s_.method == "rolling" && !result.detail.empty())
            s_.explanation = result.detail;
        else if (result.outcome == solver::Outcome::unbounded)
            s_.explanation = "The cost can fall without limit: a negative cost meets no limit.";
        else
            s_.explanation = fmt::format("The search was stopped ({}) before a first solution was found.", s_.limit);
    }

    void conclude() {
        if (s_.within_gap())
            s_.explanation =
                fmt::format("The search ended when the asked gap of {:g}% was proven.", 100.0 * o_.run.gap);
        else
            s_.explanation =
                fmt::format("The search ended ({}) before the asked gap of {:g}% was proven.",
                            s_.limit == "none" ? "nothing was left to try" : "limit: " + s_.limit, 100.0 * o_.run.gap);
        const auto is_part = [](const BillRecord& each) { return each.month_share < 1.0 - 1e-9; };
        if (std::any_of(s_.bills.begin(), s_.bills.end(), is_part))
            s_.explanation +=
                " Of a month that lies in the horizon in part, bills have that part of the fixed charges.";
    }

    const System& system_;
    const DispatchOptions& o_;
    Clock::time_point begin_ = Clock::now();
    std::unique_ptr<Formulation> formulation_;
    Solution s_;
};

}  // namespace

Solution dispatch(const System& system, const DispatchOptions& options) { return Study{system, options}.run(); }

}  // namespace indus::model
