// SPDX-License-Identifier: Apache-2.0
#include "model/studies/unserved_cause.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cctype>

#include "model/studies/surroundings.hpp"

namespace indus::model {

namespace {

constexpr double noticeable_mw = 1e-3;

/// "hub_1 (660 MW), hub_2 (660 MW) and 3 more (480 MW)".
std::string list_of(std::vector<NamedPower> items) {
    std::stable_sort(items.begin(), items.end(),
                     [](const auto& left, const auto& right) { return left.mw > right.mw; });
    std::vector<std::string> words;
    double rest = 0.0;
    for (std::size_t k = 0; k < items.size(); ++k) {
        if (k < 3)
            words.push_back(fmt::format("{} ({:.0f} MW)", items[k].name, items[k].mw));
        else
            rest += items[k].mw;
    }
    std::string text = fmt::format("{}", fmt::join(words, ", "));
    if (items.size() > 3) text += fmt::format(" and {} more ({:.0f} MW)", items.size() - 3, rest);
    return text;
}

/// "too little imported_coal in Sahiwal yard for "
std::string want_of(const FuelStock& stock) {
    return fmt::format("too little {} in {} for ", stock.fuel.name, stock.name);
}

class Cause {
public:
    Cause(const System& system, const Solution& solution) : system_{system}, neighbourhood_{system, solution} {}

    std::string tell(const Demand& demand, int t) const {
        const Surroundings around = neighbourhood_.around(demand.zone.index, t);
        std::vector<std::string> reasons;
        // A line within the meshes may hold back plants that no full line cuts off.
        if (!around.spare_plants.empty() && !around.mesh_is_full) {
            reasons.push_back(
                fmt::format("power was to be had from {}, but serving would have cost more than the value of lost load "
                            "of {:g} per MWh",
                            list_of(around.spare_plants), marginal_value(demand, t)));
            return sentence(reasons);
        }
        tell_ways(around, reasons);
        tell_fuel(around, reasons);
        tell_plants(around, reasons);
        if (around.reserve_mw > noticeable_mw)
            reasons.push_back(fmt::format("{:.0f} MW were held as reserve", around.reserve_mw));
        return sentence(reasons);
    }

private:
    static void tell_ways(const Surroundings& around, std::vector<std::string>& reasons) {
        if (!around.full_lines.empty())
            reasons.push_back(fmt::format("{} full: {}",
                                          around.full_lines.size() == 1 ? "a line was" : "the lines were",
                                          list_of(around.full_lines)));
        if (!around.lines_out.empty())
            reasons.push_back(fmt::format("out of service {}: {}",
                                          around.lines_out.size() == 1 ? "was a line" : "were the lines",
                                          list_of(around.lines_out)));
        if (!around.meters_out.empty())
            reasons.push_back(fmt::format("in load-shedding or an outage of the grid at {}: {}",
                                          around.meters_out.size() == 1 ? "a meter" : "meters",
                                          list_of(around.meters_out)));
        if (!around.full_meters.empty())
            reasons.push_back(fmt::format("{} all that {} may: {}",
                                          around.full_meters.size() == 1 ? "a meter let in" : "meters let in",
                                          around.full_meters.size() == 1 ? "it" : "they", list_of(around.full_meters)));
    }

    void tell_fuel(const Surroundings& around, std::vector<std::string>& reasons) const {
        for (const FuelStock& stock : system_.all<FuelStock>())
            if (const auto found = around.fuel_less.find(stock.name); found != around.fuel_less.end())
                reasons.push_back(fmt::format("{}{}", want_of(stock), list_of(found->second)));
    }

    static void tell_plants(const Surroundings& around, std::vector<std::string>& reasons) {
        if (!around.out_plants.empty()) reasons.push_back(fmt::format("in an outage: {}", list_of(around.out_plants)));
        const std::string where = around.reachable.size() == 1 ? "the zone" : "the zones within reach";
        if (!around.off_plants.empty())
            reasons.push_back(fmt::format("plants of {} were off and not worth or not able to start: {}", where,
                                          list_of(around.off_plants)));
        else if (around.any_plant)
            reasons.push_back(
                fmt::format("every {}plant of {} ran at its limit", around.fuel_less.empty() ? "" : "other ", where));
        else if (around.full_lines.empty() && around.full_meters.empty() && around.fuel_less.empty())
            reasons.push_back(fmt::format("{} {} no plant that could give more", where,
                                          around.reachable.size() == 1 ? "has" : "have"));
    }

    static std::string sentence(const std::vector<std::string>& reasons) {
        std::string text = fmt::format("{}.", fmt::join(reasons, "; "));
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
        return text;
    }

    double marginal_value(const Demand& demand, int t) const {
        double value = 0.0;
        for (std::size_t k = 0; k < demand.value_of_lost_load_per_mwh.size(); ++k)
            if (neighbourhood_.values().at(Demand::kind, demand.name, fmt::format("unserved_{}", k + 1), t) >
                noticeable_mw)
                value = demand.value_of_lost_load_per_mwh.steps[k].value;
        return value;
    }

    const System& system_;
    Neighbourhood neighbourhood_;
};

}  // namespace

bool names_want_of(const UnservedRecord& record, const FuelStock& stock) {
    // A sentence begins with a capital letter.
    return record.cause.find(want_of(stock).substr(1)) != std::string::npos;
}

std::vector<UnservedRecord> unserved_stretches(const System& system, const Solution& solution) {
    const Horizon& horizon = system.horizon();
    const Cause cause{system, solution};
    std::vector<UnservedRecord> records;
    for (const Demand& demand : system.all<Demand>()) {
        const SeriesRecord* unserved = solution.find(demand.name, "unserved", Demand::kind);
        const SeriesRecord* cost = solution.find(demand.name, "cost", Demand::kind);
        if (!unserved || !cost) continue;
        const auto is_short = [&](int t) { return unserved->values[static_cast<std::size_t>(t)] > noticeable_mw; };
        for (int t = 0; t < horizon.step_count(); ++t) {
            if (!is_short(t)) continue;
            UnservedRecord record{demand.zone.name, demand.name, demand.sector, t, 0, 0.0, 0.0, 0.0, {}};
            int worst = t;
            for (; t < horizon.step_count() && is_short(t); ++t) {
                const double mw = unserved->values[static_cast<std::size_t>(t)];
                ++record.step_count;
                record.energy_mwh += horizon.weight(t) * horizon.hours(t) * mw;
                record.value += cost->values[static_cast<std::size_t>(t)];
                if (mw > record.peak_mw) {
                    record.peak_mw = mw;
                    worst = t;
                }
            }
            record.cause = cause.tell(demand, worst);
            records.push_back(std::move(record));
        }
    }
    return records;
}

}  // namespace indus::model
