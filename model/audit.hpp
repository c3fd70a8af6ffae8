// SPDX-License-Identifier: Apache-2.0
// Rechecks a solution against the system, without the program: physics, balances, reserves and costs,
// recomputed from the inputs by code that shares only the fields with the rows.
//
//     const AuditResult result = audit(system, solution);
//     if (!result.findings.empty()) ...
//
// Tolerance: 1e-4 of the unit plus 1e-6 of the limit; money 1e-6 of the gross cost.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/formulation.hpp"
#include "model/shared_parts.hpp"
#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::model {

struct AuditResult {
    std::vector<Finding> findings{};
    ModeSteps mode_steps{};  ///< where a component went two ways at once; also among the findings
};

AuditResult audit(const System& system, const Solution& solution);

/// One component's place in the audit.
class AuditDesk {
public:
    /// The component's series; a finding and zeros when the solution lacks it.
    std::span<const double> series(std::string_view quantity) const;
    /// As above, but a series that is not there is all zeros without a finding.
    std::span<const double> optional_series(std::string_view quantity) const;
    void at_most(int t, double value, double limit, std::string_view what, std::string_view unit) const;
    void at_least(int t, double value, double limit, std::string_view what, std::string_view unit) const;
    void equal(int t, double value, double expected, std::string_view what, std::string_view unit) const;
    /// 0 or 1.
    void binary(int t, double value, std::string_view what) const;
    /// Two directions used at once: forces a choice at this step in the next run.
    void both_ways(int t, double one, double other, std::string_view what) const;
    /// Money of step t, before weighting.
    void charge(std::string_view category, int t, double money) const;
    /// Charges for the fuel and its carbon; compares the reported fuel use and emissions.
    void burn(const Reference<Fuel>& fuel, std::span<const double> gigajoules) const;

private:
    friend class Audit;
    AuditDesk(Audit& audit, std::string_view kind, std::string name) : a_{audit}, kind_{kind}, name_{std::move(name)} {}
    Audit& a_;
    std::string_view kind_;
    std::string name_;
};

class Audit {
public:
    Audit(const System& system, const Solution& solution);
    const System& system() const { return system_; }
    const Horizon& horizon() const { return system_.horizon(); }
    template <class Component>
    AuditDesk desk(const Component& c) {
        return {*this, Component::kind, c.name};
    }
    AuditDesk desk(std::string_view kind, const std::string& name) { return {*this, kind, name}; }

    /// Adds to the net supply of a zone [MW].
    void inject(const Reference<Zone>& zone, int t, double mw) { inject(zone.index, t, mw); }
    void inject(int zone, int t, double mw) { injection_.at(cell(zone, t)) += mw; }
    double net_supply(int zone, int t) const { return injection_.at(cell(zone, t)); }
    /// Adds to the reserve provided for a product [MW].
    void provide(int product, int t, double mw) { provided_.at(cell(product, t)) += mw; }
    double provided(int product, int t) const { return provided_.at(cell(product, t)); }
    void add_load(int t, double mw) { load_[static_cast<std::size_t>(t)] += mw; }
    void add_renewable_power(int t, double mw) { renewable_[static_cast<std::size_t>(t)] += mw; }
    double load(int t) const { return load_[static_cast<std::size_t>(t)]; }
    double renewable_power(int t) const { return renewable_[static_cast<std::size_t>(t)]; }

    /// What components' audits share, made by the first that asks.
    template <class Part, class... Arguments>
    Part& shared(Arguments&&... arguments) {
        return shared_.get<Part>(std::forward<Arguments>(arguments)...);
    }

    /// Runs every component's audit, then the balances and the money.
    AuditResult run();

private:
    friend class AuditDesk;
    std::size_t cell(int item, int t) const;
    void compare_costs();
    void finding(std::string_view kind, const std::string& owner, int t, std::string what);

    const System& system_;
    const Solution& solution_;
    std::vector<double> injection_, provided_, load_, renewable_, zeros_;
    std::map<std::string, double, std::less<>> charged_;  ///< "kind/owner/category" -> money
    std::map<std::string, const SeriesRecord*, std::less<>> series_;
    SharedParts shared_;
    AuditResult result_;
};

}  // namespace indus::model
