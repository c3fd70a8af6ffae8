// SPDX-License-Identifier: Apache-2.0
// What the page's charts draw, as JSON of five significant digits.
//
// A *view* is a stretch of time at one resolution. A horizon of up to 1,500 steps is one view with every
// step. A longer one is a view of daily means (of weekly ones where the system is so large that days leave no
// room), and weeks with every step: those that matter most first (page_weeks.hpp), as far as the page's size
// allows. All steps are in the CSV tables.
#pragma once

#include <string>
#include <vector>

#include "reports/page.hpp"
#include "reports/page_weeks.hpp"

namespace indus::reports {

/// Half of the page's 10 MB is left to the chart library and to tables.
struct PageRoom {
    int most_steps = 1500;
    std::size_t data_bytes = 5'000'000;
    std::size_t mean_bytes = 3'000'000;  ///< of these, the most for means
};

struct PageData {
    std::string json{};
    std::string mean_of{};      ///< "day" where charts show means; empty where they show every step
    std::vector<Week> weeks{};  ///< shown with every step beside the means, in order of time
};

PageData page_data(const PageInput& in, const PageRoom& room = {});

}  // namespace indus::reports
