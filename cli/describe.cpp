// SPDX-License-Identifier: Apache-2.0
// indus describe: the reference page of a component, printed from its own declarations.
#include <fmt/format.h>

#include <type_traits>

#include "cli/verb.hpp"
#include "model/all_components.hpp"

namespace indus::cli {

namespace {

using namespace model;

/// What a cell of the field may hold, in words; and its default, as it would be written.
struct Cell {
    std::string type{};
    std::string standard{};
};

Cell cell_of(const std::string& value) { return {"text", value}; }
Cell cell_of(bool value) { return {"yes or no", value ? "yes" : "no"}; }
Cell cell_of(double value) { return {"number", fmt::format("{:g}", value)}; }
Cell cell_of(const std::optional<double>& value) {
    return {"number or empty", value ? fmt::format("{:g}", *value) : "empty"};
}
Cell cell_of(const Profile& value) { return {"number or series", fmt::format("{:g}", value.constant)}; }
Cell cell_of(const Guide&) { return {"number or series (states)", "empty"}; }
Cell cell_of(const Volume&) { return {"number per day or series (energies)", "empty"}; }
Cell cell_of(const Steps&) { return {"number or pairs from:value", "empty"}; }
Cell cell_of(const Instant&) { return {"time such as 2025-01-13 05:30", "empty"}; }
Cell cell_of(const WeightedNames&) { return {"names, name:weight where the weight is not 1", "empty"}; }
template <class Target>
Cell cell_of(const Reference<Target>&) {
    return {fmt::format("name of a {}", Target::kind), "empty"};
}
template <class Enum>
requires std::is_enum_v<Enum> Cell cell_of(Enum value) {
    std::string names;
    for (const auto name : Choices<Enum>::names) names += (names.empty() ? "" : " or ") + std::string{name};
    return {names, std::string{Choices<Enum>::names[static_cast<std::size_t>(value)]}};
}

/// Breaks text at blanks so that no line is longer than `width`; later lines are indented.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent) {
    std::string result;
    std::size_t used = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        const std::string_view word = text.substr(0, end);
        if (used > 0 && used + 1 + word.size() > width) {
            result += "\n" + std::string{indent};
            used = 0;
        }
        if (used > 0) result += ' ';
        result += word;
        used += word.size() + (used > 0 ? 1 : 0);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return result;
}

template <class Component>
void describe_kind() {
    fmt::print("{}\n\n  {}\n  Read from {}.csv, one row each.\n\nFields\n", Component::kind,
               wrapped(Component::summary, 76, "  "), Component::kind);
    const Component standard{};
    for_each_field<Component>([&](const auto& f) {
        const Cell cell = cell_of(standard.*(f.member));
        const std::string unit = f.unit == "-" ? "" : fmt::format(" [{}]", f.unit);
        const bool numeric = cell.type.find("number") != std::string::npos;
        const std::string range =
            numeric && f.range.describe() != "a number" ? ", " + f.range.describe().substr(9) : "";
        const std::string need = f.need == Need::required
                                     ? "required"
                                     : fmt::format("default {}", cell.standard.empty() ? "empty" : cell.standard);
        fmt::print("  {}{}\n      {}{}; {}\n      {}\n", f.name, unit, cell.type, range, need,
                   wrapped(f.meaning, 72, "      "));
    });
    fmt::print("\nEquations\n");
    for (const Equation& equation : Component::equations())
        fmt::print("  {} [{}]\n      {}\n      Source: {}\n", equation.name, equation.unit,
                   wrapped(equation.formula, 72, "      "), wrapped(equation.source, 64, "      "));
    fmt::print("\n");
}

int describe(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    options.add_options()("kind", po::value<std::string>()->default_value(""),
                          "kind of component; none: all kinds in a line each");
    po::positional_options_description positions;
    positions.add("kind", 1);
    const Parsed parsed = parse(describe_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const std::string wanted = parsed.values["kind"].as<std::string>();
    if (wanted.empty()) {
        fmt::print(
            "Kinds of component, each read from KIND.csv. 'indus describe KIND' prints fields and equations.\n\n");
        for_each_kind([]<class Component>() {
            fmt::print("  {:<15} {}\n", Component::kind, wrapped(Component::summary, 60, std::string(18, ' ')));
        });
        return solved;
    }
    bool found = false;
    std::vector<std::string> kinds;
    for_each_kind([&]<class Component>() {
        kinds.emplace_back(Component::kind);
        if (wanted != Component::kind && wanted != "all") return;
        found = true;
        describe_kind<Component>();
    });
    if (found) return solved;
    const std::string nearest = nearest_name(wanted, kinds);
    throw UsageError(fmt::format("unknown kind '{}'{}", wanted,
                                 nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
}

}  // namespace

const Verb describe_verb{"describe", "describe [KIND]", "fields, units, defaults and equations of a kind", describe};

}  // namespace indus::cli
