// SPDX-License-Identifier: Apache-2.0
// Small records as JSON, by the schema tables of model/solution_schema.hpp. Private to the .cpp files that
// write JSON documents: it includes the JSON library.
#pragma once

#include <cmath>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "model/solution_schema.hpp"

namespace indus::reports {

/// Numbers that are not finite become null, as JSON has none; unset options too.
inline nlohmann::ordered_json json_of(double value) {
    if (!std::isfinite(value)) return nullptr;
    return value == 0.0 ? 0.0 : value;  // no "-0.0"
}
inline nlohmann::ordered_json json_of(const std::optional<double>& value) {
    return value ? json_of(*value) : nlohmann::ordered_json{};
}
inline nlohmann::ordered_json json_of(const std::optional<long>& value) {
    return value ? nlohmann::ordered_json(*value) : nlohmann::ordered_json{};
}
inline nlohmann::ordered_json json_of(const std::string& value) { return value; }
inline nlohmann::ordered_json json_of(int value) { return value; }
inline nlohmann::ordered_json json_of(long value) { return value; }
inline nlohmann::ordered_json json_of(bool value) { return value; }

template <class Record>
nlohmann::ordered_json record_json(const Record& record) {
    nlohmann::ordered_json object = nlohmann::ordered_json::object();
    std::apply([&](const auto&... each) { ((object[std::string{each.name}] = json_of(record.*each.member)), ...); },
               model::Schema<Record>::members);
    return object;
}

template <class Record>
nlohmann::ordered_json records_json(const std::vector<Record>& records) {
    nlohmann::ordered_json list = nlohmann::ordered_json::array();
    for (const Record& each : records) list.push_back(record_json(each));
    return list;
}

/// Indented text with a final newline; bytes that are not UTF-8 become U+FFFD.
inline std::string pretty(const nlohmann::ordered_json& json) {
    return json.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace indus::reports
