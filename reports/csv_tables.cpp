// SPDX-License-Identifier: Apache-2.0
#include "reports/csv_tables.hpp"

#include <cmath>
#include <iterator>
#include <memory>

#include "model/components/works/works.hpp"
#include "reports/bill_columns.hpp"
#include "reports/columns.hpp"
#include "reports/csv_rows.hpp"
#include "reports/csv_writer.hpp"
#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

template <class Row>
std::function<void(const Sink&)> digest_table(const std::vector<Row>& rows) {
    return [&rows](const Sink& sink) {
        CsvWriter csv{sink};
        for_each_column<Row>([&](const auto& column) { csv.cell(column.key); });
        csv.end_row();
        for (const Row& row : rows) {
            for_each_column<Row>([&](const auto& column) { csv.cell(row.*column.member); });
            csv.end_row();
        }
        csv.finish();
    };
}

void write_generation(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "zone", "kind", "technology", "plant", "output_mw", "not_used_mw"});
    for (const PlantRow& plant : in.digest.plants) {
        const bool shifts = shifts_energy(plant.kind);
        const auto& output = in.series.values(plant.kind, plant.name, shifts ? "discharge" : "output");
        const std::string_view unused = plant.kind == model::RunOfRiver::kind ? "spill" : "curtailment";
        const auto& not_used = in.series.values(plant.kind, plant.name, unused);
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(plant.zone).cell(plant.kind).cell(plant.technology).cell(plant.name).cell(output[t]);
            csv.cell(plant.curtailment_mwh ? std::optional{not_used[t]} : std::nullopt).end_row();
        });
    }
    csv.finish();
}

void write_commitment(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header(
        {"time", "zone", "technology", "plant", "on", "start", "stop", "output_mw", "fuel_use_gj", "emissions_t"});
    for (const model::ThermalPlant& plant : in.system.all<model::ThermalPlant>()) {
        const auto values = [&](std::string_view quantity) -> const std::vector<double>& {
            return in.series.values(plant.kind, plant.name, quantity);
        };
        const auto &on = values("on"), &start = values("start"), &stop = values("stop"), &output = values("output");
        const auto &fuel = values("fuel_use"), &emissions = values("emissions");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(plant.zone.name).cell(plant.technology).cell(plant.name);
            csv.cell(on[t]).cell(start[t]).cell(stop[t]).cell(output[t]).cell(fuel[t]).cell(emissions[t]).end_row();
        });
    }
    csv.finish();
}

void write_storage(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "zone", "kind", "store", "level_end_mwh", "output_mw", "charge_mw", "bypass_mw"});
    for (const StoreRow& store : in.digest.stores) {
        const bool shifts = shifts_energy(store.kind);
        const auto& level = in.series.values(store.kind, store.name, "level");
        const auto& output = in.series.values(store.kind, store.name, shifts ? "discharge" : "output");
        const auto& charge = in.series.values(store.kind, store.name, "charge");
        const auto& bypass =
            in.series.values(store.kind, store.name, store.kind == model::PumpedStorage::kind ? "spill" : "bypass");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(store.zone).cell(store.kind).cell(store.name).cell(level[t]).cell(output[t]);
            csv.cell(shifts ? std::optional{charge[t]} : std::nullopt);
            csv.cell(store.kind == model::Battery::kind ? std::nullopt : std::optional{bypass[t]}).end_row();
        });
    }
    csv.finish();
}

void write_flows(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "line", "from", "to", "capacity_mw", "reverse_capacity_mw", "sent_forward_mw",
                "sent_backward_mw", "delivered_forward_mw", "delivered_backward_mw"});
    for_each_line(in.system, in.series, [&](const LineView& line) {
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time)
                .cell(line.name)
                .cell(line.from)
                .cell(line.to)
                .cell(line.capacity[t])
                .cell(line.reverse_capacity[t]);
            csv.cell(line.sent_forward[t]).cell(line.sent_backward[t]);
            csv.cell(line.arrived_forward[t]).cell(line.arrived_backward[t]).end_row();
        });
    });
    csv.finish();
}

