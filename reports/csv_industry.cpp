// SPDX-License-Identifier: Apache-2.0
// CSV tables over time of industry: stocks, loads that choose their hours, meters, heat and fuel.
#include <algorithm>
#include <array>

#include "reports/csv_writer.hpp"
#include "reports/industrial_draws.hpp"
#include "reports/tariff_price.hpp"

namespace indus::reports {

namespace {

using Values = std::vector<double>;

/// What loads that choose their hours drew at the customer, what was called off and what was missing.
class LoadRows {
public:
    LoadRows(const StepTables& in, const Sink& sink) : in_{in}, csv_{sink} {}

    void write() {
        csv_.header({"time", "zone", "kind", "load", "draw_mw", "planned_mw", "missing_mwh", "called", "called_off_mw",
                     "paid_back_mw"});
        for_each_industrial_draw(in_.system, in_.series, [&](const IndustrialDraw& draw) {
            const auto at = static_cast<std::size_t>(draw.index);
            if (draw.kind == model::Process::kind) process(in_.system.all<model::Process>()[at], draw.power);
            if (draw.kind == model::ShiftableLoad::kind) load(in_.system.all<model::ShiftableLoad>()[at]);
            if (draw.kind == model::InterruptibleContract::kind)
                contract(in_.system.all<model::InterruptibleContract>()[at]);
        });
        csv_.finish();
    }

private:
    using Cell = std::optional<double>;

    template <class Load>
    const Values& values(const Load& load, std::string_view quantity) const {
        return in_.series.values(load.kind, load.name, quantity);
    }
    void row(const std::string& time, std::string_view zone, std::string_view kind, std::string_view name,
             const std::array<Cell, 6>& cells) {
        csv_.cell(time).cell(zone).cell(kind).cell(name);
        for (const Cell& each : cells) csv_.cell(each);
        csv_.end_row();
    }
    void process(const model::Process& each, const Values& power) {
        in_.for_each_step([&](std::size_t t, const std::string& time) {
            row(time, each.zone.name, each.kind, each.name, {power[t], {}, {}, {}, {}, {}});
        });
    }
    void load(const model::ShiftableLoad& each) {
        const Values &draw = values(each, "draw"), &missing = values(each, "missing"), &plan = each.planned_mw.values;
        const bool has_plan = std::any_of(plan.begin(), plan.end(), [](double mw) { return mw > 0.0; });
        in_.for_each_step([&](std::size_t t, const std::string& time) {
            row(time, each.zone.name, each.kind, each.name,
                {draw[t], has_plan ? Cell{plan[t]} : Cell{}, missing[t], {}, {}, {}});
        });
    }
    void contract(const model::InterruptibleContract& each) {
        const std::string& zone = in_.system.at(each.demand).zone.name;
        const Values &called = values(each, "called"), &cut = values(each, "cut"), &payback = values(each, "payback");
        in_.for_each_step([&](std::size_t t, const std::string& time) {
            row(time, zone, each.kind, each.name, {Cell{}, {}, {}, called[t], cut[t], payback[t]});
        });
    }

    const StepTables& in_;
    CsvWriter csv_;
};

void write_loads(const StepTables& in, const Sink& sink) { LoadRows{in, sink}.write(); }

void write_meter_flows(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "meter", "zone", "grid_zone", "import_mw", "export_mw", "import_limit_mw", "export_limit_mw",
                "price_per_mwh"});
    for (const model::Meter& meter : in.system.all<model::Meter>()) {
        const auto& bought = in.series.values(meter.kind, meter.name, "import");
        const auto& given = in.series.values(meter.kind, meter.name, "export");
        const Values available = meter.available(in.system), price = tariff_price(in.system, meter);
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(meter.name).cell(meter.zone.name).cell(meter.grid_zone.name);
            csv.cell(bought[t]).cell(given[t]);
            csv.cell(available[t] * meter.most_bought_mw()).cell(available[t] * meter.export_max_mw);
            csv.cell(price[t]).end_row();
        });
    }
    csv.finish();
}

/// Who gives heat to a node and who takes it; what is given is taken or vented.
class HeatRows {
public:
    HeatRows(const StepTables& in, const Sink& sink) : in_{in}, csv_{sink} {}

    void write() {
        csv_.header(
            {"time", "node", "kind", "name", "given_mw", "taken_mw", "vented_mw", "unserved_mw", "level_end_mwh"});
        for (const model::HeatNode& node : in_.system.all<model::HeatNode>()) node_rows(node);
        csv_.finish();
    }

private:
    struct Row {
        const Values *given = nullptr, *taken = nullptr, *vented = nullptr, *unserved = nullptr, *level = nullptr;
    };

