// SPDX-License-Identifier: Apache-2.0
#include "inputs/importers/imported_case.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <filesystem>
#include <stdexcept>

#include "inputs/quantities.hpp"
#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

constexpr std::string_view horizon_start = "2025-01-01";

/// Letters, digits, '_', '-' and '.' of a file's name, without its endings.
std::string case_name(std::string_view file_name) {
    std::string name = std::filesystem::path{file_name}.filename().string();
    name = name.substr(0, name.find('.'));
    for (char& c : name)
        if (!std::isalnum(static_cast<unsigned char>(c)) && c != '-') c = '_';
    return name.empty() ? "imported" : name;
}

}  // namespace

bool Amount::varies() const {
    return std::any_of(values.begin(), values.end(), [&](double each) { return each != values.front(); });
}

double Amount::largest() const { return *std::max_element(values.begin(), values.end()); }
double Amount::smallest() const { return *std::min_element(values.begin(), values.end()); }

void ImportedCase::begin(std::string_view file_name, std::string_view title, double step_hours,
                         std::size_t step_count) {
    steps = step_count;
    settings.settings.name = case_name(file_name);
    settings.settings.title = title.empty() ? settings.settings.name : std::string{title};
    settings.settings.currency = "USD";
    settings.start = parse_time(horizon_start);
    settings.step_hours = step_hours;
    settings.hours = step_hours * static_cast<double>(step_count);
}

CaseRow::CaseRow(ImportedCase& made, std::string_view kind, Place place)
    : made_{made}, kind_{*find_kind(kind)}, row_{made.draft.append(kind_, place)}, place_{std::move(place)} {}

CaseRow& CaseRow::set(std::string_view field, std::string_view text, const Place& place) {
    const int position = kind_.find_field(field);
    if (position < 0) throw std::logic_error(fmt::format("{} has no field {}", kind_.name, field));
    // What a cell of a table cannot hold would not come back from the case folder.
    const bool storable = trimmed(text) == text && text.find('\0') == std::string_view::npos;
    if (!storable)
        made_.draft.issues.push_back(
            issue_at(place, field, text, "a text without blanks at its ends and without NUL characters"));
    made_.draft.assign(kind_, row_, position, text, place);
    return *this;
}

CaseRow& CaseRow::set(std::string_view field, double number, const Place& place) {
    return set(field, std::string_view{number_text(number)}, place);
}

CaseRow& CaseRow::set(std::string_view field, const Amount& amount, const Place& place) {
    if (!amount.varies()) return set(field, amount.values.front(), place);
    return set_series(field, amount, place);
}

CaseRow& CaseRow::set_series(std::string_view field, const Amount& amount, const Place& place) {
    model::TimeSeries series;
    series.name = fmt::format("{} {} {}", kind_.name, kind_.name_of(made_.draft.data, row_), field);
    series.start = *made_.settings.start;
    series.step_minutes = static_cast<int>(std::lround(made_.settings.step_hours * 60.0));
    series.values = amount.values;
    made_.draft.data.series.push_back(series);
    return set(field, std::string_view{series.name}, place);
}

CaseRow& CaseRow::fail(std::string_view field) {
    made_.draft.fail(kind_, row_, kind_.find_field(field));
    return *this;
}

std::string steps_text(const std::vector<model::Steps::Step>& steps) {
    std::string text;
    for (const model::Steps::Step& each : steps)
        text += fmt::format("{}{}:{}", text.empty() ? "" : " ", number_text(each.from), number_text(each.value));
    return text;
}

void add_free_power(ImportedCase& made, const FreePower& power) {
    const std::size_t count = std::max(power.least.values.size(), power.most.values.size());
    Amount free, fixed;
    for (std::size_t step = 0; step < count; ++step) {
        free.values.push_back(power.most.at(step) - power.least.at(step));
        fixed.values.push_back(power.least.at(step));
    }
    const auto add = [&](const std::string& name, Amount part, double curtailment_cost) {
        const double capacity = part.largest();
        for (double& each : part.values) each = capacity > 0.0 ? each / capacity : 0.0;
        CaseRow row{made, power.kind, power.place};
        row.set("name", name).set("zone", power.zone).set("capacity_mw", capacity).set("availability", part);
        if (power.cost_per_mwh != 0.0) row.set("variable_cost_per_mwh", power.cost_per_mwh);
        if (curtailment_cost > 0.0) row.set("curtailment_cost_per_mwh", curtailment_cost);
    };
    const bool has_fixed = fixed.largest() > 0.0;
    const bool has_free = free.largest() > 0.0;
    if (has_free || !has_fixed) add(power.name, free, 0.0);
    if (has_fixed) add(has_free ? power.name + " (must be taken)" : power.name, fixed, forbidden_cost_per_mwh);
}

bool fits_name_list(std::string_view name, const Place& place, std::vector<Issue>& issues) {
    if (!name.empty() && name.find_first_of(" \t:") == std::string_view::npos) return true;
    issues.push_back(issue_at(place, "", name, "a name without blanks and colons, as it stands in a list of names"));
    return false;
}

}  // namespace indus::inputs
