// SPDX-License-Identifier: Apache-2.0
// An option to make a stage more efficient: a drive, a kiln, heat recovery. Building it is decided with all else.
//
//   built[0] {0,1}; built[t] = built[0]     saved[t] [MW] power that the stage no longer draws
//   saved_heat[t] [MW]     recovered[t] [MW] power made from its waste heat
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Stage;

enum class UpgradeChoice { open, yes, no };
template <>
struct Choices<UpgradeChoice> {
    static constexpr std::array<std::string_view, 3> names{"open", "yes", "no"};
};

struct Upgrade {
    std::string name{};
    Reference<Stage> stage{};
    double cost_per_year = 0.0;
    double saving_share = 0.0;
    double heat_saving_share = 0.0;
    double recovered_mwh_per_unit = 0.0;
    double recovered_max_mw = 0.0;
    UpgradeChoice build = UpgradeChoice::open;

    static constexpr std::string_view kind = "upgrade";
    static constexpr std::string_view summary = "An option to make a stage of a process more efficient.";
    static constexpr auto fields = field_list(
        field("name", &Upgrade::name, "-", any_number(), required, "Unique name."),
        field("stage", &Upgrade::stage, "-", any_number(), required,
              "Stage that it makes more efficient; one upgrade of a stage at most is built."),
        field("cost_per_year", &Upgrade::cost_per_year, "money", at_least(0), optional,
              "Yearly cost of it (annuity and upkeep); the horizon bears its share of 8,760 hours."),
        field("saving_share", &Upgrade::saving_share, "1", between(0, 1), optional,
              "Share of the stage's power that it saves."),
        field("heat_saving_share", &Upgrade::heat_saving_share, "1", between(0, 1), optional,
              "Share of the stage's heat that it saves."),
        field("recovered_mwh_per_unit", &Upgrade::recovered_mwh_per_unit, "MWh", at_least(0), optional,
              "Power made from waste heat per unit that the stage makes."),
        field("recovered_max_mw", &Upgrade::recovered_max_mw, "MW", at_least(0), optional,
              "Largest power made from waste heat."),
        field("build", &Upgrade::build, "-", any_number(), optional, "open: where it pays; yes, no: said beforehand."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
