// SPDX-License-Identifier: Apache-2.0
// One sheet per table of csv_tables.hpp, whatever those are.
#include <fmt/format.h>

#include <cctype>
#include <charconv>
#include <optional>

#include "reports/csv_rows.hpp"
#include "reports/csv_tables.hpp"
#include "reports/workbook_sheets.hpp"

namespace indus::reports {

namespace {

bool is_time(std::string_view key) { return key == "time" || key == "start" || key == "end" || key == "first_time"; }

/// "2025-01-13 05:30", as model::to_string writes it.
std::optional<model::TimePoint> time_of(std::string_view text) {
    if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':') return {};
    const auto part = [&](std::size_t begin, std::size_t size) {
        int number = 0;
        std::from_chars(text.data() + begin, text.data() + begin + size, number);
        return number;
    };
    const std::chrono::year_month_day date{std::chrono::year{part(0, 4)},
                                           std::chrono::month{static_cast<unsigned>(part(5, 2))},
                                           std::chrono::day{static_cast<unsigned>(part(8, 2))}};
    if (!date.ok()) return {};
    return std::chrono::local_days{date} + std::chrono::minutes{part(11, 2) * 60 + part(14, 2)};
}

/// How the steps of a day become one number.
enum class DayRule { mean, sum, last };

DayRule day_rule(std::string_view key, std::string_view unit) {
    if (key.find("level_end") != std::string_view::npos) return DayRule::last;
    return unit == "MW" || unit == "units/h" || unit == "money/MWh" || unit == "share" ? DayRule::mean : DayRule::sum;
}

/// Makes one row of the rows that follow each other on a day and tell of the same thing. Steps count alike.
class Days {
public:
    Days(std::vector<DayRule> rules, std::function<void(const std::vector<CsvField>&)> on_row)
        : rules_{std::move(rules)}, on_row_{std::move(on_row)} {}

    void take(const std::vector<CsvField>& row) {
        if (!same_day(row)) flush();
        if (row_.empty()) {
            row_ = row;
            counts_.assign(row.size(), 0);
            row_[0].text = row[0].text.substr(0, 10) + " 00:00";
            for (std::size_t i = 1; i < row.size(); ++i)
                if (row[i].is_number) row_[i].number = 0.0;
        }
        for (std::size_t i = 1; i < row.size(); ++i) {
            if (!row[i].is_number) continue;
            row_[i].is_number = true;
            row_[i].number = rules_[i] == DayRule::last ? row[i].number : row_[i].number + row[i].number;
            ++counts_[i];
        }
    }
    void flush() {
        for (std::size_t i = 1; i < row_.size(); ++i)
            if (rules_[i] == DayRule::mean && counts_[i] > 0) row_[i].number /= counts_[i];
        if (!row_.empty()) on_row_(row_);
        row_.clear();
    }

private:
    bool same_day(const std::vector<CsvField>& row) const {
        if (row_.size() != row.size() || row_[0].text.substr(0, 10) != row[0].text.substr(0, 10)) return false;
        for (std::size_t i = 1; i < row.size(); ++i) {
            const bool both_text = !row[i].is_number && !row_[i].is_number;
            if (both_text && row[i].text != row_[i].text) return false;
        }
        return true;
    }

    std::vector<DayRule> rules_;
    std::function<void(const std::vector<CsvField>&)> on_row_;
    std::vector<CsvField> row_;
    std::vector<int> counts_;
};

/// Fills a sheet, and a second one where the first is full.
class TableSheets {
public:
    TableSheets(const PageInput& in, Book& book, std::string title, int most_rows)
        : in_{in}, book_{book}, title_{std::move(title)}, most_rows_{most_rows} {}

    void take(const std::vector<CsvField>& row) {
        if (keys_.empty()) {
            start(row);
            return;
        }
        days_ ? days_->take(row) : write(row);
    }
    void finish() {
        if (days_) days_->flush();
        if (sheet_ != nullptr) sheet_->filter(0, static_cast<int>(keys_.size()));
    }

private:
    void start(const std::vector<CsvField>& header) {
        std::vector<DayRule> rules;
        const bool by_day = shows_days(in_) && header.front().text == "time";
        for (const CsvField& field : header) {
            const std::string unit = unit_of_key(field.text);
            keys_.push_back(field.text);
            looks_.push_back(look_of(unit));
            rules.push_back(day_rule(field.text, unit));
            std::string title = title_of_key(field.text);
            if (by_day && !is_time(field.text)) title += day_words(rules.back(), field.text);
            titles_.push_back(header_text(title, unit, in_));
        }
        if (by_day) days_.emplace(rules, [this](const std::vector<CsvField>& row) { write(row); });
        add_sheet();
    }
    /// Columns of text have no unit, and neither has what is counted: both are known only by their cells.
    static std::string day_words(DayRule rule, std::string_view key) {
        if (rule == DayRule::mean) return ", mean of the day";
        if (rule == DayRule::last) return ", end of the day";
        const bool counts = key == "on" || key == "starts" || key == "start" || key == "stop";
        return counts || !unit_of_key(key).empty() ? ", sum of the day" : "";
    }
    void add_sheet() {
        sheet_ = &book_.add_sheet(title_);
        for (const std::string& title : titles_) sheet_->text(title, Look::header);
        sheet_->end_row();
        sheet_->freeze_above();
    }
    void write(const std::vector<CsvField>& row) {
        if (sheet_->row() == most_rows_) {
            sheet_->filter(0, static_cast<int>(keys_.size()));
            add_sheet();
        }
        for (std::size_t i = 0; i < row.size() && i < keys_.size(); ++i) {
            const CsvField& field = row[i];
            const auto time = is_time(keys_[i]) ? time_of(field.text) : std::nullopt;
            if (field.is_number)
                sheet_->number(field.number, looks_[i]);
            else if (time)
                sheet_->time(*time);
            else if (field.text.empty())
                sheet_->blank();
            else
                sheet_->text(field.text);
        }
        sheet_->end_row();
    }

    const PageInput& in_;
    Book& book_;
    std::string title_;
    int most_rows_;
    std::vector<std::string> keys_;
    std::vector<std::string> titles_;
    std::vector<Look> looks_;
    std::optional<Days> days_;
    Sheet* sheet_ = nullptr;
};

}  // namespace

void write_table_sheets(const PageInput& in, Book& book, int most_rows) {
    for (const CsvTable& table : csv_tables(in.system, in.solution, in.digest, in.series)) {
        TableSheets sheets{in, book, title_of_key(table.file.substr(0, table.file.rfind('.'))), most_rows};
        CsvRows rows{[&](const std::vector<CsvField>& row) { sheets.take(row); }};
        table.write([&](std::string_view text) { rows.take(text); });
        sheets.finish();
    }
}

}  // namespace indus::reports
