// SPDX-License-Identifier: Apache-2.0
// indus check: reads and validates a case, and says what is in it.
#include <fmt/format.h>

#include "cli/load_case.hpp"

namespace indus::cli {

namespace {

int check(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    po::positional_options_description positions;
    add_case_options(options, positions);
    const Parsed parsed = parse(check_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const inputs::LoadedCase loaded = load_case(parsed.values);
    if (!loaded.system) return bad_input;

    const model::System& system = *loaded.system;
    const model::Horizon& horizon = system.horizon();
    fmt::print("{}, scenario {}: no problems\n", system.settings().title, system.settings().scenario);
    fmt::print("  horizon         {} to {}, {} steps of {:g} h\n", model::to_string(horizon.start()),
               model::to_string(horizon.end()), horizon.step_count(), horizon.hours(0));
    model::for_each_kind([&]<class Component>() {
        if (const auto count = system.all<Component>().size(); count > 0)
            fmt::print("  {:<15} {}\n", Component::kind, count);
    });
    fmt::print("  files read      {}\n", loaded.files.size());
    return solved;
}

}  // namespace

const Verb check_verb{"check", "check CASE", "read and validate a case only", check};

}  // namespace indus::cli
