// SPDX-License-Identifier: Apache-2.0
#include "model/studies/verify.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <stdexcept>
#include <tuple>
#include <type_traits>

#include "model/answers/block_oracles.hpp"
#include "model/audit.hpp"
#include "model/bills.hpp"
#include "model/formulation.hpp"
#include "model/solution_schema.hpp"
#include "model/studies/evaluate.hpp"
#include "model/studies/fixed_decisions.hpp"
#include "solver/blocks.hpp"
#include "solver/certificate.hpp"
#include "solver/price_bound.hpp"
#include "solver/rounding_cuts.hpp"

namespace indus::model {

namespace {

class Recheck {
public:
    Recheck(const System& system, const Solution& solution, const std::atomic<bool>* stop)
        : system_{system}, s_{solution}, stop_{stop} {}

    Verification run() {
        if (!s_.has_solution()) {
            v_.problems.push_back(fmt::format("the run has no solution to verify (outcome {})", s_.outcome));
            return std::move(v_);
        }
        const auto modes = parse_modes(s_.mode_binaries);
        const auto formulation = build(system_, modes);
        try {
            fix_decisions(*formulation, fixed_series(s_));
            feasibility(*formulation, point_of(*formulation, s_));
        } catch (const std::runtime_error& broken) {
            v_.problems.emplace_back(broken.what());
        }
        bounds(*formulation);
        audited();
        billed();
        return std::move(v_);
    }

private:
    static bool close(double left, double right) {
        return std::abs(left - right) <= 1e-6 * std::max(1.0, std::abs(right));
    }

    void feasibility(const Formulation& formulation, const std::vector<double>& point) {
        const solver::Feasibility f = solver::check_feasibility(formulation.program(), point);
        if (!f.within_tolerance)
            v_.problems.push_back(fmt::format("the stored decisions break {} by {:.3g} and {} by {:.3g}", f.worst_row,
                                              f.row_violation, f.worst_column,
                                              std::max(f.bound_violation, f.integrality_violation)));
        else
            v_.confirmed.push_back(fmt::format("all {} rows and {} columns hold (largest violation {:.2g})",
                                               formulation.program().row_count(), formulation.program().column_count(),
                                               std::max(f.row_violation, f.bound_violation)));
        if (!close(*s_.certificate.cost, f.objective))
            v_.problems.push_back(fmt::format("the stored cost is {:.9g}, but the decisions cost {:.9g}",
                                              *s_.certificate.cost, f.objective));
        else
            v_.confirmed.push_back(fmt::format("the decisions cost {:.9g}, as stored", f.objective));
    }

    /// By rows, which share nothing with what the run did; of a long horizon, or of many loads that decide, by the
    /// units' own answers and linear programs, since searching all rows would take hours.
    double lagrangian(const Formulation& formulation, const solver::Program& program) const {
        const auto oracles = block_oracles(formulation);
        if (s_.method == "rolling" || are_searched_too_long(program, oracles)) {
            return solver::PriceBound{program, oracles}.at(s_.multipliers).bound;
        }
        solver::Options options;
        options.stop = stop_;
        return solver::lagrangian_bound(program, s_.multipliers, options).bound;
    }

    /// The program with the cuts that were stored, each derived again.
    solver::Program with_cuts(const Formulation& formulation) const {
        solver::Program program = formulation.program();
        std::vector<solver::RoundingCut> cuts;
        for (const CutRecord& each : s_.cuts) cuts.push_back({each.knapsack, each.divisor, each.from_high});
        solver::add_cuts(program, solver::implied_knapsacks(program), cuts);
        return program;
    }

    void bounds(const Formulation& formulation) {
        if (s_.cuts.empty()) return bounds(formulation, formulation.program());
        try {
            const solver::Program program = with_cuts(formulation);
            v_.confirmed.push_back(fmt::format("{} cuts of the bound follow from the program's rows", s_.cuts.size()));
            bounds(formulation, program);
        } catch (const std::invalid_argument& wrong) {
            v_.problems.push_back(fmt::format("a stored cut does not follow from the program: {}", wrong.what()));
        }
    }

