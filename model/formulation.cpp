// SPDX-License-Identifier: Apache-2.0
#include "model/formulation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "model/fuel_chain.hpp"

namespace indus::model {

std::string mode_key(std::string_view kind, std::string_view name) { return fmt::format("{}/{}", kind, name); }

Formulation::Formulation(const System& system, const ModeSteps& modes)
    : system_{system},
      modes_{modes},
      river_water_{system},
      zone_balance_(system.all<Zone>().size() * static_cast<std::size_t>(system.horizon().step_count())),
      net_import_(zone_balance_.size()),
      reserve_(system.all<Reserve>().size() * static_cast<std::size_t>(system.horizon().step_count())),
      load_(static_cast<std::size_t>(system.horizon().step_count()), 0.0),
      renewable_(static_cast<std::size_t>(system.horizon().step_count()), 0.0),
      zone_load_(zone_balance_.size(), 0.0),
      zone_renewable_(zone_balance_.size(), 0.0) {
    for_each_kind([&]<class Component>() {
        if constexpr (reading_component<Component>)
            for (const Component& each : system.all<Component>())
                for (const Shared what : {Shared::outputs, Shared::emissions, Shared::served, Shared::fuel})
                    if (each.reads(what)) kept_.insert(what);
    });
    const auto steps = load_.size();
    if (keeps(Shared::outputs)) plants_ = all_plants(system.data());
    output_.resize(plants_.size() * steps);
    if (keeps(Shared::emissions)) emissions_.resize(zone_balance_.size());
    if (keeps(Shared::served)) served_.resize(zone_balance_.size());
    if (keeps(Shared::fuel)) fuel_drawn_.resize(system.all<Fuel>().size() * steps);
}

Desk Formulation::open(std::string_view kind, const std::string& name) {
    return {*this, kind, name, program_.add_block(fmt::format("{} {}", kind, name))};
}

std::size_t Formulation::cell(int item, int t) const {
    return static_cast<std::size_t>(item) * static_cast<std::size_t>(horizon().step_count()) +
           static_cast<std::size_t>(t);
}

Expression& Formulation::zone_balance(int zone, int t) { return zone_balance_.at(cell(zone, t)); }

void Formulation::add_load(const Reference<Zone>& zone, int t, double mw) {
    load_[static_cast<std::size_t>(t)] += mw;
    zone_load_.at(cell(zone.index, t)) += mw;
}

void Formulation::add_renewable_power(const Reference<Zone>& zone, int t, double mw) {
    renewable_[static_cast<std::size_t>(t)] += mw;
    zone_renewable_.at(cell(zone.index, t)) += mw;
}

double Formulation::in_zones(const std::vector<double>& all, const std::vector<double>& by_zone,
                             const WeightedNames& zones, int t) const {
    if (zones.empty()) return all[static_cast<std::size_t>(t)];
    double sum = 0.0;
    for (std::size_t z = 0; z < system_.all<Zone>().size(); ++z)
        if (zones.contains(system_.all<Zone>()[z].name)) sum += by_zone[cell(static_cast<int>(z), t)];
    return sum;
}

Expression& Formulation::reserve(int product, int t) { return reserve_.at(cell(product, t)); }

solver::Family Formulation::row_family(std::string_view kind, const std::string& owner, const Equation& equation) {
    const std::string key = fmt::format("{}/{}/{}", kind, owner, equation.name);
    const auto known = row_families_.find(key);
    if (known != row_families_.end()) return known->second;
    const bool listed = std::any_of(equations_.begin(), equations_.end(), [&](const UsedEquation& each) {
        return each.kind == kind && each.equation->name == equation.name;
    });
    if (!listed) equations_.push_back({std::string{kind}, &equation});
    const solver::Family family = program_.add_family({owner, std::string{equation.name}, std::string{equation.unit}});
    row_families_.emplace(key, family);
    origins_.emplace(family.index, RowOrigin{std::string{kind}, owner, &equation});
    return family;
}

int Formulation::row_of(const Equation& equation, std::string_view owner, int t) const {
    const auto known = linking_rows_.find(fmt::format("{}/{}", equation.name, owner));
    return known == linking_rows_.end() ? -1 : known->second.at(static_cast<std::size_t>(t));
}

Series Desk::variables(std::string_view quantity, std::string_view unit, double lower, double upper) const {
    return variables(quantity, unit, lower,
                     std::vector<double>(static_cast<std::size_t>(f_.horizon().step_count()), upper));
}

Series Desk::variables(std::string_view quantity, std::string_view unit, double lower,
                       const std::vector<double>& upper) const {
    return variables(quantity, unit, std::vector<double>(upper.size(), lower), upper);
}

Series Desk::variables(std::string_view quantity, std::string_view unit, const std::vector<double>& lower,
                       const std::vector<double>& upper) const {
    const int first = f_.program_.column_count();
    const int count = f_.horizon().step_count();
    const solver::Family family = f_.program_.add_family({name_, std::string{quantity}, std::string{unit}});
    for (int t = 0; t < count; ++t) {
        const double least = lower.at(static_cast<std::size_t>(t));
        const double most = upper.at(static_cast<std::size_t>(t));
        if (!std::isfinite(most) || !std::isfinite(least))
            throw std::logic_error(fmt::format("{} {}: {} has no finite bounds", kind_, name_, quantity));
        f_.program_.add_variable(
            {.lower = least, .upper = most, .family = family, .position = t, .block = block_at(t)});
    }
    f_.decisions_.push_back({std::string{kind_}, name_, std::string{quantity}, std::string{unit}, first, count});
    return Series{first};
}

Series Desk::binaries(std::string_view quantity) const {
    return binaries(quantity, std::vector<double>(static_cast<std::size_t>(f_.horizon().step_count()), 1.0));
}

Series Desk::binaries(std::string_view quantity, const std::vector<double>& upper) const {
    const Series series = variables(quantity, "1", 0.0, upper);
    for (int t = 0; t < f_.horizon().step_count(); ++t)
        if (upper[static_cast<std::size_t>(t)] > 0.0) f_.program_.set_integer(series[t], true);
    return series;
}

Series Desk::integers(std::string_view quantity, const std::vector<double>& upper) const {
    const Series series = variables(quantity, "1", 0.0, upper);
    for (int t = 0; t < f_.horizon().step_count(); ++t) f_.program_.set_integer(series[t], true);
    return series;
}

namespace {

/// The entry of a small cache, made by `find` when it is not there yet.
template <class Key, class Value, class Find>
Value cached(std::vector<std::pair<Key, Value>>& cache, const Key& key, Find find) {
    for (const auto& [known, value] : cache)
        if (known == key) return value;
    cache.emplace_back(key, find());
    return cache.back().second;
}

}  // namespace

void Desk::require(const Equation& equation, int t, const Condition& condition) const {
    const solver::Family family =
        cached(row_families_, &equation, [&] { return f_.row_family(kind_, name_, equation); });
    const solver::Row row = f_.program_.add_row(condition, {.family = family, .position = t, .block = block_at(t)});
    if (block_at(t) == solver::linking) {
        auto& rows = f_.linking_rows_[fmt::format("{}/{}", equation.name, name_)];
        rows.resize(static_cast<std::size_t>(f_.horizon().step_count()), -1);
        rows[static_cast<std::size_t>(t)] = row.index;
    }
}

void Desk::cost(std::string_view category, int t, const Expression& amount) const {
    const double weight = f_.horizon().weight(t);
    for (const Term& term : amount.terms()) f_.program_.add_cost(term.variable, weight * term.coefficient);
    f_.program_.add_offset(weight * amount.constant());
    const std::size_t index = cached(cost_terms_, std::string{category}, [&] {
        f_.costs_.push_back(
            {std::string{kind_}, name_, std::string{category}, ExpressionSeries{f_.horizon().step_count()}});
        return f_.costs_.size() - 1;
    });
    f_.costs_[index].amounts.add(t, amount, weight);
}

void Formulation::serve(const Reference<Zone>& zone, int t, const Expression& mw) {
    if (keeps(Shared::served)) served_.at(cell(zone.index, t)) += mw;
}

void Desk::generate(const Reference<Zone>& zone, int t, const Expression& mw) const {
    f_.zone_balance(zone, t) += mw;
    if (!f_.keeps(Shared::outputs)) return;
    if (!plant_) plant_ = find_plant(f_.plants_, kind_, name_);
    if (*plant_ >= 0) f_.output_.at(f_.cell(*plant_, t)) += mw;
}

void Desk::count_renewable(int t, const Expression& mw) const {
    if (!f_.keeps(Shared::outputs)) return;
    if (!plant_) plant_ = find_plant(f_.plants_, kind_, name_);
    if (*plant_ >= 0) f_.part_renewable_[f_.cell(*plant_, t)] += mw;
}

const Expression& Formulation::renewable_output(int plant, int t) const {
    static const Expression nothing;
    if (plants_.at(static_cast<std::size_t>(plant)).is_renewable) return output(plant, t);
    const auto part = part_renewable_.find(cell(plant, t));
    return part == part_renewable_.end() ? nothing : part->second;
}

void Desk::draw_fuel(const Reference<Fuel>& fuel, const Reference<Zone>& zone, int t, const Expression& gigajoules,
                     std::string_view burner) const {
    if (!fuel.is_set()) return;
    if (f_.keeps(Shared::fuel)) f_.fuel_drawn_.at(f_.cell(fuel.index, t)) += gigajoules;
    const Fuel& burnt = f_.system().at(fuel);
    const double price = burnt.price_per_gj[t];
    const double factor = burnt.emission_factor_t_per_gj;
    // Fuel from a stock was paid for where it was bought.
    const bool has_stocks = !f_.system().all<FuelStock>().empty();
    FuelChain* chain = has_stocks ? &f_.shared<FuelChain>(f_.system()) : nullptr;
    const int stock = chain ? chain->stock_of(burner.empty() ? std::string_view{name_} : burner, fuel) : -1;
    if (stock >= 0)
        chain->burnt(stock, t) += gigajoules;
    else if (price != 0.0)
        cost("fuel", t, price * Expression{gigajoules});
    derive("fuel_use", "GJ", t, gigajoules);
    if (factor != 0.0) emit(zone, t, factor * Expression{gigajoules}, "emissions");
}

void Desk::emit(const Reference<Zone>& zone, int t, const Expression& tonnes, std::string_view quantity) const {
    const double price = f_.system().carbon_price(t);
    if (f_.keeps(Shared::emissions)) f_.emissions_.at(f_.cell(zone.index, t)) += tonnes;
    if (price != 0.0) cost("carbon", t, price * Expression{tonnes});
    derive(quantity, "tCO2", t, tonnes);
}

void Desk::derive(std::string_view quantity, std::string_view unit, int t, const Expression& value) const {
    const std::size_t index = cached(derived_, std::string{quantity}, [&] {
        f_.derived_.push_back({std::string{kind_}, name_, std::string{quantity}, std::string{unit},
                               ExpressionSeries{f_.horizon().step_count()}});
        return f_.derived_.size() - 1;
    });
    f_.derived_[index].values.add(t, value);
}

void Formulation::finish() {
    for (std::vector<Expression>* each :
         {&zone_balance_, &net_import_, &reserve_, &output_, &emissions_, &served_, &fuel_drawn_})
        *each = {};
    part_renewable_ = {};
    program_.shrink();
}

bool Desk::chooses_mode(int t) const {
    const auto found = f_.modes_.find(mode_key(kind_, name_));
    return found != f_.modes_.end() && found->second.contains(t);
}

std::optional<Series> Desk::modes() const {
    if (!f_.modes_.contains(mode_key(kind_, name_))) return std::nullopt;
    std::vector<double> upper(static_cast<std::size_t>(f_.horizon().step_count()), 0.0);
    for (int t = 0; t < f_.horizon().step_count(); ++t)
        upper[static_cast<std::size_t>(t)] = chooses_mode(t) ? 1.0 : 0.0;
    return binaries("mode", upper);
}

std::unique_ptr<Formulation> build(const System& system, const ModeSteps& modes) {
    auto formulation = std::make_unique<Formulation>(system, modes);
    for_each_kind([&]<class Component>() {
        const auto& list = system.all<Component>();
        for (std::size_t i = 0; i < list.size(); ++i) list[i].add_to(*formulation, static_cast<int>(i));
    });
    for_each_kind([&]<class Component>() {
        if constexpr (closing_component<Component>) {
            const auto& list = system.all<Component>();
            for (std::size_t i = 0; i < list.size(); ++i) list[i].close(*formulation, static_cast<int>(i));
        }
    });
    formulation->finish();
    formulation->program().check_blocks();
    return formulation;
}

}  // namespace indus::model
