// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/commitment_audit.hpp"

namespace indus::model {

CommitmentAudit::CommitmentAudit(const CommitmentRules& rules, Audit& a, const AuditDesk& d)
    : r_{rules}, a_{a}, d_{d}, on_{d.series("on")}, start_{d.series("start")}, stop_{d.series("stop")} {}

void CommitmentAudit::begin() {
    was_on_ = r_.initially_on();
    hours_on_ = was_on_ ? r_.initial_status_h : 0.0;
    hours_off_ = was_on_ ? 0.0 : -r_.initial_status_h;
    has_started_ = out_ = false;
}

void CommitmentAudit::stopped(int t, bool usable) const {
    if (audited_trip(a_, r_.name, t)) return;
    // Nobody could plan a start before the horizon around an outage in it.
    if (has_started_ || usable) d_.at_least(t, hours_on_, r_.min_up_h, "time on before a stop", "h");
}

CommitmentAudit::Step CommitmentAudit::follow(int t) {
    const auto i = static_cast<std::size_t>(t);
    if (a_.horizon().is_first(t)) begin();
    const double left_mw = d_.capacity_left(t, r_.capacity_mw);
    const bool usable = r_.capacity_mw == 0.0 || (left_mw > 0.0 && left_mw >= r_.least_mw - 1e-9);
    d_.binary(t, on_[i], "on");
    const bool is_on = on_[i] > 0.5;
    const Step made{is_on, was_on_, is_on && !was_on_, left_mw};
    d_.equal(t, start_[i], made.starts ? 1.0 : 0.0, "start", "");
    d_.equal(t, stop_[i], !is_on && was_on_ ? 1.0 : 0.0, "stop", "");
    if (made.starts) {
        d_.at_least(t, hours_off_, r_.min_down_h, "time off before a start", "h");
        hours_on_ = 0.0;
        has_started_ = true;
    }
    if (!is_on && was_on_) {
        stopped(t, usable);
        hours_off_ = 0.0;
    }
    out_ = !is_on && (out_ || !usable);
    const bool waits = out_ && hours_off_ < r_.min_down_h - 1e-9;
    if (!usable)
        d_.at_most(t, is_on ? 1.0 : 0.0, 0.0, "on in an outage", "");
    else if (r_.must_run && !waits)
        d_.at_least(t, is_on ? 1.0 : 0.0, 1.0, "on of a plant that must run", "");
    (is_on ? hours_on_ : hours_off_) += a_.horizon().hours(t);
    was_on_ = is_on;
    return made;
}

bool audited_trip(const Audit& a, std::string_view plant, int t) {
    const Horizon& horizon = a.horizon();
    for (const Outage& each : a.system().all<Outage>()) {
        if (each.plant != plant || !each.touches(horizon, t)) continue;
        const auto before = horizon.before(t);
        if (!before || (each.cause == OutageCause::forced && !each.touches(horizon, *before))) return true;
    }
    return false;
}

}  // namespace indus::model
