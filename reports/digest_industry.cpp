// SPDX-License-Identifier: Apache-2.0
// Industrial loads of a digest: processes, contracts, energy that is shifted, boilers, and fuel in stocks.
#include <algorithm>
#include <set>

#include "model/components/works/works.hpp"
#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

void add(std::vector<double>& sum, const std::vector<double>& values, double factor = 1.0) {
    if (sum.size() < values.size()) sum.resize(values.size(), 0.0);
    for (std::size_t t = 0; t < values.size(); ++t) sum[t] += factor * values[t];
}

/// Units of the product that the stages of a process made.
double made_of(const DigestInput& in, const model::Process& process, std::string_view product) {
    double sum = 0.0;
    for (const model::Stage& stage : in.system.all<model::Stage>()) {
        if (stage.process.name != process.name) continue;
        for (const model::StageMode* mode : model::modes_of(in.system, stage)) {
            const model::WeightedNames::Item* yield = mode->output.find(product);
            if (!yield) continue;
            const bool is_batch = mode->is_batch();
            const auto& series = in.series.values(stage.kind, stage.name, (is_batch ? "begin_" : "rate_") + mode->name);
            sum += yield->weight * (is_batch ? mode->batch_units * in.series.total(series) : in.series.energy(series));
        }
    }
    return sum;
}

std::string product_of(const model::System& system, const model::Process& process) {
    if (!process.product.empty()) return process.product;
    for (const model::Order& order : system.all<model::Order>())
        if (system.at(order.stock).process.name == process.name) return order.stock.name;
    return {};
}

class ProcessDigest {
public:
    ProcessDigest(const DigestInput& in, const model::Process& process) : in_{in}, process_{process} {
        row_.name = process.name;
        row_.zone = process.zone.name;
        row_.sector = process.sector;
        row_.product = product_of(in.system, process);
    }

    ProcessRow row() {
        draws();
        orders();
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
        }
        return row_;
    }

private:
    void draws() {
        parts_.insert({std::string{process_.kind}, process_.name});
        for (const model::Stage& stage : in_.system.all<model::Stage>()) {
            if (stage.process.name != process_.name) continue;
            parts_.insert({std::string{stage.kind}, stage.name});
            add(power_, in_.series.values(stage.kind, stage.name, "power"));
            row_.heat_mwh += in_.series.energy(in_.series.values(stage.kind, stage.name, "heat"));
            for (const model::Upgrade& each : in_.system.all<model::Upgrade>()) {
                if (each.stage.name != stage.name) continue;
                parts_.insert({std::string{each.kind}, each.name});
                for (const auto* quantity : {"saved", "recovered"})
                    add(power_, in_.series.values(each.kind, each.name, quantity), -1.0);
                row_.heat_mwh -= in_.series.energy(in_.series.values(each.kind, each.name, "saved_heat"));
            }
        }
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
        }
    }

    const DigestInput& in_;
    const model::Process& process_;
    ProcessRow row_{};
    std::vector<double> power_{};
    std::set<std::pair<std::string, std::string>> parts_{};
};

template <class Component>
double withdrawn_by(const DigestInput& in) {
    double sum = 0.0;
    for (const Component& each : in.system.all<Component>())
        sum += in.series.energy(in.series.values(each.kind, each.name, "withdrawal"));
    return sum;
}

void digest_fuel_stocks(const DigestInput& in, Digest& d) {
    for (const model::FuelStock& stock : in.system.all<model::FuelStock>()) {
        FuelStockRow row{stock.name, stock.fuel.name, stock.capacity_t, stock.initial_level_t};
        const auto& level = in.series.values(stock.kind, stock.name, "level");
        if (!level.empty()) {
            row.final_level_t = level.back();
            row.lowest_level_t = *std::min_element(level.begin(), level.end());
        }
        row.burnt_t = in.series.total(in.series.values(stock.kind, stock.name, "burnt"));
        for (const model::FuelRoute& route : in.system.all<model::FuelRoute>())
            if (route.to.name == stock.name)
                row.brought_t += in.series.energy(in.series.values(route.kind, route.name, "brought"));
        d.fuel_stocks.push_back(row);
    }
}

}  // namespace

void digest_industry(const DigestInput& in, Digest& d) {
    for (const model::Process& each : in.system.all<model::Process>())
        d.processes.push_back(ProcessDigest{in, each}.row());
    digest_fuel_stocks(in, d);
}

double industrial_withdrawal(const DigestInput& in) {
    double sum = withdrawn_by<model::Stage>(in) + withdrawn_by<model::ShiftableLoad>(in) +
                 withdrawn_by<model::InterruptibleContract>(in) + withdrawn_by<model::Boiler>(in);
    for (const model::Upgrade& each : in.system.all<model::Upgrade>()) {
        const model::Process& process = in.system.at(in.system.at(each.stage).process);
        for (const auto* quantity : {"saved", "recovered"})
            sum -= process.withdrawal_factor() * in.series.energy(in.series.values(each.kind, each.name, quantity));
    }
    return sum;
}

double meter_loss(const DigestInput& in) {
    double sum = 0.0;
    for (const model::Meter& each : in.system.all<model::Meter>())
        sum +=
            (1.0 / (1.0 - each.loss_share) - 1.0) * in.series.energy(in.series.values(each.kind, each.name, "import"));
    return sum;
}

}  // namespace indus::reports
