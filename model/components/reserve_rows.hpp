// SPDX-License-Identifier: Apache-2.0
// What plants of every kind share when they hold reserve: the columns of the products that they may give,
// the rows of a store and of a plant that follows its weather, and their recheck.
//
//     const HeldReserve up = hold_reserve(f, d, zone, ReserveDirection::up, capacity_mw);
//     if (!up.empty()) d.require(headroom, t, output[t] + up.power(t) <= capacity_mw);
#pragma once

#include <vector>

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

/// Columns "reserve_<product>" of a plant for the products of one direction.
class HeldReserve {
public:
    struct Product {
        int index = 0;
        const Reserve* terms = nullptr;
        Series held{};
    };
    explicit HeldReserve(std::vector<Product> products) : products_{std::move(products)} {}
    bool empty() const { return products_.empty(); }
    const std::vector<Product>& products() const { return products_; }
    /// Held of all products at step t [MW].
    Expression power(int t) const;
    /// Energy in the store that keeps all of it up for its sustain time [MWh].
    Expression energy(int t, double efficiency = 1.0) const;

private:
    std::vector<Product> products_;
};

/// Makes the columns, up to `most_mw` each, for products that take from the zone, and adds them to what is provided.
HeldReserve hold_reserve(Formulation& f, const Desk& d, const Reference<Zone>& zone, ReserveDirection direction,
                         double most_mw);

// Rows of a store: what it takes must be able to rise by the reserve down, and to be kept.
inline constexpr Equation store_power_down{"reserve power down", "MW",
                                           "discharge[t] - charge[t] - sum(reserve_k[t], k down) >= -charge_mw",
                                           "definition", Rigidity::law};
inline constexpr Equation store_energy_down{
    "reserve energy down", "MWh", "level[t] + sum(sustain_k reserve_k[t], k down) / discharge_efficiency <= max_level",
    "definition; safe whether the reserve is called as less discharge or as more charge", Rigidity::law};

// Rows of a plant that follows sun, wind or river.
inline constexpr Equation weather_power_up{"reserve power up", "MW",
                                           "output[t] + sum(reserve_k[t], k up) <= available[t]",
                                           "definition; power that is not used otherwise", Rigidity::law};
inline constexpr Equation weather_power_down{"reserve power down", "MW", "output[t] - sum(reserve_k[t], k down) >= 0",
                                             "definition", Rigidity::law};

/// Both rows above for a plant of which `available` is what it can give per step [MW]; what it holds up.
HeldReserve hold_weather_reserve(Formulation& f, const Desk& d, const Reference<Zone>& zone,
                                 const std::vector<double>& available, const Series& output);

/// What a solution says a plant holds at one step, of both directions.
struct AuditedReserve {
    double up_mw = 0.0;
    double up_mwh = 0.0;
    double down_mw = 0.0;
    double down_mwh = 0.0;
    bool any() const { return up_mw > 0.0 || down_mw > 0.0; }
};

/// Adds up what the plant holds at step t and books it with the products; a finding where a product does not take from
/// its zone.
AuditedReserve audit_held_reserve(Audit& a, const AuditDesk& d, const Reference<Zone>& zone, int t);
/// The recheck of hold_weather_reserve.
void audit_weather_reserve(Audit& a, const AuditDesk& d, const Reference<Zone>& zone, bool provides, int t,
                           double available_mw, double output_mw);

}  // namespace indus::model
