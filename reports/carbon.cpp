// SPDX-License-Identifier: Apache-2.0
#include "reports/carbon.hpp"

#include "model/components/works/works.hpp"
#include "model/network/flow_tracing.hpp"
#include "reports/carbon_store.hpp"
#include "reports/industrial_draws.hpp"
#include "reports/line_view.hpp"

namespace indus::reports {

namespace {

class CarbonTrace {
public:
    CarbonTrace(const model::System& system, const SeriesIndex& series)
        : system_{system},
          series_{series},
          steps_{static_cast<std::size_t>(series.step_count())},
          supply_(zeros(system.all<model::Zone>().size())),
          burden_(supply_),
          heat_burden_(zeros(system.all<model::HeatNode>().size())),
          heat_taken_(heat_burden_),
          heating_power_(heat_burden_),
          flows_(steps_) {
        carbon_ = {supply_, supply_, heat_burden_};
        add_plants();
        add_flows();
        add_heat();
        add_stores();
    }

    Carbon run() {
        const double mean = mean_of_generation();
        for (int t = 0; t < series_.step_count(); ++t) {
            if (system_.horizon().is_first(t)) start(mean);
            step(t);
        }
        return std::move(carbon_);
    }

private:
    using Table = std::vector<std::vector<double>>;

    Table zeros(std::size_t rows) const { return Table(rows, std::vector<double>(steps_, 0.0)); }
    static std::vector<double>& at(Table& table, int row) { return table.at(static_cast<std::size_t>(row)); }
    void put(std::vector<double>& sum, const std::vector<double>& values, double factor = 1.0) const {
        for (std::size_t t = 0; t < steps_; ++t) sum[t] += factor * values[t];
    }
    template <class Component>
    const std::vector<double>& of(const Component& each, std::string_view quantity) const {
        return series_.values(each.kind, each.name, quantity);
    }
    /// Emissions of each step, per hour of it [t/h].
    template <class Component>
    std::vector<double> emitted(const Component& each) const {
        std::vector<double> rate = of(each, "emissions");
        for (std::size_t t = 0; t < steps_; ++t) rate[t] /= system_.horizon().hours(static_cast<int>(t));
        return rate;
    }

    template <class Plant>
    void add_feeding() {
        for (const Plant& plant : system_.all<Plant>()) {
            put(at(supply_, plant.zone.index), of(plant, "output"));
            if (series_.has(plant.kind, plant.name, "emissions")) put(at(burden_, plant.zone.index), emitted(plant));
        }
    }
    void add_plants() {
        add_feeding<model::ThermalPlant>();
        add_feeding<model::RunOfRiver>();
        add_feeding<model::Reservoir>();
        add_feeding<model::SolarPlant>();
        add_feeding<model::WindPlant>();
        for (const model::Cogeneration& plant : system_.all<model::Cogeneration>()) add_both(plant);
    }
    void add_both(const model::Cogeneration& plant) {
        const std::vector<double>& power = of(plant, "output");
        const std::vector<double>& heat = of(plant, "heat");
        const std::vector<double> rate = emitted(plant);
        put(at(supply_, plant.zone.index), power);
        for (std::size_t t = 0; t < steps_; ++t) {
            const double both = power[t] + heat[t];
            const double share = both > CarbonStore::nothing_mw ? power[t] / both : 1.0;
            at(burden_, plant.zone.index)[t] += share * rate[t];
            at(heat_burden_, plant.node.index)[t] += (1.0 - share) * rate[t];
        }
    }

    /// Of flows both ways only the difference is traced.
    void add_net(std::size_t t, int from, int to, double sent, double back_arrived, double arrived, double back_sent) {
        const bool forward = sent >= back_arrived;
        const model::TracedFlow flow = forward ? model::TracedFlow{from, to, sent - back_arrived, arrived - back_sent}
                                               : model::TracedFlow{to, from, back_sent - arrived, back_arrived - sent};
        if (flow.sent_mw > CarbonStore::nothing_mw) flows_[t].push_back(flow);
    }
    void add_flows() {
        for_each_line(system_, series_, [&](const LineView& line) {
            for (std::size_t t = 0; t < steps_; ++t)
                add_net(t, line.from_index, line.to_index, line.sent_forward[t], line.arrived_backward[t],
                        line.arrived_forward[t], line.sent_backward[t]);
        });
        for (const model::Meter& meter : system_.all<model::Meter>()) {
            const std::vector<double>& bought = of(meter, "import");
            const std::vector<double>& given = of(meter, "export");
            for (std::size_t t = 0; t < steps_; ++t)
                add_net(t, meter.grid_zone.index, meter.zone.index, bought[t] / (1.0 - meter.loss_share), given[t],
                        bought[t], given[t]);
        }
    }

    void add_heat() {
        for (const model::Boiler& boiler : system_.all<model::Boiler>()) {
            put(at(heat_burden_, boiler.node.index), emitted(boiler));
            put(at(heating_power_, boiler.node.index), of(boiler, "withdrawal"));
        }
        for (const model::HeatDemand& demand : system_.all<model::HeatDemand>()) {
            put(at(heat_taken_, demand.node.index), of(demand, "load"));
            put(at(heat_taken_, demand.node.index), of(demand, "unserved_heat"), -1.0);
        }
        for (const model::Stage& stage : system_.all<model::Stage>())
            if (const model::Process& process = system_.at(stage.process); process.heat_node.is_set())
                put(at(heat_taken_, process.heat_node.index), stage_heat(system_, series_, stage));
    }

