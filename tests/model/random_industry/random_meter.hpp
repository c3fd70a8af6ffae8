// SPDX-License-Identifier: Apache-2.0
// A random estate behind a meter, across the end of a month.
#pragma once

#include "tests/model/random_industry/random_base.hpp"

namespace indus::tests {

class RandomMeter : private RandomPart {
public:
    using RandomPart::RandomPart;

    void add() {
        scene_.zone("estate");
        scene_.data.list<Zone>().back().surplus_cost_per_mwh = 5;
        tariff();
        Meter gate;
        gate.name = "gate";
        gate.zone.name = "estate";
        gate.grid_zone.name = "zone";
        gate.tariff.name = "B-3";
        gate.sanctioned_mw = dice_.pick({10, 40});
        gate.export_max_mw = dice_.pick({0, 15});
        gate.loss_share = dice_.pick({0, 0.05});
        gate.peak_so_far_mw = dice_.pick({0, 12});
        if (dice_.once_in(3)) gate.grid_available = varying({1, 1, 0.5});
        if (dice_.once_in(2)) gate.earlier_peaks_mw.steps = {{1, 20}, {3, 35}};
        scene_.add(gate);
        scene_.demand(varying({2, 10, 30}).values, "estate", 300);
        if (dice_.once_in(2)) cells();
        if (dice_.once_in(2)) roof();
        if (dice_.once_in(2)) supply();
    }

private:
    void tariff() {
        Tariff made{.name = "B-3"};
        made.energy_per_mwh = 60.0;
        made.export_per_mwh = dice_.pick({0, 20, 40});
        made.nets_month = dice_.once_in(3);
        made.fixed_per_mw_month = dice_.pick({0, 2000});
        made.lookback_share = dice_.pick({0, 0.5});
        scene_.add(made);
        if (!dice_.once_in(2)) return;
        TariffPeriod peak{.name = "peak"};
        peak.tariff.name = "B-3";
        peak.from_h = dice_.pick({1, 18, 22});
        peak.to_h = dice_.pick({3, 23.5});
        peak.energy_per_mwh = 110;
        peak.fixed_per_mw_month = dice_.pick({0, 1000});
        scene_.add(peak);
    }

    void cells() {
        Battery made;
        made.name = "cells";
        made.zone.name = "estate";
        made.charge_mw = made.discharge_mw = 8;
        made.energy_mwh = 12;
        made.initial_level_mwh = 6;
        made.charge_efficiency = made.discharge_efficiency = dice_.pick({1.0, 0.9});
        scene_.add(made);
    }

    void roof() {
        SolarPlant made;
        made.name = "roof";
        made.zone.name = "estate";
        made.capacity_mw = 30;
        made.availability = varying({0, 0.3, 1});
        scene_.add(made);
    }

    void supply() {
        WindPlant wind;
        wind.name = "wheeled wind";
        wind.zone.name = "zone";
        wind.capacity_mw = 20;
        wind.availability = varying({0.1, 0.6});
        Wheeling made{.name = "supply"};
        made.meter.name = "gate";
        made.plant = wind.name;
        made.share = dice_.pick({0.5, 1});
        made.charge_per_mwh = 10;
        scene_.add(wind).add(made);
    }
};

}  // namespace indus::tests
