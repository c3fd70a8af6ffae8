// SPDX-License-Identifier: Apache-2.0
#include "reports/stored_solution.hpp"

#include <type_traits>

#include "model/solution_schema.hpp"
#include "reports/json_text.hpp"

namespace indus::reports {

namespace {

void write(JsonText& json, const std::string& value) { json.text(value); }
void write(JsonText& json, bool value) { json.boolean(value); }
void write(JsonText& json, double value) { json.number(value); }
void write(JsonText& json, int value) { json.integer(value); }
void write(JsonText& json, long value) { json.integer(value); }

template <class Enum>
requires std::is_enum_v<Enum>
void write(JsonText& json, Enum value) { json.text(model::Choices<Enum>::names[static_cast<std::size_t>(value)]); }

template <class Target>
void write(JsonText& json, const model::Reference<Target>& value) {
    json.text(value.name);
}

void write(JsonText& json, const model::Steps& value) {
    json.begin_array();
    for (const model::Steps::Step& step : value.steps)
        json.begin_array().number(step.from).number(step.value).end_array();
    json.end_array();
}

void write(JsonText& json, const model::Instant& value) {
    if (value.time)
        json.text(model::to_string(*value.time));
    else
        json.null();
}

void write(JsonText& json, const model::WeightedNames& value) {
    json.begin_array();
    for (const model::WeightedNames::Item& item : value.items)
        json.begin_array().text(item.name).number(item.weight).end_array();
    json.end_array();
}

void write(JsonText& json, const model::Profile& value) {
    json.begin_object().key("series").text(value.series).key("constant").number(value.constant);
    json.key("values").numbers(value.values).end_object();
}

void write_optional(JsonText& json, const std::optional<double>& value) { value ? json.number(*value) : json.null(); }

void write(JsonText& json, const model::Guide& value) {
    json.begin_object().key("series").text(value.series).key("constant");
    write_optional(json, value.constant);
    json.key("values").numbers(value.values).end_object();
}

void write(JsonText& json, const model::Volume& value) {
    json.begin_object().key("series").text(value.series).key("constant");
    write_optional(json, value.constant);
    json.key("windows").begin_array();
    for (const model::Volume::Window& window : value.windows)
        json.begin_array()
            .integer(window.first)
            .integer(window.count)
            .number(window.energy_mwh)
            .number(window.before_h)
            .number(window.after_h)
            .end_array();
    json.end_array().end_object();
}

template <class Record>
requires requires { model::Schema<Record>::members; }
void write(JsonText& json, const Record& record);

template <class Value>
void write(JsonText& json, const std::optional<Value>& value) {
    if (value)
        write(json, *value);
    else
        json.null();
}

template <class Value>
void write(JsonText& json, const std::vector<Value>& values) {
    json.begin_array();
    for (const Value& value : values) write(json, value);
    json.end_array();
}

template <class Record>
requires requires { model::Schema<Record>::members; }
void write(JsonText& json, const Record& record) {
    json.begin_object();
    std::apply([&](const auto&... each) { ((json.key(each.name), write(json, record.*each.member)), ...); },
               model::Schema<Record>::members);
    json.end_object();
}

template <class Component>
void write_component(JsonText& json, const Component& component) {
    json.begin_object();
    model::for_each_field<Component>([&](const auto& field) {
        json.key(field.name);
        write(json, component.*field.member);
    });
    json.end_object();
}

void write_components(JsonText& json, const model::System& system) {
    json.begin_object();
    model::for_each_kind([&]<class Component>() {
        json.key(Component::kind).begin_array();
        for (const Component& each : system.all<Component>()) write_component(json, each);
        json.end_array();
    });
    json.end_object();
}

void write_horizon(JsonText& json, const model::Horizon& horizon) {
    json.begin_object().key("start").text(model::to_string(horizon.start()));
    json.key("step_hours").number(horizon.hours(0)).key("step_count").integer(horizon.step_count()).end_object();
}

}  // namespace

void write_stored_solution(const model::System& system, const model::Solution& solution, const Sink& sink) {
    JsonText json{sink};
    json.begin_object().key("format").text("indus-solution").key("version").integer(model::solution_format_version);
    json.key("settings");
    write(json, system.settings());
    json.key("horizon");
    write_horizon(json, system.horizon());
    json.key("components");
    write_components(json, system);
    json.key("solution");
    write(json, solution);
    json.end_object();
    json.finish();
}

}  // namespace indus::reports
