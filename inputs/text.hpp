// SPDX-License-Identifier: Apache-2.0
// Text as it comes from files: whether it is UTF-8, and how to show it in a message.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

namespace indus::inputs {

/// Length in bytes of the UTF-8 character that `text` starts with; 0 when it starts with none.
std::size_t utf8_length(std::string_view text);
bool is_utf8(std::string_view text);

/// `text` without spaces and tabs at its ends.
std::string_view trimmed(std::string_view text);

/// Control characters and bytes that are not UTF-8 escaped ("\n", "\x00"), cut after `longest` characters.
std::string printable(std::string_view text, std::size_t longest = std::numeric_limits<std::size_t>::max());

/// `text` as a basic string of TOML, in its quotes.
std::string toml_text(std::string_view text);

}  // namespace indus::inputs
