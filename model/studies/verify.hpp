// SPDX-License-Identifier: Apache-2.0
// Certificate and audit of a stored solution, again: from the stored inputs, the stored decisions and the
// stored multipliers. Nothing of the run's own claims is believed.
#pragma once

#include <atomic>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::model {

struct Verification {
    std::vector<std::string> problems{};   ///< sentences; empty: the stored run is confirmed
    std::vector<std::string> confirmed{};  ///< what was checked and holds, with numbers
};

Verification verify(const System& system, const Solution& solution, const std::atomic<bool>* stop = nullptr);

/// "battery/name/17" <-> mode steps, as stored in Solution::mode_binaries.
std::vector<std::string> stored_modes(const std::map<std::string, std::set<int>, std::less<>>& modes);
std::map<std::string, std::set<int>, std::less<>> parse_modes(const std::vector<std::string>& stored);

}  // namespace indus::model
