// SPDX-License-Identifier: Apache-2.0
// What reading a case and building its program cost.
#include <benchmark/benchmark.h>

#include <filesystem>

#include "inputs/read_case.hpp"
#include "model/formulation.hpp"

namespace {

using namespace indus;

const std::filesystem::path pakistan = std::filesystem::path{INDUS_SOURCE_DIR} / "inputs/cases/pakistan";

void ReadCase(benchmark::State& state) {
    while (state.KeepRunning()) benchmark::DoNotOptimize(inputs::read_case(pakistan));
}
BENCHMARK(ReadCase)->Unit(benchmark::kMillisecond);

/// Hours of the Pakistan case, from a day to four weeks.
void BuildProgram(benchmark::State& state) {
    const inputs::LoadedCase loaded = inputs::read_case(pakistan, {.hours = static_cast<double>(state.range(0))});
    if (!loaded.system) return state.SkipWithError("the case has problems");
    int rows = 0;
    while (state.KeepRunning()) rows = model::build(*loaded.system)->program().row_count();
    state.counters["rows"] = rows;
    state.counters["rows_per_second"] = benchmark::Counter(rows, benchmark::Counter::kIsIterationInvariantRate);
}
BENCHMARK(BuildProgram)->Arg(24)->Arg(168)->Arg(672)->Unit(benchmark::kMillisecond);

}  // namespace
