// SPDX-License-Identifier: Apache-2.0
#include "solver/lp_text.hpp"

#include <fmt/format.h>

#include <cmath>
#include <ostream>
#include <set>
#include <sstream>
#include <vector>

namespace indus::solver {

namespace {

/// Shortest digits that read back as the same number; "-0" would differ from run to run in meaning only.
std::string number(double value) { return fmt::format("{}", value == 0.0 ? 0.0 : value); }

/// Letters, digits and a few marks that every reader takes; no leading digit, no leading e (an exponent to some).
std::string safe(const std::string& name) {
    std::string text;
    for (const char c : name) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '.';
        text += plain ? c : c == '[' ? '(' : c == ']' ? ')' : '_';
    }
    if (text.empty() || !std::isalpha(static_cast<unsigned char>(text[0])) || text[0] == 'e' || text[0] == 'E') text.insert(0, "x_");
    return text;
}

/// Names of all columns or rows, safe and different from each other.
template <class NameOf>
std::vector<std::string> unique_names(int count, NameOf name_of) {
    std::vector<std::string> names;
    std::set<std::string> taken;
    for (int i = 0; i < count; ++i) {
        std::string name = safe(name_of(i));
        if (!taken.insert(name).second) {
            name += fmt::format("~{}", i);
            taken.insert(name);
        }
        names.push_back(std::move(name));
    }
    return names;
}

struct Names {
    explicit Names(const Program& program)
        : columns{unique_names(program.column_count(), [&](int j) { return program.column_name(j); })},
          rows{unique_names(program.row_count(), [&](int i) { return program.row_name(i); })} {}
    std::vector<std::string> columns, rows;
};

std::string term(double coefficient, const std::string& name) {
    const std::string size = std::abs(coefficient) == 1.0 ? "" : number(std::abs(coefficient)) + " ";
    return fmt::format(" {} {}{}", coefficient < 0.0 ? '-' : '+', size, name);
}

std::string row_terms(const Program& program, const Names& names, std::size_t row) {
    std::string text;
    for (auto k = static_cast<std::size_t>(program.row_start()[row]); k < static_cast<std::size_t>(program.row_start()[row + 1]); ++k)
        text += term(program.coefficient()[k], names.columns[static_cast<std::size_t>(program.column_index()[k])]);
    return text;
}

void write_lp_rows(const Program& program, const Names& names, std::ostream& out) {
    for (std::size_t i = 0; i < names.rows.size(); ++i) {
        std::string terms = row_terms(program, names, i);
        // The format has no empty rows; a zero term of any column stands for one.
        if (terms.empty()) terms = names.columns.empty() ? " 0 x_none" : " 0 " + names.columns.front();
        const double low = program.row_lower()[i];
        const double high = program.row_upper()[i];
        if (low == high) {
            out << " " << names.rows[i] << ":" << terms << " = " << number(low) << "\n";
            continue;
        }
        // A range is two rows: readers disagree on ranges.
        if (std::isfinite(low)) out << " " << names.rows[i] << (std::isfinite(high) ? "_low" : "") << ":" << terms << " >= " << number(low) << "\n";
        if (std::isfinite(high)) out << " " << names.rows[i] << (std::isfinite(low) ? "_high" : "") << ":" << terms << " <= " << number(high) << "\n";
    }
}

void write_lp_bounds(const Program& program, const Names& names, std::ostream& out) {
    for (std::size_t j = 0; j < names.columns.size(); ++j) {
        const double low = program.lower()[j];
        const double high = program.upper()[j];
        if (low == 0.0 && high == infinity) continue;
        if (low == high)
            out << " " << names.columns[j] << " = " << number(low) << "\n";
        else if (!std::isfinite(low) && !std::isfinite(high))
            out << " " << names.columns[j] << " free\n";
        else
            out << " " << (std::isfinite(low) ? number(low) : "-inf") << " <= " << names.columns[j] << " <= "
                << (std::isfinite(high) ? number(high) : "+inf") << "\n";
    }
}

/// Entries column by column, as MPS wants them.
std::vector<std::vector<std::pair<int, double>>> by_column(const Program& program) {
    std::vector<std::vector<std::pair<int, double>>> columns(static_cast<std::size_t>(program.column_count()));
    for (int i = 0; i < program.row_count(); ++i)
        for (auto k = program.row_start()[static_cast<std::size_t>(i)]; k < program.row_start()[static_cast<std::size_t>(i) + 1]; ++k)
            columns[static_cast<std::size_t>(program.column_index()[static_cast<std::size_t>(k)])].emplace_back(
                i, program.coefficient()[static_cast<std::size_t>(k)]);
    return columns;
}

char row_type(double low, double high) {
    if (low == high) return 'E';
    if (std::isfinite(low)) return 'G';
    return std::isfinite(high) ? 'L' : 'N';
}

void write_mps_columns(const Program& program, const Names& names, std::ostream& out) {
    const auto columns = by_column(program);
    bool marked = false;
    const auto mark = [&](bool integer) {
        if (integer == marked) return;
        out << "    MARKER 'MARKER' " << (integer ? "'INTORG'" : "'INTEND'") << "\n";
        marked = integer;
    };
    for (std::size_t j = 0; j < columns.size(); ++j) {
        mark(program.is_integer(static_cast<int>(j)));
        if (program.cost()[j] != 0.0 || columns[j].empty()) out << "    " << names.columns[j] << " cost " << number(program.cost()[j]) << "\n";
        for (const auto& [row, value] : columns[j]) out << "    " << names.columns[j] << " " << names.rows[static_cast<std::size_t>(row)] << " " << number(value) << "\n";
    }
    mark(false);
}

void write_mps_bounds(const Program& program, const Names& names, std::ostream& out) {
    for (std::size_t j = 0; j < names.columns.size(); ++j) {
        const double low = program.lower()[j];
        const double high = program.upper()[j];
        const auto bound = [&](const char* type, const std::string& value) { out << " " << type << " bounds " << names.columns[j] << value << "\n"; };
        if (low == high) {
            bound("FX", " " + number(low));
            continue;
        }
        if (!std::isfinite(low) && !std::isfinite(high)) {
            bound("FR", "");
            continue;
        }
        if (!std::isfinite(low)) bound("MI", "");
        // An integer column without bounds is binary to some readers: its lower bound is always written.
        else if (low != 0.0 || program.is_integer(static_cast<int>(j))) bound("LO", " " + number(low));
        if (std::isfinite(high)) bound("UP", " " + number(high));
        else if (program.is_integer(static_cast<int>(j))) bound("PL", "");
    }
}

}  // namespace

