// SPDX-License-Identifier: Apache-2.0
// Random unit commitment programs: the kind of integer program that this engine's users solve, made without any
// of its energy code. Equal specs give equal programs.
//
// Formulation: on, start and stop binaries with the turn-on inequalities for minimum up and down time
// (Rajan & Takriti 2005), generation limits tightened by start and stop (Morales-Espana, Latorre & Ramos 2013),
// hot and cold starts, ramps, several zones joined by lines, demand and reserve with slack.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver::test {

struct UnitCommitmentSpec {
    int units = 70;
    int steps = 168;
    int zones = 3;
    unsigned seed = 1;
    bool with_blocks = true;  ///< one block per unit, per line and per zone's slack
    int segments = 3;         ///< linear pieces of the cost of output
};

namespace unit_commitment {


/// Uniform numbers from the engine alone: the standard distributions differ between libraries.
class Draw {
public:
    explicit Draw(unsigned seed) : engine_{seed} {}
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine_()) / 4294967296.0);
    }
    int among(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }

private:
    std::mt19937 engine_;
};

/// Rounded, so that the data reads like data.
inline double rounded(double value, double step) { return std::round(value / step) * step; }

struct Unit {
    int zone = 0;
    double least = 0.0, most = 0.0, ramp = 0.0, start_ramp = 0.0;
    double no_load = 0.0, hot_start = 0.0, cold_start = 0.0;
    std::vector<double> segment_cost;
    int min_up = 1, min_down = 1, cold_after = 4;
    bool initially_on = false;
};

inline Unit draw_unit(Draw& draw, const UnitCommitmentSpec& spec) {
    Unit unit;
    const int kind = draw.among(10);  // 3 of 10 base load, 4 mid merit, 3 peakers
    const bool base = kind < 3;
    const bool peaker = kind >= 7;
    unit.zone = draw.among(spec.zones);
    unit.most = rounded(base ? draw.between(250, 660) : peaker ? draw.between(20, 110) : draw.between(90, 400), 1);
    unit.least = rounded(unit.most * (base ? draw.between(0.45, 0.6) : draw.between(0.25, 0.5)), 1);
    const double ramp_share = base ? draw.between(0.12, 0.3) : peaker ? 1.0 : draw.between(0.3, 0.6);
    unit.ramp = std::max(rounded(unit.most * ramp_share, 1), 1.0);
    unit.start_ramp = std::max(unit.least, unit.ramp);
    unit.min_up = base ? 8 + draw.among(16) : peaker ? 1 + draw.among(2) : 3 + draw.among(6);
    unit.min_down = base ? 8 + draw.among(16) : peaker ? 1 : 3 + draw.among(5);
    unit.cold_after = unit.min_down + 4 + draw.among(8);
    const double price = base ? draw.between(18, 38) : peaker ? draw.between(75, 160) : draw.between(35, 75);
    unit.no_load = rounded(unit.most * draw.between(0.8, 2.5), 1);
    unit.hot_start = rounded(unit.most * draw.between(15, 45), 10);
    unit.cold_start = rounded(unit.hot_start * draw.between(1.4, 2.2), 10);
    for (int k = 0; k < spec.segments; ++k)
        unit.segment_cost.push_back(rounded(price * (1.0 + 0.06 * k), 0.01));
    unit.initially_on = base || draw.among(3) == 0;
    return unit;
}

class Writer {
public:
    explicit Writer(const UnitCommitmentSpec& spec) : spec_{spec}, draw_{spec.seed} {
        for (int k = 0; k < spec.units; ++k) units_.push_back(draw_unit(draw_, spec));
        const auto balances = static_cast<std::size_t>(spec.zones * spec.steps);
        balance_.resize(balances);
        reserve_.resize(static_cast<std::size_t>(spec.steps));
    }

    Program write() {
        for (int k = 0; k < spec_.units; ++k) add_unit(k);
        for (int zone = 0; zone + 1 < spec_.zones; ++zone) add_line(zone);
        for (int zone = 0; zone < spec_.zones; ++zone) add_slack(zone);
        close();
        return std::move(program_);
    }

private:
    using Series = std::vector<Variable>;

