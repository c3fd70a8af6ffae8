// SPDX-License-Identifier: Apache-2.0
#include "model/studies/evaluate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

#include "model/components/production_curve.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

/// Rounding dust around zero would print as "-0"; it is far below every tolerance.
double without_dust(double value) { return std::abs(value) < 1e-9 ? 0.0 : value; }

std::string owner_key(std::string_view kind, std::string_view owner) { return fmt::format("{}/{}", kind, owner); }

}  // namespace

namespace {

/// The columns of one thermal plant, and the order in which its production curve is filled.
class Pieces {
public:
    Pieces(const Formulation& formulation, const ThermalPlant& plant, std::vector<double>& point)
        : plant_{plant},
          horizon_{formulation.horizon()},
          point_{point},
          curve_{plant, formulation.system().settings().cost_segments},
          available_{formulation.system(), plant.name, plant.capacity_mw, plant.units} {}

    bool is_one() const { return curve_.pieces.size() < 2; }
    void find(const std::map<std::string, int, std::less<>>& first_columns) {
        const auto column = [&](std::string_view quantity) {
            return first_columns.at(owner_key(plant_.name, quantity));
        };
        for (std::size_t l = 0; l < curve_.pieces.size(); ++l)
            pieces_.push_back(column(fmt::format("piece_{}", l + 1)));
        above_ = column("above_minimum");
        on_ = column("on");
        start_ = column("start");
        stop_ = column("stop");
    }
    void fill(int t) {
        double left = value(above_, t);
        const std::vector<double> tops = plant_.units > 1.0 ? tops_at(t) : std::vector<double>{};
        double low = plant_.min_output_mw;
        for (std::size_t l = 0; l < pieces_.size(); ++l) {
            const double width = curve_.pieces[l].width_mw;
            double room = plant_.units > 1.0 ? 0.0 : width;
            for (const double top : tops) room += std::clamp(top - low, 0.0, width);
            value(pieces_[l], t) = std::clamp(left, 0.0, room);
            left -= room;
            low += width;
        }
    }

private:
    double& value(int first_column, int t) {
        return point_[static_cast<std::size_t>(first_column) + static_cast<std::size_t>(t)];
    }
    std::vector<double> tops_at(int t) {
        const bool stops_freely = horizon_.is_last(t) || available_.trips(t + 1);
        return unit_tops(plant_, value(on_, t), value(start_, t), stops_freely ? 0.0 : value(stop_, t + 1),
                         plant_.min_up_h <= horizon_.hours(t) + 1e-9);
    }

    const ThermalPlant& plant_;
    const Horizon& horizon_;
    std::vector<double>& point_;
    ProductionCurve curve_;
    Availability available_;
    std::vector<int> pieces_{};
    int above_ = 0, on_ = 0, start_ = 0, stop_ = 0;
};

double row_value(const solver::Program& program, int row, const std::vector<double>& point) {
    const auto i = static_cast<std::size_t>(row);
    double sum = 0.0;
    for (auto k = static_cast<std::size_t>(program.row_start()[i]);
         k < static_cast<std::size_t>(program.row_start()[i + 1]); ++k)
        sum += program.coefficient()[k] * point[static_cast<std::size_t>(program.column_index()[k])];
    return sum;
}

/// What plants no longer burn lies in their stock from then on.
void refill_stocks(const Formulation& f, std::vector<double>& point) {
    constexpr double dust_t = 1e-9;
    const Equation& balance = FuelStock::equations()[0];
    for (const DecisionSeries& each : f.decisions()) {
        if (each.kind != FuelStock::kind || each.quantity != "level") continue;
        for (int t = 0; t < each.step_count; ++t) {
            const int row = f.row_of(balance, each.owner, t);
            if (row < 0) continue;
            const double missing =
                f.program().row_lower()[static_cast<std::size_t>(row)] - row_value(f.program(), row, point);
            if (std::abs(missing) > dust_t) point[static_cast<std::size_t>(each.first_column + t)] += missing;
        }
    }
}

}  // namespace

void order_pieces(const Formulation& formulation, std::vector<double>& point) {
    std::map<std::string, int, std::less<>> first_columns;
    for (const DecisionSeries& each : formulation.decisions())
        if (each.kind == ThermalPlant::kind)
            first_columns.emplace(owner_key(each.owner, each.quantity), each.first_column);
    for (const ThermalPlant& plant : formulation.system().all<ThermalPlant>()) {
        Pieces pieces{formulation, plant, point};
        if (pieces.is_one()) continue;
        pieces.find(first_columns);
        for (int t = 0; t < formulation.horizon().step_count(); ++t) pieces.fill(t);
    }
    refill_stocks(formulation, point);
}

void record_series(const Formulation& formulation, std::span<const double> point, Solution& solution) {
    for (const DecisionSeries& each : formulation.decisions()) {
        const auto first = point.begin() + each.first_column;
        solution.series.push_back({each.kind, each.owner, each.quantity, each.unit, true,
                                   std::vector<double>(first, first + each.step_count)});
    }
    for (const DerivedSeries& each : formulation.derived()) {
        SeriesRecord record{each.kind, each.owner, each.quantity, each.unit, false, each.values.values(point)};
        for (double& value : record.values) value = without_dust(value);
        solution.series.push_back(std::move(record));
    }
}

