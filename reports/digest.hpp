// SPDX-License-Identifier: Apache-2.0
// Every number that console, summary.json, CSV tables and report.html show, computed once, so that they
// cannot disagree. Energies and costs are weighted sums over the horizon.
//
// Demand, served and unserved energy are at the customer's side where a demand says `delivered`, and at
// the sending side where it says `sent_out`; `withdrawn` is always what leaves the zone's balance.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"
#include "reports/carbon.hpp"
#include "reports/industry_rows.hpp"
#include "reports/technology.hpp"

namespace indus::reports {

/// Batteries and pumped storage: they give with `discharge` and take with `charge`, and count as no generation.
inline bool shifts_energy(std::string_view kind) {
    return kind == model::Battery::kind || kind == model::PumpedStorage::kind;
}

struct PlantRow {
    std::string name{};
    std::string kind{};
    std::string zone{};
    std::string technology{};
    double capacity_mw = 0.0;
    double energy_mwh = 0.0;  ///< generated; of a store that shifts energy: discharged
    std::optional<double> capacity_factor{};
    std::optional<double> starts{};    ///< of units that are switched on and off
    std::optional<double> hours_on{};  ///< idem
    std::optional<double> fuel_gj{};
    double emissions_t = 0.0;
    std::optional<double> curtailment_mwh{};  ///< available and not used; for run of river: spilt
    double cost = 0.0;
    std::optional<double> revenue{};          ///< energy at the zone's price; charging is paid
    std::optional<double> reserve_revenue{};  ///< reserve held, at its price
    std::optional<double> profit{};           ///< both revenues less cost
    std::optional<double> make_whole{};
    std::optional<double> lost_opportunity{};
};

struct TechnologyRow {
    std::string technology{};
    int plants = 0;
    double capacity_mw = 0.0;
    double energy_mwh = 0.0;
    std::optional<double> energy_share{};  ///< of all generation; unset for stores that only shift energy
    std::optional<double> capacity_factor{};
    double curtailment_mwh = 0.0;
    double fuel_gj = 0.0;
    double emissions_t = 0.0;
    double cost = 0.0;
    std::optional<double> captured_price_per_mwh{};  ///< revenue per MWh generated
};

struct ZoneRow {
    std::string name{};
    std::string title{};
    std::string role{};
    double demand_mwh = 0.0;
    double served_mwh = 0.0;
    double unserved_mwh = 0.0;
    double unserved_value = 0.0;
    double unserved_hours = 0.0;  ///< hours in which some demand was not served
    double peak_demand_mw = 0.0;
    double missing_mwh = 0.0;        ///< due to shiftable loads and not drawn in time, at the customer
    double unserved_heat_mwh = 0.0;  ///< of heat demands at its nodes
    double industrial_mwh = 0.0;     ///< drawn from it by processes, shifted and interruptible loads and boilers
    double peak_load_mw = 0.0;       ///< of demand as wanted, price-sensitive load and industry together
    std::optional<double> average_price_per_mwh{};  ///< weighted with the demand; with time where there is none
    std::optional<double> min_price_per_mwh{};
    std::optional<double> max_price_per_mwh{};
    double generation_mwh = 0.0;
    double storage_net_mwh = 0.0;  ///< discharged less charged
    double net_import_mwh = 0.0;   ///< over lines and meters, and from beyond the case
    double surplus_mwh = 0.0;
    std::optional<double> energy_shifted_mwh{};            ///< by its loads that can choose their hours (LoadShiftRow)
    std::optional<double> peak_shaved_mw{};                ///< idem, together
    std::optional<double> emission_intensity_t_per_mwh{};  ///< of power used in it (reports/carbon.hpp)
};

struct DemandRow {
    std::string name{};
    std::string zone{};
    std::string sector{};
    double peak_mw = 0.0;
    double demand_mwh = 0.0;
    double served_mwh = 0.0;
    double unserved_mwh = 0.0;
    std::optional<double> unserved_share{};
    double unserved_value = 0.0;
    double unserved_hours = 0.0;
    std::optional<double> average_price_per_mwh{};  ///< of the zone, weighted with this demand
};

struct LineRow {
    std::string name{};
    std::string from{};
    std::string to{};
    std::string technology{};
    double capacity_mw = 0.0;          ///< largest over the horizon
    double reverse_capacity_mw = 0.0;  ///< idem
    double forward_mwh = 0.0;          ///< as sent
    double backward_mwh = 0.0;
    double loss_mwh = 0.0;
    std::optional<double> utilisation{};  ///< energy sent over what the capacity of its direction allows
    double hours_full = 0.0;              ///< hours in which either direction was at its limit
    double cost = 0.0;
    std::optional<double> congestion_rent{};  ///< price where it arrives less price where it leaves
};

struct InterfaceRow {
    std::string name{};
    double highest_mw = 0.0;  ///< largest weighted sum of flows over the horizon
    double lowest_mw = 0.0;
    double hours_at_limit = 0.0;
    double violation_mwh = 0.0;  ///< beyond its limits
    double cost = 0.0;
};

struct StoreRow {
    std::string name{};
    std::string kind{};
    std::string zone{};
    double power_mw = 0.0;
    double min_level_mwh = 0.0;
    double max_level_mwh = 0.0;
    double initial_level_mwh = 0.0;
    double final_level_mwh = 0.0;
    std::optional<double> required_end_level_mwh{};
    double inflow_mwh = 0.0;
    double charged_mwh = 0.0;
    double discharged_mwh = 0.0;  ///< through the turbines or terminals
    double bypass_mwh = 0.0;
};

struct ReserveRow {
    std::string name{};
    double required_mwh = 0.0;
    double provided_mwh = 0.0;
    double shortfall_mwh = 0.0;
    double shortfall_hours = 0.0;
    std::optional<double> average_price_per_mwh{};  ///< weighted with the requirement
    std::optional<double> max_price_per_mwh{};
};

struct LimitRow {
    std::string name{};
    std::string kind{};
    std::string rule{};
    std::string from{};   ///< start of the first step it covers
    std::string sense{};  ///< "at most" or "at least"
    double limit = 0.0;
    double reached = 0.0;
    std::string unit{};  ///< of both
    double violation = 0.0;
    std::optional<double> shadow_price{};  ///< money saved per unit by which the limit is loosened
    std::string shadow_unit{};             ///< unit of the violation and what the shadow price is per
};

struct TradeRow {
    std::string name{};
    std::string zone{};
    double imported_mwh = 0.0;
    double exported_mwh = 0.0;
    double import_cost = 0.0;
    double export_income = 0.0;
};

struct FlexibleRow {
    std::string name{};
    std::string zone{};
    std::string sector{};
    double possible_mwh = 0.0;                      ///< at the customer
    double served_mwh = 0.0;                        ///< idem
    double value = 0.0;                             ///< to the consumers
    std::optional<double> average_price_per_mwh{};  ///< of the zone, weighted with what was served
};

/// Where it has several products, `product` names them all. They count together, less what the process itself takes
/// back, if their units are alike; otherwise what is counted in units, and all figures per unit, are unset.
struct ProcessRow {
    std::string name{};
    std::string zone{};
    std::string sector{};
    std::string product{};                    ///< the one that the case names, or all stocks with an order
    std::string unit{};                       ///< of all of them; empty where they differ
    std::optional<double> made{};             ///< units of the products
    std::optional<double> due{};              ///< units, by all its orders (OrderRow); unset where their units differ
    std::optional<double> delivered{};        ///< idem
    std::optional<double> on_time{};          ///< idem: of what was due, delivered by then
    std::optional<double> on_time_share{};    ///< idem
    std::optional<double> lost{};             ///< idem: given up
    std::optional<double> late_unit_hours{};  ///< idem: units times the hours by which they came late
    double energy_mwh = 0.0;                  ///< at the customer, less what upgrades save and recover
    double peak_mw = 0.0;
    double heat_mwh = 0.0;
    double own_cost = 0.0;  ///< of its stages, stocks, orders and upgrades, without power and heat
    std::optional<double> power_cost{};
    std::string power_cost_basis{};     ///< "bill", "zone price" or "" (PowerCost)
    std::optional<double> heat_cost{};  ///< unset without heat, or where nothing tells what it costs
    std::string heat_cost_basis{};      ///< "node price", "mean cost" or "" (HeatCost)
    std::optional<double> energy_per_unit_mwh{};
    std::optional<double> cost_per_unit{};  ///< all three costs
    double energy_shifted_mwh = 0.0;        ///< LoadShiftRow
    double peak_shaved_mw = 0.0;            ///< idem
    double emissions_t = 0.0;               ///< the three below (reports/carbon.hpp)
    std::optional<double> emissions_per_unit_t{};
    double fuel_gj = 0.0;             ///< burnt by its stages
    double direct_emissions_t = 0.0;  ///< of that fuel and of its materials
    double power_emissions_t = 0.0;   ///< of the power it used
    double heat_emissions_t = 0.0;    ///< of the heat it used
    std::optional<double> direct_emissions_per_unit_t{};
    std::optional<double> power_emissions_per_unit_t{};
    std::optional<double> heat_emissions_per_unit_t{};
};

struct CostRow {
    std::string category{};
    std::string technology{};  ///< technology of a plant, else the component kind
    double amount = 0.0;
};

/// Unserved energy of one zone that has one cause.
struct CauseRow {
    std::string zone{};
    std::string sectors{};
    std::string cause{};
    int events = 0;
    double energy_mwh = 0.0;
    double peak_mw = 0.0;
    double value = 0.0;
    std::string first_time{};
};

struct FuelRow {
    std::string fuel{};
    double fuel_gj = 0.0;
    double emissions_t = 0.0;
    double cost = 0.0;  ///< of the fuel alone
};

struct Totals {
    double demand_mwh = 0.0;
    double served_mwh = 0.0;
    double unserved_mwh = 0.0;
    double unserved_share = 0.0;
    double unserved_value = 0.0;
    double missing_mwh = 0.0;        ///< of shiftable loads, as in zones
    double unserved_heat_mwh = 0.0;  ///< idem
    double generation_mwh = 0.0;
    double storage_charged_mwh = 0.0;
    double storage_discharged_mwh = 0.0;
    double customer_loss_mwh = 0.0;  ///< lost between zone and customer
    double line_loss_mwh = 0.0;
    double surplus_mwh = 0.0;
    double imported_mwh = 0.0;  ///< from beyond the case
    double exported_mwh = 0.0;
    double industrial_mwh = 0.0;  ///< drawn from zones by processes, shifted and interruptible loads and boilers
    double flexible_mwh = 0.0;    ///< served to price-sensitive load, at the customer
    double curtailment_mwh = 0.0;
    std::optional<double> curtailment_share{};  ///< of the available solar and wind energy
    double spill_mwh = 0.0;                     ///< of run-of-river plants
    std::optional<double> renewable_share{};    ///< of generation, hydro included
    double fuel_gj = 0.0;
    double emissions_t = 0.0;
    double industrial_emissions_t = 0.0;                   ///< of it, of fuel and materials of processes
    std::optional<double> emission_intensity_t_per_mwh{};  ///< of the rest, per MWh generated
    std::optional<double> average_price_per_mwh{};         ///< over all zones, weighted with the demand
    double running_cost = 0.0;                             ///< cost less the penalties and the value below
    std::optional<double> running_cost_per_mwh{};          ///< per MWh served
    double penalty_cost = 0.0;    ///< value of unserved energy, missing reserve and surplus, of rules that are broken
    double consumer_value = 0.0;  ///< of price-sensitive load that was served; a negative cost
    double make_whole = 0.0;
    double lost_opportunity = 0.0;
    /// Generation and net discharge less everything it went to; zero but for rounding.
    double balance_residual_mwh = 0.0;
};

struct Digest {
    bool has_solution = false;
    std::string start{};  ///< "2025-01-13 00:00"
    std::string end{};
    double hours = 0.0;  ///< unweighted
    double weighted_hours = 0.0;
    std::optional<double> step_hours{};  ///< unset where steps differ
    int steps = 0;

