// SPDX-License-Identifier: Apache-2.0
#include "inputs/kinds.hpp"

#include "inputs/value_changes.hpp"

namespace indus::inputs {

namespace {

using model::SystemData;

template <class Component>
auto& component(SystemData& data, int row) {
    return data.list<Component>().at(static_cast<std::size_t>(row));
}
template <class Component>
const auto& component(const SystemData& data, int row) {
    return data.list<Component>().at(static_cast<std::size_t>(row));
}

template <class Value>
std::string target_kind(const Value&) {
    return {};
}
template <class Target>
std::string target_kind(const model::Reference<Target>&) {
    return std::string{Target::kind};
}

template <class Component, class Declared>
FieldPort make_field(const Declared& declared) {
    const auto member = declared.member;
    const model::Need need = declared.need;
    const FieldTraits traits{declared.name, declared.unit, declared.range};
    FieldPort port;
    port.name = declared.name;
    port.need = need;
    port.target = target_kind(Component{}.*member);
    port.takes_series = holds_series<typename Declared::value_type>;
    port.assign = [=](SystemData& data, int row, std::string_view text) -> MaybeMistake {
        auto& value = component<Component>(data, row).*member;
        value = Component{}.*member;
        if (!text.empty()) return read_value(text, traits, value);
        if (need == model::Need::required) return CellMistake{expectation(traits, value), {}};
        return {};
    };
    port.equals = [=](const SystemData& data, int row, std::string_view text) -> std::optional<bool> {
        auto value = Component{}.*member;
        if (!text.empty() && read_value(text, traits, value)) return {};
        return component<Component>(data, row).*member == value;
    };
    port.scale = [=](SystemData& data, int row, double factor, const NameScaledSeries& copy) {
        return scale_value(component<Component>(data, row).*member, factor, copy);
    };
    port.series = [=](const SystemData& data, int row) { return series_name(component<Component>(data, row).*member); };
    port.spoil = [=](SystemData& data, int row) {
        return spoil_value(component<Component>(data, row).*member, traits.range);
    };
    return port;
}

template <class Component>
KindPort make_kind() {
    KindPort kind{std::string{Component::kind}, {}, {}, {}, {}, {}};
    model::for_each_field<Component>(
        [&](const auto& declared) { kind.fields.push_back(make_field<Component>(declared)); });
    kind.count = [](const SystemData& data) { return static_cast<int>(data.list<Component>().size()); };
    kind.append = [](SystemData& data) { data.list<Component>().emplace_back(); };
    kind.erase = [](SystemData& data, int row) { data.list<Component>().erase(data.list<Component>().begin() + row); };
    kind.name_of = [](const SystemData& data, int row) { return component<Component>(data, row).name; };
    return kind;
}

std::vector<KindPort> make_kinds() {
    std::vector<KindPort> made;
    model::for_each_kind([&]<class Component>() { made.push_back(make_kind<Component>()); });
    return made;
}

}  // namespace

int KindPort::find_field(std::string_view field) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name == field) return static_cast<int>(i);
    return -1;
}

std::vector<std::string> KindPort::field_names() const {
    std::vector<std::string> names;
    for (const FieldPort& field : fields) names.push_back(field.name);
    return names;
}

std::vector<std::string> KindPort::names(const SystemData& data) const {
    std::vector<std::string> names;
    names.reserve(static_cast<std::size_t>(count(data)));
    for (int row = 0; row < count(data); ++row) names.push_back(name_of(data, row));
    return names;
}

const std::vector<KindPort>& kinds() {
    static const std::vector<KindPort> all = make_kinds();
    return all;
}

const KindPort* find_kind(std::string_view name) {
    for (const KindPort& kind : kinds())
        if (kind.name == name) return &kind;
    return nullptr;
}

std::vector<std::string> kind_names() {
    std::vector<std::string> names;
    for (const KindPort& kind : kinds()) names.push_back(kind.name);
    return names;
}

}  // namespace indus::inputs
