// SPDX-License-Identifier: Apache-2.0
// A Program in the CPLEX LP format, readable by any solver and by people.
//
// Names are the program's own, made safe for the format ("owner.quantity(position)"); order and digits are fixed, so
// that equal programs give equal bytes (golden tests rest on it). What readers disagree on is avoided:
//   offset        the cost of a column x_one that is fixed at 1
//   ranges        two rows, "name_low" and "name_high"
//   free rows     left out: the format has none
//   empty rows    a zero term of the first column
//   empty columns a zero cost, so that readers know them
//   long lines    wrapped before 500 characters
#pragma once

#include <iosfwd>
#include <string>

#include "solver/program.hpp"

namespace indus::solver {

void write_lp(const Program& program, std::ostream& out);
std::string to_lp_text(const Program& program);

}  // namespace indus::solver
