// SPDX-License-Identifier: Apache-2.0
// THE list of components. Reader, checker, program, audit, stored solution and reference pages follow it.
#pragma once

#include <tuple>
#include <vector>

#include "model/components/ac_line.hpp"
#include "model/components/battery.hpp"
#include "model/components/contracts/interruptible_contract.hpp"
#include "model/components/contracts/shiftable_load.hpp"
#include "model/components/demand.hpp"
#include "model/components/flexible_demand.hpp"
#include "model/components/fuel.hpp"
#include "model/components/fuel_chain/fuel_corridor.hpp"
#include "model/components/fuel_chain/fuel_route.hpp"
#include "model/components/fuel_chain/fuel_stock.hpp"
#include "model/components/heat/boiler.hpp"
#include "model/components/heat/cogeneration.hpp"
#include "model/components/heat/heat_demand.hpp"
#include "model/components/heat/heat_node.hpp"
#include "model/components/heat/heat_store.hpp"
#include "model/components/interface.hpp"
#include "model/components/line.hpp"
#include "model/components/meter/meter.hpp"
#include "model/components/meter/tariff.hpp"
#include "model/components/meter/tariff_period.hpp"
#include "model/components/meter/wheeling.hpp"
#include "model/components/outage.hpp"
#include "model/components/plant_constraint.hpp"
#include "model/components/policy.hpp"
#include "model/components/pumped_storage.hpp"
#include "model/components/reserve.hpp"
#include "model/components/reservoir.hpp"
#include "model/components/run_of_river.hpp"
#include "model/components/technology_limit.hpp"
#include "model/components/thermal_plant.hpp"
#include "model/components/trade.hpp"
#include "model/components/variable_plant.hpp"
#include "model/components/works/calendar.hpp"
#include "model/components/works/order.hpp"
#include "model/components/works/process.hpp"
#include "model/components/works/stage.hpp"
#include "model/components/works/stage_mode.hpp"
#include "model/components/works/stock.hpp"
#include "model/components/works/upgrade.hpp"
#include "model/components/zone.hpp"

namespace indus::model {

template <component... Ts>
struct ComponentList {
    using Lists = std::tuple<std::vector<Ts>...>;
    template <class Function>
    static void for_each_kind(Function&& function) {
        (function.template operator()<Ts>(), ...);
    }
};

using AllComponents =
    ComponentList<Zone, Fuel, Policy, Outage, TechnologyLimit, Reserve, ThermalPlant, RunOfRiver, Reservoir, SolarPlant,
                  WindPlant, Battery, PumpedStorage, Line, AcLine, Interface, Trade, Demand, FlexibleDemand,
                  InterruptibleContract, ShiftableLoad, Calendar, HeatNode, HeatDemand, Boiler, Cogeneration, HeatStore,
                  Process, Stage, StageMode, Stock, Order, Upgrade, FuelCorridor, FuelStock, FuelRoute, Tariff,
                  TariffPeriod, Meter, Wheeling, PlantConstraint>;

/// Calls function.operator()<T>() for every kind, in the order of the list.
template <class Function>
void for_each_kind(Function&& function) {
    AllComponents::for_each_kind(std::forward<Function>(function));
}

}  // namespace indus::model
