// SPDX-License-Identifier: Apache-2.0
#include "inputs/importers/import_file.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <variant>

#include "inputs/draft_completion.hpp"
#include "inputs/gzip.hpp"
#include "inputs/importers/readers.hpp"
#include "inputs/importers/write_case.hpp"

namespace indus::inputs {

namespace {

constexpr std::size_t most_issues = 100;

struct Format {
    std::string_view name{};
    void (*read_json)(JsonObject&, const std::string& file, ImportedCase&) = nullptr;
    std::vector<std::string_view> members{};  ///< by which a file of it is known
};

const std::vector<Format>& json_formats() {
    static const std::vector<Format> formats{
        {"egret", read_egret, {"elements", "system"}},
        {"unitcommitment-jl", read_unitcommitment_jl, {"Parameters", "Buses"}},
        {"pglib-uc", read_pglib_uc, {"thermal_generators", "time_periods"}},
    };
    return formats;
}

/// The file as text; nothing, with an issue, where it cannot be read.
std::optional<std::string> text_of(CaseFolder& folder, const std::string& file, std::vector<Issue>& issues) {
    std::optional<std::string> bytes = folder.read(file, issues);
    if (!bytes || !bytes->starts_with("\x1f\x8b")) return bytes;
    auto unpacked = gunzip(*bytes);
    if (auto* text = std::get_if<std::string>(&unpacked)) return std::move(*text);
    const auto& mistake = std::get<GzipMistake>(unpacked);
    issues.push_back(issue_at({file}, "", mistake.found, mistake.expected));
    return {};
}

bool looks_like_json(std::string_view text) {
    const std::size_t start = text.find_first_not_of(" \t\r\n\xef\xbb\xbf");
    return start != std::string_view::npos && (text[start] == '{' || text[start] == '[');
}

/// What a JSON file is, or null with an issue.
const Format* format_of(JsonObject& root, const std::string& file, const std::string& asked,
                        std::vector<Issue>& issues) {
    for (const Format& each : json_formats()) {
        const bool fits = std::all_of(each.members.begin(), each.members.end(),
                                      [&](std::string_view member) { return root.has(member); });
        if (asked.empty() ? fits : each.name == asked) return &each;
    }
    issues.push_back(issue_at({file}, "", "a JSON document of another kind",
                              fmt::format("one of the formats {}", fmt::join(import_formats(), ", "))));
    return nullptr;
}

void read_text(std::string_view text, const std::string& file, const std::string& asked, ImportedCase& made,
               std::string& format) {
    const bool json = asked.empty() ? looks_like_json(text) : asked != "matpower";
    if (json) {
        JsonSource source{file, text, made.draft.issues};
        std::optional<JsonObject> root = source.root();
        const Format* known = root ? format_of(*root, file, asked, made.draft.issues) : nullptr;
        if (known == nullptr) return;
        format = known->name;
        known->read_json(*root, file, made);
        return;
    }
    format = "matpower";
    read_matpower(text, file, made);
}

/// Checks an imported case as one from a folder.
void complete(ImportedCase& made, const ReadOptions& options, LoadedCase& loaded) {
    Draft& draft = made.draft;
    if (options.scenario != "base")
        draft.issues.push_back(issue_at({std::string{options_file}}, "scenario", options.scenario,
                                        "base, as a file has no scenarios; import it as a case folder"));
    const auto horizon =
        made.settings.start ? make_horizon(made.settings, options.from, options.hours, draft.issues) : std::nullopt;
    loaded.run_options = made.settings.run_options;
    if (horizon) {
        draft.data.settings = made.settings.settings;
        draft.data.horizon = *horizon;
        loaded.system = complete_draft(draft);
    }
    loaded.issues = std::move(draft.issues);
    if (loaded.issues.size() > most_issues) {
        const std::size_t more = loaded.issues.size() - most_issues;
        const Place place{loaded.files.empty() ? "" : loaded.files.front().path};
        loaded.issues.resize(most_issues);
        loaded.issues.push_back(issue_at(place, "", fmt::format("{} more problems", more), "none"));
    }
}

struct Imported {
    ImportedCase made{};
    std::string format{};
    LoadedCase loaded{};
};

Imported load(const std::filesystem::path& path, const std::string& format, const ReadOptions& options) {
    Imported imported;
    CaseFolder folder{path.parent_path()};
    const std::string file = path.filename().string();
    if (!format.empty() &&
        std::find(import_formats().begin(), import_formats().end(), format) == import_formats().end())
        imported.made.draft.issues.push_back(issue_at({std::string{options_file}}, "format", format,
                                                      fmt::format("one of {}", fmt::join(import_formats(), ", ")),
                                                      model::nearest_name(format, import_formats())));
    else if (const std::optional<std::string> text = text_of(folder, file, imported.made.draft.issues))
        read_text(*text, file, format, imported.made, imported.format);
    imported.loaded.files = folder.files();
    ImportedCase checked = imported.made;
    complete(checked, options, imported.loaded);
    imported.loaded.notes = imported.made.notes;
    return imported;
}

}  // namespace

const std::vector<std::string>& import_formats() {
    static const std::vector<std::string> names{"matpower", "egret", "unitcommitment-jl", "pglib-uc"};
    return names;
}

LoadedCase read_file(const std::filesystem::path& path, const std::string& format, const ReadOptions& options) {
    return std::move(load(path, format, options).loaded);
}

std::vector<Issue> import_file(const std::filesystem::path& path, const std::string& format,
                               const std::filesystem::path& folder) {
    Imported imported = load(path, format, {});
    std::vector<Issue>& issues = imported.loaded.issues;
    if (issues.empty()) write_case(imported.made, imported.loaded.files.front(), imported.format, folder, issues);
    return std::move(issues);
}

}  // namespace indus::inputs
