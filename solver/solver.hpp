// SPDX-License-Identifier: Apache-2.0
// What solves a Program: one interface for backends (Clp, Cbc) and for accelerations that wrap one.
//
//     const Result result = make_solver("cbc")->solve(program, {.relative_gap = 0.01});
//     if (!result.has_solution()) ...
//
// A result is a claim. `certify` (certificate.hpp) rechecks it from the Program alone.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

/// Why the search stopped. Infeasible is an answer, not an error.
enum class Outcome {
    optimal,                  ///< within the asked gap (relative_gap, or the backend's default)
    feasible,                 ///< stopped early with a feasible point
    infeasible,               ///< proven: no feasible point
    unbounded,                ///< proven: cost falls without limit
    infeasible_or_unbounded,  ///< proven: one of the two
    no_solution_found,        ///< stopped early without a feasible point
};
std::string_view to_string(Outcome outcome);

/// Which limit ended the search, when one did.
enum class Limit { none, time, work, interrupted, error };
std::string_view to_string(Limit limit);

/// State of a running search, told at improvements and at most a few times a second.
struct Progress {
    std::string_view phase{};
    double seconds = 0.0;    ///< wall time since the call of solve
    double cost = infinity;  ///< best feasible point so far
    double bound = -infinity;
    long nodes = 0;
};

/// Unset means the backend's own default.
struct Options {
    std::optional<double> time_limit_seconds{};  ///< wall time; a solve ends within seconds of it
    std::optional<double> relative_gap{};        ///< (cost - bound) / max(|cost|, 1)
    std::optional<long> work_limit{};  ///< simplex iterations (LP) or branch-and-bound nodes (MIP): deterministic
    std::optional<double> cutoff{};    ///< only points cheaper than this are of interest
    std::optional<std::vector<double>> start{};  ///< a feasible point, one value per column; checked, never trusted
    std::optional<int> threads{};
    const std::atomic<bool>* stop = nullptr;  ///< set from a signal handler: end soon with what is there
    std::function<void(const Progress&)> on_progress{};
    std::function<void(std::string_view)> on_log{};  ///< the backend's own log, a line at a time
};

struct Result {
    Outcome outcome = Outcome::no_solution_found;
    Limit limit = Limit::none;
    double objective = infinity;          ///< cost of `values`, +infinity when there is none
    double bound = -infinity;             ///< the backend's claim of a lower bound on the cost
    std::vector<double> values{};         ///< per column; empty when there is no feasible point
    std::vector<double> duals{};          ///< per row, d cost / d right-hand side; LPs only, else empty
    std::vector<double> reduced_costs{};  ///< per column; LPs only, else empty
    /// Per row, of the linear relaxation of an integer program, where the backend solved one; they prove a bound by
    /// weak duality even when that was stopped early.
    std::vector<double> relaxation_duals{};
    long iterations = 0;
    long nodes = 0;
    double seconds = 0.0;
    std::string detail{};  ///< the backend's own words

    /// Asked of the cost, since a program without columns has a point without values.
    bool has_solution() const { return objective < infinity; }
};

class Solver {
public:
    Solver() = default;
    Solver(const Solver&) = delete;
    Solver& operator=(const Solver&) = delete;
    virtual ~Solver() = default;

    virtual std::string_view name() const = 0;
    /// Whether integer columns are honoured. A backend without them refuses such programs with
    /// std::invalid_argument.
    virtual bool solves_integer_programs() const = 0;
    /// Whether Options::work_limit is honoured; a backend without it says in `detail` that it was not.
    virtual bool counts_work() const { return true; }
    /// May be called again with another program; not from two threads at once.
    virtual Result solve(const Program& program, const Options& options = {}) = 0;
};

/// "clp" (linear programs, with duals), "cbc" (mixed-integer programs), "plain_cbc" (the same without what is added to
/// the program here: to compare with), or a program on this machine: "glpsol", "highs", "scip" (external_solver.hpp).
/// Throws std::invalid_argument for any other name, and for a program that is not found.
std::unique_ptr<Solver> make_solver(std::string_view name);

/// "Cbc 2.10.8", "Clp 1.17.6": the libraries behind the backends.
std::vector<std::string> library_versions();

/// gap = (cost - bound) / max(|cost|, 1); +infinity when either is missing.
double relative_gap(double cost, double bound);

}  // namespace indus::solver
