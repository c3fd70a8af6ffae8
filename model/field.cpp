// SPDX-License-Identifier: Apache-2.0
#include "model/field.hpp"

#include <fmt/format.h>

#include <cmath>

namespace indus::model {

std::string Range::describe() const {
    std::string text = "a number";
    if (std::isfinite(low)) text += fmt::format(" {} {}", open_low ? "above" : "of at least", low);
    if (std::isfinite(high)) text += fmt::format("{} at most {}", std::isfinite(low) ? " and" : " of", high);
    return text;
}

}  // namespace indus::model
