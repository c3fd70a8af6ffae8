// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/industry.hpp"

#include <algorithm>
#include <numeric>

#include "model/values.hpp"

namespace indus::inputs {

namespace {

using Sector = IndustryFigures::Sector;
using Zone = IndustryFigures::Zone;

double activity(const Sector& sector, DayType day, int hour) {
    const double share = day == DayType::weekday ? 1.0 : day == DayType::saturday ? sector.saturday : sector.rest_day;
    return sector.base + (1.0 - sector.base) * sector.shifts[static_cast<std::size_t>(hour)] * share;
}

/// Mean over five weekdays, a Saturday and a Sunday.
double weekly_mean(const Sector& sector) {
    double sum = 0.0;
    for (int hour = 0; hour < 24; ++hour) {
        sum += 5.0 * activity(sector, DayType::weekday, hour) + activity(sector, DayType::saturday, hour) +
               activity(sector, DayType::rest, hour);
    }
    return sum / (7.0 * 24.0);
}

const Sector& sector_named(const IndustryFigures& figures, const std::string& name) {
    return *std::find_if(figures.sectors.begin(), figures.sectors.end(),
                         [&](const Sector& sector) { return sector.name == name; });
}

/// Mean load of the zone [MW] at which the highest hour of an ordinary weekday is its peak.
double mean_load(const IndustryFigures& figures, const Zone& zone) {
    double highest = 0.0;
    for (int hour = 0; hour < 24; ++hour) {
        double sum = 0.0;
        for (const auto& [name, share] : zone.energy_shares) {
            const Sector& sector = sector_named(figures, name);
            sum += share * activity(sector, DayType::weekday, hour) / weekly_mean(sector);
        }
        highest = std::max(highest, sum);
    }
    return zone.peak_mw / highest;
}

void add_to(std::vector<NamedSeries>& sums, const std::string& name, const std::vector<double>& values, double factor) {
    auto sum = std::find_if(sums.begin(), sums.end(), [&](const NamedSeries& series) { return series.name == name; });
    if (sum == sums.end()) sum = sums.insert(sums.end(), {name, std::vector<double>(values.size(), 0.0)});
    for (std::size_t i = 0; i < values.size(); ++i) sum->values[i] += factor * values[i];
}

/// What processes leave of a sector's energy.
double firm_share(const Zone& zone, const std::string& sector) {
    for (const auto& [name, share] : zone.process_shares)
        if (name == sector) return 1.0 - share;
    return 1.0;
}

void check_sectors(const IndustryFigures& figures, const Zone& zone, const FigureTable& table) {
    std::vector<std::string> known;
    for (const Sector& sector : figures.sectors) known.push_back(sector.name);
    double sum = 0.0;
    for (const auto& [name, share] : zone.energy_shares) {
        sum += share;
        if (std::find(known.begin(), known.end(), name) != known.end()) continue;
        table.complain("energy_shares", "the name of a [[sector]]", name, model::nearest_name(name, known));
    }
    constexpr double rounding = 1e-6;
    if (sum < 1.0 - rounding || sum > 1.0 + rounding) table.complain("energy_shares", "shares that add up to 1");
    std::vector<std::string> own;
    for (const auto& [name, share] : zone.energy_shares) own.push_back(name);
    for (const auto& [name, share] : zone.process_shares)
        if (std::find(own.begin(), own.end(), name) == own.end())
            table.complain("process_shares", "a sector of energy_shares", name, model::nearest_name(name, own));
}

}  // namespace

IndustryFigures read_industry(FigureTable& table) {
    IndustryFigures figures;
    figures.noise_spread = table.number("noise_spread", model::between(0, 0.2));
    figures.noise_hours = table.number("noise_hours", model::above(0));
    for (FigureTable& sector : table.tables("sector")) {
        figures.sectors.push_back({.name = sector.text("name"),
                                   .base = sector.number("base", model::above_up_to(0, 1)),
                                   .shifts = sector.numbers("shifts", 24, model::between(0, 1)),
                                   .saturday = sector.number("saturday", model::between(0, 1)),
                                   .rest_day = sector.number("rest_day", model::between(0, 1)),
                                   .month = sector.numbers("month", 12, model::between(0, 3), model::optional)});
    }
    for (FigureTable& zone : table.tables("zone")) {
        figures.zones.push_back({.name = zone.text("name"),
                                 .grid_zone = zone.has("grid_zone") ? zone.text("grid_zone") : "",
                                 .peak_mw = zone.number("peak_mw", model::at_least(0)),
                                 .loss_share = zone.number("loss_share", model::between(0, 0.9)),
                                 .energy_shares = zone.named_numbers("energy_shares", model::between(0, 1))});
        if (zone.has("process_shares"))
            figures.zones.back().process_shares = zone.named_numbers("process_shares", model::between(0, 1));
        check_sectors(figures, figures.zones.back(), zone);
    }
    return figures;
}

IndustrySeries make_industry(const IndustryFigures& figures, const Span& span, const Calendar& calendar,
                             const Noise& noise) {
    IndustrySeries made;
    for (const Zone& zone : figures.zones) {
        const double mean = mean_load(figures, zone);
        for (const auto& [name, share] : zone.energy_shares) {
            const Sector& sector = sector_named(figures, name);
            const double factor = mean * share / weekly_mean(sector);
            std::vector<double> values = noise.hourly("industry/" + zone.name + "/" + name, figures.noise_hours);
            for (std::size_t i = 0; i < values.size(); ++i) {
                const auto day = static_cast<int>(i / 24);
                const double month = sector.month.empty() ? 1.0 : of_month(sector.month, span.month_of(day));
                values[i] = factor * month * activity(sector, calendar.type(day), static_cast<int>(i % 24)) *
                            std::max(1.0 + figures.noise_spread * values[i], 0.0);
            }
            add_to(made.withdrawals, zone.grid_zone, values, 1.0 / (1.0 - zone.loss_share));
            for (double& each : values) each *= firm_share(zone, name);
            made.loads.push_back({zone.name + "_" + name, std::move(values)});
        }
    }
    return made;
}

}  // namespace indus::inputs
