// SPDX-License-Identifier: Apache-2.0
// Industrial loads of a digest: processes, and what they and other loads drew.
#include <algorithm>
#include <set>

#include "model/components/works/works.hpp"
#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"

namespace indus::reports {

namespace {

/// Units of the product that the stages of a process made.
double made_of(const DigestInput& in, const model::Process& process, std::string_view product) {
    double sum = 0.0;
    for (const model::Stage& stage : in.system.all<model::Stage>()) {
        if (stage.process.name != process.name) continue;
        for (const model::StageMode* mode : model::modes_of(in.system, stage)) {
            const model::WeightedNames::Item* yield = mode->output.find(product);
            if (!yield) continue;
            const auto of = [&](const char* quantity) -> const std::vector<double>& {
                return in.series.values(stage.kind, stage.name, quantity + mode->name);
            };
            if (mode->decides_size())
                sum += yield->weight * in.series.total(of("units_"));
            else if (mode->is_batch())
                sum += yield->weight * mode->batch_units * in.series.total(of("begin_"));
            else
                sum += yield->weight * in.series.energy(of("rate_"));
        }
    }
    return sum;
}

/// Units delivered by the time at which they were due. What is delivered first makes up for what is late, then serves
/// the next that is due.
double on_time_of(const DigestInput& in, const model::Order& order) {
    const model::Horizon& horizon = in.system.horizon();
    const auto& delivered = in.series.values(order.kind, order.name, "delivered");
    const auto& lost = in.series.values(order.kind, order.name, "lost");
    std::vector<double> due(delivered.size(), 0.0), on_time(delivered.size(), 0.0);
    for (const model::Order::Due& each : order.dues(horizon)) due[static_cast<std::size_t>(each.last)] += each.amount;
    double late = 0.0, ahead = 0.0;
    for (int t = 0; t < horizon.step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        if (horizon.is_first(t)) late = ahead = 0.0;
        const double units = delivered[i] * horizon.hours(t);
        const double makes_up = std::min(late, units);
        ahead += units - makes_up;
        on_time[i] = std::min(ahead, due[i]);
        ahead -= on_time[i];
        late = std::max(0.0, late - makes_up + due[i] - on_time[i] - lost[i]);
    }
    return in.series.total(on_time);
}

std::string product_of(const model::System& system, const model::Process& process) {
    if (!process.product.empty()) return process.product;
    for (const model::Order& order : system.all<model::Order>())
        if (system.at(order.stock).process.name == process.name) return order.stock.name;
    return {};
}

class ProcessDigest {
public:
    ProcessDigest(const DigestInput& in, const Digest& d, const model::Process& process)
        : in_{in}, d_{d}, process_{process}, power_(static_cast<std::size_t>(in.series.step_count()), 0.0) {
        row_.name = process.name;
        row_.zone = process.zone.name;
        row_.sector = process.sector;
        row_.product = product_of(in.system, process);
    }

