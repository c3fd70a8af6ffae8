// SPDX-License-Identifier: Apache-2.0
#include "inputs/case_settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

#include "inputs/quantities.hpp"
#include "model/studies/search.hpp"

namespace indus::inputs {

namespace {

using Key = TomlKey<SettingsDraft>;
using Type = TomlValue::Type;

constexpr double most_steps = 1e6;

bool read_text(const TomlValue& value, std::string& text) {
    text = value.text;
    return value.type == Type::text;
}

bool read_name(const TomlValue& value, SettingsDraft& draft) {
    if (!read_text(value, draft.settings.name) || value.text.empty() || value.text.front() == '.') return false;
    const auto allowed = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '-' || c == '.';
    };
    return std::all_of(value.text.begin(), value.text.end(), allowed);
}

bool read_start(const TomlValue& value, SettingsDraft& draft) {
    draft.start = value.type == Type::text ? parse_time(value.text) : value.time;
    return draft.start.has_value();
}

bool read_hours(const TomlValue& value, SettingsDraft& draft) {
    draft.hours.reset();
    if (value.type != Type::number || !std::isfinite(value.number) || value.number <= 0.0) return false;
    draft.hours = value.number;
    return true;
}

bool read_step_hours(const TomlValue& value, SettingsDraft& draft) {
    const double minutes = value.number * 60.0;
    const bool whole = value.type == Type::number && minutes >= 1.0 && minutes <= 60.0 * 24 * 366 &&
                       std::abs(minutes - std::round(minutes)) <= 1e-9;
    draft.step_hours = whole ? value.number : 1.0;
    return whole;
}

bool read_utc_offset(const TomlValue& value, SettingsDraft& draft) {
    const std::optional<int> minutes = value.type == Type::text ? parse_utc_offset(value.text) : std::nullopt;
    draft.settings.utc_offset_minutes = minutes.value_or(0);
    return minutes.has_value();
}

bool read_gap(const TomlValue& value, SettingsDraft& draft) {
    const bool fits = value.type == Type::text || value.type == Type::number;
    const std::optional<double> gap = fits ? parse_gap(value.text) : std::nullopt;
    if (gap) draft.run_options.gap = *gap;
    return gap.has_value();
}

bool read_time_limit(const TomlValue& value, SettingsDraft& draft) {
    const bool fits = value.type == Type::text || value.type == Type::number;
    const std::optional<double> seconds = fits ? parse_duration_seconds(value.text) : std::nullopt;
    if (seconds) draft.run_options.time_limit_seconds = *seconds;
    return seconds.has_value();
}

bool read_work_limit(const TomlValue& value, SettingsDraft& draft) {
    if (value.type != Type::number || !value.is_whole || value.number < 1.0) return false;
    draft.run_options.work_limit = static_cast<long>(value.number);
    return true;
}

bool read_method(const TomlValue& value, SettingsDraft& draft) {
    draft.run_options.method = value.text;
    const auto& known = model::search_methods();
    return value.type == Type::text && std::find(known.begin(), known.end(), value.text) != known.end();
}

bool read_cost_segments(const TomlValue& value, SettingsDraft& draft) {
    if (value.type != Type::number || !value.is_whole || value.number < 1.0 || value.number > 10000.0) return false;
    draft.settings.cost_segments = static_cast<int>(value.number);
    return true;
}

bool read_outage_seed(const TomlValue& value, SettingsDraft& draft) {
    if (value.type != Type::number || !value.is_whole || value.number < 0.0 || value.number > 9e15) return false;
    draft.settings.outage_seed = static_cast<long>(value.number);
    return true;
}

bool is_table(const TomlValue& value, SettingsDraft&) { return value.type == Type::table; }

constexpr std::array horizon_keys{Key{"start", "a time such as \"2025-01-13\" or \"2025-01-13 05:30\"", read_start},
                                  Key{"hours", "a number above 0 [h]", read_hours},
                                  Key{"step_hours", "a whole number of minutes, in hours", read_step_hours},
                                  Key{"utc_offset", "an offset such as \"+05:00\"", read_utc_offset}};

constexpr std::array defaults_keys{
    Key{"gap", "a share from 0 to below 1, such as 0.005 or \"0.5%\"", read_gap},
    Key{"time_limit", "a duration such as \"10min\" or \"90s\", or a number of seconds", read_time_limit},
    Key{"work_limit", "a whole number of at least 1", read_work_limit},
    Key{"method", "auto, direct or decompose", read_method},
    Key{"cost_segments", "a whole number from 1 to 10000", read_cost_segments}};

constexpr std::array outage_keys{Key{"seed", "a whole number of at least 0", read_outage_seed}};

constexpr std::array case_keys{
    Key{"name", "a name of letters, digits, '_', '-' and '.' that does not start with '.'", read_name},
    Key{"title", "a text", [](const TomlValue& v, SettingsDraft& d) { return read_text(v, d.settings.title); }},
    Key{"description", "a text",
        [](const TomlValue& v, SettingsDraft& d) { return read_text(v, d.settings.description); }},
    Key{"currency", "a text", [](const TomlValue& v, SettingsDraft& d) { return read_text(v, d.settings.currency); }},
    Key{"exchange_rates", "a table such as [exchange_rates]", is_table},
    Key{"horizon", "a table [horizon]", is_table},
    Key{"defaults", "a table [defaults]", is_table},
    Key{"outages", "a table [outages]", is_table}};

constexpr std::array scenario_keys{Key{"horizon", "a table [settings.horizon]", is_table},
                                   Key{"defaults", "a table [settings.defaults]", is_table},
                                   Key{"outages", "a table [settings.outages]", is_table}};

template <std::size_t N>
void read_section(const TomlValue* table, const std::array<Key, N>& keys, SettingsDraft& draft,
                  std::vector<Issue>& issues) {
    if (table == nullptr || table->type != Type::table) return;
    for (const TomlEntry& entry : table->entries) draft.places[entry.key] = entry.value.place;
    read_keys<SettingsDraft>(*table, keys, draft, issues);
}

void read_exchange_rates(const TomlValue* table, SettingsDraft& draft, std::vector<Issue>& issues) {
    if (table == nullptr || table->type != Type::table) return;
    for (const auto& [currency, place, value] : table->entries) {
        if (value.type == Type::number && std::isfinite(value.number) && value.number > 0.0)
            draft.settings.exchange_rates.push_back({currency, value.number});
        else
            issues.push_back(issue_at(value.place, currency, value.text, "a number above 0"));
    }
}

void report_missing(const SettingsDraft& draft, std::string_view key, std::string_view expected,
                    std::vector<Issue>& issues) {
    if (!draft.was_written(key)) issues.push_back(issue_at({"case.toml"}, key, "", expected));
}

/// The number of steps in `hours`; nothing when it is not whole.
std::optional<int> step_count(double hours, int step_minutes) {
    const double count = hours * 60.0 / step_minutes;
    if (!(count > 0.5) || count > most_steps || std::abs(count - std::round(count)) > 1e-6) return {};
    return static_cast<int>(std::lround(count));
}

}  // namespace

