// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/make_profiles.hpp"

#include <algorithm>

#include "inputs/profiles/demand.hpp"
#include "inputs/profiles/fuel_price.hpp"
#include "inputs/profiles/solar.hpp"
#include "inputs/profiles/store_profiles.hpp"
#include "inputs/profiles/water.hpp"
#include "inputs/profiles/wind.hpp"

namespace indus::inputs {

namespace {

constexpr int hour_minutes = 60;
constexpr int day_minutes = 24 * hour_minutes;

/// What stands in profiles.toml.
struct Frame {
    std::uint64_t seed = 0;
    std::chrono::local_days first{};
    std::chrono::local_days last{};
    double utc_offset_hours = 0.0;
    std::vector<std::chrono::local_days> holidays{};
};

class Maker {
public:
    Maker(const std::filesystem::path& folder, std::vector<Issue>& issues) : folder_{folder}, issues_{issues} {}

    std::vector<SeriesTable> make() {
        if (!read_frame()) return {};
        const Span span{frame_.first, frame_.last};
        const Noise noise{frame_.seed, span};
        const Calendar calendar{span, frame_.holidays};
        make_weather(span, noise);
        make_loads(span, calendar, noise);
        if (std::optional<FigureTable> table = open("water.toml")) {
            const WaterFigures figures = read_water(*table);
            if (!close(*table)) return {};
            WaterSeries water = make_water(figures, span, noise, issues_);
            add("water", std::move(water.flows), span, day_minutes, 0);
            add("water_level", std::move(water.levels), span, day_minutes, 1);
        }
        if (std::optional<FigureTable> table = open("fuel_price.toml")) {
            const FuelPriceFigures figures = read_fuel_prices(*table);
            if (!close(*table)) return {};
            add("fuel_price", make_fuel_prices(figures, span), span, day_minutes, 0);
        }
        return std::move(tables_);
    }

private:
    std::optional<FigureTable> open(const std::string& name) {
        const std::string file = "profiles/" + name;
        if (!std::filesystem::exists(folder_ / file)) return std::nullopt;
        return read_figures(folder_, file, issues_);
    }

    /// Whether all figures of the table are good.
    bool close(const FigureTable& table) {
        table.refuse_unknown();
        return issues_.empty();
    }

    bool read_frame() {
        std::optional<FigureTable> table = open("profiles.toml");
        if (!table) {
            if (issues_.empty())
                issues_.push_back({.file = "profiles/profiles.toml", .expected = "the figures of profiles"});
            return false;
        }
        frame_.seed = static_cast<std::uint64_t>(table->number("seed", model::between(0, 1e15)));
        frame_.first = table->date("first_day");
        frame_.last = table->date("last_day");
        frame_.utc_offset_hours = table->number("utc_offset_hours", model::between(-14, 14));
        frame_.holidays = table->dates("holidays");
        if (frame_.first < Noise::epoch) table->complain("first_day", "a day from 2020-01-01 on");
        if (frame_.last < frame_.first) table->complain("last_day", "a day after first_day");
        return close(*table);
    }

    void make_weather(const Span& span, const Noise& noise) {
        if (std::optional<FigureTable> table = open("temperature.toml")) {
            temperature_ = read_temperature(*table);
            if (!close(*table)) return;
        }
        if (std::optional<FigureTable> table = open("solar.toml")) {
            SolarFigures figures = read_solar(*table, temperature_);
            figures.utc_offset_hours = frame_.utc_offset_hours;
            if (!close(*table)) return;
            add("solar", make_solar(figures, temperature_, span, noise), span, hour_minutes, 0);
        }
        if (std::optional<FigureTable> table = open("wind.toml")) {
            const WindFigures figures = read_wind(*table);
            if (!close(*table)) return;
            add("wind", make_wind(figures, span, noise), span, hour_minutes, 0);
        }
    }

    void make_loads(const Span& span, const Calendar& calendar, const Noise& noise) {
        IndustrySeries industry;
        if (std::optional<FigureTable> table = open("industry.toml")) {
            const IndustryFigures figures = read_industry(*table);
            if (!close(*table)) return;
            industry = make_industry(figures, span, calendar, noise);
            add("industry_demand", industry.loads, span, hour_minutes, 0);
        }
        if (std::optional<FigureTable> table = open("demand.toml")) {
            const DemandFigures figures = read_demand(*table, temperature_);
            if (!close(*table)) return;
            add("grid_demand", make_demand(figures, temperature_, industry.withdrawals, span, calendar, noise, issues_),
                span, hour_minutes, 0);
        }
    }

    /// Cuts whole months to the days that are asked for, and `more` values after them.
    void add(const std::string& name, std::vector<NamedSeries> series, const Span& span, int step_minutes, int more) {
        const long per_day = day_minutes / step_minutes;
        const auto first = (frame_.first - span.first()).count() * per_day;
        const long count = ((frame_.last - frame_.first).count() + 1) * per_day + more;
        for (NamedSeries& one : series) {
            one.values = {one.values.begin() + first, one.values.begin() + first + count};
        }
        if (series.empty()) return;
        tables_.push_back({.file = "series/" + name + ".csv",
                           .step_minutes = step_minutes,
                           .first = frame_.first,
                           .series = std::move(series)});
    }

    std::filesystem::path folder_;
    std::vector<Issue>& issues_;
    Frame frame_;
    TemperatureFigures temperature_;
    std::vector<SeriesTable> tables_;
};

}  // namespace

ProfileReport make_profiles(const std::filesystem::path& case_folder, ProfileMode mode) {
    ProfileReport report;
    const std::vector<SeriesTable> tables = Maker{case_folder, report.issues}.make();
    if (!report.issues.empty()) return report;
    for (const SeriesTable& table : tables) {
        report.files.push_back(mode == ProfileMode::write ? write_profile(case_folder, table, report.issues)
                                                          : compare_profile(case_folder, table, report.issues));
    }
    return report;
}

}  // namespace indus::inputs
