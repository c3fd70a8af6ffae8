// SPDX-License-Identifier: Apache-2.0
// Where the power of a zone comes from, by proportional sharing: what leaves a zone is mixed as what came into it.
// From that, what each MWh used in a zone carries of a burden (emissions) of the plants behind it.
//
//     (supply[z] + sum(arrived over flows into z)) intensity[z] = burden[z] + sum(sent intensity[from], flows into z)
//
// What is lost on the way is borne where the rest arrives, so that intensities times power used add up to all burdens.
// Source: Bialek (1996), Tracing the flow of electricity, IEE Proceedings - Generation, Transmission and Distribution
// 143(4), doi:10.1049/ip-gtd:19960461
#pragma once

#include <span>
#include <vector>

namespace indus::model {

/// Net flow between two zones in one step.
struct TracedFlow {
    int from = 0;
    int to = 0;
    double sent_mw = 0.0;
    double arrived_mw = 0.0;
};

/// Burden per MWh in each zone, from what is fed in there [MW] and its burden per hour; 0 where no power
/// is. Not a number in a step whose flows cannot be traced, as where power goes round and nobody uses any.
std::vector<double> traced_intensity(std::span<const double> supply_mw, std::span<const double> burden_per_h,
                                     std::span<const TracedFlow> flows);

}  // namespace indus::model
