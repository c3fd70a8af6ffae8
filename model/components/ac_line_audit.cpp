// SPDX-License-Identifier: Apache-2.0
// The audit of AC lines: flows again from voltage angles, solved at every step from the exports that a solution states.
// Shares nothing with the factors of model/network, so that every run holds one against the other.
#include <fmt/format.h>

#include <Eigen/SparseLU>
#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <numbers>

#include "model/audit.hpp"

namespace indus::model {

namespace {

double in_radians(double degrees) { return degrees / 180.0 * std::numbers::pi; }

/// The susceptances of the lines that are closed at some steps. One zone of each island stands at angle zero.
class Susceptances {
public:
    Susceptances(const std::vector<AcLine>& lines, const std::vector<bool>& is_closed, int zone_count)
        : island(static_cast<std::size_t>(zone_count)) {
        for (int zone = 0; zone < zone_count; ++zone) island[static_cast<std::size_t>(zone)] = zone;
        spread(lines, is_closed);
        std::vector<Eigen::Triplet<double>> entries;
        for (int zone = 0; zone < zone_count; ++zone)
            if (stands_at_zero(zone)) entries.emplace_back(zone, zone, 1.0);
        for (std::size_t l = 0; l < lines.size(); ++l) {
            if (!is_closed[l]) continue;
            const double susceptance = lines[l].base_mva / lines[l].reactance_pu / lines[l].tap_ratio;
            for (const auto& [here, there] : {std::pair{lines[l].from.index, lines[l].to.index},
                                              std::pair{lines[l].to.index, lines[l].from.index}}) {
                if (stands_at_zero(here)) continue;
                entries.emplace_back(here, here, susceptance);
                if (!stands_at_zero(there)) entries.emplace_back(here, there, -susceptance);
            }
        }
        Eigen::SparseMatrix<double> matrix(zone_count, zone_count);
        matrix.setFromTriplets(entries.begin(), entries.end());
        solver.compute(matrix);
    }
    bool stands_at_zero(int zone) const { return island[static_cast<std::size_t>(zone)] == zone; }

    std::vector<int> island{};  ///< per zone, the lowest zone it is joined to
    Eigen::SparseLU<Eigen::SparseMatrix<double>> solver{};

private:
    /// The lowest number spreads over closed lines until nothing changes.
    void spread(const std::vector<AcLine>& lines, const std::vector<bool>& is_closed) {
        for (bool changed = true; changed;) {
            changed = false;
            for (std::size_t l = 0; l < lines.size(); ++l) {
                int& left = island[static_cast<std::size_t>(lines[l].from.index)];
                int& right = island[static_cast<std::size_t>(lines[l].to.index)];
                if (!is_closed[l] || left == right) continue;
                left = right = std::min(left, right);
                changed = true;
            }
        }
    }
};

/// Angles of all zones at all steps, and what the exports that make them do to the balances.
class Angles {
public:
    explicit Angles(Audit& a) : a_{a}, lines_{a.system().all<AcLine>()} {
        const auto& zones = a.system().all<Zone>();
        for (std::size_t z = 0; z < zones.size(); ++z)
            exports_.push_back(touches(static_cast<int>(z)) ? a.desk(zones[z]).series("ac_export")
                                                            : a.desk(zones[z]).optional_series("ac_export"));
        for (int t = 0; t < a.horizon().step_count(); ++t) solve(t);
    }
    /// Angle of from over to [rad].
    double difference(const AcLine& line, int t) const {
        const Eigen::VectorXd& angle = angles_[static_cast<std::size_t>(t)];
        return angle[line.from.index] - angle[line.to.index];
    }

private:
    static bool is_closed(const AcLine& line, int t) { return line.in_service && line.available[t] > 0.0; }
    bool touches(int zone) const {
        return std::any_of(lines_.begin(), lines_.end(),
                           [&](const AcLine& each) { return each.from.index == zone || each.to.index == zone; });
    }

