// SPDX-License-Identifier: Apache-2.0
#include "inputs/importers/write_case.hpp"

#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <map>
#include <system_error>

#include "inputs/csv_table.hpp"
#include "inputs/quantities.hpp"
#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

namespace fs = std::filesystem;

std::string settings_text(const SettingsDraft& draft) {
    const model::CaseSettings& settings = draft.settings;
    std::string text = fmt::format("name = {}\ntitle = {}\n", toml_text(settings.name), toml_text(settings.title));
    if (!settings.description.empty()) text += fmt::format("description = {}\n", toml_text(settings.description));
    text += fmt::format("currency = {}\n\n[horizon]\nstart = \"{}\"\nhours = {}\nstep_hours = {}\n",
                        toml_text(settings.currency), model::to_string(*draft.start), number_text(*draft.hours),
                        number_text(draft.step_hours));
    text += fmt::format("utc_offset = \"+00:00\"\n\n[defaults]\ncost_segments = {}\n", settings.cost_segments);
    return text;
}

/// One row per component, one column per field that any of them has.
std::string table_text(const KindPort& kind, const TableOrigin& table) {
    std::vector<std::size_t> columns;
    for (std::size_t field = 0; field < kind.fields.size(); ++field)
        for (const RowOrigin& row : table.rows)
            if (row.cells[field].state != CellState::absent) {
                columns.push_back(field);
                break;
            }
    std::string text;
    for (const std::size_t field : columns) text += (text.empty() ? "" : ",") + kind.fields[field].name;
    text += "\n";
    for (const RowOrigin& row : table.rows) {
        std::string line;
        for (const std::size_t field : columns) line += "," + csv_cell(row.cells[field].text);
        text += line.substr(std::min<std::size_t>(1, line.size())) + "\n";
    }
    return text;
}

std::string series_text(const std::vector<model::TimeSeries>& series) {
    std::string text = "time";
    for (const model::TimeSeries& each : series) text += "," + csv_cell(each.name);
    text += "\n";
    for (std::size_t step = 0; step < series.front().values.size(); ++step) {
        const auto offset = std::chrono::minutes{series.front().step_minutes * static_cast<long>(step)};
        text += model::to_string(series.front().start + offset);
        for (const model::TimeSeries& each : series) text += "," + number_text(each.values[step]);
        text += "\n";
    }
    return text;
}

std::string sources_text(const ImportedCase& made, const InputFile& source, std::string_view format) {
    std::string text = fmt::format(
        "# Sources\n\nEvery number of this case comes from one file, read by `indus import {}`:\n\n"
        "- file: `{}`, {} bytes\n- SHA-256: `{}`\n- origin, licence and citation: to be written here by whoever "
        "imported it\n",
        format, source.path, source.bytes, source.sha256);
    if (!made.notes.empty()) text += "\nWhat the file leaves open, and how it was taken:\n\n";
    for (const std::string& note : made.notes) text += "- " + note + "\n";
    return text;
}

std::map<std::string, std::string> texts_of(const ImportedCase& made, const InputFile& source,
                                            std::string_view format) {
    std::map<std::string, std::string> files{{"case.toml", settings_text(made.settings)},
                                             {"SOURCES.md", sources_text(made, source, format)}};
    for (const KindPort& kind : kinds())
        if (const TableOrigin& table = made.draft.table(kind); !table.rows.empty())
            files[kind.name + ".csv"] = table_text(kind, table);
    if (!made.draft.data.series.empty()) files["series/imported.csv"] = series_text(made.draft.data.series);
    return files;
}

}  // namespace

void write_case(const ImportedCase& made, const InputFile& source, std::string_view format, const fs::path& folder,
                std::vector<Issue>& issues) {
    std::error_code error;
    const bool free = !fs::exists(folder, error) || (fs::is_directory(folder, error) && fs::is_empty(folder, error));
    if (!free) {
        issues.push_back(issue_at({folder.string()}, "", "files", "a folder that is empty or not there yet"));
        return;
    }
    // Beside it first, so that no half of a case is left behind.
    const fs::path plain = folder.has_filename() ? folder : folder.parent_path();
    const fs::path beside{plain.string() + ".new"};
    bool written = !fs::exists(beside, error);
    for (const auto& [name, text] : texts_of(made, source, format)) {
        if (!written) break;
        fs::create_directories((beside / name).parent_path(), error);
        std::ofstream stream{beside / name, std::ios::binary};
        stream << text;
        stream.close();
        written = static_cast<bool>(stream);
    }
    if (written) {
        fs::remove(plain, error);  // an empty one
        fs::rename(beside, plain, error);
        written = !error;
    }
    if (written) return;
    fs::remove_all(beside, error);
    issues.push_back(issue_at({folder.string()}, "", "", "a folder that can be written"));
}

}  // namespace indus::inputs
