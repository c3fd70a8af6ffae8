// SPDX-License-Identifier: Apache-2.0
// Firm demand of one sector in one zone. What cannot be served is a result with a value, not an error.
//
//   unserved_k[t] [MW]  demand not served, tier k of the value of lost load, at the demand's own level
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;

enum class DemandLevel { delivered, sent_out };
template <>
struct Choices<DemandLevel> {
    static constexpr std::array<std::string_view, 2> names{"delivered", "sent_out"};
};

struct Demand {
    std::string name{};
    Reference<Zone> zone{};
    std::string sector = "all";
    Profile load_mw{};
    DemandLevel level = DemandLevel::delivered;
    double loss_share = 0.0;
    Steps value_of_lost_load_per_mwh{};

    static constexpr std::string_view kind = "demand";
    static constexpr std::string_view summary =
        "Firm demand of one sector in one zone, with a stepped value of lost load.";
    static constexpr auto fields = field_list(
        field("name", &Demand::name, "-", any_number(), required, "Unique name."),
        field("zone", &Demand::zone, "-", any_number(), required, "Zone it draws from."),
        field("sector", &Demand::sector, "-", any_number(), optional,
              "Word under which reports add demands up (textile, steel, household, ...)."),
        field("load_mw", &Demand::load_mw, "MW", at_least(0), required, "Power wanted, a number or a series."),
        field("level", &Demand::level, "-", any_number(), optional,
              "delivered: load_mw is at the customer and loss_share comes on top; sent_out: load_mw includes the "
              "losses."),
        field("loss_share", &Demand::loss_share, "1", between(0, 0.99), optional,
              "Share of the power sent out that is lost before the customer."),
        field(
            "value_of_lost_load_per_mwh", &Demand::value_of_lost_load_per_mwh, "1:money/MWh", at_least(0), required,
            "Cost of not serving, by share of the load: '0:400 0.2:2000' is 400 for the first fifth, 2000 beyond; one "
            "number holds for all."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Power drawn from the zone per power at the demand's own level.
    double withdrawal_factor() const { return level == DemandLevel::delivered ? 1.0 / (1.0 - loss_share) : 1.0; }
};

}  // namespace indus::model
