// SPDX-License-Identifier: Apache-2.0
#include "model/studies/unserved_cause.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr double noticeable_mw = 1e-3;

/// Reads the values of a solution by owner and quantity; absent series are zero.
class Values {
public:
    explicit Values(const Solution& solution) {
        for (const SeriesRecord& each : solution.series)
            by_name_.emplace(key(each.kind, each.owner, each.quantity), &each);
    }
    double at(std::string_view kind, std::string_view owner, std::string_view quantity, int t) const {
        const auto found = by_name_.find(key(kind, owner, quantity));
        return found == by_name_.end() ? 0.0 : found->second->values[static_cast<std::size_t>(t)];
    }

private:
    static std::string key(std::string_view kind, std::string_view owner, std::string_view quantity) {
        return fmt::format("{}/{}/{}", kind, owner, quantity);
    }
    std::map<std::string, const SeriesRecord*, std::less<>> by_name_;
};

struct NamedPower {
    std::string name{};
    double mw = 0.0;
};

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

/// What surrounds a zone at one step.
struct Surroundings {
    std::set<int> reachable{};             ///< zones that could send more to here
    std::vector<NamedPower> full_lines{};  ///< lines into them that carry all they can
    std::vector<NamedPower>
        lines_out{};  ///< lines to and from them that are out of service, with what they would carry
    std::vector<NamedPower> off_plants{};    ///< plants within reach that are off
    std::vector<NamedPower> out_plants{};    ///< plants within reach in an outage, and what is out of them
    std::vector<NamedPower> spare_plants{};  ///< plants within reach that could give more without touching reserve
    double reserve_mw = 0.0;                 ///< held by plants within reach
    bool any_plant = false;                  ///< whether a thermal plant is within reach
    bool mesh_is_full = false;               ///< whether an AC line among zones within reach is full
};

class Cause {
public:
    Cause(const System& system, const Solution& solution) : system_{system}, solution_{solution}, values_{solution} {}

    std::string tell(const Demand& demand, int t) const {
        const Surroundings around = look(demand.zone.index, t);
        std::vector<std::string> reasons;
        // A line within the meshes may hold back plants that no full line cuts off.
        if (!around.spare_plants.empty() && !around.mesh_is_full) {
            reasons.push_back(
                fmt::format("power was to be had from {}, but serving would have cost more than the value of lost load "
                            "of {:g} per MWh",
                            list_of(around.spare_plants), marginal_value(demand, t)));
            return sentence(reasons);
        }
        if (!around.full_lines.empty())
            reasons.push_back(fmt::format("{} full: {}",
                                          around.full_lines.size() == 1 ? "a line was" : "the lines were",
                                          list_of(around.full_lines)));
        if (!around.lines_out.empty())
            reasons.push_back(fmt::format("out of service {}: {}",
                                          around.lines_out.size() == 1 ? "was a line" : "were the lines",
                                          list_of(around.lines_out)));
        if (!around.out_plants.empty()) reasons.push_back(fmt::format("in an outage: {}", list_of(around.out_plants)));
        const std::string where = around.reachable.size() == 1 ? "the zone" : "the zones within reach";
        if (!around.off_plants.empty())
            reasons.push_back(fmt::format("plants of {} were off and not worth or not able to start: {}", where,
                                          list_of(around.off_plants)));
        else if (around.any_plant)
            reasons.push_back(fmt::format("every plant of {} ran at its limit", where));
        else if (around.full_lines.empty())
            reasons.push_back(fmt::format("{} {} no plant that could give more", where,
                                          around.reachable.size() == 1 ? "has" : "have"));
        if (around.reserve_mw > noticeable_mw)
            reasons.push_back(fmt::format("{:.0f} MW were held as reserve", around.reserve_mw));
        return sentence(reasons);
    }

private:
    static std::string sentence(const std::vector<std::string>& reasons) {
        std::string text = fmt::format("{}.", fmt::join(reasons, "; "));
        text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
        return text;
    }

    double marginal_value(const Demand& demand, int t) const {
        double value = 0.0;
        for (std::size_t k = 0; k < demand.value_of_lost_load_per_mwh.size(); ++k)
            if (values_.at(Demand::kind, demand.name, fmt::format("unserved_{}", k + 1), t) > noticeable_mw)
                value = demand.value_of_lost_load_per_mwh.steps[k].value;
        return value;
    }

    Surroundings look(int zone, int t) const {
        Surroundings s;
        std::vector<int> open{zone};
        s.reachable.insert(zone);
        while (!open.empty()) {
            const int here = open.back();
            open.pop_back();
            for (const Line& line : system_.all<Line>()) follow(line, here, t, s, open);
            for (const AcLine& line : system_.all<AcLine>()) follow(line, here, t, s, open);
        }
        s.mesh_is_full = mesh_is_full(s, t);
        std::erase_if(s.full_lines, [&](const NamedPower& each) { return inside(each.name, s.reachable); });
        plants(s, t);
        return s;
    }

