// SPDX-License-Identifier: Apache-2.0
#include "model/studies/surroundings.hpp"

#include <algorithm>

#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr double noticeable_mw = 1e-3;

double sent(const SolutionValues& values, const Line& line, bool forward, int t) {
    return values.at(Line::kind, line.name, forward ? "forward" : "backward", t);
}
double sent(const SolutionValues& values, const AcLine& line, bool forward, int t) {
    return (forward ? 1.0 : -1.0) * values.at(AcLine::kind, line.name, "flow", t);
}

/// A line may be met from both of its ends.
void add_once(std::vector<NamedPower>& list, const std::string& name, double mw) {
    const bool known = std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.name == name; });
    if (!known) list.push_back({name, mw});
}

}  // namespace

Neighbourhood::Neighbourhood(const System& system, const Solution& solution)
    : system_{system}, values_{solution}, fuel_want_{system, solution} {
    for (const Meter& each : system.all<Meter>()) meter_available_.push_back(each.available(system));
}

void Neighbourhood::Walk::reach(int zone) {
    if (found.reachable.insert(zone).second) open.push_back(zone);
}

Surroundings Neighbourhood::around(int zone, int t) const {
    Walk walk;
    walk.reach(zone);
    while (!walk.open.empty()) {
        const int here = walk.open.back();
        walk.open.pop_back();
        for (const Line& line : system_.all<Line>()) follow(line, here, t, walk);
        for (const AcLine& line : system_.all<AcLine>()) follow(line, here, t, walk);
        for (std::size_t m = 0; m < meter_available_.size(); ++m) follow_meter(m, here, t, walk);
    }
    Surroundings s = std::move(walk.found);
    s.mesh_is_full = mesh_is_full(s, t);
    std::erase_if(s.full_lines, [&](const NamedPower& each) { return inside(each.name, s.reachable); });
    plants(s, t);
    return s;
}

bool Neighbourhood::inside(std::string_view line_name, const std::set<int>& zones) const {
    for (const Line& line : system_.all<Line>())
        if (line.name == line_name) return zones.contains(line.from.index) && zones.contains(line.to.index);
    return false;  // AC lines share what they carry, so that a full one counts wherever it is
}

/// Whether an AC line between zones within reach is full: others cannot carry more without it.
bool Neighbourhood::mesh_is_full(const Surroundings& s, int t) const {
    return std::any_of(system_.all<AcLine>().begin(), system_.all<AcLine>().end(), [&](const AcLine& line) {
        const bool within = s.reachable.contains(line.from.index) && s.reachable.contains(line.to.index);
        return within && line.is_closed(t) &&
               std::max(sent(values_, line, true, t) - line.capacity(t),
                        sent(values_, line, false, t) - line.reverse_capacity(t)) >= -noticeable_mw;
    });
}

/// Steps over a line towards where its power comes from, unless it is full.
template <class AnyLine>
void Neighbourhood::follow(const AnyLine& line, int here, int t, Walk& walk) const {
    if (line.to.index != here && line.from.index != here) return;
    const bool forward = line.to.index == here;
    const double limit = forward ? line.capacity(t) : line.reverse_capacity(t);
    if (limit <= 0.0 && line.capacity_mw[t] > 0.0 && (!line.in_service || line.available[t] <= 0.0))
        return add_once(walk.found.lines_out, line.name, line.capacity_mw[t]);
    if (sent(values_, line, forward, t) >= limit - noticeable_mw)
        add_once(walk.found.full_lines, line.name, limit);
    else
        walk.reach(forward ? line.from.index : line.to.index);
}

/// Steps over a meter: to the grid from behind it, and to what lies behind it from the grid. Where its zone is the one
/// that pays, the grid gives at the tariff whatever is asked for.
void Neighbourhood::follow_meter(std::size_t index, int here, int t, Walk& walk) const {
    const Meter& meter = system_.all<Meter>()[index];
    const bool from_grid = meter.zone.index == here;
    const bool is_billed = system_.settings().billed_zone == meter.zone.name;
    if (!from_grid && (meter.grid_zone.index != here || is_billed)) return;
    const double rated_mw = from_grid ? meter.most_bought_mw() : meter.export_max_mw;
    const double limit = meter_available_[index][static_cast<std::size_t>(t)] * rated_mw;
    const double used = values_.at(Meter::kind, meter.name, from_grid ? "import" : "export", t);
    const bool is_full = used >= limit - noticeable_mw;
    if (is_full && rated_mw - limit > noticeable_mw) add_once(walk.found.meters_out, meter.name, rated_mw - limit);
    if (is_full && limit > noticeable_mw && from_grid) add_once(walk.found.full_meters, meter.name, limit);
    if (is_full) return;
    if (is_billed)
        add_once(walk.found.spare_plants, meter.name, limit - used);
    else
        walk.reach(from_grid ? meter.grid_zone.index : meter.zone.index);
}

void Neighbourhood::plants(Surroundings& s, int t) const {
    for (const ThermalPlant& p : system_.all<ThermalPlant>())
        if (s.reachable.contains(p.zone.index) && p.capacity_mw > 0.0) plant(p, s, t);
}

void Neighbourhood::plant(const ThermalPlant& p, Surroundings& s, int t) const {
    const Availability left{system_, p.name, p.capacity_mw, p.units};
    const double out_mw = p.installed_mw() - left.units(t) * left.share(t) * p.capacity_mw;
    if (out_mw > noticeable_mw) s.out_plants.push_back({p.name, out_mw});
    if (out_mw > p.installed_mw() - noticeable_mw) return;
    const double on = values_.at(ThermalPlant::kind, p.name, "on", t);
    double held = 0.0;
    for (const Reserve& product : system_.all<Reserve>())
        if (product.is_up()) held += values_.at(ThermalPlant::kind, p.name, "reserve_" + product.name, t);
    if (on >= 0.5) s.reserve_mw += held;
    if (const double missed = fuel_want_.missed_mw(p.name, t); missed > noticeable_mw) {
        s.fuel_less[fuel_want_.short_stock(p.name)->name].push_back({p.name, missed});
        return;
    }
    s.any_plant = true;
    if (on < 0.5) {
        s.off_plants.push_back({p.name, p.installed_mw()});
        return;
    }
    const double on_mw = on * left.share(t) * p.capacity_mw;
    const double spare = on_mw - held - values_.at(ThermalPlant::kind, p.name, "output", t);
    if (spare > 1.0 && !ramp_limited(p, t)) s.spare_plants.push_back({p.name, spare});
}

bool Neighbourhood::ramp_limited(const ThermalPlant& p, int t) const {
    if (!p.ramp_up_mw_per_h && !p.start_up_limit_mw && !p.shut_down_limit_mw && !p.ramp_down_mw_per_h) return false;
    const auto before = system_.horizon().before(t);
    const double output = values_.at(ThermalPlant::kind, p.name, "output", t);
    const double output_before = before ? values_.at(ThermalPlant::kind, p.name, "output", *before) : p.output_before();
    const double rise = p.ramp_up_mw_per_h.value_or(1e12) * system_.horizon().hours(t);
    return output - output_before >= rise - 1.0 || values_.at(ThermalPlant::kind, p.name, "start", t) > 0.5;
}

}  // namespace indus::model