Place SettingsDraft::place(std::string_view key) const {
    const auto found = places.find(key);
    return found == places.end() ? Place{"case.toml"} : found->second;
}

void read_case_settings(const TomlValue& file, SettingsDraft& draft, std::vector<Issue>& issues) {
    read_section(&file, case_keys, draft, issues);
    read_exchange_rates(file.find("exchange_rates"), draft, issues);
    read_section(file.find("horizon"), horizon_keys, draft, issues);
    read_section(file.find("defaults"), defaults_keys, draft, issues);
    read_section(file.find("outages"), outage_keys, draft, issues);
    report_missing(draft, "name", "a name of the case", issues);
    const TomlValue* horizon = file.find("horizon");
    if (horizon != nullptr && horizon->type != Type::table) return;  // reported: its keys are not missing besides
    report_missing(draft, "start", "in [horizon], a time such as \"2025-01-13\"", issues);
    report_missing(draft, "hours", "in [horizon], a number above 0 [h]", issues);
}

void read_scenario_settings(const TomlValue& table, SettingsDraft& draft, std::vector<Issue>& issues) {
    read_keys<SettingsDraft>(table, scenario_keys, draft, issues);
    read_section(table.find("horizon"), horizon_keys, draft, issues);
    read_section(table.find("defaults"), defaults_keys, draft, issues);
    read_section(table.find("outages"), outage_keys, draft, issues);
}

std::optional<model::Horizon> make_horizon(const SettingsDraft& draft, const std::optional<model::TimePoint>& from,
                                           const std::optional<double>& hours, std::vector<Issue>& issues) {
    const std::optional<model::TimePoint> start = from ? from : draft.start;
    const std::optional<double> length = hours ? hours : draft.hours;
    if (!start || !length) return {};  // reported where it was read
    const int step_minutes = static_cast<int>(std::lround(draft.step_hours * 60.0));
    const std::optional<int> count = step_count(*length, step_minutes);
    if (!count) {
        const Place place = hours ? Place{std::string{options_file}} : draft.place("hours");
        issues.push_back(
            issue_at(place, "hours", number_text(*length),
                     fmt::format("a multiple of the step of {} h, at most {} steps", draft.step_hours, most_steps)));
        return {};
    }
    return model::Horizon::uniform(*start, step_minutes / 60.0, *count);
}

}  // namespace indus::inputs
