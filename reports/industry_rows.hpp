// SPDX-License-Identifier: Apache-2.0
// Rows of a digest that tell of industry: orders, upgrades, contracts, loads that choose their hours, fuel in stocks,
// meters and heat.
#pragma once

#include <optional>
#include <string>

namespace indus::reports {

/// What was asked of a process by one order. A unit counts as late that was delivered after it was due; what is
/// delivered first makes up for what is late.
struct OrderRow {
    std::string name{};
    std::string process{};
    std::string stock{};
    std::string unit{};       ///< of the stock
    int windows = 0;          ///< how many times something is due in the horizon
    std::string first_due{};  ///< end of the first step at which something is due; empty where nothing is
    std::string last_due{};
    double due = 0.0;  ///< units
    double delivered = 0.0;
    double on_time = 0.0;  ///< of what was due, delivered by then
    std::optional<double> on_time_share{};
    double late = 0.0;             ///< delivered after it was due
    double late_unit_hours = 0.0;  ///< units times the hours by which they came late
    double lost = 0.0;             ///< given up
    double penalty = 0.0;          ///< money for what was late and lost
};

/// An upgrade of a stage, built or not.
struct UpgradeRow {
    std::string name{};
    std::string process{};
    std::string stage{};
    std::string choice{};  ///< as the case has it: "open", "yes" or "no"
    std::string built{};   ///< "yes" or "no"
    double cost = 0.0;     ///< the share of its yearly cost that falls on the horizon
    double saved_mwh = 0.0;
    double saved_heat_mwh = 0.0;
    double recovered_mwh = 0.0;  ///< power made from waste heat
};

/// How often a contract was called, and what its customer is paid for that.
struct ContractRow {
    std::string name{};
    std::string demand{};
    std::string zone{};
    double calls = 0.0;  ///< that began in the horizon, times the weight of their step
    double hours_called = 0.0;
    double called_off_mwh = 0.0;  ///< at the customer
    double most_called_off_mw = 0.0;
    double paid_back_mwh = 0.0;  ///< drawn on top afterwards
    double payment = 0.0;        ///< per MWh and per call
};

/// What a load that can choose its hours did with that, against a schedule without a choice:
///   process                  the mean power of each stage in the hours in which its calendar is open
///   shiftable load           its planned_mw; without one, the energy of each window evenly over it
///   interruptible contract   not called off
/// Energy shifted is what was drawn above that schedule, and so taken from hours in which less was drawn than it says.
/// Peak shaved is by how much the highest load of the zone would be above what it is, had this load kept to its
/// schedule and all others done as they did; of a zone, had all of them kept to theirs. Negative where the peak is
/// higher for it. The load of a zone is demand as wanted, price-sensitive load as served, and these loads.
struct LoadShiftRow {
    std::string name{};
    std::string kind{};
    std::string zone{};
    std::string schedule{};   ///< that it is held against: "even", "planned", "even in windows" or "not called off"
    double energy_mwh = 0.0;  ///< drawn, at the customer; of a contract: paid back
    double called_off_mwh = 0.0;
    double energy_shifted_mwh = 0.0;  ///< at the customer
    double peak_shaved_mw = 0.0;      ///< of the zone's balance
};

struct FuelStockRow {
    std::string name{};
    std::string fuel{};
    double capacity_t = 0.0;
    double initial_level_t = 0.0;
    double final_level_t = 0.0;
    double lowest_level_t = 0.0;
    double brought_t = 0.0;
    double burnt_t = 0.0;
    std::optional<double> most_used_t_per_day{};  ///< burnt and sent on, on the day with most of it
    std::optional<double> lowest_days{};          ///< for how many such days the lowest level would last
    double hours_short = 0.0;          ///< hours in which a plant gave less than it could for want of its fuel
    double missed_mwh = 0.0;           ///< by how much less (model/fuel_want.hpp)
    double unserved_mwh = 0.0;         ///< of the stretches of power not served that have it among their causes
    std::string unserved_zones{};      ///< where those were
    double reserve_missing_mwh = 0.0;  ///< of products up, in those hours
};

/// A meter, and what load-shedding and outages of the grid took from it.
struct MeterRow {
    std::string name{};
    std::string zone{};
    std::string grid_zone{};
    double import_mwh = 0.0;
    double export_mwh = 0.0;
    double hours_off = 0.0;         ///< in which nothing could be drawn
    double hours_less = 0.0;        ///< in which less than its limit could be drawn, those included
    double out_of_reach_mwh = 0.0;  ///< by which what could be drawn fell short of its limit
    double own_supply_mwh = 0.0;    ///< generated and discharged in its zone in the hours with less
    double unserved_mwh = 0.0;      ///< not served in its zone in those hours
};

/// Heat of one kind, and what a MWh more of it would have cost.
struct HeatNodeRow {
    std::string name{};
    std::string zone{};
    double boilers_mwh = 0.0;
    double cogeneration_mwh = 0.0;
    double used_mwh = 0.0;  ///< by demands and processes
    double unserved_mwh = 0.0;
    double vented_mwh = 0.0;
    std::optional<double> average_price_per_mwh{};  ///< weighted with the heat used; with time where there is none
    std::optional<double> min_price_per_mwh{};
    std::optional<double> max_price_per_mwh{};
};

}  // namespace indus::reports
