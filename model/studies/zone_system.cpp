// SPDX-License-Identifier: Apache-2.0
#include "model/studies/zone_system.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <stdexcept>
#include <type_traits>

#include "model/formulation.hpp"
#include "model/plant_facts.hpp"

namespace indus::model {

namespace {

template <class T>
inline constexpr bool is_reference = false;
template <class Target>
inline constexpr bool is_reference<Reference<Target>> = true;

/// Lists that belong to no zone and cost nothing by themselves.
template <class T>
inline constexpr bool is_common = std::is_same_v<T, Fuel> || std::is_same_v<T, Calendar> || std::is_same_v<T, Tariff> ||
                                  std::is_same_v<T, TariffPeriod>;

class Selection {
public:
    Selection(const SystemData& whole, const std::string& zone) : whole_{whole}, zone_{zone} {
        made_.settings = whole.settings;
        made_.settings.billed_zone = zone;
        made_.settings.outage_seed.reset();  // what it drew is among the outages
        made_.horizon = whole.horizon;
        made_.series = whole.series;
    }

    ZoneSystem run() {
        for_each_kind([this]<class Component>() { select<Component>(); });
        keep_surroundings();
        keep_fuel_chain();
        keep_carbon_prices();
        keep_rules_of_plants();
        for_each_kind([this]<class Component>() { loosen<Component>(); });
        auto created = System::create(std::move(made_));
        if (const auto* issues = std::get_if<std::vector<Issue>>(&created))
            throw std::invalid_argument(fmt::format("what is behind the meters of {} does not stand by itself: {}",
                                                    zone_, to_string(issues->front())));
        return {std::get<System>(std::move(created)), std::move(own_)};
    }

private:
    template <class Target>
    bool has(const Reference<Target>& reference) const {
        const auto& list = made_.list<Target>();
        return std::any_of(list.begin(), list.end(), [&](const Target& each) { return each.name == reference.name; });
    }

    template <class Component>
    bool is_behind(const Component& c) const {
        if constexpr (std::is_same_v<Component, Zone>)
            return c.name == zone_;
        else if constexpr (is_common<Component>)
            return true;
        else if constexpr (requires { c.zone.name; })
            return c.zone.name == zone_;
        else if constexpr (requires { has(c.node); })
            return has(c.node);
        else if constexpr (requires { has(c.process); })
            return has(c.process);
        else if constexpr (requires { has(c.stage); })
            return has(c.stage);
        else if constexpr (requires { has(c.stock); })
            return has(c.stock);
        else if constexpr (requires { has(c.demand); })
            return has(c.demand);
        else if constexpr (requires { has(c.meter); })
            return has(c.meter);
        else
            return false;
    }

    /// In the order of the kinds, in which what is referred to comes first.
    template <class Component>
    void select() {
        for (const Component& each : whole_.list<Component>()) {
            if (!is_behind(each)) continue;
            made_.list<Component>().push_back(each);
            if (!is_common<Component>) own_.insert(mode_key(Component::kind, each.name));
        }
    }

    void keep_zone(const std::string& name) {
        const Reference<Zone> wanted{.name = name};
        if (has(wanted)) return;
        for (const Zone& each : whole_.list<Zone>())
            if (each.name == name) made_.list<Zone>().push_back(each);
    }

    /// Plants that supply it from outside keep their weather, not their costs; zones at the other ends are empty.
    void keep_surroundings() {
        for (const Meter& each : made_.list<Meter>()) keep_zone(each.grid_zone.name);
        const auto keep_outside = [&]<class Plant>(const std::string& name) {
            for (Plant each : whole_.list<Plant>()) {
                if (each.name != name || has(Reference<Plant>{.name = name})) continue;
                each.curtailment_cost_per_mwh = 0.0;
                each.provides_reserve = false;
                keep_zone(each.zone.name);
                made_.list<Plant>().push_back(std::move(each));
            }
        };
        for (const Wheeling& each : made_.list<Wheeling>()) {
            keep_outside.template operator()<SolarPlant>(each.plant);
            keep_outside.template operator()<WindPlant>(each.plant);
        }
    }

    std::set<std::string, std::less<>> kept_plants() const {
        std::set<std::string, std::less<>> names;
        for (const PlantFacts& each : all_plants(made_)) names.insert(each.name);
        for (const Meter& each : made_.list<Meter>()) names.insert(each.name);
        for (const Stage& each : made_.list<Stage>()) names.insert(each.name);
        return names;
    }

