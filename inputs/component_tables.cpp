// SPDX-License-Identifier: Apache-2.0
#include "inputs/component_tables.hpp"

#include <algorithm>
#include <cctype>

#include "inputs/csv_table.hpp"

namespace indus::inputs {

namespace {

/// Writes the rows of one table into the draft.
class TableReader : public CsvVisitor {
public:
    TableReader(const KindPort& kind, std::string file, Draft& draft)
        : kind_{kind}, file_{std::move(file)}, draft_{draft} {}

    bool header(const CsvRow& row) override {
        std::vector<int>& columns = draft_.table(kind_).columns;
        std::vector<std::string> meant;
        for (const CsvCell& cell : row.cells) {
            const int column = static_cast<int>(fields_.size()) + 1;
            const int field = kind_.find_field(cell.text);
            const bool fresh = field >= 0 && columns[static_cast<std::size_t>(field)] == 0;
            fields_.push_back(fresh ? field : -1);
            if (fresh) columns[static_cast<std::size_t>(field)] = column;
            if (field < 0 && cell.readable && !cell.text.empty()) meant.push_back(report_unknown(cell, column));
        }
        report_missing(row.line, meant);
        return true;
    }

    void row(const CsvRow& row) override {
        const int at = draft_.append(kind_, {file_, row.line, 0});
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            if (fields_[i] < 0) continue;
            const CsvCell& cell = row.cells[i];
            const Place place{file_, cell.line, static_cast<int>(i) + 1};
            if (cell.readable)
                draft_.assign(kind_, at, fields_[i], cell.text, place);
            else
                draft_.cell(kind_, at, fields_[i]) = {std::string{cell.text}, place, CellState::failed};
        }
        for (const int field : missing_) draft_.fail(kind_, at, field);
    }

    /// Its cells may stand in the wrong columns: only the name is taken, for those who refer to it.
    void misshapen_row(const CsvRow& row) override {
        const int at = draft_.append(kind_, {file_, row.line, 0});
        for (std::size_t i = 0; i < std::min(row.cells.size(), fields_.size()); ++i)
            if (fields_[i] >= 0 && kind_.fields[static_cast<std::size_t>(fields_[i])].name == "name")
                draft_.assign(kind_, at, fields_[i], row.cells[i].text, {file_, row.line, static_cast<int>(i) + 1});
        for (std::size_t field = 0; field < kind_.fields.size(); ++field)
            draft_.fail(kind_, at, static_cast<int>(field));
    }

private:
    /// Returns the field that was meant, or an empty text.
    std::string report_unknown(const CsvCell& cell, int column) {
        const std::string name{cell.text};
        std::string nearest = model::nearest_name(name, kind_.field_names());
        draft_.issues.push_back(
            issue_at({file_, cell.line, column}, "", name, "a column that " + kind_.name + " has", nearest));
        return nearest;
    }

    void report_missing(int line, const std::vector<std::string>& meant) {
        const std::vector<int>& columns = draft_.table(kind_).columns;
        for (std::size_t field = 0; field < columns.size(); ++field) {
            const FieldPort& port = kind_.fields[field];
            if (columns[field] > 0 || port.need != model::Need::required) continue;
            missing_.push_back(static_cast<int>(field));
            if (std::find(meant.begin(), meant.end(), port.name) == meant.end())
                draft_.issues.push_back(
                    issue_at({file_, line, 0}, port.name, "", "a column of this name, which is required"));
        }
    }

    const KindPort& kind_;
    std::string file_;
    Draft& draft_;
    std::vector<int> fields_;   ///< field of each column, or -1
    std::vector<int> missing_;  ///< required fields without a column
};

bool is_csv(std::string name) {
    for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return name.ends_with(".csv");
}

void report_unknown_tables(const CaseFolder& folder, Draft& draft) {
    std::vector<std::string> known;
    for (const std::string& kind : kind_names()) known.push_back(kind + ".csv");
    for (const std::string& name : folder.names()) {
        if (!is_csv(name) || std::find(known.begin(), known.end(), name) != known.end()) continue;
        const std::string nearest = model::nearest_name(name, known);
        draft.issues.push_back(issue_at({name}, "", name, "a table named after a kind of component", nearest));
        // What is in it may be what others refer to.
        if (!nearest.empty()) draft.table(*find_kind(nearest.substr(0, nearest.size() - 4))).incomplete = true;
    }
}

}  // namespace

void read_component_tables(CaseFolder& folder, Draft& draft) {
    report_unknown_tables(folder, draft);
    for (const KindPort& kind : kinds()) {
        const std::string file = kind.name + ".csv";
        if (!folder.has(file)) continue;
        const std::optional<std::string> bytes = folder.read_text(file, draft.issues);
        TableReader reader{kind, file, draft};
        if (!bytes || !read_csv(file, *bytes, reader, draft.issues)) draft.table(kind).incomplete = true;
    }
}

}  // namespace indus::inputs
