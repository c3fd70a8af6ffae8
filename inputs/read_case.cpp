// SPDX-License-Identifier: Apache-2.0
#include "inputs/read_case.hpp"

#include "inputs/case_settings.hpp"
#include "inputs/component_tables.hpp"
#include "inputs/draft_completion.hpp"
#include "inputs/scenario.hpp"

namespace indus::inputs {

namespace {

constexpr const char* settings_file = "case.toml";

/// What is wrong with the folder as a whole, if anything.
std::optional<Issue> folder_issue(const std::filesystem::path& folder) {
    std::error_code error;
    if (std::filesystem::is_directory(folder, error)) return {};
    const bool exists = std::filesystem::exists(folder, error);
    return issue_at({folder.string()}, "", exists ? "a file" : "", "a case folder with a case.toml");
}

void read_settings(CaseFolder& folder, SettingsDraft& settings, std::vector<Issue>& issues) {
    if (!folder.has(settings_file)) {
        issues.push_back(issue_at({settings_file}, "", "", "a file with the settings of the case"));
        return;
    }
    const std::optional<std::string> bytes = folder.read_text(settings_file, issues);
    if (!bytes) return;
    if (const std::optional<TomlValue> file = parse_toml(settings_file, *bytes, issues))
        read_case_settings(*file, settings, issues);
}

/// For checks that do not depend on the horizon, when it could not be read.
model::Horizon stand_in_horizon() { return model::Horizon::uniform({}, 1.0, 1); }

}  // namespace

LoadedCase read_case(const std::filesystem::path& path, const ReadOptions& options) {
    LoadedCase loaded;
    if (const std::optional<Issue> issue = folder_issue(path)) {
        loaded.issues.push_back(*issue);
        return loaded;
    }
    CaseFolder folder{path};
    Draft draft;
    SettingsDraft settings;
    read_settings(folder, settings, draft.issues);
    read_component_tables(folder, draft);
    apply_scenario(folder, options.scenario, draft, settings);

    const std::optional<model::Horizon> horizon = make_horizon(settings, options.from, options.hours, draft.issues);
    draft.data.settings = settings.settings;
    draft.data.horizon = horizon.value_or(stand_in_horizon());
    loaded.system = complete_draft(folder, draft, horizon.has_value());
    loaded.run_options = settings.run_options;
    loaded.issues = std::move(draft.issues);
    loaded.files = folder.files();
    sort_issues(loaded.issues);
    return loaded;
}

std::vector<std::string> scenario_names(const std::filesystem::path& folder) {
    return scenario_names(CaseFolder{folder});
}

}  // namespace indus::inputs
