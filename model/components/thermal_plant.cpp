// SPDX-License-Identifier: Apache-2.0
// Rules across the fields of a thermal plant. Its rows stand in thermal_plant_rows.cpp.
#include "model/components/thermal_plant.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/plant_facts.hpp"
#include "model/system.hpp"

namespace indus::model {

namespace {

/// A curve must span least output to capacity and bend upwards.
void check_curve(const Steps& curve, std::string_view field, const ThermalPlant& p, Complaints& complaints) {
    if (curve.empty()) return;
    const auto& points = curve.steps;
    if (points.size() == 1 && p.capacity_mw > p.min_output_mw)
        return complaints.add(std::string{field}, fmt::format("{}:{}", points[0].from, points[0].value),
                              "at least two output:value points, from min_output_mw to capacity_mw");
    if (points.front().from > p.min_output_mw + 1e-9 || points.back().from < p.capacity_mw - 1e-9)
        complaints.add(
            std::string{field}, fmt::format("points from {} to {} MW", points.front().from, points.back().from),
            fmt::format("points from min_output_mw ({}) to capacity_mw ({})", p.min_output_mw, p.capacity_mw));
    for (std::size_t k = 2; k < points.size(); ++k) {
        const double before = (points[k - 1].value - points[k - 2].value) / (points[k - 1].from - points[k - 2].from);
        const double after = (points[k].value - points[k - 1].value) / (points[k].from - points[k - 1].from);
        if (after < before - 1e-9 * std::max(1.0, std::abs(before)))
            complaints.add(
                std::string{field},
                fmt::format("slope {:.6g} in segment {} to {} MW", after, points[k - 1].from, points[k].from),
                fmt::format("a convex curve: slopes that do not fall (the segment before has {:.6g})", before));
    }
}

/// What a start costs or burns by hours off.
void check_start(const Steps& start, const std::string& field, std::string_view what, Complaints& complaints) {
    const auto& steps = start.steps;
    if (!steps.empty() && steps.front().from != 0.0)
        complaints.add(field, steps.front().from, "a first category that begins at 0 hours off");
    for (std::size_t k = 1; k < steps.size(); ++k)
        if (steps[k].value < steps[k - 1].value)
            complaints.add(field, steps[k].value,
                           fmt::format("{} not fall with the hours off ({} before)", what, steps[k - 1].value));
}

void check_units(const ThermalPlant& p, Complaints& complaints) {
    if (p.units != std::round(p.units) || p.units > 1000.0)
        complaints.add("units", p.units, "a whole number of at most 1000");
    if (!p.initial_units_on) return;
    if (*p.initial_units_on != std::round(*p.initial_units_on) || *p.initial_units_on > p.units)
        complaints.add("initial_units_on", *p.initial_units_on,
                       fmt::format("a whole number of at most units ({})", p.units));
    if (!p.initially_on() && *p.initial_units_on > 0.0)
        complaints.add("initial_units_on", *p.initial_units_on, "0 or empty, as the plant is off before the start");
    if (p.initially_on() && *p.initial_units_on == 0.0)
        complaints.add("initial_units_on", 0.0, "at least 1, as initial_status_h says that units are on");
}

void check_quick_start(const ThermalPlant& p, Complaints& complaints) {
    const auto& steps = p.quick_start_mw.steps;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        if (steps[k].value > p.capacity_mw)
            complaints.add("quick_start_mw", steps[k].value, fmt::format("at most capacity_mw ({})", p.capacity_mw));
        if (k > 0 && steps[k].value < steps[k - 1].value)
            complaints.add("quick_start_mw", steps[k].value,
                           fmt::format("power that does not fall with the minutes ({} before)", steps[k - 1].value));
    }
    if (!steps.empty() && !p.provides_reserve)
        complaints.add("quick_start_mw", steps.back().value, "nothing, as provides_reserve is no");
}

void check_second_fuel(const ThermalPlant& p, Complaints& complaints) {
    if (!p.second_fuel.is_set()) {
        const auto speaks = [&](std::string_view field, bool is_given) {
            if (is_given) complaints.add("second_fuel", "", fmt::format("the fuel that {} speaks of", field));
        };
        speaks("second_fuel_heat_factor", p.second_fuel_heat_factor != 1.0);
        speaks("second_fuel_max_share", p.second_fuel_max_share != 1.0);
        speaks("fuel_choice", p.fuel_choice != FuelChoice::mix);
        speaks("initial_second_fuel", p.initial_second_fuel);
        return;
    }
    if (!p.fuel.is_set()) complaints.add("fuel", "", "the fuel beside second_fuel");
    if (p.fuel.name == p.second_fuel.name) complaints.add("second_fuel", p.second_fuel.name, "another fuel than fuel");
    if (p.fuel_choice != FuelChoice::mix && p.second_fuel_max_share < 1.0)
        complaints.add("second_fuel_max_share", p.second_fuel_max_share, "1, as fuel_choice burns one fuel at a time");
    if (p.fuel_choice != FuelChoice::mix && p.units > 1.0)
        complaints.add("units", p.units, "1, or fuel_choice mix, as each unit would burn a fuel of its own");
    if (!p.initial_second_fuel) return;
    if (p.fuel_choice != FuelChoice::start)
        complaints.add("initial_second_fuel", "yes", "no, as fuel_choice is not start");
    if (!p.initially_on()) complaints.add("initial_second_fuel", "yes", "no, as the plant is off before the start");
}

const Fuel* fuel_of(const SystemData& data, const Reference<Fuel>& fuel) {
    return fuel.index < 0 ? nullptr : &data.list<Fuel>()[static_cast<std::size_t>(fuel.index)];
}

bool draws_least(const SystemData& data, const Reference<Fuel>& fuel) {
    const Fuel* burnt = fuel_of(data, fuel);
    return burnt && burnt->has_least_draw();
}

/// A stock in which fuel can be worth less than nothing: it costs to keep, or comes whether wanted or not.
bool can_be_too_full(const SystemData& data, const FuelStock& stock) {
    const auto& routes = data.list<FuelRoute>();
    return stock.holding_cost_per_t_day > 0.0 || std::any_of(routes.begin(), routes.end(), [](const FuelRoute& each) {
               return each.take_or_pay_t.is_set() || each.under_way_t.is_set();
           });
}

/// Whether the plant may gain by burning more than its curve asks for.
bool may_waste(const SystemData& data, const ThermalPlant& plant) {
    for (const FuelStock& each : data.list<FuelStock>()) {
        const bool holds = each.fuel.name == plant.fuel.name || each.fuel.name == plant.second_fuel.name;
        if (holds && each.plants.contains(plant.name) && can_be_too_full(data, each)) return true;
    }
    return false;
}

/// Energy goes with the heat of a mix; a no-load heat would leave open which fuel gave it.
void check_second_fuel_in(const ThermalPlant& p, const SystemData& data, Complaints& complaints) {
    const bool is_plain = p.heat_rate_gj_per_mwh > 0.0 && p.no_load_heat_gj_per_h == 0.0 && p.start_fuel_gj.empty();
    if (p.fuel_choice == FuelChoice::mix && p.renewable_fuels(data) == RenewableFuels::one && !is_plain)
        complaints.add(
            "second_fuel", p.second_fuel.name,
            fmt::format(
                "a fuel as renewable as {}, or one fuel at a time by fuel_choice, or heat_rate_gj_per_mwh alone: "
                "of a mix, the energy of each fuel would be unknown",
                p.fuel.name));
}

}  // namespace

