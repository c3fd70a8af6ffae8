// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/span.hpp"

namespace indus::inputs {

namespace {

using std::chrono::local_days;
using std::chrono::year_month_day;

local_days month_start(local_days day) {
    const year_month_day date{day};
    return local_days{date.year() / date.month() / 1};
}

local_days next_month(local_days day) {
    const year_month_day date{month_start(day)};
    return local_days{date + std::chrono::months{1}};
}

/// Figure of the month `offset` months after the given one, December running on into January.
double neighbour(const Months& figures, const Span::Month& month, int offset) {
    return figures[static_cast<std::size_t>((month.number - 1 + offset + 12) % 12)];
}

}  // namespace

Span::Span(local_days first, local_days last) : first_{month_start(first)} {
    for (local_days start = first_; start <= last; start = next_month(start)) {
        const int length = static_cast<int>((next_month(start) - start).count());
        const auto number = static_cast<int>(static_cast<unsigned>(year_month_day{start}.month()));
        month_index_.insert(month_index_.end(), static_cast<std::size_t>(length), static_cast<int>(months_.size()));
        months_.push_back({.number = number, .first_day = days_, .days = length});
        days_ += length;
    }
}

int Span::day_of_year(int day) const {
    const year_month_day when{date(day)};
    return static_cast<int>((date(day) - local_days{when.year() / 1 / 1}).count());
}

unsigned Span::weekday(int day) const { return std::chrono::weekday{date(day)}.c_encoding(); }

double Span::month_fraction(int day) const {
    const Month& month = month_of(day);
    return static_cast<double>(day - month.first_day) / month.days;
}

double of_month(const Months& figures, const Span::Month& month) { return neighbour(figures, month, 0); }

std::vector<double> interpolate_means(const Months& figures, const Span& span) {
    std::vector<double> values;
    for (int day = 0; day < span.days(); ++day) {
        const Span::Month& month = span.month_of(day);
        const double from_middle = span.month_fraction(day) + 0.5 / month.days - 0.5;
        const double here = neighbour(figures, month, 0);
        const double there = neighbour(figures, month, from_middle < 0.0 ? -1 : 1);
        const double share = from_middle < 0.0 ? -from_middle : from_middle;
        values.push_back(here * (1.0 - share) + there * share);
    }
    return values;
}

std::vector<double> interpolate_states(const Months& figures, const Span& span) {
    std::vector<double> values;
    for (int day = 0; day < span.days(); ++day) {
        const Span::Month& month = span.month_of(day);
        const double share = span.month_fraction(day);
        values.push_back(neighbour(figures, month, 0) * (1.0 - share) + neighbour(figures, month, 1) * share);
    }
    values.push_back(neighbour(figures, span.months().back(), 1));
    return values;
}

}  // namespace indus::inputs
