// SPDX-License-Identifier: Apache-2.0
#include "solver/mps_fields.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>

namespace indus::solver {

namespace {

constexpr std::string_view blanks = " \t";

struct Column {
    std::size_t first;
    std::size_t size;
};
constexpr std::array<Column, 6> fixed_columns{{{1, 2}, {4, 8}, {14, 8}, {24, 12}, {39, 8}, {49, 12}}};

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_comment(std::string_view field, std::size_t index) { return index >= 2 && field.front() == '$'; }

/// Strtod takes more than the format has (hexadecimal, "nan"): only what from_chars takes, with a plus and a "d".
std::optional<double> parse_plain(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (end != text.data() + text.size() || std::isnan(value)) return {};
    if (error == std::errc::result_out_of_range) {
        // Too large or too small for a double: the sign of the exponent tells which.
        const std::size_t exponent = text.find_first_of("eE");
        const bool small = exponent == std::string_view::npos ? text.find_first_of("123456789") > text.find('.')
                                                              : exponent + 1 < text.size() && text[exponent + 1] == '-';
        const double size = small ? 0.0 : std::numeric_limits<double>::infinity();
        return text.front() == '-' ? -size : size;
    }
    return error == std::errc{} ? std::optional{value} : std::nullopt;
}

}  // namespace

std::string_view trim_blanks(std::string_view text) {
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

MpsFields split_free(std::string_view line) {
    MpsFields fields;
    // Plain loops: the searches of string_view call memchr for every character.
    for (std::size_t at = 0;;) {
        while (at < line.size() && is_blank(line[at])) ++at;
        if (at == line.size()) break;
        std::size_t end = at;
        while (end < line.size() && !is_blank(line[end])) ++end;
        const std::string_view field = line.substr(at, end - at);
        if (is_comment(field, fields.count)) break;
        if (fields.count == fields.field.size()) {
            fields.overflow = true;
            break;
        }
        fields.field[fields.count++] = field;
        at = end;
    }
    return fields;
}

MpsFields split_fixed(std::string_view line) {
    MpsFields fields;
    std::size_t expected = 0;
    for (std::size_t c = 0; c < fixed_columns.size() && expected < line.size(); ++c) {
        const auto [first, size] = fixed_columns[c];
        const std::string_view gap = line.substr(expected, first - expected);
        if (!trim_blanks(gap).empty()) fields.misplaced = true;
        if (first >= line.size()) return fields;
        const std::string_view field = trim_blanks(line.substr(first, size));
        expected = first + size;
        if (field.empty()) continue;
        if (is_comment(field, c)) return fields;
        fields.field[fields.count++] = field;
    }
    if (expected < line.size() && !trim_blanks(line.substr(expected)).empty()) fields.misplaced = true;
    return fields;
}

std::optional<double> parse_mps_number(std::string_view text) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-') return {};
    }
    if (text.empty()) return {};
    const std::size_t exponent = text.find_first_of("dD");
    if (exponent == std::string_view::npos || exponent == 0) return parse_plain(text);
    std::string rewritten{text};
    rewritten[exponent] = 'e';
    return parse_plain(rewritten);
}

}  // namespace indus::solver
