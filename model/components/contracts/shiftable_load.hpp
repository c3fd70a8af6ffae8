// SPDX-License-Identifier: Apache-2.0
// Energy that is due within windows of time and may be drawn at any time in them: pumping, refrigeration, desalination,
// electric vehicles.
//
//   draw[t] [MW] at the customer     missing_w [MWh] (at the last step of window w) not drawn in time, at a cost
//   moved_up[t] moved_down[t] [MW] above and below the plan, where there is one
//   mode[t] {0,1}, only at steps where a solution moved up and down at once: 1 moves up, 0 moves down
//
// When it draws is open. Where reserve requirements refer to load, it counts with the mean of the energy due over the
// steps of its window.
#pragma once

#include <vector>

#include "model/component.hpp"

namespace indus::model {

struct Zone;

struct ShiftableLoad {
    std::string name{};
    Reference<Zone> zone{};
    std::string sector = "flexible";
    Volume energy_mwh{};
    Profile planned_mw{0.0};
    double open_from_h = 0.0;
    double open_to_h = 24.0;
    Profile max_mw{};
    Profile min_mw{0.0};
    std::optional<double> ramp_mw_per_h{};
    std::optional<double> initial_mw{};
    double shift_loss_share = 0.0;
    std::optional<double> value_of_lost_load_per_mwh{};
    double loss_share = 0.0;

    static constexpr std::string_view kind = "shiftable_load";
    static constexpr std::string_view summary = "Energy due within windows of time, drawn whenever it suits in them.";
    static constexpr auto fields = field_list(
        field("name", &ShiftableLoad::name, "-", any_number(), required, "Unique name."),
        field("zone", &ShiftableLoad::zone, "-", any_number(), required, "Zone it draws from."),
        field("sector", &ShiftableLoad::sector, "-", any_number(), optional, "Word under which reports tell of it."),
        field(
            "energy_mwh", &ShiftableLoad::energy_mwh, "MWh", at_least(0), optional,
            "Energy due at the customer in each window: a number per civil day, or a series of MWh whose intervals are "
            "the windows. Empty: the energy of planned_mw in the hours of each day in which it may draw."),
        field("planned_mw", &ShiftableLoad::planned_mw, "MW", at_least(0), optional,
              "What would be drawn without shifting, a number or a series; what exceeds it pays shift_loss_share."),
        field("open_from_h", &ShiftableLoad::open_from_h, "h", between(0, 24), optional,
              "Hour of the day from which it may draw."),
        field("open_to_h", &ShiftableLoad::open_to_h, "h", between(0, 24), optional,
              "Hour of the day up to which it may draw; not after open_from_h: of the next day, so that a night is one "
              "window "
              "of the day on which it begins."),
        field("max_mw", &ShiftableLoad::max_mw, "MW", at_least(0), required, "Largest power, a number or a series."),
        field("min_mw", &ShiftableLoad::min_mw, "MW", at_least(0), optional,
              "Least power while it may draw, a number or a series."),
        field("ramp_mw_per_h", &ShiftableLoad::ramp_mw_per_h, "MW/h", above(0), optional,
              "Largest change of its power from step to step, either way, while it may draw; empty: any."),
        field("initial_mw", &ShiftableLoad::initial_mw, "MW", at_least(0), optional,
              "Power before the horizon, which ramp_mw_per_h goes on from; empty: any."),
        field("shift_loss_share", &ShiftableLoad::shift_loss_share, "1", between(0, 0.99), optional,
              "Share of the energy drawn above planned_mw that shifting loses (cold that leaks, water that seeps)."),
        field("value_of_lost_load_per_mwh", &ShiftableLoad::value_of_lost_load_per_mwh, "money/MWh", at_least(0),
              optional, "Cost of energy due that is not drawn in its window; empty: it must be drawn."),
        field("loss_share", &ShiftableLoad::loss_share, "1", between(0, 0.99), optional,
              "Share of the power sent out that is lost before the customer."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Steps in which one amount of energy is due.
    struct Window {
        std::vector<int> steps{};
        double due_mwh = 0.0;
    };
    /// Windows that the horizon cuts are due for the part of the hours, in which it may draw, that lie in it.
    std::vector<Window> windows(const Horizon& horizon) const;
    /// Whether it may draw in step t: in a step that begins in the hours of the day given.
    bool is_open(const Horizon& horizon, int t) const;
    /// Power drawn from the zone per power at the customer.
    double withdrawal_factor() const { return 1.0 / (1.0 - loss_share); }

private:
    std::vector<Window> given_windows(const Horizon& horizon) const;
    std::vector<Window> daily_windows(const Horizon& horizon) const;
};

}  // namespace indus::model
