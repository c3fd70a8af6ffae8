// SPDX-License-Identifier: Apache-2.0
// The network of all AC lines while a program is written: one block per step, made by the first line that asks.
//
// Its columns are the zones' net exports into the network; flows follow from them (dc_flow.hpp), so that a block
// couples zones within a step and nothing over time. Steps with the same lines closed share one solved flow.
#pragma once

#include <map>
#include <memory>
#include <vector>

#include "model/formulation.hpp"
#include "model/network/dc_flow.hpp"

namespace indus::model {

/// The closed lines of some steps, and the flow they make.
struct AcTopology {
    std::vector<int> branch_of_line{};  ///< -1 for an open line
    DcFlow flow;
};

/// Solves the flow of the lines for which `is_closed(line)`; throws as DcFlow does.
AcTopology make_topology(const std::vector<AcLine>& lines, int zone_count, const std::vector<bool>& is_closed);

/// Rows that are of the network and of no line.
extern const Equation island_balance;

class AcNetwork {
public:
    explicit AcNetwork(Formulation& f);

    /// The block of each step.
    const std::vector<solver::Block>& blocks() const { return blocks_; }
    /// Flow of a line at step t [MW]; zero where it is open.
    Expression flow(int line, int t) const;

private:
    void add_exports(Formulation& f);
    void balance_islands(Formulation& f);
    const AcTopology& topology(int t) const { return *topologies_[static_cast<std::size_t>(t)]; }

    std::vector<solver::Block> blocks_;
    std::vector<std::shared_ptr<const AcTopology>> topologies_;  ///< per step
    std::vector<std::optional<Series>> exports_;                 ///< per zone; none without an AC line
};

}  // namespace indus::model
