// SPDX-License-Identifier: Apache-2.0
// Fast look-up of a solution's series. A series that was not recorded is zero at every step.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "model/solution.hpp"
#include "model/system.hpp"

namespace indus::reports {

class SeriesIndex {
public:
    /// Refers to `system` and `solution`, which must outlive it.
    SeriesIndex(const model::System& system, const model::Solution& solution);

    /// Values per step; zeros when there is none of that name.
    const std::vector<double>& values(std::string_view kind, std::string_view owner, std::string_view quantity) const;
    bool has(std::string_view kind, std::string_view owner, std::string_view quantity) const;
    /// Quantities recorded for an owner that begin with `prefix`, in order.
    std::vector<std::string> quantities(std::string_view kind, std::string_view owner, std::string_view prefix) const;
    /// Null where nothing was priced.
    const model::PriceRecord* price(std::string_view kind, std::string_view owner) const;

    /// Sum over the horizon of a power times hours and weight: MW -> MWh.
    double energy(const std::vector<double>& power) const;
    /// Sum over the horizon of amounts per step times weight.
    double total(const std::vector<double>& amounts) const;
    int step_count() const { return static_cast<int>(hours_.size()); }
    /// Hours that step t stands for: length times weight.
    double hours(int t) const { return hours_[static_cast<std::size_t>(t)]; }

private:
    static std::string key(std::string_view kind, std::string_view owner, std::string_view quantity);

    std::map<std::string, const std::vector<double>*, std::less<>> series_;
    std::map<std::string, const model::PriceRecord*, std::less<>> prices_;
    std::vector<double> hours_;
    std::vector<double> weights_;
    std::vector<double> zeros_;
};

}  // namespace indus::reports
