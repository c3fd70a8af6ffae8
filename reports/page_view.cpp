// SPDX-License-Identifier: Apache-2.0
#include "reports/page_view.hpp"

#include <algorithm>

namespace indus::reports {

View View::of_steps(int first, int count, std::string title) {
    View view{std::move(title), "", {}};
    for (int t = first; t < first + count; ++t) view.cells.push_back({t, 1});
    return view;
}

View View::of_days(const model::Horizon& horizon, int days, std::string title, std::string word) {
    View view{std::move(title), std::move(word), {}};
    int number = 0;
    for (const model::Horizon::Day& day : horizon.days()) {
        if (number++ % days == 0) view.cells.push_back({day.first, 0});
        view.cells.back().count += day.count;
    }
    return view;
}

std::vector<double> mean_of(const View& view, const model::Horizon& horizon, const std::vector<double>& values) {
    std::vector<double> means;
    if (values.empty()) return means;
    means.reserve(view.cells.size());
    for (const Cell& cell : view.cells) {
        double sum = 0.0, hours = 0.0;
        for (int t = cell.first; t < cell.first + cell.count; ++t) {
            sum += values[static_cast<std::size_t>(t)] * horizon.hours(t);
            hours += horizon.hours(t);
        }
        means.push_back(cell.count == 1 ? values[static_cast<std::size_t>(cell.first)] : sum / hours);
    }
    return means;
}

std::vector<double> last_of(const View& view, const std::vector<double>& values) {
    std::vector<double> last;
    if (values.empty()) return last;
    last.reserve(view.cells.size());
    for (const Cell& cell : view.cells) last.push_back(values[static_cast<std::size_t>(cell.first + cell.count - 1)]);
    return last;
}

void write_series(JsonText& json, std::string_view key, const std::vector<double>& values) {
    const bool is_constant =
        std::all_of(values.begin(), values.end(), [&](double each) { return each == values.front(); });
    if (values.empty() || (is_constant && values.front() == 0.0)) return;
    json.key(key);
    if (is_constant)
        json.number(values.front());
    else
        json.numbers(values);
}

void write_times(JsonText& json, const View& view, const model::Horizon& horizon) {
    const auto minutes = [](model::TimePoint time) { return static_cast<long>(time.time_since_epoch().count()); };
    json.key("t").begin_array();
    for (const Cell& cell : view.cells) json.integer(minutes(horizon.start(cell.first)));
    if (!view.cells.empty()) json.integer(minutes(horizon.end(view.cells.back().first + view.cells.back().count - 1)));
    json.end_array();
}

}  // namespace indus::reports
