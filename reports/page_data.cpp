// SPDX-License-Identifier: Apache-2.0
#include "reports/page_data.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "reports/json_text.hpp"
#include "reports/page_series.hpp"
#include "reports/story.hpp"

namespace indus::reports {

namespace {

constexpr int digits = 5;

/// Seven civil days, and what makes them worth a look.
struct Week {
    int first = 0;
    int count = 0;
    std::chrono::local_days begin{};
    std::chrono::local_days last{};
    double unserved = 0.0;
    double demand = 0.0;
    double payment = 0.0;  ///< price times demand
    std::string reason{};
};

std::vector<Week> weeks_of(const PageInput& in, const PageSeries& series) {
    const model::Horizon& horizon = in.system.horizon();
    std::vector<Week> weeks;
    const std::vector<model::Horizon::Day> days = horizon.days();
    for (std::size_t d = 0; d < days.size(); ++d) {
        if (d % 7 == 0) weeks.push_back({days[d].first, 0, days[d].date, days[d].date, 0.0, 0.0, 0.0, {}});
        weeks.back().count += days[d].count;
        weeks.back().last = days[d].date;
    }
    for (Week& week : weeks)
        for (std::size_t z = 0; z < series.zones.size(); ++z) {
            const model::PriceRecord* price = in.series.price(model::Zone::kind, in.digest.zones[z].name);
            for (int t = week.first; t < week.first + week.count; ++t) {
                const auto i = static_cast<std::size_t>(t);
                const double demand = series.zones[z].demand[i] * horizon.hours(t);
                week.demand += demand;
                week.unserved += series.zones[z].unserved[i] * horizon.hours(t);
                if (price) week.payment += demand * price->values[i];
            }
        }
    return weeks;
}

/// Weeks in the order in which they deserve their place on the page; whole weeks only, but for one.
std::vector<Week> chosen_weeks(std::vector<Week> weeks) {
    if (weeks.size() > 1 && weeks.back().last - weeks.back().begin < std::chrono::days{6}) weeks.pop_back();
    std::vector<Week> chosen;
    std::set<int> taken;
    const auto take = [&](const Week& week, std::string reason) {
        if (!taken.insert(week.first).second) return;
        chosen.push_back(week);
        chosen.back().reason = std::move(reason);
    };
    const auto most = [&](auto measure) {
        return *std::max_element(weeks.begin(), weeks.end(),
                                 [&](const Week& a, const Week& b) { return measure(a) < measure(b); });
    };
    if (const Week week = most([](const Week& w) { return w.unserved; }); week.unserved > 1e-6)
        take(week, "least served");
    take(most([](const Week& w) { return w.demand; }), "highest demand");
    take(most([](const Week& w) { return w.demand > 0.0 ? w.payment / w.demand : 0.0; }), "highest prices");
    take(most([](const Week& w) { return -w.demand; }), "lowest demand");
    std::set<std::pair<int, unsigned>> months;
    for (const Week& week : weeks) {
        const std::chrono::year_month_day date{week.begin};
        if (static_cast<unsigned>(date.day()) >= 8 &&
            months.insert({static_cast<int>(date.year()), static_cast<unsigned>(date.month())}).second)
            take(week, "");
    }
    return chosen;
}

std::string view_text(const PageInput& in, const PageSeries& series, const View& view) {
    std::string text;
    JsonText json{append_to(text), digits};
    write_view(json, in, series, view);
    json.finish();
    return text;
}

std::string week_title(const Week& week) {
    return "Week from " + date_text(week.begin) + (week.reason.empty() ? "" : " (" + week.reason + ")");
}

/// JSON texts of the views, the first being the one shown at first.
std::vector<std::string> view_texts(const PageInput& in) {
    const PageSeries series = page_series(in);
    const model::Horizon& horizon = in.system.horizon();
    if (horizon.step_count() <= most_steps) {
        std::string all = view_text(in, series, View::of_steps(horizon, 0, horizon.step_count(), "Every step"));
        if (all.size() <= most_data_bytes) return {std::move(all)};
    }
    std::vector<std::string> texts{view_text(in, series, View::of_days(horizon, "Daily means"))};
    std::size_t bytes = texts.front().size();
    std::vector<std::pair<int, std::string>> weeks;
    for (const Week& week : chosen_weeks(weeks_of(in, series))) {
        std::string text = view_text(in, series, View::of_steps(horizon, week.first, week.count, week_title(week)));
        if (bytes + text.size() > most_data_bytes) break;
        bytes += text.size();
        weeks.emplace_back(week.first, std::move(text));
    }
    std::sort(weeks.begin(), weeks.end());
    for (auto& [first, text] : weeks) texts.push_back(std::move(text));
    return texts;
}

long index_of_technology(const Digest& digest, const std::string& technology) {
    for (std::size_t i = 0; i < digest.styles.size(); ++i)
        if (digest.styles[i].name == technology) return static_cast<long>(i);
    return -1;
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
    json.end_array();
}

}  // namespace

std::string page_data(const PageInput& in) {
    std::string text;
    JsonText json{append_to(text), digits};
    json.begin_object().key("has_solution").boolean(in.digest.has_solution);
    json.key("currency").text(in.system.settings().currency);
    if (in.digest.has_solution) {
        write_names(json, in);
        write_sums(json, in);
        json.key("views").begin_array();
        for (const std::string& view : view_texts(in)) json.raw(view);
        json.end_array();
    }
    json.end_object();
    json.finish();
    return text;
}

}  // namespace indus::reports
