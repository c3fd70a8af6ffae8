// SPDX-License-Identifier: Apache-2.0
#include "inputs/scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "inputs/scenario_changes.hpp"
#include "inputs/toml_document.hpp"

namespace indus::inputs {

namespace {

using Type = TomlValue::Type;

constexpr std::string_view suffix = ".toml";

std::string file_of(const std::string& name) { return fmt::format("scenarios/{}{}", name, suffix); }

/// The scenarios from the one asked for down to the one that extends the case itself.
class Chain {
public:
    Chain(CaseFolder& folder, std::vector<Issue>& issues)
        : folder_{folder}, issues_{issues}, known_{scenario_names(folder)} {}

    std::vector<TomlValue> read(std::string name) {
        std::vector<TomlValue> files;
        Place place{std::string{options_file}};
        std::string key = "scenario";
        while (name != "base") {
            if (!check_name(name, place, key)) break;
            names_.push_back(name);
            const std::optional<std::string> bytes = folder_.read_text(file_of(name), issues_);
            std::optional<TomlValue> file = bytes ? parse_toml(file_of(name), *bytes, issues_) : std::nullopt;
            if (!file) break;
            name = "base";
            key = "extends";
            if (const TomlValue* extends = file->find("extends"); extends != nullptr && extends->type == Type::text) {
                name = extends->text;
                place = extends->place;
            }
            files.push_back(std::move(*file));
        }
        return files;
    }

private:
    bool check_name(const std::string& name, const Place& place, const std::string& key) {
        if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
            issues_.push_back(issue_at(place, key, name,
                                       fmt::format("one of the scenarios {}", fmt::join(known_, ", ")),
                                       model::nearest_name(name, known_)));
            return false;
        }
        if (std::find(names_.begin(), names_.end(), name) == names_.end()) return true;
        issues_.push_back(issue_at(
            place, key, name,
            fmt::format("a scenario that does not lead back here ({} -> {})", fmt::join(names_, " -> "), name)));
        return false;
    }

    CaseFolder& folder_;
    std::vector<Issue>& issues_;
    std::vector<std::string> known_;
    std::vector<std::string> names_;
};

constexpr std::string_view operations_expected = "tables such as [[set]]";
bool is_text(const TomlValue& value, SettingsDraft&) { return value.type == Type::text; }
bool are_tables(const TomlValue& value, SettingsDraft&) {
    return value.type == Type::array && std::all_of(value.items.begin(), value.items.end(),
                                                    [](const TomlValue& item) { return item.type == Type::table; });
}

constexpr std::array scenario_file_keys{
    TomlKey<SettingsDraft>{"extends", "the name of a scenario, as a text", is_text},
    TomlKey<SettingsDraft>{"description", "a text", is_text},
    TomlKey<SettingsDraft>{"settings", "a table [settings]",
                           [](const TomlValue& value, SettingsDraft&) { return value.type == Type::table; }},
    TomlKey<SettingsDraft>{"set", operations_expected, are_tables},
    TomlKey<SettingsDraft>{"scale", operations_expected, are_tables},
    TomlKey<SettingsDraft>{"add", operations_expected, are_tables},
    TomlKey<SettingsDraft>{"remove", operations_expected, are_tables}};

void apply_file(const TomlValue& file, Draft& draft, SettingsDraft& settings) {
    read_keys<SettingsDraft>(file, scenario_file_keys, settings, draft.issues);
    if (const TomlValue* table = file.find("settings"); table != nullptr && table->type == Type::table)
        read_scenario_settings(*table, settings, draft.issues);
    if (const TomlValue* text = file.find("description"); text != nullptr)
        settings.settings.scenario_description = text->text;
    apply_changes(file, draft);
}

}  // namespace

std::vector<std::string> scenario_names(const CaseFolder& folder) {
    std::vector<std::string> names{"base"};
    for (const std::string& file : folder.names("scenarios"))
        if (file.ends_with(suffix) && file != "base.toml") names.push_back(file.substr(0, file.size() - suffix.size()));
    return names;
}

void apply_scenario(CaseFolder& folder, const std::string& name, Draft& draft, SettingsDraft& settings) {
    if (folder.has(file_of("base")))
        draft.issues.push_back(issue_at({file_of("base")}, "", "base.toml", "another name: base is the case itself"));
    settings.settings.scenario = name;
    std::vector<TomlValue> files = Chain{folder, draft.issues}.read(name);
    std::reverse(files.begin(), files.end());
    for (const TomlValue& file : files) {
        settings.settings.scenario_description.clear();
        apply_file(file, draft, settings);
    }
}

}  // namespace indus::inputs
