// SPDX-License-Identifier: Apache-2.0
// What the benchmarks found, as their JSON file holds it; README.md tells what the keys mean.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace indus::bench {

struct ProgramSize {
    long columns = 0, rows = 0, integers = 0, nonzeros = 0;
    friend bool operator==(const ProgramSize&, const ProgramSize&) = default;
};

/// One process: an instance searched by a method until a gap is proven or the limit is reached.
struct Run {
    std::string method{};
    double gap_asked = 0.0;
    std::optional<std::string> used{};
    std::optional<ProgramSize> program{};
    std::optional<double> read_seconds{}, built_seconds{}, seconds_to_point{}, seconds_to_gap{}, seconds{},
        cpu_seconds{};
    std::optional<double> cost{}, bound{}, bound_recomputed{}, peak_mb{};
    std::optional<bool> feasible{};
    std::optional<std::string> error{};     ///< the process failed
    std::optional<std::string> left_out{};  ///< why it was not run

    bool is_reference() const { return method == "direct"; }
};

/// An instance at a gap: the method chosen by itself and plain Cbc, in turn.
struct Result {
    std::string instance{};
    double gap = 0.0;
    std::optional<std::string> curve{};  ///< it is a point of
    std::optional<double> size{};        ///< on that curve
    std::optional<double> ratio_to_cbc{};
    std::vector<Run> runs{};
};

struct PartResult {
    std::string name{};
    std::optional<double> seconds{};
    std::optional<long> instructions{};
};

/// How the time to a gap grows with a size: as size to the power of the exponent.
struct Growth {
    std::string curve{};
    double gap = 0.0;
    std::optional<double> exponent{}, exponent_of_cbc{};
};

struct Report {
    std::string started_utc{};
    int cores = 0;
    std::string processor{}, compiler{};
    std::vector<std::string> libraries{};
    double limit_seconds = 0.0;
    std::vector<PartResult> parts{};
    std::optional<std::string> instructions_missing{};  ///< why they were not counted
    std::vector<Result> results{};
    std::vector<Growth> growth{};
    std::vector<std::string> left_out{};  ///< instances for which the time was too short
};

/// Seconds until the gap was proven; where it was not, the limit counts.
double counted_seconds(const Run& run, double limit_seconds);

/// A report about this machine, without results.
Report empty_report();

std::string to_json_line(const Run& run);
std::string to_json(const Report& report);

/// Throw std::runtime_error that says where the text is wrong.
Run parse_run(const std::string& text);
Report parse_report(const std::string& text);

/// The same for files; messages begin with the file's name. A file is replaced as a whole.
Report read_report(const std::filesystem::path& file);
void write_report(const Report& report, const std::filesystem::path& file);
/// Throws what write_report would, and leaves the file as it is.
void check_writable(const std::filesystem::path& file);

}  // namespace indus::bench
