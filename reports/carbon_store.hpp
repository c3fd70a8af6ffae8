// SPDX-License-Identifier: Apache-2.0
// A store while carbon is traced step by step. Private to reports/carbon.cpp.
#pragma once

#include <algorithm>
#include <vector>

namespace indus::reports {

/// A store of power or heat: what it holds carries what it was charged with.
struct CarbonStore {
    /// Power and heat below which there is none [MW].
    static constexpr double nothing_mw = 1e-4;

    int place = 0;  ///< zone or heat node
    double initial_level = 0.0;
    const std::vector<double>& level;
    const std::vector<double>& charge;
    const std::vector<double>& discharge;
    double content_t = 0.0;
    double level_before = 0.0;

    /// What leaves with the energy given in step t [t]; call before `charge_at`.
    double release(std::size_t t) {
        if (discharge[t] <= nothing_mw || level_before <= 0.0) return 0.0;
        const double share = std::clamp(1.0 - level[t] / level_before, 0.0, 1.0);
        const double released = share * content_t;
        content_t -= released;
        return released;
    }
    void charge_at(std::size_t t, double hours, double intensity) {
        content_t += charge[t] * hours * intensity;
        level_before = level[t];
    }
};

}  // namespace indus::reports
