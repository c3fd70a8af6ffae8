// SPDX-License-Identifier: Apache-2.0
// A product of reserve: output that can rise (up) or fall (down) within a response time, held by plants of
// some zones or of all.
//
//   shortfall[t] or shortfall_k[t] [MW]  reserve that is missing, where the case puts a price on it
//   largest[t] [MW]                      what the loss of one unit would take away, where the product covers it
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;

enum class ReserveDirection { up, down };
template <>
struct Choices<ReserveDirection> {
    static constexpr std::array<std::string_view, 2> names{"up", "down"};
};

enum class ReserveType { spinning, replacement };
template <>
struct Choices<ReserveType> {
    static constexpr std::array<std::string_view, 2> names{"spinning", "replacement"};
};

enum class RampSharing { none, step, mean };
template <>
struct Choices<RampSharing> {
    static constexpr std::array<std::string_view, 3> names{"none", "step", "mean"};
};

struct Reserve {
    std::string name{};
    Profile requirement_mw{};
    double share_of_load = 0.0;
    double share_of_renewables = 0.0;
    double response_minutes = 10.0;
    double sustain_h = 1.0;
    std::optional<double> shortfall_cost_per_mwh{};
    ReserveDirection direction = ReserveDirection::up;
    ReserveType type = ReserveType::spinning;
    WeightedNames zones{};
    std::optional<double> covers_units_from_mw{};
    Steps shortfall_steps_per_mwh{};
    WeightedNames better{};
    bool joint_response = false;
    RampSharing ramp_sharing = RampSharing::none;

    static constexpr std::string_view kind = "reserve";
    static constexpr std::string_view summary =
        "Reserve held for the unexpected: up or down, spinning or from standstill, by zone.";
    static constexpr auto fields = field_list(
        field("name", &Reserve::name, "-", any_number(), required, "Unique name."),
        field("requirement_mw", &Reserve::requirement_mw, "MW", at_least(0), optional,
              "Fixed part of the requirement, a number or a series."),
        field("share_of_load", &Reserve::share_of_load, "1", between(0, 1), optional,
              "Part of the requirement per MW of load in its zones (losses to the customer included)."),
        field("share_of_renewables", &Reserve::share_of_renewables, "1", between(0, 1), optional,
              "Part of the requirement per MW of available solar and wind power in its zones."),
        field("response_minutes", &Reserve::response_minutes, "min", above(0), optional,
              "Time in which the reserve must be there; a plant gives at most its ramp times this."),
        field("sustain_h", &Reserve::sustain_h, "h", at_least(0), optional,
              "Time for which a store must be able to keep giving its reserve."),
        field("shortfall_cost_per_mwh", &Reserve::shortfall_cost_per_mwh, "money/MWh", at_least(0), optional,
              "Cost of a MW missing for an hour; empty: the requirement is hard (unless shortfall_steps_per_mwh is "
              "given)."),
        field("direction", &Reserve::direction, "-", any_number(), optional,
              "up: output can rise; down: output can fall."),
        field("type", &Reserve::type, "-", any_number(), optional,
              "spinning: from plants that run; replacement: also from units that are off and start within "
              "response_minutes."),
        field(
            "zones", &Reserve::zones, "-", any_number(), optional,
            "Zones whose plants give it, and whose load and renewables its shares refer to; empty: the whole system."),
        field(
            "covers_units_from_mw", &Reserve::covers_units_from_mw, "MW", at_least(0), optional,
            "Thermal units of at least this capacity are covered: at every step the product holds what the loss of any "
            "one of them takes away, its output and its reserve; empty: none."),
        field("shortfall_steps_per_mwh", &Reserve::shortfall_steps_per_mwh, "MW:money/MWh", at_least(0), optional,
              "Cost of a MW missing for an hour in steps, '0:200 50:1000': the first 50 MW cost 200 each, more of them "
              "1000; instead of shortfall_cost_per_mwh."),
        field("better", &Reserve::better, "-", any_number(), optional,
              "Products of higher quality or of a smaller region, in rows above: what is held of them, and of those "
              "better than they, beyond their own requirements counts for this one."),
        field("joint_response", &Reserve::joint_response, "-", any_number(), optional,
              "yes: called together with all other such products that are no slower, so that a plant's ramp times "
              "response_minutes limits the sum of them."),
        field("ramp_sharing", &Reserve::ramp_sharing, "-", any_number(), optional,
              "How the reserve of a thermal unit shares its ramp with the change of its output over a step. none: as "
              "power "
              "that could come on top of it; step: at the rate that response_minutes ask for, held for the whole step; "
              "mean: likewise, with the mean of this step's and the last one's reserve, as California's market does."));
    static std::span<const Equation> equations();
    /// Those of its equations that say how much must be held.
    static std::span<const Equation> requirements();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void close(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// This product and all that count for it, each once, by their positions; `products` has it at `index`.
    static std::vector<int> counting(std::span<const Reserve> products, int index);

    bool is_up() const { return direction == ReserveDirection::up; }
    /// Whether plants of the zone may give it.
    bool takes_from(const Reference<Zone>& zone) const { return zones.empty() || zones.contains(zone.name); }
    /// Whether the loss of a unit of this size in the zone is covered.
    bool covers(double unit_mw, const Reference<Zone>& zone) const {
        return covers_units_from_mw && unit_mw >= *covers_units_from_mw && takes_from(zone);
    }
    /// Requirement at step t [MW] given the load and the available renewable power of its zones [MW].
    double requirement(int t, double load_mw, double renewable_mw) const;

private:
    void check_better(std::span<const Reserve> products, Complaints& complaints) const;
    void add_shortfall(Formulation& f, int index) const;
    void add_largest_unit(Formulation& f, int index) const;
};

}  // namespace indus::model
