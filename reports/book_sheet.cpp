// SPDX-License-Identifier: Apache-2.0
// Cells, and the names and texts that Excel accepts.
#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "reports/book.hpp"

namespace indus::reports {

namespace {

constexpr std::size_t most_characters = 32767;
constexpr std::size_t most_name_characters = 31;
constexpr double least_width = 9.0, most_width = 42.0, page_width = 110.0, row_height = 15.0;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// Bytes of the character that begins the text; 0 where it is no UTF-8 or has no place in XML.
std::size_t character_size(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return first >= 0x20 && first != 0x7f ? 1 : 0;
    const std::size_t size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < size) return 0;
    unsigned code = first & (0xffU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return 0;
        code = code << 6U | (byte(i) & 0x3fU);
    }
    const bool too_long = (size == 3 && code < 0x800) || (size == 4 && code < 0x10000);
    const bool no_character = (code >= 0xd800 && code < 0xe000) || code > 0x10ffff || (code & 0xfffeU) == 0xfffe;
    return too_long || no_character ? 0 : size;
}

bool same_name(std::string_view left, std::string_view right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](char a, char b) {
        return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
    });
}

/// The first `limit` characters.
std::string cut(std::string_view text, std::size_t limit) {
    std::size_t end = 0, kept = 0;
    for (; end < text.size(); ++end)
        if ((text[end] & 0xc0) != 0x80 && kept++ == limit) break;
    return std::string{text.substr(0, end)};
}

}  // namespace

std::string cell_text(std::string_view text) {
    std::string safe;
    std::size_t kept = 0;
    while (!text.empty() && kept++ < most_characters) {
        const std::size_t size = character_size(text);
        const bool is_break = text[0] == '\n' || text[0] == '\t';
        if (size > 0 || is_break)
            safe += text.substr(0, std::max<std::size_t>(size, 1));
        else
            safe += static_cast<unsigned char>(text[0]) < 0x80 ? " " : "\ufffd";
        text.remove_prefix(std::max<std::size_t>(size, 1));
    }
    return safe;
}

std::string sheet_name(std::string_view wanted, const std::vector<std::string>& taken) {
    std::string name = cell_text(wanted);
    for (char& letter : name)
        if (std::string_view{"[]:*?/\\\n\t"}.find(letter) != std::string_view::npos) letter = '-';
    const std::size_t begin = name.find_first_not_of("' ");
    name = begin == std::string::npos ? "Sheet" : name.substr(begin, name.find_last_not_of("' ") + 1 - begin);
    const auto is_taken = [&](const std::string& one) {
        // "History" is Excel's own.
        return same_name(one, "History") ||
               std::any_of(taken.begin(), taken.end(), [&](const std::string& other) { return same_name(one, other); });
    };
    std::string fitting = cut(name, most_name_characters);
    for (int count = 2; is_taken(fitting); ++count) {
        const std::string suffix = fmt::format(" {}", count);
        fitting = cut(name, most_name_characters - suffix.size()) + suffix;
    }
    return fitting;
}

Sheet& Sheet::text(std::string_view text, Look look) {
    const std::string safe = cell_text(text);
    worksheet_write_string(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column_), safe.c_str(),
                           book_.format(look));
    // A header may break between words.
    widen(look == Look::header ? characters(safe) * 2 / 3 : characters(safe), look);
    ++column_;
    return *this;
}

Sheet& Sheet::number(double number, Look look) {
    if (!std::isfinite(number)) return blank();
    worksheet_write_number(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column_),
                           number == 0.0 ? 0.0 : number, book_.format(look));
    const double magnitude = std::abs(number) < 1.0 ? 0.0 : std::floor(std::log10(std::abs(number)));
    widen(static_cast<std::size_t>(magnitude * 4.0 / 3.0) + 6, look);
    ++column_;
    return *this;
}

Sheet& Sheet::time(model::TimePoint time) {
    // Excel counts days from 30 December 1899.
    constexpr double days_to_1970 = 25569.0, minutes_a_day = 1440.0;
    worksheet_write_number(sheet_, static_cast<lxw_row_t>(row_), static_cast<lxw_col_t>(column_),
                           days_to_1970 + static_cast<double>(time.time_since_epoch().count()) / minutes_a_day,
                           book_.format(Look::time));
    widen(16, Look::time);
    ++column_;
    return *this;
}

Sheet& Sheet::blank() {
    ++column_;
    return *this;
}

void Sheet::end_row() {
    ++row_;
    column_ = 0;
}

void Sheet::sentence(std::string_view text, Look look, int columns) {
    const std::string safe = cell_text(text);
    const auto row = static_cast<lxw_row_t>(row_);
    const double lines = std::ceil(static_cast<double>(std::max<std::size_t>(characters(safe), 1)) / page_width);
    worksheet_set_row(sheet_, row, row_height * lines, nullptr);
    worksheet_merge_range(sheet_, row, 0, row, static_cast<lxw_col_t>(columns - 1), safe.c_str(), book_.format(look));
    end_row();
}

void Sheet::widen(std::size_t text_characters, Look look) {
    if (look == Look::title || look == Look::heading || look == Look::running) return;
    set_width(column_, std::min(static_cast<double>(text_characters) + 2.0, most_width));
}

void Sheet::set_width(int column, double text_characters) {
    const auto at = static_cast<std::size_t>(column);
    if (widths_.size() <= at) widths_.resize(at + 1, least_width);
    widths_[at] = std::max(widths_[at], text_characters);
}

void Sheet::freeze_above() {
    worksheet_freeze_panes(sheet_, static_cast<lxw_row_t>(row_), 0);
    worksheet_repeat_rows(sheet_, static_cast<lxw_row_t>(row_ - 1), static_cast<lxw_row_t>(row_ - 1));
}

void Sheet::filter(int row, int columns) {
    if (row_ - 1 <= row) return;  // nothing below
    worksheet_autofilter(sheet_, static_cast<lxw_row_t>(row), 0, static_cast<lxw_row_t>(row_ - 1),
                         static_cast<lxw_col_t>(columns - 1));
}

void Sheet::hide_grid() { worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES); }

void Sheet::finish() {
    for (std::size_t i = 0; i < widths_.size(); ++i)
        worksheet_set_column(sheet_, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), widths_[i], nullptr);
}

}  // namespace indus::reports
