// SPDX-License-Identifier: Apache-2.0
#include "inputs/text.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace indus::inputs {

namespace {

unsigned byte_at(std::string_view text, std::size_t i) { return static_cast<unsigned char>(text[i]); }

/// Length that the first byte announces; 0 for a byte that starts no character.
std::size_t announced_length(unsigned first) {
    if (first < 0x80) return 1;
    if (first >= 0xC2 && first < 0xE0) return 2;
    if (first >= 0xE0 && first < 0xF0) return 3;
    return first >= 0xF0 && first < 0xF5 ? 4 : 0;
}

std::string escaped(char c) {
    if (c == '\n') return "\\n";
    if (c == '\r') return "\\r";
    if (c == '\t') return "\\t";
    return fmt::format("\\x{:02x}", static_cast<unsigned>(static_cast<unsigned char>(c)));
}

/// U+0080 to U+009F, which terminals may obey.
bool is_c1_control(std::string_view character) {
    return character.size() == 2 && byte_at(character, 0) == 0xC2 && byte_at(character, 1) < 0xA0;
}

}  // namespace

std::size_t utf8_length(std::string_view text) {
    if (text.empty()) return 0;
    const std::size_t length = announced_length(byte_at(text, 0));
    if (length <= 1) return length;
    if (text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if ((byte_at(text, i) & 0xC0) != 0x80) return 0;
    // Overlong forms, surrogates and code points above U+10FFFF show in the second byte.
    const unsigned first = byte_at(text, 0);
    const unsigned second = byte_at(text, 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return length;
}

bool is_utf8(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = utf8_length(text.substr(i));
        if (length == 0) return false;
        i += length;
    }
    return true;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::string printable(std::string_view text, std::size_t longest) {
    std::string shown;
    std::size_t characters = 0;
    for (std::size_t i = 0; i < text.size(); ++characters) {
        if (characters == longest) return shown + "...";
        const std::size_t length = utf8_length(text.substr(i));
        const std::string_view character = text.substr(i, std::max<std::size_t>(length, 1));
        const bool control = length == 1 && (byte_at(text, i) < 0x20 || byte_at(text, i) == 0x7F);
        if (length == 0 || control || is_c1_control(character))
            for (const char c : character) shown += escaped(c);
        else
            shown += character;
        i += character.size();
    }
    return shown;
}

std::string toml_text(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            quoted += fmt::format("\\{}", c);
        else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f)
            quoted += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else
            quoted += c;
    }
    return quoted + "\"";
}

}  // namespace indus::inputs
