// SPDX-License-Identifier: Apache-2.0
// What was out of reach, in sentences for the console and the report: fuel that did not lie where plants burn it, the
// grid at meters, energy of shiftable loads and heat.
#pragma once

#include <string>
#include <vector>

#include "reports/digest.hpp"

namespace indus::reports {

/// A few sentences per stock that was short; nothing of others.
std::vector<std::string> fuel_want_sentences(const Digest& digest);
/// All stocks that were short, in one sentence; nothing where none was.
std::string fuel_want_summary(const Digest& digest);
/// A sentence or two per meter that was off or reduced at times.
std::vector<std::string> grid_want_sentences(const Digest& digest);
/// What went unserved besides demand, in one sentence; nothing where all was served.
std::string other_unserved_sentence(double missing_mwh, double unserved_heat_mwh);

}  // namespace indus::reports
