// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cmath>
#include <limits>

#include "model/components/thermal_plant_audit.hpp"

namespace indus::model {

namespace {

/// A convex curve of points: the highest of the lines through neighbours.
double along(const Steps& curve, double x) {
    const auto& points = curve.steps;
    if (points.size() == 1) return points.front().value;
    double highest = -std::numeric_limits<double>::infinity();
    for (std::size_t k = 1; k < points.size(); ++k) {
        const double slope = (points[k].value - points[k - 1].value) / (points[k].from - points[k - 1].from);
        highest = std::max(highest, points[k].value + slope * (x - points[k].from));
    }
    return highest;
}

/// x squared, cut into equal pieces between low and high: again the highest line.
double cut_square(double low, double high, int pieces, double x) {
    if (high <= low) return x * x;
    double highest = -std::numeric_limits<double>::infinity();
    for (int k = 0; k < pieces; ++k) {
        const double from = low + (high - low) * k / pieces;
        const double to = low + (high - low) * (k + 1) / pieces;
        highest = std::max(highest, (from + to) * x - from * to);
    }
    return highest;
}

}  // namespace

double audited_heat_per_h(const ThermalPlant& p, double output) {
    if (!p.heat_curve_gj_per_h.empty()) return along(p.heat_curve_gj_per_h, output);
    return p.no_load_heat_gj_per_h + p.heat_rate_gj_per_mwh * output;
}

double audited_cost_per_h(const ThermalPlant& p, int pieces, double output) {
    double money = p.no_load_cost_per_h + p.variable_cost_per_mwh * output;
    if (p.quadratic_cost_per_mw2h > 0.0)
        money += p.quadratic_cost_per_mw2h * cut_square(p.min_output_mw, p.capacity_mw, pieces, output);
    return p.cost_curve_per_h.empty() ? money : money + along(p.cost_curve_per_h, output);
}

double ThermalAudit::units_left(int t) const {
    if (p_.units == 1.0) {
        const double left_mw = d_.capacity_left(t, p_.capacity_mw);
        const bool is_usable = left_mw >= p_.capacity_mw || (left_mw > 0.0 && left_mw >= p_.min_output_mw - 1e-9);
        return is_usable ? 1.0 : 0.0;
    }
    double left = p_.units;
    for (const Outage& each : a_.system().all<Outage>())
        if (each.plant == p_.name && each.touches(a_.horizon(), t)) left -= each.units_out.value_or(p_.units);
    return std::max(0.0, left);
}

double ThermalAudit::tripped_units(int t) const {
    const Horizon& horizon = a_.horizon();
    double units = 0.0;
    for (const Outage& each : a_.system().all<Outage>()) {
        if (each.plant != p_.name || !each.touches(horizon, t)) continue;
        const auto before = horizon.before(t);
        const bool is_sudden = !before || (each.cause == OutageCause::forced && !each.touches(horizon, *before));
        if (is_sudden) units += p_.units == 1.0 ? 1.0 : each.units_out.value_or(p_.units);
    }
    return units;
}

double ThermalAudit::spinning(const Reserve& product, std::size_t i) const {
    if (d_.has("standby_" + product.name)) return d_.series("spinning_" + product.name)[i];
    return d_.optional_series("reserve_" + product.name)[i];
}

double ThermalAudit::ramp_taken(const Reserve& product, int t) const {
    const double now = spinning(product, static_cast<std::size_t>(t));
    if (product.ramp_sharing == RampSharing::none) return now;
    const double per_mw = a_.horizon().hours(t) * 60.0 / product.response_minutes;
    const auto before = a_.horizon().before(t);
    if (product.ramp_sharing == RampSharing::step || !before) return per_mw * now;
    return per_mw * 0.5 * (now + spinning(product, static_cast<std::size_t>(*before)));
}

ThermalAudit::Held ThermalAudit::reserves(int t, double units_on, double units_ready) {
    const auto& products = a_.system().all<Reserve>();
    const auto i = static_cast<std::size_t>(t);
    Held sum;
    for (std::size_t k = 0; k < products.size(); ++k) {
        const Reserve& product = products[k];
        const double held = d_.optional_series("reserve_" + product.name)[i];
        const double standby = d_.optional_series("standby_" + product.name)[i];
        const double by_units = spinning(product, i);
        const auto& ramp = product.is_up() ? p_.ramp_up_mw_per_h : p_.ramp_down_mw_per_h;
        const double by_ramp = units_on * (ramp ? *ramp * product.response_minutes / 60.0 : p_.capacity_mw);
        d_.at_least(t, by_units, 0.0, "reserve", "MW");
        d_.at_most(t, by_units, p_.provides_reserve ? by_ramp : 0.0, "reserve", "MW");
        if (standby != 0.0) from_standstill(t, units_ready, product, standby);
        d_.equal(t, held, by_units + standby, "reserve", "MW");
        if (!product.takes_from(p_.zone)) d_.at_most(t, held, 0.0, "reserve for other zones", "MW");
        if (product.joint_response && ramp) d_.at_most(t, joint(product, i), by_ramp, "reserve called together", "MW");
        a_.provide(static_cast<int>(k), t, held);
        (product.is_up() ? sum.up : sum.down) += by_units;
        (product.is_up() ? sum.up_ramp : sum.down_ramp) += ramp_taken(product, t);
        if (!p_.reserve_limit_mw.empty()) {
            const WeightedNames::Item* limit = p_.reserve_limit_mw.find(product.name);
            d_.at_most(t, held, limit ? p_.units * limit->weight : 0.0, "reserve of a product", "MW");
        }
        if (const WeightedNames::Item* cost = p_.reserve_cost_per_mwh.find(product.name))
            d_.charge("reserve", t, cost->weight * a_.horizon().hours(t) * held);
    }
    return sum;
}

/// Reserve of units that are on, of all products called with this one and no slower.
double ThermalAudit::joint(const Reserve& slowest, std::size_t i) const {
    double sum = 0.0;
    for (const Reserve& each : a_.system().all<Reserve>())
        if (each.joint_response && each.direction == slowest.direction &&
            each.response_minutes <= slowest.response_minutes)
            sum += spinning(each, i);
    return sum;
}

void ThermalAudit::from_standstill(int t, double units_ready, const Reserve& product, double standby) const {
    d_.at_least(t, standby, 0.0, "reserve from standstill", "MW");
    double sum = 0.0;
    for (const Reserve& each : a_.system().all<Reserve>())
        if (each.response_minutes <= product.response_minutes)
            sum += d_.optional_series("standby_" + each.name)[static_cast<std::size_t>(t)];
    double quick = 0.0;
    for (const Steps::Step& each : p_.quick_start_mw.steps)
        if (product.type == ReserveType::replacement && each.from <= product.response_minutes) quick = each.value;
    d_.at_most(t, sum, p_.provides_reserve ? units_ready * quick : 0.0, "reserve from standstill", "MW");
    if (const WeightedNames::Item* limit = p_.reserve_limit_mw.find(product.name))
        d_.at_most(t, standby, units_ready * limit->weight, "reserve of a product from standstill", "MW");
}

void ThermalAudit::tell_loss() {
    const auto& products = a_.system().all<Reserve>();
    if (std::none_of(products.begin(), products.end(),
                     [&](const Reserve& each) { return each.covers(p_.capacity_mw, p_.zone); }))
        return;
    const auto output = d_.series("output");
    const auto on = d_.series("on");
    AuditedLoss loss{p_.name, p_.capacity_mw, p_.zone, {output.begin(), output.end()}, {}};
    loss.held.assign(products.size(), std::vector<double>(output.size(), 0.0));
    for (std::size_t k = 0; k < products.size() && p_.units == 1.0; ++k) {
        const auto held = d_.optional_series("reserve_" + products[k].name);
        loss.held[k].assign(held.begin(), held.end());
    }
    // How several units share their output is open: one may give all its capacity.
    for (std::size_t i = 0; i < output.size() && p_.units > 1.0; ++i)
        loss.output[i] = on[i] > 0.5 ? p_.capacity_mw : 0.0;
    a_.add_loss(std::move(loss));
}

}  // namespace indus::model