    void solve(int t) {
        std::vector<bool> closed;
        for (const AcLine& line : lines_) closed.push_back(is_closed(line, t));
        std::unique_ptr<Susceptances>& network = networks_[closed];
        const int zone_count = static_cast<int>(exports_.size());
        if (!network) network = std::make_unique<Susceptances>(lines_, closed, zone_count);
        Eigen::VectorXd injection = Eigen::VectorXd::Zero(zone_count);
        for (std::size_t l = 0; l < lines_.size(); ++l) {
            if (!closed[l]) continue;
            const double driven = lines_[l].base_mva / lines_[l].reactance_pu / lines_[l].tap_ratio *
                                  in_radians(lines_[l].phase_shift_degrees);
            injection[lines_[l].from.index] += driven;
            injection[lines_[l].to.index] -= driven;
        }
        std::map<int, double> sums;
        for (int zone = 0; zone < zone_count; ++zone) {
            const double exported = exports_[static_cast<std::size_t>(zone)][static_cast<std::size_t>(t)];
            sums[network->island[static_cast<std::size_t>(zone)]] += exported;
            injection[zone] = network->stands_at_zero(zone) ? 0.0 : injection[zone] + exported;
            a_.inject(zone, t, -exported);
        }
        for (const auto& [zone, sum] : sums)
            a_.desk(a_.system().all<Zone>()[static_cast<std::size_t>(zone)])
                .equal(t, sum, 0.0, "net export of the zones that its AC lines join", "MW");
        angles_.push_back(network->solver.solve(injection));
    }

    Audit& a_;
    const std::vector<AcLine>& lines_;
    std::vector<std::span<const double>> exports_{};
    std::map<std::vector<bool>, std::unique_ptr<Susceptances>> networks_{};
    std::vector<Eigen::VectorXd> angles_{};  ///< per step, by zone
};

}  // namespace

void AcLine::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const Angles& angles = a.shared<Angles>(a);
    const auto flow = d.series("flow");
    const auto overload = d.optional_series("overload");
    const auto forward = d.optional_series("forward");
    const auto backward = d.optional_series("backward");
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double share = in_service ? available[t] : 0.0;
        const double degrees = angles.difference(*this, t) * 180.0 / std::numbers::pi;
        const double driven =
            share > 0.0 ? in_radians(degrees - phase_shift_degrees) * base_mva / (tap_ratio * reactance_pu) : 0.0;
        d.equal(t, flow[i], driven, "flow", "MW");
        d.at_least(t, overload[i], 0.0, "overload", "MW");
        d.at_most(t, flow[i] - overload[i], share * capacity_mw[t], "flow", "MW");
        d.at_least(t, flow[i] + overload[i], -share * reverse_capacity_mw.value_or(capacity_mw[t]), "flow", "MW");
        if (!violation_cost_per_mwh) d.at_most(t, overload[i], 0.0, "overload of a line with a hard limit", "MW");
        if (share > 0.0 && max_angle_degrees)
            d.at_most(t, degrees, *max_angle_degrees, "angle of from over to", "degrees");
        if (share > 0.0 && min_angle_degrees)
            d.at_least(t, degrees, *min_angle_degrees, "angle of from over to", "degrees");
        d.charge("line_violation", t, violation_cost_per_mwh.value_or(0.0) * a.horizon().hours(t) * overload[i]);
        if (loss_share == 0.0) continue;
        d.at_least(t, forward[i], 0.0, "forward flow", "MW");
        d.at_least(t, backward[i], 0.0, "backward flow", "MW");
        d.equal(t, forward[i] - backward[i], driven, "forward less backward flow", "MW");
        d.both_ways(t, forward[i], backward[i], "flows both ways");
        a.inject(from, t, -0.5 * loss_share * (forward[i] + backward[i]));
        a.inject(to, t, -0.5 * loss_share * (forward[i] + backward[i]));
    }
}

}  // namespace indus::model
