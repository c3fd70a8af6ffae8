// SPDX-License-Identifier: Apache-2.0
// The meter of an industrial zone: what lies behind it is a zone of its own, with its loads, captive plants, solar
// roofs and stores; the meter is its border to the grid. Payments over the meter are transfers and no cost of the
// system. Where the case is optimised for the zone (CaseSettings::billed_zone), they are its costs, and the grid behind
// the meter gives and takes at the tariff.
//
//   import[t] export[t] [MW] at the meter     mode[t] {0,1} only where a solution used both
//   billing_demand[t] [MW] of the month, at its first step (billed zone only); billing_demand_PERIOD[t] idem
//   wheeled_PLANT[t] [MW] part of the import that comes from a plant far away (wheeling.hpp)
#pragma once

#include <algorithm>
#include <vector>

#include "model/components/meter/load_shedding.hpp"
#include "model/components/reliability.hpp"

namespace indus::model {

class System;
struct Zone;
struct Tariff;

struct Meter : Reliability, LoadShedding {
    std::string name{};
    Reference<Zone> zone{};
    Reference<Zone> grid_zone{};
    Reference<Tariff> tariff{};
    double sanctioned_mw = 0.0;
    std::optional<double> import_max_mw{};
    double export_max_mw = 0.0;
    Profile grid_available{1.0};
    double loss_share = 0.0;
    double peak_so_far_mw = 0.0;
    WeightedNames period_peaks_so_far_mw{};
    Steps earlier_peaks_mw{};

    static constexpr std::string_view kind = "meter";
    static constexpr std::string_view summary = "The meter between an industrial zone and the grid, with its tariff.";
    static constexpr auto fields = field_list(
        field("name", &Meter::name, "-", any_number(), required, "Unique name; outages name it as their plant."),
        field("zone", &Meter::zone, "-", any_number(), required, "Zone behind the meter."),
        field("grid_zone", &Meter::grid_zone, "-", any_number(), required, "Zone of the grid it is connected to."),
        field("tariff", &Meter::tariff, "-", any_number(), required, "What the utility charges."),
        field("sanctioned_mw", &Meter::sanctioned_mw, "MW", at_least(0), required, "Sanctioned load."),
        field("import_max_mw", &Meter::import_max_mw, "MW", at_least(0), optional,
              "Largest import; empty: the sanctioned load."),
        field("export_max_mw", &Meter::export_max_mw, "MW", at_least(0), optional, "Largest export."),
        field("grid_available", &Meter::grid_available, "1", between(0, 1), optional,
              "Share of those limits there is: 0 in load-shedding that is known, a number or a series."),
        field("loss_share", &Meter::loss_share, "1", between(0, 0.99), optional,
              "Share of what the grid sends that is lost before the meter."),
        field("peak_so_far_mw", &Meter::peak_so_far_mw, "MW", at_least(0), optional,
              "Largest import of the first calendar month before the horizon."),
        field("period_peaks_so_far_mw", &Meter::period_peaks_so_far_mw, "MW", any_number(), optional,
              "The same within the hours of tariff periods that charge for their own peak: 'evening:3.2 night:1'."),
        field("earlier_peaks_mw", &Meter::earlier_peaks_mw, "1:MW", at_least(0), optional,
              "Peaks of earlier months, by months before the first: '1:3.2 2:3.5'; for lookback_share."),
        Reliability::fields, LoadShedding::fields);
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Largest import of the first month before the horizon within the hours of a period [MW].
    double peak_so_far_mw_of(std::string_view period) const {
        const WeightedNames::Item* found = period_peaks_so_far_mw.find(period);
        return found ? found->weight : 0.0;
    }
    double most_bought_mw() const { return import_max_mw.value_or(sanctioned_mw); }
    /// What outages that leave a power are told against [MW].
    double rating_mw() const { return std::max(most_bought_mw(), export_max_mw); }
    /// Share of its limits that load-shedding and outages leave, per step.
    std::vector<double> available(const System& system) const;
};

}  // namespace indus::model
