// SPDX-License-Identifier: Apache-2.0
// The files of reports/web that are built into the executable.
#pragma once

#include <string_view>

namespace indus::reports::assets {

std::string_view page();
std::string_view style();
std::string_view script();
std::string_view charts();  ///< Apache ECharts, minified

}  // namespace indus::reports::assets
