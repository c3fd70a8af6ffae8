// SPDX-License-Identifier: Apache-2.0
// From a draft to a System: series are fetched and scaled, names compared, System::create checks the
// rest, and what it finds is told in the terms of the files.
#pragma once

#include <optional>

#include "inputs/draft.hpp"
#include "inputs/source_file.hpp"

namespace indus::inputs {

/// The settings and the horizon of `draft.data` are set. `horizon_known` is false where a stand-in
/// takes the place of a horizon that could not be read: series are then not laid over it.
std::optional<model::System> complete_draft(CaseFolder& folder, Draft& draft, bool horizon_known);

/// The same for a draft that was not read from a case folder and has its series already.
std::optional<model::System> complete_draft(Draft& draft);

/// Where and how System's issue stands in the files; nothing where it follows from one already reported.
std::optional<Issue> locate(const model::Issue& issue, const Draft& draft);

}  // namespace indus::inputs
