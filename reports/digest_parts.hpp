// SPDX-License-Identifier: Apache-2.0
// The parts of `digest`, each filling its own tables. Private to reports/digest*.cpp.
#pragma once

#include <array>
#include <string_view>

#include "reports/digest.hpp"
#include "reports/line_view.hpp"
#include "reports/series_index.hpp"
#include "reports/zone_loads.hpp"

namespace indus::reports {

struct DigestInput {
    const model::System& system;
    const model::Solution& solution;
    const SeriesIndex& series;
    const ZoneLoads& loads;
};

void digest_plants(const DigestInput& in, Digest& d);
void digest_stores(const DigestInput& in, Digest& d);
void digest_zones(const DigestInput& in, Digest& d);
void digest_demands(const DigestInput& in, Digest& d);
void digest_causes(const DigestInput& in, Digest& d);
void digest_lines(const DigestInput& in, Digest& d);
void digest_interfaces(const DigestInput& in, Digest& d);
void digest_reserves(const DigestInput& in, Digest& d);
void digest_limits(const DigestInput& in, Digest& d);
void digest_markets(const DigestInput& in, Digest& d);
void digest_carbon(const DigestInput& in, Digest& d);
/// Needs zones.
void digest_load_shifts(const DigestInput& in, Digest& d);
/// Needs plants, carbon, load shifts, heat and orders.
void digest_industry(const DigestInput& in, Digest& d);
void digest_orders(const DigestInput& in, Digest& d);
void digest_upgrades(const DigestInput& in, Digest& d);
void digest_contracts(const DigestInput& in, Digest& d);
/// Needs zones.
void digest_fuel_stocks(const DigestInput& in, Digest& d);
/// Needs plants.
void digest_meters(const DigestInput& in, Digest& d);
void digest_heat(const DigestInput& in, Digest& d);
void digest_costs(const DigestInput& in, Digest& d);

/// Energy that was lost before meters [MWh].
double meter_loss(const DigestInput& in);

/// Power below which a flow, a shortfall or unserved demand counts as none [MW]; the feasibility tolerance.
inline constexpr double nothing_mw = 1e-4;

/// Cost categories of what was missing, too much, or against a rule.
inline constexpr std::array<std::string_view, 14> penalty_categories{"unserved",
                                                                     "surplus",
                                                                     "reserve_shortfall",
                                                                     "carbon_excess",
                                                                     "renewable_shortfall",
                                                                     "firm_shortfall",
                                                                     "fuel_excess",
                                                                     "fuel_shortfall",
                                                                     "technology_excess",
                                                                     "technology_shortfall",
                                                                     "constraint_violation",
                                                                     "unserved_heat",
                                                                     "late",
                                                                     "lost_output"};

/// Demand not served at each step, at the demand's own level [MW].
std::vector<double> unserved_power(const SeriesIndex& series, const model::Demand& demand);
/// Price weighted with `weights` (MW); with time where the weights are all zero; unset without a price.
std::optional<double> weighted_price(const SeriesIndex& series, const model::PriceRecord* price,
                                     const std::vector<double>& weights);

}  // namespace indus::reports
