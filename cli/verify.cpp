// SPDX-License-Identifier: Apache-2.0
// indus verify: certificate and audit of a stored run, again.
#include "model/studies/verify.hpp"

#include <fmt/format.h>

#include "cli/verb.hpp"
#include "inputs/read_solution.hpp"

namespace indus::cli {

namespace {

int verify(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    options.add_options()("results", po::value<std::string>()->required(),
                          "results folder of a run (or its solution.json.gz)");
    po::positional_options_description positions;
    positions.add("results", 1);
    const Parsed parsed = parse(verify_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const inputs::StoredRun stored = inputs::read_solution(parsed.values["results"].as<std::string>());
    for (const inputs::Issue& issue : stored.issues) fmt::print(stderr, "{}\n", inputs::to_string(issue));
    if (!stored.system || !stored.solution) return bad_input;
    if (!stored.solution->has_solution()) {
        fmt::print("The run ended without a solution ({}); there is nothing to verify.\n", stored.solution->outcome);
        return no_solution;
    }
    const model::Verification result = model::verify(*stored.system, *stored.solution, &stop_flag());
    for (const std::string& each : result.confirmed) fmt::print("confirmed: {}\n", each);
    for (const std::string& each : result.problems) fmt::print("PROBLEM: {}\n", each);
    fmt::print("{}\n", result.problems.empty() ? "The stored run is confirmed." : "The stored run is NOT confirmed.");
    return result.problems.empty() ? solved : failed;
}

}  // namespace

const Verb verify_verb{"verify", "verify RESULTS", "certificate and audit of a stored run, again", verify};

}  // namespace indus::cli
