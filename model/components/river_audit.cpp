// SPDX-License-Identifier: Apache-2.0
#include "model/components/river_audit.hpp"

#include <algorithm>

namespace indus::model {

namespace {

/// All energy that a plant released from the start of a period until an instant [MWh].
class PassedWater {
public:
    PassedWater(const Horizon& horizon, int first, const RiverPlant& plant, const std::vector<double>& release_mw)
        : plant_{plant} {
        for (int t = first;; ++t) {
            passed_.push_back(passed_.back() + horizon.hours(t) * release_mw[static_cast<std::size_t>(t)]);
            instants_.push_back(horizon.hours_before(t) + horizon.hours(t));
            if (horizon.is_last(t)) return;
        }
    }
    /// Linear between the ends of steps; negative before the start.
    double until(double hours) const {
        if (hours <= 0.0) return -plant_.released_before(0.0, -hours);
        const auto after = std::lower_bound(instants_.begin(), instants_.end(), hours);
        if (after == instants_.end()) return passed_.back();
        const auto i = static_cast<std::size_t>(after - instants_.begin());
        const double share = (hours - instants_[i - 1]) / (instants_[i] - instants_[i - 1]);
        return passed_[i - 1] + share * (passed_[i] - passed_[i - 1]);
    }

private:
    const RiverPlant& plant_;
    std::vector<double> instants_{0.0};
    std::vector<double> passed_{0.0};
};

/// Adds what one plant, of the given releases, sends to a receiver.
void receive(const Horizon& horizon, const RiverPlant& from, double receiver_energy_per_hm3_mwh,
             const std::vector<double>& release_mw, ArrivedWater& water) {
    const double factor = receiver_energy_per_hm3_mwh / *from.energy_per_hm3_mwh;
    const double delay = from.travel_time_h;
    for (int first = 0; first < horizon.step_count(); ++first) {
        if (!horizon.is_first(first)) continue;
        const PassedWater passed{horizon, first, from, release_mw};
        for (int t = first;; ++t) {
            const auto i = static_cast<std::size_t>(t);
            const double begin = horizon.hours_before(t);
            const double end = begin + horizon.hours(t);
            water.arrival_mw[i] +=
                factor * (passed.until(end - delay) - passed.until(begin - delay)) / horizon.hours(t);
            if (!horizon.is_last(t)) continue;
            water.on_its_way_mwh[i] += factor * (passed.until(end) - passed.until(end - delay));
            break;
        }
    }
}

std::span<const double> turbined(Audit& a, const Reservoir& r) {
    return a.desk(r).series(r.has_production() ? "turbined" : "output");
}
std::span<const double> turbined(Audit& a, const RunOfRiver& r) { return a.desk(r).series("output"); }
std::span<const double> passed(Audit& a, const Reservoir& r) { return a.desk(r).series("bypass"); }
std::span<const double> passed(Audit& a, const RunOfRiver& r) { return a.desk(r).series("spill"); }

/// Adds what all plants of a kind send that `flows_here` picks.
template <class Sender, class Picks>
void receive_from(Audit& a, const RiverPlant& receiver, Picks flows_here, ArrivedWater& water) {
    for (const Sender& sender : a.system().all<Sender>()) {
        if (!flows_here(sender)) continue;
        water.is_fed = true;
        const auto through = turbined(a, sender);
        const auto past = passed(a, sender);
        std::vector<double> release(through.size());
        for (std::size_t t = 0; t < release.size(); ++t) release[t] = through[t] + past[t];
        receive(a.horizon(), sender, *receiver.energy_per_hm3_mwh, release, water);
    }
}

ArrivedWater dry(const Horizon& horizon) {
    const std::vector<double> zeros(static_cast<std::size_t>(horizon.step_count()), 0.0);
    return {false, zeros, zeros};
}

}  // namespace

ArrivedWater arrived_water(Audit& a, const Reservoir& receiver, int index) {
    ArrivedWater water = dry(a.horizon());
    const auto flows_here = [&](const RiverPlant& sender) { return sender.downstream_reservoir.index == index; };
    receive_from<Reservoir>(a, receiver, flows_here, water);
    receive_from<RunOfRiver>(a, receiver, flows_here, water);
    return water;
}

ArrivedWater arrived_water(Audit& a, const RunOfRiver& receiver, int index) {
    ArrivedWater water = dry(a.horizon());
    const auto flows_here = [&](const RiverPlant& sender) { return sender.downstream_run_of_river.index == index; };
    receive_from<Reservoir>(a, receiver, flows_here, water);
    receive_from<RunOfRiver>(a, receiver, flows_here, water);
    return water;
}

}  // namespace indus::model
