// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/sector_dates.hpp"

#include <algorithm>
#include <optional>

#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace {

constexpr std::size_t date_length = 10;  // 2025-03-31

std::optional<model::TimePoint> date_of(std::string_view text) {
    return text.size() == date_length ? parse_time(text) : std::nullopt;
}

std::string text_of(model::TimePoint date) { return model::to_string(date).substr(0, date_length); }

std::string holidays_of(std::string_view text, std::vector<Issue>& issues) {
    constexpr std::string_view between = " ,";
    std::string made;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(between), text.size()));
        if (text.empty()) return made;
        const std::string_view word = text.substr(0, text.find_first_of(between));
        text.remove_prefix(word.size());
        if (!date_of(word))
            issues.push_back(issue_at({"--holidays"}, "", word, "dates such as '2025-03-31 2025-04-01'"));
        made += (made.empty() ? "" : " ") + std::string{word};
    }
}

}  // namespace

SectorDates sector_dates(std::string_view holidays, std::string_view ramadan, std::vector<Issue>& issues) {
    SectorDates dates{.holidays = holidays_of(holidays, issues)};
    if (ramadan.empty()) return dates;
    const std::size_t colon = ramadan.find(':');
    const auto first = date_of(ramadan.substr(0, colon));
    const auto last = colon == std::string_view::npos ? std::nullopt : date_of(ramadan.substr(colon + 1));
    if (!first || !last || *last < *first) {
        issues.push_back(issue_at({"--ramadan"}, "", ramadan, "its first and last day, such as 2025-03-02:2025-03-30"));
        return dates;
    }
    dates.ramadan_from = text_of(*first);
    dates.ramadan_to = text_of(*last + std::chrono::days{1});
    return dates;
}

}  // namespace indus::inputs
