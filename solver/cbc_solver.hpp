// SPDX-License-Identifier: Apache-2.0
// COIN-OR Cbc behind the Solver interface: mixed-integer programs.
#pragma once

#include <memory>

#include "solver/solver.hpp"

namespace indus::solver {

std::unique_ptr<Solver> make_cbc_solver();

}  // namespace indus::solver
