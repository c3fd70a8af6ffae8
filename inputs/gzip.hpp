// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace indus::inputs {

/// What is wrong with compressed bytes, as found and expected.
struct GzipMistake {
    std::string found{};
    std::string expected{};
};

/// The text in a gzip file.
std::variant<std::string, GzipMistake> gunzip(std::string_view bytes);

}  // namespace indus::inputs
