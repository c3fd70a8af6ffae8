// SPDX-License-Identifier: Apache-2.0
#include "inputs/importers/matpower_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

#include "inputs/text.hpp"

namespace indus::inputs {

namespace {

constexpr std::size_t shown_text = 40;

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; }

/// Walks over the text; comments and continuations are passed over as blanks.
class Scanner {
public:
    Scanner(const std::string& file, std::string_view text) : file_{file}, text_{text} {}

    bool at_end() const { return at_ >= text_.size(); }
    char next() const { return at_end() ? '\0' : text_[at_]; }
    Place place() const { return {file_, line_, column_}; }
    std::string_view rest_of_line() const {
        const std::string_view rest = text_.substr(std::min(at_, text_.size()));
        return rest.substr(0, std::min(rest.find_first_of("\r\n"), shown_text));
    }

    void advance() {
        if (at_end()) return;
        if (next() == '\n') {
            ++line_;
            column_ = 1;
        } else {
            ++column_;
        }
        ++at_;
    }
    void skip_line() {
        while (!at_end() && next() != '\n') advance();
    }
    /// Blanks, comments and continued line ends; line ends as well where `lines`.
    void skip_blanks(bool lines) {
        while (!at_end()) {
            const char c = next();
            if (c == '%') {
                skip_comment();
            } else if (text_.substr(at_).starts_with("...")) {
                skip_line();
                advance();
            } else if (c == ' ' || c == '\t' || c == '\r' || (lines && c == '\n')) {
                advance();
            } else {
                return;
            }
        }
    }
    bool take(char wanted) {
        if (next() != wanted || at_end()) return false;
        advance();
        return true;
    }
    std::string_view take_name() {
        const std::size_t start = at_;
        while (is_name_character(next()) && !text_.substr(at_).starts_with("...")) advance();
        return text_.substr(start, at_ - start);
    }
    /// A text between quotes, doubled where they are part of it; nothing where the line ends first.
    std::optional<std::string> take_text() {
        const char quote = next();
        advance();
        std::string text;
        while (!at_end() && next() != '\n') {
            const bool closes = take(quote);
            if (closes && next() != quote) return text;
            text += next();
            advance();
        }
        return {};
    }
    /// A finite number, Inf or NaN; nothing where there is none.
    std::optional<double> take_number() {
        std::size_t length = 0;
        while (length < text_.size() - at_ && is_number_character(at_ + length)) ++length;
        std::string_view word = text_.substr(at_, length);
        if (word.starts_with('+')) word.remove_prefix(1);
        double number = 0.0;
        const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
        if (word.empty() || error != std::errc{} || end != word.data() + word.size()) return {};
        for (std::size_t i = 0; i < length; ++i) advance();
        return number;
    }

private:
    bool is_number_character(std::size_t i) const {
        const char c = text_[i];
        if (c == '+' || c == '-') return i == at_ || text_[i - 1] == 'e' || text_[i - 1] == 'E';
        return is_name_character(c) && !text_.substr(i).starts_with("...");
    }
    /// Whether the line has nothing but `mark`.
    bool line_is(std::string_view mark) const {
        const std::size_t start = at_ == 0 ? 0 : text_.rfind('\n', at_ - 1) + 1;
        const std::string_view line = text_.substr(start, text_.substr(start).find('\n'));
        return trimmed(line.substr(0, line.find('\r'))) == mark;
    }
    void skip_comment() {
        const bool block = line_is("%{");
        skip_line();
        while (block && !at_end()) {
            advance();
            const bool closes = line_is("%}");
            skip_line();
            if (closes) return;
        }
    }

    const std::string& file_;
    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    int column_ = 1;
};

class Parser {
public:
    Parser(const std::string& file, std::string_view text, std::vector<Issue>& issues)
        : scanner_{file, text}, issues_{issues} {}

    MatpowerFile parse() {
        for (scanner_.skip_blanks(true); !scanner_.at_end(); scanner_.skip_blanks(true))
            if (!statement()) recover();
        return std::move(values_);
    }

private:
    /// Leaves a matrix or a line that makes no sense.
    void recover() {
        while (open_ != '\0' && !scanner_.at_end() && scanner_.next() != open_) scanner_.advance();
        open_ = '\0';
        scanner_.skip_line();
    }

