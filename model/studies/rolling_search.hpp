// SPDX-License-Identifier: Apache-2.0
// How a long horizon is cut for the search window by window (solver/rolling_horizon.hpp).
#pragma once

#include "model/formulation.hpp"
#include "solver/rolling_horizon.hpp"

namespace indus::model {

/// Weeks from the start, and six bands of four hours in a day, by the clock of the case; a horizon of more than one
/// period begins a new week with each.
solver::StepGroups weeks_and_bands(const Horizon& horizon);
/// The same with days in the place of weeks: for horizons of few weeks.
solver::StepGroups days_and_bands(const Horizon& horizon);

/// Windows of whole days, from one day to a week: as long as a linear program of some ten thousand columns is solved in
/// seconds; one day of look-ahead, or two from three days on.
solver::RollingOptions rolling_options(const Formulation& formulation);

/// Windows of a day with a look-ahead of a third of one, for units that answer to prices there.
solver::RollingOptions short_windows(const Horizon& horizon, int chains);

/// Whether such windows are few hours of the horizon, which is one period.
bool has_several_windows(const Horizon& horizon);

/// Whether the horizon has windows enough, and columns more than are searched, or dispatched, at once.
bool is_worth_rolling(const Formulation& formulation);

/// Whether windows find a point of it sooner than a search at once does: columns by tens of thousands, a few windows.
bool is_worth_rolling_first(const Formulation& formulation);

}  // namespace indus::model
