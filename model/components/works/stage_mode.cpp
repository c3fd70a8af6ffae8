// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/stage_mode.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/components/works/works.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// Its stage writes them.
constexpr std::array mode_equations{
    Equation{
        "materials", "units",
        "inflow_output[t] += yield h rate[t], inflow_input[t] -= need h rate[t]; of a batch: needs when it begins, "
        "yields in the step in which it is over, or so many hours after its beginning as batch_output_h says",
        "definition"},
    Equation{"power of a mode", "MW",
             "open[t] power_mw z[t] + energy_per_unit rate[t]; of a batch: sum(batch_mw of the time since it began, b)",
             "definition"},
    Equation{"fuel of a mode", "GJ",
             "fuel_use[t] = h fuel_gj_per_unit rate[t]; of a batch: rate[t] is its size over batch_h while it runs",
             "definition"},
    Equation{
        "process emissions", "tCO2", "process_emissions[t] = h process_emissions_t_per_unit rate[t]",
        "IPCC 2006 guidelines, volume 3, chapter 2 (tier 2: 0.51 tCO2 per tonne of clinker, 0.52 with kiln dust)"}};

/// Mean of a step function over [from, to) [h].
double mean(const Steps& profile, double from, double to) {
    double sum = 0.0;
    for (std::size_t k = 0; k < profile.size(); ++k) {
        const double begin = std::max(from, profile.steps[k].from);
        const double end = k + 1 < profile.size() ? std::min(to, profile.steps[k + 1].from) : to;
        sum += std::max(0.0, end - begin) * profile.steps[k].value;
    }
    return to > from ? sum / (to - from) : 0.0;
}

}  // namespace

std::span<const Equation> StageMode::equations() { return mode_equations; }

double StageMode::hours_to(const std::string& output_name) const {
    const WeightedNames::Item* early = batch_output_h.find(output_name);
    return early ? early->weight : batch_h;
}

double StageMode::batch_power(double after_h, double hours) const {
    return mean(batch_mw, after_h, std::min(after_h + hours, batch_h)) *
           std::max(0.0, std::min(hours, batch_h - after_h)) / hours;
}

double StageMode::batch_heat(double after_h, double hours) const {
    return mean(batch_heat_mw, after_h, std::min(after_h + hours, batch_h)) *
           std::max(0.0, std::min(hours, batch_h - after_h)) / hours;
}

void StageMode::check(Complaints& complaints) const {
    check_carbon(complaints);
    if (min_rate_per_h > max_rate_per_h)
        complaints.add("min_rate_per_h", min_rate_per_h, fmt::format("at most max_rate_per_h ({})", max_rate_per_h));
    const auto only = [&](std::string_view field, bool is_given, std::string_view expected) {
        if (is_given) complaints.add(std::string{field}, "a value", std::string{expected});
    };
    if (is_batch()) {
        only("max_rate_per_h", max_rate_per_h > 0.0, "nothing, as batch_h says that the mode is a batch");
        only("power_mw", power_mw > 0.0, "nothing, as a batch draws what batch_mw says");
        only("heat_mw", heat_mw > 0.0, "nothing, as a batch takes what batch_heat_mw says");
    } else {
        only("batch_mw", !batch_mw.empty(), "nothing, as batch_h is 0: the mode is no batch");
        only("batch_heat_mw", !batch_heat_mw.empty(), "nothing, as batch_h is 0: the mode is no batch");
        only("batch_units", batch_units > 0.0, "nothing, as batch_h is 0: the mode is no batch");
        only("batch_min_units", batch_min_units.has_value(), "nothing, as batch_h is 0: the mode is no batch");
        only("batch_output_h", !batch_output_h.empty(), "nothing, as batch_h is 0: the mode is no batch");
    }
    if (is_batch() && batch_min_units && *batch_min_units > batch_units)
        complaints.add("batch_min_units", *batch_min_units, fmt::format("at most batch_units ({})", batch_units));
    for (const WeightedNames::Item& each : batch_output_h.items) {
        if (!output.contains(each.name))
            complaints.add("batch_output_h", each.name, "the name of one of the mode's outputs");
        else if (is_batch() && each.weight > batch_h)
            complaints.add("batch_output_h", each.weight, fmt::format("at most batch_h ({})", batch_h));
    }
    for (const Steps* each : {&batch_mw, &batch_heat_mw})
        if (!each->empty() && each->steps.front().from != 0.0)
            complaints.add(each == &batch_mw ? "batch_mw" : "batch_heat_mw", each->steps.front().from,
                           "a first pair from hour 0 of the batch");
}

void StageMode::check_carbon(Complaints& complaints) const {
    if (fuel.is_set() && fuel_gj_per_unit == 0.0)
        complaints.add("fuel_gj_per_unit", fuel_gj_per_unit, "more than 0, as fuel is given");
    if (!fuel.is_set() && fuel_gj_per_unit > 0.0)
        complaints.add("fuel", "", "the fuel that fuel_gj_per_unit speaks of");
    if (is_batch() || max_rate_per_h > 0.0) return;
    for (const auto& [amount, field] : {std::pair{fuel_gj_per_unit, "fuel_gj_per_unit"},
                                        {process_emissions_t_per_unit, "process_emissions_t_per_unit"}})
        if (amount > 0.0) complaints.add(field, amount, "0, as the mode makes nothing");
}

void StageMode::check_in(const SystemData& data, Complaints& complaints) const {
    if (stage.index < 0) return;
    const std::string& process = data.list<Stage>()[static_cast<std::size_t>(stage.index)].process.name;
    std::vector<std::string> known;
    for (const Stock& each : data.list<Stock>())
        if (each.process.name == process) known.push_back(each.name);
    const auto expected = fmt::format("the name of a stock of process {}", process);
    for (const auto& [names, field] : {std::pair{&input, "input"}, std::pair{&output, "output"}})
        for (const WeightedNames::Item& item : names->items)
            if (std::find(known.begin(), known.end(), item.name) == known.end())
                complaints.add(field, item.name, expected, nearest_name(item.name, known));
}

}  // namespace indus::model
