// SPDX-License-Identifier: Apache-2.0
// An outage: a time in which a plant, or units of it, cannot give all of its capacity. It holds in every
// step that it touches. It has no rows of its own: every kind of plant asks what outages leave of it
// (model/outages.hpp).
#pragma once

#include "model/component.hpp"

namespace indus::model {

enum class OutageCause { planned, forced };
template <>
struct Choices<OutageCause> {
    static constexpr std::array<std::string_view, 2> names{"planned", "forced"};
};

struct Outage {
    std::string name{};
    std::string plant{};
    Instant from{};
    Instant to{};
    std::optional<double> available_share{};
    std::optional<double> available_mw{};
    std::optional<double> units_out{};
    OutageCause cause = OutageCause::planned;
    bool drawn = false;

    static constexpr std::string_view kind = "outage";
    static constexpr std::string_view summary =
        "A time in which a plant cannot give all of its capacity: maintenance or a failure.";
    static constexpr auto fields = field_list(
        field("name", &Outage::name, "-", any_number(), required, "Unique name."),
        field("plant", &Outage::plant, "-", any_number(), required, "Plant of any kind that is out."),
        field("from", &Outage::from, "-", any_number(), required, "When it begins."),
        field("to", &Outage::to, "-", any_number(), required, "When it is over."),
        field("available_share", &Outage::available_share, "1", between(0, 1), optional,
              "Share of the capacity that is left; empty: none (unless available_mw or units_out is given)."),
        field("available_mw", &Outage::available_mw, "MW", at_least(0), optional,
              "Capacity that is left, instead of available_share. A thermal unit with less than its least output is "
              "off."),
        field("units_out", &Outage::units_out, "1", at_least(1), optional,
              "Units that are out, of a plant of several; which ones is open. Empty: all."),
        field("cause", &Outage::cause, "-", any_number(), optional,
              "planned: the plant is run down before it; forced: it trips, whatever its ramp down, shut-down limit and "
              "least time on say."),
        field("drawn", &Outage::drawn, "-", any_number(), optional,
              "yes: drawn from the seed of the case; a case that has such outages draws no others."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation&, int) const {}
    void audit(Audit&, int) const {}

    /// Whether it holds in step t: in any part of it.
    bool touches(const Horizon& horizon, int t) const {
        return *from.time < horizon.end(t) && *to.time > horizon.start(t);
    }
};

}  // namespace indus::model
