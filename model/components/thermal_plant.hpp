// SPDX-License-Identifier: Apache-2.0
// A thermal unit (coal, gas, oil, nuclear) that is committed: switched on and off at a cost.
//
//   on[t] start[t] stop[t] {0,1}   start_category_k[t] {0,1}   output[t] [MW]   segment_l[t] [MW]
//   reserve_<product>[t] [MW], or spinning_<product>[t] standby_<product>[t] where an off unit may give it too
//
// Rows after Morales-Espana, Latorre & Ramos (2013), doi:10.1109/TPWRS.2013.2251373, and the review of
// Knueven, Ostrowski & Watson (2020), doi:10.1287/ijoc.2019.0944, equation by equation in equations().
#pragma once

#include "model/components/reliability.hpp"

namespace indus::model {

struct Fuel;
struct Reserve;
struct Zone;

/// mix: any shares at every step; switching: one fuel per step; start: one fuel from a start to the next stop.
enum class FuelChoice { mix, switching, start };
template <>
struct Choices<FuelChoice> {
    static constexpr std::array<std::string_view, 3> names{"mix", "switching", "start"};
};

/// Which of the fuels of a plant are renewable.
enum class RenewableFuels { none, one, all };

struct ThermalPlant : Reliability {
    std::string name{};
    Reference<Zone> zone{};
    std::string technology = "thermal";
    bool renewable = false;
    Reference<Fuel> fuel{};
    Reference<Fuel> second_fuel{};
    double second_fuel_heat_factor = 1.0;
    double second_fuel_max_share = 1.0;
    FuelChoice fuel_choice = FuelChoice::mix;
    bool initial_second_fuel = false;
    double capacity_mw = 0.0;
    double units = 1.0;
    double min_output_mw = 0.0;
    double heat_rate_gj_per_mwh = 0.0;
    double no_load_heat_gj_per_h = 0.0;
    Steps heat_curve_gj_per_h{};
    double variable_cost_per_mwh = 0.0;
    double no_load_cost_per_h = 0.0;
    double quadratic_cost_per_mw2h = 0.0;
    Steps cost_curve_per_h{};
    Steps start_cost{};
    Steps start_fuel_gj{};
    double shut_down_cost = 0.0;
    double ramp_up_cost_per_mw = 0.0;
    double ramp_down_cost_per_mw = 0.0;
    double min_up_h = 0.0;
    double min_down_h = 0.0;
    std::optional<double> ramp_up_mw_per_h{};
    std::optional<double> ramp_down_mw_per_h{};
    std::optional<double> start_up_limit_mw{};
    std::optional<double> shut_down_limit_mw{};
    bool must_run = false;
    bool provides_reserve = true;
    Steps quick_start_mw{};
    WeightedNames reserve_limit_mw{};
    WeightedNames reserve_cost_per_mwh{};
    WeightedNames band_products{};
    std::optional<double> band_min_mw{};
    std::optional<double> band_max_mw{};
    std::optional<double> initial_status_h{};
    std::optional<double> initial_output_mw{};
    std::optional<double> initial_units_on{};

