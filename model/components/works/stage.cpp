// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stage.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

#include "model/components/works/stage_equations.hpp"
#include "model/components/works/stage_rows.hpp"

namespace indus::model {

std::span<const Equation> Stage::equations() { return stage_equations; }

void Stage::check(Complaints& complaints) const {
    if (initial_status_h == 0.0)
        complaints.add("initial_status_h", 0.0, "hours on (above 0) or off (below 0) before the horizon");
    if (initial_rate_per_h > 0.0 && !initially_on())
        complaints.add("initial_rate_per_h", initial_rate_per_h, "0, as initial_status_h says that it is off");
}

void Stage::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> modes;
    for (const StageMode& each : data.list<StageMode>())
        if (each.stage.name == name) modes.push_back(each.name);
    if (modes.empty()) complaints.add("name", name, "a stage with at least one stage_mode");
    if (!initial_mode.empty() && std::find(modes.begin(), modes.end(), initial_mode) == modes.end())
        complaints.add("initial_mode", initial_mode, "the name of a mode of this stage",
                       nearest_name(initial_mode, modes));
    if (initially_on() && ramp_per_h) check_initial_rate(data, complaints);
}

/// Where it has to go on, its ramp must be able to follow from the rate before.
void Stage::check_initial_rate(const SystemData& data, Complaints& complaints) const {
    double least = std::numeric_limits<double>::infinity(), most = 0.0;
    for (const StageMode& each : data.list<StageMode>()) {
        if (each.stage.name != name) continue;
        least = std::min(least, each.is_batch() ? 0.0 : each.min_rate_per_h);
        most = std::max(most, each.is_batch() ? each.batch_units / each.batch_h : each.max_rate_per_h);
    }
    if (least > most) return;  // no modes, or told already
    const bool goes_on = must_run || initial_status_h < min_run_h;
    const double lowest = goes_on ? least - *ramp_per_h * data.horizon.hours(0) : 0.0;
    if (initial_rate_per_h > most)
        complaints.add("initial_rate_per_h", initial_rate_per_h,
                       fmt::format("at most the largest rate of its modes ({})", most));
    else if (initial_rate_per_h < lowest - 1e-9)
        complaints.add(
            "initial_rate_per_h", initial_rate_per_h,
            fmt::format("at least {}, from which ramp_per_h reaches the least rate of its modes ({})", lowest, least));
}

void Stage::add_to(Formulation& f, int index) const { StageRows{*this, index, f}.write(); }

}  // namespace indus::model