void write_interfaces(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "interface", "flow_mw", "min_mw", "max_mw"});
    for (const model::Interface& interface : in.system.all<model::Interface>()) {
        const auto& flow = in.series.values(interface.kind, interface.name, "flow");
        const auto limit = [](double mw) {
            return std::abs(mw) < model::Interface::unlimited_mw ? std::optional{mw} : std::nullopt;
        };
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(interface.name).cell(flow[t]);
            csv.cell(limit(interface.min_mw.values[t])).cell(limit(interface.max_mw.values[t])).end_row();
        });
    }
    csv.finish();
}

void write_prices(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "kind", "name", "price_per_mwh", "low_per_mwh", "high_per_mwh"});
    for (const model::PriceRecord& price : in.solution.prices) {
        if (price.values.size() != in.times.size()) continue;
        const bool has_band = price.low.size() == price.values.size() && price.high.size() == price.values.size();
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(price.kind).cell(price.owner).cell(price.values[t]);
            csv.cell(has_band ? price.low[t] : price.values[t])
                .cell(has_band ? price.high[t] : price.values[t])
                .end_row();
        });
    }
    csv.finish();
}

void write_demand(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "zone", "sector", "demand", "load_mw", "served_mw", "unserved_mw"});
    for (const model::Demand& demand : in.system.all<model::Demand>()) {
        const std::vector<double> unserved = unserved_power(in.series, demand);
        in.for_each_step([&](std::size_t t, const std::string& time) {
            const double load = demand.load_mw.values[t];
            csv.cell(time).cell(demand.zone.name).cell(demand.sector).cell(demand.name);
            csv.cell(load).cell(load - unserved[t]).cell(unserved[t]).end_row();
        });
    }
    csv.finish();
}

void write_reserve(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "reserve", "requirement_mw", "provided_mw", "shortfall_mw", "price_per_mwh"});
    for (const model::Reserve& product : in.system.all<model::Reserve>()) {
        const auto& requirement = in.series.values(product.kind, product.name, "requirement");
        const auto& provided = in.series.values(product.kind, product.name, "provided");
        const auto& shortfall = in.series.values(product.kind, product.name, "shortfall");
        const model::PriceRecord* price = in.series.price(product.kind, product.name);
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(product.name).cell(requirement[t]).cell(provided[t]).cell(shortfall[t]);
            csv.cell(price ? std::optional{price->values[t]} : std::nullopt).end_row();
        });
    }
    csv.finish();
}

/// What each stage of a process did.
void write_processes(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "process", "stage", "mode", "rate_per_h", "power_mw", "heat_mw", "emissions_t"});
    for (const model::Stage& stage : in.system.all<model::Stage>()) {
        std::vector<std::pair<std::string, const std::vector<double>*>> modes;
        for (const model::StageMode* each : model::modes_of(in.system, stage))
            modes.emplace_back(each->name, &in.series.values(stage.kind, stage.name, "in_" + each->name));
        const auto& rate = in.series.values(stage.kind, stage.name, "rate");
        const auto& power = in.series.values(stage.kind, stage.name, "power");
        const auto& heat = in.series.values(stage.kind, stage.name, "heat");
        const std::vector<double> emitted = stage_emissions(in.system, in.series, in.digest.carbon, stage);
        in.for_each_step([&](std::size_t t, const std::string& time) {
            std::string mode = "off";
            for (const auto& [name, values] : modes)
                if ((*values)[t] > 0.5) mode = name;
            csv.cell(time).cell(stage.process.name).cell(stage.name).cell(mode);
            csv.cell(rate[t]).cell(power[t]).cell(heat[t]).cell(emitted[t]).end_row();
        });
    }
    csv.finish();
}

void write_trade(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"time", "kind", "name", "zone", "import_mw", "export_mw", "served_mw"});
    const std::optional<double> nothing{};
    for (const model::Trade& trade : in.system.all<model::Trade>()) {
        const auto& bought = in.series.values(trade.kind, trade.name, "import");
        const auto& sold = in.series.values(trade.kind, trade.name, "export");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(trade.kind).cell(trade.name).cell(trade.zone.name);
            csv.cell(bought[t]).cell(sold[t]).cell(nothing).end_row();
        });
    }
    for (const model::FlexibleDemand& demand : in.system.all<model::FlexibleDemand>()) {
        const auto& served = in.series.values(demand.kind, demand.name, "served");
        in.for_each_step([&](std::size_t t, const std::string& time) {
            csv.cell(time).cell(demand.kind).cell(demand.name).cell(demand.zone.name);
            csv.cell(nothing).cell(nothing).cell(served[t]).end_row();
        });
    }
    csv.finish();
}

