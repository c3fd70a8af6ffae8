// SPDX-License-Identifier: Apache-2.0
// Lines of every kind as reports show them: what is sent, what arrives, and what limits it.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "reports/series_index.hpp"

namespace indus::reports {

struct LineView {
    std::string kind{};
    std::string name{};
    std::string from{};  ///< zone
    std::string to{};
    int from_index = -1;
    int to_index = -1;
    std::string technology{};  ///< "transport", "hvdc" or "ac"
    // Per step [MW].
    std::vector<double> capacity{};
    std::vector<double> reverse_capacity{};
    std::vector<double> forward{};       ///< what counts against the capacity
    std::vector<double> backward{};      ///< what counts against the reverse capacity
    std::vector<double> sent_forward{};  ///< leaves `from`
    std::vector<double> sent_backward{};
    std::vector<double> arrived_forward{};  ///< reaches `to`
    std::vector<double> arrived_backward{};
};

/// Every line in turn, so that only one is in memory: transport and HVDC, then AC. Zeros where the solution holds no
/// flow.
void for_each_line(const model::System& system, const SeriesIndex& series,
                   const std::function<void(const LineView&)>& use);

}  // namespace indus::reports
