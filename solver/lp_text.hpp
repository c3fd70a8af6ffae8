// SPDX-License-Identifier: Apache-2.0
// A Program as text: CPLEX LP format and free MPS, readable by any solver and by people.
// Names are the program's own, made safe for the format ("owner.quantity(position)"); order and digits
// are fixed, so that equal programs give equal bytes (golden tests rest on it).
#pragma once

#include <iosfwd>
#include <string>

#include "solver/program.hpp"

namespace indus::solver {

void write_lp(const Program& program, std::ostream& out);
void write_mps(const Program& program, std::ostream& out);
std::string to_lp_text(const Program& program);

}  // namespace indus::solver