    void bounds(const Formulation& formulation, const solver::Program& program) {
        const auto& c = s_.certificate;
        if (s_.multipliers.size() != static_cast<std::size_t>(program.row_count())) {
            if (c.bound_recomputed)
                v_.problems.push_back(
                    fmt::format("{} multipliers are stored for {} rows", s_.multipliers.size(), program.row_count()));
            return;
        }
        const double lp = solver::weak_duality_bound(program, s_.multipliers);
        compare("LP dual", c.lp_bound, lp);
        if (c.lagrangian_bound) compare("Lagrangian", c.lagrangian_bound, lagrangian(formulation, program));
        const double best = std::max(c.lp_bound.value_or(lp), c.lagrangian_bound.value_or(lp));
        if (c.bound_recomputed && *c.bound_recomputed > best + 1e-6 * std::max(1.0, std::abs(best)))
            v_.problems.push_back(
                fmt::format("the stored recomputed bound {:.9g} is above what the multipliers prove ({:.9g})",
                            *c.bound_recomputed, best));
        if (c.bound && c.cost && *c.bound > *c.cost + 1e-6 * std::max(1.0, std::abs(*c.cost)))
            v_.problems.push_back(fmt::format("the stored bound {:.9g} is above the cost {:.9g}", *c.bound, *c.cost));
        if (c.gap && c.bound && !close(*c.gap, std::max(0.0, (*c.cost - *c.bound) / std::max(std::abs(*c.cost), 1.0))))
            v_.problems.push_back(fmt::format("the stored gap {:.6g} does not follow from cost and bound", *c.gap));
    }

    void compare(const char* what, const std::optional<double>& stored, double recomputed) {
        if (!stored) return;
        // A bound may be proven higher today; it may not be lower than what was claimed.
        if (*stored > recomputed + 1e-6 * std::max(1.0, std::abs(recomputed)))
            v_.problems.push_back(fmt::format("the stored {} bound is {:.9g}, but the multipliers prove only {:.9g}",
                                              what, *stored, recomputed));
        else
            v_.confirmed.push_back(
                fmt::format("the {} bound {:.9g} is proven by the stored multipliers", what, *stored));
    }

    void audited() {
        const AuditResult result = audit(system_, s_);
        for (const Finding& each : result.findings)
            v_.problems.push_back(
                fmt::format("audit: {} {}{}: {}", each.kind, each.owner,
                            each.step >= 0 ? " at " + to_string(system_.horizon().start(each.step)) : "", each.what));
        if (result.findings.empty()) v_.confirmed.emplace_back("the audit of physics, balances and costs passes");
    }

    /// Every number of every bill, from the stored series.
    void billed() {
        const std::vector<BillRecord> due = bills(system_, s_);
        if (due.size() != s_.bills.size())
            return v_.problems.push_back(
                fmt::format("{} bills are stored, but {} follow from the series", s_.bills.size(), due.size()));
        const std::size_t before = v_.problems.size();
        for (std::size_t k = 0; k < due.size(); ++k)
            std::apply([&](const auto&... each) { (same(each, s_.bills[k], due[k]), ...); },
                       Schema<BillRecord>::members);
        if (!due.empty() && v_.problems.size() == before)
            v_.confirmed.push_back(fmt::format("{} bills follow from the series and the tariffs", due.size()));
    }

    template <class Value>
    void same(const Member<BillRecord, Value>& member, const BillRecord& stored, const BillRecord& due) {
        const auto& left = stored.*(member.member);
        const auto& right = due.*(member.member);
        bool is_same = left == right;
        if constexpr (std::is_same_v<Value, double>) is_same = close(left, right);
        if (!is_same)
            v_.problems.push_back(fmt::format("the stored bill of {} for {} has {} {}, but {} follows from the series",
                                              stored.meter, stored.month, member.name, left, right));
    }

    const System& system_;
    const Solution& s_;
    const std::atomic<bool>* stop_;
    Verification v_;
};

}  // namespace

Verification verify(const System& system, const Solution& solution, const std::atomic<bool>* stop) {
    return Recheck{system, solution, stop}.run();
}

std::vector<std::string> stored_modes(const ModeSteps& modes) {
    std::vector<std::string> stored;
    for (const auto& [key, steps] : modes)
        for (const int t : steps) stored.push_back(fmt::format("{}/{}", key, t));
    return stored;
}

ModeSteps parse_modes(const std::vector<std::string>& stored) {
    ModeSteps modes;
    for (const std::string& each : stored) {
        const auto slash = each.rfind('/');
        int step = -1;
        if (slash != std::string::npos) std::from_chars(each.data() + slash + 1, each.data() + each.size(), step);
        if (step >= 0) modes[each.substr(0, slash)].insert(step);
    }
    return modes;
}

}  // namespace indus::model
