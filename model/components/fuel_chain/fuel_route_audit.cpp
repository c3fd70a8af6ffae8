// SPDX-License-Identifier: Apache-2.0
// Follows what leaves on a route and when it arrives, by sums over time.
#include <algorithm>
#include <cmath>

#include "model/audit.hpp"
#include "model/components/fuel_chain/fuel_route.hpp"
#include "model/fuel_chain.hpp"

namespace indus::model {

namespace {

/// All that left from the start of a period until an instant of it [t].
class SentSoFar {
public:
    SentSoFar(const Horizon& horizon, int first, std::span<const double> sent_t_per_h) {
        for (int t = first;; ++t) {
            sums_.push_back(sums_.back() + horizon.hours(t) * sent_t_per_h[static_cast<std::size_t>(t)]);
            instants_.push_back(horizon.hours_before(t) + horizon.hours(t));
            if (horizon.is_last(t)) return;
        }
    }
    double until(double hours) const {
        if (hours <= 0.0) return 0.0;
        const auto after = std::lower_bound(instants_.begin(), instants_.end(), hours);
        if (after == instants_.end()) return sums_.back();
        const auto i = static_cast<std::size_t>(after - instants_.begin());
        const double share = (hours - instants_[i - 1]) / (instants_[i] - instants_[i - 1]);
        return sums_[i - 1] + share * (sums_[i] - sums_[i - 1]);
    }
    double all() const { return sums_.back(); }

private:
    std::vector<double> instants_{0.0}, sums_{0.0};
};

class RouteAudit {
public:
    RouteAudit(const FuelRoute& route, Audit& a)
        : r_{route},
          a_{a},
          time_{a.horizon()},
          d_{a.desk(route)},
          chain_{a.shared<AuditedFuelChain>(a.system())},
          sent_{d_.series("sent")},
          brought_{d_.series("brought")} {}

    void run() {
        for (int t = 0; t < time_.step_count(); ++t) {
            leave(t);
            if (time_.is_first(t)) arrive(t);
        }
        windows();
    }

private:
    void leave(int t) {
        const auto i = static_cast<std::size_t>(t);
        const double h = time_.hours(t);
        const double flow = d_.capacity_left(t, r_.open[t] * r_.max_t_per_h[t]);
        d_.at_least(t, sent_[i], 0.0, "fuel sent", "t/h");
        if (r_.shipment_t > 0.0)
            ship(t, flow);
        else
            d_.at_most(t, sent_[i], flow, "fuel sent", "t/h");
        d_.charge("fuel_purchase", t, r_.price_per_t[t] * h * sent_[i]);
        d_.charge("fuel_transport", t, r_.transport_cost_per_t * h * sent_[i]);
        if (r_.from.is_set()) chain_.brought(r_.from.index, t) -= h * sent_[i];
    }

    void ship(int t, double flow) {
        const auto i = static_cast<std::size_t>(t);
        const double h = time_.hours(t);
        const double number = d_.series("shipments")[i];
        d_.equal(t, number, std::round(number), "number of shipments", "");
        d_.equal(t, h * sent_[i], r_.shipment_t * number, "fuel in shipments", "t");
        d_.at_most(t, number, std::ceil(flow * h / r_.shipment_t - 1e-6), "number of shipments", "");
        if (time_.is_first(t)) ahead_ = 0.0;
        ahead_ = std::max(0.0, ahead_ + h * (sent_[i] - flow));
        d_.at_most(t, ahead_, r_.shipment_t, "shipments ahead of the flow", "t");
        d_.at_least(t, d_.series("ahead")[i], ahead_, "shipments ahead of the flow as told", "t");
    }

    /// What was under way before the horizon and arrives in step t [t].
    double early(int t) const {
        double tonnes = 0.0;
        for (const Volume::Window& window : r_.under_way_t.windows) {
            if (t < window.first || t >= window.first + window.count) continue;
            double hours = 0.0;
            for (int i = 0; i < window.count; ++i) hours += time_.hours(window.first + i);
            tonnes += window.energy_mwh / hours * time_.hours(t);
        }
        return tonnes;
    }

    void arrive(int first) {
        const SentSoFar sent{time_, first, sent_};
        const auto waiting = d_.optional_series("waiting");
        double waited = 0.0;
        for (int t = first;; ++t) {
            const auto i = static_cast<std::size_t>(t);
            const double h = time_.hours(t);
            const double begin = time_.hours_before(t) - r_.lead_time_h;
            const double arrived = sent.until(begin + h) - sent.until(begin) + early(t);
            d_.at_least(t, brought_[i], 0.0, "fuel brought", "t/h");
            if (r_.waits())
                d_.equal(t, waiting[i], waited + arrived - h * brought_[i], "fuel that waits", "t");
            else
                d_.equal(t, h * brought_[i], arrived, "fuel brought", "t");
            d_.at_least(t, waiting[i], 0.0, "fuel that waits", "t");
            waited = waiting[i];
            chain_.brought(r_.to.index, t) += h * brought_[i];
            use_corridors(t);
            if (!time_.is_last(t)) continue;
            chain_.on_its_way(r_.to.index, t) += waited + sent.all() - sent.until(begin + h);
            return;
        }
    }

    void use_corridors(int t) {
        const auto& all = a_.system().all<FuelCorridor>();
        for (const WeightedNames::Item& item : r_.corridors.items)
            for (std::size_t c = 0; c < all.size(); ++c)
                if (all[c].name == item.name)
                    chain_.used(static_cast<int>(c), t) += item.weight * brought_[static_cast<std::size_t>(t)];
    }

    double taken(const Volume::Window& window) const {
        double tonnes = 0.0;
        for (int t = window.first; t < window.first + window.count; ++t)
            tonnes += time_.hours(t) * sent_[static_cast<std::size_t>(t)];
        return tonnes;
    }

    void windows() {
        for (const Volume::Window& window : r_.max_t.windows)
            d_.at_most(window.first, taken(window), window.energy_mwh, "fuel sent in the window", "t");
        const auto missed = d_.optional_series("shortfall");
        std::vector<bool> ends(missed.size(), false);
        for (const Volume::Window& window : r_.take_or_pay_t.windows) {
            const int last = window.first + window.count - 1;
            const double shortfall = missed[static_cast<std::size_t>(last)];
            ends[static_cast<std::size_t>(last)] = r_.shortfall_cost_per_t.has_value();
            d_.at_least(last, taken(window) + shortfall, window.energy_mwh, "fuel taken by contract", "t");
            d_.charge("take_or_pay", last, r_.shortfall_cost_per_t.value_or(0.0) * shortfall);
        }
        for (int t = 0; t < time_.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            d_.at_least(t, missed[i], 0.0, "fuel not taken", "t");
            if (!ends[i]) d_.at_most(t, missed[i], 0.0, "fuel not taken", "t");
        }
    }

    const FuelRoute& r_;
    Audit& a_;
    const Horizon& time_;
    AuditDesk d_;
    AuditedFuelChain& chain_;
    std::span<const double> sent_, brought_;
    double ahead_ = 0.0;
};

}  // namespace

void FuelRoute::audit(Audit& a, int) const { RouteAudit{*this, a}.run(); }

}  // namespace indus::model
