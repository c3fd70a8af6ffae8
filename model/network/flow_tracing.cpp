// SPDX-License-Identifier: Apache-2.0
#include "model/network/flow_tracing.hpp"

#include <Eigen/SparseLU>
#include <stdexcept>

namespace indus::model {

namespace {

/// Power below which there is none [MW]; the feasibility tolerance.
constexpr double nothing_mw = 1e-4;
/// Keeps zones solvable through which power goes in a circle that nobody feeds.
constexpr double dilution = 1e-9;

}  // namespace

std::vector<double> traced_intensity(std::span<const double> supply_mw, std::span<const double> burden_per_h,
                                     std::span<const TracedFlow> flows) {
    const auto zones = static_cast<int>(supply_mw.size());
    std::vector<double> through{supply_mw.begin(), supply_mw.end()};
    for (const TracedFlow& each : flows) through.at(static_cast<std::size_t>(each.to)) += each.arrived_mw;
    const auto has_power = [&](int zone) { return through[static_cast<std::size_t>(zone)] > nothing_mw; };

    std::vector<Eigen::Triplet<double>> entries;
    Eigen::VectorXd burden = Eigen::VectorXd::Zero(zones);
    for (int z = 0; z < zones; ++z) {
        entries.emplace_back(z, z, has_power(z) ? (1.0 + dilution) * through[static_cast<std::size_t>(z)] : 1.0);
        if (has_power(z)) burden[z] = burden_per_h[static_cast<std::size_t>(z)];
    }
    for (const TracedFlow& each : flows)
        if (has_power(each.to) && has_power(each.from)) entries.emplace_back(each.to, each.from, -each.sent_mw);
    Eigen::SparseMatrix<double> balance(zones, zones);
    balance.setFromTriplets(entries.begin(), entries.end());
    const Eigen::SparseLU<Eigen::SparseMatrix<double>> solver{balance};
    if (solver.info() != Eigen::Success) throw std::logic_error("flows of a step cannot be traced to their sources");
    const Eigen::VectorXd intensity = solver.solve(burden);
    return {intensity.begin(), intensity.end()};
}

}  // namespace indus::model
