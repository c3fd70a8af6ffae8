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

template <class Sender>
void receive_from(Audit& a, std::string_view past_the_turbines, bool (*flows_here)(const Sender&, int), int receiver,
                  const RiverPlant& receiving, ArrivedWater& water) {
    for (const Sender& sender : a.system().all<Sender>()) {
        if (!flows_here(sender, receiver)) continue;
        water.is_fed = true;
        const auto turbined = a.desk(sender).series("output");
        const auto past = a.desk(sender).series(past_the_turbines);
        std::vector<double> release(turbined.size());
        for (std::size_t t = 0; t < release.size(); ++t) release[t] = turbined[t] + past[t];
        receive(a.horizon(), sender, *receiving.energy_per_hm3_mwh, release, water);
    }
}

ArrivedWater dry(const Horizon& horizon) {
    const std::vector<double> zeros(static_cast<std::size_t>(horizon.step_count()), 0.0);
    return {false, zeros, zeros};
}

}  // namespace

ArrivedWater arrived_water(Audit& a, const Reservoir& receiver, int index) {
    ArrivedWater water = dry(a.horizon());
    receive_from<Reservoir>(
        a, "bypass", [](const Reservoir& s, int i) { return s.downstream_reservoir.index == i; }, index, receiver,
        water);
    receive_from<RunOfRiver>(
        a, "spill", [](const RunOfRiver& s, int i) { return s.downstream_reservoir.index == i; }, index, receiver,
        water);
    return water;
}

ArrivedWater arrived_water(Audit& a, const RunOfRiver& receiver, int index) {
    ArrivedWater water = dry(a.horizon());
    receive_from<Reservoir>(
        a, "bypass", [](const Reservoir& s, int i) { return s.downstream_run_of_river.index == i; }, index, receiver,
        water);
    receive_from<RunOfRiver>(
        a, "spill", [](const RunOfRiver& s, int i) { return s.downstream_run_of_river.index == i; }, index, receiver,
        water);
    return water;
}

}  // namespace indus::model
