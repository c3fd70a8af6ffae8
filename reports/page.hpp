// SPDX-License-Identifier: Apache-2.0
// report.html: one file that opens offline. Text and tables are written here, so that the page can be read
// without JavaScript; reports/web/*.js draws the charts from the data embedded in the page.
#pragma once

#include "reports/digest.hpp"
#include "reports/series_index.hpp"
#include "reports/sink.hpp"
#include "reports/write_results.hpp"

namespace indus::reports {

struct PageInput {
    const model::System& system;
    const model::Solution& solution;
    const Digest& digest;
    const SeriesIndex& series;
    const RunInfo& info;
};

void write_page(const PageInput& in, const Sink& sink);

}  // namespace indus::reports
