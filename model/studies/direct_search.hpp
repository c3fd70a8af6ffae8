// SPDX-License-Identifier: Apache-2.0
// The whole program at once. Private to model/studies/search.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "model/studies/search.hpp"
#include "solver/block_oracle.hpp"
#include "solver/watch.hpp"
#include "solver/window_search.hpp"
#include "solver/windows_again.hpp"

namespace indus::model {

using Oracles = std::vector<std::unique_ptr<solver::BlockOracle>>;

/// By the solver of that name. Cbc first searches the neighbourhood of the relaxation where the program is large and a
/// gap is allowed (solver/window_search.hpp); blocks without an oracle then have a basis of their own to begin with.
SearchResult search_directly(const solver::Program& program, const solver::Options& options, const std::string& solver,
                             const Oracles& oracles);

/// From what is known of the program: a point and a bound. The relaxation bounds it anew, a dive and windows of time
/// better the point, at last Cbc.
SearchResult search_directly_from(const solver::Program& program, const solver::Options& options,
                                  const Oracles& oracles, const SearchResult& known, const solver::Rounds& windows);

SearchResult taken_from(solver::WindowSearch&& made, const solver::Watch& watch);

/// Whether nothing is left to do: the gap is proven (said in `found`), nothing can be found, or the time is over.
bool is_settled(SearchResult& found, const solver::Options& options, const solver::Watch& watch);

/// By the whole program from the point that was found, if one was, with the time that is left.
SearchResult go_on_directly(const solver::Program& program, const solver::Options& options, const solver::Watch& watch,
                            SearchResult found);

}  // namespace indus::model
