// SPDX-License-Identifier: Apache-2.0
#include "solver/lp_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <sstream>
#include <unordered_set>
#include <vector>

#include "solver/text_buffer.hpp"
#include "solver/text_names.hpp"

namespace indus::solver {

namespace {

constexpr std::size_t longest_line = 500;  // some readers stop at 510

std::string term(double coefficient, std::string_view name) {
    const std::string size = std::abs(coefficient) == 1.0 ? "" : number_text(std::abs(coefficient)) + " ";
    return fmt::format(" {} {}{}", coefficient < 0.0 ? '-' : '+', size, name);
}

class LpWriter {
public:
    LpWriter(const Program& program, std::ostream& out)
        : program_{program}, names_{text_names(program)}, taken_(names_.rows.begin(), names_.rows.end()), out_{out} {}

    void write() {
        out_.add("\\ {} columns, {} rows\nMinimize\n", program_.column_count(), program_.row_count());
        write_cost();
        out_.add("Subject To\n");
        for (std::size_t i = 0; i < names_.rows.size(); ++i) write_row(i);
        out_.add("Bounds\n");
        for (std::size_t j = 0; j < names_.columns.size(); ++j) write_bounds(j);
        if (program_.offset() != 0.0) out_.add(" {} = 1\n", constant_name);
        write_integers();
        out_.add("End\n");
    }

private:
    void open_line(std::string text) { line_ = std::move(text); }
    void add(const std::string& text) {
        if (line_.size() + text.size() > longest_line) {
            out_.add("{}\n", line_);
            line_ = " ";
        }
        line_ += text;
    }
    void close_line() { out_.add("{}\n", line_); }

    void write_cost() {
        std::vector<char> has_entries(names_.columns.size(), 0);
        for (const std::int32_t j : program_.column_index()) has_entries[static_cast<std::size_t>(j)] = 1;
        open_line(fmt::format(" {}:", objective_name));
        for (std::size_t j = 0; j < names_.columns.size(); ++j) {
            if (program_.cost()[j] != 0.0)
                add(term(program_.cost()[j], names_.columns[j]));
            else if (!has_entries[j])
                add(" + 0 " + names_.columns[j]);
        }
        if (program_.offset() != 0.0) add(term(program_.offset(), constant_name));
        close_line();
    }

    void write_row(std::size_t i) {
        const double low = program_.row_lower()[i];
        const double high = program_.row_upper()[i];
        if (low == high) return write_side(i, names_.rows[i], "=", low);
        const bool range = std::isfinite(low) && std::isfinite(high);
        const auto name = [&](const char* end) {
            return range ? distinct_name(names_.rows[i] + end, static_cast<int>(i), taken_) : names_.rows[i];
        };
        if (std::isfinite(low)) write_side(i, name("_low"), ">=", low);
        if (std::isfinite(high)) write_side(i, name("_high"), "<=", high);
    }

    void write_side(std::size_t i, const std::string& name, const char* relation, double side) {
        open_line(fmt::format(" {}:", name));
        const auto begin = static_cast<std::size_t>(program_.row_start()[i]);
        const auto end = static_cast<std::size_t>(program_.row_start()[i + 1]);
        for (std::size_t k = begin; k < end; ++k)
            add(term(program_.coefficient()[k], names_.columns[static_cast<std::size_t>(program_.column_index()[k])]));
        if (begin == end) add(fmt::format(" 0 {}", names_.columns.empty() ? nothing_name : names_.columns.front()));
        add(fmt::format(" {} {}", relation, number_text(side)));
        close_line();
    }

    void write_bounds(std::size_t j) {
        const std::string& name = names_.columns[j];
        const double low = program_.lower()[j];
        const double high = program_.upper()[j];
        if (low == 0.0 && high == infinity) return;
        if (low == high) return out_.add(" {} = {}\n", name, number_text(low));
        if (std::isinf(low) && std::isinf(high)) return out_.add(" {} free\n", name);
        out_.add(" {} <= {} <= {}\n", std::isfinite(low) ? number_text(low) : "-inf", name,
                 std::isfinite(high) ? number_text(high) : "+inf");
    }

    void write_integers() {
        if (program_.integer_count() == 0) return;
        out_.add("General\n");
        for (std::size_t j = 0; j < names_.columns.size(); ++j)
            if (program_.is_integer(static_cast<int>(j))) out_.add(" {}\n", names_.columns[j]);
    }

    const Program& program_;
    TextNames names_;
    std::unordered_set<std::string_view> taken_;
    TextBuffer out_;
    std::string line_{};
};

}  // namespace

void write_lp(const Program& program, std::ostream& out) { LpWriter{program, out}.write(); }

std::string to_lp_text(const Program& program) {
    std::ostringstream out;
    write_lp(program, out);
    return out.str();
}

}  // namespace indus::solver
