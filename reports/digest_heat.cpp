// SPDX-License-Identifier: Apache-2.0
// Heat nodes of a digest: who gave heat, who used it, and its price.
#include <algorithm>

#include "reports/digest_parts.hpp"
#include "reports/industrial_draws.hpp"

namespace indus::reports {

namespace {

void add_to(std::vector<double>& sum, const std::vector<double>& values, double factor = 1.0) {
    for (std::size_t t = 0; t < sum.size(); ++t) sum[t] += factor * values[t];
}

class HeatNodeDigest {
public:
    HeatNodeDigest(const DigestInput& in, const model::HeatNode& node)
        : in_{in}, node_{node}, used_(static_cast<std::size_t>(in.series.step_count()), 0.0) {}

    HeatNodeRow row() {
        row_.name = node_.name;
        row_.zone = node_.zone.name;
        row_.boilers_mwh = given<model::Boiler>();
        row_.cogeneration_mwh = given<model::Cogeneration>();
        row_.vented_mwh = in_.series.energy(in_.series.values(node_.kind, node_.name, "vented"));
        use();
        row_.used_mwh = in_.series.energy(used_);
        price();
        return row_;
    }

private:
    template <class Plant>
    double given() const {
        double sum = 0.0;
        for (const Plant& each : in_.system.all<Plant>())
            if (each.node.name == node_.name) sum += in_.series.energy(in_.series.values(each.kind, each.name, "heat"));
        return sum;
    }

    void use() {
        for (const model::HeatDemand& each : in_.system.all<model::HeatDemand>()) {
            if (each.node.name != node_.name) continue;
            const auto& missing = in_.series.values(each.kind, each.name, "unserved_heat");
            add_to(used_, each.load_mw.values);
            add_to(used_, missing, -1.0);
            row_.unserved_mwh += in_.series.energy(missing);
        }
        for (const model::Stage& stage : in_.system.all<model::Stage>())
            if (in_.system.at(stage.process).heat_node.name == node_.name)
                add_to(used_, stage_heat(in_.system, in_.series, stage));
    }

    void price() {
        const model::PriceRecord* price = in_.series.price(node_.kind, node_.name);
        row_.average_price_per_mwh = weighted_price(in_.series, price, used_);
        if (!row_.average_price_per_mwh) return;
        row_.min_price_per_mwh = *std::min_element(price->values.begin(), price->values.end());
        row_.max_price_per_mwh = *std::max_element(price->values.begin(), price->values.end());
    }

    const DigestInput& in_;
    const model::HeatNode& node_;
    std::vector<double> used_;
    HeatNodeRow row_{};
};

}  // namespace

void digest_heat(const DigestInput& in, Digest& d) {
    for (const model::HeatNode& each : in.system.all<model::HeatNode>())
        d.heat_nodes.push_back(HeatNodeDigest{in, each}.row());
}

}  // namespace indus::reports
