// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/report.hpp"

#include <fmt/format.h>

#include <ctime>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <thread>

#include "solver/solver.hpp"

namespace indus::bench {

namespace {

std::string now_utc() {
    const std::time_t now = std::time(nullptr);
    char text[32] = {};
    std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", std::gmtime(&now));
    return text;
}

std::string processor_name() {
    std::ifstream file{"/proc/cpuinfo"};
    for (std::string line; std::getline(file, line);)
        if (const std::size_t colon = line.find(": "); line.starts_with("model name") && colon != std::string::npos)
            return line.substr(colon + 2);
    return "unknown";
}

std::filesystem::path partial(const std::filesystem::path& file) { return file.string() + ".partial"; }

[[noreturn]] void fail_to_write(const std::filesystem::path& file) {
    throw std::runtime_error(fmt::format("'{}' cannot be written", file.string()));
}

}  // namespace

double counted_seconds(const Run& run, double limit_seconds) {
    return std::min(run.seconds_to_gap.value_or(limit_seconds), limit_seconds);
}

Report empty_report() {
    Report made;
    made.started_utc = now_utc();
    made.cores = static_cast<int>(std::thread::hardware_concurrency());
    made.processor = processor_name();
    made.compiler = "g++ " __VERSION__;
    made.libraries = solver::library_versions();
    return made;
}

Report read_report(const std::filesystem::path& file) {
    std::ifstream stream{file};
    if (!stream || std::filesystem::is_directory(file))
        throw std::runtime_error(fmt::format("'{}' cannot be read", file.string()));
    const std::string text{std::istreambuf_iterator<char>{stream}, {}};
    try {
        return parse_report(text);
    } catch (const std::exception& wrong) {
        throw std::runtime_error(fmt::format("'{}': {}", file.string(), wrong.what()));
    }
}

void write_report(const Report& report, const std::filesystem::path& file) {
    const std::filesystem::path sibling = partial(file);
    std::ofstream stream{sibling};
    stream << to_json(report) << '\n';
    stream.close();
    std::error_code error;
    if (stream) std::filesystem::rename(sibling, file, error);
    if (!stream || error) fail_to_write(file);
}

void check_writable(const std::filesystem::path& file) {
    const std::filesystem::path sibling = partial(file);
    if (std::filesystem::is_directory(file) || !std::ofstream{sibling}) fail_to_write(file);
    std::filesystem::remove(sibling);
}

}  // namespace indus::bench
