// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/appended_table.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "inputs/csv_table.hpp"
#include "inputs/quantities.hpp"
#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

/// Takes the columns of a table, and reports names in it that are to be added.
class NameSearch : public CsvVisitor {
public:
    NameSearch(const SectorTable& added, std::vector<Issue>& issues) : added_{added}, issues_{issues} {}

    bool header(const CsvRow& row) override {
        for (const CsvCell& cell : row.cells) columns.emplace_back(cell.text);
        name_ = static_cast<std::size_t>(std::find(columns.begin(), columns.end(), "name") - columns.begin());
        return true;
    }
    void row(const CsvRow& row) override {
        if (name_ >= row.cells.size()) return;
        const CsvCell& cell = row.cells[name_];
        for (std::size_t i = 0; i < added_.rows.size(); ++i)
            if (added_.cell(i, "name") == cell.text)
                issues_.push_back(issue_at({added_.kind + ".csv", cell.line, static_cast<int>(name_) + 1}, "name",
                                           cell.text, "no such name yet, as the sector adds it; give another --name"));
    }
    void misshapen_row(const CsvRow&) override {}

    std::vector<std::string> columns{};

private:
    const SectorTable& added_;
    std::vector<Issue>& issues_;
    std::size_t name_ = 0;
};

bool holds_something(const SectorTable& table, std::string_view column) {
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        if (!table.cell(row, column).empty()) return true;
    return false;
}

/// Puts `first` before the end of the first row and `others` before those of all others; blank lines stay blank.
std::string widened(std::string_view text, const std::string& first, const std::string& others) {
    std::string made;
    bool quoted = false, is_first = true;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        if (i < text.size() && text[i] == '"') quoted = !quoted;
        if (i < text.size() && (text[i] != '\n' || quoted)) continue;
        const std::string_view line = text.substr(begin, i - begin);
        const std::string_view cells = line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
        made += cells;
        if (!trimmed(cells).empty()) {
            made += is_first ? first : others;
            is_first = false;
        }
        made += text.substr(begin + cells.size(), i + 1 - begin - cells.size());
        begin = i + 1;
    }
    return made;
}

std::string joined(const std::vector<std::string>& cells) {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) line += (i > 0 ? "," : "") + csv_cell(cells[i]);
    return line;
}

}  // namespace

std::string appended_table(std::string_view text, const SectorTable& added, std::vector<Issue>& issues) {
    std::vector<std::string> columns;
    std::string made{text};
    const std::string end = text.find("\r\n") != std::string_view::npos ? "\r\n" : "\n";
    if (!text.empty()) {
        NameSearch search{added, issues};
        read_csv(added.kind + ".csv", text, search, issues);
        columns = search.columns;
    }
    std::string first, others;
    for (const std::string& column : added.columns) {
        if (std::find(columns.begin(), columns.end(), column) != columns.end() || !holds_something(added, column))
            continue;
        columns.push_back(column);
        first += "," + column;
        others += ",";
    }
    if (text.empty())
        made = joined(columns) + end;
    else if (!first.empty())
        made = widened(text, first, others);
    if (!made.ends_with('\n')) made += end;
    for (std::size_t row = 0; row < added.rows.size(); ++row) {
        std::vector<std::string> cells;
        for (const std::string& column : columns) cells.emplace_back(added.cell(row, column));
        made += joined(cells) + end;
    }
    return made;
}

std::string appended_scenario(std::string_view text, const std::vector<SectorTable>& added) {
    std::string made{text.empty() ? "extends = \"base\"\n" : text};
    if (!made.ends_with('\n')) made += '\n';
    for (const SectorTable& table : added)
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            std::string values;
            for (const std::string& column : table.columns) {
                const std::string_view cell = table.cell(row, column);
                if (cell.empty()) continue;
                values += fmt::format("{}{} = {}", values.empty() ? "" : ", ", column,
                                      parse_number(cell) ? std::string{cell} : toml_text(cell));
            }
            made += fmt::format("\n[[add]]\nkind = \"{}\"\nvalues = {{ {} }}\n", table.kind, values);
        }
    return made;
}

}  // namespace indus::inputs
