// SPDX-License-Identifier: Apache-2.0
// What the parts of a run cost, by Google Benchmark; or one part, once, for a counter of instructions.
//
//     indus_bench [--benchmark_filter=master ...]
//     indus_bench --list
//     valgrind --tool=callgrind --instr-atstart=no indus_bench --part unit_program/ramps_48h
#include <benchmark/benchmark.h>
#include <fmt/format.h>
#include <tbb/global_control.h>
#if __has_include(<valgrind/callgrind.h>)
#include <valgrind/callgrind.h>
#else
#define CALLGRIND_START_INSTRUMENTATION
#define CALLGRIND_STOP_INSTRUMENTATION
#endif

#include <cstdio>
#include <exception>
#include <memory>
#include <string_view>

#include "benchmarks/parts.hpp"

namespace {

using namespace indus::bench;

class PartBenchmark : public benchmark::internal::Benchmark {
public:
    explicit PartBenchmark(const Part& part) : Benchmark{part.name.c_str()}, part_{part} {
        Unit(benchmark::kMillisecond);
    }

    void Run(benchmark::State& state) override {
        std::function<void()> work = part_.prepare();
        for (bool is_first = true; state.KeepRunning(); is_first = false) {
            if (part_.once && !is_first) {
                state.PauseTiming();
                work = part_.prepare();
                state.ResumeTiming();
            }
            work();
        }
    }

private:
    const Part& part_;
};

/// Only the work itself is counted.
void run_once(const Part& part) {
    const std::function<void()> work = part.prepare();
    CALLGRIND_START_INSTRUMENTATION;
    work();
    CALLGRIND_STOP_INSTRUMENTATION;
}

int run(int argc, char** argv) {
    if (argc == 2 && std::string_view{argv[1]} == "--list") {
        for (const Part& each : all_parts()) fmt::print("{}\n", each.name);
        return 0;
    }
    if (argc == 3 && std::string_view{argv[1]} == "--part") return run_once(part_named(argv[2])), 0;
    for (const Part& each : all_parts()) {
        auto made = std::make_unique<PartBenchmark>(each);
        benchmark::internal::RegisterBenchmarkInternal(made.release());
    }
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const tbb::global_control one_thread{tbb::global_control::max_allowed_parallelism, 1};
    try {
        return run(argc, argv);
    } catch (const std::exception& failure) {
        fmt::print(stderr, "indus_bench: {}\n", failure.what());
        return 2;
    }
}
