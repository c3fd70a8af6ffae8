// SPDX-License-Identifier: Apache-2.0
// How long until a gap is proven, by prices and by plain Cbc on the same program, in turn, each in a process of its
// own.
//
//     indus_instances --gaps 1%,0.1% --limit 60s -o now.json kazarlis:40 random:200:48:1:7 FILE...
//
// Times count from the start of the process: reading and building are in them. The schema of the JSON is in README.md.
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <sys/resource.h>

#include <boost/program_options.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <thread>

#include "benchmarks/systems.hpp"
#include "inputs/quantities.hpp"
#include "model/formulation.hpp"
#include "model/studies/search.hpp"
#include "solver/certificate.hpp"
#include "solver/child_process.hpp"

namespace {

using namespace indus;
using Json = nlohmann::ordered_json;
using Clock = std::chrono::steady_clock;
namespace po = boost::program_options;

/// What one process does: reads, builds, searches, and prints what became of it as a line of JSON.
int run_one(const std::string& name, const std::string& method, double gap, double limit_seconds) {
    const auto begin = Clock::now();
    const auto seconds = [&] { return std::chrono::duration<double>(Clock::now() - begin).count(); };
    Json made{{"method", method}, {"gap_asked", gap}};
    const model::System system = bench::system_named(name);
    made["read_seconds"] = seconds();
    const auto formulation = model::build(system);
    const solver::Program& program = formulation->program();
    made["built_seconds"] = seconds();
    made["program"] = {{"columns", program.column_count()},
                       {"rows", program.row_count()},
                       {"integers", program.integer_count()},
                       {"nonzeros", program.nonzero_count()}};
    double reached = -1.0, first_point = -1.0;
    const auto look = [&](double cost, double bound) {
        if (first_point < 0.0 && cost < solver::infinity) first_point = seconds();
        if (reached < 0.0 && solver::relative_gap(cost, bound) <= gap * (1.0 + 1e-9)) reached = seconds();
    };
    solver::Options options;
    options.relative_gap = gap;
    options.time_limit_seconds = std::max(0.1, limit_seconds - seconds());
    options.on_progress = [&](const solver::Progress& each) { look(each.cost, each.bound); };
    const model::SearchResult found = model::search(*formulation, options, "cbc", method);
    look(found.result.objective, found.result.bound);
    made["used"] = found.method;
    made["seconds"] = seconds();
    made["seconds_to_point"] = first_point < 0.0 ? Json() : Json(first_point);
    made["seconds_to_gap"] = reached < 0.0 ? Json() : Json(reached);
    if (found.result.has_solution()) {
        made["cost"] = found.result.objective;
        made["feasible"] = solver::check_feasibility(program, found.result.values).within_tolerance;
    }
    if (std::isfinite(found.result.bound)) made["bound"] = found.result.bound;
    made["bound_recomputed"] = std::max(found.lp_bound.value_or(-1e300), found.lagrangian_bound.value_or(-1e300));
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    made["peak_mb"] = static_cast<double>(usage.ru_maxrss) / 1024.0;
    fmt::print("{}\n", made.dump());
    return 0;
}

Json in_a_process(const std::string& name, const std::string& method, double gap, double limit_seconds) {
    Json made;
    std::string said;
    const auto begin = Clock::now();
    const solver::ChildSpec self{
        std::filesystem::read_symlink("/proc/self/exe"),
        {"--one", method, "--gaps", fmt::format("{}", gap), "--limit", fmt::format("{}s", limit_seconds), name},
        std::filesystem::current_path()};
    solver::run_child(
        self,
        [&](std::string_view line) {
            said = line;
            if (line.starts_with('{')) made = Json::parse(line, nullptr, false);
        },
        // Searches end within seconds of their limit; one that does not has failed.
        [&] {
            const double elapsed = std::chrono::duration<double>(Clock::now() - begin).count();
            return elapsed > 2.0 * limit_seconds + 60.0 ? solver::Wish::kill : solver::Wish::go_on;
        });
    if (!made.is_object()) made = Json{{"method", method}, {"gap_asked", gap}, {"error", said}};
    return made;
}

std::string shown(const Json& run, double limit_seconds) {
    if (run.contains("error")) return "failed";
    if (!run["seconds_to_gap"].is_null()) return fmt::format("{:.2f}", run["seconds_to_gap"].get<double>());
    if (!run.contains("cost") || !run.contains("bound")) return fmt::format("> {:.0f} (no point)", limit_seconds);
    const double gap = solver::relative_gap(run["cost"].get<double>(), run["bound"].get<double>());
    return fmt::format("> {:.0f} ({:.2g} %)", limit_seconds, 100.0 * gap);
}

/// Where a gap was not reached, the limit counts.
double counted(const Json& run, double limit_seconds) {
    const bool reached = run.contains("seconds_to_gap") && !run["seconds_to_gap"].is_null();
    return reached ? run["seconds_to_gap"].get<double>() : limit_seconds;
}

void run_all(const std::vector<std::string>& names, const std::vector<double>& gaps, double limit_seconds,
             Json& report) {
    fmt::print("| instance | gap | indus [s] | plain Cbc [s] | Cbc / indus | peak [MB] |\n|---|---|---|---|---|---|\n");
    for (const std::string& name : names)
        for (const double gap : gaps) {
            Json runs = Json::array();
            for (const char* method : {"auto", "direct"})
                runs.push_back(in_a_process(name, method, gap, limit_seconds));
            const double ratio = counted(runs[1], limit_seconds) / counted(runs[0], limit_seconds);
            fmt::print("| {} | {:g} % | {} | {} | {:.1f} | {:.0f} |\n", std::filesystem::path{name}.filename().string(),
                       100.0 * gap, shown(runs[0], limit_seconds), shown(runs[1], limit_seconds), ratio,
                       runs[0].value("peak_mb", 0.0));
            std::fflush(stdout);
            report["results"].push_back({{"instance", std::filesystem::path{name}.filename().string()},
                                         {"gap", gap},
                                         {"ratio_to_cbc", ratio},
                                         {"runs", std::move(runs)}});
        }
}

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    char text[32] = {};
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return text;
}