void write_costs(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"kind", "name", "category", "amount"});
    for (const model::CostRecord& each : in.solution.costs)
        csv.cell(each.kind).cell(each.owner).cell(each.category).cell(each.amount).end_row();
    csv.finish();
}

void write_unserved(const StepTables& in, const Sink& sink) {
    CsvWriter csv{sink};
    csv.header({"start", "end", "zone", "demand", "sector", "energy_mwh", "peak_mw", "value", "cause"});
    for (const model::UnservedRecord& each : in.solution.unserved) {
        const model::Horizon& horizon = in.system.horizon();
        csv.cell(model::to_string(horizon.start(each.first_step)));
        csv.cell(model::to_string(horizon.end(each.first_step + each.step_count - 1)));
        csv.cell(each.zone)
            .cell(each.demand)
            .cell(each.sector)
            .cell(each.energy_mwh)
            .cell(each.peak_mw)
            .cell(each.value);
        csv.cell(each.cause).end_row();
    }
    csv.finish();
}

}  // namespace

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos && !reads_as_number(text)) return std::string{text};
    std::string quoted = "\"";
    for (const char letter : text) {
        if (letter == '"') quoted += '"';
        quoted += letter;
    }
    return quoted + "\"";
}

std::vector<CsvTable> csv_tables(const model::System& system, const model::Solution& solution, const Digest& digest,
                                 const SeriesIndex& series) {
    const auto in = std::make_shared<StepTables>(StepTables{system, solution, digest, series, {}});
    for (int t = 0; t < system.horizon().step_count(); ++t)
        in->times.push_back(model::to_string(system.horizon().start(t)));
    const auto over_time = [&](auto write) { return [in, write](const Sink& sink) { write(*in, sink); }; };
    std::vector<CsvTable> tables{{"generation.csv", over_time(write_generation)},
                                 {"commitment.csv", over_time(write_commitment)},
                                 {"storage.csv", over_time(write_storage)},
                                 {"flows.csv", over_time(write_flows)},
                                 {"prices.csv", over_time(write_prices)},
                                 {"demand.csv", over_time(write_demand)},
                                 {"reserve.csv", over_time(write_reserve)},
                                 {"costs.csv", over_time(write_costs)},
                                 {"plants.csv", digest_table(digest.plants)},
                                 {"zones.csv", digest_table(digest.zones)},
                                 {"unserved.csv", over_time(write_unserved)},
                                 {"limits.csv", digest_table(digest.limits)},
                                 {"trade.csv", over_time(write_trade)}};
    if (!system.all<model::Interface>().empty()) tables.push_back({"interfaces.csv", over_time(write_interfaces)});
    if (!system.all<model::Process>().empty()) {
        tables.push_back({"processes.csv", over_time(write_processes)});
        tables.push_back({"products.csv", digest_table(digest.processes)});
    }
    const auto add_rows = [&tables](const char* file, const auto& rows) {
        if (!rows.empty()) tables.push_back({file, digest_table(rows)});
    };
    add_rows("orders.csv", digest.orders);
    add_rows("upgrades.csv", digest.upgrades);
    add_rows("contracts.csv", digest.contracts);
    add_rows("load_shifts.csv", digest.load_shifts);
    if (!system.all<model::Meter>().empty()) {
        tables.push_back({"bills.csv", digest_table(solution.bills)});
        tables.push_back({"meters.csv", digest_table(digest.meters)});
    }
    add_rows("heat_nodes.csv", digest.heat_nodes);
    std::vector<CsvTable> industry = industry_tables(in);
    std::move(industry.begin(), industry.end(), std::back_inserter(tables));
    return tables;
}

}  // namespace indus::reports
