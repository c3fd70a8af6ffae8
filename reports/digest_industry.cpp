// SPDX-License-Identifier: Apache-2.0
// Processes of a digest: what they made, drew and cost.
#include <algorithm>
#include <set>

#include "model/components/works/works.hpp"
#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"
#include "reports/power_cost.hpp"

namespace indus::reports {

namespace {

/// Units that a mode of a stage made; of batches whose size is decided, by the size that was.
double units_of(const DigestInput& in, const model::Stage& stage, const model::StageMode& mode) {
    const auto values = [&](const char* prefix) -> const std::vector<double>& {
        return in.series.values(stage.kind, stage.name, prefix + mode.name);
    };
    if (!mode.is_batch()) return in.series.energy(values("rate_"));
    if (mode.decides_size()) return in.series.total(values("units_"));
    return mode.batch_units * in.series.total(values("begin_"));
}

/// Units of a stock that the stages of a process made; `net`: less those that they took.
double made_of(const DigestInput& in, const model::Process& process, std::string_view stock, bool net) {
    double sum = 0.0;
    for (const model::Stage& stage : in.system.all<model::Stage>()) {
        if (stage.process.name != process.name) continue;
        for (const model::StageMode* mode : model::modes_of(in.system, stage)) {
            const model::WeightedNames::Item* given = mode->output.find(stock);
            const model::WeightedNames::Item* taken = net ? mode->input.find(stock) : nullptr;
            if (given || taken)
                sum += ((given ? given->weight : 0.0) - (taken ? taken->weight : 0.0)) * units_of(in, stage, *mode);
        }
    }
    return sum;
}

/// The product that the case names; else all stocks of the process with an order.
std::vector<const model::Stock*> products_of(const model::System& system, const model::Process& process) {
    std::vector<const model::Stock*> products;
    for (const model::Stock& stock : system.all<model::Stock>()) {
        const auto& orders = system.all<model::Order>();
        const bool is_ordered = std::any_of(orders.begin(), orders.end(),
                                            [&](const model::Order& each) { return each.stock.name == stock.name; });
        if (process.product.empty() ? is_ordered && stock.process.name == process.name : stock.name == process.product)
            products.push_back(&stock);
    }
    return products;
}

class ProcessDigest {
public:
    ProcessDigest(const DigestInput& in, const Digest& d, const model::Process& process)
        : in_{in},
          d_{d},
          process_{process},
          power_(static_cast<std::size_t>(in.series.step_count()), 0.0),
          heat_(power_) {
        row_.name = process.name;
        row_.zone = process.zone.name;
        row_.sector = process.sector;
    }

    ProcessRow row(const PowerCost& power_cost, const HeatCost& heat_cost) {
        draws();
        products();
        orders();
        shifts();
        row_.energy_mwh = in_.series.energy(power_);
        row_.heat_mwh = in_.series.energy(heat_);
        row_.peak_mw = power_.empty() ? 0.0 : *std::max_element(power_.begin(), power_.end());
        costs(power_cost, heat_cost);
        per_unit();
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
            const std::vector<double> heat = stage_heat(in_.system, in_.series, stage);
            for (std::size_t t = 0; t < heat.size(); ++t) heat_[t] += heat[t];
            if (d_.has_solution)
                row_.emissions_t += in_.series.total(stage_emissions(in_.system, in_.series, d_.carbon, stage));
            for (const model::Upgrade& each : in_.system.all<model::Upgrade>())
                if (each.stage.name == stage.name) parts_.insert({std::string{each.kind}, each.name});
        }
    }

    void products() {
        for (const model::Stock& stock : in_.system.all<model::Stock>())
            if (stock.process.name == process_.name) parts_.insert({std::string{stock.kind}, stock.name});
        const std::vector<const model::Stock*> products = products_of(in_.system, process_);
        if (products.empty()) {
            row_.made = 0.0;
            return;
        }
        double made = 0.0;
        bool alike = true;
        for (const model::Stock* each : products) {
            row_.product += (row_.product.empty() ? "" : ", ") + each->name;
            made += made_of(in_, process_, each->name, products.size() > 1);
            alike = alike && each->unit == products.front()->unit;
        }
        if (!alike) return;
        row_.unit = products.front()->unit;
        row_.made = made;
    }

    /// All orders together, if their units are alike.
    void orders() {
        OrderRow sum;
        bool alike = true;
        for (const OrderRow& each : d_.orders) {
            if (each.process != process_.name) continue;
            parts_.insert({std::string{model::Order::kind}, each.name});
            alike = alike && (sum.unit.empty() || sum.unit == each.unit);
            sum.unit = each.unit;
            sum.due += each.due;
            sum.delivered += each.delivered;
            sum.on_time += each.on_time;
            sum.lost += each.lost;
            sum.late_unit_hours += each.late_unit_hours;
        }
        if (!alike) return;
        row_.due = sum.due;
        row_.delivered = sum.delivered;
        row_.on_time = sum.on_time;
        row_.lost = sum.lost;
        row_.late_unit_hours = sum.late_unit_hours;
        if (sum.due > 0.0) row_.on_time_share = sum.on_time / sum.due;
    }

    void costs(const PowerCost& power_cost, const HeatCost& heat_cost) {
        for (const model::CostRecord& each : in_.solution.costs)
            if (parts_.contains({each.kind, each.owner})) row_.own_cost += each.amount;
        std::vector<double> drawn = power_;
        for (double& each : drawn) each *= process_.withdrawal_factor();
        const Priced power = power_cost.of(process_.zone.index, drawn);
        row_.power_cost = power.cost;
        row_.power_cost_basis = power.basis;
        if (row_.heat_mwh <= nothing_mw) return;
        const Priced heat = heat_cost.of(process_.heat_node.index, heat_);
        row_.heat_cost = heat.cost;
        row_.heat_cost_basis = heat.basis;
    }

    void per_unit() {
        if (!row_.made || *row_.made <= 0.0) return;
        row_.energy_per_unit_mwh = row_.energy_mwh / *row_.made;
        row_.emissions_per_unit_t = row_.emissions_t / *row_.made;
        const bool is_known = row_.power_cost && (row_.heat_cost || row_.heat_mwh <= nothing_mw);
        if (is_known)
            row_.cost_per_unit = (row_.own_cost + *row_.power_cost + row_.heat_cost.value_or(0.0)) / *row_.made;
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
    std::vector<double> power_, heat_;  ///< at the customer [MW]
    std::set<std::pair<std::string, std::string>> parts_{};
};

}  // namespace

void digest_industry(const DigestInput& in, Digest& d) {
    if (in.system.all<model::Process>().empty()) return;
    const PowerCost power{in, d};
    const HeatCost heat{in, d, power};
    for (const model::Process& each : in.system.all<model::Process>())
        d.processes.push_back(ProcessDigest{in, d, each}.row(power, heat));
}

}  // namespace indus::reports
