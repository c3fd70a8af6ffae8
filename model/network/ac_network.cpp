// SPDX-License-Identifier: Apache-2.0
#include "model/network/ac_network.hpp"

#include <fmt/format.h>

namespace indus::model {

AcTopology make_topology(const std::vector<AcLine>& lines, int zone_count, const std::vector<bool>& is_closed) {
    std::vector<int> branch_of_line(lines.size(), -1);
    std::vector<DcBranch> branches;
    for (std::size_t l = 0; l < lines.size(); ++l) {
        if (!is_closed[l]) continue;
        branch_of_line[l] = static_cast<int>(branches.size());
        branches.push_back({lines[l].from.index, lines[l].to.index, lines[l].mw_per_rad(), lines[l].shift_rad()});
    }
    return {std::move(branch_of_line), DcFlow{zone_count, branches}};
}

AcNetwork::AcNetwork(Formulation& f) {
    const auto& lines = f.system().all<AcLine>();
    const int zone_count = static_cast<int>(f.system().all<Zone>().size());
    std::map<std::vector<bool>, std::shared_ptr<const AcTopology>> known;
    for (int t = 0; t < f.horizon().step_count(); ++t) {
        std::vector<bool> is_closed;
        for (const AcLine& line : lines) is_closed.push_back(line.is_closed(t));
        std::shared_ptr<const AcTopology>& made = known[is_closed];
        if (!made) made = std::make_shared<const AcTopology>(make_topology(lines, zone_count, is_closed));
        topologies_.push_back(made);
        blocks_.push_back(f.program().add_block(fmt::format("network {}", to_string(f.horizon().start(t)))));
    }
    add_exports(f);
    balance_islands(f);
}

void AcNetwork::add_exports(Formulation& f) {
    const auto& zones = f.system().all<Zone>();
    const auto steps = static_cast<std::size_t>(f.horizon().step_count());
    // Twice what the lines of a zone carry: rows limit the flows, a bound has only to be finite and safe.
    std::vector<std::vector<double>> most(zones.size());
    for (const AcLine& line : f.system().all<AcLine>())
        for (const int zone : {line.from.index, line.to.index}) {
            auto& bound = most[static_cast<std::size_t>(zone)];
            bound.resize(steps, 0.0);
            for (std::size_t t = 0; t < steps; ++t) bound[t] += 2.0 * line.flow_bound(static_cast<int>(t));
        }
    exports_.resize(zones.size());
    for (std::size_t z = 0; z < zones.size(); ++z) {
        if (most[z].empty()) continue;
        std::vector<double> least;
        for (const double bound : most[z]) least.push_back(-bound);
        const Series exports = f.desk_within(zones[z], blocks_).variables("ac_export", "MW", least, most[z]);
        exports_[z] = exports;
        for (int t = 0; t < f.horizon().step_count(); ++t) {
            f.zone_balance(static_cast<int>(z), t).add(exports[t], -1.0);
            f.net_import(static_cast<int>(z), t).add(exports[t], -1.0);
        }
    }
}

void AcNetwork::balance_islands(Formulation& f) {
    const auto& zones = f.system().all<Zone>();
    for (int t = 0; t < f.horizon().step_count(); ++t)
        for (const std::vector<int>& island : topology(t).flow.islands()) {
            Expression sum;
            for (const int zone : island) sum.add((*exports_[static_cast<std::size_t>(zone)])[t], 1.0);
            const std::string& first = zones[static_cast<std::size_t>(island.front())].name;
            f.desk_within(AcLine::kind, first, blocks_).require(island_balance, t, sum == 0.0);
        }
}

Expression AcNetwork::flow(int line, int t) const {
    const int branch = topology(t).branch_of_line[static_cast<std::size_t>(line)];
    if (branch < 0) return {};
    Expression sum{topology(t).flow.offset_mw(branch)};
    for (const DcFlow::Factor& each : topology(t).flow.factors(branch))
        sum.add((*exports_[static_cast<std::size_t>(each.zone)])[t], each.share);
    return sum;
}

}  // namespace indus::model
