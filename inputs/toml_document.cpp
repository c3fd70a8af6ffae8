// SPDX-License-Identifier: Apache-2.0
#include "inputs/toml_document.hpp"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <sstream>
#include <tuple>

#include "inputs/quantities.hpp"
#include "inputs/text.hpp"
#include "inputs/toml_nesting.hpp"
#include "model/values.hpp"

namespace indus::inputs {

namespace {

/// The library needs about a hundred times the memory.
constexpr std::size_t most_toml_bytes = std::size_t{16} << 20;

Place place_of(const std::string& file, const toml::source_region& source) {
    return {file, static_cast<int>(source.begin.line), static_cast<int>(source.begin.column)};
}

template <class Native>
std::string native_text(const Native& value) {
    std::ostringstream text;
    text << value;
    return text.str();
}

TomlValue convert(const std::string& file, const toml::node& node);

void convert_table(const std::string& file, const toml::table& table, TomlValue& value) {
    value.type = TomlValue::Type::table;
    value.text = "{...}";
    for (const auto& [key, node] : table)
        value.entries.push_back({std::string{key.str()}, place_of(file, key.source()), convert(file, node)});
    std::sort(value.entries.begin(), value.entries.end(), [](const TomlEntry& left, const TomlEntry& right) {
        return std::tie(left.place.line, left.place.column) < std::tie(right.place.line, right.place.column);
    });
}

void convert_array(const std::string& file, const toml::array& array, TomlValue& value) {
    value.type = TomlValue::Type::array;
    value.text = "[...]";
    for (const toml::node& item : array) value.items.push_back(convert(file, item));
}

void convert_time(const toml::node& node, TomlValue& value) {
    value.type = TomlValue::Type::time;
    if (const auto* date = node.as_date()) value.text = native_text(date->get());
    if (const auto* time = node.as_time()) value.text = native_text(time->get());
    if (const auto* both = node.as_date_time()) value.text = native_text(both->get());
    value.time = parse_time(value.text);
}

TomlValue convert(const std::string& file, const toml::node& node) {
    TomlValue value;
    value.place = place_of(file, node.source());
    if (const auto* text = node.as_string()) {
        value.type = TomlValue::Type::text;
        value.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
        value.type = TomlValue::Type::number;
        value.number = static_cast<double>(whole->get());
        value.is_whole = true;
        value.text = fmt::format("{}", whole->get());
    } else if (const auto* number = node.as_floating_point()) {
        value.type = TomlValue::Type::number;
        value.number = number->get();
        value.text = number_text(number->get());
    } else if (const auto* truth = node.as_boolean()) {
        value.type = TomlValue::Type::truth;
        value.text = truth->get() ? "true" : "false";
    } else if (const auto* array = node.as_array()) {
        convert_array(file, *array, value);
    } else if (const auto* table = node.as_table()) {
        convert_table(file, *table, value);
    } else {
        convert_time(node, value);
    }
    return value;
}

std::string line_of(std::string_view bytes, int line) {
    for (; line > 1; --line) {
        const std::size_t end = bytes.find('\n');
        if (end == std::string_view::npos) return {};
        bytes.remove_prefix(end + 1);
    }
    return std::string{trimmed(bytes.substr(0, bytes.find_first_of("\r\n")))};
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view key) const {
    for (const TomlEntry& entry : entries)
        if (entry.key == key) return &entry.value;
    return nullptr;
}

std::optional<TomlValue> parse_toml(const std::string& file, std::string_view bytes, std::vector<Issue>& issues) {
    if (bytes.size() > most_toml_bytes) {
        issues.push_back(issue_at({file}, "", fmt::format("{} bytes", bytes.size()),
                                  fmt::format("at most {} bytes of TOML", most_toml_bytes)));
        return {};
    }
    if (const std::optional<int> line = line_too_deep(bytes)) {
        issues.push_back(issue_at({file, *line, 0}, "", "tables deep in each other",
                                  fmt::format("at most {} tables in each other", deepest_toml)));
        return {};
    }
    try {
        const toml::table table = toml::parse(bytes, std::string_view{file});
        return convert(file, table);
    } catch (const toml::parse_error& error) {
        const Place place = place_of(file, error.source());
        issues.push_back(
            issue_at(place, "", line_of(bytes, place.line), fmt::format("TOML ({})", error.description())));
        return {};
    }
}

void report_unknown_key(const TomlEntry& entry, const std::vector<std::string>& known, std::vector<Issue>& issues) {
    std::string list;
    for (const std::string& name : known) list += (list.empty() ? "" : ", ") + name;
    issues.push_back(
        issue_at(entry.place, "", entry.key, "one of the keys " + list, model::nearest_name(entry.key, known)));
}

}  // namespace indus::inputs
