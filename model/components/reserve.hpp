// SPDX-License-Identifier: Apache-2.0
// A product of spinning up reserve, held over the whole system.
//
//   shortfall[t] [MW]  reserve that is missing, where the case puts a price on it
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Reserve {
    std::string name{};
    Profile requirement_mw{};
    double share_of_load = 0.0;
    double share_of_renewables = 0.0;
    double response_minutes = 10.0;
    double sustain_h = 1.0;
    std::optional<double> shortfall_cost_per_mwh{};

    static constexpr std::string_view kind = "reserve";
    static constexpr std::string_view summary = "Spinning up reserve held over the whole system.";
    static constexpr auto fields = std::tuple{
        field("name", &Reserve::name, "-", any_number(), required, "Unique name."),
        field("requirement_mw", &Reserve::requirement_mw, "MW", at_least(0), optional,
              "Fixed part of the requirement, a number or a series."),
        field("share_of_load", &Reserve::share_of_load, "1", between(0, 1), optional,
              "Part of the requirement per MW of load (losses to the customer included)."),
        field("share_of_renewables", &Reserve::share_of_renewables, "1", between(0, 1), optional,
              "Part of the requirement per MW of available solar and wind power."),
        field("response_minutes", &Reserve::response_minutes, "min", above(0), optional,
              "Time in which the reserve must be there; a plant gives at most its ramp times this."),
        field("sustain_h", &Reserve::sustain_h, "h", at_least(0), optional,
              "Time for which a store must be able to keep giving its reserve."),
        field("shortfall_cost_per_mwh", &Reserve::shortfall_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of a MW missing for an hour; empty: the requirement is hard."),
    };
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
    /// Requirement at step t [MW] given the load and the available renewable power [MW].
    double requirement(int t, double load_mw, double renewable_mw) const;

private:
    void add_shortfall(Formulation& f, int index) const;
};

}  // namespace indus::model