    Totals totals{};
    std::vector<TechnologyStyle> styles{};  ///< of every technology of the case, in stacking order
    std::vector<TechnologyRow> technologies{};
    std::vector<PlantRow> plants{};
    std::vector<ZoneRow> zones{};
    std::vector<DemandRow> demands{};
    std::vector<LineRow> lines{};
    std::vector<InterfaceRow> interfaces{};
    std::vector<StoreRow> stores{};
    std::vector<ReserveRow> reserves{};
    std::vector<LimitRow> limits{};
    std::vector<TradeRow> trades{};
    std::vector<FlexibleRow> flexible_demands{};
    std::vector<ProcessRow> processes{};
    std::vector<OrderRow> orders{};
    std::vector<UpgradeRow> upgrades{};
    std::vector<ContractRow> contracts{};
    std::vector<LoadShiftRow> load_shifts{};
    std::vector<FuelStockRow> fuel_stocks{};
    std::vector<MeterRow> meters{};
    std::vector<HeatNodeRow> heat_nodes{};
    Carbon carbon{};
    std::vector<CostRow> costs{};
    std::vector<CauseRow> causes{};  ///< largest energy first
    std::vector<FuelRow> fuels{};
    bool has_prices = false;
    bool prices_unique = true;           ///< no step of any zone has low and high apart
    bool asked_for_other_prices = true;  ///< not where windows set them, or the time was over: low and high are none

    const TechnologyStyle& style(const std::string& technology) const;
    /// The title of a zone, or its name.
    const std::string& zone_title(const std::string& zone) const;
};

Digest digest(const model::System& system, const model::Solution& solution);

}  // namespace indus::reports
