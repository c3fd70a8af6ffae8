// SPDX-License-Identifier: Apache-2.0
// Rechecks a solution against the system, without the program: physics, balances, reserves and costs,
// recomputed from the inputs by code that shares only the fields with the rows.
//
//     const AuditResult result = audit(system, solution);
//     if (!result.findings.empty()) ...
//
// Tolerance: 1e-4 of the unit plus 1e-6 of the limit; money 1e-6 of the gross cost.
#pragma once

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/formulation.hpp"
#include "model/plant_facts.hpp"
#include "model/shared_parts.hpp"
#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::model {

struct AuditResult {
    std::vector<Finding> findings{};
    ModeSteps mode_steps{};  ///< where a component went two ways at once; also among the findings
};

AuditResult audit(const System& system, const Solution& solution);

/// What the loss of one unit takes away.
struct AuditedLoss {
    std::string owner{};
    double unit_mw = 0.0;
    Reference<Zone> zone{};
    std::vector<double> output{};             ///< per step [MW]
    std::vector<std::vector<double>> held{};  ///< per product and step [MW]
};

/// A limit as its component's fields say it; what limit.hpp says holds here too.
struct AuditedLimit {
    std::string_view rule{};
    std::string_view unit{};
    std::string_view violation{};
    std::string_view category{};
    int first = 0;
    int count = 0;
    bool at_most = true;
    bool is_weighted = true;
    double hours = 1.0;
    double bound = 0.0;
    std::optional<double> cost{};
};

/// One component's place in the audit.
class AuditDesk {
public:
    /// The component's series; a finding and zeros when the solution lacks it.
    std::span<const double> series(std::string_view quantity) const;
    /// As above, but a series that is not there is all zeros without a finding.
    std::span<const double> optional_series(std::string_view quantity) const;
    /// Whether the solution has the series.
    bool has(std::string_view quantity) const;
    /// Capacity that outages leave of the plant at step t [MW]; `of_mw`, where given, is another rating that falls
    /// alike.
    double capacity_left(int t, double capacity_mw, std::optional<double> of_mw = {}) const;
    void at_most(int t, double value, double limit, std::string_view what, std::string_view unit) const;
    void at_least(int t, double value, double limit, std::string_view what, std::string_view unit) const;
    void equal(int t, double value, double expected, std::string_view what, std::string_view unit) const;
    /// 0 or 1.
    void binary(int t, double value, std::string_view what) const;
    /// Two directions used at once: forces a choice at this step in the next run.
    void both_ways(int t, double one, double other, std::string_view what) const;
    /// Money of step t, before weighting.
    void charge(std::string_view category, int t, double money) const;
    /// What the plant gives to its zone [MW]; negative for what it takes.
    void generate(const Reference<Zone>& zone, int t, double mw) const;
    /// Charges for the fuel and its carbon; compares the reported fuel use and emissions. `burner` is the name under
    /// which fuel stocks know who burns it; empty: the component's own.
    void burn(const Reference<Fuel>& fuel, const Reference<Zone>& zone, std::span<const double> gigajoules,
              std::string_view burner = {}) const;
    /// The same for a plant of several fuels, whose fuel use is reported as a sum.
    struct Burnt {
        const Reference<Fuel>& fuel;
        std::span<const double> gigajoules;
    };
    void burn(const Reference<Zone>& zone, std::initializer_list<Burnt> fuels, std::string_view burner = {}) const;
    /// Charges for carbon dioxide that is of no fuel [tCO2]; compares what is reported as the quantity.
    void emit(const Reference<Zone>& zone, std::span<const double> tonnes, std::string_view quantity) const;
    /// Part of the output of a plant that counts as renewable [MW], where not all or nothing does.
    void count_renewable(int t, double mw) const;
    /// Judges a limit by `amount` (and, for a share, `base`), and charges for what breaks it.
    void judge(const AuditedLimit& limit, double amount, double base = 1.0) const;

private:
    friend class Audit;
    void judge_violation(const AuditedLimit& limit, int t, double violation) const;
    AuditDesk(Audit& audit, std::string_view kind, std::string name) : a_{audit}, kind_{kind}, name_{std::move(name)} {}
    Audit& a_;
    std::string_view kind_;
    std::string name_;
    mutable std::optional<int> plant_{};
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
    void add_load(const Reference<Zone>& zone, int t, double mw) { load_.at(cell(zone.index, t)) += mw; }
    void add_renewable_power(const Reference<Zone>& zone, int t, double mw) {
        renewable_.at(cell(zone.index, t)) += mw;
    }
    /// Of the zones named, of all where none is.
    double load(const WeightedNames& zones, int t) const { return in_zones(load_, zones, t); }
    double renewable_power(const WeightedNames& zones, int t) const { return in_zones(renewable_, zones, t); }
    /// Units whose loss a reserve may have to cover.
    void add_loss(AuditedLoss loss) { losses_.push_back(std::move(loss)); }
    const std::vector<AuditedLoss>& losses() const { return losses_; }
    const std::vector<PlantFacts>& plants() const { return plants_; }
    double output(int plant, int t) const { return output_.at(cell(plant, t)); }
    /// What of it is renewable [MW].
    double renewable_output(int plant, int t) const {
        const bool is_all = plants_.at(static_cast<std::size_t>(plant)).is_renewable;
        return (is_all ? output_ : part_renewable_).at(cell(plant, t));
    }
    double emissions(int zone, int t) const { return emissions_.at(cell(zone, t)); }
    void serve(const Reference<Zone>& zone, int t, double mw) { served_.at(cell(zone.index, t)) += mw; }
    double served(int zone, int t) const { return served_.at(cell(zone, t)); }
    double fuel_drawn(int fuel, int t) const { return fuel_drawn_.at(cell(fuel, t)); }

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
    double in_zones(const std::vector<double>& by_zone, const WeightedNames& zones, int t) const;
    void compare_costs();
    void finding(std::string_view kind, const std::string& owner, int t, std::string what);

    const System& system_;
    const Solution& solution_;
    std::vector<PlantFacts> plants_;
    std::vector<double> injection_, provided_, load_, renewable_, output_, part_renewable_, emissions_, served_;
    std::vector<double> fuel_drawn_, zeros_;
    std::vector<AuditedLoss> losses_;
    std::map<std::string, double, std::less<>> charged_;  ///< "kind/owner/category" -> money
    std::map<std::string, const SeriesRecord*, std::less<>> series_;
    SharedParts shared_;
    AuditResult result_;
};

}  // namespace indus::model
