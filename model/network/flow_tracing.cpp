// SPDX-License-Identifier: Apache-2.0
#include "model/network/flow_tracing.hpp"

#include <Eigen/SparseLU>
#include <limits>

namespace indus::model {

namespace {

/// Power below which there is none [MW]; the feasibility tolerance.
constexpr double nothing_mw = 1e-4;

/// Zones that power from a supply reaches: power that goes round without one has no source to be traced to.
std::vector<bool> fed_zones(std::span<const double> supply_mw, std::span<const TracedFlow> flows) {
    std::vector<bool> fed;
    for (const double each : supply_mw) fed.push_back(each > nothing_mw);
    for (bool grows = true; grows;) {
        grows = false;
        for (const TracedFlow& each : flows) {
            const auto from = static_cast<std::size_t>(each.from), to = static_cast<std::size_t>(each.to);
            if (!fed.at(from) || fed.at(to)) continue;
            fed[to] = grows = true;
        }
    }
    return fed;
}

}  // namespace

std::vector<double> traced_intensity(std::span<const double> supply_mw, std::span<const double> burden_per_h,
                                     std::span<const TracedFlow> flows) {
    const auto zones = static_cast<int>(supply_mw.size());
    std::vector<double> through{supply_mw.begin(), supply_mw.end()};
    for (const TracedFlow& each : flows) through.at(static_cast<std::size_t>(each.to)) += each.arrived_mw;
    const std::vector<bool> fed = fed_zones(supply_mw, flows);
    const auto is_fed = [&](int zone) { return fed[static_cast<std::size_t>(zone)]; };

    std::vector<Eigen::Triplet<double>> entries;
    Eigen::VectorXd burden = Eigen::VectorXd::Zero(zones);
    for (int z = 0; z < zones; ++z) {
        entries.emplace_back(z, z, is_fed(z) ? through[static_cast<std::size_t>(z)] : 1.0);
        if (is_fed(z)) burden[z] = burden_per_h[static_cast<std::size_t>(z)];
    }
    for (const TracedFlow& each : flows)
        if (is_fed(each.from)) entries.emplace_back(each.to, each.from, -each.sent_mw);
    Eigen::SparseMatrix<double> balance(zones, zones);
    balance.setFromTriplets(entries.begin(), entries.end());
    const Eigen::SparseLU<Eigen::SparseMatrix<double>> solver{balance};
    if (solver.info() != Eigen::Success)
        return std::vector<double>(supply_mw.size(), std::numeric_limits<double>::quiet_NaN());
    const Eigen::VectorXd intensity = solver.solve(burden);
    return {intensity.begin(), intensity.end()};
}

}  // namespace indus::model