double ThermalPlant::hours_off_before() const {
    if (initially_on()) return 0.0;
    return initial_status_h ? -*initial_status_h : std::numeric_limits<double>::infinity();
}

double ThermalPlant::quick_start(const Reserve& product) const {
    double power = 0.0;
    if (product.type != ReserveType::replacement) return power;
    for (const Steps::Step& each : quick_start_mw.steps)
        if (product.response_minutes >= each.from) power = each.value;
    return power;
}

double ThermalPlant::reserve_limit(const Reserve& product) const {
    if (reserve_limit_mw.empty()) return capacity_mw;
    const WeightedNames::Item* limit = reserve_limit_mw.find(product.name);
    return limit ? std::min(limit->weight, capacity_mw) : 0.0;
}

bool ThermalPlant::has_least_draw(const SystemData& data) const {
    // Several units of a type cannot be held to their curve one by one; the audit would find what they waste.
    return draws_least(data, fuel) || draws_least(data, second_fuel) || (units == 1.0 && may_waste(data, *this));
}

RenewableFuels ThermalPlant::renewable_fuels(const SystemData& data) const {
    const Fuel* first = fuel_of(data, fuel);
    const Fuel* second = fuel_of(data, second_fuel);
    if (renewable) return RenewableFuels::all;
    if (!first) return RenewableFuels::none;
    if (second && first->renewable != second->renewable) return RenewableFuels::one;
    return first->renewable ? RenewableFuels::all : RenewableFuels::none;
}

