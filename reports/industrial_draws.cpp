// SPDX-License-Identifier: Apache-2.0
#include "reports/industrial_draws.hpp"

namespace indus::reports {

namespace {

void add(std::vector<double>& sum, const std::vector<double>& values, double factor = 1.0) {
    for (std::size_t t = 0; t < values.size(); ++t) sum[t] += factor * values[t];
}

void subtract_savings(const model::System& system, const SeriesIndex& series, const model::Stage& stage,
                      std::initializer_list<std::string_view> quantities, std::vector<double>& sum) {
    for (const model::Upgrade& each : system.all<model::Upgrade>())
        if (each.stage.name == stage.name)
            for (const std::string_view quantity : quantities)
                add(sum, series.values(each.kind, each.name, quantity), -1.0);
}

/// Contracts count with their demand: at its zone, with its losses.
IndustrialDraw draw_of(const model::System& system, const SeriesIndex& series,
                       const model::InterruptibleContract& contract, int index) {
    const model::Demand& demand = system.at(contract.demand);
    IndustrialDraw draw{contract.kind, index, demand.zone.index, demand.withdrawal_factor(),
                        series.values(contract.kind, contract.name, "payback")};
    add(draw.power, series.values(contract.kind, contract.name, "cut"), -1.0);
    return draw;
}

IndustrialDraw draw_of(const model::System&, const SeriesIndex& series, const model::ShiftableLoad& load, int index) {
    return {load.kind, index, load.zone.index, load.withdrawal_factor(), series.values(load.kind, load.name, "draw")};
}

IndustrialDraw draw_of(const model::System& system, const SeriesIndex& series, const model::Boiler& boiler, int index) {
    return {boiler.kind, index, system.at(boiler.node).zone.index, 1.0,
            series.values(boiler.kind, boiler.name, "withdrawal")};
}

IndustrialDraw draw_of(const model::System& system, const SeriesIndex& series, const model::Process& process,
                       int index) {
    IndustrialDraw draw{process.kind, index, process.zone.index, process.withdrawal_factor(),
                        std::vector<double>(static_cast<std::size_t>(series.step_count()), 0.0)};
    for (const model::Stage& stage : system.all<model::Stage>())
        if (stage.process.name == process.name) add(draw.power, stage_power(system, series, stage));
    return draw;
}

template <class Component>
void use_all(const model::System& system, const SeriesIndex& series,
             const std::function<void(const IndustrialDraw&)>& use) {
    int index = 0;
    for (const Component& each : system.all<Component>()) use(draw_of(system, series, each, index++));
}

}  // namespace

void for_each_industrial_draw(const model::System& system, const SeriesIndex& series,
                              const std::function<void(const IndustrialDraw&)>& use) {
    use_all<model::Process>(system, series, use);
    use_all<model::ShiftableLoad>(system, series, use);
    use_all<model::InterruptibleContract>(system, series, use);
    use_all<model::Boiler>(system, series, use);
}

std::vector<double> stage_power(const model::System& system, const SeriesIndex& series, const model::Stage& stage) {
    std::vector<double> power = series.values(stage.kind, stage.name, "power");
    subtract_savings(system, series, stage, {"saved", "recovered"}, power);
    return power;
}

std::vector<double> stage_heat(const model::System& system, const SeriesIndex& series, const model::Stage& stage) {
    std::vector<double> heat = series.values(stage.kind, stage.name, "heat");
    subtract_savings(system, series, stage, {"saved_heat"}, heat);
    return heat;
}

}  // namespace indus::reports
