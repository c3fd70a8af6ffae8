// SPDX-License-Identifier: Apache-2.0
// Which hydro plants stand on which river. Every plant flows to at most one other, so that a river is a tree that
// gathers its water downwards.
#pragma once

#include <vector>

#include "model/system.hpp"

namespace indus::model {

/// A reservoir or run-of-river plant, by a number that is unique among both.
struct RiverNode {
    int number = -1;
    bool exists() const { return number >= 0; }
    friend bool operator==(const RiverNode&, const RiverNode&) = default;
    friend bool operator<(const RiverNode& left, const RiverNode& right) { return left.number < right.number; }
};

/// Refers to the lists of `data`, which must outlive it.
class Rivers {
public:
    explicit Rivers(const SystemData& data);

    RiverNode reservoir(int index) const { return {index}; }
    RiverNode run_of_river(int index) const { return {reservoir_count_ + index}; }
    bool is_reservoir(RiverNode node) const { return node.number < reservoir_count_; }
    /// Position in its kind's list.
    int index(RiverNode node) const { return is_reservoir(node) ? node.number : node.number - reservoir_count_; }
    int count() const { return static_cast<int>(plants_.size()); }

    const RiverPlant& plant(RiverNode node) const { return *plants_[at(node)]; }
    const std::string& name(RiverNode node) const;
    RiverNode downstream(RiverNode node) const { return downstream_[at(node)]; }
    const std::vector<RiverNode>& upstream(RiverNode node) const { return upstream_[at(node)]; }
    /// The last plant of the node's river; the node itself where it stands alone. Needs rivers without cycles.
    RiverNode mouth(RiverNode node) const;
    bool stands_alone(RiverNode node) const { return !downstream(node).exists() && upstream(node).empty(); }

private:
    std::size_t at(RiverNode node) const { return static_cast<std::size_t>(node.number); }
    const SystemData& data_;
    int reservoir_count_ = 0;
    std::vector<const RiverPlant*> plants_;
    std::vector<RiverNode> downstream_;
    std::vector<std::vector<RiverNode>> upstream_;
};

/// Water that flows in a circle, and receivers that do not say what their water is worth in energy.
void check_rivers(const SystemData& data, std::vector<Issue>& issues);

}  // namespace indus::model
