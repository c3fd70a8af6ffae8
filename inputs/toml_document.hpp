// SPDX-License-Identifier: Apache-2.0
// A TOML file as a tree that knows where everything stands.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "inputs/issue.hpp"
#include "model/horizon.hpp"

namespace indus::inputs {

struct TomlEntry;

struct TomlValue {
    enum class Type { text, number, truth, time, array, table };
    Type type = Type::table;
    Place place{};
    std::string text{};     ///< as a cell of a table would have it; for messages where it is no single value
    double number = 0.0;    ///< of a number
    bool is_whole = false;  ///< a number written without a fraction
    std::optional<model::TimePoint> time{};  ///< of a date or local date and time, when it is whole minutes
    std::vector<TomlValue> items{};          ///< of an array
    std::vector<TomlEntry> entries;          ///< of a table, in the order of the file

    bool is_single() const { return type != Type::array && type != Type::table; }
    /// The value of a key, or null.
    const TomlValue* find(std::string_view key) const;
};

struct TomlEntry {
    std::string key{};
    Place place{};
    TomlValue value{};
};

/// The file's table; an issue with line and column when it is no TOML.
std::optional<TomlValue> parse_toml(const std::string& file, std::string_view bytes, std::vector<Issue>& issues);

/// One key that a table may have, and what to do with its value.
template <class Target>
struct TomlKey {
    std::string_view name{};
    std::string_view expected{};
    /// False when the value is not what is expected.
    bool (*read)(const TomlValue& value, Target& target) = nullptr;
};

/// Reports a key that is not among the known ones.
void report_unknown_key(const TomlEntry& entry, const std::vector<std::string>& known, std::vector<Issue>& issues);

/// Reads every key of a table; reports unknown keys and values that are not as expected.
template <class Target>
void read_keys(const TomlValue& table, std::span<const TomlKey<Target>> keys, Target& target,
               std::vector<Issue>& issues) {
    std::vector<std::string> names;
    for (const TomlKey<Target>& key : keys) names.emplace_back(key.name);
    for (const TomlEntry& entry : table.entries) {
        const TomlKey<Target>* known = nullptr;
        for (const TomlKey<Target>& key : keys)
            if (key.name == entry.key) known = &key;
        if (known == nullptr)
            report_unknown_key(entry, names, issues);
        else if (!known->read(entry.value, target))
            issues.push_back(issue_at(entry.value.place, entry.key, entry.value.text, known->expected));
    }
}

}  // namespace indus::inputs
