// SPDX-License-Identifier: Apache-2.0
#include "inputs/importers/json_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "model/values.hpp"

namespace indus::inputs {

namespace {

using nlohmann::json;
using Step = model::Steps::Step;

constexpr std::size_t shown_text = 40;

/// What a value is, in a few words; long texts, arrays and objects are not spelt out.
std::string shown(const json& node) {
    if (node.is_object()) return "an object";
    if (node.is_array()) return "an array";
    if (const auto* text = node.get_ptr<const std::string*>()) return *text;
    return node.dump(-1, ' ', false, json::error_handler_t::replace);
}

std::optional<double> finite_number(const json& node) {
    if (!node.is_number()) return {};
    const double number = node.get<double>();
    if (!std::isfinite(number)) return {};
    return number;
}

std::optional<std::vector<double>> finite_numbers(const json& node) {
    if (!node.is_array()) return {};
    std::vector<double> numbers;
    for (const json& each : node) {
        const std::optional<double> number = finite_number(each);
        if (!number) return {};
        numbers.push_back(*number);
    }
    return numbers;
}

/// Line and column of a byte.
Place place_of(const std::string& file, std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte > 0 ? byte - 1 : 0);
    const auto line = std::count(before.begin(), before.end(), '\n');
    const std::size_t start = before.rfind('\n');
    const std::size_t column = before.size() - (start == std::string_view::npos ? 0 : start + 1);
    return {file, static_cast<int>(line) + 1, static_cast<int>(column) + 1};
}

/// Notes names that occur twice in one object while the text is parsed.
class DuplicateFinder {
public:
    bool operator()(int, json::parse_event_t event, json& parsed) {
        if (event == json::parse_event_t::object_start) names_.emplace_back();
        if (event == json::parse_event_t::object_end) names_.pop_back();
        if (event == json::parse_event_t::key) {
            const auto& name = parsed.get_ref<const std::string&>();
            if (!names_.back().insert(name).second) duplicates.insert(name);
        }
        return true;
    }
    std::set<std::string> duplicates{};

private:
    std::vector<std::set<std::string>> names_;
};

}  // namespace

JsonObject::JsonObject(JsonSource& source, const json& node, std::string path, std::string name)
    : source_{&source}, node_{&node}, path_{std::move(path)}, name_{std::move(name)} {}

Place JsonObject::place() const { return {path_.empty() ? source_->file() : source_->file() + ": " + path_}; }

Place JsonObject::place(std::string_view member) const {
    if (member.empty()) return place();
    return {fmt::format("{}: {}{}{}", source_->file(), path_, path_.empty() ? "" : ".", member)};
}

bool JsonObject::has(std::string_view member) const {
    const auto found = node_->find(member);
    return found != node_->end() && !found->is_null();
}

bool JsonObject::is_number(std::string_view member) const {
    const auto found = node_->find(member);
    return found != node_->end() && found->is_number();
}

const json* JsonObject::take(std::string_view member) {
    known_.emplace(member);
    const auto found = node_->find(member);
    if (found == node_->end()) return nullptr;
    taken_.emplace(member);
    return found->is_null() ? nullptr : &*found;
}

void JsonObject::report(std::string_view member, std::string_view expected) {
    const auto found = node_->find(member);
    const std::string text = member.empty() ? shown(*node_) : found == node_->end() ? "" : shown(*found);
    source_->report(place(member), text, expected);
}

void JsonObject::require(std::string_view member, std::string_view expected) {
    take(member);
    if (!has(member)) report(member, expected);
}

std::optional<double> JsonObject::number(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    const std::optional<double> number = finite_number(*node);
    if (!number) report(member, "a number");
    return number;
}

std::optional<double> JsonObject::number_from(std::string_view member, double low) {
    std::optional<double> found = number(member);
    if (found && *found < low) {
        report(member, fmt::format("a number of at least {}", low));
        found.reset();
    }
    return found;
}

std::optional<std::string> JsonObject::text(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    if (const auto* found = node->get_ptr<const std::string*>()) return *found;
    report(member, "a text");
    return {};
}

std::optional<bool> JsonObject::truth(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    if (const auto* found = node->get_ptr<const bool*>()) return *found;
    if (const auto number = finite_number(*node); number && (*number == 0.0 || *number == 1.0)) return *number == 1.0;
    report(member, "true or false");
    return {};
}

std::optional<Amount> JsonObject::amount(std::string_view member, std::size_t steps) {
    const json* node = take(member);
    if (node == nullptr) return {};
    if (const auto number = finite_number(*node)) return Amount{{*number}};
    const bool wrapped = node->is_object() && node->value("data_type", json{}) == "time_series" && node->size() == 2;
    const auto values = wrapped ? node->find("values") : node->end();
    const std::optional<std::vector<double>> numbers = node->is_array()        ? finite_numbers(*node)
                                                       : values != node->end() ? finite_numbers(*values)
                                                                               : std::nullopt;
    if (!numbers) return report(member, fmt::format("a number, or one for each of {} steps", steps)), std::nullopt;
    if (numbers->size() == steps) return Amount{*numbers};
    source_->report(place(member), fmt::format("{} values", numbers->size()),
                    fmt::format("one for each of {} steps", steps));
    return {};
}

