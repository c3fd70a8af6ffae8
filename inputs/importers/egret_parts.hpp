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
};

/// Whether an element is part of the system; takes `in_service` and `planned_outage`.
bool is_in_service(JsonObject& element);

/// Members that hold results, or say where something is drawn on a map.
void allow_results(JsonObject& element);

void read_loads(JsonObject& elements, Context& context);
void read_branches(JsonObject& elements, Context& context);
void read_dc_branches(JsonObject& elements, Context& context);
void read_interfaces(JsonObject& elements, Context& context);
void read_security_constraints(JsonObject& elements, Context& context);

/// Limits of what fuel there is, by their names.
using FuelSupplies = std::map<std::string, Amount>;
FuelSupplies read_fuel_supplies(JsonObject& elements, Context& context);
void read_generators(JsonObject& elements, const FuelSupplies& supplies, Context& context);

/// A product of reserve as one area or the whole system asks for it.
struct Product {
    std::string name{};
    std::string area{};  ///< empty: the whole system
    std::string service{};
};
/// Takes the requirements of the system, its areas and its zones.
std::vector<Product> read_reserves(JsonObject& system, JsonObject& elements, Context& context);
/// Takes the members of a generator that say what it can hold, and writes its share in the products.
void read_reserve_terms(JsonObject& generator, const std::vector<Product>& products, CaseRow& row, Context& context);

}  // namespace indus::inputs::egret
