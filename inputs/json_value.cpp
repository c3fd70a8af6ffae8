// SPDX-License-Identifier: Apache-2.0
#include "inputs/json_value.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "model/values.hpp"

namespace indus::inputs {

namespace {

using nlohmann::json;

constexpr int most_issues = 100;
constexpr std::size_t shown_text = 40;

const json& node_of(const void* node) { return *static_cast<const json*>(node); }

/// What a value is, in a few words; long texts, arrays and objects are not spelt out.
std::string shown(const json& node) {
    if (node.is_object()) return "an object";
    if (node.is_array()) return "an array";
    return node.dump(-1, ' ', false, json::error_handler_t::replace);
}

template <class Integer>
bool read_integer(const json& node, Integer& number) {
    if (node.is_number_unsigned()) {
        const auto wide = node.get<std::uint64_t>();
        number = static_cast<Integer>(wide);
        return wide <= static_cast<std::uint64_t>(std::numeric_limits<Integer>::max());
    }
    if (!node.is_number_integer()) return false;
    const auto wide = node.get<std::int64_t>();
    number = static_cast<Integer>(wide);
    return wide >= std::numeric_limits<Integer>::min() && wide <= std::numeric_limits<Integer>::max();
}

}  // namespace

struct JsonDocument::Tree {
    json root;
};

JsonDocument::JsonDocument(std::string file, std::string_view text, std::vector<Issue>& issues)
    : file_{std::move(file)}, issues_{issues} {
    try {
        tree_ = std::make_unique<Tree>(Tree{json::parse(text)});
    } catch (const json::parse_error& error) {
        const std::size_t at = std::min(error.byte, text.size());
        const std::size_t from = at > shown_text / 2 ? at - shown_text / 2 : 0;
        report({}, text.substr(from, shown_text),
               fmt::format("a JSON document; it ends being one at byte {}", error.byte));
    } catch (const json::exception&) {
        report({}, "a number out of range", "a JSON document");
    }
}

JsonDocument::~JsonDocument() = default;

std::optional<JsonValue> JsonDocument::root() {
    if (!tree_) return {};
    return JsonValue{*this, &tree_->root, nullptr, {}, 0};
}

void JsonDocument::report(std::string_view path, std::string_view found, std::string_view expected,
                          std::string_view nearest) {
    if (++reported_ <= most_issues) issues_.push_back(issue_at({file_}, path, found, expected, nearest));
}

std::string JsonValue::path() const {
    if (parent_ == nullptr) return {};
    const std::string before = parent_->path();
    if (name_.empty()) return fmt::format("{}[{}]", before, index_);
    return before.empty() ? std::string{name_} : fmt::format("{}.{}", before, name_);
}

void JsonValue::report(std::string_view expected, std::string_view nearest) const {
    document_->report(path(), shown(node_of(node_)), expected, nearest);
}

bool JsonValue::is_null() const { return node_of(node_).is_null(); }

bool JsonValue::read(std::string& text) const {
    const auto* found = node_of(node_).get_ptr<const std::string*>();
    if (found == nullptr) return report("a text"), false;
    text = *found;
    return true;
}

bool JsonValue::read(bool& truth) const {
    const auto* found = node_of(node_).get_ptr<const bool*>();
    if (found == nullptr) return report("true or false"), false;
    truth = *found;
    return true;
}

bool JsonValue::read(int& number) const {
    const bool good = read_integer(node_of(node_), number);
    if (!good) report("a whole number");
    return good;
}

bool JsonValue::read(long& number) const {
    const bool good = read_integer(node_of(node_), number);
    if (!good) report("a whole number");
    return good;
}

bool JsonValue::read(double& number) const {
    if (!node_of(node_).is_number()) return report("a number"), false;
    number = node_of(node_).get<double>();
    return true;
}

bool JsonValue::read(std::vector<double>& numbers, bool null_is_nan) const {
    const std::optional<std::size_t> size = array_size();
    if (!size) return false;
    numbers.resize(*size);
    bool good = true;
    for (std::size_t i = 0; i < *size; ++i) {
        const json& each = node_of(node_)[i];
        if (null_is_nan && each.is_null())
            numbers[i] = std::numeric_limits<double>::quiet_NaN();
        else if (each.is_number())
            numbers[i] = each.get<double>();
        else
            good = item(i).read(numbers[i]);
    }
    return good;
}

std::optional<std::size_t> JsonValue::array_size() const {
    if (node_of(node_).is_array()) return node_of(node_).size();
    report("an array");
    return {};
}

JsonValue JsonValue::item(std::size_t index) const { return {*document_, &node_of(node_).at(index), this, {}, index}; }

bool JsonValue::is_object_of(const std::vector<std::string>& names) const {
    if (!node_of(node_).is_object()) return report("an object"), false;
    for (const auto& [name, value] : node_of(node_).items())
        if (std::find(names.begin(), names.end(), name) == names.end())
            document_->report(path(), name, "members that this version knows", model::nearest_name(name, names));
    return true;
}

std::optional<JsonValue> JsonValue::member(std::string_view name) const {
    const json& object = node_of(node_);
    const auto found = object.find(name);
    if (found != object.end()) return JsonValue{*document_, &*found, this, name, 0};
    const std::string before = path();
    document_->report(before.empty() ? std::string{name} : fmt::format("{}.{}", before, name), "",
                      "a member of this name");
    return {};
}

}  // namespace indus::inputs