    std::set<std::string, std::less<>> burnt_fuels() const {
        std::set<std::string, std::less<>> fuels;
        for_each_kind([&]<class Component>() {
            if constexpr (
                requires(const Component& c) { c.fuel.name; } && requires(const Component& c) { c.zone; })
                for (const Component& each : made_.list<Component>()) fuels.insert(each.fuel.name);
            if constexpr (requires(const Component& c) { c.second_fuel.name; })
                for (const Component& each : made_.list<Component>()) fuels.insert(each.second_fuel.name);
        });
        for (const Boiler& each : made_.list<Boiler>()) fuels.insert(each.fuel.name);
        for (const StageMode& each : made_.list<StageMode>()) fuels.insert(each.fuel.name);
        return fuels;
    }

    /// Stocks that feed its plants, with the routes that fill them; the zone sees all of what routes can carry. Only
    /// stocks that feed nobody else are its own: what it decides of others binds nobody.
    void keep_fuel_chain() {
        const auto plants = kept_plants();
        const auto fuels = burnt_fuels();
        for (FuelStock each : whole_.list<FuelStock>()) {
            const std::size_t fed = each.plants.items.size();
            std::erase_if(each.plants.items, [&](const auto& item) { return !plants.contains(item.name); });
            if (!fuels.contains(each.fuel.name) || (fed > 0 && each.plants.empty())) continue;
            if (fed > 0 && fed == each.plants.items.size()) own_.insert(mode_key(FuelStock::kind, each.name));
            made_.list<FuelStock>().push_back(std::move(each));
        }
        for (const FuelRoute& each : whole_.list<FuelRoute>()) {
            if (!has(each.to)) continue;
            if (own_.contains(mode_key(FuelStock::kind, each.to.name)))
                own_.insert(mode_key(FuelRoute::kind, each.name));
            made_.list<FuelRoute>().push_back(each);
        }
        if (!made_.list<FuelRoute>().empty()) made_.list<FuelCorridor>() = whole_.list<FuelCorridor>();
    }

    void keep_carbon_prices() {
        for (const Policy& each : whole_.list<Policy>()) {
            const auto& prices = each.carbon_price_per_t.values;
            if (std::all_of(prices.begin(), prices.end(), [](double price) { return price == 0.0; })) continue;
            Policy price;
            price.name = each.name;
            price.carbon_price_per_t = each.carbon_price_per_t;
            made_.list<Policy>().push_back(std::move(price));
        }
    }

    void keep_rules_of_plants() {
        const auto plants = kept_plants();
        for (const Outage& each : whole_.list<Outage>())
            if (plants.contains(each.plant)) made_.list<Outage>().push_back(each);
        for (const PlantConstraint& each : whole_.list<PlantConstraint>())
            if (std::all_of(each.plants.items.begin(), each.plants.items.end(),
                            [&](const auto& item) { return plants.contains(item.name); })) {
                made_.list<PlantConstraint>().push_back(each);
                own_.insert(mode_key(PlantConstraint::kind, each.name));
            }
    }

    /// What is kept lets go of what is not, where it can be without.
    template <class Component>
    void loosen() {
        for (Component& each : made_.list<Component>())
            for_each_field<Component>([&](const auto& field) {
                if constexpr (is_reference<typename std::remove_cvref_t<decltype(field)>::value_type>)
                    if (field.need == Need::optional && !has(each.*(field.member))) (each.*(field.member)).name.clear();
            });
    }

    const SystemData& whole_;
    std::string zone_;
    SystemData made_{};
    std::set<std::string, std::less<>> own_{};
};

}  // namespace

ZoneSystem behind_meter(const System& whole, const std::string& zone) {
    std::vector<std::string> known;
    for (const Zone& each : whole.all<Zone>()) known.push_back(each.name);
    if (std::find(known.begin(), known.end(), zone) == known.end()) {
        const std::string near = nearest_name(zone, known);
        throw std::invalid_argument(fmt::format("there is no zone '{}'{}", zone,
                                                near.empty() ? "" : fmt::format("; did you mean '{}'?", near)));
    }
    const auto& meters = whole.all<Meter>();
    if (std::none_of(meters.begin(), meters.end(), [&](const Meter& each) { return each.zone.name == zone; }))
        throw std::invalid_argument(fmt::format("zone '{}' has no meter, so it has no bill", zone));
    return Selection{whole.data(), zone}.run();
}

}  // namespace indus::model