    ProcessRow row() {
        draws();
        orders();
        shifts();
        row_.made = made_of(in_, process_, row_.product);
        row_.energy_mwh = in_.series.energy(power_);
        row_.peak_mw = power_.empty() ? 0.0 : *std::max_element(power_.begin(), power_.end());
        for (const model::CostRecord& each : in_.solution.costs)
            if (parts_.contains({each.kind, each.owner})) row_.own_cost += each.amount;
        const model::PriceRecord* price = in_.series.price(model::Zone::kind, row_.zone);
        if (price) {
            std::vector<double> paid = power_;
            for (std::size_t t = 0; t < paid.size(); ++t) paid[t] *= price->values[t] * process_.withdrawal_factor();
            row_.power_cost = in_.series.energy(paid);
        }
        if (row_.made > 0.0) {
            row_.energy_per_unit_mwh = row_.energy_mwh / row_.made;
            if (row_.power_cost) row_.cost_per_unit = (row_.own_cost + *row_.power_cost) / row_.made;
            row_.emissions_per_unit_t = row_.emissions_t / row_.made;
            row_.direct_emissions_per_unit_t = row_.direct_emissions_t / row_.made;
            row_.power_emissions_per_unit_t = row_.power_emissions_t / row_.made;
            row_.heat_emissions_per_unit_t = row_.heat_emissions_t / row_.made;
        }
        return row_;
    }

private:
    void draws() {
        parts_.insert({std::string{process_.kind}, process_.name});
        for (const model::Stage& stage : in_.system.all<model::Stage>()) {
            if (stage.process.name != process_.name) continue;
            parts_.insert({std::string{stage.kind}, stage.name});
            const std::vector<double> power = stage_power(in_.system, in_.series, stage);
            for (std::size_t t = 0; t < power.size(); ++t) power_[t] += power[t];
            row_.heat_mwh += in_.series.energy(stage_heat(in_.system, in_.series, stage));
            emissions(stage);
            for (const model::StageMode* each : model::modes_of(in_.system, stage)) {
                parts_.insert({std::string{each->kind}, each->name});
                row_.fuel_gj += in_.series.total(in_.series.values(each->kind, each->name, "fuel_use"));
            }
            for (const model::Upgrade& each : in_.system.all<model::Upgrade>())
                if (each.stage.name == stage.name) parts_.insert({std::string{each.kind}, each.name});
        }
    }

    void emissions(const model::Stage& stage) {
        if (!d_.has_solution) return;
        const StageEmissions emitted = stage_emissions(in_.system, in_.series, d_.carbon, stage);
        row_.direct_emissions_t += in_.series.total(emitted.direct);
        row_.power_emissions_t += in_.series.total(emitted.power);
        row_.heat_emissions_t += in_.series.total(emitted.heat);
        row_.emissions_t = row_.direct_emissions_t + row_.power_emissions_t + row_.heat_emissions_t;
    }

    void orders() {
        for (const model::Stock& stock : in_.system.all<model::Stock>()) {
            if (stock.process.name != process_.name) continue;
            parts_.insert({std::string{stock.kind}, stock.name});
            if (stock.name == row_.product) row_.unit = stock.unit;
        }
        for (const model::Order& order : in_.system.all<model::Order>()) {
            if (in_.system.at(order.stock).process.name != process_.name) continue;
            parts_.insert({std::string{order.kind}, order.name});
            if (order.stock.name != row_.product) continue;
            for (const model::Order::Due& each : order.dues(in_.system.horizon())) row_.due += each.amount;
            row_.delivered += in_.series.energy(in_.series.values(order.kind, order.name, "delivered"));
            row_.lost += in_.series.total(in_.series.values(order.kind, order.name, "lost"));
            row_.late_unit_hours += in_.series.energy(in_.series.values(order.kind, order.name, "late"));
            row_.on_time += on_time_of(in_, order);
        }
        if (row_.due > 0.0) row_.on_time_share = row_.on_time / row_.due;
    }

    void shifts() {
        for (const LoadShiftRow& each : d_.load_shifts) {
            if (each.kind != process_.kind || each.name != process_.name) continue;
            row_.energy_shifted_mwh = each.energy_shifted_mwh;
            row_.peak_shaved_mw = each.peak_shaved_mw;
        }
    }

    const DigestInput& in_;
    const Digest& d_;
    const model::Process& process_;
    ProcessRow row_{};
    std::vector<double> power_;
    std::set<std::pair<std::string, std::string>> parts_{};
};

}  // namespace

void digest_industry(const DigestInput& in, Digest& d) {
    for (const model::Process& each : in.system.all<model::Process>())
        d.processes.push_back(ProcessDigest{in, d, each}.row());
}

double industrial_withdrawal(const DigestInput& in) {
    double sum = 0.0;
    for_each_industrial_draw(in.system, in.series,
                             [&](const IndustrialDraw& draw) { sum += draw.factor * in.series.energy(draw.power); });
    return sum;
}

}  // namespace indus::reports
