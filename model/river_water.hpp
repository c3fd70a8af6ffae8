// SPDX-License-Identifier: Apache-2.0
// The water that plants of one river pass on, while a program is written.
//
// Rows that balance a plant's water touch the columns of the plants above it, so the plants of one river share a block.
// They are written from the springs down: when a plant's turn comes, everything that flows to it is known.
#pragma once

#include <map>
#include <vector>

#include "model/rivers.hpp"
#include "solver/program.hpp"

namespace indus::model {

class Formulation;

class RiverWater {
public:
    explicit RiverWater(const System& system);

    const Rivers& rivers() const { return rivers_; }
    /// True when the plant is to write itself now; writes the plants above it first. False when it is written already.
    bool take_turn(Formulation& f, RiverNode node);
    /// The block of the node's river; -1 where the plant stands alone and has its own.
    solver::Block block(solver::Program& program, RiverNode node);

    /// Sends a plant's release [MW of its own, per step] down its river.
    void send(RiverNode from, const std::vector<solver::Expression>& release);
    /// What arrives at step t [MW of the receiver].
    solver::Expression arrival(RiverNode node, int t) const;
    /// What is on its way to the receiver when the period that ends with step `last` is over [MWh].
    solver::Expression on_its_way(RiverNode node, int last) const;

private:
    struct Received {
        std::vector<solver::Expression> arrival{};       ///< per step
        std::map<int, solver::Expression> on_its_way{};  ///< by last step of a period
    };
    void send_before(const RiverPlant& from, double factor, Received& to) const;
    std::string river_name(RiverNode mouth) const;

    const Horizon& horizon_;
    Rivers rivers_;
    std::vector<bool> written_;
    std::vector<Received> received_;
    std::map<RiverNode, solver::Block> blocks_;  ///< by mouth
};

}  // namespace indus::model
