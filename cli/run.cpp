// SPDX-License-Identifier: Apache-2.0
// indus run: reads a case, dispatches it, writes the results and sums up.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <mutex>

#include "cli/load_case.hpp"
#include "cli/perspective.hpp"
#include "cli/progress.hpp"
#include "inputs/quantities.hpp"
#include "model/studies/dispatch.hpp"
#include "model/studies/search.hpp"
#include "reports/console.hpp"
#include "reports/write_results.hpp"
#include "solver/external_solver.hpp"
#include "solver/solver.hpp"
#include "solver/window_file.hpp"

namespace indus::cli {

namespace {

po::options_description run_options(po::positional_options_description& positions) {
    po::options_description options("Options");
    add_case_options(options, positions);
    auto add = options.add_options();
    add("output,o", po::value<std::string>()->default_value("results"),
        "folder for results; they go to DIR/<case>/<scenario>");
    add("gap", po::value<std::string>(), "proven relative gap at which to stop: 0.5% or 0.005");
    add("time-limit", po::value<std::string>(), "wall time after which to stop: 90s, 10min, 2h");
    add("work-limit", po::value<long>(), "branch-and-bound nodes after which to stop (repeatable to the byte)");
    add("method", po::value<std::string>(),
        "direct: the whole program at once; decompose: by prices; rolling: by windows; auto (default)");
    add("objective", po::value<std::string>()->default_value("system"),
        "system: least cost of the whole; zone:NAME: least bill of a zone behind its meter, compared with system");
    add("against", po::value<std::string>(),
        "rigid: what the flexibility of industry is worth, by a second run in which it follows no price");
    add("solver", po::value<std::string>()->default_value("cbc"),
        "what searches: cbc, or glpsol, highs or scip if on PATH");
    add("log", po::value<std::string>(), "file for the solver's own log");
    add("quiet,q", po::bool_switch(), "no progress and no summary");
    return options;
}

model::RunOptions asked(const po::variables_map& values, model::RunOptions options) {
    const auto text = [&](const char* name) { return values[name].as<std::string>(); };
    if (values.count("gap") > 0) {
        const auto gap = inputs::parse_gap(text("gap"));
        if (!gap) throw UsageError(fmt::format("--gap: found '{}', expected a share like 0.005 or 0.5%", text("gap")));
        options.gap = *gap;
    }
    if (values.count("time-limit") > 0) {
        const auto limit = inputs::parse_duration_seconds(text("time-limit"));
        if (!limit)
            throw UsageError(
                fmt::format("--time-limit: found '{}', expected a time like 90s, 10min or 2h", text("time-limit")));
        options.time_limit_seconds = *limit;
    }
    if (values.count("work-limit") > 0) {
        options.work_limit = values["work-limit"].as<long>();
        if (*options.work_limit < 1)
            throw UsageError(fmt::format("--work-limit: found {}, expected at least 1", *options.work_limit));
    }
    if (values.count("method") > 0) options.method = text("method");
    const auto& methods = model::search_methods();
    if (std::find(methods.begin(), methods.end(), options.method) == methods.end())
        throw UsageError(fmt::format("--method: found '{}', expected {}", options.method, fmt::join(methods, ", ")));
    return options;
}

/// The solver asked for. One that cannot be had here is an error before any work.
std::string asked_solver(const po::variables_map& values, const model::RunOptions& options) {
    std::string name = values["solver"].as<std::string>();
    if (name == "cbc") return name;
    const auto& known = solver::external_solver_names();
    if (std::find(known.begin(), known.end(), name) == known.end())
        throw UsageError(fmt::format("--solver: found '{}', expected cbc, {}", name, fmt::join(known, ", ")));
    try {
        const bool counts_work = solver::make_external_solver(name)->counts_work();
        if (options.work_limit && !counts_work)
            throw UsageError(fmt::format("--work-limit: {} has none; expected another --solver or --time-limit", name));
    } catch (const std::invalid_argument& missing) {
        throw UsageError(fmt::format("--solver: {}", missing.what()));
    }
    return name;
}

std::string utc_now() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm utc{};
    gmtime_r(&now, &utc);
    char text[32];
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &utc);
    return text;
}

std::string host_name() {
    char name[256] = {};
    return gethostname(name, sizeof name - 1) == 0 ? name : "unknown";
}

