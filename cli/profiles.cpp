// SPDX-License-Identifier: Apache-2.0
// indus profiles: makes the hourly series of a case from monthly and climatological figures, or compares.
#include <fmt/format.h>

#include "cli/verb.hpp"
#include "inputs/profiles/make_profiles.hpp"

namespace indus::cli {

namespace {

int profiles(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    options.add_options()("case", po::value<std::string>()->required(), "folder of the case (or the first argument)")(
        "check", po::bool_switch(), "write nothing; compare with the series that are there, to 1e-6");
    po::positional_options_description positions;
    positions.add("case", 1);
    const Parsed parsed = parse(profiles_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const bool compare = parsed.values["check"].as<bool>();
    const inputs::ProfileReport report = inputs::make_profiles(
        parsed.values["case"].as<std::string>(), compare ? inputs::ProfileMode::compare : inputs::ProfileMode::write);
    for (const inputs::ProfileFile& file : report.files) {
        fmt::print("{:<30} {:>4} series  {:>6} rows", file.path, file.series, file.rows);
        if (compare) fmt::print("  largest difference {:.1e}", file.largest_difference);
        fmt::print("\n");
    }
    for (const inputs::Issue& issue : report.issues) fmt::print(stderr, "{}\n", inputs::to_string(issue));
    return report.issues.empty() ? solved : bad_input;
}

}  // namespace

const Verb profiles_verb{"profiles", "profiles CASE [--check]", "make hourly series from monthly figures, or compare",
                         profiles};

}  // namespace indus::cli
