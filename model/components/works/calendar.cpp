// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/calendar.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

#include "model/formulation.hpp"
#include "model/plant_facts.hpp"
#include "model/weekdays.hpp"

namespace indus::model {

namespace {

// A definition: stages put it in place of their full rates.
constexpr std::array calendar_equations{Equation{
    "working share", "1", "open[t] = open * (hours of step t that lie in a shift and in no break) / h", "definition"}};

std::optional<std::chrono::local_days> date_of(std::string_view text) {
    int year = 0;
    unsigned month = 0, day = 0;
    const auto read = [&](std::size_t from, std::size_t count, auto& number) {
        const char* const end = text.data() + from + count;
        return std::from_chars(text.data() + from, end, number).ptr == end;
    };
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (!read(0, 4, year) || !read(5, 2, month) || !read(8, 2, day)) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
    if (!date.ok()) return std::nullopt;
    return std::chrono::local_days{date};
}

void check_shifts(const Steps& shifts, std::string_view field, Complaints& complaints) {
    for (std::size_t k = 0; k < shifts.size(); ++k) {
        const Steps::Step& each = shifts.steps[k];
        if (each.from < 0.0 || each.from >= 24.0)
            complaints.add(std::string{field}, each.from, "shifts that begin at an hour from 0 to below 24");
        else if (each.value <= each.from)
            complaints.add(std::string{field}, each.value, fmt::format("an end after the beginning ({})", each.from));
        if (k > 0 && each.from < shifts.steps[k - 1].value)
            complaints.add(
                std::string{field}, each.from,
                fmt::format("shifts that do not overlap: the one before ends at {}", shifts.steps[k - 1].value));
    }
    if (!shifts.empty() && shifts.steps.back().value - 24.0 > shifts.steps.front().from)
        complaints.add(std::string{field}, shifts.steps.back().value,
                       fmt::format("shifts that do not overlap: the first of the next day begins at {}",
                                   shifts.steps.front().from));
}

}  // namespace

std::span<const Equation> Calendar::equations() { return calendar_equations; }

void Calendar::check(Complaints& complaints) const {
    for (const auto& [names, field] : {std::pair{&days, "days"}, std::pair{&break_days, "break_days"}})
        check_names(*names, {weekday_names.begin(), weekday_names.end()}, field, "one of mon tue wed thu fri sat sun",
                    complaints);
    for (const WeightedNames::Item& each : holidays.items)
        if (!date_of(each.name)) complaints.add("holidays", each.name, "dates such as 2025-03-31");
    check_shifts(shifts, "shifts", complaints);
    check_shifts(ramadan_shifts, "ramadan_shifts", complaints);
    check_shifts(breaks, "breaks", complaints);
    if (ramadan_from.time.has_value() != ramadan_to.time.has_value())
        complaints.add("ramadan_to", "one of two", "both ramadan_from and ramadan_to, or neither");
    else if (ramadan_from.time && *ramadan_from.time >= *ramadan_to.time)
        complaints.add("ramadan_to", to_string(*ramadan_to.time),
                       fmt::format("a time after ramadan_from ({})", to_string(*ramadan_from.time)));
}

bool Calendar::works_on(std::chrono::local_days date) const {
    for (const WeightedNames::Item& each : holidays.items)
        if (date_of(each.name) == date) return false;
    return days.empty() || days.contains(weekday_of(date));
}

/// Hours of the shifts of the day `date` that lie between two hours counted from its midnight, its breaks left out.
double Calendar::hours_of(std::chrono::local_days date, double from, double to) const {
    const static Steps all_day{{{0.0, 24.0}}};
    const bool is_ramadan = ramadan_from.time && date >= *ramadan_from.time && date < *ramadan_to.time;
    const Steps& own = is_ramadan && !ramadan_shifts.empty() ? ramadan_shifts : shifts;
    double hours = 0.0;
    for (const Steps::Step& shift : (own.empty() ? all_day : own).steps) {
        const double begin = std::max(from, shift.from), end = std::min(to, shift.value);
        hours += std::max(0.0, end - begin);
        // Breaks of the next day lie in a shift of the night, those of the day before may reach into this one.
        for (const int days_on : {-1, 0, 1}) {
            if (!break_days.empty() && !break_days.contains(weekday_of(date + std::chrono::days{days_on}))) continue;
            for (const Steps::Step& rest : breaks.steps)
                hours -= std::max(
                    0.0, std::min(end, rest.value + 24.0 * days_on) - std::max(begin, rest.from + 24.0 * days_on));
        }
    }
    return hours;
}

double Calendar::share(const Horizon& horizon, int t) const {
    using Hours = std::chrono::duration<double, std::ratio<3600>>;
    const auto first = std::chrono::floor<std::chrono::days>(horizon.start(t));
    double hours = 0.0;
    // Shifts of the two days before may reach into this one.
    for (auto date = first - std::chrono::days{2}; date < horizon.end(t); date += std::chrono::days{1})
        if (works_on(date))
            hours += hours_of(date, Hours{horizon.start(t) - date}.count(), Hours{horizon.end(t) - date}.count());
    return open[t] * std::min(1.0, hours / horizon.hours(t));
}

}  // namespace indus::model
