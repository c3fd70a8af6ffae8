// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/upgrade.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "model/audit.hpp"
#include "model/components/works/works.hpp"
#include "model/formulation.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

constexpr Equation upgrade_saving{
    "saving", "MW", "saved[t] <= saving_share power[t], saved[t] <= saving_share max(power) built; heat alike",
    "McCormick (1976), Mathematical Programming 10, doi:10.1007/BF01580665: exact product of "
    "a binary and a bounded amount",
    Rigidity::law};
constexpr Equation upgrade_recovery{
    "recovery", "MW", "recovered[t] <= recovered_mwh_per_unit rate[t]; recovered[t] <= recovered_max_mw built",
    "definition", Rigidity::law};
constexpr Equation one_upgrade{"one upgrade", "1", "sum(built, upgrades of the stage) <= 1", "definition",
                               Rigidity::law};
constexpr std::array upgrade_equations{upgrade_saving, upgrade_recovery, one_upgrade};

bool is_last_of_stage(const System& system, int index) {
    const auto& list = system.all<Upgrade>();
    for (std::size_t i = static_cast<std::size_t>(index) + 1; i < list.size(); ++i)
        if (list[i].stage.index == list[static_cast<std::size_t>(index)].stage.index) return false;
    return true;
}

}  // namespace

std::span<const Equation> Upgrade::equations() { return upgrade_equations; }

void Upgrade::check(Complaints& complaints) const {
    if (recovered_mwh_per_unit > 0.0 && recovered_max_mw == 0.0)
        complaints.add("recovered_max_mw", recovered_max_mw, "more than 0, as recovered_mwh_per_unit is");
}

void Upgrade::check_in(const SystemData& data, Complaints& complaints) const {
    for (const Stage& each : data.list<Stage>())
        for (const Process& process : data.list<Process>())
            if (each.name == stage.name && process.name == each.process.name && !process.heat_node.is_set() &&
                heat_saving_share > 0.0)
                complaints.add("heat_saving_share", heat_saving_share,
                               fmt::format("0, as process '{}' has no heat_node", process.name));
}

void Upgrade::add_to(Formulation& f, int index) const {
    Works& works = f.shared<Works>(f.system());
    const Horizon& horizon = f.horizon();
    const Process& process = f.system().at(f.system().at(stage).process);
    const Desk d = f.desk_in(*this, works.block(f.program(), f.system().at(stage).process.index));
    const auto steps = static_cast<std::size_t>(horizon.step_count());
    std::vector<double> choice(steps, 0.0);
    choice[0] = build == UpgradeChoice::no ? 0.0 : 1.0;
    const Series built = d.binaries("built", choice);
    if (build == UpgradeChoice::yes) f.program().set_bounds(built[0], 1.0, 1.0);
    d.cost("upgrade", 0, cost_per_year * horizon.total_hours() / 8760.0 * built[0]);
    works.upgrades(stage.index).add(built[0], 1.0);
    if (is_last_of_stage(f.system(), index)) d.require(one_upgrade, 0, works.upgrades(stage.index) <= 1.0);

    // Of `sum`, a share up to what it can be; nothing unless it is built.
    const auto save = [&](std::string_view quantity, double share, auto sum_at, auto put) {
        if (share <= 0.0) return;
        std::vector<double> most(steps);
        for (int t = 0; t < horizon.step_count(); ++t)
            most[static_cast<std::size_t>(t)] = share * largest(f.program(), sum_at(t));
        const Series saved = d.variables(quantity, "MW", 0.0, most);
        for (int t = 0; t < horizon.step_count(); ++t) {
            d.require(upgrade_saving, t, Expression{saved[t]} <= share * Expression{sum_at(t)});
            d.require(upgrade_saving, t, Expression{saved[t]} <= most[static_cast<std::size_t>(t)] * built[0]);
            put(t, saved[t]);
        }
    };
    const auto give = [&](int t, Variable mw) {
        f.zone_balance(process.zone, t).add(mw, process.withdrawal_factor());
        f.serve(process.zone, t, -process.withdrawal_factor() * mw);
    };
    save(
        "saved", saving_share, [&](int t) { return works.power(stage.index, t); }, give);
    save(
        "saved_heat", heat_saving_share, [&](int t) { return works.heat(stage.index, t); },
        [&](int t, Variable mw) { f.shared<HeatBalance>(f.system()).at(process.heat_node, t).add(mw, 1.0); });
    if (recovered_max_mw <= 0.0) return;
    const Series recovered = d.variables("recovered", "MW", 0.0, recovered_max_mw);
    for (int t = 0; t < horizon.step_count(); ++t) {
        d.require(upgrade_recovery, t,
                  Expression{recovered[t]} <= recovered_mwh_per_unit * Expression{works.rate(stage.index, t)});
        d.require(upgrade_recovery, t, Expression{recovered[t]} <= recovered_max_mw * built[0]);
        give(t, recovered[t]);
    }
}

void Upgrade::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    AuditedWorks& works = a.shared<AuditedWorks>(a.system());
    const Process& process = a.system().at(a.system().at(stage).process);
    const auto built = d.series("built");
    const auto saved = d.optional_series("saved");
    const auto saved_heat = d.optional_series("saved_heat");
    const auto recovered = d.optional_series("recovered");
    d.binary(0, built[0], "built");
    if (build == UpgradeChoice::yes) d.equal(0, built[0], 1.0, "built", "");
    if (build == UpgradeChoice::no) d.equal(0, built[0], 0.0, "built", "");
    double together = 0.0;
    for (const Upgrade& each : a.system().all<Upgrade>())
        if (each.stage.index == stage.index) together += a.desk(each).series("built")[0];
    d.at_most(0, together, 1.0, "upgrades of a stage", "");
    d.charge("upgrade", 0, cost_per_year * a.horizon().total_hours() / 8760.0 * built[0]);
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        if (t > 0) d.equal(t, built[i], 0.0, "built after the first step", "");
        for (const auto& [series, what] :
             {std::pair{saved, "saved power"}, {saved_heat, "saved heat"}, {recovered, "recovered power"}})
            d.at_least(t, series[i], 0.0, what, "MW");
        d.at_most(t, saved[i], built[0] * saving_share * works.power(stage.index, t), "saved power", "MW");
        d.at_most(t, saved_heat[i], built[0] * heat_saving_share * works.heat(stage.index, t), "saved heat", "MW");
        d.at_most(t, recovered[i],
                  built[0] * std::min(recovered_max_mw, recovered_mwh_per_unit * works.rate(stage.index, t)),
                  "recovered power", "MW");
        const double given = (saved[i] + recovered[i]) / (1.0 - process.loss_share);
        a.inject(process.zone, t, given);
        a.serve(process.zone, t, -given);
        if (process.heat_node.is_set())
            a.shared<AuditedHeatBalance>(a.system()).at(process.heat_node, t) += saved_heat[i];
    }
}

}  // namespace indus::model
