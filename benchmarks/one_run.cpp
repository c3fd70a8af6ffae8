// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/one_run.hpp"

#include <fmt/format.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <filesystem>

#include "benchmarks/systems.hpp"
#include "model/formulation.hpp"
#include "model/studies/search.hpp"
#include "solver/certificate.hpp"
#include "solver/child_process.hpp"

namespace indus::bench {

namespace {

using Clock = std::chrono::steady_clock;

double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

double seconds_of(const timeval& time) {
    return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
}

/// A program too large for the machine fails by itself, before the machine does.
void take_no_more_than_the_machine_has() {
    const auto bytes = static_cast<rlim_t>(sysconf(_SC_PHYS_PAGES)) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
    const rlimit limit{bytes, bytes};
    setrlimit(RLIMIT_DATA, &limit);
}

void note_usage(Run& run) {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    run.peak_mb = static_cast<double>(usage.ru_maxrss) / 1024.0;
    run.cpu_seconds = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
}

void note_result(const model::SearchResult& found, const solver::Program& program, Run& run) {
    run.used = found.method;
    if (found.result.has_solution()) {
        run.cost = found.result.objective;
        run.feasible = solver::check_feasibility(program, found.result.values).within_tolerance;
    }
    if (std::isfinite(found.result.bound)) run.bound = found.result.bound;
    for (const auto& bound : {found.lp_bound, found.lagrangian_bound})
        if (bound && std::isfinite(*bound))
            run.bound_recomputed = std::max(*bound, run.bound_recomputed.value_or(*bound));
}

}  // namespace

Run run_here(const std::string& instance, const std::string& method, double gap, double limit_seconds) {
    const auto begin = Clock::now();
    take_no_more_than_the_machine_has();
    Run run{.method = method, .gap_asked = gap};
    const model::System system = system_named(instance);
    run.read_seconds = since(begin);
    const auto formulation = model::build(system);
    const solver::Program& program = formulation->program();
    run.built_seconds = since(begin);
    run.program = {program.column_count(), program.row_count(), program.integer_count(),
                   static_cast<long>(program.nonzero_count())};
    const auto look = [&](double cost, double bound) {
        if (!run.seconds_to_point && cost < solver::infinity) run.seconds_to_point = since(begin);
        if (!run.seconds_to_gap && solver::relative_gap(cost, bound) <= gap * (1.0 + 1e-9))
            run.seconds_to_gap = since(begin);
    };
    solver::Options options;
    options.relative_gap = gap;
    options.time_limit_seconds = std::max(0.1, limit_seconds - since(begin));
    options.on_progress = [&](const solver::Progress& each) { look(each.cost, each.bound); };
    const model::SearchResult found =
        model::search(*formulation, options, method == "direct" ? "plain_cbc" : "cbc", method);
    look(found.result.objective, found.result.bound);
    run.seconds = since(begin);
    note_result(found, program, run);
    note_usage(run);
    return run;
}

Run run_in_a_process(const std::string& instance, const std::string& method, double gap, double limit_seconds) {
    Run run{.method = method, .gap_asked = gap};
    std::string last, json;
    const auto begin = Clock::now();
    const solver::ChildSpec self{
        std::filesystem::read_symlink("/proc/self/exe"),
        {"--one", method, "--gaps", fmt::format("{}", gap), "--limit", fmt::format("{}s", limit_seconds), instance},
        std::filesystem::current_path()};
    // Searches end within seconds of their limit; one that does not has failed.
    const double patience = 2.0 * limit_seconds + 60.0;
    const solver::ChildEnd end = solver::run_child(
        self, [&](std::string_view line) { (line.starts_with('{') ? json : last) = line; },
        [&] { return since(begin) > patience ? solver::Wish::kill : solver::Wish::go_on; });
    if (end.exit_code == 0 && !json.empty()) return parse_run(json);
    if (since(begin) > patience)
        run.error = fmt::format("did not end within {:.0f} s", patience);
    else
        run.error = last.empty() ? fmt::format("ended with {}", end.exit_code) : last;
    return run;
}

}  // namespace indus::bench