int run(int argc, char** argv) {
    po::options_description options("Options");
    auto add = options.add_options();
    add("gaps", po::value<std::string>()->default_value("1%,0.1%"), "gaps to prove, each in a run of its own");
    add("limit", po::value<std::string>()->default_value("30s"), "wall time of a run");
    add("output,o", po::value<std::string>(), "file for the results as JSON");
    add("one", po::value<std::string>(), "one run by this method (auto, direct, decompose), told as a line of JSON");
    add("names", po::value<std::vector<std::string>>(), "instances (benchmarks/systems.hpp)");
    po::positional_options_description rest;
    rest.add("names", -1);
    po::variables_map values;
    po::store(po::command_line_parser(argc, argv).options(options).positional(rest).run(), values);
    std::vector<std::string> names{"kazarlis:10", "kazarlis:100", "random:100:48:1:7", "random:500:48:1:7",
                                   "pakistan:168"};
    if (values.count("names") > 0) names = values["names"].as<std::vector<std::string>>();
    std::vector<double> gaps;
    std::string text = values["gaps"].as<std::string>();
    for (std::size_t from = 0; from <= text.size();) {
        const std::size_t to = std::min(text.find(',', from), text.size());
        const auto gap = inputs::parse_gap(text.substr(from, to - from));
        if (!gap) throw std::runtime_error(fmt::format("--gaps: found '{}', expected shares like 1%,0.001", text));
        gaps.push_back(*gap);
        from = to + 1;
    }
    const auto limit = inputs::parse_duration_seconds(values["limit"].as<std::string>());
    if (!limit) throw std::runtime_error("--limit: expected a time like 60s or 10min");
    if (values.count("one") > 0) return run_one(names.front(), values["one"].as<std::string>(), gaps.front(), *limit);
    Json report{{"format", "indus-benchmark"},
                {"version", 1},
                {"started_utc", now_utc()},
                {"cores", std::thread::hardware_concurrency()},
                {"libraries", solver::library_versions()},
                {"limit_seconds", *limit},
                {"results", Json::array()}};
    run_all(names, gaps, *limit, report);
    if (values.count("output") > 0) std::ofstream{values["output"].as<std::string>()} << report.dump(1) << '\n';
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "{}\n", failure.what());
        return 2;
    }
}
