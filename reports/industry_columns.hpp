// SPDX-License-Identifier: Apache-2.0
// The columns of a digest's tables of industry (reports/industry_rows.hpp).
#pragma once

#include "reports/column.hpp"
#include "reports/industry_rows.hpp"

namespace indus::reports {

template <>
struct Columns<OrderRow> {
    static constexpr auto all = std::tuple{column("name", "Order", "", &OrderRow::name),
                                           column("process", "Process", "", &OrderRow::process),
                                           column("stock", "Stock", "", &OrderRow::stock),
                                           column("unit", "Unit", "", &OrderRow::unit),
                                           column("windows", "Times due", "", &OrderRow::windows),
                                           column("first_due", "First due", "", &OrderRow::first_due),
                                           column("last_due", "Last due", "", &OrderRow::last_due),
                                           column("due", "Due", "units", &OrderRow::due),
                                           column("delivered", "Delivered", "units", &OrderRow::delivered),
                                           column("on_time", "On time", "units", &OrderRow::on_time),
                                           column("on_time_share", "Share on time", "share", &OrderRow::on_time_share),
                                           column("late", "Late", "units", &OrderRow::late),
                                           column("late_unit_hours", "Late", "units*h", &OrderRow::late_unit_hours),
                                           column("lost", "Given up", "units", &OrderRow::lost),
                                           column("penalty", "Penalty", "money", &OrderRow::penalty)};
};
template <>
struct Columns<UpgradeRow> {
    static constexpr auto all =
        std::tuple{column("name", "Upgrade", "", &UpgradeRow::name),
                   column("process", "Process", "", &UpgradeRow::process),
                   column("stage", "Stage", "", &UpgradeRow::stage),
                   column("choice", "In the case", "", &UpgradeRow::choice),
                   column("built", "Built", "", &UpgradeRow::built),
                   column("cost", "Its cost", "money", &UpgradeRow::cost),
                   column("saved_mwh", "Power saved", "MWh", &UpgradeRow::saved_mwh),
                   column("saved_heat_mwh", "Heat saved", "MWh", &UpgradeRow::saved_heat_mwh),
                   column("recovered_mwh", "Power from waste heat", "MWh", &UpgradeRow::recovered_mwh)};
};
template <>
struct Columns<ContractRow> {
    static constexpr auto all =
        std::tuple{column("name", "Contract", "", &ContractRow::name),
                   column("demand", "Demand", "", &ContractRow::demand),
                   column("zone", "Zone", "", &ContractRow::zone),
                   column("calls", "Calls", "", &ContractRow::calls),
                   column("hours_called", "Hours called", "h", &ContractRow::hours_called),
                   column("called_off_mwh", "Called off", "MWh", &ContractRow::called_off_mwh),
                   column("most_called_off_mw", "At most", "MW", &ContractRow::most_called_off_mw),
                   column("paid_back_mwh", "Drawn afterwards", "MWh", &ContractRow::paid_back_mwh),
                   column("payment", "Payment", "money", &ContractRow::payment)};
};
template <>
struct Columns<LoadShiftRow> {
    static constexpr auto all =
        std::tuple{column("name", "Load", "", &LoadShiftRow::name),
                   column("kind", "Kind", "", &LoadShiftRow::kind),
                   column("zone", "Zone", "", &LoadShiftRow::zone),
                   column("schedule", "Against", "", &LoadShiftRow::schedule),
                   column("energy_mwh", "Energy", "MWh", &LoadShiftRow::energy_mwh),
                   column("called_off_mwh", "Called off", "MWh", &LoadShiftRow::called_off_mwh),
                   column("energy_shifted_mwh", "Energy shifted", "MWh", &LoadShiftRow::energy_shifted_mwh),
                   column("peak_shaved_mw", "Peak shaved", "MW", &LoadShiftRow::peak_shaved_mw)};
};
template <>
struct Columns<FuelStockRow> {
    static constexpr auto all = std::tuple{
        column("name", "Stock", "", &FuelStockRow::name),
        column("fuel", "Fuel", "", &FuelStockRow::fuel),
        column("capacity_t", "Room", "t", &FuelStockRow::capacity_t),
        column("initial_level_t", "At the start", "t", &FuelStockRow::initial_level_t),
        column("final_level_t", "At the end", "t", &FuelStockRow::final_level_t),
        column("lowest_level_t", "Lowest", "t", &FuelStockRow::lowest_level_t),
        column("brought_t", "Brought", "t", &FuelStockRow::brought_t),
        column("burnt_t", "Burnt", "t", &FuelStockRow::burnt_t),
        column("most_used_t_per_day", "Most used in a day", "t/d", &FuelStockRow::most_used_t_per_day),
        column("lowest_days", "Lowest, in such days", "d", &FuelStockRow::lowest_days),
        column("hours_short", "Hours short", "h", &FuelStockRow::hours_short),
        column("missed_mwh", "Not given for want of it", "MWh", &FuelStockRow::missed_mwh),
        column("unserved_mwh", "A cause of power not served", "MWh", &FuelStockRow::unserved_mwh),
        column("unserved_zones", "In", "", &FuelStockRow::unserved_zones),
        column("reserve_missing_mwh", "Reserve missing in these hours", "MWh", &FuelStockRow::reserve_missing_mwh)};
};
template <>
struct Columns<MeterRow> {
    static constexpr auto all =
        std::tuple{column("name", "Meter", "", &MeterRow::name),
                   column("zone", "Zone", "", &MeterRow::zone),
                   column("grid_zone", "Grid", "", &MeterRow::grid_zone),
                   column("import_mwh", "Drawn", "MWh", &MeterRow::import_mwh),
                   column("export_mwh", "Given back", "MWh", &MeterRow::export_mwh),
                   column("hours_off", "Hours off", "h", &MeterRow::hours_off),
                   column("hours_less", "Hours off or reduced", "h", &MeterRow::hours_less),
                   column("out_of_reach_mwh", "Out of reach", "MWh", &MeterRow::out_of_reach_mwh),
                   column("own_supply_mwh", "Own plants then", "MWh", &MeterRow::own_supply_mwh),
                   column("unserved_mwh", "Not served then", "MWh", &MeterRow::unserved_mwh)};
};
template <>
struct Columns<HeatNodeRow> {
    static constexpr auto all =
        std::tuple{column("name", "Heat node", "", &HeatNodeRow::name),
                   column("zone", "Zone", "", &HeatNodeRow::zone),
                   column("boilers_mwh", "Boilers", "MWh", &HeatNodeRow::boilers_mwh),
                   column("cogeneration_mwh", "Cogeneration", "MWh", &HeatNodeRow::cogeneration_mwh),
                   column("used_mwh", "Used", "MWh", &HeatNodeRow::used_mwh),
                   column("unserved_mwh", "Not served", "MWh", &HeatNodeRow::unserved_mwh),
                   column("vented_mwh", "Let go", "MWh", &HeatNodeRow::vented_mwh),
                   column("average_price_per_mwh", "Average price", "money/MWh", &HeatNodeRow::average_price_per_mwh),
                   column("min_price_per_mwh", "Lowest price", "money/MWh", &HeatNodeRow::min_price_per_mwh),
                   column("max_price_per_mwh", "Highest price", "money/MWh", &HeatNodeRow::max_price_per_mwh)};
};

}  // namespace indus::reports
