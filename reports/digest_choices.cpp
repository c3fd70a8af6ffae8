// SPDX-License-Identifier: Apache-2.0
// Upgrades and contracts of a digest: what was built, and how often who was called.
#include <algorithm>

#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

UpgradeRow upgrade_row(const DigestInput& in, const model::Upgrade& upgrade) {
    const auto values = [&](std::string_view quantity) -> const std::vector<double>& {
        return in.series.values(upgrade.kind, upgrade.name, quantity);
    };
    UpgradeRow row;
    row.name = upgrade.name;
    row.stage = upgrade.stage.name;
    row.process = in.system.at(upgrade.stage).process.name;
    row.choice = model::Choices<model::UpgradeChoice>::names[static_cast<std::size_t>(upgrade.build)];
    const auto& built = values("built");  // 1 in the first step
    row.built = !built.empty() && built.front() > 0.5 ? "yes" : "no";
    for (const model::CostRecord& each : in.solution.costs)
        if (each.kind == upgrade.kind && each.owner == upgrade.name) row.cost += each.amount;
    row.saved_mwh = in.series.energy(values("saved"));
    row.saved_heat_mwh = in.series.energy(values("saved_heat"));
    row.recovered_mwh = in.series.energy(values("recovered"));
    return row;
}

ContractRow contract_row(const DigestInput& in, const model::InterruptibleContract& contract) {
    const auto values = [&](std::string_view quantity) -> const std::vector<double>& {
        return in.series.values(contract.kind, contract.name, quantity);
    };
    ContractRow row;
    row.name = contract.name;
    row.demand = contract.demand.name;
    row.zone = in.system.at(contract.demand).zone.name;
    row.calls = in.series.total(values("begin"));
    row.hours_called = in.series.energy(values("called"));
    const auto& cut = values("cut");
    row.called_off_mwh = in.series.energy(cut);
    row.most_called_off_mw = cut.empty() ? 0.0 : *std::max_element(cut.begin(), cut.end());
    row.paid_back_mwh = in.series.energy(values("payback"));
    row.payment = contract.payment_per_mwh * row.called_off_mwh + contract.payment_per_call * row.calls;
    return row;
}

}  // namespace

void digest_upgrades(const DigestInput& in, Digest& d) {
    for (const model::Upgrade& each : in.system.all<model::Upgrade>()) d.upgrades.push_back(upgrade_row(in, each));
}

void digest_contracts(const DigestInput& in, Digest& d) {
    for (const model::InterruptibleContract& each : in.system.all<model::InterruptibleContract>())
        d.contracts.push_back(contract_row(in, each));
}

}  // namespace indus::reports
