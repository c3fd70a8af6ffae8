// SPDX-License-Identifier: Apache-2.0
#include "model/components/thermal_plant_reserve.hpp"

#include <algorithm>

namespace indus::model {

double ThermalReserve::ramp_limit(const Reserve& product) const {
    const std::optional<double>& ramp = product.is_up() ? p_.ramp_up_mw_per_h : p_.ramp_down_mw_per_h;
    const double span_mw = std::min(p_.capacity_mw - p_.min_output_mw, p_.reserve_limit(product));
    return p_.units * (ramp ? std::min(span_mw, *ramp * product.response_minutes / 60.0) : span_mw);
}

void ThermalReserve::hold(const std::vector<double>& units) {
    units_ = units;
    if (!p_.provides_reserve) return;
    const auto& products = f_.system().all<Reserve>();
    for (std::size_t k = 0; k < products.size(); ++k) {
        const Reserve& product = products[k];
        if (!product.takes_from(p_.zone) || p_.reserve_limit(product) == 0.0) continue;
        const double quick_mw = std::min(p_.quick_start(product), p_.reserve_limit(product));
        const std::string prefix = quick_mw > 0.0 ? "spinning_" : "reserve_";
        products_.push_back(
            {static_cast<int>(k), &product, d_.variables(prefix + product.name, "MW", 0.0, ramp_limit(product)), {}});
        std::vector<double> quick;
        quick.reserve(units.size());
        for (const double each : units) quick.push_back(each * quick_mw);
        if (quick_mw > 0.0) products_.back().standby = d_.variables("standby_" + product.name, "MW", 0.0, quick);
    }
}

void ThermalReserve::write(const Series& on, const Series& stop, const Series& above) {
    for (const Product& each : products_) {
        for (int t = 0; t < f_.horizon().step_count(); ++t) {
            f_.reserve(each.index, t) += held(each, t);
            if (each.standby) d_.derive("reserve_" + each.terms->name, "MW", t, held(each, t));
        }
        add_cost(each);
        if (p_.units > 1.0) response_of_units(each, on);
        if (each.terms->joint_response) joint_response(each, on);
        if (each.standby) standby(each, on, stop);
    }
    keep_to_band(on, above);
    const bool any_down =
        std::any_of(products_.begin(), products_.end(), [](const Product& each) { return !each.terms->is_up(); });
    for (int t = 0; any_down && t < f_.horizon().step_count(); ++t)
        d_.require(thermal_footroom, t, Expression{above[t]} - down(t) >= 0.0);
}

Expression ThermalReserve::spinning(int t, ReserveDirection direction) const {
    Expression sum;
    for (const Product& each : products_)
        if (each.terms->direction == direction) sum.add(each.spinning[t], 1.0);
    return sum;
}

Expression ThermalReserve::ramp_use(int t, ReserveDirection direction) const {
    Expression sum;
    for (const Product& each : products_) {
        if (each.terms->direction != direction) continue;
        const auto before = f_.horizon().before(t);
        const RampSharing sharing = each.terms->ramp_sharing;
        const double rate =
            sharing == RampSharing::none ? 1.0 : 60.0 * f_.horizon().hours(t) / each.terms->response_minutes;
        const bool with_last = sharing == RampSharing::mean && before;
        sum.add(each.spinning[t], with_last ? rate / 2.0 : rate);
        if (with_last) sum.add(each.spinning[*before], rate / 2.0);
    }
    return sum;
}

void ThermalReserve::add_cost(const Product& product) {
    const WeightedNames::Item* cost = p_.reserve_cost_per_mwh.find(product.terms->name);
    if (!cost || cost->weight == 0.0) return;
    for (int t = 0; t < f_.horizon().step_count(); ++t)
        d_.cost("reserve", t, cost->weight * f_.horizon().hours(t) * held(product, t));
}

Expression ThermalReserve::held(const Product& product, int t) const {
    Expression sum{product.spinning[t]};
    if (product.standby) sum.add((*product.standby)[t], 1.0);
    return sum;
}

void ThermalReserve::response_of_units(const Product& product, const Series& on) {
    const double most_mw = ramp_limit(*product.terms) / p_.units;
    if (most_mw >= p_.capacity_mw - p_.min_output_mw) return;  // capacity limits it already
    for (int t = 0; t < f_.horizon().step_count(); ++t)
        d_.require(thermal_response, t, Expression{product.spinning[t]} - most_mw * on[t] <= 0.0);
}

void ThermalReserve::joint_response(const Product& slowest, const Series& on) {
    const Reserve& terms = *slowest.terms;
    const std::optional<double>& ramp = terms.is_up() ? p_.ramp_up_mw_per_h : p_.ramp_down_mw_per_h;
    if (!ramp) return;
    for (int t = 0; t < f_.horizon().step_count(); ++t) {
        Expression sum;
        for (const Product& each : products_)
            if (each.terms->joint_response && each.terms->direction == terms.direction &&
                each.terms->response_minutes <= terms.response_minutes)
                sum.add(each.spinning[t], 1.0);
        if (sum.terms().size() > 1)
            d_.require(thermal_joint_response, t, sum - *ramp * terms.response_minutes / 60.0 * on[t] <= 0.0);
    }
}

Expression ThermalReserve::standby_up_to(const Product& slowest, int t) const {
    Expression sum;
    for (const Product& each : products_)
        if (each.standby && each.terms->response_minutes <= slowest.terms->response_minutes)
            sum.add((*each.standby)[t], 1.0);
    return sum;
}

void ThermalReserve::standby(const Product& slowest, const Series& on, const Series& stop) {
    const Horizon& time = f_.horizon();
    const double quick_mw = p_.quick_start(*slowest.terms);
    for (int t = 0; t < time.step_count(); ++t) {
        const double units = units_[static_cast<std::size_t>(t)];
        if (units == 0.0) continue;  // the columns are zero
        Expression ready = Expression{p_.units} - on[t];
        if (p_.min_down_h > 0.0)
            for (int i = t, k = time.steps_back(t, p_.min_down_h); k > 0; --k, --i) ready -= stop[i];
        const bool waits = !p_.initially_on() && p_.hours_off_before() + time.hours_before(t) < p_.min_down_h - 1e-9;
        d_.require(thermal_standby, t, standby_up_to(slowest, t) - (waits ? 0.0 : quick_mw) * ready <= 0.0);
        if (units < p_.units)
            d_.require(thermal_ready, t, standby_up_to(slowest, t) + quick_mw * on[t] <= quick_mw * units);
        const double limit_mw = p_.reserve_limit(*slowest.terms);
        if (p_.units > 1.0 && limit_mw < quick_mw)
            d_.require(thermal_standby_limit, t,
                       Expression{(*slowest.standby)[t]} + limit_mw * on[t] <= limit_mw * units);
    }
}

bool ThermalReserve::must_tell_loss() const {
    const auto& products = f_.system().all<Reserve>();
    return std::any_of(products.begin(), products.end(),
                       [&](const Reserve& each) { return each.covers(p_.capacity_mw, p_.zone); });
}

void ThermalReserve::tell_loss(const std::vector<Expression>& output) const {
    const auto& products = f_.system().all<Reserve>();
    UnitLoss loss{p_.capacity_mw, p_.zone, output, {}};
    loss.held.assign(products.size(), std::vector<Expression>(output.size()));
    // Of several units the loss is the capacity of one, reserve included.
    for (const Product& each : products_)
        for (int t = 0; t < f_.horizon().step_count() && p_.units == 1.0; ++t)
            loss.held[static_cast<std::size_t>(each.index)][static_cast<std::size_t>(t)] = held(each, t);
    f_.add_loss(std::move(loss));
}

}  // namespace indus::model
