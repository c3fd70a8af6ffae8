// SPDX-License-Identifier: Apache-2.0
// The civil days over which profiles are made: always whole months, so that a month's figure can be met
// and a day's values do not depend on which days are written.
#pragma once

#include <chrono>
#include <vector>

namespace indus::inputs {

class Span {
public:
    struct Month {
        int number = 1;  ///< 1 to 12
        int first_day = 0;
        int days = 0;
    };

    /// The months that hold the days from `first` to `last`, both included.
    Span(std::chrono::local_days first, std::chrono::local_days last);

    std::chrono::local_days first() const { return first_; }
    int days() const { return days_; }
    int hours() const { return 24 * days_; }
    const std::vector<Month>& months() const { return months_; }
    std::chrono::local_days date(int day) const { return first_ + std::chrono::days{day}; }
    /// Days since 1 January, from 0.
    int day_of_year(int day) const;
    /// 0 Sunday to 6 Saturday.
    unsigned weekday(int day) const;
    /// Number of the day in its month less one, over the length of the month: 0 at its start.
    double month_fraction(int day) const;
    const Month& month_of(int day) const {
        return months_[static_cast<std::size_t>(month_index_[static_cast<std::size_t>(day)])];
    }

private:
    std::chrono::local_days first_{};
    int days_ = 0;
    std::vector<Month> months_;
    std::vector<int> month_index_;  ///< per day
};

/// Twelve figures, January first.
using Months = std::vector<double>;
double of_month(const Months& figures, const Span::Month& month);

/// Monthly means as a curve through the middles of the months, per day; means of months are not kept.
std::vector<double> interpolate_means(const Months& figures, const Span& span);
/// States at the starts of months as a straight line in between, for days() + 1 midnights.
std::vector<double> interpolate_states(const Months& figures, const Span& span);

}  // namespace indus::inputs
