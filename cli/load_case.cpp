// SPDX-License-Identifier: Apache-2.0
#include "cli/load_case.hpp"

#include <fmt/format.h>

#include <cstdio>
#include <filesystem>

#include "inputs/importers/import_file.hpp"

namespace indus::cli {

void add_case_options(po::options_description& options, po::positional_options_description& positions) {
    auto add = options.add_options();
    add("case", po::value<std::string>()->required(),
        "folder of the case (or the first argument), or a file that `indus import` could read");
    add("file-format", po::value<std::string>()->default_value(""), "what such a file is; by default as it looks");
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
    const std::string path = values["case"].as<std::string>();
    std::error_code error;
    inputs::LoadedCase loaded = std::filesystem::is_regular_file(path, error)
                                    ? inputs::read_file(path, values["file-format"].as<std::string>(), options)
                                    : inputs::read_case(path, options);
    for (const inputs::Issue& issue : loaded.issues) fmt::print(stderr, "{}\n", inputs::to_string(issue));
    if (loaded.system)
        for (const std::string& note : loaded.notes) fmt::print(stderr, "note: {}\n", note);
    if (!loaded.system)
        fmt::print(stderr, "{} problem{} found in {}\n", loaded.issues.size(), loaded.issues.size() == 1 ? "" : "s",
                   path);
    return loaded;
}

}  // namespace indus::cli
