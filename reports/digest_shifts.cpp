// SPDX-License-Identifier: Apache-2.0
// What loads that can choose their hours shifted and shaved, against schedules without a choice (LoadShiftRow).
#include <algorithm>

#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"

namespace indus::reports {

namespace {

using Powers = std::vector<double>;

void add(Powers& sum, const Powers& values, double factor = 1.0) {
    for (std::size_t t = 0; t < values.size(); ++t) sum[t] += factor * values[t];
}

double peak_of(const Powers& power) { return power.empty() ? 0.0 : *std::max_element(power.begin(), power.end()); }

struct Schedule {
    std::string name{};
    Powers power{};  ///< at the customer [MW]
};

/// The energy drawn, spread over the hours in which the calendar is open, in proportion to how far it is.
Schedule schedule_of(const DigestInput& in, const model::Process& process, const Powers& drawn) {
    Powers open(drawn.size(), 1.0);
    if (process.calendar.is_set())
        for (std::size_t t = 0; t < open.size(); ++t)
            open[t] = in.system.at(process.calendar).share(in.system.horizon(), static_cast<int>(t));
    const double hours = in.series.energy(open);
    const double mean = hours > 0.0 ? in.series.energy(drawn) / hours : 0.0;
    for (double& each : open) each *= mean;
    return {"even", std::move(open)};
}

Schedule schedule_of(const DigestInput& in, const model::ShiftableLoad& load, const Powers& drawn) {
    const Powers& planned = load.planned_mw.values;
    if (std::any_of(planned.begin(), planned.end(), [](double each) { return each > 0.0; }))
        return {"planned", planned};
    Powers even(drawn.size(), 0.0);
    for (const model::ShiftableLoad::Window& window : load.windows(in.system.horizon())) {
        double energy = 0.0, hours = 0.0;
        for (const int t : window.steps) {
            energy += drawn[static_cast<std::size_t>(t)] * in.system.horizon().hours(t);
            hours += in.system.horizon().hours(t);
        }
        for (const int t : window.steps) even[static_cast<std::size_t>(t)] = energy / hours;
    }
    return {"even in windows", std::move(even)};
}

Schedule schedule_of(const DigestInput&, const model::InterruptibleContract&, const Powers& drawn) {
    return {"not called off", Powers(drawn.size(), 0.0)};
}

double energy_above(const DigestInput& in, const Powers& power, const Powers& schedule) {
    Powers above(power.size());
    for (std::size_t t = 0; t < power.size(); ++t) above[t] = std::max(0.0, power[t] - schedule[t]);
    return in.series.energy(above);
}

/// Loads of one zone: as they were, and what schedules would change.
struct ZoneLoad {
    Powers actual{};
    Powers changed{};  ///< by all schedules together
    bool can_choose = false;
};

class LoadShifts {
public:
    LoadShifts(const DigestInput& in, Digest& d) : in_{in}, d_{d}, zones_(in.system.all<model::Zone>().size()) {
        const auto steps = static_cast<std::size_t>(in.series.step_count());
        for (ZoneLoad& each : zones_) each.actual = each.changed = Powers(steps, 0.0);
    }

    void run() {
        for (const model::Demand& each : in_.system.all<model::Demand>())
            add(zone(each.zone.index).actual, each.load_mw.values, each.withdrawal_factor());
        for (const model::FlexibleDemand& each : in_.system.all<model::FlexibleDemand>())
            add(zone(each.zone.index).actual, in_.series.values(each.kind, each.name, "withdrawal"));
        for_each_industrial_draw(in_.system, in_.series, [&](const IndustrialDraw& draw) {
            add(zone(draw.zone).actual, draw.power, draw.factor);
        });
        for_each_industrial_draw(in_.system, in_.series, [&](const IndustrialDraw& draw) {
            if (draw.kind == model::Process::kind) row<model::Process>(draw);
            if (draw.kind == model::ShiftableLoad::kind) row<model::ShiftableLoad>(draw);
            if (draw.kind == model::InterruptibleContract::kind) row<model::InterruptibleContract>(draw);
        });
        for (std::size_t z = 0; z < zones_.size(); ++z) {
            if (!zones_[z].can_choose) continue;
            d_.zones[z].energy_shifted_mwh = shifted_in(d_.zones[z].name);
            d_.zones[z].peak_shaved_mw = peak_with(zones_[z], zones_[z].changed) - peak_of(zones_[z].actual);
        }
    }

private:
    ZoneLoad& zone(int index) { return zones_.at(static_cast<std::size_t>(index)); }

    static double peak_with(const ZoneLoad& load, Powers change) {
        add(change, load.actual);
        return peak_of(change);
    }

    template <class Load>
    void row(const IndustrialDraw& draw) {
        const Load& load = in_.system.all<Load>()[static_cast<std::size_t>(draw.index)];
        ZoneLoad& at = zone(draw.zone);
        Schedule schedule = schedule_of(in_, load, draw.power);
        LoadShiftRow row;
        row.name = load.name;
        row.kind = draw.kind;
        row.zone = in_.system.all<model::Zone>()[static_cast<std::size_t>(draw.zone)].name;
        row.schedule = schedule.name;
        row.energy_shifted_mwh = energy_above(in_, draw.power, schedule.power);
        row.called_off_mwh = in_.series.energy(in_.series.values(draw.kind, load.name, "cut"));
        row.energy_mwh = in_.series.energy(draw.power) + row.called_off_mwh;
        Powers change(draw.power.size(), 0.0);
        add(change, schedule.power, draw.factor);
        add(change, draw.power, -draw.factor);
        row.peak_shaved_mw = peak_with(at, change) - peak_of(at.actual);
        add(at.changed, change);
        at.can_choose = true;
        d_.load_shifts.push_back(std::move(row));
    }

    double shifted_in(const std::string& zone) const {
        double sum = 0.0;
        for (const LoadShiftRow& each : d_.load_shifts)
            if (each.zone == zone) sum += each.energy_shifted_mwh;
        return sum;
    }

    const DigestInput& in_;
    Digest& d_;
    std::vector<ZoneLoad> zones_;
};

}  // namespace

void digest_load_shifts(const DigestInput& in, Digest& d) {
    if (d.has_solution) LoadShifts{in, d}.run();
}

void digest_carbon(const DigestInput& in, Digest& d) {
    if (!d.has_solution) return;
    d.carbon = trace_carbon(in.system, in.series);
    for (std::size_t z = 0; z < d.zones.size(); ++z) {
        const double used = in.series.energy(d.carbon.used[z]);
        if (used <= nothing_mw) continue;
        Powers carried = d.carbon.zones[z];
        for (std::size_t t = 0; t < carried.size(); ++t) carried[t] *= d.carbon.used[z][t];
        d.zones[z].emission_intensity_t_per_mwh = in.series.energy(carried) / used;
    }
}

}  // namespace indus::reports
