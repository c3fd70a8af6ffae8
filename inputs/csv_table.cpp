// SPDX-License-Identifier: Apache-2.0
#include "inputs/csv_table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "inputs/csv_parser.hpp"
#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string cell_count(std::size_t count) { return fmt::format("{} {}", count, count == 1 ? "cell" : "cells"); }

class Table {
public:
    Table(const std::string& file, CsvVisitor& visitor, std::vector<Issue>& issues)
        : file_{file}, visitor_{visitor}, issues_{issues} {}

    bool take(CsvRow& row) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) check_text(row.cells[i], static_cast<int>(i) + 1);
        if (width_ == 0) return take_header(row);
        if (row.cells.size() == width_) {
            visitor_.row(row);
        } else {
            const int column = row.cells.size() > width_ ? static_cast<int>(width_) + 1 : 0;
            issues_.push_back(issue_at({file_, row.line, column}, "", cell_count(row.cells.size()),
                                       cell_count(width_) + ", as in the header"));
            visitor_.misshapen_row(row);
        }
        return !gives_up(row.line);
    }
    bool has_header() const { return width_ > 0; }

private:
    /// Beyond a thousand problems nobody learns more, and memory fills.
    bool gives_up(int line) {
        constexpr std::size_t most_issues = 1000;
        if (issues_.size() - issues_before_ <= most_issues) return false;
        issues_.push_back(issue_at({file_, line, 0}, "", fmt::format("over {} problems", most_issues),
                                   "fewer; what follows was not read"));
        return true;
    }

    bool take_header(const CsvRow& row) {
        width_ = row.cells.size();
        if (width_ == 1 && row.cells[0].text.find(';') != std::string_view::npos) {
            issues_.push_back(
                issue_at({file_, row.line, 1}, "", row.cells[0].text, "column names separated by commas"));
            return false;
        }
        std::map<std::string_view, std::size_t> first;
        for (std::size_t i = 0; i < width_; ++i) {
            const std::string_view name = row.cells[i].text;
            const Place place{file_, row.cells[i].line, static_cast<int>(i) + 1};
            if (name.empty()) issues_.push_back(issue_at(place, "", "", "a column name"));
            const auto [known, fresh] = first.emplace(name, i);
            if (!fresh && !name.empty())
                issues_.push_back(
                    issue_at(place, name, name,
                             fmt::format("a column name only once; column {} has it already", known->second + 1)));
        }
        return visitor_.header(row) && !gives_up(row.line);
    }

    void check_text(CsvCell& cell, int column) {
        const auto suspect = [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0x80; };
        if (std::none_of(cell.text.begin(), cell.text.end(), suspect)) return;
        const bool has_nul = cell.text.find('\0') != std::string_view::npos;
        cell.readable = !has_nul && is_utf8(cell.text);
        if (!cell.readable)
            issues_.push_back(issue_at({file_, cell.line, column}, "", cell.text,
                                       has_nul ? "text without NUL bytes" : "text in UTF-8"));
    }

    const std::string& file_;
    CsvVisitor& visitor_;
    std::vector<Issue>& issues_;
    std::size_t issues_before_ = issues_.size();
    std::size_t width_ = 0;
};

}  // namespace

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\n\r") == std::string_view::npos) return std::string{text};
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? "\"\"" : std::string{c};
    return quoted + "\"";
}

bool read_csv(const std::string& file, std::string_view bytes, CsvVisitor& visitor, std::vector<Issue>& issues) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        issues.push_back(issue_at({file}, "", "text in UTF-16", "text in UTF-8"));
        return false;
    }
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    Table table{file, visitor, issues};
    bool taken = true;
    const auto mistake = parse_csv(bytes, [&](CsvRow& row) { return taken = table.take(row); });
    if (mistake) {
        const Place place{file, mistake->line, mistake->column};
        issues.push_back(issue_at(place, "", mistake->found, mistake->expected));
        return false;
    }
    if (!table.has_header()) issues.push_back(issue_at({file}, "", "", "a header row with column names"));
    return taken && table.has_header();
}

}  // namespace indus::inputs
