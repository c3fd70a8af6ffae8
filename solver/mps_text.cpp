// SPDX-License-Identifier: Apache-2.0
#include "solver/mps_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>
#include <ostream>
#include <sstream>
#include <vector>

#include "solver/text_buffer.hpp"

namespace indus::solver {

namespace {

/// A row's limits as MPS says them.
struct RowText {
    char type = 'N';  ///< E, G, L, or N for none
    double side = 0.0;
    double width = 0.0;  ///< positive for a range, else 0
};

struct Limits {
    double low, high;
};

/// As a reader computes them.
Limits limits_of(const RowText& range) {
    if (range.type == 'G') return {range.side, range.side + range.width};
    return {range.side - range.width, range.side};
}

/// How far the limits that a reader computes are from those meant, relative to them.
double miss(const RowText& range, Limits meant) {
    const Limits read = limits_of(range);
    const auto relative = [](double is, double should) {
        return is == should ? 0.0 : std::abs((is - should) / should);
    };
    return std::max(relative(read.low, meant.low), relative(read.high, meant.high));
}

RowText nearest_range(Limits meant) {
    const double width = meant.high - meant.low;
    RowText best{'G', meant.low, width};
    for (const double tried : {width, std::nextafter(width, 0.0), std::nextafter(width, infinity)})
        for (const RowText& candidate : {RowText{'G', meant.low, tried}, RowText{'L', meant.high, tried}})
            if (miss(candidate, meant) < miss(best, meant)) best = candidate;
    return best;
}

/// Where no width is exact, the text is that of the limits which will be read, so that they are written the same again.
RowText range_text(double low, double high) { return nearest_range(limits_of(nearest_range({low, high}))); }

RowText row_text(double low, double high) {
    if (low == high) return {'E', low, 0.0};
    if (std::isfinite(low) && std::isfinite(high)) return range_text(low, high);
    if (std::isfinite(low)) return {'G', low, 0.0};
    return std::isfinite(high) ? RowText{'L', high, 0.0} : RowText{};
}

/// The program's entries column by column, as MPS wants them.
struct Columns {
    explicit Columns(const Program& program)
        : start(static_cast<std::size_t>(program.column_count()) + 1),
          row(program.nonzero_count()),
          value(program.nonzero_count()) {
        for (const std::int32_t j : program.column_index()) ++start[static_cast<std::size_t>(j) + 1];
        for (std::size_t j = 1; j < start.size(); ++j) start[j] += start[j - 1];
        std::vector<std::size_t> next(start.begin(), start.end() - 1);
        for (int i = 0; i < program.row_count(); ++i) {
            const auto end = static_cast<std::size_t>(program.row_start()[static_cast<std::size_t>(i) + 1]);
            for (auto k = static_cast<std::size_t>(program.row_start()[static_cast<std::size_t>(i)]); k < end; ++k) {
                const std::size_t slot = next[static_cast<std::size_t>(program.column_index()[k])]++;
                row[slot] = static_cast<std::size_t>(i);
                value[slot] = program.coefficient()[k];
            }
        }
    }
    std::vector<std::size_t> start;
    std::vector<std::size_t> row;
    std::vector<double> value;
};

class MpsWriter {
public:
    MpsWriter(const Program& program, const TextNames& names, std::ostream& out)
        : program_{program}, names_{names}, out_{out} {
        for (std::size_t i = 0; i < names.rows.size(); ++i)
            rows_.push_back(row_text(program.row_lower()[i], program.row_upper()[i]));
    }

    void write() {
        out_.add("NAME indus FREE\n");
        write_rows();
        write_columns();
        write_sides();
        write_ranges();
        write_bounds();
        out_.add("ENDATA\n");
    }

private:
    void write_rows() {
        out_.add("ROWS\n N {}\n", objective_name);
        for (std::size_t i = 0; i < rows_.size(); ++i) out_.add(" {} {}\n", rows_[i].type, names_.rows[i]);
    }

    void mark(bool integer) {
        if (integer != marked_) out_.add("    MARKER 'MARKER' '{}'\n", integer ? "INTORG" : "INTEND");
        marked_ = integer;
    }

    void write_columns() {
        const Columns columns{program_};
        out_.add("COLUMNS\n");
        for (std::size_t j = 0; j < names_.columns.size(); ++j) {
            mark(program_.is_integer(static_cast<int>(j)));
            const std::string& name = names_.columns[j];
            // A column is known by its entries: one without any is written with its cost, be it zero.
            const bool empty = columns.start[j] == columns.start[j + 1];
            const double cost = program_.cost()[j];
            if (cost != 0.0 || empty) out_.add("    {} {} {}\n", name, objective_name, number_text(cost));
            for (std::size_t k = columns.start[j]; k < columns.start[j + 1]; ++k)
                out_.add("    {} {} {}\n", name, names_.rows[columns.row[k]], columns.value[k]);
        }
        mark(false);
        if (program_.offset() != 0.0) out_.add("    {} {} {}\n", constant_name, objective_name, program_.offset());
    }

    void write_sides() {
        out_.add("RHS\n");
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (rows_[i].side != 0.0) out_.add("    rhs {} {}\n", names_.rows[i], rows_[i].side);
    }

    void write_ranges() {
        const auto is_range = [](const RowText& row) { return row.width != 0.0; };
        if (std::none_of(rows_.begin(), rows_.end(), is_range)) return;
        out_.add("RANGES\n");
        for (std::size_t i = 0; i < rows_.size(); ++i)
            if (is_range(rows_[i])) out_.add("    ranges {} {}\n", names_.rows[i], rows_[i].width);
    }

    void bound(const char* type, std::size_t column) { out_.add(" {} bounds {}\n", type, names_.columns[column]); }
    void bound(const char* type, std::size_t column, double value) {
        out_.add(" {} bounds {} {}\n", type, names_.columns[column], number_text(value));
    }

    void write_bounds() {
        out_.add("BOUNDS\n");
        for (std::size_t j = 0; j < names_.columns.size(); ++j) {
            const double low = program_.lower()[j];
            const double high = program_.upper()[j];
            const bool integer = program_.is_integer(static_cast<int>(j));
            if (low == high) {
                bound("FX", j, low);
            } else if (std::isinf(low) && std::isinf(high)) {
                bound("FR", j);
            } else {
                if (std::isinf(low))
                    bound("MI", j);
                else if (low != 0.0 || integer)
                    bound("LO", j, low);
                if (std::isfinite(high))
                    bound("UP", j, high);
                else if (integer)
                    bound("PL", j);
            }
        }
        if (program_.offset() != 0.0) out_.add(" FX bounds {} 1\n", constant_name);
    }

    const Program& program_;
    const TextNames& names_;
    TextBuffer out_;
    std::vector<RowText> rows_{};
    bool marked_ = false;
};

}  // namespace

void write_mps(const Program& program, const TextNames& names, std::ostream& out) {
    MpsWriter{program, names, out}.write();
}
void write_mps(const Program& program, std::ostream& out) { write_mps(program, text_names(program), out); }

std::string to_mps_text(const Program& program) {
    std::ostringstream out;
    write_mps(program, out);
    return out.str();
}

}  // namespace indus::solver
