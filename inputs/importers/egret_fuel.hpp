// SPDX-License-Identifier: Apache-2.0
// The fuels that generators of an Egret file burn, gathered from them and written at the end.
#pragma once

#include "inputs/importers/egret_parts.hpp"

namespace indus::inputs::egret {

class FuelBook {
public:
    FuelBook(const FuelSupplies& supplies, Context& context) : supplies_{supplies}, context_{context} {}
    /// Takes supply and price of a generator's fuel, of which it burns at most `most_gj` in a step; the fuel's name.
    std::string use(JsonObject& generator, std::string_view supply_member, std::string_view price_member,
                    const std::string& own_name, double most_gj);
    void write();

private:
    struct Used {
        double price = 0.0;
        double most_gj = 0.0;
        Place place{};
    };
    const FuelSupplies& supplies_;
    Context& context_;
    std::map<std::string, Used> used_;
};

}  // namespace indus::inputs::egret
