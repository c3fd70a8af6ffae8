// SPDX-License-Identifier: Apache-2.0
// Names of columns and rows that every reader of LP and MPS files takes, and back again.
//
//     const TextNames names = text_names(program);   // "mill.amount(0)", "mill.amount(1)", ...
//
// A written name has letters, digits, "_", ".", "(" and ")" only, starts with a letter other than e (a number may end
// there), is no keyword of the LP format, has at most 255 characters and differs from all others. Equal programs give
// equal names, and names that a reader took back into a Program are written unchanged.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

/// The objective's name in both formats; no row has it.
inline constexpr std::string_view objective_name = "cost";
/// Stand-ins of the LP format, for a constant cost and for a row without columns; no column has these names.
inline constexpr std::string_view constant_name = "x_one";
inline constexpr std::string_view nothing_name = "x_none";

struct TextNames {
    std::vector<std::string> columns{};
    std::vector<std::string> rows{};
};

/// The program's own names, made safe and unique.
TextNames text_names(const Program& program);
/// "c0", "c1", ... and "r0", "r1", ...: short, for machines.
TextNames numbered_names(const Program& program);

/// The name itself, or with the index appended where it is too long or taken.
std::string distinct_name(std::string name, int index, const std::unordered_set<std::string_view>& taken);

/// Shortest digits that read back as the same number; zero has no sign.
std::string number_text(double value);

/// Gives names that were read to a program: "mill.amount(3)" becomes position 3 of a family, any other name a
/// family of its own up to the number at its end, so that c0 ... c999999 are one family.
class NameFamilies {
public:
    explicit NameFamilies(Program& program) : program_{program} {}

    struct Place {
        Family family{};
        int position = 0;
    };
    Place place(std::string_view name);

private:
    Family family(std::string_view owner, std::string_view quantity);

    Program& program_;
    std::unordered_map<std::string, Family> known_{};
};

}  // namespace indus::solver
