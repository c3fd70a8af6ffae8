// SPDX-License-Identifier: Apache-2.0
#include "inputs/scenario.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <set>

#include "inputs/scenario_changes.hpp"
#include "inputs/toml_document.hpp"

namespace indus::inputs {

namespace {

using Type = TomlValue::Type;

constexpr std::string_view suffix = ".toml";

std::string file_of(const std::string& name) { return fmt::format("scenarios/{}{}", name, suffix); }

/// What a scenario extends, as it says; the case itself where it says nothing that is a name.
std::vector<const TomlValue*> extended(const TomlValue& file) {
    const TomlValue* extends = file.find("extends");
    std::vector<const TomlValue*> names;
    if (extends != nullptr && extends->type == Type::text) names.push_back(extends);
    if (extends != nullptr && extends->type == Type::array)
        for (const TomlValue& each : extends->items)
            if (each.type == Type::text) names.push_back(&each);
    return names;
}

/// The scenario asked for and all that it extends, each once and after those that it extends itself.
class Chain {
public:
    Chain(CaseFolder& folder, std::vector<Issue>& issues)
        : folder_{folder}, issues_{issues}, known_{scenario_names(folder)} {}

    std::vector<TomlValue> read(const std::string& name) {
        visit(name, Place{std::string{options_file}}, "scenario");
        return std::move(files_);
    }

private:
    void visit(const std::string& name, const Place& place, const std::string& key) {
        if (name == "base" || !check_name(name, place, key)) return;
        if (!seen_.insert(name).second) return;  // two of those extended extend it
        const std::optional<std::string> bytes = folder_.read_text(file_of(name), issues_);
        std::optional<TomlValue> file = bytes ? parse_toml(file_of(name), *bytes, issues_) : std::nullopt;
        if (!file) return;
        path_.push_back(name);
        for (const TomlValue* each : extended(*file)) visit(each->text, each->place, "extends");
        path_.pop_back();
        files_.push_back(std::move(*file));
    }

    bool check_name(const std::string& name, const Place& place, const std::string& key) {
        if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
            issues_.push_back(issue_at(place, key, name,
                                       fmt::format("one of the scenarios {}", fmt::join(known_, ", ")),
                                       model::nearest_name(name, known_)));
            return false;
        }
        if (std::find(path_.begin(), path_.end(), name) == path_.end()) return true;
        issues_.push_back(issue_at(
            place, key, name,
            fmt::format("a scenario that does not lead back here ({} -> {})", fmt::join(path_, " -> "), name)));
        return false;
    }

    CaseFolder& folder_;
    std::vector<Issue>& issues_;
    std::vector<std::string> known_;
    std::vector<std::string> path_;  ///< from the one asked for to the one that is read
    std::set<std::string> seen_;
    std::vector<TomlValue> files_;
};

constexpr std::string_view operations_expected = "tables such as [[set]]";
bool is_text(const TomlValue& value, SettingsDraft&) { return value.type == Type::text; }
bool are_names(const TomlValue& value, SettingsDraft& draft) {
    return is_text(value, draft) || (value.type == Type::array && !value.items.empty() &&
                                     std::all_of(value.items.begin(), value.items.end(),
                                                 [&](const TomlValue& item) { return is_text(item, draft); }));
}
bool are_tables(const TomlValue& value, SettingsDraft&) {
    return value.type == Type::array && std::all_of(value.items.begin(), value.items.end(),
                                                    [](const TomlValue& item) { return item.type == Type::table; });
}

constexpr std::array scenario_file_keys{
    TomlKey<SettingsDraft>{"extends", "the name of a scenario, as a text, or several in brackets", are_names},
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
    for (const TomlValue& file : Chain{folder, draft.issues}.read(name)) {
        settings.settings.scenario_description.clear();
        apply_file(file, draft, settings);
    }
}

}  // namespace indus::inputs
