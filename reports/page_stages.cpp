// SPDX-License-Identifier: Apache-2.0
#include "reports/page_stages.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "model/outages.hpp"
#include "reports/open_hours.hpp"

namespace indus::reports {

namespace {

constexpr double open_at_all = 1e-9;

std::string text_of(std::string_view prefix, const model::StageMode& mode) { return std::string{prefix} + mode.name; }

void set_modes(const PageInput& in, const model::Stage& stage, StageSteps& steps) {
    const auto modes = model::modes_of(in.system, stage);
    for (std::size_t m = 0; m < modes.size(); ++m) {
        const auto& on = in.series.values(stage.kind, stage.name, text_of("in_", *modes[m]));
        const auto& begins = in.series.values(stage.kind, stage.name, text_of("begin_", *modes[m]));
        for (std::size_t t = 0; t < on.size(); ++t) {
            if (on[t] > 0.5) steps.mode[t] = static_cast<int>(m);
            if (begins[t] > 0.5) steps.begins[t] = true;
        }
    }
}

/// From each change of products on, for as long as changing over takes.
void set_changeovers(const PageInput& in, const model::Stage& stage, StageSteps& steps) {
    const model::Horizon& horizon = in.system.horizon();
    for (const std::string& quantity : in.series.quantities(stage.kind, stage.name, "change_")) {
        const auto& change = in.series.values(stage.kind, stage.name, quantity);
        for (int t = 0; t < horizon.step_count(); ++t) {
            if (change[static_cast<std::size_t>(t)] < 0.5) continue;
            double hours = 0.0;
            for (int i = t; i < horizon.step_count() && hours < stage.changeover_h - 1e-9; ++i) {
                steps.rest[static_cast<std::size_t>(i)] = Rest::changeover;
                hours += horizon.hours(i);
            }
        }
    }
}

StageSteps steps_of(const PageInput& in, const model::Stage& stage, const std::vector<double>& open) {
    const std::size_t count = open.size();
    StageSteps steps{std::vector<int>(count, -1), std::vector<bool>(count, false),
                     std::vector<Rest>(count, Rest::none)};
    set_modes(in, stage, steps);
    set_changeovers(in, stage, steps);
    const model::Availability left{in.system, stage.name, 1.0};
    for (std::size_t t = 0; t < count; ++t) {
        if (steps.mode[t] >= 0)
            steps.rest[t] = Rest::none;
        else if (open[t] < open_at_all)
            steps.rest[t] = Rest::closed;
        else if (left.share(static_cast<int>(t)) < open_at_all)
            steps.rest[t] = Rest::outage;
    }
    return steps;
}

/// What a stage did in one cell.
struct Doing {
    int mode = -1;
    double on = 0.0;    ///< share of the time
    double rate = 0.0;  ///< mean while on
    bool begins = false;
    Rest rest = Rest::none;
    bool same_bar(const Doing& other) const {
        return mode == other.mode && std::abs(on - other.on) < 1e-9 && !other.begins &&
               std::abs(rate - other.rate) <= 1e-6 * std::max(1.0, std::abs(rate));
    }
};

/// Of a cell of several steps: the mode that took most time; a rest only where it lasted all the time.
Doing doing_in(const model::Horizon& horizon, const Cell& cell, const StageSteps& steps,
               const std::vector<double>& rate) {
    Doing doing;
    doing.rest = steps.rest[static_cast<std::size_t>(cell.first)];
    std::map<int, double> hours_of;
    double hours = 0.0, on = 0.0, made = 0.0;
    for (int t = cell.first; t < cell.first + cell.count; ++t) {
        const auto i = static_cast<std::size_t>(t);
        hours += horizon.hours(t);
        if (steps.rest[i] != doing.rest) doing.rest = Rest::none;
        if (steps.begins[i] && t == cell.first) doing.begins = true;
        if (steps.mode[i] < 0) continue;
        hours_of[steps.mode[i]] += horizon.hours(t);
        on += horizon.hours(t);
        made += rate[i] * horizon.hours(t);
    }
    if (on <= 0.0) return doing;
    doing.mode = std::max_element(hours_of.begin(), hours_of.end(), [](const auto& a, const auto& b) {
                     return a.second < b.second;
                 })->first;
    doing.on = on / hours;
    doing.rate = made / on;
    return doing;
}

/// Calls use(first cell, cell after the last) for stretches of cells that belong together.
template <class Together, class Use>
void for_each_stretch(std::size_t count, Together together, Use use) {
    for (std::size_t from = 0, to = 0; from < count; from = to) {
        for (to = from + 1; to < count && together(to - 1, to);) ++to;
        use(from, to);
    }
}

void write_bars(JsonText& json, const std::vector<Doing>& cells) {
    json.key("bars").begin_array();
    for_each_stretch(
        cells.size(), [&](std::size_t a, std::size_t b) { return cells[a].same_bar(cells[b]); },
        [&](std::size_t from, std::size_t to) {
            const Doing& doing = cells[from];
            if (doing.mode < 0) return;
            json.integer(static_cast<long>(from)).integer(static_cast<long>(to)).integer(doing.mode);
            json.number(doing.on).number(doing.rate);
        });
    json.end_array();
}

void write_rests(JsonText& json, const std::vector<Doing>& cells) {
    json.key("rests").begin_array();
    for_each_stretch(
        cells.size(), [&](std::size_t a, std::size_t b) { return cells[a].rest == cells[b].rest; },
        [&](std::size_t from, std::size_t to) {
            if (cells[from].rest == Rest::none) return;
            json.integer(static_cast<long>(from)).integer(static_cast<long>(to));
            json.integer(static_cast<long>(cells[from].rest));
        });
    json.end_array();
}

/// What the rate of a mode counts: the unit of what it gives, or none.
std::string unit_of(const model::System& system, const model::StageMode& mode) {
    if (mode.output.empty()) return {};
    const int stock = model::stock_named(system.data(), mode.output.items.front().name);
    return stock < 0 ? std::string{} : system.all<model::Stock>()[static_cast<std::size_t>(stock)].unit;
}

double top_rate(const model::StageMode& mode) {
    return mode.is_batch() ? mode.batch_units / mode.batch_h : mode.max_rate_per_h;
}

/// A rate fills its lane where it is the largest of the stage's modes that count in the same unit.
void write_modes(JsonText& json, const model::System& system, const model::Stage& stage) {
    const auto modes = model::modes_of(system, stage);
    json.key("modes").begin_array();
    for (const model::StageMode* mode : modes) {
        const std::string unit = unit_of(system, *mode);
        double top = 0.0;
        for (const model::StageMode* other : modes)
            if (unit_of(system, *other) == unit) top = std::max(top, top_rate(*other));
        json.begin_object().key("name").text(mode->name).key("unit").text(unit).key("top").number(top);
        json.key("batch").boolean(mode->is_batch()).end_object();
    }
    json.end_array();
}

}  // namespace

std::vector<StageSteps> stage_steps(const PageInput& in) {
    OpenHours open{in.system};
    std::vector<StageSteps> all;
    for (const model::Stage& stage : in.system.all<model::Stage>()) all.push_back(steps_of(in, stage, open.of(stage)));
    return all;
}

void write_stage_names(JsonText& json, const PageInput& in) {
    json.key("processes").begin_array();
    for (const model::Process& each : in.system.all<model::Process>())
        json.begin_object().key("name").text(each.name).key("zone").text(each.zone.name).end_object();
    json.end_array().key("stages").begin_array();
    for (const model::Stage& each : in.system.all<model::Stage>()) {
        json.begin_object().key("name").text(each.name).key("process").integer(each.process.index);
        write_modes(json, in.system, each);
        json.end_object();
    }
    json.end_array();
}

void write_stages(JsonText& json, const PageInput& in, const std::vector<StageSteps>& stages, const View& view) {
    const model::Horizon& horizon = in.system.horizon();
    const auto& all = in.system.all<model::Stage>();
    json.key("stages").begin_array();
    for (std::size_t s = 0; s < all.size(); ++s) {
        const auto& rate = in.series.values(all[s].kind, all[s].name, "rate");
        std::vector<Doing> cells;
        for (const Cell& cell : view.cells) cells.push_back(doing_in(horizon, cell, stages[s], rate));
        json.begin_object();
        write_bars(json, cells);
        write_rests(json, cells);
        write_runs(json, "power", mean_of(view, horizon, in.series.values(all[s].kind, all[s].name, "power")));
        json.end_object();
    }
    json.end_array();
}

void write_runs(JsonText& json, std::string_view key, const std::vector<double>& values) {
    if (std::all_of(values.begin(), values.end(), [](double each) { return each == 0.0; })) return;
    json.key(key).begin_array();
    for_each_stretch(
        values.size(), [&](std::size_t a, std::size_t b) { return values[a] == values[b]; },
        [&](std::size_t from, std::size_t to) { json.integer(static_cast<long>(to - from)).number(values[from]); });
    json.end_array();
}

}  // namespace indus::reports
