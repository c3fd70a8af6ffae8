// SPDX-License-Identifier: Apache-2.0
#include "reports/json_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>

namespace indus::reports {

std::string json_quoted(std::string_view value) {
    const std::string quoted = nlohmann::json(value).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
    std::string text;
    text.reserve(quoted.size());
    for (const char letter : quoted) {
        if (letter == '<')
            text += "\\u003c";
        else
            text += letter;
    }
    return text;
}

JsonText& JsonText::key(std::string_view name) {
    separate();
    put(json_quoted(name));
    put(":");
    after_key_ = true;
    return *this;
}

JsonText& JsonText::text(std::string_view value) {
    separate();
    put(json_quoted(value));
    return *this;
}

JsonText& JsonText::number(double value) {
    if (!std::isfinite(value)) return null();
    separate();
    if (value == 0.0)
        put("0");
    else
        put(digits_ > 0 ? fmt::format("{:.{}g}", value, digits_) : fmt::format("{}", value));
    return *this;
}

JsonText& JsonText::integer(long value) {
    separate();
    put(std::to_string(value));
    return *this;
}

JsonText& JsonText::boolean(bool value) {
    separate();
    put(value ? "true" : "false");
    return *this;
}

JsonText& JsonText::null() {
    separate();
    put("null");
    return *this;
}

JsonText& JsonText::numbers(const std::vector<double>& values) {
    begin_array();
    for (const double value : values) number(value);
    return end_array();
}

JsonText& JsonText::raw(std::string_view json) {
    separate();
    put(json);
    return *this;
}

void JsonText::finish() {
    if (!pending_.empty()) sink_(pending_);
    pending_.clear();
}

JsonText& JsonText::open(char bracket) {
    separate();
    put({&bracket, 1});
    has_items_.push_back(false);
    return *this;
}

JsonText& JsonText::close(char bracket) {
    has_items_.pop_back();
    put({&bracket, 1});
    return *this;
}

void JsonText::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (has_items_.back()) put(",");
    has_items_.back() = true;
}

void JsonText::put(std::string_view bytes) {
    pending_ += bytes;
    if (pending_.size() < 1u << 16) return;
    sink_(pending_);
    pending_.clear();
}

}  // namespace indus::reports
