// SPDX-License-Identifier: Apache-2.0
// How deep the tables of a TOML text lie in each other.
//
// The TOML library limits brackets in brackets but not the parts of a key: "a.a.a. ..." builds one table per part, and
// its own clean-up then runs out of stack. So depth is measured before it reads.
#pragma once

#include <optional>
#include <string_view>

namespace indus::inputs {

inline constexpr int deepest_toml = 64;

/// The line, from 1, where tables lie deeper than `deepest_toml`; nothing where they do not. Text after the first
/// mistake of syntax does not matter: the library does not read it either.
std::optional<int> line_too_deep(std::string_view toml);

}  // namespace indus::inputs
