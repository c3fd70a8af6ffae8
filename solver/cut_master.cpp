// SPDX-License-Identifier: Apache-2.0
#include "solver/cut_master.hpp"

namespace indus::solver {

CutMaster::CutMaster(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles)
    : original_{program}, parts_{std::make_unique<Parts>(program, std::move(oracles))} {}

bool CutMaster::cut_mix() {
    if (!knapsacks_) knapsacks_ = implied_knapsacks(original_);
    const std::vector<RoundingCut> cuts = rounding_cuts(original_, *knapsacks_, master().values());
    if (cuts.empty()) return false;
    auto program = std::make_unique<Program>(this->program());
    add_cuts(*program, *knapsacks_, cuts, static_cast<int>(cuts_.size()));
    cuts_.insert(cuts_.end(), cuts.begin(), cuts.end());
    std::vector<BlockPoint> points = master().release_points();
    auto oracles = parts_->blocks.release_oracles();
    parts_ = std::make_unique<Parts>(*program, std::move(oracles));
    with_cuts_ = std::move(program);
    master().add_points(std::move(points));
    return true;
}

}  // namespace indus::solver
