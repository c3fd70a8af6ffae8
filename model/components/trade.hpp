// SPDX-License-Identifier: Apache-2.0
// Exports and imports at a price: a neighbour, a pool, a cross-border line, seen from one zone.
//
//   import[t] export[t] [MW] at the zone
//   mode[t] {0,1}, only at steps where a solution imported and exported at once: 1 imports, 0 exports
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Zone;

struct Trade {
    std::string name{};
    Reference<Zone> zone{};
    Profile import_capacity_mw{};
    Profile export_capacity_mw{};
    Profile import_price_per_mwh{};
    Profile export_price_per_mwh{};
    std::optional<double> max_import_mwh{};
    std::optional<double> min_import_mwh{};
    std::optional<double> max_export_mwh{};
    std::optional<double> min_export_mwh{};

    static constexpr std::string_view kind = "trade";
    static constexpr std::string_view summary = "Exports and imports of a zone at a price.";
    static constexpr auto fields =
        field_list(field("name", &Trade::name, "-", any_number(), required, "Unique name."),
                   field("zone", &Trade::zone, "-", any_number(), required, "Zone that buys and sells."),
                   field("import_capacity_mw", &Trade::import_capacity_mw, "MW", at_least(0), optional,
                         "Largest import, a number or a series; default: none."),
                   field("export_capacity_mw", &Trade::export_capacity_mw, "MW", at_least(0), optional,
                         "Largest export, a number or a series; default: none."),
                   field("import_price_per_mwh", &Trade::import_price_per_mwh, "money/MWh", any_number(), optional,
                         "What a MWh bought costs, a number or a series."),
                   field("export_price_per_mwh", &Trade::export_price_per_mwh, "money/MWh", any_number(), optional,
                         "What a MWh sold earns, a number or a series."),
                   field("max_import_mwh", &Trade::max_import_mwh, "MWh", at_least(0), optional,
                         "Largest import over the horizon; empty: no limit."),
                   field("min_import_mwh", &Trade::min_import_mwh, "MWh", at_least(0), optional,
                         "Least import over the horizon (a contract); empty: none."),
                   field("max_export_mwh", &Trade::max_export_mwh, "MWh", at_least(0), optional,
                         "Largest export over the horizon; empty: no limit."),
                   field("min_export_mwh", &Trade::min_export_mwh, "MWh", at_least(0), optional,
                         "Least export over the horizon (a contract); empty: none."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;
};

}  // namespace indus::model
