// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/tables.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "benchmarks/measured.hpp"
#include "solver/solver.hpp"

namespace indus::bench {

namespace {

/// What became of a run that did not prove its gap.
std::string shortfall(const Run& run, double limit_seconds) {
    if (run.error) return "failed";
    if (run.left_out) return fmt::format("> {:.0f} (not run)", limit_seconds);
    if (!run.cost || !run.bound) return fmt::format("> {:.0f} (no point)", limit_seconds);
    return fmt::format("> {:.0f} ({:.2g} %)", limit_seconds, 100.0 * solver::relative_gap(*run.cost, *run.bound));
}

/// Of all turns of a method: their median, or the first that fell short.
std::string shown(const Result& result, bool reference, double limit_seconds) {
    std::vector<double> seconds;
    for (const Run& run : result.runs) {
        if (run.is_reference() != reference) continue;
        if (!run.seconds_to_gap) return shortfall(run, limit_seconds);
        seconds.push_back(*run.seconds_to_gap);
    }
    return seconds.empty() ? "-" : fmt::format("{:.2f}", median(seconds));
}

bool fell_short(const Result& result, bool reference) {
    return std::any_of(result.runs.begin(), result.runs.end(),
                       [&](const Run& run) { return run.is_reference() == reference && !run.seconds_to_gap; });
}

/// Where one of the two did not come to an end, the ratio is a limit.
std::string ratio_text(const Result& result) {
    const bool own = fell_short(result, false), of_cbc = fell_short(result, true);
    if (!result.ratio_to_cbc || (own && of_cbc)) return "-";
    return fmt::format("{}{:.1f}", own ? "< " : of_cbc ? "> " : "", *result.ratio_to_cbc);
}

std::string power(const std::optional<double>& exponent) { return exponent ? fmt::format("{:.2f}", *exponent) : "-"; }

}  // namespace

std::string parts_table(const Report& report) {
    std::string made = "| part | ms | instructions |\n|---|---|---|\n";
    for (const PartResult& each : report.parts)
        made += fmt::format("| {} | {} | {} |\n", each.name,
                            each.seconds ? fmt::format("{:.3f}", 1e3 * *each.seconds) : "-",
                            each.instructions ? fmt::format("{}", *each.instructions) : "-");
    if (report.instructions_missing)
        made += fmt::format("\nInstructions are not all counted: {}.\n", *report.instructions_missing);
    return made + "\n";
}

std::string instances_head() {
    return "| instance | gap | indus [s] | plain Cbc [s] | Cbc / indus | peak [MB] |\n|---|---|---|---|---|---|\n";
}

std::string instance_line(const Result& result, double limit_seconds) {
    const Measured own{result, limit_seconds};
    return fmt::format("| {} | {:g} % | {} | {} | {} | {} |\n", result.instance, 100.0 * result.gap,
                       shown(result, false, limit_seconds), shown(result, true, limit_seconds), ratio_text(result),
                       own.peak_mb.empty() ? "-" : fmt::format("{:.0f}", most(own.peak_mb)));
}

std::string growth_table(const Report& report) {
    if (report.growth.empty()) return "";
    std::string made = "\n| time grows with | gap | indus: size to the power of | plain Cbc |\n|---|---|---|---|\n";
    for (const Growth& each : report.growth)
        made += fmt::format("| {} | {:g} % | {} | {} |\n", each.curve, 100.0 * each.gap, power(each.exponent),
                            power(each.exponent_of_cbc));
    return made;
}

}  // namespace indus::bench
