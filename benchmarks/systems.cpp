// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/systems.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <numbers>
#include <stdexcept>

#include "benchmarks/dice.hpp"
#include "benchmarks/industry.hpp"
#include "inputs/importers/import_file.hpp"
#include "inputs/quantities.hpp"
#include "inputs/read_case.hpp"

namespace indus::bench {

namespace {

namespace fs = std::filesystem;
using namespace model;

System finished(SystemData data) {
    auto made = System::create(std::move(data));
    if (const auto* issues = std::get_if<std::vector<Issue>>(&made))
        throw std::runtime_error(to_string(issues->front()));
    return std::get<System>(std::move(made));
}

template <class Loaded>
System taken(Loaded loaded) {
    if (!loaded.system) throw std::runtime_error(to_string(loaded.issues.front()));
    return std::move(*loaded.system);
}

/// The numbers after the name: "random:500:48:3:7" has four.
std::vector<int> numbers_of(const std::string& name, std::size_t count) {
    std::vector<int> made;
    for (std::size_t from = name.find(':'); from != std::string::npos; from = name.find(':', from + 1)) {
        int number = 0;
        const auto [end, error] = std::from_chars(name.data() + from + 1, name.data() + name.size(), number);
        if (error != std::errc{} || number < 0) break;
        made.push_back(number);
    }
    if (made.size() != count)
        throw std::runtime_error(fmt::format("'{}': expected {} whole numbers after colons", name, count));
    return made;
}

System kazarlis(int units) {
    if (units < 10 || units % 10 != 0) throw std::runtime_error("kazarlis: expected a multiple of ten units");
    SystemData data = taken(inputs::read_case(fs::path{INDUS_SOURCE_DIR} / "tests/cases/kazarlis_10")).data();
    const std::vector<ThermalPlant> ten = data.list<ThermalPlant>();
    auto& all = data.list<ThermalPlant>();
    const int copies = units / 10;
    for (int copy = 2; copy <= copies; ++copy)
        for (ThermalPlant plant : ten) {
            plant.name += fmt::format(" of ten {}", copy);
            all.push_back(std::move(plant));
        }
    for (Demand& demand : data.list<Demand>()) {
        std::vector<double> load_mw = demand.load_mw.values;
        for (double& each : load_mw) each *= copies;
        demand.load_mw = Profile{std::move(load_mw)};
    }
    return finished(std::move(data));
}

/// What units of a kind are like; ranges of public fleets, rounded.
struct Kind {
    const char* name = "";
    double share = 0.0;  ///< of the units
    double capacity_mw[2]{}, least_share[2]{}, cost_per_mwh[2]{}, no_load_per_mw[2]{}, start_per_mw[2]{},
        ramp_share[2]{};
    int rest_h[2]{};  ///< shortest time on and off
};
constexpr Kind kinds[] = {
    {"coal", 0.3, {150, 660}, {0.35, 0.5}, {18, 32}, {2, 4}, {40, 90}, {0.2, 0.5}, {6, 12}},
    {"combined cycle", 0.3, {100, 500}, {0.3, 0.5}, {28, 48}, {3, 6}, {30, 70}, {0.4, 1.0}, {3, 8}},
    {"gas", 0.25, {20, 120}, {0.2, 0.4}, {45, 80}, {4, 9}, {10, 40}, {1.0, 2.0}, {1, 3}},
    {"oil", 0.15, {10, 60}, {0.1, 0.3}, {80, 140}, {3, 8}, {5, 20}, {2.0, 3.0}, {1, 2}}};

ThermalPlant unit_of(const Kind& kind, int number, Dice& dice) {
    const auto draw = [&](const double(&range)[2]) { return dice.between(range[0], range[1]); };
    ThermalPlant made;
    made.name = fmt::format("{} {}", kind.name, number);
    made.capacity_mw = std::round(draw(kind.capacity_mw));
    made.min_output_mw = std::round(made.capacity_mw * draw(kind.least_share));
    made.variable_cost_per_mwh = draw(kind.cost_per_mwh);
    made.quadratic_cost_per_mw2h = 0.1 * made.variable_cost_per_mwh / made.capacity_mw;
    made.no_load_cost_per_h = made.capacity_mw * draw(kind.no_load_per_mw);
    made.min_up_h = std::round(dice.between(kind.rest_h[0], kind.rest_h[1]));
    made.min_down_h = made.min_up_h;
    const double hot = made.capacity_mw * draw(kind.start_per_mw);
    made.start_cost.steps = {{0.0, hot}, {made.min_down_h + 8.0, 1.8 * hot}};
    made.ramp_up_mw_per_h = std::max(made.min_output_mw, made.capacity_mw * draw(kind.ramp_share));
    made.ramp_down_mw_per_h = made.ramp_up_mw_per_h;
    const bool is_on = kind.least_share[0] >= 0.3 || dice.between(0, 1) < 0.2;
    made.initial_status_h = is_on ? 24.0 : -24.0;
    if (is_on) made.initial_output_mw = made.min_output_mw + 0.5 * (made.capacity_mw - made.min_output_mw);
    return made;
}

/// Share of the peak: two humps a day, less on the seventh day of each week, and some noise.
double load_share(int hour, Dice& dice) {
    const double day = 2.0 * std::numbers::pi * (hour % 24) / 24.0;
    const double rest = hour / 24 % 7 == 6 ? 0.85 : 1.0;
    return rest * (0.78 - 0.14 * std::cos(day) - 0.08 * std::cos(2.0 * day)) * dice.between(0.98, 1.02);
}

}  // namespace

System random_system(int units, int hours, int zones, unsigned seed) {
    if (units < 1 || hours < 1 || zones < 1)
        throw std::runtime_error("random: expected units, hours and zones above 0");
    Dice dice{seed};
    SystemData data;
    data.settings.name = fmt::format("random_{}_{}_{}_{}", units, hours, zones, seed);
    data.settings.cost_segments = 4;
    const TimePoint start{std::chrono::local_days{std::chrono::year{2025} / 1 / 13}};
    data.horizon = Horizon::uniform(start, 1.0, hours);
    const auto zone = [&](int z) { return fmt::format("zone {}", z % zones + 1); };
    for (int z = 0; z < zones; ++z) data.list<Zone>().push_back({.name = zone(z)});
    double capacity_mw = 0.0;
    for (int u = 0; u < units; ++u) {
        const double place = (u + 0.5) / units;
        double below = 0.0;
        const Kind* kind = kinds;
        while (place > below + kind->share) below += (kind++)->share;
        ThermalPlant plant = unit_of(*kind, u + 1, dice);
        plant.zone.name = zone(u);
        capacity_mw += plant.capacity_mw;
        data.list<ThermalPlant>().push_back(std::move(plant));
    }
    const double peak_mw = 0.78 * capacity_mw / zones;
    for (int z = 0; z < zones; ++z) {
        Demand demand;
        demand.name = "load of " + zone(z);
        demand.zone.name = zone(z);
        std::vector<double> load_mw;
        for (int t = 0; t < hours; ++t) load_mw.push_back(peak_mw * load_share(t, dice));
        demand.load_mw = Profile{std::move(load_mw)};
        demand.value_of_lost_load_per_mwh.steps = {{0.0, 5000.0}};
        data.list<Demand>().push_back(std::move(demand));
    }
    for (int z = 0; z < zones && zones > 1; ++z) {
        Line line;
        line.name = fmt::format("line {}", z + 1);
        line.from.name = zone(z);
        line.to.name = zone(z + 1);
        line.capacity_mw = 0.3 * peak_mw;
        data.list<Line>().push_back(std::move(line));
    }
    data.list<Reserve>().push_back({.name = "spinning", .share_of_load = 0.05});
    return finished(std::move(data));
}

namespace {

/// From the week that the case shows, or from the start of the year where the hours ask for more than is left of it.
System pakistan(int hours) {
    constexpr int left_of_year = 353 * 24;
    inputs::ReadOptions options{.hours = hours};
    if (hours > left_of_year) options.from = inputs::parse_time("2025-01-01");
    return taken(inputs::read_case(fs::path{INDUS_SOURCE_DIR} / "inputs/cases/pakistan", options));
}

}  // namespace

System system_named(const std::string& name) {
    if (name.starts_with("kazarlis:")) return kazarlis(numbers_of(name, 1)[0]);
    if (name.starts_with("random:")) {
        const std::vector<int> n = numbers_of(name, 4);
        return random_system(n[0], n[1], n[2], static_cast<unsigned>(n[3]));
    }
    const bool is_island = name.starts_with("island:");
    if (is_island || name.starts_with("industry:")) {
        const std::vector<int> n = numbers_of(name, 4);
        return industry_system(is_island ? Supply::large_units : Supply::grid_and_engines, n[0], n[1], n[2],
                               static_cast<unsigned>(n[3]));
    }
    if (name.starts_with("pakistan:")) return pakistan(numbers_of(name, 1)[0]);
    return fs::is_directory(name) ? taken(inputs::read_case(name)) : taken(inputs::read_file(name));
}

}  // namespace indus::bench
