// SPDX-License-Identifier: Apache-2.0
// What the page's charts draw, as JSON of five significant digits.
//
// A *view* is a stretch of time at one resolution. A horizon of up to `most_steps` is one view with every
// step. A longer one is a view of daily means, and weeks with every step: those that matter most first
// (least served, dearest, highest and lowest demand), then one in each month, as far as the page's size
// allows. All steps are in the CSV tables.
#pragma once

#include <string>

#include "reports/page.hpp"

namespace indus::reports {

inline constexpr int most_steps = 1500;
inline constexpr std::size_t most_data_bytes = 6'500'000;

std::string page_data(const PageInput& in);

}  // namespace indus::reports
