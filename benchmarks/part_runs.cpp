// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/part_runs.hpp"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "benchmarks/parts.hpp"
#include "solver/child_process.hpp"

namespace indus::bench {

namespace {

namespace fs = std::filesystem;

struct Said {
    bool ended_well = false;
    std::string text{};
};

Said hear(const fs::path& program, std::vector<std::string> arguments) {
    Said made;
    const solver::ChildEnd end = solver::run_child(
        {program, std::move(arguments), fs::current_path()},
        [&](std::string_view line) { (made.text += line) += '\n'; }, [] { return solver::Wish::go_on; });
    made.ended_well = end.exit_code == 0;
    return made;
}

/// By name, in seconds.
std::vector<PartResult> timed(const fs::path& program) {
    const solver::TemporaryFolder folder;
    const fs::path file = folder.path() / "parts.json";
    const Said said =
        hear(program, {"--benchmark_min_time=0.1", "--benchmark_out_format=json", "--benchmark_out=" + file.string()});
    const auto json = nlohmann::json::parse(std::ifstream{file}, nullptr, false);
    if (!said.ended_well || !json.is_object())
        throw std::runtime_error(fmt::format("the parts could not be measured: {}", said.text));
    std::vector<PartResult> made;
    for (const auto& each : json.at("benchmarks"))
        made.push_back({each.at("name"), 1e-3 * each.at("real_time").get<double>(), std::nullopt});
    return made;
}

/// "==12== Collected : 3456"
std::optional<long> collected(const std::string& text) {
    constexpr std::string_view mark = "Collected : ";
    const std::size_t at = text.find(mark);
    long count = 0;
    if (at == std::string::npos) return std::nullopt;
    const char* first = text.data() + at + mark.size();
    if (std::from_chars(first, text.data() + text.size(), count).ec != std::errc{} || count == 0) return std::nullopt;
    return count;
}

}  // namespace

void measure_parts(Report& report) {
    const fs::path program = fs::read_symlink("/proc/self/exe").parent_path() / "indus_bench";
    report.parts = timed(program);
    const auto valgrind = solver::find_program("valgrind");
    if (!valgrind) {
        report.instructions_missing = "valgrind is not installed; './dev setup' installs it";
        return;
    }
    for (PartResult& each : report.parts) {
        const Said said = hear(*valgrind, {"--tool=callgrind", "--instr-atstart=no", "--callgrind-out-file=/dev/null",
                                           program.string(), "--part", each.name});
        if (said.ended_well) each.instructions = collected(said.text);
        if (!each.instructions)
            report.instructions_missing =
                "callgrind counted nothing for some parts: was the project configured before valgrind was there?";
    }
}

}  // namespace indus::bench
