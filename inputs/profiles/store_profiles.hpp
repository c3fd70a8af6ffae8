// SPDX-License-Identifier: Apache-2.0
// Writes a file of series, or compares one with what is there.
#pragma once

#include "inputs/profiles/make_profiles.hpp"
#include "inputs/profiles/series_table.hpp"

namespace indus::inputs {

/// Written to a temporary sibling and renamed.
ProfileFile write_profile(const std::filesystem::path& case_folder, const SeriesTable& table,
                          std::vector<Issue>& issues);
/// An issue for a file that is missing or laid out otherwise, and for the first value of each series that differs.
ProfileFile compare_profile(const std::filesystem::path& case_folder, const SeriesTable& table,
                            std::vector<Issue>& issues);

}  // namespace indus::inputs
