// SPDX-License-Identifier: Apache-2.0
// Toml 1.0.0, sections Comment, Keys, String and Inline Table.
#include "inputs/toml_nesting.hpp"

#include <algorithm>
#include <vector>

namespace indus::inputs {

namespace {

class Nesting {
public:
    explicit Nesting(std::string_view text) : text_{text} {}

    std::optional<int> line_too_deep() {
        while (at_ < text_.size()) {
            step();
            if (outer_sum_ + dots_ + key_dots_ > deepest_toml) return line_;
        }
        return {};
    }

private:
    void step() {
        switch (text_[at_]) {
            case '#':
                at_ = std::min(text_.find('\n', at_), text_.size());
                return;
            case '"':
            case '\'':
                return skip_string();
            case '.':
                ++dots_;
                break;
            case '=':  // the key is complete; numbers have dots too
                key_dots_ = dots_;
                dots_ = 0;
                break;
            case '{':
                outer_.push_back(key_dots_ + 1);
                outer_sum_ += outer_.back();
                dots_ = key_dots_ = 0;
                break;
            case '}':
                dots_ = key_dots_ = 0;
                if (outer_.empty()) break;
                outer_sum_ -= outer_.back();
                outer_.pop_back();
                break;
            case ',':
                dots_ = 0;
                break;
            case '\n':
                ++line_;
                dots_ = 0;
                if (outer_.empty()) key_dots_ = 0;
                break;
            default:
                break;
        }
        ++at_;
    }

    void skip_string() {
        const char quote = text_[at_];
        const std::string_view three = text_.substr(at_, 3);
        const bool is_long = three.size() == 3 && three[1] == quote && three[2] == quote;
        for (at_ += is_long ? 3 : 1; at_ < text_.size(); ++at_) {
            if (text_[at_] == '\\' && quote == '"') {
                ++at_;
                continue;
            }
            if (text_[at_] == '\n') {
                if (!is_long) return;  // a mistake, which the library tells
                ++line_;
            }
            if (text_[at_] != quote) continue;
            if (!is_long) break;
            if (text_.substr(at_, 3) == three) {
                at_ += 2;
                break;
            }
        }
        ++at_;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    int dots_ = 0;            ///< since the last key, value or line began
    int key_dots_ = 0;        ///< of the key whose value is being read
    std::vector<int> outer_;  ///< tables that each open brace adds
    int outer_sum_ = 0;
};

}  // namespace

std::optional<int> line_too_deep(std::string_view toml) { return Nesting{toml}.line_too_deep(); }

}  // namespace indus::inputs
