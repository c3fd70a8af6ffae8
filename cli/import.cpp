// SPDX-License-Identifier: Apache-2.0
// indus import: a file of another tool, written as a case folder.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "cli/verb.hpp"
#include "inputs/importers/import_file.hpp"

namespace indus::cli {

namespace {

int import_case(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    const std::string formats = fmt::format("what the file is: {}", fmt::join(inputs::import_formats(), ", "));
    options.add_options()("format", po::value<std::string>()->required(), formats.c_str())(
        "file", po::value<std::string>()->required(), "the file, plain or compressed by gzip")(
        "output,o", po::value<std::string>()->required(), "case folder to write; must be empty or not there yet");
    po::positional_options_description positions;
    positions.add("format", 1).add("file", 1);
    const Parsed parsed = parse(import_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const auto text = [&](const char* name) { return parsed.values[name].as<std::string>(); };
    const std::vector<inputs::Issue> issues = inputs::import_file(text("file"), text("format"), text("output"));
    for (const inputs::Issue& issue : issues) fmt::print(stderr, "{}\n", inputs::to_string(issue));
    if (!issues.empty()) {
        fmt::print(stderr, "{} problem{} found in {}\n", issues.size(), issues.size() == 1 ? "" : "s", text("file"));
        return bad_input;
    }
    fmt::print("{} written; complete its SOURCES.md\n", text("output"));
    return solved;
}

}  // namespace

const Verb import_verb{"import", "import FORMAT FILE -o CASE", "a file of another tool, as a case folder", import_case};

}  // namespace indus::cli
