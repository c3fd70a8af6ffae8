// SPDX-License-Identifier: Apache-2.0
#include "reports/csv_rows.hpp"

#include <charconv>

namespace indus::reports {

namespace {

bool to_number(std::string_view text, double& number) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return !text.empty() && error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

bool reads_as_number(std::string_view text) {
    double ignored = 0.0;
    return to_number(text, ignored);
}

void CsvRows::take(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        at = take_field(text, at);
        if (at < text.size() && text[at] == '\n') {
            fields_.resize(count_);
            on_row_(fields_);
            count_ = 0;
        }
        ++at;
    }
}

/// Reads the field that begins at `at`; returns where its comma or line break stands.
std::size_t CsvRows::take_field(std::string_view text, std::size_t at) {
    if (fields_.size() <= count_) fields_.resize(count_ + 1);
    CsvField& field = fields_[count_++];
    field.text.clear();
    field.is_number = false;
    if (at < text.size() && text[at] == '"') {
        for (++at; at < text.size(); ++at) {
            if (text[at] == '"' && (at + 1 >= text.size() || text[at + 1] != '"')) return at + 1;
            if (text[at] == '"') ++at;
            field.text += text[at];
        }
        return at;
    }
    const std::size_t end = std::min(text.find_first_of(",\n", at), text.size());
    field.text = text.substr(at, end - at);
    field.is_number = to_number(field.text, field.number);
    return end;
}

}  // namespace indus::reports
