// SPDX-License-Identifier: Apache-2.0
// HTML that cannot forget to escape: text that comes in is escaped, markup that comes in is kept.
//
//     Markup row = markup("<td>{}</td>", plant.name);          // the name is escaped
//     Markup table = markup("<table>{}</table>", row);         // the row is not
//
// Patterns are literals of this program and hold no data.
#pragma once

#include <fmt/format.h>

#include <concepts>
#include <string>
#include <string_view>
#include <type_traits>

namespace indus::reports {

/// Text for elements and quoted attributes; what is not a character of HTML becomes U+FFFD.
std::string escaped(std::string_view text);

class Markup {
public:
    Markup() = default;
    /// Trusted: only for literals of this program and what `markup` made.
    static Markup trusted(std::string html) {
        Markup made;
        made.html_ = std::move(html);
        return made;
    }
    const std::string& html() const { return html_; }
    bool empty() const { return html_.empty(); }
    Markup& operator+=(const Markup& more) {
        html_ += more.html_;
        return *this;
    }

private:
    std::string html_;
};

namespace detail {
inline std::string to_html(const Markup& value) { return value.html(); }
inline std::string to_html(std::string_view value) { return escaped(value); }
template <class Number>
requires std::is_arithmetic_v<Number> std::string to_html(Number value) { return fmt::format("{}", value); }
}  // namespace detail

/// `pattern` with one {} per argument.
template <std::size_t N, class... Args>
Markup markup(const char (&pattern)[N], const Args&... args) {
    return Markup::trusted(fmt::format(fmt::runtime(std::string_view{pattern, N - 1}), detail::to_html(args)...));
}

}  // namespace indus::reports
