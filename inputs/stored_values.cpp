// SPDX-License-Identifier: Apache-2.0
#include "inputs/stored_values.hpp"

namespace indus::inputs {

namespace {

void read_optional(const JsonValue& json, std::optional<double>& value) {
    value.reset();
    if (!json.is_null()) json.read(value.emplace());
}

/// Calls read(member) for a member that must be there.
template <class Read>
void with_member(const JsonValue& json, std::string_view name, Read read) {
    if (const std::optional<JsonValue> found = json.member(name)) read(*found);
}

/// An array of exactly `count` items.
bool is_tuple(const JsonValue& json, std::size_t count, std::string_view expected) {
    const std::optional<std::size_t> size = json.array_size();
    if (size && *size != count) json.report(expected);
    return size == count;
}

}  // namespace

void read_field(const JsonValue& json, std::string& value) { json.read(value); }
void read_field(const JsonValue& json, bool& value) { json.read(value); }
void read_field(const JsonValue& json, double& value) { json.read(value); }
void read_field(const JsonValue& json, std::optional<double>& value) { read_optional(json, value); }

void read_field(const JsonValue& json, model::Profile& value) {
    if (!json.is_object_of({"series", "constant", "values"})) return;
    with_member(json, "series", [&](const JsonValue& found) { found.read(value.series); });
    with_member(json, "constant", [&](const JsonValue& found) { found.read(value.constant); });
    with_member(json, "values", [&](const JsonValue& found) { found.read(value.values, false); });
}

void read_field(const JsonValue& json, model::Guide& value) {
    if (!json.is_object_of({"series", "constant", "values"})) return;
    with_member(json, "series", [&](const JsonValue& found) { found.read(value.series); });
    with_member(json, "constant", [&](const JsonValue& found) { read_optional(found, value.constant); });
    with_member(json, "values", [&](const JsonValue& found) { found.read(value.values, false); });
}

void read_field(const JsonValue& json, model::Volume& value) {
    if (!json.is_object_of({"series", "constant", "windows"})) return;
    with_member(json, "series", [&](const JsonValue& found) { found.read(value.series); });
    with_member(json, "constant", [&](const JsonValue& found) { read_optional(found, value.constant); });
    with_member(json, "windows", [&](const JsonValue& found) {
        value.windows.resize(found.array_size().value_or(0));
        for (std::size_t i = 0; i < value.windows.size(); ++i) {
            const JsonValue window = found.item(i);
            if (!is_tuple(window, 5, "[first step, number of steps, energy, hours before, hours after]")) continue;
            window.item(0).read(value.windows[i].first);
            window.item(1).read(value.windows[i].count);
            window.item(2).read(value.windows[i].energy_mwh);
            window.item(3).read(value.windows[i].before_h);
            window.item(4).read(value.windows[i].after_h);
        }
    });
}

void read_field(const JsonValue& json, model::Steps& value) {
    value.steps.resize(json.array_size().value_or(0));
    for (std::size_t i = 0; i < value.steps.size(); ++i) {
        const JsonValue step = json.item(i);
        if (!is_tuple(step, 2, "[from, value]")) continue;
        step.item(0).read(value.steps[i].from);
        step.item(1).read(value.steps[i].value);
    }
}

void read_field(const JsonValue& json, model::WeightedNames& value) {
    value.items.resize(json.array_size().value_or(0));
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        const JsonValue item = json.item(i);
        if (!is_tuple(item, 2, "[name, weight]")) continue;
        item.item(0).read(value.items[i].name);
        item.item(1).read(value.items[i].weight);
    }
}

void read_field(const JsonValue& json, model::Instant& value) {
    std::string text;
    value.time.reset();
    if (json.is_null() || !json.read(text)) return;
    if (const MaybeMistake mistake = read_value(text, {}, value)) json.report(mistake->expected);
}

void read_member(const JsonValue& json, std::string& value) { json.read(value); }
void read_member(const JsonValue& json, bool& value) { json.read(value); }
void read_member(const JsonValue& json, int& value) { json.read(value); }
void read_member(const JsonValue& json, long& value) { json.read(value); }
void read_member(const JsonValue& json, double& value) {
    if (json.is_null())
        value = std::numeric_limits<double>::quiet_NaN();
    else
        json.read(value);
}
void read_member(const JsonValue& json, std::vector<double>& value) { json.read(value, true); }

}  // namespace indus::inputs
