// SPDX-License-Identifier: Apache-2.0
#include "inputs/name_pattern.hpp"

#include <algorithm>
#include <cstddef>

#include "inputs/text.hpp"

namespace indus::inputs {

bool fits_pattern(std::string_view name, std::string_view pattern) {
    std::size_t n = 0;
    std::size_t p = 0;
    std::size_t star = std::string_view::npos;  // the latest * met, to which a failed match goes back
    std::size_t star_name = 0;                  // where the text that it stands for ends
    while (n < name.size()) {
        const std::size_t length = std::max<std::size_t>(utf8_length(name.substr(n)), 1);
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            star_name = n;
        } else if (p < pattern.size() && pattern[p] == '?') {
            ++p;
            n += length;
        } else if (p < pattern.size() && pattern[p] == name[n]) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            star_name += std::max<std::size_t>(utf8_length(name.substr(star_name)), 1);
            n = star_name;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

}  // namespace indus::inputs
