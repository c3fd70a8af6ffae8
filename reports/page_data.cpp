// SPDX-License-Identifier: Apache-2.0
#include "reports/page_data.hpp"

#include <algorithm>
#include <array>

#include "reports/json_text.hpp"
#include "reports/page_series.hpp"
#include "reports/story.hpp"

namespace indus::reports {

namespace {

constexpr int digits = 5;

std::string view_text(const PageInput& in, const PageSeries& series, const View& view) {
    std::string text;
    JsonText json{append_to(text), digits};
    write_view(json, in, series, view);
    json.finish();
    return text;
}

std::string title_of(const Week& week) {
    std::string reasons;
    for (const std::string& each : week.reasons) reasons += (reasons.empty() ? "" : ", ") + each;
    return week_text(week) + (reasons.empty() ? "" : " (" + reasons + ")");
}

/// Means of as few days as there is room for.
std::string mean_text(const PageInput& in, const PageSeries& series, const PageRoom& room, PageData& data) {
    struct Length {
        int days;
        const char* word;
        const char* title;
    };
    constexpr std::array<Length, 3> lengths{
        {{1, "day", "Daily means"}, {7, "week", "Weekly means"}, {28, "four weeks", "Means of four weeks"}}};
    std::string text;
    for (const Length& length : lengths) {
        data.mean_of = length.word;
        text = view_text(in, series, View::of_days(in.system.horizon(), length.days, length.title, length.word));
        if (text.size() <= room.mean_bytes) break;
    }
    return text;
}

/// JSON texts of the views, the first being the one shown at first.
std::vector<std::string> view_texts(const PageInput& in, const PageRoom& room, PageData& data) {
    const PageSeries series = page_series(in);
    const model::Horizon& horizon = in.system.horizon();
    if (horizon.step_count() <= room.most_steps) {
        std::string all = view_text(in, series, View::of_steps(0, horizon.step_count(), "Every step"));
        if (all.size() <= room.data_bytes) return {std::move(all)};
    }
    std::vector<std::string> texts{mean_text(in, series, room, data)};
    std::size_t bytes = texts.front().size();
    std::vector<std::pair<int, std::string>> shown;
    for (Week& week : ranked_weeks(in)) {
        std::string text = view_text(in, series, View::of_steps(week.first, week.count, title_of(week)));
        bytes += text.size();
        if (bytes > room.data_bytes) break;
        shown.emplace_back(week.first, std::move(text));
        data.weeks.push_back(std::move(week));
    }
    std::sort(shown.begin(), shown.end());
    std::sort(data.weeks.begin(), data.weeks.end(), [](const Week& a, const Week& b) { return a.first < b.first; });
    for (auto& [first, text] : shown) texts.push_back(std::move(text));
    return texts;
}

long index_of_technology(const Digest& digest, const std::string& technology) {
    for (std::size_t i = 0; i < digest.styles.size(); ++i)
        if (digest.styles[i].name == technology) return static_cast<long>(i);
    return -1;
}

void write_heat_names(JsonText& json, const PageInput& in) {
    json.key("heat_nodes").begin_array();
    for (const HeatNodeRow& row : in.digest.heat_nodes)
        json.begin_object().key("name").text(row.name).key("zone").text(row.zone).end_object();
    json.end_array();
}

void write_names(JsonText& json, const PageInput& in) {
    const Digest& d = in.digest;
    json.key("technologies").begin_array();
    for (const TechnologyStyle& style : d.styles)
        json.begin_object()
            .key("name")
            .text(style.name)
            .key("label")
            .text(style.label)
            .key("light")
            .text(style.light)
            .key("dark")
            .text(style.dark)
            .end_object();
    json.end_array().key("zones").begin_array();
    for (const ZoneRow& row : d.zones)
        json.begin_object()
            .key("name")
            .text(row.name)
            .key("title")
            .text(row.title)
            .key("role")
            .text(row.role)
            .end_object();
    json.end_array().key("plants").begin_array();
    for (const PlantRow& row : d.plants)
        json.begin_object()
            .key("name")
            .text(row.name)
            .key("zone")
            .text(row.zone)
            .key("technology")
            .integer(index_of_technology(d, row.technology))
            .key("capacity")
            .number(row.capacity_mw)
            .key("commits")
            .boolean(row.hours_on.has_value())
            .end_object();
    json.end_array().key("stores").begin_array();
    for (const StoreRow& row : d.stores) {
        json.begin_object()
            .key("name")
            .text(row.name)
            .key("kind")
            .text(row.kind)
            .key("min")
            .number(row.min_level_mwh)
            .key("max")
            .number(row.max_level_mwh)
            .key("initial")
            .number(row.initial_level_mwh);
        if (row.required_end_level_mwh) json.key("end").number(*row.required_end_level_mwh);
        json.end_object();
    }
    json.end_array().key("lines").begin_array();
    for (const LineRow& row : d.lines)
        json.begin_object().key("name").text(row.name).key("from").text(row.from).key("to").text(row.to).end_object();
    json.end_array().key("reserves").begin_array();
    for (const ReserveRow& row : d.reserves) json.begin_object().key("name").text(row.name).end_object();
    json.end_array().key("demands").begin_array();
    for (const DemandRow& row : d.demands)
        json.begin_object()
            .key("zone")
            .text(row.zone)
            .key("sector")
            .text(row.sector)
            .key("unserved")
            .number(row.unserved_mwh)
            .key("value")
            .number(row.unserved_value)
            .end_object();
    json.end_array();
}

/// Of what is no technology: boilers, and processes themselves.
void write_other_emissions(JsonText& json, const Digest& d) {
    double rest = d.totals.emissions_t - d.totals.industrial_emissions_t;
    for (const TechnologyRow& row : d.technologies) rest -= row.emissions_t;
    constexpr double noticeable = 1e-9;  // of all
    for (const auto& [label, tonnes] : {std::pair{"Boilers", rest}, {"Processes", d.totals.industrial_emissions_t}})
        if (tonnes > noticeable * d.totals.emissions_t)
            json.begin_object()
                .key("technology")
                .integer(-1)
                .key("other")
                .text(label)
                .key("amount")
                .number(tonnes)
                .end_object();
}

void write_sums(JsonText& json, const PageInput& in) {
    json.key("costs").begin_array();
    for (const CostRow& row : in.digest.costs)
        json.begin_object()
            .key("category")
            .text(cost_category_label(row.category))
            .key("technology")
            .integer(index_of_technology(in.digest, row.technology))
            .key("other")
            .text(technology_label(row.technology))
            .key("amount")
            .number(row.amount)
            .end_object();
    json.end_array().key("emissions").begin_array();
    for (const TechnologyRow& row : in.digest.technologies)
        if (row.emissions_t > 0.0)
            json.begin_object()
                .key("technology")
                .integer(index_of_technology(in.digest, row.technology))
                .key("amount")
                .number(row.emissions_t)
                .end_object();
    write_other_emissions(json, in.digest);
    json.end_array();
}

}  // namespace

PageData page_data(const PageInput& in, const PageRoom& room) {
    PageData data;
    JsonText json{append_to(data.json), digits};
    json.begin_object().key("has_solution").boolean(in.digest.has_solution);
    json.key("currency").text(in.system.settings().currency);
    if (in.digest.has_solution) {
        write_names(json, in);
        write_heat_names(json, in);
        write_stage_names(json, in);
        write_stock_names(json, in);
        write_meter_names(json, in);
        write_sums(json, in);
        json.key("views").begin_array();
        for (const std::string& view : view_texts(in, room, data)) json.raw(view);
        json.end_array();
    }
    json.end_object();
    json.finish();
    return data;
}

}  // namespace indus::reports
