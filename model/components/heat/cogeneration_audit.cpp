// SPDX-License-Identifier: Apache-2.0
// Whether a cogeneration plant keeps within its region, step by step, from its fields alone.
#include "model/components/heat/cogeneration_rules.hpp"
#include "model/components/heat/commitment_audit.hpp"
#include "model/heat_balance.hpp"

namespace indus::model {

namespace {

/// The corner that a step of the plant keeps inside of, all in MW.
void within_region(const Cogeneration& p, const AuditDesk& d, int t, const CommitmentAudit::Step& now, double output,
                   double heat) {
    const bool is_extraction = p.type == CogenerationType::extraction;
    const double without_heat = is_extraction ? output + p.power_loss_per_heat * heat : output;
    d.at_least(t, output, 0.0, "power", "MW");
    d.at_least(t, heat, 0.0, "heat", "MW");
    d.at_least(t, without_heat, now.is_on ? p.min_output_mw : 0.0, "power without heat", "MW");
    d.at_most(t, without_heat, now.is_on ? now.left_mw : 0.0, "power without heat", "MW");
    const double line_mw = p.power_to_heat * heat;
    if (is_extraction)
        d.at_least(t, output, line_mw, "power on the back-pressure line", "MW");
    else
        d.equal(t, output, line_mw, "power on the back-pressure line", "MW");
    if (is_extraction || p.max_heat_mw > 0.0)
        d.at_most(t, heat, now.is_on ? d.capacity_left(t, p.capacity_mw, p.max_heat_mw) : 0.0, "heat", "MW");
}

}  // namespace

void Cogeneration::audit(Audit& a, int) const {
    const AuditDesk d = a.desk(*this);
    const auto output = d.series("output");
    const auto heat = d.series("heat");
    const auto condensing = d.series("condensing");
    CommitmentAudit walk{rules_of(*this), a, d};
    std::vector<double> gigajoules;
    for (int t = 0; t < a.horizon().step_count(); ++t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = a.horizon().hours(t);
        const CommitmentAudit::Step now = walk.follow(t);
        within_region(*this, d, t, now, output[i], heat[i]);
        if (const auto before = a.horizon().before(t); before && ramp_mw_per_h && now.is_on && now.was_on) {
            const double rise = output[i] - output[static_cast<std::size_t>(*before)];
            d.at_most(t, rise, *ramp_mw_per_h * h, "rise of power", "MW");
            if (!audited_trip(a, name, t)) d.at_most(t, -rise, *ramp_mw_per_h * h, "fall of power", "MW");
        }
        const double given_up = type == CogenerationType::extraction ? power_loss_per_heat * heat[i] : 0.0;
        d.equal(t, condensing[i], output[i] + given_up, "power without heat", "MW");
        gigajoules.push_back(now.is_on ? h * (no_load_gj_per_h + heat_rate_gj_per_mwh * (output[i] + given_up)) : 0.0);
        d.charge("variable", t, h * variable_cost_per_mwh * output[i]);
        if (now.starts) d.charge("start_up", t, start_cost);
        d.generate(zone, t, output[i]);
        a.shared<AuditedHeatBalance>(a.system()).at(node, t) += heat[i];
    }
    d.burn(fuel, zone, gigajoules);
}

}  // namespace indus::model
