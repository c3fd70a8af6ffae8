// SPDX-License-Identifier: Apache-2.0
// The kinds of value a component's field can hold. The set is closed: the reader of cells, the checker,
// the stored solution and the reference pages each handle exactly these.
//
//   std::string, bool, double, std::optional<double>, an enum with Choices<>,
//   Reference<Kind>   the name of another component
//   Profile           a number or the name of a series; a rate (MW, 1, money/MWh): held over finer steps,
//                     averaged over coarser ones
//   Guide             a number or a series of states (MWh) at instants: interpolated
//   Volume            a number per civil day, or a series of energies (MWh): each interval of the series is
//                     one accounting window, divided pro rata where only part of it lies in the horizon
//   Steps             "from:value from:value ...", for tiers and categories
//   Instant           a time, to the minute, in the case's clock
//   WeightedNames     "name:weight name ...", names of components, zones or technologies; weight 1 where none is given
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/horizon.hpp"

namespace indus::model {

/// The name of another component, and its position once the System is complete.
template <class Target>
struct Reference {
    std::string name{};
    int index = -1;  ///< set by System::create; -1 when empty
    bool is_set() const { return !name.empty(); }
    friend bool operator==(const Reference&, const Reference&) = default;
};

/// A number or a series by name; `values` has one entry per step once the System is complete.
struct Profile {
    std::string series{};  ///< empty: `constant` holds at every step
    double constant = 0.0;
    std::vector<double> values{};
    Profile() = default;
    Profile(double number) : constant{number} {}                      // NOLINT: numbers are profiles
    Profile(std::vector<double> given) : values{std::move(given)} {}  // NOLINT: as are values per step
    double operator[](int t) const { return values[static_cast<std::size_t>(t)]; }
    friend bool operator==(const Profile&, const Profile&) = default;
};

/// A state at instants: `values` has step_count + 1 entries, the first at the start of the horizon.
struct Guide {
    std::string series{};
    std::optional<double> constant{};
    std::vector<double> values{};
    bool is_set() const { return !series.empty() || constant.has_value() || !values.empty(); }
    friend bool operator==(const Guide&, const Guide&) = default;
};

/// Energy due in windows of time.
struct Volume {
    struct Window {
        int first = 0;
        int count = 0;
        double energy_mwh = 0.0;  ///< due in these steps
        double before_h = 0.0;    ///< hours of its interval before the horizon begins
        double after_h = 0.0;     ///< and after it ends
        friend bool operator==(const Window&, const Window&) = default;
    };
    std::string series{};
    std::optional<double> constant{};  ///< MWh per civil day
    std::vector<Window> windows{};     ///< set by System::create
    bool is_set() const { return !series.empty() || constant.has_value() || !windows.empty(); }
    friend bool operator==(const Volume&, const Volume&) = default;
};

/// Ordered pairs, written "from:value from:value".
struct Steps {
    struct Step {
        double from = 0.0;
        double value = 0.0;
        friend bool operator==(const Step&, const Step&) = default;
    };
    std::vector<Step> steps{};
    bool empty() const { return steps.empty(); }
    std::size_t size() const { return steps.size(); }
    friend bool operator==(const Steps&, const Steps&) = default;
};

/// A moment: "2025-01-13 05:30", or a date for its midnight.
struct Instant {
    std::optional<TimePoint> time{};
    friend bool operator==(const Instant&, const Instant&) = default;
};

/// Names with weights, written "name:weight name". What they name is checked where the field is declared.
struct WeightedNames {
    struct Item {
        std::string name{};
        double weight = 1.0;
        friend bool operator==(const Item&, const Item&) = default;
    };
    std::vector<Item> items{};
    bool empty() const { return items.empty(); }
    bool contains(std::string_view name) const { return find(name) != nullptr; }
    /// The item of that name, or null.
    const Item* find(std::string_view name) const {
        for (const Item& each : items)
            if (each.name == name) return &each;
        return nullptr;
    }
    friend bool operator==(const WeightedNames&, const WeightedNames&) = default;
};

/// Names of an enum's values, in order; specialise for every enum used as a field.
template <class Enum>
struct Choices;  // static constexpr std::array<std::string_view, N> names

/// A series as given: `values[i]` holds from start + i * step_minutes.
struct TimeSeries {
    std::string name{};
    TimePoint start{};
    int step_minutes = 60;
    std::vector<double> values{};
    TimePoint end() const { return start + std::chrono::minutes{step_minutes * static_cast<long>(values.size())}; }
};

/// Rate per step: held over finer steps, time-weighted mean over coarser ones. The series covers the horizon.
std::vector<double> resolve_rate(const TimeSeries& series, const Horizon& horizon);
/// State at step_count + 1 instants by linear interpolation; constant after the last sample's start.
std::vector<double> resolve_state(const TimeSeries& series, const Horizon& horizon);
/// One window per interval of the series, or per step where steps are longer. A step that reaches into the next
/// interval lies in the window of the one that it starts in, with all its energy.
std::vector<Volume::Window> resolve_volume(const TimeSeries& series, const Horizon& horizon);

/// The name in `known` nearest to `name` by edit distance (a swap of neighbours counts once), or empty when none is
/// near: more than a third of the letters would have to change.
std::string nearest_name(std::string_view name, std::span<const std::string> known);

}  // namespace indus::model
