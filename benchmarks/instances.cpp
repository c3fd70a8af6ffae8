// SPDX-License-Identifier: Apache-2.0
// How long until a gap is proven, by the method chosen by itself and by plain Cbc on the same program, in turn, each in
// a process of its own; and what the parts of a run cost. What it can be asked for is in plan.cpp, the schema of its
// JSON in README.md.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <set>
#include <stdexcept>

#include "benchmarks/growth.hpp"
#include "benchmarks/measured.hpp"
#include "benchmarks/one_run.hpp"
#include "benchmarks/part_runs.hpp"
#include "benchmarks/plan.hpp"
#include "benchmarks/tables.hpp"

namespace {

using namespace indus::bench;

void say(const std::string& text) {
    fmt::print("{}", text);
    std::fflush(stdout);
}

class Runner {
public:
    explicit Runner(const Plan& plan) : plan_{plan} { report_.limit_seconds = plan.limit_seconds; }

    void run() {
        if (plan_.output) check_writable(*plan_.output);
        if (plan_.parts) {
            measure_parts(report_);
            say(parts_table(report_));
            save();
        }
        if (plan_.instances.empty()) return;
        say(instances_head());
        for (const double gap : plan_.gaps)
            for (const Plan::Instance& each : plan_.instances)
                if (each.is_asked_for(gap)) run(each, gap);
        report_.growth = growth_of(report_.results);
        say(growth_table(report_));
        if (!report_.left_out.empty())
            say(fmt::format("\nLeft out, for the time was up: {}.\n", fmt::join(report_.left_out, "; ")));
        save();
    }

private:
    /// Whether both methods would end in time if each needed its limit, and a little more.
    bool has_time() const {
        if (!plan_.within_seconds) return true;
        const double elapsed = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_).count();
        return elapsed + 2.4 * plan_.limit_seconds * plan_.repeats <= *plan_.within_seconds;
    }

    void run(const Plan::Instance& instance, double gap) {
        Result result;
        result.instance = std::filesystem::path{instance.name}.filename().string();
        result.gap = gap;
        result.curve = instance.curve;
        result.size = instance.size;
        if (!has_time()) {
            report_.left_out.push_back(fmt::format("{} at {:g} %", result.instance, 100.0 * gap));
            return;
        }
        for (int turn = 0; turn < plan_.repeats; ++turn) {
            result.runs.push_back(run_in_a_process(instance.name, "auto", gap, plan_.limit_seconds));
            result.runs.push_back(reference(instance.name, gap));
        }
        if (misses_all(result)) missed_.insert(instance.name);
        if (const Measured own{result, plan_.limit_seconds}; !own.ratio.empty())
            result.ratio_to_cbc = median(own.ratio);
        say(instance_line(result, plan_.limit_seconds));
        report_.results.push_back(std::move(result));
        save();
    }

    /// Plain Cbc takes no less time to a narrower gap: where it missed one, it is not asked again.
    Run reference(const std::string& name, double gap) const {
        if (missed_.contains(name))
            return {.method = "direct", .gap_asked = gap, .left_out = "a wider gap was not proven within the limit"};
        return run_in_a_process(name, "direct", gap, plan_.limit_seconds);
    }

    static bool misses_all(const Result& result) {
        return std::all_of(result.runs.begin(), result.runs.end(),
                           [](const Run& run) { return !run.is_reference() || (!run.seconds_to_gap && !run.error); });
    }

    void save() {
        if (plan_.output) write_report(report_, *plan_.output);
    }

    const Plan& plan_;
    std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
    std::set<std::string> missed_{};
    Report report_ = empty_report();
};

int run(int argc, char** argv) {
    const Plan plan = read_plan(argc, argv);
    if (plan.help) {
        say(*plan.help);
    } else if (plan.one) {
        if (plan.instances.size() != 1) throw std::runtime_error("--one: expected one instance");
        say(to_json_line(run_here(plan.instances[0].name, *plan.one, plan.gaps.front(), plan.limit_seconds)) + "\n");
    } else if (plan.list_only) {
        say(to_text(plan));
    } else {
        Runner{plan}.run();
    }
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
