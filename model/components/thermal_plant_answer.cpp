// SPDX-License-Identifier: Apache-2.0
// A thermal plant's answer to prices, by the dynamic program of model/answers/unit_program.hpp: of a single unit, or of
// several alike that no row looks at beside their sums.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/answers/unit_oracle.hpp"
#include "model/answers/units_alike.hpp"
#include "model/components/thermal_plant_rows.hpp"
#include "solver/block_oracle.hpp"

namespace indus::model {

namespace {

const Reserve* product_named(const System& system, std::string_view name) {
    for (const Reserve& each : system.all<Reserve>())
        if (each.name == name) return &each;
    return nullptr;
}

/// The columns of a plant's block.
struct PlantColumns {
    int first = -1;  ///< of the program; the others count from it
    UnitColumns unit{};
    std::vector<const Reserve*> products{};
};

/// None where a series is of a kind that the dynamic program does not know.
std::optional<PlantColumns> columns_of(const System& system, std::span<const DecisionSeries> own) {
    PlantColumns made;
    UnitColumns& unit = made.unit;
    made.first = own.front().first_column;
    for (const DecisionSeries& each : own) {
        const int at = each.first_column - made.first;
        const std::string_view quantity = each.quantity;
        if (quantity == "on") {
            unit.on = at;
        } else if (quantity == "start") {
            unit.start = at;
        } else if (quantity == "stop") {
            unit.stop = at;
        } else if (quantity == "above_minimum") {
            unit.above = at;
        } else if (quantity.starts_with("piece_")) {
            unit.pieces.push_back(at);
        } else if (quantity.starts_with("start_category_")) {
            unit.categories.push_back(at);
        } else if (quantity.starts_with("reserve_")) {
            unit.reserves.push_back(at);
            made.products.push_back(product_named(system, quantity.substr(8)));
        } else {
            return std::nullopt;
        }
    }
    return made;
}

bool is_known(const ThermalPlant& plant, const PlantColumns& columns, const System& system) {
    if (plant.has_least_draw(system.data()) && !(columns.unit.pieces.empty() && columns.unit.categories.empty()))
        return false;
    return std::all_of(columns.products.begin(), columns.products.end(), [&](const Reserve* each) {
        const bool shares = plant.ramp_up_mw_per_h && each->ramp_sharing != RampSharing::none;
        return each->is_up() && !shares && !(plant.ramp_up_mw_per_h && each->joint_response);
    });
}

/// Whether the units of a plant are free of each other but for their sums.
bool are_sums_enough(const ThermalPlant& plant, const PlantColumns& columns, const Formulation& f) {
    const double span_mw = plant.capacity_mw - plant.min_output_mw;
    const auto binds = [&](const std::optional<double>& ramp_mw_per_h, int t) {
        return ramp_mw_per_h && *ramp_mw_per_h * f.horizon().hours(t) < span_mw;
    };
    if (!columns.unit.categories.empty() || plant.start_limit_mw() < plant.capacity_mw ||
        plant.stop_limit_mw() < plant.capacity_mw)
        return false;
    const Availability left{f.system(), plant.name, plant.capacity_mw, plant.units};
    for (int t = 0; t < f.horizon().step_count(); ++t)
        if (left.share(t) < 1.0 || left.units(t) < plant.units || left.trips(t) || binds(plant.ramp_up_mw_per_h, t) ||
            binds(plant.ramp_down_mw_per_h, t))
            return false;
    return true;
}

/// The limits of one unit by period of the horizon.
class Limits {
public:
    /// `plant` has this unit's state before the first step; `first_on`: units of the block that are on before it is.
    Limits(const ThermalPlant& plant, const Formulation& f, const PlantColumns& columns, double first_on = 0.0)
        : p_{plant},
          f_{f},
          time_{f.horizon()},
          first_column_{columns.first},
          columns_{columns.unit},
          first_on_{first_on},
          left_{f.system(), plant.name, plant.capacity_mw, plant.units} {}

    std::vector<UnitLimits> by_period() const {
        std::vector<UnitLimits> made;
        for (int begin = 0; begin < time_.step_count();) {
            int end = begin;
            while (!time_.is_last(end)) ++end;
            made.push_back(of(begin, ++end));
            begin = end;
        }
        return made;
    }

private:
    /// Of steps [begin, end).
    UnitLimits of(int begin, int end) const {
        UnitLimits made;
        for (int t = begin; t < end; ++t) made.steps.push_back(step(t, begin, end));
        add_pieces(made);
        for (const int reserve : columns_.reserves) made.reserve_mw.push_back(upper(reserve, begin, end));
        add_categories(made, begin, end);
        made.is_on_before = p_.initially_on();
        made.above_before_mw = p_.initially_on() ? p_.output_before() - p_.min_output_mw : 0.0;
        return made;
    }