    /// False, reported, where the rest of the line makes no sense.
    bool statement() {
        if (scanner_.take(';')) return true;
        const Place place = scanner_.place();
        const std::string_view rest = scanner_.rest_of_line();
        const std::string_view word = scanner_.take_name();
        if (word == "function") return header(place, rest);
        if (word == "end" || word == "return") return true;
        if (!word.starts_with("mpc.") || word.size() == 4)
            return refuse(place, rest, "an assignment such as mpc.baseMVA = 100;");
        scanner_.skip_blanks(false);
        if (!scanner_.take('=')) return refuse(scanner_.place(), scanner_.rest_of_line(), "'='");
        scanner_.skip_blanks(false);
        std::optional<MatpowerValue> value = read_value();
        if (!value) return false;
        if (!values_.emplace(std::string{word.substr(4)}, std::move(*value)).second)
            return refuse(place, word, "a name that is assigned once only");
        scanner_.skip_blanks(false);
        if (scanner_.at_end() || scanner_.next() == '\n' || scanner_.take(';')) return true;
        return refuse(scanner_.place(), scanner_.rest_of_line(), "the end of the assignment");
    }

    bool header(const Place& place, std::string_view line) {
        scanner_.skip_blanks(false);
        const bool one = scanner_.take_name() == "mpc";
        scanner_.skip_blanks(false);
        if (!one || !scanner_.take('='))
            return refuse(place, line, "'function mpc = NAME', as cases of version 2 have it");
        scanner_.skip_line();
        return true;
    }

    std::optional<MatpowerValue> read_value() {
        const Place place = scanner_.place();
        if (scanner_.take('[')) {
            open_ = ']';
            auto matrix = read_matrix();
            if (!matrix) return {};
            open_ = '\0';
            return MatpowerValue{std::move(*matrix), place};
        }
        if (scanner_.take('{')) {
            open_ = '}';
            auto texts = read_texts();
            if (!texts) return {};
            open_ = '\0';
            return MatpowerValue{std::move(*texts), place};
        }
        if (scanner_.next() == '\'' || scanner_.next() == '"') {
            auto text = read_text();
            if (!text) return {};
            return MatpowerValue{std::move(*text), place};
        }
        const auto number = read_number();
        if (!number) return {};
        return MatpowerValue{*number, place};
    }

    std::optional<MatpowerNumber> read_number() {
        const Place place = scanner_.place();
        const std::string_view rest = scanner_.rest_of_line();
        const std::optional<double> number = scanner_.take_number();
        if (!number) return refuse(place, rest, "a number"), std::nullopt;
        return MatpowerNumber{*number, place};
    }

    std::optional<std::string> read_text() {
        const Place place = scanner_.place();
        const std::string_view rest = scanner_.rest_of_line();
        auto text = scanner_.take_text();
        if (!text) refuse(place, rest, "a text that ends in its line");
        return text;
    }

    std::optional<MatpowerMatrix> read_matrix() {
        MatpowerMatrix matrix;
        bool row_open = false;
        while (true) {
            scanner_.skip_blanks(false);
            if (scanner_.at_end()) return refuse(scanner_.place(), "", "']'"), std::nullopt;
            if (scanner_.take(']')) return matrix;
            if (scanner_.take(';') || scanner_.take('\n')) {
                row_open = false;
            } else if (!(row_open && scanner_.take(','))) {
                const auto number = read_number();
                if (!number) return {};
                if (!row_open) matrix.emplace_back();
                row_open = true;
                matrix.back().push_back(*number);
            }
        }
    }

    std::optional<std::vector<std::string>> read_texts() {
        std::vector<std::string> texts;
        while (true) {
            scanner_.skip_blanks(true);
            if (scanner_.at_end()) return refuse(scanner_.place(), "", "'}'"), std::nullopt;
            if (scanner_.take('}')) return texts;
            if (scanner_.take(';') || scanner_.take(',')) continue;
            if (scanner_.next() != '\'' && scanner_.next() != '"')
                return refuse(scanner_.place(), scanner_.rest_of_line(), "a text between quotes"), std::nullopt;
            auto text = read_text();
            if (!text) return {};
            texts.push_back(std::move(*text));
        }
    }

    bool refuse(const Place& place, std::string_view found, std::string_view expected) {
        issues_.push_back(issue_at(place, "", found, expected));
        return false;
    }

    Scanner scanner_;
    std::vector<Issue>& issues_;
    MatpowerFile values_;
    char open_ = '\0';  ///< what closes the matrix or list that is being read
};

}  // namespace

MatpowerFile parse_matpower(const std::string& file, std::string_view text, std::vector<Issue>& issues) {
    if (!is_utf8(text) || text.find('\0') != std::string_view::npos) {
        issues.push_back(issue_at({file}, "", "bytes that are no text", "a MATPOWER case"));
        return {};
    }
    return Parser{file, text, issues}.parse();
}

}  // namespace indus::inputs
