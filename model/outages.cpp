// SPDX-License-Identifier: Apache-2.0
#include "model/outages.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <type_traits>

namespace indus::model {

Availability::Availability(const System& system, std::string_view plant, double capacity_mw, double units)
    : all_units_{units} {
    const Horizon& horizon = system.horizon();
    const auto steps = static_cast<std::size_t>(horizon.step_count());
    std::vector<double> forced(steps, 0.0);  // units out by forced outages, a single unit with a part left counts whole
    for (const Outage& each : system.all<Outage>()) {
        if (each.plant != plant) continue;
        if (!touched_) {
            share_.assign(steps, 1.0);
            units_.assign(steps, units);
            tripped_.assign(steps, 0.0);
        }
        touched_ = true;
        const double left = each.available_mw ? (capacity_mw > 0.0 ? *each.available_mw / capacity_mw : 0.0)
                                              : each.available_share.value_or(0.0);
        for (std::size_t i = 0; i < steps; ++i) {
            const auto t = static_cast<int>(i);
            if (!each.touches(horizon, t)) continue;
            if (units > 1.0)
                units_[i] = std::max(0.0, units_[i] - each.units_out.value_or(units));
            else
                share_[i] = std::min(share_[i], each.units_out ? 0.0 : left);
            const bool begins = horizon.is_first(t) || !each.touches(horizon, *horizon.before(t));
            if (begins && (each.cause == OutageCause::forced || horizon.is_first(t)))
                tripped_[i] += units > 1.0 ? each.units_out.value_or(units) : 1.0;
        }
    }
}

std::vector<double> Availability::usable(double capacity_mw, int step_count) const {
    std::vector<double> left;
    for (int t = 0; t < step_count; ++t) left.push_back(share(t) * capacity_mw);
    return left;
}

namespace {

/// FNV-1a: the same on every machine, so that a plant's draws depend on its name and the seed alone.
std::uint64_t hash_of(std::string_view text) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : text) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 1099511628211ULL;
    }
    return hash;
}

/// Up and down times of one unit. mt19937_64 is specified to the bit; distributions are not, so they are taken by hand,
/// and times are whole minutes, which no rounding of a logarithm reaches.
class Draws {
public:
    Draws(std::uint64_t seed, const std::string& unit) : bits_{seed ^ hash_of(unit)} {}
    /// In [0, 1).
    double uniform() { return static_cast<double>(bits_() >> 11) * 0x1.0p-53; }
    std::chrono::minutes exponential(double mean_h) {
        constexpr double longest_h = 24.0 * 366 * 100;
        return std::chrono::minutes{
            std::max(1L, std::lround(60.0 * std::min(longest_h, -mean_h * std::log1p(-uniform()))))};
    }

private:
    std::mt19937_64 bits_;
};

Outage drawn_outage(std::string name, const std::string& plant, TimePoint from, TimePoint to) {
    Outage outage;
    outage.name = std::move(name);
    outage.plant = plant;
    outage.from.time = from;
    outage.to.time = to;
    outage.drawn = true;
    return outage;
}

void draw_unit(SystemData& data, const Reliability& unit, const std::string& plant, const std::string& name,
               bool one_of_several) {
    const double repair_h = *unit.mean_time_to_repair_h;
    const double work_h = repair_h * (1.0 - unit.forced_outage_rate) / unit.forced_outage_rate;
    Draws draws{static_cast<std::uint64_t>(*data.settings.outage_seed), name};
    // The process has been running for long: out at the start with the probability of being out, and memoryless from
    // there.
    bool is_out = draws.uniform() < unit.forced_outage_rate;
    TimePoint now = data.horizon.start();
    for (int number = 1; now < data.horizon.end(); is_out = !is_out) {
        const TimePoint until = now + draws.exponential(is_out ? repair_h : work_h);
        if (is_out) {
            Outage outage = drawn_outage(fmt::format("{} failure {}", name, number++), plant, now, until);
            if (one_of_several) outage.units_out = 1.0;
            outage.cause = OutageCause::forced;
            data.list<Outage>().push_back(std::move(outage));
        }
        now = until;
    }
}

/// The days whose blocks may reach into the horizon. A day's draws do not depend on where the horizon begins.
void shed(SystemData& data, const Meter& meter) {
    using std::chrono::days;
    const int blocks = meter.blocks_in_a_day();
    const double hours = meter.shedding_h_per_day;
    if (!(hours > 0.0 && hours <= blocks * meter.shedding_block_h)) return;
    for (auto day = std::chrono::floor<days>(data.horizon.start()) - days{1}; day < data.horizon.end();
         day += days{1}) {
        Draws draws{static_cast<std::uint64_t>(*data.settings.outage_seed),
                    fmt::format("{} shedding {}", meter.name, to_string(TimePoint{day}))};
        // The average need not be whole: a part of a block is the probability of one more.
        const double wanted = hours / meter.shedding_block_h;
        int left = static_cast<int>(wanted + 1e-9);
        if (draws.uniform() < wanted - left) ++left;
        // Each block of those that follow is as likely as the next.
        for (int block = 0; block < blocks; ++block) {
            if (draws.uniform() * (blocks - block) >= left) continue;
            --left;
            const TimePoint from = day + meter.block_start(block);
            if (from >= data.horizon.end() || from + meter.block_length() <= data.horizon.start()) continue;
            data.list<Outage>().push_back(drawn_outage(fmt::format("{} shedding {}", meter.name, to_string(from)),
                                                       meter.name, from, from + meter.block_length()));
        }
    }
}

}  // namespace

void draw_outages(SystemData& data) {
    if (!data.settings.outage_seed) return;
    const auto& given = data.list<Outage>();
    if (std::any_of(given.begin(), given.end(), [](const Outage& each) { return each.drawn; })) return;
    for_each_kind([&]<class Component>() {
        if constexpr (std::is_base_of_v<Reliability, Component>)
            for (const Component& each : data.list<Component>()) {
                if (!(each.forced_outage_rate > 0.0) || each.forced_outage_rate > 0.99 || !each.mean_time_to_repair_h)
                    continue;
                int units = 1;
                if constexpr (requires { each.units; }) units = static_cast<int>(each.units);
                for (int unit = 1; unit <= units; ++unit)
                    draw_unit(data, each, each.name, units > 1 ? fmt::format("{} unit {}", each.name, unit) : each.name,
                              units > 1);
            }
    });
    for (const Meter& each : data.list<Meter>()) shed(data, each);
}

}  // namespace indus::model
