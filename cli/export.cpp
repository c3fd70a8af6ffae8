// SPDX-License-Identifier: Apache-2.0
// indus export: the program as text, for any other solver.
#include <fmt/format.h>

#include <fstream>
#include <iostream>

#include "cli/load_case.hpp"
#include "model/formulation.hpp"
#include "solver/lp_text.hpp"
#include "solver/mps_text.hpp"

namespace indus::cli {

namespace {

int export_program(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    po::positional_options_description positions;
    add_case_options(options, positions);
    options.add_options()("format", po::value<std::string>()->default_value("mps"), "mps or lp")(
        "output,o", po::value<std::string>()->default_value("-"), "file to write; -: standard output");
    const Parsed parsed = parse(export_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const std::string format = parsed.values["format"].as<std::string>();
    if (format != "mps" && format != "lp")
        throw UsageError(fmt::format("--format: found '{}', expected mps or lp", format));
    const inputs::LoadedCase loaded = load_case(parsed.values);
    if (!loaded.system) return bad_input;

    const auto formulation = model::build(*loaded.system);
    const auto write = [&](std::ostream& out) {
        format == "mps" ? solver::write_mps(formulation->program(), out)
                        : solver::write_lp(formulation->program(), out);
        out.flush();
        return static_cast<bool>(out);
    };
    const std::string path = parsed.values["output"].as<std::string>();
    if (path == "-") return write(std::cout) ? solved : failed;
    std::ofstream file(path, std::ios::binary);
    if (file && write(file)) return solved;
    fmt::print(stderr, "{}: cannot be written\n", path);
    return failed;
}

}  // namespace

const Verb export_verb{"export", "export CASE --format mps|lp", "the program, for any other solver", export_program};

}  // namespace indus::cli
