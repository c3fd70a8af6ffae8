// SPDX-License-Identifier: Apache-2.0
#include "solver/text_names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_set>

namespace indus::solver {

namespace {

constexpr std::size_t longest_name = 255;
constexpr std::size_t longest_number = 9;  ///< digits that surely fit a position

// Not those of <cctype>: a file must not depend on the locale.
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// Words that open a section or stand for a value in the LP format, in lower case.
bool is_keyword(std::string_view name) {
    static constexpr std::array<std::string_view, 28> words{
        "max",      "maximize", "maximise", "maximum",  "min",     "minimize", "minimise",
        "minimum",  "st",       "subject",  "such",     "bound",   "bounds",   "free",
        "inf",      "infinity", "nan",      "gen",      "general", "generals", "integer",
        "integers", "bin",      "binary",   "binaries", "semi",    "semis",    "sos"};
    std::string lower{name};
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(words.begin(), words.end(), lower) != words.end();
}

std::string safe(std::string_view name) {
    std::string text;
    for (const char c : name) {
        const bool plain = is_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '(' || c == ')';
        text += plain ? c : c == '[' ? '(' : c == ']' ? ')' : '_';
    }
    const bool starts_well = !text.empty() && is_letter(text[0]) && text[0] != 'e' && text[0] != 'E';
    if (!starts_well || is_keyword(text)) text.insert(0, "x_");
    return text;
}

template <class NameOf>
std::vector<std::string> unique_names(int count, std::initializer_list<std::string_view> reserved, NameOf name_of) {
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(count));  // `taken` points into it
    std::unordered_set<std::string_view> taken{reserved};
    taken.reserve(static_cast<std::size_t>(count) + reserved.size());
    for (int i = 0; i < count; ++i) {
        names.push_back(distinct_name(safe(name_of(i)), i, taken));
        taken.insert(names.back());
    }
    return names;
}

/// The number at the end of a name, without leading zeros; empty when there is none.
std::string_view trailing_number(std::string_view name) {
    std::size_t from = name.size();
    while (from > 0 && is_digit(name[from - 1]) && name.size() - from < longest_number) --from;
    while (from + 1 < name.size() && name[from] == '0') ++from;
    return name.substr(from);
}

int value_of(std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
}

}  // namespace

std::string distinct_name(std::string name, int index, const std::unordered_set<std::string_view>& taken) {
    const std::string whole = name;
    std::string suffix = fmt::format("_{}", index);
    for (int attempt = 1; name.size() > longest_name || taken.contains(name); ++attempt) {
        name = whole.substr(0, longest_name - suffix.size()) + suffix;
        suffix = fmt::format("_{}_{}", index, attempt);
    }
    return name;
}

TextNames text_names(const Program& program) {
    return {unique_names(program.column_count(), {constant_name, nothing_name},
                         [&](int j) { return program.column_name(j); }),
            unique_names(program.row_count(), {objective_name}, [&](int i) { return program.row_name(i); })};
}

TextNames numbered_names(const Program& program) {
    TextNames names;
    for (int j = 0; j < program.column_count(); ++j) names.columns.push_back(fmt::format("c{}", j));
    for (int i = 0; i < program.row_count(); ++i) names.rows.push_back(fmt::format("r{}", i));
    return names;
}

std::string number_text(double value) { return fmt::format("{}", value == 0.0 ? 0.0 : value); }

Family NameFamilies::family(std::string_view owner, std::string_view quantity) {
    // No written name has a line break, so that the two parts cannot be mistaken for others.
    std::string key = fmt::format("{}\n{}", owner, quantity);
    const auto known = known_.find(key);
    if (known != known_.end()) return known->second;
    const Family made = program_.add_family({std::string{owner}, std::string{quantity}, ""});
    known_.emplace(std::move(key), made);
    return made;
}

NameFamilies::Place NameFamilies::place(std::string_view name) {
    const std::size_t open = name.rfind('(');
    const std::size_t dot = open == std::string_view::npos ? open : name.substr(0, open).rfind('.');
    if (name.ends_with(')') && dot != std::string_view::npos && dot > 0 && dot + 1 < open) {
        const std::string_view inside = name.substr(open + 1, name.size() - open - 2);
        if (!inside.empty() && trailing_number(inside).size() == inside.size())
            return {family(name.substr(0, dot), name.substr(dot + 1, open - dot - 1)), value_of(inside)};
    }
    const std::string_view number = trailing_number(name);
    if (number.empty()) return {family(name, ""), -1};
    return {family(name.substr(0, name.size() - number.size()), ""), value_of(number)};
}

}  // namespace indus::solver
