// SPDX-License-Identifier: Apache-2.0
// How the dispatch program is searched, and what is proven on the way.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/formulation.hpp"
#include "solver/rolling_horizon.hpp"
#include "solver/rounding_cuts.hpp"
#include "solver/solver.hpp"

namespace indus::model {

struct SearchResult {
    solver::Result result{};
    std::optional<double> lp_bound{};          ///< by weak duality at `multipliers`
    std::optional<double> lagrangian_bound{};  ///< by the blocks' answers at `multipliers`
    std::optional<double> tree_bound{};        ///< the search's own claim
    std::vector<double> multipliers{};         ///< per row, of the relaxation; then per cut
    std::vector<solver::RoundingCut> cuts{};   ///< of the program's knapsacks
    std::vector<double> dispatch_duals{};      ///< per row, where the point comes with all but its decisions optimal
    std::string method{};
    std::string reason{};  ///< why this method, a sentence
};

/// What may be asked for by name: "auto", "direct", "decompose", "rolling".
const std::vector<std::string>& search_methods();

/// direct: the whole program, by Clp where it has no integers, by Cbc where it has (a large one first near its
/// relaxation, solver/window_search.hpp), or by the solver of that name
/// (solver/solver.hpp); Clp then solves the relaxation, whose multipliers prove a bound that rests on no claim.
/// decompose: by the answers of the blocks (solver/decomposition.hpp), beyond two and a half days day by day first;
/// block by block where many of them have rows alone (solver/block_by_block.hpp), then directly where a gap is left.
/// rolling: window by window, bounded as a whole (solver/rolling_horizon.hpp). auto: rolling where the horizon is long
/// and the program large, decompose where enough units have an exact answer to prices and the gap asked allows it,
/// rolling and then direct from its point where it is a week of a system, direct elsewhere. `memory`, where it is
/// given, keeps what the windows of a rolling search decide.
SearchResult search(const Formulation& formulation, const solver::Options& options, const std::string& solver = "cbc",
                    const std::string& method = "auto", solver::WindowMemory* memory = nullptr);

}  // namespace indus::model
