// SPDX-License-Identifier: Apache-2.0
// For engineers: the inputs that were used, field by field, the equations, and where the run came from.
#include <algorithm>
#include <cmath>
#include <type_traits>

#include "reports/input_tables.hpp"
#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"

namespace indus::reports {

namespace {

std::string plain(double value) { return fmt::format("{:.6g}", value == 0.0 ? 0.0 : value); }

/// "textile_load (12.1 to 48, mean 30)".
std::string series_text(const std::string& name, const std::vector<double>& values) {
    if (values.empty()) return name;
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    double sum = 0.0;
    for (const double value : values) sum += value;
    const std::string range =
        fmt::format("{:.4g} to {:.4g}, mean {:.4g}", *low, *high, sum / static_cast<double>(values.size()));
    return name.empty() ? range : fmt::format("{} ({})", name, range);
}

std::string input_text(const std::string& value) { return value; }
std::string input_text(bool value) { return value ? "yes" : "no"; }
std::string input_text(double value) { return plain(value); }
std::string input_text(const std::optional<double>& value) { return value ? plain(*value) : ""; }
template <class Enum>
requires std::is_enum_v<Enum> std::string input_text(Enum value) {
    return std::string{model::Choices<Enum>::names[static_cast<std::size_t>(value)]};
}
template <class Target>
std::string input_text(const model::Reference<Target>& value) {
    return value.name;
}
std::string input_text(const model::Profile& value) {
    const auto& given = value.values;
    const bool is_constant =
        std::all_of(given.begin(), given.end(), [&](double each) { return each == given.front(); });
    if (value.series.empty() && is_constant) return plain(given.empty() ? value.constant : given.front());
    return series_text(value.series, given);
}
std::string input_text(const model::Guide& value) {
    if (value.constant) return plain(*value.constant);
    return value.is_set() ? series_text(value.series, value.values) : "";
}
std::string input_text(const model::Volume& value) {
    if (value.constant) return plain(*value.constant) + " a day";
    std::vector<double> energies;
    for (const model::Volume::Window& window : value.windows) energies.push_back(window.energy_mwh);
    return value.is_set() ? series_text(value.series, energies) : "";
}
std::string input_text(const model::Steps& value) {
    std::string text;
    for (const model::Steps::Step& step : value.steps)
        text += fmt::format("{}{}:{}", text.empty() ? "" : " ", plain(step.from), plain(step.value));
    return text;
}

std::string input_text(const model::Instant& value) { return value.time ? model::to_string(*value.time) : ""; }

std::string input_text(const model::WeightedNames& value) {
    std::string text;
    for (const model::WeightedNames::Item& item : value.items)
        text += fmt::format("{}{}{}", text.empty() ? "" : " ", item.name,
                            item.weight == 1.0 ? "" : ":" + plain(item.weight));
    return text;
}

/// What is one number, exactly.
template <class Value>
std::optional<double> input_number(const Value&) {
    return {};
}
std::optional<double> input_number(double value) { return value; }
std::optional<double> input_number(const std::optional<double>& value) { return value; }
std::optional<double> input_number(const model::Profile& value) {
    const auto& given = value.values;
    const bool is_constant =
        std::all_of(given.begin(), given.end(), [&](double each) { return each == given.front(); });
    if (!value.series.empty() || !is_constant) return {};
    return given.empty() ? value.constant : given.front();
}

/// A kind's fields as columns; those that every row leaves at its default are dropped.
template <class Component>
HtmlTable input_table(const std::vector<Component>& rows) {
    HtmlTable table{"inputs-" + std::string{Component::kind}, std::string{Component::summary}, "", false, {}};
    const Component standard{};
    model::for_each_field<Component>([&](const auto& field) {
        const std::string unit = field.unit == "-" || field.unit == "1" ? std::string{} : std::string{field.unit};
        HtmlColumn column{std::string{field.name}, std::string{field.name}, "", false, {}, {}, {}};
        bool is_used = field.need == model::Need::required;
        const std::string usual = input_text(standard.*field.member);
        for (const Component& row : rows) {
            column.texts.push_back(input_text(row.*field.member));
            column.values.push_back(input_number(row.*field.member));
            is_used = is_used || column.texts.back() != usual;
        }
        if (is_used) table.columns.push_back(std::move(column));
    });
    return table;
}

Markup component_inputs(const PageInput& in) {
    Markup body;
    for (const InputTable& input : input_tables(in.system)) body += folded(input.title, html_table(input.table), "");
    return body;
}

Markup case_facts(const PageInput& in) {
    const model::CaseSettings& settings = in.system.settings();
    Markup rows;
    const auto add = [&](std::string_view label, const std::string& text) {
        if (!text.empty()) rows += markup("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", label, text);
    };
    add("Case", settings.name);
    add("Description", settings.description);
    add("Scenario", settings.scenario);
    add("Scenario's description", settings.scenario_description);
    if (in.digest.steps > 0)
        add("Horizon", fmt::format("{} to {}, {} steps{}", in.digest.start, in.digest.end, in.digest.steps,
                                   in.digest.step_hours ? fmt::format(" of {:.4g} h", *in.digest.step_hours) : ""));
    const int offset = settings.utc_offset_minutes;
    add("Clock", fmt::format("UTC{}{:02d}:{:02d}, the same all year", offset < 0 ? "\u2212" : "+",
                             std::abs(offset) / 60, std::abs(offset) % 60));
    if (settings.outage_seed) add("Seed of the forced outages", fmt::format("{}", *settings.outage_seed));
    add("Currency", settings.currency);
    for (const model::ExchangeRate& rate : settings.exchange_rates)
        add("Exchange rate", fmt::format("1 {} is {:.6g} {}", settings.currency, rate.per_unit, rate.currency));
    return framed_table("case-facts", "Case and scenario", {}, rows);
}

Markup input_files(const PageInput& in) {
    if (in.info.inputs.empty()) return {};
    HtmlColumn path{"path", "File", "", false, {}, {}, {}}, bytes{"bytes", "Bytes", "", true, {}, {}, {}},
        hash{"sha256", "SHA-256", "", false, {}, {}, {}};
    for (const RunInfo::File& file : in.info.inputs) {
        path.texts.push_back(file.path);
        bytes.values.emplace_back(static_cast<double>(file.bytes));
        hash.texts.push_back(file.sha256);
    }
    return folded(
        fmt::format("Files ({})", in.info.inputs.size()),
        html_table({"input-files", "Files that were read, with their hashes", "", false, {path, bytes, hash}}));
}

}  // namespace

std::vector<InputTable> input_tables(const model::System& system) {
    std::vector<InputTable> tables;
    model::for_each_kind([&]<class Component>() {
        const auto& rows = system.all<Component>();
        if (!rows.empty()) tables.push_back({fmt::format("{} ({})", Component::kind, rows.size()), input_table(rows)});
    });
    return tables;
}

Markup input_section(const PageInput& in) {
    Markup body = case_facts(in);
    body += component_inputs(in);
    body += input_files(in);
    return section("inputs", "Inputs", body);
}

Markup equation_section(const PageInput& in) {
    if (in.solution.equations.empty()) return {};
    HtmlColumn kind{"kind", "Kind", "", false, {}, {}, {}}, name{"name", "Equation", "", false, {}, {}, {}},
        formula{"formula", "Formula", "", false, {}, {}, {}}, unit{"unit", "Unit", "", false, {}, {}, {}},
        source{"source", "Source", "", false, {}, {}, {}};
    for (const model::EquationRecord& each : in.solution.equations) {
        kind.texts.push_back(each.kind);
        name.texts.push_back(each.name);
        formula.texts.push_back(each.formula);
        unit.texts.push_back(each.unit);
        source.texts.push_back(each.source);
    }
    const Markup table = html_table({"equations-table",
                                     "Every kind of row in the program that was solved",
                                     "",
                                     false,
                                     {name, kind, formula, unit, source}});
    return section("equations", "Equations", folded(fmt::format("{} equations", in.solution.equations.size()), table));
}

Markup foot_section(const PageInput& in) {
    std::string libraries;
    for (const std::string& library : in.info.libraries) libraries += (libraries.empty() ? "" : ", ") + library;
    Markup body = markup("<p>Indus {}", in.info.version);
    if (!libraries.empty()) body += markup(" with {}", libraries);
    body += markup(". Solved in {}", duration_text(in.solution.seconds));
    if (!in.info.started_utc.empty()) body += markup(", started {}", in.info.started_utc);
    body += markup(".</p>\n");
    if (!in.info.command.empty()) body += markup("<p><code>{}</code></p>\n", in.info.command);
    body += markup(
        "<p>Beside this page: results.xlsx (these tables and charts for a spreadsheet), summary.json (these numbers "
        "for "
        "programs), CSV tables (every step), solution.json.gz (the whole run) and "
        "manifest.json (inputs, options, versions). Charts: Apache ECharts, Apache License 2.0.</p>\n");
    return body;
}

}  // namespace indus::reports
