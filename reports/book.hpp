// SPDX-License-Identifier: Apache-2.0
// An Excel workbook under construction. Sheets are filled row by row and leave the memory at once, so that a
// year fits; charts may be laid over any cells.
//
//     Book book{"results.xlsx", "An island", system.horizon().start()};
//     Sheet& sheet = book.add_sheet("Plants");
//     sheet.text("hub_1").number(660.0, Look::tenth).end_row();
//     book.close();
//
// Text is always text: a name like "=cmd()" is no formula. The library behind it is libxlsxwriter; the same calls
// give the same bytes. Numbers keep 16 digits. Failures throw std::runtime_error that names the file.
#pragma once

#include <deque>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/horizon.hpp"

struct lxw_chart;
struct lxw_format;
struct lxw_workbook;
struct lxw_worksheet;

namespace indus::reports {

enum class Look {
    plain,    ///< as the program likes
    running,  ///< text that may run over empty neighbours
    title,    ///< of the workbook
    heading,  ///< above a table
    header,   ///< of a column
    label,    ///< of a row
    prose,    ///< sentences, over the width of the page
    good,
    warning,
    bad,        ///< sentences with that tone
    time,       ///< 2025-01-13 05:30
    whole,      ///< 1,234
    tenth,      ///< 1,234.5
    hundredth,  ///< 1,234.56
    fine,       ///< 0.123
    share       ///< 12.3%
};
inline constexpr std::size_t look_count = 16;

/// How numbers of a unit look: "MWh", "money", "money/MWh", "share", ... (reports/columns.hpp).
Look look_of(std::string_view unit);

/// Text that a cell can hold: UTF-8 without control characters, at most 32,767 characters.
std::string cell_text(std::string_view text);

/// A name that a sheet may have: at most 31 characters, none of []:*?/\, no apostrophe at an end, not among `taken`
/// whatever the case.
std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken);

class Book;

/// A sheet, filled from left to right and from top to bottom.
class Sheet {
public:
    Sheet(Book& book, lxw_worksheet* sheet, std::string name) : book_{book}, sheet_{sheet}, name_{std::move(name)} {}

    Sheet& text(std::string_view text, Look look = Look::plain);
    Sheet& number(double number, Look look = Look::plain);
    Sheet& time(model::TimePoint time);
    Sheet& blank();
    void end_row();
    /// A sentence over the first `columns` columns, as high as it needs, on a row of its own.
    void sentence(std::string_view text, Look look = Look::prose, int columns = 8);

    /// The row just ended stays in sight and, below, is repeated on paper.
    void freeze_above();
    /// Filter buttons on the header at `row`, for `columns` columns down to the last row.
    void filter(int row, int columns);
    /// No grid, for pages that are read.
    void hide_grid();
    /// Least width of a column in characters; cells widen it up to a limit.
    void set_width(int column, double characters);

    const std::string& name() const { return name_; }
    int row() const { return row_; }  ///< the next to be filled, from 0
    lxw_worksheet* handle() const { return sheet_; }

private:
    friend class Book;
    void widen(std::size_t characters, Look look);
    void finish();

    Book& book_;
    lxw_worksheet* sheet_;
    std::string name_;
    int row_ = 0;
    int column_ = 0;
    std::vector<double> widths_;
};

class Book {
public:
    /// `created` is written into the file; temporary files stand beside it and are gone when it is closed.
    Book(std::filesystem::path file, const std::string& title, model::TimePoint created);
    ~Book();
    Book(const Book&) = delete;
    Book& operator=(const Book&) = delete;

    /// In this order they appear; the name is made fit.
    Sheet& add_sheet(std::string_view name);
    /// A chart that is to be filled and laid on a sheet (reports/book_chart.hpp).
    lxw_chart* add_chart(int type);
    lxw_format* format(Look look) const { return formats_[static_cast<std::size_t>(look)]; }
    /// Writes the file.
    void close();

    [[noreturn]] void fail(std::string_view why) const;

private:
    void make_formats();
    void check_parts(const std::map<std::string, long>& least_bytes) const;

    std::filesystem::path file_;
    lxw_workbook* book_ = nullptr;
    std::vector<lxw_format*> formats_;
    std::deque<Sheet> sheets_;
};

}  // namespace indus::reports