void ThermalPlant::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> products;
    for (const Reserve& each : data.list<Reserve>()) products.push_back(each.name);
    check_names(reserve_limit_mw, products, "reserve_limit_mw", "the name of a reserve", complaints);
    check_names(reserve_cost_per_mwh, products, "reserve_cost_per_mwh", "the name of a reserve", complaints);
    check_names(band_products, products, "band_products", "the name of a reserve", complaints);
    if (units > 1.0 && has_least_draw(data))
        complaints.add(
            "units", units,
            fmt::format("1, as its fuel {} has a least draw", draws_least(data, fuel) ? fuel.name : second_fuel.name));
    check_second_fuel_in(*this, data, complaints);
}

void ThermalPlant::check(Complaints& complaints) const {
    if (min_output_mw > capacity_mw) {
        complaints.add("min_output_mw", min_output_mw, fmt::format("at most capacity_mw ({})", capacity_mw));
        return;
    }
    const auto at_least_minimum = [&](std::string_view field, const std::optional<double>& limit) {
        if (limit && *limit < min_output_mw)
            complaints.add(std::string{field}, *limit, fmt::format("at least min_output_mw ({})", min_output_mw));
    };
    at_least_minimum("start_up_limit_mw", start_up_limit_mw);
    at_least_minimum("shut_down_limit_mw", shut_down_limit_mw);
    check_band(complaints);
    check_curve(heat_curve_gj_per_h, "heat_curve_gj_per_h", *this, complaints);
    check_curve(cost_curve_per_h, "cost_curve_per_h", *this, complaints);
    check_start(start_cost, "start_cost", "costs that do", complaints);
    check_start(start_fuel_gj, "start_fuel_gj", "fuel that does", complaints);
    check_quick_start(*this, complaints);
    check_units(*this, complaints);
    if (!heat_curve_gj_per_h.empty() && (heat_rate_gj_per_mwh != 0.0 || no_load_heat_gj_per_h != 0.0))
        complaints.add("heat_curve_gj_per_h", "a curve beside a heat rate",
                       "either heat_curve_gj_per_h or heat_rate_gj_per_mwh and no_load_heat_gj_per_h");
    check_second_fuel(*this, complaints);
    const bool burns = heat_rate_gj_per_mwh > 0.0 || no_load_heat_gj_per_h > 0.0 || !heat_curve_gj_per_h.empty();
    if (burns && !fuel.is_set()) complaints.add("fuel", "", "the fuel that the heat rate speaks of");
    if (!burns && !start_fuel_gj.empty() && !fuel.is_set())
        complaints.add("fuel", "", "the fuel that start_fuel_gj speaks of");
    if (initial_status_h && *initial_status_h == 0.0)
        complaints.add("initial_status_h", "0", "hours on (above 0) or hours off (below 0)");
    if (initial_output_mw && !initially_on() && *initial_output_mw > 0.0)
        complaints.add("initial_output_mw", *initial_output_mw, "0 or empty, as the plant is off before the start");
    if (initial_output_mw && initially_on() && (*initial_output_mw < min_output_mw || *initial_output_mw > capacity_mw))
        complaints.add("initial_output_mw", *initial_output_mw,
                       fmt::format("between min_output_mw ({}) and capacity_mw ({})", min_output_mw, capacity_mw));
    if (must_run && !initially_on() && hours_off_before() < min_down_h)
        complaints.add(
            "must_run", "yes",
            fmt::format("no, as the plant has been off for {} of its min_down_h ({})", hours_off_before(), min_down_h));
}

}  // namespace indus::model