    Block block(const std::string& name) { return spec_.with_blocks ? program_.add_block(name) : linking; }

    Series columns(const std::string& owner, const char* quantity, double upper, double cost, bool integer,
                   Block block) {
        const Family family = program_.add_family({owner, quantity, integer ? "1" : "MW"});
        Series series;
        for (int t = 0; t < spec_.steps; ++t)
            series.push_back(program_.add_variable({.upper = upper,
                                                    .cost = cost,
                                                    .integer = integer,
                                                    .family = family,
                                                    .position = t,
                                                    .block = block}));
        return series;
    }

    Expression& balance(int zone, int t) { return balance_[static_cast<std::size_t>(zone * spec_.steps + t)]; }

    static Variable at(const Series& series, int t) { return series[static_cast<std::size_t>(t)]; }

    void add_unit(int index) {
        const Unit& unit = units_[static_cast<std::size_t>(index)];
        const std::string name = fmt::format("unit{}", index);
        const Block own = block(name);
        const Series on = columns(name, "on", 1, unit.no_load, true, own);
        const Series start = columns(name, "start", 1, unit.hot_start, true, own);
        const Series stop = columns(name, "stop", 1, 0, true, own);
        const Series cold = columns(name, "cold", 1, unit.cold_start - unit.hot_start, false, own);
        const Series spare = columns(name, "reserve", unit.most - unit.least, 0, false, own);
        std::vector<Series> output;
        const double piece = (unit.most - unit.least) / spec_.segments;
        for (int k = 0; k < spec_.segments; ++k)
            output.push_back(columns(name, "segment", piece, unit.segment_cost[static_cast<std::size_t>(k)], false, own));

        const Family logic = program_.add_family({name, "logic", "1"});
        const Family up = program_.add_family({name, "min_up", "1"});
        const Family down = program_.add_family({name, "min_down", "1"});
        const Family cold_row = program_.add_family({name, "cold", "1"});
        const Family limit = program_.add_family({name, "limit", "MW"});
        const Family ramp_up = program_.add_family({name, "ramp_up", "MW"});
        const Family ramp_down = program_.add_family({name, "ramp_down", "MW"});
        const Family piece_row = program_.add_family({name, "piece", "MW"});
        const double range = unit.most - unit.least;
        const double initial_output = unit.initially_on ? range : 0.0;
        for (int t = 0; t < spec_.steps; ++t) {
            const Expression before = t > 0 ? Expression{at(on, t - 1)} : Expression{unit.initially_on ? 1.0 : 0.0};
            program_.add_row(Expression{at(on, t)} - before == Expression{at(start, t)} - Expression{at(stop, t)},
                             {logic, t, own});
            Expression started, stopped, recently_stopped;
            for (int s = std::max(0, t - unit.min_up + 1); s <= t; ++s) started += at(start, s);
            for (int s = std::max(0, t - unit.min_down + 1); s <= t; ++s) stopped += at(stop, s);
            program_.add_row(started <= Expression{at(on, t)}, {up, t, own});
            program_.add_row(stopped <= 1.0 - Expression{at(on, t)}, {down, t, own});
            for (int s = std::max(0, t - unit.cold_after); s < t; ++s) recently_stopped += at(stop, s);
            if (t > unit.cold_after || unit.initially_on)
                program_.add_row(Expression{at(start, t)} - recently_stopped <= Expression{at(cold, t)},
                                 {cold_row, t, own});

            Expression above;  // output above the least
            for (const Series& segment : output) above += at(segment, t);
            Expression room = range * at(on, t) - (unit.most - unit.start_ramp) * at(start, t);
            if (t + 1 < spec_.steps && unit.min_up > 1) room -= (unit.most - unit.start_ramp) * at(stop, t + 1);
            program_.add_row(above + at(spare, t) <= room, {limit, t, own});
            for (const Series& segment : output)
                program_.add_row(Expression{at(segment, t)} <= piece * at(on, t), {piece_row, t, own});
            if (unit.ramp < range) add_ramps(unit, output, spare, t, initial_output, {ramp_up, t, own}, {ramp_down, t, own});
            balance(unit.zone, t) += above;
            balance(unit.zone, t).add(at(on, t), unit.least);
            reserve_[static_cast<std::size_t>(t)] += at(spare, t);
        }
        // The cost of the first segment is counted on output above the least; the least itself costs as much.
        for (int t = 0; t < spec_.steps; ++t) program_.add_cost(at(on, t), unit.least * unit.segment_cost[0]);
    }

