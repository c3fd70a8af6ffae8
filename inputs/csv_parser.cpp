// SPDX-License-Identifier: Apache-2.0
// libcsv calls back at the end of a cell and of a row and gives no position. It is fed line by line, so
// that a cell ends on the line being fed and the next cell of the row starts there.
#include "inputs/csv_parser.hpp"

#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <exception>
#include <new>

#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

/// More than any country has of anything.
constexpr std::size_t most_cells = 20'000;

/// The text up to and with its first line break: LF, CR LF or CR.
std::string_view first_line(std::string_view text) {
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) return text;
    return text.substr(0, end + (text.substr(end, 2) == "\r\n" ? 2 : 1));
}

class Parser {
public:
    explicit Parser(const std::function<bool(CsvRow&)>& on_row) : on_row_{on_row} {
        if (csv_init(&csv_, CSV_STRICT | CSV_STRICT_FINI) != 0) throw std::bad_alloc{};
    }
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;
    ~Parser() { csv_free(&csv_); }

    std::optional<CsvMistake> parse(std::string_view text) {
        while (!text.empty()) {
            const std::string_view line = first_line(text);
            text.remove_prefix(line.size());
            ++line_;
            if (!row_open_) row_.line = cell_line_ = line_;
            const std::size_t taken =
                csv_parse(&csv_, line.data(), line.size(), &Parser::end_cell, &Parser::end_row, this);
            if (failure_) std::rethrow_exception(failure_);
            if (taken < line.size()) return misplaced_quote(line);
            if (too_wide_) return too_wide();
            // A line with text ends its row, unless it ends inside quotes.
            row_open_ = !row_ended_ && (row_open_ || !trimmed(line.substr(0, line.find_first_of("\r\n"))).empty());
            if (row_ended_ && !hand_over()) return {};
        }
        return finish();
    }

private:
    static void end_cell(void* data, std::size_t size, void* self) noexcept {
        static_cast<Parser*>(self)->add_cell({static_cast<const char*>(data), data == nullptr ? 0 : size});
    }
    static void end_row(int, void* self) noexcept { static_cast<Parser*>(self)->row_ended_ = true; }

    /// Called from C code, through which no exception may pass.
    void add_cell(std::string_view text) noexcept {
        if (row_.cells.size() >= most_cells) {
            too_wide_ = true;
            return;
        }
        try {
            text_ += trimmed(text);
            ends_.push_back(text_.size());
            row_.cells.push_back({{}, cell_line_, true});
            cell_line_ = line_;
        } catch (...) {
            failure_ = std::current_exception();
        }
    }

    /// Gives the finished row away, unless it is blank; false when the taker wants no more.
    bool hand_over() {
        std::size_t begin = 0;
        for (std::size_t i = 0; i < ends_.size(); ++i) {
            row_.cells[i].text = std::string_view{text_}.substr(begin, ends_[i] - begin);
            begin = ends_[i];
        }
        const bool wanted = text_.empty() || on_row_(row_);
        text_.clear();
        ends_.clear();
        row_.cells.clear();
        row_ended_ = false;
        return wanted;
    }

    std::optional<CsvMistake> finish() {
        const bool complete = csv_fini(&csv_, &Parser::end_cell, &Parser::end_row, this) == 0;
        if (failure_) std::rethrow_exception(failure_);
        if (!complete) return CsvMistake{cell_line_, column(), "\"", "a closing quote \" before the end of the file"};
        if (too_wide_) return too_wide();
        if (row_ended_) hand_over();
        return {};
    }

    CsvMistake misplaced_quote(std::string_view line) const {
        return {line_, column(), std::string{line.substr(0, line.find_first_of("\r\n"))},
                "a cell with quotes around it as a whole and quotes inside it doubled"};
    }
    CsvMistake too_wide() const {
        return {row_.line, 0, fmt::format("over {} cells", most_cells),
                fmt::format("at most {} cells in a row", most_cells)};
    }
    int column() const { return static_cast<int>(ends_.size()) + 1; }

    const std::function<bool(CsvRow&)>& on_row_;
    csv_parser csv_{};
    std::string text_;               ///< of the cells of the row, one after the other
    std::vector<std::size_t> ends_;  ///< where each cell ends in text_
    CsvRow row_;
    int line_ = 0;       ///< the line being fed
    int cell_line_ = 1;  ///< where the present cell starts
    bool row_open_ = false;
    bool row_ended_ = false;
    bool too_wide_ = false;
    std::exception_ptr failure_;
};

}  // namespace

std::optional<CsvMistake> parse_csv(std::string_view text, const std::function<bool(CsvRow&)>& on_row) {
    return Parser{on_row}.parse(text);
}

}  // namespace indus::inputs
