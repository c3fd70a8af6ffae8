// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/temperature.hpp"

#include <cmath>
#include <numbers>

#include "model/values.hpp"

namespace indus::inputs {

TemperatureFigures read_temperature(FigureTable& table) {
    TemperatureFigures figures;
    figures.spell_sd_k = table.number("spell_sd_k", model::at_least(0));
    figures.spell_days = table.number("spell_days", model::above(0));
    figures.shared_share = table.number("shared_share", model::between(0, 1));
    for (FigureTable& site : table.tables("site")) {
        figures.sites.push_back({.name = site.text("name"),
                                 .mean_c = site.numbers("mean_c", 12, model::between(-60, 60)),
                                 .daily_range_k = site.numbers("daily_range_k", 12, model::between(0, 40))});
    }
    return figures;
}

std::vector<double> make_temperature(const TemperatureFigures& figures, const TemperatureFigures::Site& site,
                                     const Span& span, const Noise& noise) {
    constexpr double warmest_hour = 15.0;
    const std::vector<double> mean = interpolate_means(site.mean_c, span);
    const std::vector<double> range = interpolate_means(site.daily_range_k, span);
    const std::vector<double> spells =
        mix(noise.daily("temperature", figures.spell_days), noise.daily("temperature/" + site.name, figures.spell_days),
            figures.shared_share);
    std::vector<double> values;
    for (int day = 0; day < span.days(); ++day) {
        const auto d = static_cast<std::size_t>(day);
        for (int hour = 0; hour < 24; ++hour) {
            const double angle = 2.0 * std::numbers::pi * (hour + 0.5 - warmest_hour) / 24.0;
            values.push_back(mean[d] + figures.spell_sd_k * spells[d] + 0.5 * range[d] * std::cos(angle));
        }
    }
    return values;
}

const TemperatureFigures::Site* find_site(const TemperatureFigures& figures, const std::string& name,
                                          const FigureTable& table, std::string_view key) {
    std::vector<std::string> known;
    for (const TemperatureFigures::Site& site : figures.sites) {
        if (site.name == name) return &site;
        known.push_back(site.name);
    }
    table.complain(key, "a site of profiles/temperature.toml", name, model::nearest_name(name, known));
    return nullptr;
}

}  // namespace indus::inputs
