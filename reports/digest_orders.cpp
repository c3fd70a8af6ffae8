// SPDX-License-Identifier: Apache-2.0
// Orders of a digest: what was due, and what of it was delivered in time.
#include <algorithm>

#include "reports/digest_parts.hpp"

namespace indus::reports {

namespace {

class OrderDigest {
public:
    OrderDigest(const DigestInput& in, const model::Order& order)
        : in_{in}, order_{order}, time_{in.system.horizon()}, due_(static_cast<std::size_t>(time_.step_count()), 0.0) {}

    OrderRow row() {
        const model::Stock& stock = in_.system.at(order_.stock);
        row_.name = order_.name;
        row_.process = stock.process.name;
        row_.stock = stock.name;
        row_.unit = stock.unit;
        dues();
        row_.delivered = in_.series.energy(values("delivered"));
        row_.lost = in_.series.total(values("lost"));
        row_.late_unit_hours = in_.series.energy(values("late"));
        deliveries();
        if (row_.due > 0.0) row_.on_time_share = row_.on_time / row_.due;
        for (const model::CostRecord& each : in_.solution.costs)
            if (each.kind == order_.kind && each.owner == order_.name) row_.penalty += each.amount;
        return row_;
    }

private:
    const std::vector<double>& values(std::string_view quantity) const {
        return in_.series.values(order_.kind, order_.name, quantity);
    }

    void dues() {
        std::optional<int> first, last;
        for (const model::Order::Due& each : order_.dues(time_)) {
            if (each.amount <= 0.0) continue;
            due_[static_cast<std::size_t>(each.last)] += each.amount;
            first = std::min(first.value_or(each.last), each.last);
            last = std::max(last.value_or(each.last), each.last);
            ++row_.windows;
        }
        row_.due = in_.series.total(due_);
        if (!first) return;
        row_.first_due = model::to_string(time_.end(*first));
        row_.last_due = model::to_string(time_.end(*last));
    }

    /// What is delivered first makes up for what is late, then serves the next that is due.
    void deliveries() {
        const std::vector<double>&delivered = values("delivered"), &lost = values("lost");
        std::vector<double> on_time(due_.size(), 0.0), made_up = on_time;
        double late = 0.0, ahead = 0.0;
        for (int t = 0; t < time_.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            if (time_.is_first(t)) late = ahead = 0.0;
            const double units = delivered[i] * time_.hours(t);
            made_up[i] = std::min(late, units);
            ahead += units - made_up[i];
            on_time[i] = std::min(ahead, due_[i]);
            ahead -= on_time[i];
            late = std::max(0.0, late - made_up[i] + due_[i] - on_time[i] - lost[i]);
        }
        row_.on_time = in_.series.total(on_time);
        row_.late = in_.series.total(made_up);
    }

    const DigestInput& in_;
    const model::Order& order_;
    const model::Horizon& time_;
    std::vector<double> due_;
    OrderRow row_{};
};

}  // namespace

void digest_orders(const DigestInput& in, Digest& d) {
    for (const model::Order& each : in.system.all<model::Order>()) d.orders.push_back(OrderDigest{in, each}.row());
}

}  // namespace indus::reports
