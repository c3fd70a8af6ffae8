// SPDX-License-Identifier: Apache-2.0
#include "inputs/series_files.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>

#include "inputs/cell_values.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/quantities.hpp"
#include "inputs/time_axis.hpp"

namespace indus::inputs {

namespace {

constexpr int most_issues_per_file = 100;

using Owners = std::map<std::string, std::string, std::less<>>;  ///< series -> its file

class SeriesReader : public CsvVisitor {
public:
    SeriesReader(std::string file, const std::set<std::string>& wanted, Owners& owners, SeriesFiles& result,
                 std::vector<Issue>& issues)
        : file_{std::move(file)}, wanted_{wanted}, owners_{owners}, result_{result}, issues_{issues} {}

    bool header(const CsvRow& row) override {
        if (row.cells[0].text != "time") {
            report({file_, row.line, 1}, "", row.cells[0].text, "the column name time");
            result_.complete = false;
            return false;
        }
        if (row.cells.size() == 1) report({file_, row.line, 0}, "", "", "a series beside the column time");
        for (std::size_t i = 1; i < row.cells.size(); ++i) add_column(row.cells[i], static_cast<int>(i) + 1);
        return true;
    }

    void row(const CsvRow& row) override {
        if (const auto expected = axis_.add(row.cells[0].text, row.line)) {
            report({file_, row.line, 1}, "time", row.cells[0].text, *expected);
            sound_ = false;
        }
        for (std::size_t i = 1; i < row.cells.size(); ++i)
            add_value(columns_[i - 1], row.cells[i], static_cast<int>(i) + 1);
    }

    void misshapen_row(const CsvRow& row) override {
        sound_ = false;
        // The row's time still counts, lest a gap be reported as well.
        static_cast<void>(axis_.add(row.cells[0].text, row.line));
    }

    /// Hands over what was read.
    void finish(bool complete) {
        if (complete && axis_.row_count() < 2) {
            report({file_}, "", axis_.row_count() == 0 ? "no rows" : "1 row",
                   "at least two rows: the step is the time between the first two");
            sound_ = false;
        }
        if (unreported_ > 0)
            issues_.push_back(issue_at({file_}, "", fmt::format("{} more problems", unreported_), "no problems"));
        for (Column& column : columns_) {
            if (column.name.empty()) continue;
            if (!complete || !sound_ || column.broken)
                result_.broken.insert(column.name);
            else if (column.wanted)
                result_.series.push_back({column.name, axis_.start(), axis_.step_minutes(), std::move(column.values)});
        }
    }

private:
    struct Column {
        std::string name{};
        bool wanted = false;
        bool broken = false;
        std::vector<double> values{};
    };

    void add_column(const CsvCell& cell, int number) {
        const std::string name{cell.text};
        Column& column = columns_.emplace_back();
        if (name.empty() || !cell.readable) return;  // reported with the header
        const Place place{file_, cell.line, number};
        if (parse_number(name) || looks_like_number(name) || name.find('*') != std::string::npos)
            return report(place, "", name, "a series name that is no number and has no * in it");
        const auto [owner, fresh] = owners_.emplace(name, file_);
        result_.known.insert(name);
        if (!fresh && owner->second != file_)
            report(place, "", name, fmt::format("a series name of its own; {} has it already", owner->second));
        column = {name, fresh && wanted_.contains(name), !fresh, {}};
    }

    void add_value(Column& column, const CsvCell& cell, int number) {
        const std::optional<double> value = parse_number(cell.text);
        if (value) {
            if (column.wanted) column.values.push_back(*value);
            return;
        }
        column.broken = true;
        if (!cell.readable) return;
        double unused = 0.0;
        const MaybeMistake mistake = read_value(cell.text, {column.name, "-", {}}, unused);
        report({file_, cell.line, number}, column.name, cell.text, mistake ? mistake->expected : "a number");
    }

    void report(const Place& place, std::string_view field, std::string_view found, std::string_view expected) {
        if (++reported_ <= most_issues_per_file)
            issues_.push_back(issue_at(place, field, found, expected));
        else
            ++unreported_;
    }

    std::string file_;
    const std::set<std::string>& wanted_;
    Owners& owners_;
    SeriesFiles& result_;
    std::vector<Issue>& issues_;
    std::vector<Column> columns_;
    TimeAxis axis_;
    bool sound_ = true;  ///< the times and the shape of the rows
    int reported_ = 0;
    int unreported_ = 0;
};

bool is_series_file(const std::string& name) { return name.ends_with(".csv") || name.ends_with(".CSV"); }

}  // namespace

SeriesFiles read_series_files(CaseFolder& folder, const std::set<std::string>& wanted, std::vector<Issue>& issues) {
    SeriesFiles result;
    Owners owners;
    for (const std::string& name : folder.names("series")) {
        if (!is_series_file(name)) continue;
        const std::string file = "series/" + name;
        const std::optional<std::string> bytes = folder.read_text(file, issues);
        if (!bytes) {
            result.complete = false;
            continue;
        }
        SeriesReader reader{file, wanted, owners, result, issues};
        const std::set<std::string> known_before = result.known;
        const bool complete = read_csv(file, *bytes, reader, issues);
        reader.finish(complete);
        if (!complete && result.known == known_before) result.complete = false;
    }
    return result;
}

}  // namespace indus::inputs
