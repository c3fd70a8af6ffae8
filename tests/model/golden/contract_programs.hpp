// SPDX-License-Identifier: Apache-2.0
// Golden programs of loads that may be called off or shifted.
#pragma once

#include "tests/model/golden/golden_program.hpp"

namespace indus::tests {

inline InterruptibleContract mill_contract() {
    InterruptibleContract contract;
    contract.name = "mill";
    contract.demand.name = "load_zone";
    contract.power_mw = 40.0;
    return contract;
}

inline GoldenProgram calls_of_a_contract() {
    GoldenProgram golden{
        .name = "interruptible_contract_calls",
        .about =
            "40 MW of a load of 100, 30 and 100 MW; none in the first hour for notice, two hours at "
            "most and at least, two of rest. Two calls a month, one has been. 50 per MWh and 7 per "
            "call. A tenth is lost on the way: 1 / 0.9.",
        .scene = Scene{3},
        .bounds_and_costs = {"interruptible_contract/times of calls", "interruptible_contract/interruption",
                             "interruptible_contract/change of withdrawal"}};
    InterruptibleContract contract = mill_contract();
    contract.notice_h = 1;
    contract.longest_call_h = contract.shortest_call_h = contract.rest_h = 2;
    contract.calls_per_month = 2;
    contract.calls_so_far = 1;
    contract.loss_per_mwh = 50;
    contract.loss_per_call = 7;
    golden.scene.demand({100, 30, 100}).add(contract);
    golden.scene.data.list<Demand>()[0].loss_share = 0.1;
    return golden;
}

inline GoldenProgram paid_back() {
    GoldenProgram golden{.name = "interruptible_contract_payback",
                         .about =
                             "Steps of 2 h; 1.5 MWh are drawn for each of 40 MW called off, within 3 h, that is two "
                             "steps, with 25 MW at most. Nothing is owed at the end.",
                         .scene = Scene{3, 2.0},
                         .bounds_and_costs = {"interruptible_contract/change of withdrawal"}};
    InterruptibleContract contract = mill_contract();
    contract.payback_share = 1.5;
    contract.payback_h = 3;
    contract.payback_mw = 25;
    golden.scene.demand({100, 100, 100}).add(contract);
    return golden;
}

inline GoldenProgram energy_in_windows() {
    GoldenProgram golden{
        .name = "shiftable_load_windows",
        .about =
            "Steps of 2 h from midnight. 96 MWh a day, to be drawn from 20 to 4 o'clock, a window of 8 "
            "h of which 4 are left: 48 MWh in steps 0 and 1, none in step 2. 5 to 30 MW, 3 MW more or "
            "less an hour, 10 before. A fifth is lost on the way. 400 per MWh missing.",
        .scene = Scene{3, 2.0},
        .bounds_and_costs = {"shiftable_load/draw limits", "shiftable_load/withdrawal"}};
    ShiftableLoad load;
    load.name = "pump";
    load.zone.name = "zone";
    load.energy_mwh.constant = 96.0;
    load.open_from_h = 20;
    load.open_to_h = 4;
    load.min_mw = 5.0;
    load.max_mw = 30.0;
    load.ramp_mw_per_h = 3;
    load.initial_mw = 10;
    load.loss_share = 0.2;
    load.value_of_lost_load_per_mwh = 400;
    golden.scene.add(load);
    return golden;
}

inline GoldenProgram moved_from_a_plan() {
    GoldenProgram golden{.name = "shiftable_load_plan",
                         .about =
                             "Half an hour a step. 20 and 10 MW are planned, 15 MWh due; of what is drawn above the "
                             "plan a quarter is lost, 0.5 * 0.25. At most 25 MW. In step 1 the direction is chosen.",
                         .scene = Scene{2, 0.5},
                         .bounds_and_costs = {"shiftable_load/draw limits", "shiftable_load/withdrawal"},
                         .modes = {{"shiftable_load/cooler", {1}}}};
    ShiftableLoad load;
    load.name = "cooler";
    load.zone.name = "zone";
    load.planned_mw = Profile{std::vector<double>{20, 10}};
    load.max_mw = 25.0;
    load.shift_loss_share = 0.25;
    golden.scene.add(load);
    return golden;
}

inline std::vector<GoldenProgram> contract_programs() {
    return {calls_of_a_contract(), paid_back(), energy_in_windows(), moved_from_a_plan()};
}

}  // namespace indus::tests
