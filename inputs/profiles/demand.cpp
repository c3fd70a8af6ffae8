// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/demand.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>

#include "inputs/profiles/calibrate.hpp"

namespace indus::inputs {

namespace {

using Class = DemandFigures::Class;
using Household = DemandFigures::Household;
using Zone = DemandFigures::Zone;

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double mean_mw(double gwh, const Span::Month& month) { return 1000.0 * gwh / (24.0 * month.days); }

/// The class's mean load of a zone in a month [MW]; none in a zone without a share.
double class_mw(const DemandFigures& figures, const Class& kind, double zone_share, const Span::Month& month) {
    if (zone_share <= 0.0) return 0.0;
    const double year = kind.share_of_year * zone_share * sum(figures.sent_out_gwh);
    return mean_mw(year * of_month(kind.month, month) / sum(kind.month), month);
}

std::vector<double> class_shape(const Class& kind, const Span& span, const Calendar& calendar) {
    std::vector<double> values;
    for (int day = 0; day < span.days(); ++day) {
        const DayType type = calendar.type(day);
        const double factor = type == DayType::weekday    ? 1.0
                              : type == DayType::saturday ? kind.saturday
                                                          : kind.rest_day;
        for (const double hour : kind.hours) values.push_back(factor * hour);
    }
    return values;
}

std::vector<double> household_shape(const Household& household, const std::vector<double>& air, double warmer_k,
                                    const Span& span, const Calendar& calendar) {
    std::vector<double> values;
    const std::vector<double> summer = interpolate_means(household.summer_share, span);
    for (int day = 0; day < span.days(); ++day) {
        const double warm = summer[static_cast<std::size_t>(day)];
        const double factor = calendar.type(day) == DayType::rest ? household.rest_day : 1.0;
        const auto first = air.begin() + 24L * day;
        const double day_mean = std::accumulate(first, first + 24, 0.0) / 24.0;
        for (std::size_t hour = 0; hour < 24; ++hour) {
            const double felt = warmer_k + 0.5 * (day_mean + *(first + static_cast<long>(hour)));
            const double weather = 1.0 + household.cooling_per_k * std::max(felt - household.cooling_from_c, 0.0) +
                                   household.heating_per_k * std::max(household.heating_from_c - felt, 0.0);
            const double course = (1.0 - warm) * household.winter_hours[hour] + warm * household.summer_hours[hour];
            values.push_back(factor * course * weather);
        }
    }
    return values;
}

/// Mean of a grid zone's industrial zones in a month [MW]; none: 0.
double industrial_mw(const std::vector<NamedSeries>& industrial_zones, const std::string& zone,
                     const Span::Month& month) {
    for (const NamedSeries& series : industrial_zones) {
        if (series.name != zone) continue;
        const auto first = series.values.begin() + 24L * month.first_day;
        return std::accumulate(first, first + 24L * month.days, 0.0) / (24.0 * month.days);
    }
    return 0.0;
}

/// Mean loads of a zone's classes in a month [MW].
struct Means {
    double agriculture = 0.0;
    double industry = 0.0;
    double household = 0.0;
};

Means means_of(const DemandFigures& figures, const Zone& zone, const std::vector<NamedSeries>& industrial_zones,
               const Span::Month& month) {
    const double zones_mw = industrial_mw(industrial_zones, zone.name, month);
    Means means;
    means.agriculture = class_mw(figures, figures.agriculture, zone.agriculture_share, month);
    means.industry =
        zone.industry_share > 0.0 ? class_mw(figures, figures.industry, zone.industry_share, month) - zones_mw : 0.0;
    const double gwh = zone.share ? *zone.share * of_month(figures.sent_out_gwh, month) : of_month(zone.own_gwh, month);
    means.household = mean_mw(gwh, month) - zones_mw - means.industry - means.agriculture;
    return means;
}

void refuse_negative(const Zone& zone, const Means& means, const Span::Month& month, std::vector<Issue>& issues) {
    const auto refuse = [&](double mean, std::string_view kind) {
        if (mean >= 0.0) return;
        issues.push_back({.file = "profiles/demand.toml",
                          .field = zone.name,
                          .found = fmt::format("{} of {:.0f} MW on average in month {}", kind, mean, month.number),
                          .expected = "parts that do not exceed the whole"});
    };
    refuse(means.industry, "industry outside industrial zones");
    refuse(means.household, "household demand");
}

Class read_class(FigureTable table) {
    return {.share_of_year = table.number("share_of_year", model::between(0, 1)),
            .month = table.numbers("month", 12, model::at_least(0)),
            .hours = table.numbers("hours", 24, model::at_least(0)),
            .saturday = table.number("saturday", model::at_least(0), 1.0),
            .rest_day = table.number("rest_day", model::at_least(0), 1.0)};
}

Household read_household(FigureTable table) {
    return {.winter_hours = table.numbers("winter_hours", 24, model::at_least(0)),
            .summer_hours = table.numbers("summer_hours", 24, model::at_least(0)),
            .summer_share = table.numbers("summer_share", 12, model::between(0, 1)),
            .rest_day = table.number("rest_day", model::at_least(0)),
            .cooling_from_c = table.number("cooling_from_c", model::between(0, 50)),
            .cooling_per_k = table.number("cooling_per_k", model::between(0, 1)),
            .heating_from_c = table.number("heating_from_c", model::between(-20, 40)),
            .heating_per_k = table.number("heating_per_k", model::between(0, 1))};
}

}  // namespace

DemandFigures read_demand(FigureTable& table, const TemperatureFigures& temperature) {
    DemandFigures figures;
    figures.sent_out_gwh = table.numbers("sent_out_gwh", 12, model::at_least(0));
    figures.household = read_household(table.table("household"));
    figures.agriculture = read_class(table.table("agriculture"));
    figures.industry = read_class(table.table("industry"));
    for (FigureTable& zone : table.tables("zone")) {
        Zone read{.name = zone.text("name"),
                  .own_gwh = zone.numbers("own_gwh", 12, model::at_least(0), model::optional),
                  .temperature = find_site(temperature, zone.text("temperature"), zone, "temperature"),
                  .warmer_k = zone.number("warmer_k", model::between(-30, 30), 0.0),
                  .agriculture_share = zone.number("agriculture_share", model::between(0, 1), 0.0),
                  .industry_share = zone.number("industry_share", model::between(0, 1), 0.0)};
        if (zone.has("share")) read.share = zone.number("share", model::between(0, 1));
        if (read.share.has_value() != read.own_gwh.empty()) zone.complain("share", "either a share or own_gwh");
        if (!read.share && read.own_gwh.empty()) read.own_gwh.assign(12, 0.0);
        figures.zones.push_back(std::move(read));
    }
    return figures;
}

std::vector<NamedSeries> make_demand(const DemandFigures& figures, const TemperatureFigures& temperature,
                                     const std::vector<NamedSeries>& industrial_zones, const Span& span,
                                     const Calendar& calendar, const Noise& noise, std::vector<Issue>& issues) {
    std::vector<NamedSeries> made;
    for (const Zone& zone : figures.zones) {
        const auto add = [&](std::string_view kind, std::vector<double> values, double Means::*part) {
            scale_to_monthly_means(values, span, 24, [&](const Span::Month& month) {
                return means_of(figures, zone, industrial_zones, month).*part;
            });
            made.push_back({fmt::format("{}_{}", zone.name, kind), std::move(values)});
        };
        for (const Span::Month& month : span.months()) {
            refuse_negative(zone, means_of(figures, zone, industrial_zones, month), month, issues);
        }
        const std::vector<double> air = make_temperature(temperature, *zone.temperature, span, noise);
        add("household", household_shape(figures.household, air, zone.warmer_k, span, calendar), &Means::household);
        if (zone.agriculture_share > 0.0) {
            add("agriculture", class_shape(figures.agriculture, span, calendar), &Means::agriculture);
        }
        if (zone.industry_share > 0.0) {
            add("industry", class_shape(figures.industry, span, calendar), &Means::industry);
        }
    }
    return made;
}

}  // namespace indus::inputs
