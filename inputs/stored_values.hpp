// SPDX-License-Identifier: Apache-2.0
// Values of a stored run, from JSON: members of records by the schema tables of model/solution_schema.hpp,
// fields of components by their declarations.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "inputs/cell_values.hpp"
#include "inputs/json_value.hpp"
#include "model/solution_schema.hpp"
#include "model/values.hpp"

namespace indus::inputs {

// Fields of components.
void read_field(const JsonValue& json, std::string& value);
void read_field(const JsonValue& json, bool& value);
void read_field(const JsonValue& json, double& value);
void read_field(const JsonValue& json, std::optional<double>& value);
void read_field(const JsonValue& json, model::Profile& value);
void read_field(const JsonValue& json, model::Guide& value);
void read_field(const JsonValue& json, model::Volume& value);
void read_field(const JsonValue& json, model::Steps& value);
void read_field(const JsonValue& json, model::WeightedNames& value);
void read_field(const JsonValue& json, model::Instant& value);

template <class Target>
void read_field(const JsonValue& json, model::Reference<Target>& value) {
    json.read(value.name);
}

template <class Enum>
requires std::is_enum_v<Enum>
void read_field(const JsonValue& json, Enum& value) {
    std::string word;
    if (!json.read(word)) return;
    if (const MaybeMistake mistake = read_value(word, {}, value)) json.report(mistake->expected, mistake->nearest);
}

// Members of records. A number that is not finite is stored as null and comes back as NaN.
void read_member(const JsonValue& json, std::string& value);
void read_member(const JsonValue& json, bool& value);
void read_member(const JsonValue& json, int& value);
void read_member(const JsonValue& json, long& value);
void read_member(const JsonValue& json, double& value);
void read_member(const JsonValue& json, std::vector<double>& value);

template <class Record>
requires requires { model::Schema<Record>::members; }
void read_member(const JsonValue& json, Record& record);

template <class Value>
void read_member(const JsonValue& json, std::optional<Value>& value) {
    value.reset();
    if (!json.is_null()) read_member(json, value.emplace());
}

template <class Value>
void read_member(const JsonValue& json, std::vector<Value>& values) {
    values.resize(json.array_size().value_or(0));
    for (std::size_t i = 0; i < values.size(); ++i) read_member(json.item(i), values[i]);
}

template <class Record>
requires requires { model::Schema<Record>::members; }
void read_member(const JsonValue& json, Record& record) {
    constexpr auto& members = model::Schema<Record>::members;
    const auto names =
        std::apply([](const auto&... each) { return std::vector<std::string>{std::string{each.name}...}; }, members);
    if (!json.is_object_of(names)) return;
    const auto read_one = [&](const auto& each) {
        if (const std::optional<JsonValue> found = json.member(each.name)) read_member(*found, record.*each.member);
    };
    std::apply([&](const auto&... each) { (read_one(each), ...); }, members);
}

}  // namespace indus::inputs
