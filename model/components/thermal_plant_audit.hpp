// SPDX-License-Identifier: Apache-2.0
// What the audits of a single unit and of several units alike share: curves, outages and reserve, from the
// fields alone.
#pragma once

#include "model/audit.hpp"
#include "model/components/thermal_plant.hpp"

namespace indus::model {

/// Fuel [GJ/h] and money besides fuel [money/h] of a unit at an output; a quadratic is cut into `pieces`.
double audited_heat_per_h(const ThermalPlant& plant, double output_mw);
double audited_cost_per_h(const ThermalPlant& plant, int pieces, double output_mw);

class ThermalAudit {
public:
    ThermalAudit(const ThermalPlant& plant, Audit& a) : p_{plant}, a_{a}, d_{a.desk(plant)} {}

protected:
    struct Held {
        double up = 0.0, down = 0.0;            ///< by units that are on [MW]
        double up_ramp = 0.0, down_ramp = 0.0;  ///< what of the ramp of the step that takes [MW]
    };
    /// Rechecks and books reserve, given the units that are on and those that could start at once.
    Held reserves(int t, double units_on, double units_ready);
    /// Pays for the change of output from the step before [MW].
    void change(int t, double output_before, double output) const;
    /// Burns one fuel or two for the heat of each step [GJ], and rechecks which.
    void burn(std::span<const double> heat);
    /// Tells of the loss of a unit, once all steps are seen.
    void tell_loss();
    /// Units that outages leave, and units that trip at the start of step t.
    double units_left(int t) const;
    double tripped_units(int t) const;

    const ThermalPlant& p_;
    Audit& a_;
    AuditDesk d_;

    /// Rechecks the band that some products ask for.
    void band(int t, double output, const Held& held) const;

private:
    double spinning(const Reserve& product, std::size_t i) const;
    double ramp_taken(const Reserve& product, int t) const;
    double joint(const Reserve& slowest, std::size_t i) const;
    /// `burns_second`: which fuel the plant has burnt since it is on, where it has burnt any.
    void one_fuel(int t, double first_gj, double second_gj, std::optional<bool>& burns_second) const;
    void count_renewable(int t, double first_gj, double second_gj) const;
    void from_standstill(int t, double units_ready, const Reserve& product, double standby) const;
};

void audit_units(const ThermalPlant& plant, Audit& a);

}  // namespace indus::model
