// SPDX-License-Identifier: Apache-2.0
// A solver that is another program on this machine: the Program goes to it as MPS in a temporary folder, its solution
// file comes back. GLPK's glpsol, HiGHS and SCIP, where they are on PATH.
//
// What Options mean here
//   relative_gap  passed on; zero when unset, so that "optimal" means the same as with Cbc
//   time_limit    passed on; a program that is not done seconds after it is ended
//   stop          interrupts the program, and ends it a second later; what it wrote by then counts
//   work_limit    passed on (nodes; simplex iterations of a linear program); glpsol has none, which `detail` says
//   cutoff        points that are not below it are dropped; the search itself does not know it
//   start         not passed on; it is the answer when it is feasible and nothing better was found
//   threads       ignored
// Every point is checked against the program, its integers rounded, as Cbc's are; one that fails is dropped and
// `detail` says so. The bound is the program's claim. glpsol and HiGHS tell duals of linear programs.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "solver/solver.hpp"

namespace indus::solver {

/// "glpsol", "highs", "scip": known here, present or not.
const std::vector<std::string>& external_solver_names();
/// Those of them on PATH.
std::vector<std::string> external_solvers_found();

/// Throws std::invalid_argument for a name that is not known, and for a program that is not on PATH.
std::unique_ptr<Solver> make_external_solver(std::string_view name);

}  // namespace indus::solver
