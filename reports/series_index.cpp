// SPDX-License-Identifier: Apache-2.0
#include "reports/series_index.hpp"

#include <fmt/format.h>

#include <stdexcept>

namespace indus::reports {

SeriesIndex::SeriesIndex(const model::System& system, const model::Solution& solution) {
    const model::Horizon& horizon = system.horizon();
    for (int t = 0; t < horizon.step_count(); ++t) {
        weights_.push_back(horizon.weight(t));
        hours_.push_back(horizon.hours(t) * horizon.weight(t));
    }
    zeros_.assign(hours_.size(), 0.0);
    for (const model::SeriesRecord& each : solution.series) {
        if (each.values.size() != hours_.size())
            throw std::invalid_argument(fmt::format("series {} of {} {} has {} values for {} steps", each.quantity,
                                                    each.kind, each.owner, each.values.size(), hours_.size()));
        series_.emplace(key(each.kind, each.owner, each.quantity), &each.values);
    }
    for (const model::PriceRecord& each : solution.prices)
        if (each.values.size() == hours_.size()) prices_.emplace(key(each.kind, each.owner, ""), &each);
}

std::string SeriesIndex::key(std::string_view kind, std::string_view owner, std::string_view quantity) {
    std::string text;
    text.reserve(kind.size() + owner.size() + quantity.size() + 2);
    text.append(kind).append(1, '\n').append(owner).append(1, '\n').append(quantity);
    return text;
}

const std::vector<double>& SeriesIndex::values(std::string_view kind, std::string_view owner,
                                               std::string_view quantity) const {
    const auto found = series_.find(key(kind, owner, quantity));
    return found == series_.end() ? zeros_ : *found->second;
}

bool SeriesIndex::has(std::string_view kind, std::string_view owner, std::string_view quantity) const {
    return series_.contains(key(kind, owner, quantity));
}

std::vector<std::string> SeriesIndex::quantities(std::string_view kind, std::string_view owner,
                                                 std::string_view prefix) const {
    const std::string first = key(kind, owner, prefix);
    const std::size_t name_begin = first.size() - prefix.size();
    std::vector<std::string> names;
    for (auto each = series_.lower_bound(first); each != series_.end() && each->first.starts_with(first); ++each)
        names.push_back(each->first.substr(name_begin));
    return names;
}

const model::PriceRecord* SeriesIndex::price(std::string_view kind, std::string_view owner) const {
    const auto found = prices_.find(key(kind, owner, ""));
    return found == prices_.end() ? nullptr : found->second;
}

double SeriesIndex::energy(const std::vector<double>& power) const {
    double sum = 0.0;
    for (std::size_t t = 0; t < power.size(); ++t) sum += power[t] * hours_[t];
    return sum;
}

double SeriesIndex::total(const std::vector<double>& amounts) const {
    double sum = 0.0;
    for (std::size_t t = 0; t < amounts.size(); ++t) sum += amounts[t] * weights_[t];
    return sum;
}

}  // namespace indus::reports