void write_lp(const Program& program, std::ostream& out) {
    const Names names{program};
    out << "\\ " << program.column_count() << " columns, " << program.row_count() << " rows\nMinimize\n cost:";
    for (std::size_t j = 0; j < names.columns.size(); ++j)
        if (program.cost()[j] != 0.0) out << term(program.cost()[j], names.columns[j]);
    if (program.offset() != 0.0) out << term(program.offset(), "x_one");
    out << "\nSubject To\n";
    write_lp_rows(program, names, out);
    out << "Bounds\n";
    write_lp_bounds(program, names, out);
    if (program.offset() != 0.0) out << " x_one = 1\n";
    if (program.integer_count() > 0) {
        out << "General\n";
        for (int j = 0; j < program.column_count(); ++j)
            if (program.is_integer(j)) out << " " << names.columns[static_cast<std::size_t>(j)] << "\n";
    }
    out << "End\n";
}

void write_mps(const Program& program, std::ostream& out) {
    const Names names{program};
    out << "NAME indus FREE\nROWS\n N cost\n";
    for (std::size_t i = 0; i < names.rows.size(); ++i)
        out << " " << row_type(program.row_lower()[i], program.row_upper()[i]) << " " << names.rows[i] << "\n";
    out << "COLUMNS\n";
    write_mps_columns(program, names, out);
    out << "RHS\n";
    // The objective's right-hand side is subtracted from it.
    if (program.offset() != 0.0) out << "    rhs cost " << number(-program.offset()) << "\n";
    for (std::size_t i = 0; i < names.rows.size(); ++i) {
        const double low = program.row_lower()[i];
        const double side = std::isfinite(low) ? low : program.row_upper()[i];
        if (std::isfinite(side) && side != 0.0) out << "    rhs " << names.rows[i] << " " << number(side) << "\n";
    }
    bool ranges = false;
    for (std::size_t i = 0; i < names.rows.size(); ++i) {
        const double width = program.row_upper()[i] - program.row_lower()[i];
        if (!std::isfinite(width) || width == 0.0) continue;
        if (!ranges) out << "RANGES\n";
        ranges = true;
        out << "    ranges " << names.rows[i] << " " << number(width) << "\n";
    }
    out << "BOUNDS\n";
    write_mps_bounds(program, names, out);
    out << "ENDATA\n";
}

std::string to_lp_text(const Program& program) {
    std::ostringstream out;
    write_lp(program, out);
    return out.str();
}

}  // namespace indus::solver
