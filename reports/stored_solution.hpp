// SPDX-License-Identifier: Apache-2.0
// The complete run as JSON, to be read back: settings, horizon, components, solution.
//
//     {"format":"indus-solution","version":1,
//      "settings":{...}, "horizon":{"start":"2025-01-13 00:00","step_hours":1,"step_count":168},
//      "components":{"zone":[{"name":"north",...}],...}, "solution":{...}}
//
// Nothing here knows a particular record: members come from the schema tables and the field tables.
// A field's value is a string, a boolean or a number; null for an unset option; a reference is its name;
// a profile {"series","constant","values"}; a guide the same with a null constant where unset; a volume
// {"series","constant","windows":[[first,count,energy],...]}; steps [[from,value],...]; a choice its word.
#pragma once

#include "model/solution.hpp"
#include "model/system.hpp"
#include "reports/sink.hpp"

namespace indus::reports {

void write_stored_solution(const model::System& system, const model::Solution& solution, const Sink& sink);

}  // namespace indus::reports
