// SPDX-License-Identifier: Apache-2.0
// COIN-OR Clp behind the Solver interface: linear programs with duals.
#pragma once

#include <memory>
#include <string>

#include "solver/solver.hpp"

namespace indus::solver {

std::unique_ptr<Solver> make_clp_solver();

}  // namespace indus::solver
