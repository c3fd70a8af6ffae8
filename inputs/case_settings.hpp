// SPDX-License-Identifier: Apache-2.0
// case.toml: what holds for the case as a whole.
//
//     name = "island"                   # required: letters, digits, '_', '-' and '.'
//     title = "An island"               # for reports; default: the name
//     description = "A paragraph."
//     currency = "PKR"                  # default: "money"
//
//     [exchange_rates]                  # for reports; 1 unit of the currency is ...
//     USD = 0.0036
//
//     [horizon]
//     start = "2025-01-13"              # required: "2025-01-13", "2025-01-13 05:30", or a TOML date
//     hours = 168                       # required: a multiple of step_hours
//     step_hours = 1                    # default: 1; whole minutes
//     utc_offset = "+05:00"             # default: "+00:00"; all times of the case are in it
//
//     [defaults]                        # of a run's options
//     gap = "0.5%"                      # or 0.005
//     time_limit = "10min"              # "90s", "2h", "1h30min" or a number of seconds
//     work_limit = 1000000              # default: none
//     method = "auto"                   # or "direct", the whole program at once, or "decompose", by prices
//     cost_segments = 10                # pieces into which a quadratic cost is cut
//
// A scenario's [settings] may hold the tables `horizon`, `defaults` and `outages`: [settings.horizon], ...
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inputs/issue.hpp"
#include "inputs/toml_document.hpp"
#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::inputs {

struct SettingsDraft {
    model::CaseSettings settings{};
    model::RunOptions run_options{};
    std::optional<model::TimePoint> start{};
    std::optional<double> hours{};
    double step_hours = 1.0;
    /// Where `name`, `start`, `hours`, ... were written last, whether good or not.
    std::map<std::string, Place, std::less<>> places{};
    bool was_written(std::string_view key) const { return places.contains(key); }
    /// Where a key was written; the settings file as a whole when it was not.
    Place place(std::string_view key) const;
};

void read_case_settings(const TomlValue& file, SettingsDraft& draft, std::vector<Issue>& issues);
/// The table [settings] of a scenario.
void read_scenario_settings(const TomlValue& table, SettingsDraft& draft, std::vector<Issue>& issues);

/// Overrides of the caller take the place of what the case says. Nothing, with issues, where no horizon can be made.
std::optional<model::Horizon> make_horizon(const SettingsDraft& draft, const std::optional<model::TimePoint>& from,
                                           const std::optional<double>& hours, std::vector<Issue>& issues);

/// What issues about ReadOptions carry in place of a file.
inline constexpr std::string_view options_file = "options";

}  // namespace indus::inputs