    void add_ramps(const Unit& unit, const std::vector<Series>& output, const Series& spare, int t, double initial_output,
                   const RowSpec& up, const RowSpec& down) {
        Expression rise{t > 0 ? 0.0 : -initial_output};
        for (const Series& segment : output) {
            rise += at(segment, t);
            if (t > 0) rise -= at(segment, t - 1);
        }
        program_.add_row(-rise <= unit.ramp, down);
        program_.add_row(rise + at(spare, t) <= unit.ramp, up);
    }

    void add_line(int zone) {
        const std::string name = fmt::format("line{}", zone);
        const Block own = block(name);
        const Series forth = columns(name, "forth", 400, 0.01, false, own);
        const Series back = columns(name, "back", 400, 0.01, false, own);
        for (int t = 0; t < spec_.steps; ++t) {
            balance(zone, t) += Expression{at(back, t)} - Expression{at(forth, t)};
            balance(zone + 1, t) += Expression{at(forth, t)} - Expression{at(back, t)};
        }
    }

    void add_slack(int zone) {
        const std::string name = fmt::format("zone{}", zone);
        const Block own = block(name);
        const Series unserved = columns(name, "unserved", 1e5, 3000, false, own);
        const Series surplus = columns(name, "surplus", 1e5, 500, false, own);
        for (int t = 0; t < spec_.steps; ++t) {
            balance(zone, t) += Expression{at(unserved, t)} - Expression{at(surplus, t)};
        }
        if (zone > 0) return;
        const Series shortfall = columns(name, "shortfall", 1e5, 1000, false, own);
        for (int t = 0; t < spec_.steps; ++t) reserve_[static_cast<std::size_t>(t)] += at(shortfall, t);
    }

    /// Demand: a daily and weekly shape at 45 to 80 percent of the capacity of the zone, with noise.
    void close() {
        std::vector<double> capacity(static_cast<std::size_t>(spec_.zones), 0.0);
        for (const Unit& unit : units_) capacity[static_cast<std::size_t>(unit.zone)] += unit.most;
        const Family reserve_family = program_.add_family({"system", "reserve", "MW"});
        std::vector<double> total(static_cast<std::size_t>(spec_.steps), 0.0);
        for (int zone = 0; zone < spec_.zones; ++zone) {
            const Family family = program_.add_family({fmt::format("zone{}", zone), "balance", "MW"});
            for (int t = 0; t < spec_.steps; ++t) {
                const double hour = 2.0 * 3.14159265358979 * (t % 24) / 24.0;
                const double weekend = (t / 24) % 7 >= 5 ? 0.9 : 1.0;
                const double shape = 0.6 - 0.13 * std::cos(hour) - 0.07 * std::cos(2.0 * hour);
                const double noise = draw_.between(0.98, 1.02);
                const double demand = rounded(capacity[static_cast<std::size_t>(zone)] * shape * weekend * noise, 0.1);
                total[static_cast<std::size_t>(t)] += demand;
                program_.add_row(balance(zone, t) == demand, {family, t, linking});
            }
        }
        for (int t = 0; t < spec_.steps; ++t)
            program_.add_row(reserve_[static_cast<std::size_t>(t)] >= 0.05 * total[static_cast<std::size_t>(t)],
                             {reserve_family, t, linking});
    }

    const UnitCommitmentSpec& spec_;
    Draw draw_;
    std::vector<Unit> units_;
    std::vector<Expression> balance_, reserve_;
    Program program_;
};

}  // namespace unit_commitment

inline Program unit_commitment_program(const UnitCommitmentSpec& spec) {
    return unit_commitment::Writer{spec}.write();
}

}  // namespace indus::solver::test
