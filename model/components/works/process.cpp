// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/process.hpp"

#include <algorithm>

#include "model/audit.hpp"
#include "model/components/works/works.hpp"
#include "model/formulation.hpp"

namespace indus::model {

namespace {

// A definition: stages draw from the zone themselves.
constexpr std::array process_equations{
    Equation{"withdrawal", "MW", "withdrawal[t] = sum(power[t], stages) / (1 - loss_share)", "definition"}};

}  // namespace

std::span<const Equation> Process::equations() { return process_equations; }

void Process::check(Complaints&) const {}

void Process::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> stocks;
    for (const Stock& each : data.list<Stock>())
        if (each.process.name == name) stocks.push_back(each.name);
    if (!product.empty() && std::find(stocks.begin(), stocks.end(), product) == stocks.end())
        complaints.add("product", product, "the name of a stock of this process", nearest_name(product, stocks));
    for (const Stage& stage : data.list<Stage>()) {
        if (stage.process.name != name || heat_node.is_set()) continue;
        for (const StageMode& mode : data.list<StageMode>())
            if (mode.stage.name == stage.name &&
                (mode.heat_mw > 0.0 || mode.heat_mwh_per_unit > 0.0 || !mode.batch_heat_mw.empty()))
                return complaints.add("heat_node", "", "a heat node, as mode " + mode.name + " takes heat");
    }
}

void Process::add_to(Formulation&, int) const {}
void Process::audit(Audit&, int) const {}

}  // namespace indus::model
