// SPDX-License-Identifier: Apache-2.0
#include "reports/page_stocks.hpp"

#include "model/outages.hpp"
#include "reports/page_series.hpp"
#include "reports/page_stages.hpp"

namespace indus::reports {

namespace {

constexpr double nothing_comes = 1e-9;

void close_by_outage(const PageInput& in, const std::string& name, std::vector<bool>& cut) {
    const model::Availability left{in.system, name, 1.0};
    for (std::size_t t = 0; t < cut.size(); ++t)
        if (left.share(static_cast<int>(t)) < nothing_comes) cut[t] = true;
}

void close_by(const model::Profile& open, std::vector<bool>& cut) {
    for (std::size_t t = 0; t < cut.size(); ++t)
        if (open[static_cast<int>(t)] < nothing_comes) cut[t] = true;
}

/// Where the route itself, or a port or railway line that it uses, lets nothing through.
std::vector<bool> cut_of(const PageInput& in, const model::FuelRoute& route) {
    std::vector<bool> cut(static_cast<std::size_t>(in.series.step_count()), false);
    close_by_outage(in, route.name, cut);
    close_by(route.open, cut);
    for (const model::FuelCorridor& corridor : in.system.all<model::FuelCorridor>()) {
        if (!route.corridors.contains(corridor.name)) continue;
        close_by_outage(in, corridor.name, cut);
        close_by(corridor.open, cut);
    }
    return cut;
}

FuelStockSteps steps_of(const PageInput& in, const model::FuelStock& stock) {
    FuelStockSteps steps;
    for (const model::FuelRoute& route : in.system.all<model::FuelRoute>()) {
        if (route.from.name == stock.name) add(steps.sent, in.series.values(route.kind, route.name, "sent"));
        if (route.to.name != stock.name) continue;
        add(steps.brought, in.series.values(route.kind, route.name, "brought"));
        steps.routes.push_back(route.name);
        steps.cut.push_back(cut_of(in, route));
    }
    steps.burnt = in.series.values(stock.kind, stock.name, "burnt");
    for (int t = 0; t < in.series.step_count(); ++t)
        steps.burnt[static_cast<std::size_t>(t)] /= in.system.horizon().hours(t);
    return steps;
}

void write_cuts(JsonText& json, const FuelStockSteps& steps, const View& view) {
    json.key("cuts").begin_array();
    for (std::size_t route = 0; route < steps.cut.size(); ++route) {
        const auto is_cut = [&](const Cell& cell) {
            for (int t = cell.first; t < cell.first + cell.count; ++t)
                if (!steps.cut[route][static_cast<std::size_t>(t)]) return false;
            return true;
        };
        for (std::size_t from = 0, to = 0; from < view.cells.size(); from = to) {
            const bool cut = is_cut(view.cells[from]);
            for (to = from + 1; to < view.cells.size() && is_cut(view.cells[to]) == cut;) ++to;
            if (!cut) continue;
            json.integer(static_cast<long>(from)).integer(static_cast<long>(to));
            json.integer(static_cast<long>(route));
        }
    }
    json.end_array();
}

void write_limits(JsonText& json, double max, double min, double initial, std::optional<double> end) {
    json.key("max").number(max).key("min").number(min).key("initial").number(initial);
    if (end) json.key("end").number(*end);
}

}  // namespace

std::vector<FuelStockSteps> fuel_stock_steps(const PageInput& in) {
    std::vector<FuelStockSteps> all;
    for (const model::FuelStock& stock : in.system.all<model::FuelStock>()) all.push_back(steps_of(in, stock));
    return all;
}

std::vector<const model::Stock*> shown_stocks(const model::System& system) {
    std::vector<const model::Stock*> shown;
    for (const model::Stock& stock : system.all<model::Stock>())
        if (stock.capacity > 0.0) shown.push_back(&stock);
    return shown;
}

void write_stock_names(JsonText& json, const PageInput& in) {
    json.key("stocks").begin_array();
    for (const model::Stock* each : shown_stocks(in.system)) {
        json.begin_object().key("name").text(each->name).key("unit").text(each->unit);
        json.key("process").integer(each->process.index);
        write_limits(json, each->capacity, each->min_level, each->initial_level, each->least_at_end());
        json.end_object();
    }
    json.end_array().key("fuel_stocks").begin_array();
    const auto& stocks = in.system.all<model::FuelStock>();
    for (std::size_t s = 0; s < stocks.size(); ++s) {
        const model::FuelStock& each = stocks[s];
        json.begin_object().key("name").text(each.name).key("fuel").text(each.fuel.name);
        write_limits(json, each.capacity_t, each.min_level_t, each.initial_level_t, each.end_level());
        if (const auto& most = in.digest.fuel_stocks[s].most_used_t_per_day) json.key("day").number(*most);
        json.key("routes").begin_array();
        for (const model::FuelRoute& route : in.system.all<model::FuelRoute>())
            if (route.to.name == each.name) json.text(route.name);
        json.end_array().end_object();
    }
    json.end_array();
}

void write_stocks(JsonText& json, const PageInput& in, const std::vector<FuelStockSteps>& fuel, const View& view) {
    const model::Horizon& horizon = in.system.horizon();
    json.key("stocks").begin_array();
    for (const model::Stock* each : shown_stocks(in.system)) {
        json.begin_object();
        write_runs(json, "level", last_of(view, in.series.values(each->kind, each->name, "level")));
        json.end_object();
    }
    json.end_array().key("fuel_stocks").begin_array();
    const auto& stocks = in.system.all<model::FuelStock>();
    for (std::size_t s = 0; s < stocks.size(); ++s) {
        json.begin_object();
        write_series(json, "level", last_of(view, in.series.values(stocks[s].kind, stocks[s].name, "level")));
        write_runs(json, "brought", mean_of(view, horizon, fuel[s].brought));
        write_runs(json, "sent", mean_of(view, horizon, fuel[s].sent));
        write_runs(json, "burnt", mean_of(view, horizon, fuel[s].burnt));
        write_cuts(json, fuel[s], view);
        json.end_object();
    }
    json.end_array();
}

}  // namespace indus::reports