    bool inside(const std::string& line_name, const std::set<int>& zones) const {
        for (const Line& line : system_.all<Line>())
            if (line.name == line_name) return zones.contains(line.from.index) && zones.contains(line.to.index);
        return false;  // AC lines share what they carry, so that a full one counts wherever it is
    }

    /// Whether an AC line between zones within reach is full: others cannot carry more without it.
    bool mesh_is_full(const Surroundings& s, int t) const {
        return std::any_of(system_.all<AcLine>().begin(), system_.all<AcLine>().end(), [&](const AcLine& line) {
            const bool within = s.reachable.contains(line.from.index) && s.reachable.contains(line.to.index);
            return within && line.is_closed(t) &&
                   std::max(sent(line, true, t) - line.capacity(t), sent(line, false, t) - line.reverse_capacity(t)) >=
                       -noticeable_mw;
        });
    }

    double sent(const Line& line, bool forward, int t) const {
        return values_.at(Line::kind, line.name, forward ? "forward" : "backward", t);
    }
    double sent(const AcLine& line, bool forward, int t) const {
        return (forward ? 1.0 : -1.0) * values_.at(AcLine::kind, line.name, "flow", t);
    }

    /// Steps over a line towards where its power comes from, unless it is full.
    template <class AnyLine>
    void follow(const AnyLine& line, int here, int t, Surroundings& s, std::vector<int>& open) const {
        if (line.to.index != here && line.from.index != here) return;
        const bool forward = line.to.index == here;
        const double limit = forward ? line.capacity(t) : line.reverse_capacity(t);
        const int other = forward ? line.from.index : line.to.index;
        const auto add_once = [&](std::vector<NamedPower>& list, double mw) {
            const bool known =
                std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.name == line.name; });
            if (!known) list.push_back({line.name, mw});
        };
        if (limit <= 0.0 && line.capacity_mw[t] > 0.0 && (!line.in_service || line.available[t] <= 0.0))
            return add_once(s.lines_out, line.capacity_mw[t]);
        if (sent(line, forward, t) >= limit - noticeable_mw) {
            add_once(s.full_lines, limit);
        } else if (s.reachable.insert(other).second) {
            open.push_back(other);
        }
    }

    void plants(Surroundings& s, int t) const {
        for (const ThermalPlant& p : system_.all<ThermalPlant>()) {
            if (!s.reachable.contains(p.zone.index) || p.capacity_mw <= 0.0) continue;
            const Availability left{system_, p.name, p.capacity_mw, p.units};
            const double out_mw = p.installed_mw() - left.units(t) * left.share(t) * p.capacity_mw;
            if (out_mw > noticeable_mw) s.out_plants.push_back({p.name, out_mw});
            if (out_mw > p.installed_mw() - noticeable_mw) continue;
            s.any_plant = true;
            if (values_.at(ThermalPlant::kind, p.name, "on", t) < 0.5) {
                s.off_plants.push_back({p.name, p.installed_mw()});
                continue;
            }
            double held = 0.0;
            for (const Reserve& product : system_.all<Reserve>())
                if (product.is_up()) held += values_.at(ThermalPlant::kind, p.name, "reserve_" + product.name, t);
            s.reserve_mw += held;
            const double on_mw = values_.at(ThermalPlant::kind, p.name, "on", t) * left.share(t) * p.capacity_mw;
            const double spare = on_mw - held - values_.at(ThermalPlant::kind, p.name, "output", t);
            if (spare > 1.0 && !ramp_limited(p, t)) s.spare_plants.push_back({p.name, spare});
        }
    }

    bool ramp_limited(const ThermalPlant& p, int t) const {
        if (!p.ramp_up_mw_per_h && !p.start_up_limit_mw && !p.shut_down_limit_mw && !p.ramp_down_mw_per_h) return false;
        const auto before = system_.horizon().before(t);
        const double output = values_.at(ThermalPlant::kind, p.name, "output", t);
        const double output_before =
            before ? values_.at(ThermalPlant::kind, p.name, "output", *before) : p.output_before();
        const double rise = p.ramp_up_mw_per_h.value_or(1e12) * system_.horizon().hours(t);
        return output - output_before >= rise - 1.0 || values_.at(ThermalPlant::kind, p.name, "start", t) > 0.5;
    }

    const System& system_;
    const Solution& solution_;
    Values values_;
};

}  // namespace

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
