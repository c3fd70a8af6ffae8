// SPDX-License-Identifier: Apache-2.0
#include "model/audit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/fuel_chain.hpp"

namespace indus::model {

namespace {

constexpr double absolute_tolerance = 1e-4;
constexpr double relative_tolerance = 1e-6;
constexpr std::size_t most_findings = 200;  // a broken solution need not be told in a million lines

double slack(double limit) { return absolute_tolerance + relative_tolerance * std::abs(limit); }

std::string in_unit(double value, std::string_view unit) {
    return unit.empty() ? fmt::format("{:.6g}", value) : fmt::format("{:.6g} {}", value, unit);
}

std::string cost_key(std::string_view kind, std::string_view owner, std::string_view category) {
    return fmt::format("{}/{}/{}", kind, owner, category);
}

}  // namespace

std::span<const double> AuditDesk::optional_series(std::string_view quantity) const {
    const auto found = a_.series_.find(cost_key(kind_, name_, quantity));
    if (found == a_.series_.end()) return a_.zeros_;
    if (found->second->values.size() == a_.zeros_.size()) return found->second->values;
    a_.finding(kind_, name_, -1,
               fmt::format("{} has {} values for {} steps", quantity, found->second->values.size(), a_.zeros_.size()));
    return a_.zeros_;
}

bool AuditDesk::has(std::string_view quantity) const { return a_.series_.contains(cost_key(kind_, name_, quantity)); }

std::span<const double> AuditDesk::series(std::string_view quantity) const {
    if (!has(quantity)) a_.finding(kind_, name_, -1, fmt::format("the solution has no series '{}'", quantity));
    return optional_series(quantity);
}

double AuditDesk::capacity_left(int t, double capacity_mw, std::optional<double> of_mw) const {
    double share = 1.0;
    for (const Outage& each : a_.system().all<Outage>()) {
        if (each.plant != name_ || !each.touches(a_.horizon(), t)) continue;
        const double left_mw =
            each.units_out ? 0.0 : each.available_mw.value_or(each.available_share.value_or(0.0) * capacity_mw);
        share = std::min(share, capacity_mw > 0.0 ? left_mw / capacity_mw : 0.0);
    }
    return share * of_mw.value_or(capacity_mw);
}

void AuditDesk::at_most(int t, double value, double limit, std::string_view what, std::string_view unit) const {
    if (value <= limit + slack(limit)) return;
    a_.finding(kind_, name_, t,
               fmt::format("{} is {}, above its limit {}", what, in_unit(value, unit), in_unit(limit, unit)));
}

void AuditDesk::at_least(int t, double value, double limit, std::string_view what, std::string_view unit) const {
    if (value >= limit - slack(limit)) return;
    a_.finding(kind_, name_, t,
               fmt::format("{} is {}, below its limit {}", what, in_unit(value, unit), in_unit(limit, unit)));
}

void AuditDesk::equal(int t, double value, double expected, std::string_view what, std::string_view unit) const {
    if (std::abs(value - expected) <= slack(expected)) return;
    a_.finding(kind_, name_, t,
               fmt::format("{} is {}, but should be {}", what, in_unit(value, unit), in_unit(expected, unit)));
}

void AuditDesk::binary(int t, double value, std::string_view what) const {
    if (std::abs(value) <= 1e-6 || std::abs(value - 1.0) <= 1e-6) return;
    a_.finding(kind_, name_, t, fmt::format("{} is {:.6g}, neither 0 nor 1", what, value));
}

void AuditDesk::both_ways(int t, double one, double other, std::string_view what) const {
    if (std::min(one, other) <= absolute_tolerance) return;
    a_.finding(kind_, name_, t, fmt::format("{} at once: {:.6g} MW and {:.6g} MW", what, one, other));
    a_.result_.mode_steps[mode_key(kind_, name_)].insert(t);
}

void AuditDesk::charge(std::string_view category, int t, double money) const {
    a_.charged_[cost_key(kind_, name_, category)] += a_.horizon().weight(t) * money;
}

void AuditDesk::generate(const Reference<Zone>& zone, int t, double mw) const {
    a_.inject(zone, t, mw);
    if (!plant_) plant_ = find_plant(a_.plants_, kind_, name_);
    if (*plant_ >= 0) a_.output_.at(a_.cell(*plant_, t)) += mw;
}

void AuditDesk::judge(const AuditedLimit& limit, double amount, double base) const {
    const auto violations = optional_series(limit.violation);
    double broken_by = 0.0;
    // A violation is booked at the first step of what the limit covers; elsewhere it would hide.
    for (int t = limit.first; t < limit.first + limit.count; ++t) {
        const double here = violations[static_cast<std::size_t>(t)];
        if (t == limit.first) broken_by = here;
        judge_violation(limit, t, here);
    }
    charge(limit.category, limit.first, limit.cost.value_or(0.0) * limit.hours * broken_by);
    const double counted = broken_by * (limit.is_weighted ? a_.horizon().weight(limit.first) : 1.0);
    if (limit.at_most)
        at_most(limit.first, amount - counted, limit.bound * base, limit.rule, limit.unit);
    else
        at_least(limit.first, amount + counted, limit.bound * base, limit.rule, limit.unit);
}

void AuditDesk::judge_violation(const AuditedLimit& limit, int t, double violation) const {
    if (t == limit.first) at_least(t, violation, 0.0, limit.violation, limit.unit);
    if (t != limit.first || !limit.cost) at_most(t, violation, 0.0, limit.violation, limit.unit);
}

void AuditDesk::burn(const Reference<Fuel>& fuel, const Reference<Zone>& zone, std::span<const double> gigajoules,
                     std::string_view burner) const {
    if (fuel.is_set()) burn(zone, {{fuel, gigajoules}}, burner);
}

void AuditDesk::burn(const Reference<Zone>& zone, std::initializer_list<Burnt> fuels, std::string_view burner) const {
    const std::string_view name = burner.empty() ? std::string_view{name_} : burner;
    const auto fuel_use = optional_series("fuel_use");
    const auto emissions = optional_series("emissions");
    AuditedFuelChain& chain = a_.shared<AuditedFuelChain>(a_.system());
    for (int t = 0; t < a_.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        double burnt = 0.0, tonnes = 0.0;
        for (const Burnt& each : fuels) {
            const Fuel& fuel = a_.system().at(each.fuel);
            const double here = fuel.emission_factor_t_per_gj * each.gigajoules[i];
            burnt += each.gigajoules[i];
            tonnes += here;
            a_.fuel_drawn_.at(a_.cell(each.fuel.index, t)) += each.gigajoules[i];
            a_.emissions_.at(a_.cell(zone.index, t)) += here;
            const int stock = chain.stock_of(name, each.fuel);
            if (stock >= 0) chain.burnt(stock, t) += each.gigajoules[i];
            charge("fuel", t, stock >= 0 ? 0.0 : fuel.price_per_gj[t] * each.gigajoules[i]);
            charge("carbon", t, a_.system().carbon_price(t) * here);
        }
        equal(t, fuel_use[i], burnt, "fuel use", "GJ");
        equal(t, emissions[i], tonnes, "emissions", "tCO2");
    }
}

void AuditDesk::emit(const Reference<Zone>& zone, std::span<const double> tonnes, std::string_view quantity) const {
    const auto reported = optional_series(quantity);
    for (int t = 0; t < a_.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        a_.emissions_.at(a_.cell(zone.index, t)) += tonnes[i];
        charge("carbon", t, a_.system().carbon_price(t) * tonnes[i]);
        equal(t, reported[i], tonnes[i], "carbon dioxide of no fuel", "tCO2");
    }
}

void AuditDesk::count_renewable(int t, double mw) const {
    if (!plant_) plant_ = find_plant(a_.plants_, kind_, name_);
    if (*plant_ >= 0) a_.part_renewable_.at(a_.cell(*plant_, t)) += mw;
}

Audit::Audit(const System& system, const Solution& solution) : system_{system}, solution_{solution} {
    const auto steps = static_cast<std::size_t>(system.horizon().step_count());
    injection_.assign(system.all<Zone>().size() * steps, 0.0);
    provided_.assign(system.all<Reserve>().size() * steps, 0.0);
    load_.assign(injection_.size(), 0.0);
    renewable_.assign(injection_.size(), 0.0);
    zeros_.assign(steps, 0.0);
    plants_ = all_plants(system.data());
    output_.assign(plants_.size() * steps, 0.0);
    part_renewable_.assign(output_.size(), 0.0);
    emissions_.assign(injection_.size(), 0.0);
    served_.assign(injection_.size(), 0.0);
    fuel_drawn_.assign(system.all<Fuel>().size() * steps, 0.0);
    for (const SeriesRecord& each : solution.series)
        series_.emplace(cost_key(each.kind, each.owner, each.quantity), &each);
}

std::size_t Audit::cell(int item, int t) const {
    return static_cast<std::size_t>(item) * zeros_.size() + static_cast<std::size_t>(t);
}

double Audit::in_zones(const std::vector<double>& by_zone, const WeightedNames& zones, int t) const {
    double sum = 0.0;
    for (std::size_t z = 0; z < system_.all<Zone>().size(); ++z)
        if (zones.empty() || zones.contains(system_.all<Zone>()[z].name))
            sum += by_zone.at(cell(static_cast<int>(z), t));
    return sum;
}

void Audit::finding(std::string_view kind, const std::string& owner, int t, std::string what) {
    if (result_.findings.size() >= most_findings) return;
    result_.findings.push_back({std::string{kind}, owner, t, std::move(what)});
}

AuditResult Audit::run() {
    // Zones and reserves are judged last: they need what all others inject and provide.
    const auto audit_list = [this]<class Component>(bool closing) {
        if (closing_component<Component> != closing) return;
        const auto& list = system_.all<Component>();
        for (std::size_t i = 0; i < list.size(); ++i) list[i].audit(*this, static_cast<int>(i));
    };
    for_each_kind([&]<class Component>() { audit_list.template operator()<Component>(false); });
    for_each_kind([&]<class Component>() { audit_list.template operator()<Component>(true); });
    compare_costs();
    return std::move(result_);
}

void Audit::compare_costs() {
    double gross = 1.0;
    for (const auto& [key, money] : charged_) gross += std::abs(money);
    // Comparisons are written so that a cost that is no number is a finding.
    const double tolerance = relative_tolerance * (std::isfinite(gross) ? gross : 1.0);
    double total = 0.0;
    std::map<std::string, double, std::less<>> open = charged_;
    for (const CostRecord& each : solution_.costs) {
        const std::string key = cost_key(each.kind, each.owner, each.category);
        const double expected = open.contains(key) ? open[key] : 0.0;
        if (!(std::abs(each.amount - expected) <= tolerance))
            finding(each.kind, each.owner, -1,
                    fmt::format("the cost '{}' is {:.6g}, but should be {:.6g}", each.category, each.amount, expected));
        open.erase(key);
    }
    for (const auto& [key, money] : open)
        if (!(std::abs(money) <= tolerance))
            finding("cost", key, -1, fmt::format("a cost of {:.6g} is missing", money));
    for (const auto& [key, money] : charged_) total += money;
    const double claimed = solution_.certificate.cost.value_or(0.0);
    if (!(std::abs(total - claimed) <= tolerance))
        finding("cost", "total", -1,
                fmt::format("the cost of the run is {:.9g}, but its parts sum to {:.9g}", claimed, total));
}

AuditResult audit(const System& system, const Solution& solution) { return Audit{system, solution}.run(); }

}  // namespace indus::model