    template <class Store>
    void add_store(const Store& store) {
        put(at(supply_, store.zone.index), of(store, "discharge"));
        stores_.push_back({store.zone.index, store.initial_level_mwh, of(store, "level"), of(store, "charge"),
                           of(store, "discharge")});
    }
    void add_stores() {
        for (const model::Battery& each : system_.all<model::Battery>()) add_store(each);
        for (const model::PumpedStorage& each : system_.all<model::PumpedStorage>()) add_store(each);
        for (const model::HeatStore& each : system_.all<model::HeatStore>()) {
            put(at(heat_taken_, each.node.index), of(each, "charge"));
            heat_stores_.push_back({each.node.index, each.initial_level_mwh, of(each, "level"), of(each, "charge"),
                                    of(each, "discharge")});
        }
    }

    /// Emissions of plants per MWh that they gave, over the run.
    double mean_of_generation() const {
        double emitted_t = 0.0, mwh = 0.0;
        for (const std::vector<double>& each : burden_) emitted_t += series_.energy(each);
        for (const std::vector<double>& each : supply_) mwh += series_.energy(each);
        for (const CarbonStore& each : stores_) mwh -= series_.energy(each.discharge);
        return mwh > 0.0 ? emitted_t / mwh : 0.0;
    }
    void start(double mean) {
        for (CarbonStore& each : stores_) {
            each.level_before = each.initial_level;
            each.content_t = mean * each.initial_level;
        }
        for (CarbonStore& each : heat_stores_) {
            each.level_before = each.initial_level;
            each.content_t = 0.0;
        }
    }

    void step(int step) {
        const auto t = static_cast<std::size_t>(step);
        const double hours = system_.horizon().hours(step);
        for (CarbonStore& each : stores_) at(burden_, each.place)[t] += each.release(t) / hours;
        std::vector<double> supply, burden;
        for (std::size_t z = 0; z < supply_.size(); ++z) {
            supply.push_back(supply_[z][t]);
            burden.push_back(burden_[z][t]);
            carbon_.used[z][t] = supply_[z][t];
        }
        const std::vector<double> intensity = model::traced_intensity(supply, burden, flows_[t]);
        for (std::size_t z = 0; z < intensity.size(); ++z) carbon_.zones[z][t] = intensity[z];
        for (const model::TracedFlow& flow : flows_[t]) {
            at(carbon_.used, flow.from)[t] -= flow.sent_mw;
            at(carbon_.used, flow.to)[t] += flow.arrived_mw;
        }
        for (CarbonStore& each : stores_) each.charge_at(t, hours, at(carbon_.zones, each.place)[t]);
        heat(t, hours);
    }

    void heat(std::size_t t, double hours) {
        for (CarbonStore& each : heat_stores_) at(heat_burden_, each.place)[t] += each.release(t) / hours;
        const auto& nodes = system_.all<model::HeatNode>();
        for (std::size_t n = 0; n < nodes.size(); ++n) {
            const double by_power = heating_power_[n][t] * at(carbon_.zones, nodes[n].zone.index)[t];
            if (heat_taken_[n][t] > CarbonStore::nothing_mw)
                carbon_.heat_nodes[n][t] = (heat_burden_[n][t] + by_power) / heat_taken_[n][t];
        }
        for (CarbonStore& each : heat_stores_) each.charge_at(t, hours, at(carbon_.heat_nodes, each.place)[t]);
    }

    const model::System& system_;
    const SeriesIndex& series_;
    std::size_t steps_;
    Table supply_, burden_;           ///< per zone [MW], [t/h]
    Table heat_burden_, heat_taken_;  ///< per heat node [t/h], [MW]
    Table heating_power_;             ///< of electric boilers, per heat node [MW]
    std::vector<std::vector<model::TracedFlow>> flows_;
    std::vector<CarbonStore> stores_, heat_stores_;
    Carbon carbon_;
};

}  // namespace

Carbon trace_carbon(const model::System& system, const SeriesIndex& series) {
    return CarbonTrace{system, series}.run();
}

StageEmissions stage_emissions(const model::System& system, const SeriesIndex& series, const Carbon& carbon,
                               const model::Stage& stage) {
    const model::Process& process = system.at(stage.process);
    const auto steps = static_cast<std::size_t>(series.step_count());
    StageEmissions emitted{std::vector<double>(steps, 0.0), stage_power(system, series, stage),
                           std::vector<double>(steps, 0.0)};
    for (const model::StageMode* mode : model::modes_of(system, stage))
        for (const char* quantity : {"emissions", "process_emissions"}) {
            const std::vector<double>& tonnes = series.values(mode->kind, mode->name, quantity);
            for (std::size_t t = 0; t < steps; ++t) emitted.direct[t] += tonnes[t];
        }
    const auto carry = [&](std::vector<double>& megawatts, const std::vector<double>& intensity, double factor) {
        for (std::size_t t = 0; t < steps; ++t)
            megawatts[t] *= factor * intensity[t] * system.horizon().hours(static_cast<int>(t));
    };
    carry(emitted.power, carbon.zones.at(static_cast<std::size_t>(process.zone.index)), process.withdrawal_factor());
    if (!process.heat_node.is_set()) return emitted;
    emitted.heat = stage_heat(system, series, stage);
    carry(emitted.heat, carbon.heat_nodes.at(static_cast<std::size_t>(process.heat_node.index)), 1.0);
    return emitted;
}

}  // namespace indus::reports
