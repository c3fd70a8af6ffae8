// SPDX-License-Identifier: Apache-2.0
#include "model/components/heat/commitment.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace indus::model {

namespace {

constexpr double rounding_h = 1e-9;

/// Whether a plant of which so much is left can be on.
bool is_usable(const CommitmentRules& r, double left_mw) {
    return left_mw >= r.capacity_mw || (left_mw > 0.0 && left_mw >= r.least_mw - 1e-9);
}

class CommitmentRows {
public:
    CommitmentRows(const CommitmentRules& rules, const Availability& left, Formulation& f, const Desk& d)
        : r_{rules}, left_{left}, f_{f}, time_{f.horizon()}, d_{d} {}

    Commitment write() {
        made_.on = d_.binaries("on");
        // The rows make both whole where `on` is.
        made_.start = d_.variables("start", "1", 0.0, 1.0);
        made_.stop = d_.variables("stop", "1", 0.0, 1.0);
        made_.on_before = r_.initially_on() ? 1.0 : 0.0;
        const std::vector<bool> due = must_run();
        for (int t = 0; t < time_.step_count(); ++t) {
            d_.require(heat_logic, t,
                       Expression{made_.on[t]} - made_.before(time_, t) - made_.start[t] + made_.stop[t] == 0.0);
            least_times(t);
            bounds(t, due[static_cast<std::size_t>(t)]);
        }
        return made_;
    }

private:
    bool usable(int t) const { return is_usable(r_, left_.share(t) * r_.capacity_mw); }

    void least_times(int t) {
        Expression starts, stops;
        std::optional<int> i = t;
        // A trip ends the least time on of what had started before it.
        for (int k = time_.steps_back(t, r_.min_up_h); k > 0; --k, i = time_.before(*i)) {
            starts.add(made_.start[*i], 1.0);
            if (left_.trips(*i)) break;
        }
        i = t;
        for (int k = time_.steps_back(t, r_.min_down_h); k > 0; --k, i = time_.before(*i))
            stops.add(made_.stop[*i], 1.0);
        d_.require(heat_minimum_up, t, starts - made_.on[t] <= 0.0);
        d_.require(heat_minimum_down, t, stops + made_.on[t] <= 1.0);
    }

    /// Steps at which it must be on: not in an outage, nor while it waits after one.
    std::vector<bool> must_run() const {
        std::vector<bool> due(static_cast<std::size_t>(time_.step_count()), false);
        if (!r_.must_run) return due;
        bool runs = false;
        double off_h = 0.0;
        for (int t = 0; t < time_.step_count(); ++t) {
            if (time_.is_first(t)) {
                runs = r_.initially_on();
                off_h = std::max(0.0, -r_.initial_status_h);
            }
            if (runs && !usable(t)) {
                runs = false;
                off_h = 0.0;
            }
            runs = runs || (usable(t) && off_h >= r_.min_down_h - rounding_h);
            if (!runs) off_h += time_.hours(t);
            due[static_cast<std::size_t>(t)] = runs;
        }
        return due;
    }

    void bounds(int t, bool is_due) {
        const double since = time_.hours_before(t);
        const bool waits = !r_.initially_on() && -r_.initial_status_h + since < r_.min_down_h - rounding_h;
        if (waits || !usable(t)) return f_.program().set_bounds(made_.on[t], 0.0, 0.0);
        bool goes_on = r_.initially_on() && r_.initial_status_h + since < r_.min_up_h - rounding_h;
        // What an outage interrupts is not due again after it.
        for (std::optional<int> i = t; i && goes_on; i = time_.before(*i)) goes_on = usable(*i);
        if (is_due || goes_on) f_.program().set_bounds(made_.on[t], 1.0, 1.0);
    }

    const CommitmentRules& r_;
    const Availability& left_;
    Formulation& f_;
    const Horizon& time_;
    const Desk& d_;
    Commitment made_{};
};

}  // namespace

Commitment commit(const CommitmentRules& rules, const Availability& left, Formulation& f, const Desk& d) {
    return CommitmentRows{rules, left, f, d}.write();
}

void check_commitment(const CommitmentRules& rules, Complaints& complaints) {
    if (rules.initial_status_h == 0.0)
        complaints.add("initial_status_h", "0", "hours on (above 0) or hours off (below 0)");
    if (rules.must_run && !rules.initially_on() && -rules.initial_status_h < rules.min_down_h)
        complaints.add("must_run", "yes",
                       fmt::format("no, as the plant has been off for {} of its min_down_h ({})",
                                   -rules.initial_status_h, rules.min_down_h));
}

}  // namespace indus::model
