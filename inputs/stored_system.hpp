// SPDX-License-Identifier: Apache-2.0
// The system of a stored run: settings, horizon and components, checked again by System::create.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inputs/json_value.hpp"
#include "model/system.hpp"

namespace indus::inputs {

/// Nothing, with issues, when the stored data make no System.
std::optional<model::System> read_stored_system(const JsonValue& root, const std::string& file,
                                                std::vector<Issue>& issues);

}  // namespace indus::inputs