    template <class Part>
    const Values* values(const Part& part, std::string_view quantity) const {
        return &in_.series.values(part.kind, part.name, quantity);
    }
    template <class Part, class Use>
    void for_each_at(const model::HeatNode& node, Use use) const {
        for (const Part& each : in_.system.all<Part>())
            if (each.node.name == node.name) use(each);
    }
    void rows(const std::string& node, std::string_view kind, const std::string& name, const Row& row) {
        in_.for_each_step([&](std::size_t t, const std::string& time) {
            csv_.cell(time).cell(node).cell(kind).cell(name);
            for (const Values* each : {row.given, row.taken, row.vented, row.unserved, row.level})
                csv_.cell(each ? std::optional{(*each)[t]} : std::nullopt);
            csv_.end_row();
        });
    }
    void node_rows(const model::HeatNode& node) {
        for_each_at<model::Boiler>(
            node, [&](const auto& each) { rows(node.name, each.kind, each.name, {.given = values(each, "heat")}); });
        for_each_at<model::Cogeneration>(
            node, [&](const auto& each) { rows(node.name, each.kind, each.name, {.given = values(each, "heat")}); });
        for_each_at<model::HeatStore>(node, [&](const auto& each) {
            rows(node.name, each.kind, each.name,
                 {.given = values(each, "discharge"), .taken = values(each, "charge"), .level = values(each, "level")});
        });
        for_each_at<model::HeatDemand>(node, [&](const auto& each) {
            const Values* unserved = values(each, "unserved_heat");
            Values taken = each.load_mw.values;
            for (std::size_t t = 0; t < taken.size(); ++t) taken[t] -= (*unserved)[t];
            rows(node.name, each.kind, each.name, {.taken = &taken, .unserved = unserved});
        });
        for (const model::Process& each : in_.system.all<model::Process>())
            if (each.heat_node.name == node.name) process_rows(node, each);
        rows(node.name, node.kind, node.name, {.vented = values(node, "vented")});
    }
    void process_rows(const model::HeatNode& node, const model::Process& process) {
        Values taken(in_.times.size(), 0.0);
        for (const model::Stage& stage : in_.system.all<model::Stage>()) {
            if (stage.process.name != process.name) continue;
            const Values heat = stage_heat(in_.system, in_.series, stage);
            for (std::size_t t = 0; t < taken.size(); ++t) taken[t] += heat[t];
        }
        rows(node.name, process.kind, process.name, {.taken = &taken});
    }

    const StepTables& in_;
    CsvWriter csv_;
};

void write_heat(const StepTables& in, const Sink& sink) { HeatRows{in, sink}.write(); }

void write_stocks(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "process", "stock", "unit", "level_end", "bought_per_h", "sold_per_h", "dumped_per_h"});
    for (const model::Stock& stock : in.system.all<model::Stock>()) {
        const auto values = [&](std::string_view quantity) -> const std::vector<double>& {
            return in.series.values(stock.kind, stock.name, quantity);
        };
        const auto &level = values("level"), &bought = values("bought"), &sold = values("sold"),
                   &dumped = values("dumped");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(stock.process.name).cell(stock.name).cell(stock.unit);
            csv.cell(level[t]).cell(bought[t]).cell(sold[t]).cell(dumped[t]).end_row();
        });
    }
    csv.finish();
}

void write_fuel_stocks(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "stock", "fuel", "level_end_t", "burnt_t"});
    for (const model::FuelStock& stock : in.system.all<model::FuelStock>()) {
        const auto& level = in.series.values(stock.kind, stock.name, "level");
        const auto& burnt = in.series.values(stock.kind, stock.name, "burnt");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(stock.name).cell(stock.fuel.name).cell(level[t]).cell(burnt[t]).end_row();
        });
    }
    csv.finish();
}

/// Tonnes in each step; what waits to be unloaded stands at its end. Vessels and trains are counted where they come
/// whole.
void write_fuel_routes(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "route", "from", "to", "shipments", "sent_t", "brought_t", "waiting_t"});
    for (const model::FuelRoute& route : in.system.all<model::FuelRoute>()) {
        const auto values = [&](std::string_view quantity) -> const Values& {
            return in.series.values(route.kind, route.name, quantity);
        };
        const Values &shipments = values("shipments"), &sent = values("sent"), &brought = values("brought"),
                     &waiting = values("waiting");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            const double hours = in.system.horizon().hours(static_cast<int>(t));
            csv.cell(time).cell(route.name).cell(route.from.name).cell(route.to.name);
            csv.cell(route.shipment_t > 0.0 ? std::optional{shipments[t]} : std::nullopt);
            csv.cell(sent[t] * hours).cell(brought[t] * hours).cell(waiting[t]).end_row();
        });
    }
    csv.finish();
}

}  // namespace

std::vector<CsvTable> industry_tables(const std::shared_ptr<const StepTables>& in) {
    std::vector<CsvTable> tables;
    const auto add = [&](bool is_there, const char* file, auto write) {
        if (is_there) tables.push_back({file, [in, write](const Sink& sink) { write(*in, sink); }});
    };
    add(!in->system.all<model::Process>().empty(), "stocks.csv", write_stocks);
    add(!in->digest.load_shifts.empty(), "loads.csv", write_loads);
    add(!in->system.all<model::FuelStock>().empty(), "fuel_stocks.csv", write_fuel_stocks);
    add(!in->system.all<model::FuelRoute>().empty(), "fuel_routes.csv", write_fuel_routes);
    add(!in->system.all<model::Meter>().empty(), "meter_flows.csv", write_meter_flows);
    add(!in->system.all<model::HeatNode>().empty(), "heat.csv", write_heat);
    return tables;
}

}  // namespace indus::reports
