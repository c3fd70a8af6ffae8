// SPDX-License-Identifier: Apache-2.0
// Reads the values of a solution by kind, owner and quantity, without a search through all of them each time.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <tuple>

#include "model/solution.hpp"

namespace indus::model {

class SolutionValues {
public:
    /// Refers to `solution`, which must outlive it.
    explicit SolutionValues(const Solution& solution);
    /// Zero where there is no such series.
    double at(std::string_view kind, std::string_view owner, std::string_view quantity, int t) const;

private:
    using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
    std::map<Key, const SeriesRecord*> by_name_;
};

}  // namespace indus::model
