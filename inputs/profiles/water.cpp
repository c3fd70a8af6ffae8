// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/water.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "inputs/profiles/calibrate.hpp"
#include "model/horizon.hpp"

namespace indus::inputs {

namespace {

using Reservoir = WaterFigures::Reservoir;
using RunOfRiver = WaterFigures::RunOfRiver;

/// A river's relative flow per day, before it is scaled to its months.
std::vector<double> course(const WaterFigures& figures, const Months& monthly, const std::string& river,
                           const Span& span, const Noise& noise) {
    std::vector<double> values = interpolate_means(monthly, span);
    const std::vector<double> weather = noise.daily("river/" + river, figures.memory_days);
    for (std::size_t d = 0; d < values.size(); ++d) values[d] *= std::exp(figures.spread * weather[d]);
    return values;
}

void add_reservoir(const WaterFigures& figures, const Reservoir& reservoir, const Span& span, const Noise& noise,
                   WaterSeries& made, std::vector<Issue>& issues) {
    std::vector<double> inflow = course(figures, reservoir.inflow_kcusec, reservoir.river, span, noise);
    scale_to_monthly_means(inflow, span, 1, [&](const Span::Month& month) {
        return reservoir.mw_per_kcusec * of_month(reservoir.inflow_kcusec, month);
    });
    std::vector<double> level = interpolate_states(reservoir.level_share, span);
    for (double& value : level) value *= reservoir.full_level_mwh;
    std::vector<double> least;
    std::vector<double> most;
    for (std::size_t d = 0; d < inflow.size(); ++d) {
        const double release = 24.0 * inflow[d] - (level[d + 1] - level[d]);
        if (release < 0.0) {
            issues.push_back({.file = "profiles/water.toml",
                              .field = reservoir.name,
                              .found = fmt::format("a level that rises by {:.0f} MWh on {}", level[d + 1] - level[d],
                                                   model::to_string(model::TimePoint{span.date(static_cast<int>(d))})),
                              .expected = fmt::format("at most the day's inflow, {:.0f} MWh", 24.0 * inflow[d])});
        }
        least.push_back(release * (1.0 - reservoir.release_band));
        most.push_back(release * (1.0 + reservoir.release_band));
    }
    made.flows.push_back({reservoir.name + "_inflow", std::move(inflow)});
    made.flows.push_back({reservoir.name + "_release_min", std::move(least)});
    made.flows.push_back({reservoir.name + "_release_max", std::move(most)});
    made.levels.push_back({reservoir.name + "_level", std::move(level)});
}

void add_run_of_river(const WaterFigures& figures, const RunOfRiver& plant, const Span& span, const Noise& noise,
                      WaterSeries& made) {
    constexpr double most = 1e3;  // times the course: any mean below 1 can be met
    const std::vector<double> flow = course(figures, plant.availability, plant.river, span, noise);
    made.flows.push_back(
        {plant.name + "_inflow",
         meet_monthly_means(
             span, 1, 0.0, most,
             [&](const Span::Month& month) { return plant.capacity_mw * of_month(plant.availability, month); },
             [&](double factor, int day) {
                 return plant.capacity_mw * std::min(factor * flow[static_cast<std::size_t>(day)], 1.0);
             })});
}

}  // namespace

WaterFigures read_water(FigureTable& table) {
    WaterFigures figures;
    figures.spread = table.number("spread", model::between(0, 1));
    figures.memory_days = table.number("memory_days", model::above(0));
    for (FigureTable& reservoir : table.tables("reservoir")) {
        figures.reservoirs.push_back({.name = reservoir.text("name"),
                                      .river = reservoir.text("river"),
                                      .mw_per_kcusec = reservoir.number("mw_per_kcusec", model::above(0)),
                                      .full_level_mwh = reservoir.number("full_level_mwh", model::above(0)),
                                      .inflow_kcusec = reservoir.numbers("inflow_kcusec", 12, model::above(0)),
                                      .level_share = reservoir.numbers("level_share", 12, model::between(0, 1)),
                                      .release_band = reservoir.number("release_band", model::between(0, 1))});
    }
    for (FigureTable& plant : table.tables("run_of_river")) {
        figures.run_of_river.push_back(
            {.name = plant.text("name"),
             .river = plant.text("river"),
             .capacity_mw = plant.number("capacity_mw", model::above(0)),
             .availability = plant.numbers("availability", 12, model::above_up_to(0, 0.99))});
    }
    return figures;
}

WaterSeries make_water(const WaterFigures& figures, const Span& span, const Noise& noise, std::vector<Issue>& issues) {
    WaterSeries made;
    for (const Reservoir& reservoir : figures.reservoirs) {
        add_reservoir(figures, reservoir, span, noise, made, issues);
    }
    for (const RunOfRiver& plant : figures.run_of_river) add_run_of_river(figures, plant, span, noise, made);
    return made;
}

}  // namespace indus::inputs