    UnitLimits::Step step(int t, int begin, int end) const {
        UnitLimits::Step made;
        const int column = first_column_ + columns_.on + t;
        const auto on = static_cast<std::size_t>(column);
        const double h = time_.hours(t);
        const double top = left_.share(t) * p_.capacity_mw;
        made.span_mw = std::max(0.0, top - p_.min_output_mw);
        const auto cut = [&](double limit_mw) { return std::min(top - std::min(limit_mw, top), made.span_mw); };
        made.start_mw = made.span_mw - cut(p_.start_limit_mw());
        made.stop_mw = made.span_mw - cut(p_.stop_limit_mw());
        if (p_.ramp_up_mw_per_h) made.ramp_up_mw = *p_.ramp_up_mw_per_h * h;
        if (p_.ramp_down_mw_per_h && !left_.trips(t)) made.ramp_down_mw = *p_.ramp_down_mw_per_h * h;
        made.may_be_on = f_.program().upper()[on] > 0.5;
        made.must_be_on = f_.program().lower()[on] > first_on_ + 0.5;
        made.next_trips = t + 1 < end && left_.trips(t + 1);
        const bool is_high = p_.initially_on() && p_.output_before() > p_.stop_limit_mw() + 1e-9;
        made.may_stop = t > begin || !is_high || left_.trips(t);
        made.first_off = t + 1;
        while (made.first_off < end && !may_stop_after(t, made.first_off)) ++made.first_off;
        made.first_on = t + 1;
        while (made.first_on < end && time_.steps_back(made.first_on, p_.min_down_h) > made.first_on - t)
            ++made.first_on;
        made.first_off -= begin;
        made.first_on -= begin;
        return made;
    }

    /// Whether a unit that started at a step may be off at another: its time is over, or a trip lies between.
    bool may_stop_after(int started, int t) const {
        for (int i = t; i > started; --i)
            if (left_.trips(i)) return true;
        return time_.steps_back(t, p_.min_up_h) <= t - started;
    }

    void add_pieces(UnitLimits& made) const {
        const ProductionCurve curve{p_, f_.system().settings().cost_segments};
        double low = p_.min_output_mw;
        for (const ProductionCurve::Piece& each : curve.pieces) {
            const auto within = [&](double limit_mw) {
                return each.width_mw - std::clamp(low + each.width_mw - limit_mw, 0.0, each.width_mw);
            };
            made.pieces.push_back({each.width_mw, within(p_.start_limit_mw()), within(p_.stop_limit_mw())});
            low += each.width_mw;
        }
        if (made.pieces.size() == 1)
            made.pieces[0].start_width_mw = made.pieces[0].stop_width_mw = low - p_.min_output_mw;
    }

    std::vector<double> upper(int column, int begin, int end) const {
        const auto at = f_.program().upper().begin() + first_column_ + column;
        std::vector<double> made(at + begin, at + end);
        for (double& each : made) each /= p_.units;
        return made;
    }

    void add_categories(UnitLimits& made, int begin, int end) const {
        const std::vector<double> changes = start_changes(p_);
        for (std::size_t k = 0; k < columns_.categories.size(); ++k) {
            const double from = changes[k] - rounding_h;
            const double to = changes[k + 1] - rounding_h;
            UnitLimits::Category category;
            for (int t = begin; t < end; ++t) {
                int first = t, last = t;
                double hours_off = 0.0;
                for (int s = t - 1; s >= begin; --s) {
                    hours_off += time_.hours(s);
                    if (hours_off >= to) break;
                    if (hours_off < from) last = s;
                    first = s;
                }
                category.first.push_back(first - begin);
                category.last.push_back(last - begin);
                const double since = p_.hours_off_before() + time_.hours_before(t);
                category.counts_initial.push_back(!p_.initially_on() && since >= from && since < to);
            }
            made.categories.push_back(std::move(category));
        }
    }

    const ThermalPlant& p_;
    const Formulation& f_;
    const Horizon& time_;
    int first_column_;
    const UnitColumns& columns_;
    double first_on_;
    Availability left_;
};

/// Units that are on before the first step, and those that are off.
std::vector<UnitGroup> groups_of(const ThermalPlant& plant, const Formulation& f, const PlantColumns& columns) {
    constexpr double long_off_h = -1000.0;
    std::vector<UnitGroup> made;
    const double on = plant.units_on_before();
    const auto add = [&](const ThermalPlant& one, double count, double first_on) {
        if (count > 0.0)
            made.push_back({count, make_unit_oracle(columns.unit, Limits{one, f, columns, first_on}.by_period())});
    };
    if (on > 0.0) add(plant, on, 0.0);
    ThermalPlant rest = plant;
    if (plant.initially_on()) rest.initial_status_h = long_off_h;
    add(rest, plant.units - on, on);
    return made;
}

}  // namespace

std::unique_ptr<solver::BlockOracle> ThermalPlant::answer(const Formulation& f,
                                                          std::span<const DecisionSeries> own) const {
    const std::optional<PlantColumns> columns = columns_of(f.system(), own);
    if (!columns || columns->unit.on < 0 || !is_known(*this, *columns, f.system())) return nullptr;
    if (units == 1.0) return make_unit_oracle(columns->unit, Limits{*this, f, *columns}.by_period());
    if (!are_sums_enough(*this, *columns, f)) return nullptr;
    return make_units_alike(groups_of(*this, f, *columns), f.program(), f.program().block_of_column(columns->first));
}

}  // namespace indus::model
