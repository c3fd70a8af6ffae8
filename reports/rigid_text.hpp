// SPDX-License-Identifier: Apache-2.0
// What the flexibility of industry is worth, in sentences: for the console and the report.
#pragma once

#include <string>
#include <vector>

#include "model/studies/rigid_comparison.hpp"

namespace indus::reports {

std::vector<std::string> rigid_sentences(const model::RigidComparison& found, const std::string& currency);

}  // namespace indus::reports