    static constexpr std::string_view kind = "thermal_plant";
    static constexpr std::string_view summary =
        "A unit, or several alike, of a coal, gas, oil or nuclear plant: switched on and off, with start-up cost, "
        "ramps and minimum times.";
    static constexpr auto fields = field_list(
        field("name", &ThermalPlant::name, "-", any_number(), required, "Unique name."),
        field("zone", &ThermalPlant::zone, "-", any_number(), required, "Zone it feeds."),
        field("technology", &ThermalPlant::technology, "-", any_number(), optional,
              "Word under which reports add plants up (coal, gas, nuclear, ...)."),
        field("renewable", &ThermalPlant::renewable, "-", any_number(), optional,
              "yes: all its energy counts as renewable (bagasse, geothermal); else what its fuels say."),
        field("fuel", &ThermalPlant::fuel, "-", any_number(), optional, "Fuel it burns; empty: none."),
        field("second_fuel", &ThermalPlant::second_fuel, "-", any_number(), optional,
              "Fuel that it can burn as well; empty: none."),
        field("second_fuel_heat_factor", &ThermalPlant::second_fuel_heat_factor, "1", above(0), optional,
              "Heat of second_fuel that does what 1 GJ of fuel does: 1.05 where it is burnt 5% less efficiently. "
              "Heat rates, "
              "curve and start fuel are in GJ of fuel."),
        field("second_fuel_max_share", &ThermalPlant::second_fuel_max_share, "1", between(0, 1), optional,
              "Largest part of the heat of a step that second_fuel may give (co-firing)."),
        field("fuel_choice", &ThermalPlant::fuel_choice, "-", any_number(), optional,
              "mix: both fuels in any shares; switching: one of them in a step; start: one of them from a start to "
              "the next "
              "stop."),
        field("initial_second_fuel", &ThermalPlant::initial_second_fuel, "-", any_number(), optional,
              "yes: it burnt second_fuel before the start of the horizon; for fuel_choice start."),
        field("capacity_mw", &ThermalPlant::capacity_mw, "MW", at_least(0), required,
              "Net capacity, of one unit where there are several."),
        field("units", &ThermalPlant::units, "1", at_least(1), optional,
              "Number of units alike, a whole number: capacities, limits and costs are of one of them. Counted "
              "together, with ramps "
              "as a relaxation (Morales-Espana & Tejada-Arango 2019): only the sum of the outputs is held to the "
              "sum of the ramps."),
        field("min_output_mw", &ThermalPlant::min_output_mw, "MW", at_least(0), optional,
              "Least stable output while on."),
        field("heat_rate_gj_per_mwh", &ThermalPlant::heat_rate_gj_per_mwh, "GJ/MWh", at_least(0), optional,
              "Fuel per MWh generated (lower heating value)."),
        field("no_load_heat_gj_per_h", &ThermalPlant::no_load_heat_gj_per_h, "GJ/h", at_least(0), optional,
              "Fuel per hour on, on top of the heat rate."),
        field("heat_curve_gj_per_h", &ThermalPlant::heat_curve_gj_per_h, "MW:GJ/h", at_least(0), optional,
              "Fuel per hour at given outputs, '200:1850 400:3400', convex, from min_output_mw to capacity_mw; "
              "instead "
              "of heat_rate_gj_per_mwh and no_load_heat_gj_per_h."),
        field("variable_cost_per_mwh", &ThermalPlant::variable_cost_per_mwh, "money/MWh", any_number(), optional,
              "Cost per MWh besides fuel."),
        field("no_load_cost_per_h", &ThermalPlant::no_load_cost_per_h, "money/h", at_least(0), optional,
              "Cost per hour on, besides fuel."),
        field("quadratic_cost_per_mw2h", &ThermalPlant::quadratic_cost_per_mw2h, "money/MW2h", at_least(0), optional,
              "Factor of output squared in the cost per hour; cut into cost_segments equal pieces."),
        field("cost_curve_per_h", &ThermalPlant::cost_curve_per_h, "MW:money/h", any_number(), optional,
              "Cost per hour at given outputs, '200:4100 400:7900', convex, from min_output_mw to capacity_mw; "
              "added to "
              "the other costs."),
        field("start_cost", &ThermalPlant::start_cost, "h:money", at_least(0), optional,
              "Cost of a start by hours off: '0:5000 8:9000 48:14000' is hot, warm from 8 h, cold from 48 h; one "
              "number holds for every start."),
        field("start_fuel_gj", &ThermalPlant::start_fuel_gj, "h:GJ", at_least(0), optional,
              "Fuel burnt by a start, by hours off as start_cost; paid for as any fuel, in the step of the start."),
        field("shut_down_cost", &ThermalPlant::shut_down_cost, "money", at_least(0), optional, "Cost of a shut-down."),
        field("ramp_up_cost_per_mw", &ThermalPlant::ramp_up_cost_per_mw, "money/MW", at_least(0), optional,
              "Wear by a rise of output: cost of each MW above the step before; starts count from 0 MW."),
        field("ramp_down_cost_per_mw", &ThermalPlant::ramp_down_cost_per_mw, "money/MW", at_least(0), optional,
              "Wear by a fall of output: cost of each MW below the step before, stops included; a trip's fall "
              "costs nothing."),
        field("min_up_h", &ThermalPlant::min_up_h, "h", at_least(0), optional, "Least time on after a start."),
        field("min_down_h", &ThermalPlant::min_down_h, "h", at_least(0), optional, "Least time off after a stop."),
        field("ramp_up_mw_per_h", &ThermalPlant::ramp_up_mw_per_h, "MW/h", at_least(0), optional,
              "Largest rise of output; empty: no limit."),
        field("ramp_down_mw_per_h", &ThermalPlant::ramp_down_mw_per_h, "MW/h", at_least(0), optional,
              "Largest fall of output; empty: no limit."),
        field("start_up_limit_mw", &ThermalPlant::start_up_limit_mw, "MW", at_least(0), optional,
              "Largest output in the step of a start; empty: capacity_mw."),
        field("shut_down_limit_mw", &ThermalPlant::shut_down_limit_mw, "MW", at_least(0), optional,
              "Largest output in the step before a stop; empty: capacity_mw."),
        field("must_run", &ThermalPlant::must_run, "-", any_number(), optional,
              "yes: on at every step, but for outages and its least time off after them."),
        field("provides_reserve", &ThermalPlant::provides_reserve, "-", any_number(), optional,
              "Whether it may hold reserve."),
        field("quick_start_mw", &ThermalPlant::quick_start_mw, "min:MW", at_least(0), optional,
              "Power that a unit that is off gives within so many minutes, '10:35 30:50'; counts for reserve of type "
              "replacement. One number: at once. Empty: none."),
        field("reserve_limit_mw", &ThermalPlant::reserve_limit_mw, "MW", at_least(0), optional,
              "Products that it may give and at most how much of each, 'spin:30 slow:50'; empty: all, as its other "
              "limits allow."),
        field("reserve_cost_per_mwh", &ThermalPlant::reserve_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of a MW held for an hour, by product, 'spin:5'; products that are not named cost nothing."),
        field("band_products", &ThermalPlant::band_products, "-", any_number(), optional,
              "Products, 'regulation_up regulation_down', that it gives only while its output and all its reserve "
              "keep to a band; empty: none."),
        field("band_min_mw", &ThermalPlant::band_min_mw, "MW", at_least(0), optional,
              "Least output less reserve down in the band; empty: min_output_mw."),
        field("band_max_mw", &ThermalPlant::band_max_mw, "MW", at_least(0), optional,
              "Largest output with reserve up in the band; empty: capacity_mw."),
        field("initial_status_h", &ThermalPlant::initial_status_h, "h", any_number(), optional,
              "Hours on (positive) or off (negative) before the start; empty: off, cold and free to start."),
        field("initial_output_mw", &ThermalPlant::initial_output_mw, "MW", at_least(0), optional,
              "Output before the start if on, of one unit; empty: min_output_mw."),
        field("initial_units_on", &ThermalPlant::initial_units_on, "1", at_least(0), optional,
              "Units on before the start, for the hours of initial_status_h, of a plant of several; the others "
              "have been off for "
              "long. Empty: all or, where initial_status_h is below 0, none."),
        Reliability::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void check_band(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    /// None where the unit has what the dynamic program of model/answers/ does not know: several units, a second fuel,
    /// reserve down, from standstill, called together or within a band, ramps shared by rates, costs of changes of
    /// output, a least draw of fuel with start categories or pieces.
    std::unique_ptr<solver::BlockOracle> answer(const Formulation& f, std::span<const DecisionSeries> own) const;

    bool initially_on() const { return initial_status_h.value_or(-1.0) > 0.0; }
    double installed_mw() const { return units * capacity_mw; }
    bool has_least_draw(const SystemData& data) const;
    RenewableFuels renewable_fuels(const SystemData& data) const;
    double units_on_before() const { return initially_on() ? initial_units_on.value_or(units) : 0.0; }
    /// Output of a unit before the first step [MW]; zero when off.
    double output_before() const { return initially_on() ? initial_output_mw.value_or(min_output_mw) : 0.0; }
    /// Hours off before the first step; zero when on, infinite when not given.
    double hours_off_before() const;
    /// Most that a unit may give of a product [MW]; zero for one that is not among its reserve_limit_mw.
    double reserve_limit(const Reserve& product) const;
    /// What an off unit gives for a product [MW]; zero unless the product is of type replacement.
    double quick_start(const Reserve& product) const;
    double least_in_band_mw() const { return band_min_mw.value_or(min_output_mw); }
    double most_in_band_mw() const { return band_max_mw.value_or(capacity_mw); }
    double start_limit_mw() const { return start_up_limit_mw.value_or(capacity_mw); }
    double stop_limit_mw() const { return shut_down_limit_mw.value_or(capacity_mw); }
};

}  // namespace indus::model
