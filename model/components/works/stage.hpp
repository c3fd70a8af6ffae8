// SPDX-License-Identifier: Apache-2.0
// A stage of a process: a machine, or a line of machines, that is off or works in one of its modes.
//
//   m over its modes (stage_mode.hpp), z_m[t] {0,1} in mode m   y[t] w[t] {0,1} starts, stops
//   set_m[t] {0,1} set up for mode m, k_m[t] {0,1} changes over to m (where changing over takes time or money)
//   power[t] [MW] at the customer, heat[t] [MW]: derived
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Calendar;
struct Process;

struct Stage {
    std::string name{};
    Reference<Process> process{};
    Reference<Calendar> calendar{};
    double min_run_h = 0.0;
    double cool_down_h = 0.0;
    double start_cost = 0.0;
    double start_energy_mwh = 0.0;
    double changeover_h = 0.0;
    double changeover_cost = 0.0;
    double initial_status_h = -1000.0;
    std::string initial_mode{};
    double initial_rate_per_h = 0.0;
    std::optional<double> ramp_per_h{};
    bool must_run = false;

    static constexpr std::string_view kind = "stage";
    static constexpr std::string_view summary = "A stage of a process: off, or working in one of its modes.";
    static constexpr auto fields = field_list(
        field("name", &Stage::name, "-", any_number(), required, "Unique name; outages name it as their plant."),
        field("process", &Stage::process, "-", any_number(), required, "Process it belongs to."),
        field("calendar", &Stage::calendar, "-", any_number(), optional,
              "When it may work; empty: when its process may."),
        field("min_run_h", &Stage::min_run_h, "h", at_least(0), optional,
              "Least time from a start to a stop; whole steps, rounded up."),
        field("cool_down_h", &Stage::cool_down_h, "h", at_least(0), optional,
              "Least time from a stop to a start; whole steps, rounded up."),
        field("start_cost", &Stage::start_cost, "money", at_least(0), optional, "Cost of a start."),
        field("start_energy_mwh", &Stage::start_energy_mwh, "MWh", at_least(0), optional,
              "Energy drawn on top in the step of a start."),
        field("changeover_h", &Stage::changeover_h, "h", at_least(0), optional,
              "Time off between two modes that make different things; whole steps, rounded up."),
        field("changeover_cost", &Stage::changeover_cost, "money", at_least(0), optional,
              "Cost of changing over between two modes that make different things."),
        field("initial_status_h", &Stage::initial_status_h, "h", any_number(), optional,
              "Hours on before the horizon; negative: hours off."),
        field("initial_mode", &Stage::initial_mode, "-", any_number(), optional,
              "Mode it is in, or set up for, before the horizon; empty: its first."),
        field("initial_rate_per_h", &Stage::initial_rate_per_h, "1/h", at_least(0), optional,
              "Rate before the horizon, which ramp_per_h goes on from."),
        field("ramp_per_h", &Stage::ramp_per_h, "1/h/h", above(0), optional,
              "Largest change of its rate while it works, either way; empty: any."),
        field("must_run", &Stage::must_run, "-", any_number(), optional,
              "yes: in one of its modes whenever the calendar is open and no outage says otherwise."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    bool initially_on() const { return initial_status_h > 0.0; }

private:
    void check_initial_rate(const SystemData& data, Complaints& complaints) const;
};

}  // namespace indus::model
