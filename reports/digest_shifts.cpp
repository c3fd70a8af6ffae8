// SPDX-License-Identifier: Apache-2.0
// What loads that can choose their hours shifted and shaved, against schedules without a choice (LoadShiftRow).
#include <algorithm>

#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"
#include "reports/open_hours.hpp"

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

/// The energy of each stage, spread over the hours in which it is open, in proportion to how far it is.
Schedule schedule_of(const DigestInput& in, OpenHours& open_hours, const model::Process& process, const Powers& drawn) {
    Powers even(drawn.size(), 0.0);
    for (const model::Stage& stage : in.system.all<model::Stage>()) {
        if (stage.process.name != process.name) continue;
        const Powers& open = open_hours.of(stage);
        const double hours = in.series.energy(open);
        if (hours <= 0.0) continue;
        add(even, open, in.series.energy(stage_power(in.system, in.series, stage)) / hours);
    }
    return {"even", std::move(even)};
}

Schedule schedule_of(const DigestInput& in, OpenHours&, const model::ShiftableLoad& load, const Powers& drawn) {
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

Schedule schedule_of(const DigestInput&, OpenHours&, const model::InterruptibleContract&, const Powers& drawn) {
    return {"not called off", Powers(drawn.size(), 0.0)};
}

double energy_above(const DigestInput& in, const Powers& power, const Powers& schedule) {
    Powers above(power.size());
    for (std::size_t t = 0; t < power.size(); ++t) above[t] = std::max(0.0, power[t] - schedule[t]);
    return in.series.energy(above);
}

/// Of one zone: what schedules would change of its load.
struct ZoneChange {
    Powers by_all{};
    bool can_choose = false;
};

class LoadShifts {
public:
    LoadShifts(const DigestInput& in, Digest& d)
        : in_{in},
          d_{d},
          open_hours_{in.system},
          zones_(in.loads.wanted.size(), {Powers(static_cast<std::size_t>(in.series.step_count()), 0.0)}) {}

    void run() {
        for_each_industrial_draw(in_.system, in_.series, [&](const IndustrialDraw& draw) {
            if (draw.kind == model::Process::kind) row<model::Process>(draw);
            if (draw.kind == model::ShiftableLoad::kind) row<model::ShiftableLoad>(draw);
            if (draw.kind == model::InterruptibleContract::kind) row<model::InterruptibleContract>(draw);
        });
        for (std::size_t z = 0; z < zones_.size(); ++z) {
            if (!zones_[z].can_choose) continue;
            d_.zones[z].energy_shifted_mwh = shifted_in(d_.zones[z].name);
            d_.zones[z].peak_shaved_mw = shaved(z, zones_[z].by_all);
        }
    }

private:
    /// By how much the zone's load would peak higher with this change.
    double shaved(std::size_t zone, Powers change) const {
        const Powers& load = in_.loads.wanted[zone];
        add(change, load);
        return peak_of(change) - peak_of(load);
    }

    template <class Load>
    void row(const IndustrialDraw& draw) {
        const Load& load = in_.system.all<Load>()[static_cast<std::size_t>(draw.index)];
        const auto zone = static_cast<std::size_t>(draw.zone);
        Schedule schedule = schedule_of(in_, open_hours_, load, draw.power);
        LoadShiftRow row;
        row.name = load.name;
        row.kind = draw.kind;
        row.zone = in_.system.all<model::Zone>()[zone].name;
        row.schedule = schedule.name;
        row.energy_shifted_mwh = energy_above(in_, draw.power, schedule.power);
        row.called_off_mwh = in_.series.energy(in_.series.values(draw.kind, load.name, "cut"));
        row.energy_mwh = in_.series.energy(draw.power) + row.called_off_mwh;
        Powers change(draw.power.size(), 0.0);
        add(change, schedule.power, draw.factor);
        add(change, draw.power, -draw.factor);
        row.peak_shaved_mw = shaved(zone, change);
        add(zones_[zone].by_all, change);
        zones_[zone].can_choose = true;
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
    OpenHours open_hours_;
    std::vector<ZoneChange> zones_;
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
