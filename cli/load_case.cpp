// SPDX-License-Identifier: Apache-2.0
#include "cli/load_case.hpp"

#include <fmt/format.h>

#include <cstdio>

namespace indus::cli {

void add_case_options(po::options_description& options, po::positional_options_description& positions) {
    auto add = options.add_options();
    add("case", po::value<std::string>()->required(), "folder of the case (or the first argument)");
    add("scenario", po::value<std::string>()->default_value("base"), "scenario of the case; base is the case itself");
    add("from", po::value<std::string>(), "start of the horizon, 2025-01-13 or '2025-01-13 06:00'");
    add("hours", po::value<double>(), "length of the horizon in hours");
    positions.add("case", 1);
}

inputs::LoadedCase load_case(const po::variables_map& values) {
    inputs::ReadOptions options;
    options.scenario = values["scenario"].as<std::string>();
    if (values.count("from") > 0) {
        options.from = inputs::parse_time(values["from"].as<std::string>());
        if (!options.from)
            throw UsageError(
                fmt::format("--from: found '{}', expected a date like 2025-01-13 or a time like '2025-01-13 06:00'",
                            values["from"].as<std::string>()));
    }
    if (values.count("hours") > 0) options.hours = values["hours"].as<double>();
    inputs::LoadedCase loaded = inputs::read_case(values["case"].as<std::string>(), options);
    for (const inputs::Issue& issue : loaded.issues) fmt::print(stderr, "{}\n", inputs::to_string(issue));
    if (!loaded.system)
        fmt::print(stderr, "{} problem{} found in {}\n", loaded.issues.size(), loaded.issues.size() == 1 ? "" : "s",
                   values["case"].as<std::string>());
    return loaded;
}

}  // namespace indus::cli
