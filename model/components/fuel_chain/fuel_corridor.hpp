// SPDX-License-Identifier: Apache-2.0
// What several routes of fuel share: a port's unloading, a railway line. Counted where fuel arrives.
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct FuelCorridor {
    std::string name{};
    Profile capacity_t_per_h{};
    Profile open{1.0};

    static constexpr std::string_view kind = "fuel_corridor";
    static constexpr std::string_view summary =
        "A capacity that several routes of fuel share: unloading at a port, a railway line.";
    static constexpr auto fields = field_list(
        field("name", &FuelCorridor::name, "-", any_number(), required, "Unique name; outages name it as their plant."),
        field("capacity_t_per_h", &FuelCorridor::capacity_t_per_h, "t/h", at_least(0), required,
              "Most that all its routes together bring in at a time, a number or a series."),
        field("open", &FuelCorridor::open, "1", between(0, 1), optional,
              "Share of the capacity there is (0: closed), a number or a series."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
