// SPDX-License-Identifier: Apache-2.0
#include "model/rivers.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace indus::model {

Rivers::Rivers(const SystemData& data)
    : data_{data}, reservoir_count_{static_cast<int>(data.list<Reservoir>().size())} {
    for (const Reservoir& each : data.list<Reservoir>()) plants_.push_back(&each);
    for (const RunOfRiver& each : data.list<RunOfRiver>()) plants_.push_back(&each);
    downstream_.resize(plants_.size());
    upstream_.resize(plants_.size());
    for (int i = 0; i < count(); ++i) {
        const RiverPlant& from = *plants_[static_cast<std::size_t>(i)];
        RiverNode& to = downstream_[static_cast<std::size_t>(i)];
        if (from.downstream_reservoir.index >= 0) to = reservoir(from.downstream_reservoir.index);
        if (from.downstream_run_of_river.index >= 0) to = run_of_river(from.downstream_run_of_river.index);
        if (to.exists()) upstream_[at(to)].push_back({i});
    }
}

const std::string& Rivers::name(RiverNode node) const {
    const auto i = static_cast<std::size_t>(index(node));
    return is_reservoir(node) ? data_.list<Reservoir>()[i].name : data_.list<RunOfRiver>()[i].name;
}

RiverNode Rivers::mouth(RiverNode node) const {
    while (downstream(node).exists()) node = downstream(node);
    return node;
}

namespace {

/// The plants of the circle that the water of `start` runs in, in its order; empty when it runs to a mouth, or into a
/// circle that `start` is no part of.
std::vector<RiverNode> circle_of(const Rivers& rivers, RiverNode start) {
    std::vector<RiverNode> circle{start};
    for (RiverNode next = rivers.downstream(start); next != start; next = rivers.downstream(next)) {
        if (!next.exists() || static_cast<int>(circle.size()) > rivers.count()) return {};
        circle.push_back(next);
    }
    return circle;
}

}  // namespace

void check_rivers(const SystemData& data, std::vector<Issue>& issues) {
    const Rivers rivers{data};
    const auto complaints = [&](RiverNode node) {
        return Complaints{issues, std::string{rivers.is_reservoir(node) ? Reservoir::kind : RunOfRiver::kind},
                          rivers.index(node), rivers.name(node)};
    };
    for (int i = 0; i < rivers.count(); ++i) {
        const RiverNode node{i};
        const RiverPlant& plant = rivers.plant(node);
        if (!plant.energy_per_hm3_mwh && !plant.flows_on() && !rivers.upstream(node).empty())
            complaints(node).add("energy_per_hm3_mwh", "",
                                 fmt::format("a number above 0 [MWh/hm3], as the water of {} flows into it",
                                             rivers.name(rivers.upstream(node)[0])));
        const std::vector<RiverNode> circle = circle_of(rivers, node);
        // Told once, at the first of its plants.
        if (circle.empty() || *std::min_element(circle.begin(), circle.end()) != node) continue;
        std::string path;
        for (const RiverNode each : circle) path += rivers.name(each) + " -> ";
        complaints(node).add(plant.downstream_reservoir.is_set() ? "downstream_reservoir" : "downstream_run_of_river",
                             plant.downstream_name(),
                             fmt::format("a plant whose water does not come back: {}{}", path, rivers.name(node)));
    }
}

}  // namespace indus::model
