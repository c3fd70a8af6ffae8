// SPDX-License-Identifier: Apache-2.0
// A Program as free MPS, readable by any solver.
//
// Order and digits are fixed: equal programs give equal bytes, and a program read back is written to the same bytes.
// Numbers are the shortest that read back as the same double. What readers disagree on is written out:
//   offset      the cost of a column x_one that is fixed at 1: glpsol adds the objective's right-hand side, others
//               subtract it
//   integers    between markers, always with a bound: without one they are binary to most readers
//   ranges      a right-hand side and a width; the side is chosen so that the other one is recovered exactly (only
//               where no width does that, it is off by the last digit)
//   free rows   rows of type N after the objective; some solvers drop them
#pragma once

#include <iosfwd>
#include <string>

#include "solver/program.hpp"
#include "solver/text_names.hpp"

namespace indus::solver {

void write_mps(const Program& program, std::ostream& out);
void write_mps(const Program& program, const TextNames& names, std::ostream& out);
std::string to_mps_text(const Program& program);

}  // namespace indus::solver
