// SPDX-License-Identifier: Apache-2.0
#include "solver/external_solver.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>
#include <stdexcept>

#include "solver/certificate.hpp"
#include "solver/child_process.hpp"
#include "solver/confirm.hpp"
#include "solver/external_backend.hpp"
#include "solver/mps_text.hpp"
#include "solver/separable.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

/// What "optimal" means when no gap is asked for: the resolution of the programs' own tolerances.
constexpr double smallest_gap = 1e-9;
/// A program that was told its limit gets this long to write down what it has.
constexpr double grace_seconds = 3.0;
constexpr double interrupt_seconds = 1.0;

/// Integer columns with whole bounds: glpsol refuses others. Nothing when an integer column has no value.
std::optional<Program> with_whole_bounds(const Program& program) {
    Program whole = program;
    for (int j = 0; j < program.column_count(); ++j) {
        const auto column = static_cast<std::size_t>(j);
        if (!program.is_integer(j)) continue;
        const double lower = std::ceil(program.lower()[column]), upper = std::floor(program.upper()[column]);
        if (lower > upper) return {};
        whole.set_bounds({j}, lower, upper);
    }
    return whole;
}

class ExternalSolve {
public:
    ExternalSolve(const Program& program, const Options& options, const std::filesystem::path& executable,
                  ExternalBackend& backend)
        : program_{program}, options_{options}, executable_{executable}, backend_{backend}, watch_{options} {}

    Result run() {
        if (const std::optional<Program> whole = with_whole_bounds(program_)) {
            const ExternalClaim claim = ask(*whole);
            say(claim.words);
            take(claim);
        } else {
            result_.outcome = Outcome::infeasible;
            result_.bound = infinity;
            say("an integer column has no whole number between its bounds");
        }
        offer_start();
        apply_cutoff();
        result_.seconds = watch_.seconds();
        conclude();
        return std::move(result_);
    }

private:
    void say(const std::string& words) { result_.detail += (result_.detail.empty() ? "" : "; ") + words; }

    ExternalClaim ask(const Program& whole) {
        const TemporaryFolder folder;
        if (watch_.expired()) return {.limit = watch_.reason(), .words = "not started"};
        ExternalQuestion question{whole, folder.path(), watch_.remaining(),
                                  std::max(0.0, options_.relative_gap.value_or(0.0)), options_.work_limit};
        {
            std::ofstream model(folder.path() / model_file, std::ios::binary);
            write_mps(whole, numbered_names(whole), model);
            if (!model.flush())
                throw std::runtime_error(fmt::format("{}: cannot be written", (folder.path() / model_file).string()));
        }
        question.seconds = std::max(0.0, watch_.remaining());
        const ChildSpec child{executable_, backend_.arguments(question), folder.path()};
        const ChildEnd end = run_child(
            child, [this](std::string_view line) { hear(line); }, [this] { return wish(); });
        ExternalClaim claim = backend_.claim(question);
        if (claim.outcome != Outcome::no_solution_found) return claim;
        if (stopped_at_ >= 0.0) {
            claim.limit = watch_.reason();
        } else if (end.exit_code != 0) {
            claim.limit = Limit::error;
            claim.words += fmt::format(", exit code {}", end.exit_code);
        }
        return claim;
    }

    void hear(std::string_view line) {
        backend_.hear(line, state_);
        if (options_.on_log) options_.on_log(line);
    }

    /// The stop flag counts at once; the time limit was told to the program, which ends itself.
    Wish wish() {
        report();
        if (!watch_.expired()) return Wish::go_on;
        if (stopped_at_ < 0.0) stopped_at_ = watch_.seconds();
        const double since = watch_.seconds() - stopped_at_;
        if (watch_.reason() == Limit::time) return since > grace_seconds ? Wish::kill : Wish::go_on;
        return since > interrupt_seconds ? Wish::kill : Wish::interrupt;
    }

    void report() {
        if (!options_.on_progress || watch_.seconds() - state_.seconds < 0.25) return;
        state_.seconds = watch_.seconds();
        options_.on_progress(state_);
    }

    void take(const ExternalClaim& claim) {
        result_.outcome = claim.outcome;
        result_.limit = claim.limit;
        result_.bound = claim.outcome == Outcome::infeasible ? infinity : claim.bound;
        // A point beside "unbounded" is where the search began.
        const bool may_have_point = claim.outcome == Outcome::optimal || claim.outcome == Outcome::feasible ||
                                    claim.outcome == Outcome::no_solution_found;
        if (claim.values.empty() || !may_have_point) return;
        const std::optional<std::vector<double>> point = checked(claim.values);
        if (!point) {
            say(fmt::format("its point of cost {} dropped: it fails the check against the program",
                            program_.objective(claim.values)));
            result_.outcome = Outcome::no_solution_found;
            result_.limit = Limit::error;
            return;
        }
        keep(*point);
        if (claim.outcome == Outcome::optimal) result_.bound = std::max(claim.bound, claimed_bound());
        result_.duals = claim.duals;
        result_.reduced_costs = claim.reduced_costs;
    }