reports::RunInfo run_info(const inputs::LoadedCase& loaded, std::string started) {
    reports::RunInfo info;
    info.version = INDUS_VERSION;
    info.command = command_line();
    info.started_utc = std::move(started);
    info.host = host_name();
    for (const inputs::InputFile& file : loaded.files) info.inputs.push_back({file.path, file.bytes, file.sha256});
    info.libraries = solver::library_versions();
    return info;
}

/// The solver's own log, when the user asked for one.
class Log {
public:
    explicit Log(const po::variables_map& values) {
        if (values.count("log") == 0) return;
        file_.open(values["log"].as<std::string>());
        if (!file_) throw UsageError(fmt::format("--log: '{}' cannot be written", values["log"].as<std::string>()));
    }
    std::function<void(std::string_view)> sink() {
        if (!file_.is_open()) return {};
        return [this](std::string_view line) {
            const std::scoped_lock lock{mutex_};
            file_ << line << '\n';
        };
    }

private:
    std::ofstream file_;
    std::mutex mutex_;
};

int exit_code(const model::Solution& solution) {
    if (!solution.has_solution()) return no_solution;
    if (!solution.findings.empty() || !solution.certificate.feasible) return failed;
    return solution.within_gap() ? solved : outside_gap;
}

/// What a run that is long enough for windows has of an earlier one, and leaves for a later one.
void tell_of(const solver::WindowFile& checkpoint, const model::Solution& solution, bool quiet) {
    if (!checkpoint.problem().empty()) fmt::print(stderr, "indus: {}\n", checkpoint.problem());
    if (quiet) return;
    if (checkpoint.found() > 0)
        fmt::print(stderr, "indus: went on after {} windows that a stopped run had decided\n", checkpoint.found());
    if (!solution.has_solution() && checkpoint.count() > 0)
        fmt::print(stderr, "indus: {} windows are decided and kept in {}: the same command goes on from there\n",
                   checkpoint.count(), checkpoint.path().string());
}

int run(const std::vector<std::string>& arguments) {
    po::positional_options_description positions;
    const po::options_description options = run_options(positions);
    const Parsed parsed = parse(run_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const std::string started = utc_now();
    Log log{parsed.values};
    const inputs::LoadedCase loaded = load_case(parsed.values);
    if (!loaded.system) return bad_input;
    const model::RunOptions run_options = asked(parsed.values, loaded.run_options);

    const std::string solver = asked_solver(parsed.values, run_options);
    if (solver != "cbc" && run_options.method == "decompose")
        throw UsageError(fmt::format("--method: decompose goes with --solver cbc, not with {}", solver));

    const Perspectives perspectives{parsed.values};
    const bool quiet = parsed.values["quiet"].as<bool>();
    const auto& settings = loaded.system->settings();
    const std::filesystem::path folder =
        std::filesystem::path{parsed.values["output"].as<std::string>()} / settings.name / settings.scenario;
    solver::WindowFile checkpoint{folder.parent_path() / fmt::format(".{}.windows", settings.scenario)};
    ProgressLine progress{quiet};
    const model::DispatchOptions study{.run = run_options,
                                       .solver = solver,
                                       .stop = &stop_flag(),
                                       .on_progress = [&](const model::StudyProgress& state) { progress.show(state); },
                                       .on_log = log.sink(),
                                       .windows = &checkpoint};
    const Perspective found = perspectives.run(*loaded.system, study);
    const model::Solution& solution = found.solution;
    progress.clear();
    tell_of(checkpoint, solution, quiet);

    try {
        reports::RunInfo info = run_info(loaded, started);
        info.objective = found.comparison;
        info.rigid = found.rigid;
        reports::write_results(*loaded.system, solution, info, folder);
    } catch (const std::runtime_error& broken) {
        fmt::print(stderr, "indus: {}\n", broken.what());
        return failed;
    }
    if (solution.has_solution()) checkpoint.remove();
    if (!quiet) {
        fmt::print("{}", reports::console_summary(*loaded.system, solution, isatty(STDOUT_FILENO) != 0));
        if (found.comparison) fmt::print("{}", reports::objective_text(*loaded.system, *found.comparison));
        if (found.rigid) fmt::print("{}", reports::rigid_text(*loaded.system, *found.rigid));
        fmt::print("report: {}\n", (folder / "report.html").string());
    }
    return exit_code(solution);
}

}  // namespace

const Verb run_verb{"run", "run CASE [options]", "dispatch a case and write its report", run};

}  // namespace indus::cli