void record_costs(const Formulation& formulation, std::span<const double> point, Solution& solution) {
    const auto steps = static_cast<std::size_t>(formulation.horizon().step_count());
    std::map<std::string, std::size_t, std::less<>> cost_series;
    for (const CostTerm& term : formulation.costs()) {
        CostRecord record{term.kind, term.owner, term.category, 0.0};
        const auto [found, fresh] = cost_series.emplace(owner_key(term.kind, term.owner), solution.series.size());
        if (fresh)
            solution.series.push_back({term.kind, term.owner, "cost", "money", false, std::vector<double>(steps, 0.0)});
        const std::vector<double> amounts = term.amounts.values(point);
        for (std::size_t t = 0; t < steps; ++t) {
            record.amount += amounts[t];
            solution.series[found->second].values[t] += amounts[t];
        }
        record.amount = without_dust(record.amount);
        solution.costs.push_back(std::move(record));
    }
}

void record_limits(const Formulation& formulation, std::span<const double> point, std::span<const double> duals,
                   Solution& solution) {
    for (const WrittenLimit& written : formulation.limits()) {
        const Limit& limit = written.limit;
        LimitRecord record{written.kind,
                           written.owner,
                           std::string{limit.equation->name},
                           std::string{limit.equation->unit},
                           limit.at_most ? "at most" : "at least",
                           limit.first,
                           limit.count,
                           limit.bound};
        record.shadow_unit = limit.equation->unit;
        record.reached = without_dust(limit.amount.value(point));
        if (limit.base) {
            const double base = limit.base->value(point);
            record.unit = "share";
            record.reached = base > 0.0 ? record.reached / base : 0.0;
        }
        if (written.violation)
            record.violation = without_dust(written.factor * point[static_cast<std::size_t>(written.violation->index)]);
        if (!duals.empty()) {
            // A weighted sum is in the unit of the limit already; a row of one step counts as often as its weight says.
            const double per_unit = limit.is_weighted ? 1.0 : formulation.horizon().weight(limit.first) * limit.hours;
            record.shadow_price =
                written.row < 0 ? 0.0 : without_dust(std::abs(duals[static_cast<std::size_t>(written.row)]) / per_unit);
        }
        solution.limits.push_back(std::move(record));
    }
}

void record_equations(const Formulation& formulation, Solution& solution) {
    for (const UsedEquation& each : formulation.equations())
        solution.equations.push_back({each.kind, std::string{each.equation->name}, std::string{each.equation->unit},
                                      std::string{each.equation->formula}, std::string{each.equation->source}});
}

void record_statistics(const Formulation& formulation, Solution& solution) {
    const solver::Program& program = formulation.program();
    Statistics& s = solution.statistics;
    s.columns = program.column_count();
    s.rows = program.row_count();
    s.integers = program.integer_count();
    s.nonzeros = static_cast<long>(program.nonzero_count());
    s.blocks = program.block_count();
    s.linking_rows = 0;
    for (int i = 0; i < program.row_count(); ++i) s.linking_rows += program.is_linking(i) ? 1 : 0;
}

void record_piecewise(const System& system, Solution& solution) {
    const int segments = system.settings().cost_segments;
    const Horizon& horizon = system.horizon();
    double excess = 0.0;
    double limit = 0.0;
    bool any = false;
    for (const ThermalPlant& plant : system.all<ThermalPlant>()) {
        if (plant.quadratic_cost_per_mw2h == 0.0) continue;
        any = true;
        const SeriesRecord* on = solution.find(plant.name, "on", ThermalPlant::kind);
        const SeriesRecord* output = solution.find(plant.name, "output", ThermalPlant::kind);
        for (int t = 0; t < horizon.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            const double hours = horizon.weight(t) * horizon.hours(t);
            limit += hours * plant.units * largest_chord_excess(plant, segments);
            // Units alike are taken to share the output.
            if (on->values[i] > 0.5)
                excess += hours * on->values[i] * chord_excess(plant, segments, output->values[i] / on->values[i]);
        }
    }
    if (any) solution.piecewise = PiecewiseRecord{solution.certificate.cost.value_or(0.0) - excess, limit};
}

std::vector<double> point_of(const Formulation& formulation, const Solution& solution) {
    std::map<std::string, const SeriesRecord*, std::less<>> decisions;
    for (const SeriesRecord& each : solution.series)
        if (each.decision) decisions.emplace(owner_key(each.kind, each.owner) + "/" + each.quantity, &each);
    std::vector<double> point(static_cast<std::size_t>(formulation.program().column_count()), 0.0);
    for (const DecisionSeries& each : formulation.decisions()) {
        const auto found = decisions.find(owner_key(each.kind, each.owner) + "/" + each.quantity);
        if (found == decisions.end() || static_cast<int>(found->second->values.size()) != each.step_count)
            throw std::runtime_error(fmt::format("the solution lacks the series '{}' of {} {} with {} values",
                                                 each.quantity, each.kind, each.owner, each.step_count));
        std::copy(found->second->values.begin(), found->second->values.end(), point.begin() + each.first_column);
    }
    return point;
}

}  // namespace indus::model
