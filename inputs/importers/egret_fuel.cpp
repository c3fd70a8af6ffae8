// SPDX-License-Identifier: Apache-2.0
// Fuels of an Egret file: a price belongs to a generator there and to a fuel here, what there is to a fuel supply.
#include "inputs/importers/egret_fuel.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace indus::inputs::egret {

FuelSupplies read_fuel_supplies(JsonObject& elements, Context& context) {
    FuelSupplies supplies;
    for (JsonObject& supply : elements.objects("fuel_supply")) {
        if (supply.text("fuel_supply_type").value_or("") != "instantaneous")
            supply.report("fuel_supply_type", "instantaneous: what there is in each period");
        supply.require("fuel_available", "the fuel there is in each period");
        const auto available = supply.amount("fuel_available", context.made.steps);
        if (available) supplies.emplace(supply.name(), FuelSupply{*available, supply.place("fuel_available")});
        supply.refuse_others();
    }
    return supplies;
}

std::string FuelBook::use(JsonObject& generator, std::string_view supply_member, std::string_view price_member,
                          const std::string& own_name, double most_gj) {
    generator.require(price_member, "the price of the fuel");
    const std::optional<double> price = generator.number_from(price_member, 0.0);
    const std::optional<std::string> supply = generator.text(supply_member);
    std::string name = supply.value_or(own_name);
    if (supply && !supplies_.contains(*supply)) generator.report(supply_member, "the name of a fuel supply");
    if (!price) return name;
    const auto [known, fresh] = used_.emplace(name, Used{*price, 0.0, generator.place(price_member)});
    if (!fresh && known->second.price != *price)
        generator.report(price_member, fmt::format("{}, as for others that burn {}", known->second.price, name));
    known->second.most_gj += most_gj;
    return name;
}

void FuelBook::write() {
    for (const auto& [name, used] : used_) {
        CaseRow row{context_.made, "fuel", used.place};
        row.set("name", name).set("price_per_gj", used.price);
        const auto supply = supplies_.find(name);
        if (supply == supplies_.end()) continue;
        // Files write 1e100 for no limit; more than all its users can burn is none.
        Amount available;
        for (std::size_t step = 0; step < context_.made.steps; ++step)
            available.values.push_back(std::min(supply->second.available.at(step), used.most_gj));
        if (context_.made.steps == 1)
            row.set("max_draw_gj", available.values.front(), supply->second.place);
        else
            row.set_series("window_max_draw_gj", available, supply->second.place);
    }
    if (!used_.empty())
        context_.made.notes.push_back("Egret leaves the unit of fuel open: one unit of the file is taken for 1 GJ.");
}

}  // namespace indus::inputs::egret
