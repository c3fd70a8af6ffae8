// SPDX-License-Identifier: Apache-2.0
// The parts of an Egret file, each read by a file of its own.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "inputs/importers/readers.hpp"

namespace indus::inputs::egret {

/// What holds for the whole file.
struct Context {
    ImportedCase& made;
    bool commits = true;  ///< false: a power flow of one hour, in which every unit in service runs
    double base_mva = 100.0;
    double mismatch_cost = 0.0;           ///< of a MWh too little or too much at a bus
    double reserve_shortfall_cost = 0.0;  ///< of a MW of reserve missing for an hour
    bool has_angle_limits = false;        ///< that narrow a branch, and are left out as Egret's linear flows do
    bool has_losses = false;              ///< of links, left out likewise
};

/// Whether an element is part of the system; takes `in_service` and `planned_outage`.
bool is_in_service(JsonObject& element);

/// Members that hold results, or say where something is drawn on a map.
void allow_results(JsonObject& element);

/// "gas" for "G"; other words as they are.
std::string technology_of(const std::string& word);

void read_loads(JsonObject& elements, Context& context);
void read_branches(JsonObject& elements, Context& context);
void read_dc_branches(JsonObject& elements, Context& context);
void read_interfaces(JsonObject& elements, Context& context);
void read_security_constraints(JsonObject& elements, Context& context);

/// Limits of what fuel there is in each step, by their names.
struct FuelSupply {
    Amount available{};
    Place place{};
};
using FuelSupplies = std::map<std::string, FuelSupply>;
FuelSupplies read_fuel_supplies(JsonObject& elements, Context& context);

/// A product of reserve, as an area of generators or the whole system asks for it.
struct Product {
    std::string name{};     ///< of the component
    std::string service{};  ///< "spinning_reserve", without "_requirement"
    std::string area{};     ///< "area" or "zone" and its name, "area.North"; empty: the whole system
};
/// Takes the requirements of the system, its areas and its zones.
std::vector<Product> read_reserves(JsonObject& system, JsonObject& elements, Context& context);
/// Takes the members of a generator that say what it can hold.
void read_reserve_terms(JsonObject& generator, const std::vector<Product>& products, CaseRow& row);

void read_generators(JsonObject& elements, const FuelSupplies& supplies, const std::vector<Product>& products,
                     Context& context);

}  // namespace indus::inputs::egret
