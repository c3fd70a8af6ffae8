// SPDX-License-Identifier: Apache-2.0
// Solar and wind plants: available power is weather times capacity; what is not used is curtailed.
//
//   output[t] [MW] in [0, availability[t] capacity]     curtailment[t] [MW] (derived)
#pragma once

#include "model/components/reliability.hpp"

namespace indus::model {

struct Zone;

/// What solar and wind plants share. Not a kind of its own.
struct VariablePlant : Reliability {
    std::string name{};
    Reference<Zone> zone{};
    double capacity_mw = 0.0;
    Profile availability{1.0};
    double variable_cost_per_mwh = 0.0;
    double curtailment_cost_per_mwh = 0.0;
    bool provides_reserve = false;

    static constexpr auto fields =
        field_list(field("name", &VariablePlant::name, "-", any_number(), required, "Unique name."),
                   field("zone", &VariablePlant::zone, "-", any_number(), required, "Zone it feeds."),
                   field("capacity_mw", &VariablePlant::capacity_mw, "MW", at_least(0), required, "Net capacity."),
                   field("availability", &VariablePlant::availability, "1", between(0, 1), required,
                         "Available power per MW of capacity, a number or a series."),
                   field("variable_cost_per_mwh", &VariablePlant::variable_cost_per_mwh, "money/MWh", any_number(),
                         optional, "Cost per MWh generated; negative for a subsidy."),
                   field("curtailment_cost_per_mwh", &VariablePlant::curtailment_cost_per_mwh, "money/MWh", at_least(0),
                         optional, "Cost per MWh available and not used."),
                   field("provides_reserve", &VariablePlant::provides_reserve, "-", any_number(), optional,
                         "yes: holds reserve down by being ready to curtail, and up from power that is curtailed."),
                   Reliability::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    double available_mw(int t) const { return availability[t] * capacity_mw; }

protected:
    void add_rows(Formulation& f, std::string_view kind) const;
    void audit_output(Audit& a, std::string_view kind) const;
};

struct SolarPlant : VariablePlant {
    static constexpr std::string_view kind = "solar_plant";
    static constexpr std::string_view summary =
        "A photovoltaic plant: available power from a series, the rest curtailed.";
    void add_to(Formulation& f, int) const { add_rows(f, kind); }
    void audit(Audit& a, int) const { audit_output(a, kind); }
};

struct WindPlant : VariablePlant {
    static constexpr std::string_view kind = "wind_plant";
    static constexpr std::string_view summary = "A wind farm: available power from a series, the rest curtailed.";
    void add_to(Formulation& f, int) const { add_rows(f, kind); }
    void audit(Audit& a, int) const { audit_output(a, kind); }
};

}  // namespace indus::model
