// SPDX-License-Identifier: Apache-2.0
// JSON written as a stream, for documents too large to build in memory first.
//
//     JsonText json{sink};
//     json.begin_object().key("values").begin_array().number(1.5).end_array().end_object();
//
// `<` is written as \u003c, so that the text can stand inside a <script> element.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "reports/sink.hpp"

namespace indus::reports {

class JsonText {
public:
    /// `digits`: significant digits of numbers; 0 writes the shortest text that reads back exactly.
    explicit JsonText(Sink sink, int digits = 0) : sink_{std::move(sink)}, digits_{digits} {}
    ~JsonText() = default;
    JsonText(const JsonText&) = delete;
    JsonText& operator=(const JsonText&) = delete;

    JsonText& begin_object() { return open('{'); }
    JsonText& end_object() { return close('}'); }
    JsonText& begin_array() { return open('['); }
    JsonText& end_array() { return close(']'); }
    JsonText& key(std::string_view name);
    JsonText& text(std::string_view value);
    JsonText& number(double value);  ///< null where not finite
    JsonText& integer(long value);
    JsonText& boolean(bool value);
    JsonText& null();
    JsonText& numbers(const std::vector<double>& values);
    /// A value that is JSON already.
    JsonText& raw(std::string_view json);
    /// Sends what is still held back; call once at the end.
    void finish();

private:
    JsonText& open(char bracket);
    JsonText& close(char bracket);
    void separate();
    void put(std::string_view bytes);

    Sink sink_;
    int digits_;
    std::string pending_;
    std::vector<bool> has_items_{false};
    bool after_key_ = false;
};

/// A JSON string with its quotes.
std::string json_quoted(std::string_view value);

}  // namespace indus::reports
