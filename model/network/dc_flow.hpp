// SPDX-License-Identifier: Apache-2.0
// The direct-current approximation of power flow in a network of zones, solved for the flows.
//
//     flow[l] = b[l] (angle[from] - angle[to] - shift[l])          b[l] in MW per radian
//     sum(lines: flow leaving z) = net export of z
//
// Angles are eliminated: flow[l] = sum(factor[l, z] * net_export[z], z) + offset[l], where the factors are power
// transfer distribution factors (PTDF) and the offset is what phase shifts drive around by themselves. The zone with
// most lines of an island is its reference; as the net exports of an island sum to zero, flows do not depend on it.
// Source: Stott, Jardim & Alsac (2009), DC power flow revisited, IEEE Trans. Power Systems 24(3).
#pragma once

#include <span>
#include <vector>

namespace indus::model {

/// A line in service, as the power flow sees it.
struct DcBranch {
    int from = -1;            ///< zone
    int to = -1;              ///< another zone
    double mw_per_rad = 0.0;  ///< b; negative for a line compensated beyond its reactance
    double shift_rad = 0.0;
};

class DcFlow {
public:
    /// Below this a factor is rounding of the factorisation: a thousand zones at 10 GW would move a flow by 1e-4 MW.
    static constexpr double least_factor = 1e-11;
    struct Factor {
        int zone = -1;
        double share = 0.0;  ///< MW on the line per MW of the zone's net export
    };

    /// Throws std::domain_error where reactances cancel, so that no flow follows from the net exports; that needs a
    /// negative one.
    DcFlow(int zone_count, std::span<const DcBranch> branches);

    /// Zones joined by lines, in rising order; zones without a line are in none.
    const std::vector<std::vector<int>>& islands() const { return islands_; }
    /// Factors that are not zero, zones in rising order.
    const std::vector<Factor>& factors(int branch) const { return factors_.at(static_cast<std::size_t>(branch)); }
    double offset_mw(int branch) const { return offset_mw_.at(static_cast<std::size_t>(branch)); }

private:
    void find_islands(int zone_count, std::span<const DcBranch> branches);
    void solve_island(const std::vector<int>& zones, std::span<const DcBranch> branches);
    int reference_of(const std::vector<int>& zones, std::span<const DcBranch> branches) const;

    std::vector<int> island_of_;  ///< per zone, -1 for none
    std::vector<std::vector<int>> islands_;
    std::vector<std::vector<Factor>> factors_;
    std::vector<double> offset_mw_;
};

}  // namespace indus::model
