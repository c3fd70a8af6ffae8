// SPDX-License-Identifier: Apache-2.0
#include "inputs/stored_system.hpp"

#include <fmt/format.h>

#include <stdexcept>
#include <type_traits>
#include <variant>

#include "inputs/quantities.hpp"
#include "inputs/stored_values.hpp"

namespace indus::inputs {

namespace {

constexpr int most_steps = 10'000'000;

void read_horizon(const JsonValue& json, model::Horizon& horizon) {
    if (!json.is_object_of({"start", "step_hours", "step_count"})) return;
    std::string start_text;
    double step_hours = 0.0;
    int step_count = 0;
    const auto start = json.member("start");
    const auto hours = json.member("step_hours");
    const auto count = json.member("step_count");
    if (!start || !hours || !count) return;
    if (!start->read(start_text) || !hours->read(step_hours) || !count->read(step_count)) return;
    const std::optional<model::TimePoint> time = parse_time(start_text);
    if (!time) return start->report("a time such as 2025-01-13 05:30");
    if (step_count < 1 || step_count > most_steps)
        return count->report(fmt::format("a number from 1 to {}", most_steps));
    try {
        horizon = model::Horizon::uniform(*time, step_hours, step_count);
    } catch (const std::invalid_argument&) {
        hours->report("a whole number of minutes, in hours");
    }
}

template <class Component>
void read_component(const JsonValue& json, Component& component) {
    std::vector<std::string> names;
    model::for_each_field<Component>([&](const auto& field) { names.emplace_back(field.name); });
    if (!json.is_object_of(names)) return;
    model::for_each_field<Component>([&](const auto& field) {
        if (const auto found = json.member(field.name)) read_field(*found, component.*(field.member));
    });
}

void read_components(const JsonValue& json, model::SystemData& data) {
    std::vector<std::string> kinds;
    model::for_each_kind([&]<class Component>() { kinds.emplace_back(Component::kind); });
    if (!json.is_object_of(kinds)) return;
    model::for_each_kind([&]<class Component>() {
        const auto list = json.member(Component::kind);
        if (!list) return;
        auto& components = data.list<Component>();
        components.resize(list->array_size().value_or(0));
        for (std::size_t i = 0; i < components.size(); ++i) read_component(list->item(i), components[i]);
    });
}

bool within(const model::Volume& volume, int step_count) {
    for (const model::Volume::Window& window : volume.windows)
        if (window.first < 0 || window.count < 1 || window.count > step_count - window.first) return false;
    return true;
}

/// System::create takes windows that are there as they are, so that they are held against the horizon here.
void check_windows(const model::SystemData& data, const std::string& file, std::vector<Issue>& issues) {
    model::for_each_kind([&]<class Component>() {
        const auto& list = data.list<Component>();
        for (std::size_t i = 0; i < list.size(); ++i)
            model::for_each_field<Component>([&](const auto& field) {
                if constexpr (std::is_same_v<typename std::decay_t<decltype(field)>::value_type, model::Volume>)
                    if (!within(list[i].*(field.member), data.horizon.step_count()))
                        issues.push_back(issue_at({file},
                                                  fmt::format("components.{}[{}].{}", Component::kind, i, field.name),
                                                  "other windows", "windows within the horizon"));
            });
    });
}

std::string path_of(const model::Issue& issue) {
    std::string path = issue.row < 0 ? issue.kind : fmt::format("components.{}[{}]", issue.kind, issue.row);
    return issue.field.empty() ? path : path + "." + issue.field;
}

}  // namespace

std::optional<model::System> read_stored_system(const JsonValue& root, const std::string& file,
                                                std::vector<Issue>& issues) {
    const std::size_t issues_before = issues.size();
    model::SystemData data;
    if (const auto settings = root.member("settings")) read_member(*settings, data.settings);
    if (const auto horizon = root.member("horizon")) read_horizon(*horizon, data.horizon);
    if (const auto components = root.member("components")) read_components(*components, data);
    if (issues.size() == issues_before) check_windows(data, file, issues);
    if (issues.size() > issues_before) return {};

    std::variant<model::System, std::vector<model::Issue>> made = model::System::create(std::move(data));
    if (auto* system = std::get_if<model::System>(&made)) return std::move(*system);
    for (const model::Issue& each : std::get<std::vector<model::Issue>>(made))
        issues.push_back(issue_at({file}, path_of(each), each.found, each.expected, each.nearest));
    return {};
}

}  // namespace indus::inputs
