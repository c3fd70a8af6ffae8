// SPDX-License-Identifier: Apache-2.0
// What industry's freedom to choose hours is worth: the answer of a run beside that of a rigid industry (rigid.hpp).
#pragma once

#include <algorithm>
#include <optional>
#include <string>

#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::model {

/// Sums of one run of the whole system.
struct RunFigures {
    double cost = 0.0;
    double peak_mw = 0.0;           ///< largest load of all zones together, losses to the customer included: demand as
                                    ///< wanted, what industry and boilers draw, less what contracts call off
    double peak_residual_mw = 0.0;  ///< the same less what sun, wind and run of river could give in the step
    double unserved_mwh = 0.0;      ///< of demand
    double curtailment_mwh = 0.0;
    double emissions_t = 0.0;
    double missing_mwh = 0.0;        ///< due to shiftable loads and not drawn in time, at the customer
    double unserved_heat_mwh = 0.0;  ///< of heat demands
};

struct RigidComparison {
    RunFigures optimised{};
    std::optional<RunFigures> rigid{};  ///< none where the rigid run has no answer
    std::optional<double> bound{};      ///< of the rigid run, its decisions given
    std::optional<double> gap{};
    std::optional<double> optimised_bound{};  ///< of the optimised run
    bool has_industry = true;   ///< whether the case has anything that a rigid industry would do otherwise
    std::string explanation{};  ///< how the rigid run ended, or why there is nothing to compare

    /// Firm capacity that flexibility displaces: how much lower the peak of residual load (load less what sun, wind and
    /// run of river could give) is than with a rigid industry [MW].
    std::optional<double> firm_capacity_displaced_mw() const {
        return rigid ? std::optional{rigid->peak_residual_mw - optimised.peak_residual_mw} : std::nullopt;
    }
    /// What flexibility saves by the costs of both runs, and the limits of what it saves from optimum to optimum.
    std::optional<double> saving() const { return rigid ? std::optional{rigid->cost - optimised.cost} : std::nullopt; }
    std::optional<double> saving_at_least() const {
        return rigid && bound ? std::optional{std::max(0.0, *bound - optimised.cost)} : std::nullopt;
    }
    std::optional<double> saving_at_most() const {
        return rigid && optimised_bound ? std::optional{rigid->cost - *optimised_bound} : std::nullopt;
    }
};

RunFigures figures_of(const System& system, const Solution& solution);
/// `rigid` as dispatch_rigid found it; `stopped` says that it was ended by hand, so that it compares nothing.
RigidComparison compare_with_rigid(const System& system, const Solution& optimised, const Solution& rigid,
                                   bool stopped = false);

}  // namespace indus::model
