// SPDX-License-Identifier: Apache-2.0
#include "model/solution_values.hpp"

namespace indus::model {

SolutionValues::SolutionValues(const Solution& solution) {
    for (const SeriesRecord& each : solution.series) by_name_.emplace(Key{each.kind, each.owner, each.quantity}, &each);
}

double SolutionValues::at(std::string_view kind, std::string_view owner, std::string_view quantity, int t) const {
    const auto found = by_name_.find(Key{kind, owner, quantity});
    return found == by_name_.end() ? 0.0 : found->second->values[static_cast<std::size_t>(t)];
}

}  // namespace indus::model
