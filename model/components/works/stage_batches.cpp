// SPDX-License-Identifier: Apache-2.0
// The batches of a stage: when they may begin, how large they are, what they take and give.
#include <algorithm>

#include "model/components/works/stage_equations.hpp"
#include "model/components/works/stage_rows.hpp"

namespace indus::model {

std::optional<int> last_of_batch(const Horizon& horizon, int t, double batch_h) {
    double hours = 0.0;
    for (int i = t; i < horizon.step_count(); ++i) {
        if (i > t && horizon.is_first(i)) return std::nullopt;
        hours += horizon.hours(i);
        if (hours >= batch_h - works_rounding_h) return i;
    }
    return std::nullopt;
}

bool StageRows::Mode::may_begin(const solver::Program& program, int t) const {
    return program.upper()[static_cast<std::size_t>(begin[t].index)] > 0.0;
}

Expression StageRows::Mode::units(int t) const {
    return is.decides_size() ? Expression{size[t]} : Expression{is.batch_units * begin[t]};
}

/// A batch begins only where the stage can work on until it is over.
void StageRows::add_batch(Mode& mode) {
    std::vector<double> may(open_.size(), 0.0);
    for (int t = 0; t < time_.step_count(); ++t) {
        const std::optional<int> last = last_of_batch(time_, t, mode.is.batch_h);
        if (!last) continue;
        const auto all =
            std::all_of(open_.begin() + t, open_.begin() + *last + 1, [](double share) { return share > 1.0 - 1e-9; });
        may[static_cast<std::size_t>(t)] = all ? 1.0 : 0.0;
    }
    mode.begin = d_.binaries("begin_" + mode.is.name, may);
    if (mode.is.decides_size()) add_size(mode, may);
    for (int t = 0; t < time_.step_count(); ++t) {
        if (may[static_cast<std::size_t>(t)] == 0.0) continue;
        const int last = *last_of_batch(time_, t, mode.is.batch_h);
        for (int i = t; i <= last; ++i) {
            // Its last step may be longer than what is left of the batch.
            const double after = time_.hours_before(i) - time_.hours_before(t), hours = time_.hours(i);
            const double share = std::min(hours, mode.is.batch_h - after) / hours;
            mode.on[static_cast<std::size_t>(i)].add(mode.begin[t], 1.0);
            mode.makes[static_cast<std::size_t>(i)] += (share / mode.is.batch_h) * mode.units(t);
        }
    }
    for (int t = 0; t < time_.step_count(); ++t)
        d_.derive("in_" + mode.is.name, "1", t, mode.on[static_cast<std::size_t>(t)]);
}

void StageRows::add_size(Mode& mode, const std::vector<double>& may) {
    std::vector<double> most;
    for (const double each : may) most.push_back(each * mode.is.batch_units);
    mode.size = d_.variables("units_" + mode.is.name, "units", 0.0, most);
    for (int t = 0; t < time_.step_count(); ++t) {
        if (may[static_cast<std::size_t>(t)] == 0.0) continue;
        d_.require(stage_batch_size, t, Expression{mode.size[t]} <= mode.is.batch_units * mode.begin[t]);
        if (*mode.is.batch_min_units > 0.0)
            d_.require(stage_batch_size, t, Expression{mode.size[t]} >= *mode.is.batch_min_units * mode.begin[t]);
    }
}

void StageRows::batch_materials(const Mode& mode, int t) {
    for (const WeightedNames::Item& item : mode.is.input.items) {
        const int stock = works_.stock(item.name);
        works_.inflow(stock, t) -= item.weight * mode.units(t);
        works_.taken(stock, t) += item.weight * mode.units(t);
    }
    for (const WeightedNames::Item& item : mode.is.output.items) {
        const int stock = works_.stock(item.name);
        const int last = *last_of_batch(time_, t, mode.is.hours_to(item.name));
        works_.inflow(stock, last) += item.weight * mode.units(t);
        works_.given(stock, last) += item.weight * mode.units(t);
    }
}

}  // namespace indus::model
