// SPDX-License-Identifier: Apache-2.0
#include "model/fuel_deliveries.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr double noticeable_t = 1e-6;

class Route {
public:
    Route(const System& system, const SolutionValues& values, const FuelRoute& route)
        : system_{system}, time_{system.horizon()}, values_{values}, r_{route}, room_at_start_(steps()) {
        unloading();
        setting_out();
    }

    bool has_room(int t) const {
        const double brought = at("brought", t);
        if (brought >= unloading_[static_cast<std::size_t>(t)] - noticeable_t) return false;
        if (at("waiting", t) > noticeable_t) return true;
        const TimePoint left = time_.start(t) - std::chrono::minutes{std::lround(60.0 * r_.lead_time_h)};
        if (left < time_.start()) return false;
        int s = t;
        while (time_.start(s) > left) --s;
        return room_at_start_[static_cast<std::size_t>(s)];
    }

private:
    std::size_t steps() const { return static_cast<std::size_t>(time_.step_count()); }
    double at(std::string_view quantity, int t) const { return values_.at(r_.kind, r_.name, quantity, t); }

    /// What its corridors could take of it at each step [t/h].
    void unloading() {
        unloading_.assign(steps(), std::numeric_limits<double>::infinity());
        for (const FuelCorridor& each : system_.all<FuelCorridor>()) {
            if (!r_.corridors.contains(each.name)) continue;
            const Availability left{system_, each.name, 1.0};
            for (std::size_t i = 0; i < steps(); ++i) {
                const auto t = static_cast<int>(i);
                unloading_[i] = std::min(unloading_[i], left.share(t) * each.open[t] * each.capacity_t_per_h[t]);
            }
        }
    }

    /// Where more could have set out: the flow was not used up and, of shipments, the berth not taken by those before.
    void setting_out() {
        const Availability left{system_, r_.name, 1.0};
        double ahead = 0.0;
        for (int t = 0; t < time_.step_count(); ++t) {
            if (time_.is_first(t)) ahead = 0.0;
            const double hours = time_.hours(t), sent = hours * at("sent", t);
            const double flow = hours * left.share(t) * r_.open[t] * r_.max_t_per_h[t];
            const bool lies_there = !r_.from.is_set() || values_.at(FuelStock::kind, r_.from.name, "level", t) >
                                                             system_.at(r_.from).min_level_t + noticeable_t;
            room_at_start_[static_cast<std::size_t>(t)] = lies_there && ahead + sent < flow - noticeable_t;
            if (r_.shipment_t > 0.0) ahead = std::max(0.0, ahead + sent - flow);
        }
    }

    const System& system_;
    const Horizon& time_;
    const SolutionValues& values_;
    const FuelRoute& r_;
    std::vector<bool> room_at_start_;
    std::vector<double> unloading_{};
};

}  // namespace

std::vector<bool> more_could_come(const System& system, const SolutionValues& values, const FuelStock& stock) {
    std::vector<bool> could(static_cast<std::size_t>(system.horizon().step_count()), false);
    for (const FuelRoute& each : system.all<FuelRoute>()) {
        if (each.to.name != stock.name) continue;
        const Route route{system, values, each};
        for (std::size_t t = 0; t < could.size(); ++t)
            if (route.has_room(static_cast<int>(t))) could[t] = true;
    }
    return could;
}

}  // namespace indus::model
