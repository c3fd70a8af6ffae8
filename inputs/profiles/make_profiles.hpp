// SPDX-License-Identifier: Apache-2.0
// Makes the hourly series of a case from the monthly and climatological figures in its folder profiles/.
//
//     const ProfileReport report = make_profiles("inputs/cases/pakistan", ProfileMode::compare);
//     for (const Issue& issue : report.issues) std::cerr << to_string(issue) << '\n';
//
//   profiles/profiles.toml      seed, days to write, UTC offset, holidays
//   profiles/temperature.toml   sites: monthly mean and daily range
//   profiles/solar.toml         -> series/solar.csv            solar_<site>
//   profiles/wind.toml          -> series/wind.csv             wind_<site>
//   profiles/industry.toml      -> series/industry_demand.csv  <zone>_<sector>
//   profiles/demand.toml        -> series/grid_demand.csv      <zone>_household, _agriculture, _industry
//   profiles/water.toml         -> series/water.csv            <plant>_inflow, _release_min, _release_max (daily)
//                                  series/water_level.csv      <plant>_level (daily)
//   profiles/fuel_price.toml    -> series/fuel_price.csv       <fuel>_price (daily)
//
// Themes whose file is missing are left out. The values of a day depend on the figures and the seed alone, not
// on the days that are written: months are always made whole, and noise begins at a fixed epoch.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "inputs/issue.hpp"

namespace indus::inputs {

enum class ProfileMode {
    write,   ///< write the series files
    compare  ///< make them in memory and compare with what is there
};

/// What one file of series holds.
struct ProfileFile {
    std::string path{};  ///< relative to the case folder
    std::size_t series = 0;
    std::size_t rows = 0;
    double largest_difference = 0.0;  ///< to the file that was there; compare only
};

struct ProfileReport {
    std::vector<ProfileFile> files{};
    std::vector<Issue> issues{};  ///< bad figures, or differences beyond `profile_tolerance`; empty: all is well
};

inline constexpr double profile_tolerance = 1e-6;

ProfileReport make_profiles(const std::filesystem::path& case_folder, ProfileMode mode);

}  // namespace indus::inputs
