// SPDX-License-Identifier: Apache-2.0
// The columns of a digest's tables, declared once: the key of summary.json and of the CSV tables, the
// title and unit of the page, the member that holds the value.
//
// Keys are published and stay stable. Money is in the case's currency, which keys do not carry.
#pragma once

#include "reports/column.hpp"
#include "reports/digest.hpp"
#include "reports/industry_columns.hpp"

namespace indus::reports {

template <>
struct Columns<PlantRow> {
    static constexpr auto all =
        std::tuple{column("name", "Plant", "", &PlantRow::name),
                   column("kind", "Kind", "", &PlantRow::kind),
                   column("zone", "Zone", "", &PlantRow::zone),
                   column("technology", "Technology", "", &PlantRow::technology),
                   column("capacity_mw", "Capacity", "MW", &PlantRow::capacity_mw),
                   column("energy_mwh", "Energy", "MWh", &PlantRow::energy_mwh),
                   column("capacity_factor", "Capacity factor", "share", &PlantRow::capacity_factor),
                   column("starts", "Starts", "", &PlantRow::starts),
                   column("hours_on", "Hours on", "h", &PlantRow::hours_on),
                   column("fuel_gj", "Fuel", "GJ", &PlantRow::fuel_gj),
                   column("emissions_t", "Emissions", "tCO2", &PlantRow::emissions_t),
                   column("curtailment_mwh", "Not used", "MWh", &PlantRow::curtailment_mwh),
                   column("cost", "Cost", "money", &PlantRow::cost),
                   column("revenue", "Revenue at zone price", "money", &PlantRow::revenue),
                   column("reserve_revenue", "Reserve revenue", "money", &PlantRow::reserve_revenue),
                   column("profit", "Profit", "money", &PlantRow::profit),
                   column("make_whole", "Make-whole", "money", &PlantRow::make_whole),
                   column("lost_opportunity", "Lost opportunity", "money", &PlantRow::lost_opportunity)};
};
template <>
struct Columns<TechnologyRow> {
    static constexpr auto all = std::tuple{
        column("technology", "Technology", "", &TechnologyRow::technology),
        column("plants", "Plants", "", &TechnologyRow::plants),
        column("capacity_mw", "Capacity", "MW", &TechnologyRow::capacity_mw),
        column("energy_mwh", "Energy", "MWh", &TechnologyRow::energy_mwh),
        column("energy_share", "Share", "share", &TechnologyRow::energy_share),
        column("capacity_factor", "Capacity factor", "share", &TechnologyRow::capacity_factor),
        column("curtailment_mwh", "Not used", "MWh", &TechnologyRow::curtailment_mwh),
        column("fuel_gj", "Fuel", "GJ", &TechnologyRow::fuel_gj),
        column("emissions_t", "Emissions", "tCO2", &TechnologyRow::emissions_t),
        column("cost", "Cost", "money", &TechnologyRow::cost),
        column("captured_price_per_mwh", "Price earned", "money/MWh", &TechnologyRow::captured_price_per_mwh)};
};
template <>
struct Columns<ZoneRow> {
    static constexpr auto all =
        std::tuple{column("name", "Name", "", &ZoneRow::name),
                   column("title", "Zone", "", &ZoneRow::title),
                   column("role", "Role", "", &ZoneRow::role),
                   column("demand_mwh", "Demand", "MWh", &ZoneRow::demand_mwh),
                   column("served_mwh", "Served", "MWh", &ZoneRow::served_mwh),
                   column("unserved_mwh", "Unserved", "MWh", &ZoneRow::unserved_mwh),
                   column("unserved_value", "Value of unserved", "money", &ZoneRow::unserved_value),
                   column("unserved_hours", "Hours short", "h", &ZoneRow::unserved_hours),
                   column("peak_demand_mw", "Peak demand", "MW", &ZoneRow::peak_demand_mw),
                   column("missing_mwh", "Shiftable load not served", "MWh", &ZoneRow::missing_mwh),
                   column("unserved_heat_mwh", "Heat not served", "MWh", &ZoneRow::unserved_heat_mwh),
                   column("industrial_mwh", "Industrial loads", "MWh", &ZoneRow::industrial_mwh),
                   column("peak_load_mw", "Peak of all loads", "MW", &ZoneRow::peak_load_mw),
                   column("average_price_per_mwh", "Average price", "money/MWh", &ZoneRow::average_price_per_mwh),
                   column("min_price_per_mwh", "Lowest price", "money/MWh", &ZoneRow::min_price_per_mwh),
                   column("max_price_per_mwh", "Highest price", "money/MWh", &ZoneRow::max_price_per_mwh),
                   column("generation_mwh", "Generation", "MWh", &ZoneRow::generation_mwh),
                   column("storage_net_mwh", "Stores, net", "MWh", &ZoneRow::storage_net_mwh),
                   column("net_import_mwh", "Net import", "MWh", &ZoneRow::net_import_mwh),
                   column("surplus_mwh", "Surplus dumped", "MWh", &ZoneRow::surplus_mwh),
                   column("energy_shifted_mwh", "Energy shifted", "MWh", &ZoneRow::energy_shifted_mwh),
                   column("peak_shaved_mw", "Peak shaved", "MW", &ZoneRow::peak_shaved_mw),
                   column("emission_intensity_t_per_mwh", "Emissions of power used", "tCO2/MWh",
                          &ZoneRow::emission_intensity_t_per_mwh)};
};
template <>
struct Columns<DemandRow> {
    static constexpr auto all =
        std::tuple{column("name", "Demand", "", &DemandRow::name),
                   column("zone", "Zone", "", &DemandRow::zone),
                   column("sector", "Sector", "", &DemandRow::sector),
                   column("peak_mw", "Peak", "MW", &DemandRow::peak_mw),
                   column("demand_mwh", "Demand", "MWh", &DemandRow::demand_mwh),
                   column("served_mwh", "Served", "MWh", &DemandRow::served_mwh),
                   column("unserved_mwh", "Unserved", "MWh", &DemandRow::unserved_mwh),
                   column("unserved_share", "Share unserved", "share", &DemandRow::unserved_share),
                   column("unserved_value", "Value of unserved", "money", &DemandRow::unserved_value),
                   column("unserved_hours", "Hours short", "h", &DemandRow::unserved_hours),
                   column("average_price_per_mwh", "Average price", "money/MWh", &DemandRow::average_price_per_mwh)};
};
template <>
struct Columns<LineRow> {
    static constexpr auto all =
        std::tuple{column("name", "Line", "", &LineRow::name),
                   column("from", "From", "", &LineRow::from),
                   column("to", "To", "", &LineRow::to),
                   column("technology", "Technology", "", &LineRow::technology),
                   column("capacity_mw", "Capacity", "MW", &LineRow::capacity_mw),
                   column("reverse_capacity_mw", "Capacity back", "MW", &LineRow::reverse_capacity_mw),
                   column("forward_mwh", "Sent", "MWh", &LineRow::forward_mwh),
                   column("backward_mwh", "Sent back", "MWh", &LineRow::backward_mwh),
                   column("loss_mwh", "Lost", "MWh", &LineRow::loss_mwh),
                   column("utilisation", "Use of capacity", "share", &LineRow::utilisation),
                   column("hours_full", "Hours full", "h", &LineRow::hours_full),
                   column("cost", "Cost", "money", &LineRow::cost),
                   column("congestion_rent", "Congestion rent", "money", &LineRow::congestion_rent)};
};
template <>
struct Columns<StoreRow> {
    static constexpr auto all =
        std::tuple{column("name", "Store", "", &StoreRow::name),
                   column("kind", "Kind", "", &StoreRow::kind),
                   column("zone", "Zone", "", &StoreRow::zone),
                   column("power_mw", "Power", "MW", &StoreRow::power_mw),
                   column("min_level_mwh", "Least level", "MWh", &StoreRow::min_level_mwh),
                   column("max_level_mwh", "Full", "MWh", &StoreRow::max_level_mwh),
                   column("initial_level_mwh", "At the start", "MWh", &StoreRow::initial_level_mwh),
                   column("final_level_mwh", "At the end", "MWh", &StoreRow::final_level_mwh),
                   column("required_end_level_mwh", "Required at the end", "MWh", &StoreRow::required_end_level_mwh),
                   column("inflow_mwh", "Inflow", "MWh", &StoreRow::inflow_mwh),
                   column("charged_mwh", "Charged", "MWh", &StoreRow::charged_mwh),
                   column("discharged_mwh", "Generated", "MWh", &StoreRow::discharged_mwh),
                   column("bypass_mwh", "Past the turbines", "MWh", &StoreRow::bypass_mwh)};
};
template <>
struct Columns<InterfaceRow> {
    static constexpr auto all =
        std::tuple{column("name", "Interface", "", &InterfaceRow::name),
                   column("highest_mw", "Highest flow", "MW", &InterfaceRow::highest_mw),
                   column("lowest_mw", "Lowest flow", "MW", &InterfaceRow::lowest_mw),
                   column("hours_at_limit", "Hours at a limit", "h", &InterfaceRow::hours_at_limit),
                   column("violation_mwh", "Beyond the limits", "MWh", &InterfaceRow::violation_mwh),
                   column("cost", "Cost", "money", &InterfaceRow::cost)};
};
template <>
struct Columns<ReserveRow> {
    static constexpr auto all =
        std::tuple{column("name", "Product", "", &ReserveRow::name),
                   column("required_mwh", "Required (MW x h)", "MWh", &ReserveRow::required_mwh),
                   column("provided_mwh", "Provided (MW x h)", "MWh", &ReserveRow::provided_mwh),
                   column("shortfall_mwh", "Missing (MW x h)", "MWh", &ReserveRow::shortfall_mwh),
                   column("shortfall_hours", "Hours short", "h", &ReserveRow::shortfall_hours),
                   column("average_price_per_mwh", "Average price", "money/MWh", &ReserveRow::average_price_per_mwh),
                   column("max_price_per_mwh", "Highest price", "money/MWh", &ReserveRow::max_price_per_mwh)};
};
template <>
struct Columns<LimitRow> {
    static constexpr auto all = std::tuple{column("name", "Rule of", "", &LimitRow::name),
                                           column("kind", "Kind", "", &LimitRow::kind),
                                           column("rule", "Rule", "", &LimitRow::rule),
                                           column("from", "From", "", &LimitRow::from),
                                           column("sense", "Sense", "", &LimitRow::sense),
                                           column("limit", "Limit", "", &LimitRow::limit),
                                           column("reached", "Reached", "", &LimitRow::reached),
                                           column("unit", "Unit", "", &LimitRow::unit),
                                           column("violation", "Broken by", "", &LimitRow::violation),
                                           column("shadow_price", "Shadow price", "", &LimitRow::shadow_price),
                                           column("shadow_unit", "Money per", "", &LimitRow::shadow_unit)};
};
template <>
struct Columns<TradeRow> {
    static constexpr auto all =
        std::tuple{column("name", "Partner", "", &TradeRow::name),
                   column("zone", "Zone", "", &TradeRow::zone),
                   column("imported_mwh", "Imported", "MWh", &TradeRow::imported_mwh),
                   column("exported_mwh", "Exported", "MWh", &TradeRow::exported_mwh),
                   column("import_cost", "Cost of imports", "money", &TradeRow::import_cost),
                   column("export_income", "Income from exports", "money", &TradeRow::export_income)};
};
template <>
struct Columns<FlexibleRow> {
    static constexpr auto all =
        std::tuple{column("name", "Load", "", &FlexibleRow::name),
                   column("zone", "Zone", "", &FlexibleRow::zone),
                   column("sector", "Sector", "", &FlexibleRow::sector),
                   column("possible_mwh", "Could use", "MWh", &FlexibleRow::possible_mwh),
                   column("served_mwh", "Used", "MWh", &FlexibleRow::served_mwh),
                   column("value", "Worth to it", "money", &FlexibleRow::value),
                   column("average_price_per_mwh", "Average price", "money/MWh", &FlexibleRow::average_price_per_mwh)};
};
template <>
struct Columns<ProcessRow> {
    static constexpr auto all = std::tuple{
        column("name", "Process", "", &ProcessRow::name),
        column("zone", "Zone", "", &ProcessRow::zone),
        column("sector", "Sector", "", &ProcessRow::sector),
        column("product", "Product", "", &ProcessRow::product),
        column("unit", "Unit", "", &ProcessRow::unit),
        column("made", "Made", "units", &ProcessRow::made),
        column("due", "Due", "units", &ProcessRow::due),
        column("delivered", "Delivered", "units", &ProcessRow::delivered),
        column("on_time", "On time", "units", &ProcessRow::on_time),
        column("on_time_share", "Share on time", "share", &ProcessRow::on_time_share),
        column("lost", "Given up", "units", &ProcessRow::lost),
        column("late_unit_hours", "Late", "units*h", &ProcessRow::late_unit_hours),
        column("energy_mwh", "Energy", "MWh", &ProcessRow::energy_mwh),
        column("peak_mw", "Peak", "MW", &ProcessRow::peak_mw),
        column("heat_mwh", "Heat", "MWh", &ProcessRow::heat_mwh),
        column("own_cost", "Cost besides power and heat", "money", &ProcessRow::own_cost),
        column("power_cost", "Power", "money", &ProcessRow::power_cost),
        column("power_cost_basis", "Power by", "", &ProcessRow::power_cost_basis),
        column("heat_cost", "Heat used", "money", &ProcessRow::heat_cost),
        column("heat_cost_basis", "Heat by", "", &ProcessRow::heat_cost_basis),
        column("energy_per_unit_mwh", "Energy per unit", "MWh/unit", &ProcessRow::energy_per_unit_mwh),
        column("cost_per_unit", "Cost per unit", "money", &ProcessRow::cost_per_unit),
        column("energy_shifted_mwh", "Energy shifted", "MWh", &ProcessRow::energy_shifted_mwh),
        column("peak_shaved_mw", "Peak shaved", "MW", &ProcessRow::peak_shaved_mw),
        column("emissions_t", "Emissions of power and heat", "tCO2", &ProcessRow::emissions_t),
        column("emissions_per_unit_t", "Emissions per unit", "tCO2/unit", &ProcessRow::emissions_per_unit_t)};
};
template <>
struct Columns<CauseRow> {
    static constexpr auto all = std::tuple{column("zone", "Zone", "", &CauseRow::zone),
                                           column("sectors", "Sectors", "", &CauseRow::sectors),
                                           column("cause", "Cause", "", &CauseRow::cause),
                                           column("first_time", "First seen", "", &CauseRow::first_time),
                                           column("events", "Events", "", &CauseRow::events),
                                           column("energy_mwh", "Energy", "MWh", &CauseRow::energy_mwh),
                                           column("peak_mw", "Peak", "MW", &CauseRow::peak_mw),
                                           column("value", "Value", "money", &CauseRow::value)};
};
template <>
struct Columns<FuelRow> {
    static constexpr auto all =
        std::tuple{column("fuel", "Fuel", "", &FuelRow::fuel), column("fuel_gj", "Burnt", "GJ", &FuelRow::fuel_gj),
                   column("emissions_t", "Emissions", "tCO2", &FuelRow::emissions_t),
                   column("cost", "Cost of fuel", "money", &FuelRow::cost)};
};
template <>
struct Columns<CostRow> {
    static constexpr auto all = std::tuple{column("category", "Category", "", &CostRow::category),
                                           column("technology", "Technology", "", &CostRow::technology),
                                           column("amount", "Cost", "money", &CostRow::amount)};
};
template <>
struct Columns<Totals> {
    static constexpr auto all = std::tuple{
        column("demand_mwh", "Demand", "MWh", &Totals::demand_mwh),
        column("served_mwh", "Served", "MWh", &Totals::served_mwh),
        column("unserved_mwh", "Unserved", "MWh", &Totals::unserved_mwh),
        column("unserved_share", "Share unserved", "share", &Totals::unserved_share),
        column("unserved_value", "Value of unserved energy", "money", &Totals::unserved_value),
        column("missing_mwh", "Shiftable load not served", "MWh", &Totals::missing_mwh),
        column("unserved_heat_mwh", "Heat not served", "MWh", &Totals::unserved_heat_mwh),
        column("total_generation_mwh", "Generation", "MWh", &Totals::generation_mwh),
        column("storage_charged_mwh", "Charged into stores", "MWh", &Totals::storage_charged_mwh),
        column("storage_discharged_mwh", "Discharged from stores", "MWh", &Totals::storage_discharged_mwh),
        column("customer_loss_mwh", "Lost on the way to customers", "MWh", &Totals::customer_loss_mwh),
        column("line_loss_mwh", "Lost on lines between zones", "MWh", &Totals::line_loss_mwh),
        column("surplus_mwh", "Surplus dumped", "MWh", &Totals::surplus_mwh),
        column("imported_mwh", "Imported from beyond the case", "MWh", &Totals::imported_mwh),
        column("exported_mwh", "Exported beyond the case", "MWh", &Totals::exported_mwh),
        column("industrial_mwh", "Drawn by processes and flexible industrial load", "MWh", &Totals::industrial_mwh),
        column("flexible_mwh", "Served to price-sensitive load", "MWh", &Totals::flexible_mwh),
        column("balance_residual_mwh", "Balance residual", "MWh", &Totals::balance_residual_mwh),
        column("curtailment_mwh", "Solar and wind not used", "MWh", &Totals::curtailment_mwh),
        column("curtailment_share", "Share of solar and wind not used", "share", &Totals::curtailment_share),
        column("spill_mwh", "Spilt by run-of-river plants", "MWh", &Totals::spill_mwh),
        column("renewable_share", "Share of renewable energy", "share", &Totals::renewable_share),
        column("fuel_gj", "Fuel", "GJ", &Totals::fuel_gj),
        column("emissions_t", "Emissions", "tCO2", &Totals::emissions_t),
        column("emission_intensity_t_per_mwh", "Emissions per energy", "tCO2/MWh",
               &Totals::emission_intensity_t_per_mwh),
        column("average_price_per_mwh", "Average price", "money/MWh", &Totals::average_price_per_mwh),
        column("running_cost", "Running cost", "money", &Totals::running_cost),
        column("running_cost_per_mwh", "Running cost per energy served", "money/MWh", &Totals::running_cost_per_mwh),
        column("penalty_cost", "Value of what is missing", "money", &Totals::penalty_cost),
        column("consumer_value", "Worth of power to price-sensitive load", "money", &Totals::consumer_value),
        column("make_whole", "Make-whole payments", "money", &Totals::make_whole),
        column("lost_opportunity", "Lost opportunity", "money", &Totals::lost_opportunity)};
};

}  // namespace indus::reports
