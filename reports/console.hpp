// SPDX-License-Identifier: Apache-2.0
// The run on one screen: at most 24 lines of 80 columns.
#pragma once

#include <string>

#include "model/solution.hpp"
#include "model/studies/objective_comparison.hpp"
#include "model/studies/rigid_comparison.hpp"
#include "model/system.hpp"

namespace indus::reports {

/// `colour`: with ANSI colours, for terminals only.
std::string console_summary(const model::System& system, const model::Solution& solution, bool colour);

/// Both perspectives of a zone on its bill, and who gains: a table of a few lines.
std::string objective_text(const model::System& system, const model::ObjectiveComparison& objective);
/// What the flexibility of industry is worth: two or three sentences.
std::string rigid_text(const model::System& system, const model::RigidComparison& rigid);

}  // namespace indus::reports
