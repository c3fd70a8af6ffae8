// SPDX-License-Identifier: Apache-2.0
#include "reports/page_weeks.hpp"

#include <algorithm>

#include "reports/digest_parts.hpp"
#include "reports/story.hpp"

namespace indus::reports {

namespace {

void add_demand(const PageInput& in, const model::Demand& demand, const std::vector<double>& unserved, Week& week) {
    const model::PriceRecord* price = in.series.price(model::Zone::kind, demand.zone.name);
    for (int k = 0; k < week.count; ++k) {
        const int step = week.first + k;
        const auto t = static_cast<std::size_t>(step);
        const double hours = in.system.horizon().hours(step);
        const double load = demand.load_mw.values[t];
        week.demand[static_cast<std::size_t>(k)] += load;
        week.demand_mwh += load * hours;
        week.unserved_mwh += unserved[t] * hours;
        if (price) week.mean_price = week.mean_price.value_or(0.0) + load * hours * price->values[t];
    }
}

std::vector<Week> weeks_of(const PageInput& in) {
    std::vector<Week> weeks;
    for (const model::Horizon::Day& day : in.system.horizon().days()) {
        if (weeks.empty() || weeks.back().days == 7) weeks.push_back({day.first, 0, day.date, 0, {}, 0.0, 0.0, {}, {}});
        weeks.back().count += day.count;
        ++weeks.back().days;
    }
    if (weeks.size() > 1 && weeks.back().days < 7) weeks.pop_back();
    for (Week& week : weeks) week.demand.assign(static_cast<std::size_t>(week.count), 0.0);
    for (const model::Demand& demand : in.system.all<model::Demand>()) {
        const std::vector<double> unserved = unserved_power(in.series, demand);
        for (Week& week : weeks) add_demand(in, demand, unserved, week);
    }
    for (Week& week : weeks)
        if (week.mean_price) *week.mean_price /= std::max(week.demand_mwh, 1e-9);
    return weeks;
}

/// Mean over the weeks of the demand at each step of a week.
std::vector<double> usual_demand(const std::vector<Week>& weeks) {
    std::vector<double> mean;
    for (const Week& week : weeks) {
        if (mean.size() < week.demand.size()) mean.resize(week.demand.size(), 0.0);
        for (std::size_t k = 0; k < week.demand.size(); ++k) mean[k] += week.demand[k];
    }
    for (double& each : mean) each /= static_cast<double>(weeks.size());
    return mean;
}

double distance(const std::vector<double>& demand, const std::vector<double>& usual) {
    double sum = 0.0;
    for (std::size_t k = 0; k < demand.size(); ++k) sum += (demand[k] - usual[k]) * (demand[k] - usual[k]);
    return sum;
}

/// Takes weeks out of all of them, each once.
class Choice {
public:
    explicit Choice(std::vector<Week> weeks) : weeks_{std::move(weeks)} {}

    /// The week with the largest measure; the first of equals.
    template <class Measure>
    void take_most(Measure measure, const std::string& reason) {
        const auto most = std::max_element(weeks_.begin(), weeks_.end(),
                                           [&](const Week& a, const Week& b) { return measure(a) < measure(b); });
        take(static_cast<std::size_t>(most - weeks_.begin()));
        most->reasons.push_back(reason);
    }
    /// The week in the middle of the longest time that no week taken stands for.
    bool take_farthest() {
        std::size_t farthest = 0, longest = 0;
        for (std::size_t i = 0; i < weeks_.size(); ++i)
            if (const std::size_t far = distance_to_taken(i); far > longest) {
                longest = far;
                farthest = i;
            }
        if (longest > 0) take(farthest);
        return longest > 0;
    }
    std::vector<Week> taken() const {
        std::vector<Week> list;
        for (const std::size_t i : taken_) list.push_back(weeks_[i]);
        return list;
    }
    const std::vector<Week>& all() const { return weeks_; }

private:
    void take(std::size_t index) {
        if (std::find(taken_.begin(), taken_.end(), index) == taken_.end()) taken_.push_back(index);
    }
    std::size_t distance_to_taken(std::size_t index) const {
        std::size_t least = weeks_.size();
        for (const std::size_t each : taken_) least = std::min(least, each > index ? each - index : index - each);
        return least;
    }

    std::vector<Week> weeks_;
    std::vector<std::size_t> taken_;
};

}  // namespace

std::vector<Week> ranked_weeks(const PageInput& in) {
    Choice choice{weeks_of(in)};
    const std::vector<Week>& all = choice.all();
    if (all.size() < 2) return all;
    const std::vector<double> usual = usual_demand(all);
    if (in.digest.totals.unserved_mwh > 1e-6)
        choice.take_most([](const Week& week) { return week.unserved_mwh; }, "most not served");
    choice.take_most([](const Week& week) { return week.demand_mwh; }, "highest demand");
    if (in.digest.has_prices)
        choice.take_most([](const Week& week) { return week.mean_price.value_or(0.0); }, "highest prices");
    choice.take_most([](const Week& week) { return -week.demand_mwh; }, "lowest demand");
    choice.take_most([&](const Week& week) { return -distance(week.demand, usual); }, "most usual demand");
    for (std::size_t taken = choice.taken().size(); taken < most_weeks && choice.take_farthest();) ++taken;
    return choice.taken();
}

std::string week_text(const Week& week) { return "Week from " + date_text(week.begin); }

}  // namespace indus::reports