std::optional<std::vector<double>> JsonObject::numbers(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    std::optional<std::vector<double>> found = finite_numbers(*node);
    if (!found) report(member, "an array of numbers");
    return found;
}

std::optional<std::vector<std::string>> JsonObject::texts(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    std::vector<std::string> found;
    const bool good = node->is_array() && std::all_of(node->begin(), node->end(), [&](const json& each) {
                          if (each.is_string()) found.push_back(each.get<std::string>());
                          return each.is_string();
                      });
    if (good) return found;
    report(member, "an array of texts");
    return {};
}

std::optional<std::vector<Step>> JsonObject::pairs(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    std::vector<Step> found;
    bool good = node->is_array();
    for (std::size_t i = 0; good && i < node->size(); ++i) {
        const std::optional<std::vector<double>> pair = finite_numbers((*node)[i]);
        good = pair && pair->size() == 2;
        if (good) found.push_back({(*pair)[0], (*pair)[1]});
    }
    if (good && !found.empty()) return found;
    report(member, "pairs of numbers, [[1, 2], [3, 4]]");
    return {};
}

std::optional<std::vector<Step>> JsonObject::pairs(std::string_view member, std::string_view from,
                                                   std::string_view value) {
    const json* node = take(member);
    if (node == nullptr) return {};
    std::vector<Step> found;
    bool good = node->is_array();
    for (std::size_t i = 0; good && i < node->size(); ++i) {
        const json& each = (*node)[i];
        good = each.is_object() && each.size() == 2 && each.contains(from) && each.contains(value);
        const auto first = good ? finite_number(each[from]) : std::nullopt;
        const auto second = good ? finite_number(each[value]) : std::nullopt;
        good = first && second;
        if (good) found.push_back({*first, *second});
    }
    if (good && !found.empty()) return found;
    report(member, fmt::format("an array of objects of the numbers {} and {}", from, value));
    return {};
}

std::optional<JsonObject> JsonObject::object(std::string_view member) {
    const json* node = take(member);
    if (node == nullptr) return {};
    if (node->is_object())
        return JsonObject{*source_, *node, path_.empty() ? std::string{member} : fmt::format("{}.{}", path_, member),
                          std::string{member}};
    report(member, "an object");
    return {};
}

std::vector<JsonObject> JsonObject::objects(std::string_view member) {
    std::vector<JsonObject> found;
    std::optional<JsonObject> holder = object(member);
    if (!holder) return found;
    for (const std::string& each : holder->members())
        if (std::optional<JsonObject> inner = holder->object(each)) found.push_back(std::move(*inner));
    return found;
}

std::vector<std::string> JsonObject::members() const {
    std::vector<std::string> names;
    for (const auto& [name, value] : node_->items()) names.push_back(name);
    return names;
}

void JsonObject::allow(std::initializer_list<std::string_view> members) {
    for (const std::string_view each : members) take(each);
}

void JsonObject::allow_only(std::string_view member, double value, std::string_view expected) {
    const json* node = take(member);
    if (node != nullptr && finite_number(*node) != value) report(member, expected);
}

void JsonObject::allow_only(std::string_view member, bool value, std::string_view expected) {
    const json* node = take(member);
    if (node == nullptr) return;
    const bool same = *node == value || finite_number(*node) == (value ? 1.0 : 0.0);
    if (!same) report(member, expected);
}

void JsonObject::refuse_others() {
    const std::vector<std::string> known(known_.begin(), known_.end());
    for (const auto& [name, value] : node_->items())
        if (!taken_.contains(name) && !value.is_null())
            source_->report(place(name), shown(value), "a member that this reader knows",
                            model::nearest_name(name, known));
}

JsonSource::JsonSource(std::string file, std::string_view text, std::vector<Issue>& issues)
    : file_{std::move(file)}, issues_{issues} {
    DuplicateFinder finder;
    try {
        auto parsed = std::make_unique<json>(json::parse(text, std::ref(finder)));
        if (!parsed->is_object())
            report({file_}, shown(*parsed), "a JSON object");
        else if (finder.duplicates.empty())
            root_ = std::move(parsed);
    } catch (const json::parse_error& error) {
        const std::size_t at = std::min(error.byte, text.size());
        const std::size_t from = at > shown_text / 2 ? at - shown_text / 2 : 0;
        report(place_of(file_, text, at), text.substr(from, shown_text), "a JSON document, which ends being one here");
    } catch (const json::exception&) {
        report({file_}, "a number out of range", "a JSON document");
    }
    for (const std::string& each : finder.duplicates)
        report({file_}, each, "a name only once in an object, and it occurs twice");
}

JsonSource::~JsonSource() = default;

std::optional<JsonObject> JsonSource::root() {
    if (!root_) return {};
    return JsonObject{*this, *root_, {}, {}};
}

void JsonSource::report(const Place& place, std::string_view found, std::string_view expected,
                        std::string_view nearest) {
    issues_.push_back(issue_at(place, {}, found, expected, nearest));
}

}  // namespace indus::inputs