    std::optional<std::vector<double>> checked(const std::vector<double>& values) const {
        if (program_.integer_count() == 0)
            return check_feasibility(program_, values).within_tolerance ? std::optional{values} : std::nullopt;
        Options limits;
        limits.time_limit_seconds = std::max(1.0, std::min(watch_.remaining(), 3600.0));
        return confirm(program_, values, limits);
    }

    void keep(std::vector<double> values) {
        result_.objective = program_.objective(values);
        result_.values = std::move(values);
    }

    /// "Optimal" without a word on the bound claims no more than the gap that was asked for.
    double claimed_bound() const {
        return result_.objective -
               std::max(0.0, options_.relative_gap.value_or(0.0)) * std::max(std::abs(result_.objective), 1.0);
    }

    void offer_start() {
        if (!options_.start || !check_feasibility(program_, *options_.start).within_tolerance) return;
        std::vector<double> start = round_integers(program_, *options_.start);
        if (program_.objective(start) >= result_.objective) return;
        if (result_.outcome == Outcome::infeasible) {
            say("the start is feasible all the same: it is returned");
            result_.bound = -infinity;
        }
        keep(std::move(start));
        result_.duals.clear();
        result_.reduced_costs.clear();
    }

    /// Points that are not below a cutoff are of no interest, but what was proven stays.
    void apply_cutoff() {
        if (!options_.cutoff || result_.objective < *options_.cutoff) return;
        if (!result_.has_solution() && result_.outcome != Outcome::infeasible) return;
        if (result_.outcome == Outcome::infeasible) result_.bound = *options_.cutoff;
        result_.values.clear();
        result_.duals.clear();
        result_.reduced_costs.clear();
        result_.objective = infinity;
        result_.outcome = Outcome::no_solution_found;
    }

    void conclude() {
        if (!result_.has_solution()) {
            if (result_.outcome == Outcome::optimal || result_.outcome == Outcome::feasible)
                result_.outcome = Outcome::no_solution_found;
            return;
        }
        result_.bound = std::min(result_.bound, result_.objective);
        const double gap = std::max(options_.relative_gap.value_or(0.0), smallest_gap);
        const bool proven = relative_gap(result_.objective, result_.bound) <= gap * (1.0 + 1e-9) + 1e-12;
        result_.outcome = proven ? Outcome::optimal : Outcome::feasible;
        if (proven) result_.limit = Limit::none;
    }

    const Program& program_;
    const Options& options_;
    const std::filesystem::path& executable_;
    ExternalBackend& backend_;
    Watch watch_;
    Result result_{};
    double stopped_at_ = -1.0;
    Progress state_{.phase = "search"};
};

struct Known {
    std::string_view name;
    std::unique_ptr<ExternalBackend> (*make)();
    bool counts_work;
};
constexpr std::array<Known, 3> known{
    {{"glpsol", make_glpsol_backend, false}, {"highs", make_highs_backend, true}, {"scip", make_scip_backend, true}}};

class ExternalSolver : public Solver {
public:
    ExternalSolver(const Known& which, std::filesystem::path executable)
        : which_{which}, executable_{std::move(executable)} {}
    std::string_view name() const override { return which_.name; }
    bool solves_integer_programs() const override { return true; }
    bool counts_work() const override { return which_.counts_work; }

    Result solve(const Program& program, const Options& options) override {
        if (program.nonzero_count() == 0) return solve_separable(program);
        const std::unique_ptr<ExternalBackend> backend = which_.make();
        Result result = ExternalSolve{program, options, executable_, *backend}.run();
        if (options.work_limit && !which_.counts_work)
            result.detail += fmt::format("; the work limit was not passed on: {} has none", which_.name);
        return result;
    }

private:
    Known which_;
    std::filesystem::path executable_;
};

}  // namespace

const std::vector<std::string>& external_solver_names() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> made;
        made.reserve(std::size(known));
        for (const Known& each : known) made.emplace_back(each.name);
        return made;
    }();
    return names;
}

std::vector<std::string> external_solvers_found() {
    std::vector<std::string> found;
    for (const std::string& name : external_solver_names())
        if (find_program(name)) found.push_back(name);
    return found;
}

std::unique_ptr<Solver> make_external_solver(std::string_view name) {
    const auto which = std::find_if(known.begin(), known.end(), [&](const Known& each) { return each.name == name; });
    if (which == known.end())
        throw std::invalid_argument(fmt::format("unknown external solver '{}': expected one of {}", name,
                                                fmt::join(external_solver_names(), ", ")));
    const std::optional<std::filesystem::path> executable = find_program(name);
    if (executable) return std::make_unique<ExternalSolver>(*which, *executable);
    const std::vector<std::string> found = external_solvers_found();
    throw std::invalid_argument(
        fmt::format("solver '{}' is not on PATH; found there: {}", name,
                    found.empty() ? "none of the external solvers" : fmt::format("{}", fmt::join(found, ", "))));
}

}  // namespace indus::solver
