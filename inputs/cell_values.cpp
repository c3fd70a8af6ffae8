// SPDX-License-Identifier: Apache-2.0
#include "inputs/cell_values.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <cctype>

#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace {

constexpr std::string_view number_hint = " (decimal point, no thousands separator)";

std::string lower_case(std::string_view text) {
    std::string lower{text};
    for (char& c : lower) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    return lower;
}

std::string with_unit(const FieldTraits& field) {
    return field.range.describe() + (field.unit == "-" ? "" : fmt::format(" [{}]", field.unit));
}

std::string number_or_series(const FieldTraits& field) { return with_unit(field) + " or the name of a series"; }

CellMistake no_number(std::string_view text, std::string expected) {
    const bool separated = looks_like_number(text) && text.find_first_of(", '_") != std::string_view::npos;
    return {std::move(expected) + std::string{separated ? number_hint : ""}, {}};
}

/// Sets `number`, or `series` for a text that is no number and was not meant as one.
MaybeMistake read_number_or_series(std::string_view text, const FieldTraits& field, std::optional<double>& number,
                                   std::string& series) {
    number = parse_number(text);
    if (number) return {};
    if (looks_like_number(text)) return no_number(text, number_or_series(field));
    series = text;
    return {};
}

/// "from:value", or nothing.
std::optional<model::Steps::Step> read_step(std::string_view text) {
    const std::size_t colon = text.find(':');
    if (colon == std::string_view::npos) return {};
    const std::optional<double> from = parse_number(text.substr(0, colon));
    const std::optional<double> value = parse_number(text.substr(colon + 1));
    if (!from || !value) return {};
    return model::Steps::Step{*from, *value};
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
        if (end > 0) words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// Where the quoted name that `text` begins with ends, or npos: a quote before a blank, a colon or the end.
std::size_t end_of_quoted(std::string_view text) {
    if (!text.starts_with('\'')) return std::string_view::npos;
    for (std::size_t i = 2; i < text.size(); ++i)
        if (text[i] == '\'' && (i + 1 == text.size() || std::string_view{" \t:"}.find(text[i + 1]) != text.npos))
            return i;
    return std::string_view::npos;
}

/// A name and the text of its weight, of "hub:2" or "'Hub 1':2".
struct NameAndWeight {
    std::string_view name{};
    std::string_view weight{};
};

std::vector<NameAndWeight> names_of(std::string_view text) {
    std::vector<NameAndWeight> names;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
        if (text.empty()) return names;
        const std::size_t quote = end_of_quoted(text);
        const std::size_t from = quote == std::string_view::npos ? 0 : quote;
        const std::size_t end = std::min(text.find_first_of(" \t", from), text.size());
        const std::string_view word = text.substr(0, end);
        const std::size_t colon = std::min(word.substr(from).rfind(':'), end - from) + from;
        const std::string_view weight = colon == end ? "1" : word.substr(colon + 1);
        names.push_back({from == 0 ? word.substr(0, colon) : word.substr(1, from - 1), weight});
        text.remove_prefix(end);
    }
}

}  // namespace

bool looks_like_number(std::string_view text) {
    const std::string lower = lower_case(text);
    const std::string_view bare =
        std::string_view{lower}.substr(lower.starts_with('-') || lower.starts_with('+') ? 1 : 0);
    if (bare == "nan" || bare == "inf" || bare == "infinity") return true;
    const bool has_digit = bare.find_first_of("0123456789") != std::string_view::npos;
    return has_digit && lower.find_first_not_of("0123456789.,+-' _e") == std::string::npos &&
           std::string_view{"0123456789.,"}.find(bare.front()) != std::string_view::npos;
}

std::string expectation(const FieldTraits& field, const std::string&) {
    return field.name == "name" ? "a name" : "a text";
}
std::string expectation(const FieldTraits&, const bool&) { return "yes or no"; }
std::string expectation(const FieldTraits& field, const double&) { return with_unit(field); }
std::string expectation(const FieldTraits& field, const std::optional<double>&) { return with_unit(field); }
std::string expectation(const FieldTraits& field, const model::Profile&) { return number_or_series(field); }
std::string expectation(const FieldTraits& field, const model::Guide&) { return number_or_series(field); }
std::string expectation(const FieldTraits& field, const model::Volume&) { return number_or_series(field); }
std::string expectation(const FieldTraits& field, const model::Steps&) {
    return fmt::format("one number or pairs such as '0:400 0.5:2000' [{}]", field.unit);
}
std::string expectation(const FieldTraits&, const model::WeightedNames&) {
    return "names between blanks, each with its weight where that is not 1: 'a b:-0.5'";
}
std::string expectation(const FieldTraits&, const model::Instant&) {
    return "a time such as 2025-01-13 or 2025-01-13 05:30";
}
std::string choice_expectation(const std::vector<std::string>& names) {
    return fmt::format("one of {}", fmt::join(names, ", "));
}

CellMistake choice_mistake(std::string_view text, const std::vector<std::string>& names) {
    return {choice_expectation(names), model::nearest_name(text, names)};
}

MaybeMistake read_value(std::string_view text, const FieldTraits&, std::string& value) {
    value = text;
    return {};
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, bool& value) {
    const std::string lower = lower_case(text);
    value = lower == "yes" || lower == "true";
    if (value || lower == "no" || lower == "false") return {};
    return CellMistake{expectation(field, value), {}};
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, double& value) {
    const std::optional<double> number = parse_number(text);
    if (!number) return no_number(text, with_unit(field));
    value = *number;
    return {};
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, std::optional<double>& value) {
    return read_value(text, field, value.emplace());
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Profile& value) {
    value = {};
    std::optional<double> number;
    MaybeMistake mistake = read_number_or_series(text, field, number, value.series);
    value.constant = number.value_or(0.0);
    return mistake;
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Guide& value) {
    value = {};
    return read_number_or_series(text, field, value.constant, value.series);
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Volume& value) {
    value = {};
    return read_number_or_series(text, field, value.constant, value.series);
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Steps& value) {
    value = {};
    if (const std::optional<double> number = parse_number(text)) {
        value.steps.push_back({0.0, *number});
        return {};
    }
    for (const std::string_view word : words_of(text)) {
        const std::optional<model::Steps::Step> step = read_step(word);
        if (!step) return CellMistake{expectation(field, value), {}};
        value.steps.push_back(*step);
    }
    return {};
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::Instant& value) {
    value.time = parse_time(text);
    if (value.time) return {};
    return CellMistake{expectation(field, value), {}};
}

MaybeMistake read_value(std::string_view text, const FieldTraits& field, model::WeightedNames& value) {
    value = {};
    for (const auto& [name, weight] : names_of(text)) {
        const std::optional<double> number = parse_number(weight);
        if (!number || name.empty()) return CellMistake{expectation(field, value), {}};
        value.items.push_back({std::string{name}, *number});
    }
    return {};
}

}  // namespace indus::inputs
