// SPDX-License-Identifier: Apache-2.0
#include "model/completion.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <type_traits>

#include "model/outages.hpp"
#include "model/rivers.hpp"

namespace indus::model {

namespace {

using SeriesByName = std::map<std::string, const TimeSeries*, std::less<>>;

/// Checks and completes one field of one component.
class FieldCompletion {
public:
    FieldCompletion(SystemData& data, const SeriesByName& series, Complaints& complaints, std::string_view field,
                    std::string_view unit, const Range& range, Need need)
        : data_{data},
          series_{series},
          complaints_{complaints},
          field_{field},
          unit_{unit},
          range_{range},
          need_{need} {}

    void operator()(std::string& text) const {
        if (text.empty() && need_ == Need::required) complaints_.add(field_, "", "a name");
        if (text.find_first_of("\n\r\t") != std::string::npos) complaints_.add(field_, text, "a text on one line");
    }
    void operator()(bool&) const {}
    template <class Enum>
    requires std::is_enum_v<Enum>
    void operator()(Enum&) const {}
    void operator()(double& number) const { check_number(number); }
    void operator()(std::optional<double>& number) const {
        if (number) check_number(*number);
    }
    void operator()(Steps& steps) const {
        for (std::size_t k = 0; k < steps.size(); ++k) {
            check_number(steps.steps[k].value);
            if (k > 0 && !(steps.steps[k].from > steps.steps[k - 1].from))
                complaints_.add(field_, steps.steps[k].from, "pairs from:value in rising order of the first number");
        }
        if (steps.empty() && need_ == Need::required) complaints_.add(field_, "", "at least one from:value pair");
    }
    void operator()(Instant& instant) const {
        if (!instant.time && need_ == Need::required) complaints_.add(field_, "", "a time such as 2025-01-13 05:30");
    }
    void operator()(WeightedNames& names) const {
        for (const WeightedNames::Item& item : names.items) {
            check_number(item.weight);
            if (names.find(item.name) != &item) complaints_.add(field_, item.name, "each name once");
        }
        if (names.empty() && need_ == Need::required) complaints_.add(field_, "", "at least one name");
    }
    template <class Target>
    void operator()(Reference<Target>& reference) const;
    void operator()(Profile& profile) const;
    void operator()(Guide& guide) const;
    void operator()(Volume& volume) const;

private:
    bool check_number(double number) const {
        if (std::isfinite(number) && range_.contains(number)) return true;
        complaints_.add(field_, number, expected());
        return false;
    }
    std::string expected() const {
        return unit_ == "-" ? range_.describe() : fmt::format("{} [{}]", range_.describe(), unit_);
    }
    /// `time_of(i)` tells when value i holds.
    template <class TimeOf>
    void check_numbers(const std::vector<double>& values, const std::string& origin, TimeOf time_of) const;
    void check_steps(const std::vector<double>& values, const std::string& origin) const;
    void check_instants(const std::vector<double>& values, const std::string& origin) const;
    void check_windows(const Volume& volume) const;
    /// The series when it is known and covers the horizon; complains otherwise.
    const TimeSeries* covering(const std::string& name) const;
    bool fits(std::size_t given, std::size_t wanted) const;

    SystemData& data_;
    const SeriesByName& series_;
    Complaints& complaints_;
    std::string field_;
    std::string_view unit_;
    Range range_;
    Need need_;
};

template <class Component>
std::vector<std::string> names_of(const std::vector<Component>& list) {
    std::vector<std::string> names;
    for (const Component& each : list) names.push_back(each.name);
    return names;
}

template <class Target>
void FieldCompletion::operator()(Reference<Target>& reference) const {
    if (reference.name.empty()) {
        reference.index = -1;
        if (need_ == Need::required) complaints_.add(field_, "", fmt::format("the name of a {}", Target::kind));
        return;
    }
    const auto& list = data_.list<Target>();
    const auto found =
        std::find_if(list.begin(), list.end(), [&](const Target& each) { return each.name == reference.name; });
    if (found != list.end()) {
        reference.index = static_cast<int>(found - list.begin());
        return;
    }
    const std::vector<std::string> names = names_of(list);
    complaints_.add(field_, reference.name, fmt::format("the name of a {}", Target::kind),
                    nearest_name(reference.name, names));
}

template <class TimeOf>
void FieldCompletion::check_numbers(const std::vector<double>& values, const std::string& origin,
                                    TimeOf time_of) const {
    for (std::size_t t = 0; t < values.size(); ++t) {
        if (std::isfinite(values[t]) && range_.contains(values[t])) continue;
        complaints_.add(field_, fmt::format("{}", values[t]),
                        fmt::format("{} in {} at {}", expected(), origin, to_string(time_of(t))));
        return;  // one message a series is enough
    }
}

void FieldCompletion::check_steps(const std::vector<double>& values, const std::string& origin) const {
    check_numbers(values, origin, [this](std::size_t t) { return data_.horizon.start(static_cast<int>(t)); });
}

void FieldCompletion::check_instants(const std::vector<double>& values, const std::string& origin) const {
    const auto steps = static_cast<std::size_t>(data_.horizon.step_count());
    check_numbers(values, origin, [&](std::size_t t) {
        return t < steps ? data_.horizon.start(static_cast<int>(t)) : data_.horizon.end();
    });
}

void FieldCompletion::check_windows(const Volume& volume) const {
    std::vector<double> energies;
    for (const Volume::Window& window : volume.windows) {
        const int steps = data_.horizon.step_count();
        if (window.first < 0 || window.count < 1 || window.first > steps - window.count)
            return complaints_.add(field_, fmt::format("a window of {} steps from step {}", window.count, window.first),
                                   fmt::format("windows within the {} steps of the horizon", steps));
        energies.push_back(window.energy_mwh);
    }
    const std::string origin = volume.series.empty() ? "the windows" : "series " + volume.series;
    check_numbers(energies, origin, [&](std::size_t k) { return data_.horizon.start(volume.windows[k].first); });
}

const TimeSeries* FieldCompletion::covering(const std::string& name) const {
    const auto found = series_.find(name);
    if (found == series_.end()) {
        std::vector<std::string> names;
        for (const auto& [known, series] : series_) names.push_back(known);
        complaints_.add(field_, name, "a number or the name of a series", nearest_name(name, names));
        return nullptr;
    }
    const TimeSeries& series = *found->second;
    const Horizon& horizon = data_.horizon;
    if (series.start <= horizon.start() && series.end() >= horizon.end()) return &series;
    complaints_.add(
        field_, name,
        fmt::format("a series from {} to {}, as the horizon; it covers {} to {}", to_string(horizon.start()),
                    to_string(horizon.end()), to_string(series.start), to_string(series.end())));
    return nullptr;
}

bool FieldCompletion::fits(std::size_t given, std::size_t wanted) const {
    if (given == wanted) return true;
    complaints_.add(field_, fmt::format("{} values", given), fmt::format("{} values, one per step", wanted));
    return false;
}

void FieldCompletion::operator()(Profile& profile) const {
    const auto steps = static_cast<std::size_t>(data_.horizon.step_count());
    if (!profile.values.empty()) {
        if (fits(profile.values.size(), steps)) check_steps(profile.values, "the values");
    } else if (profile.series.empty()) {
        check_number(profile.constant);
        profile.values.assign(steps, profile.constant);
    } else if (const TimeSeries* series = covering(profile.series)) {
        profile.values = resolve_rate(*series, data_.horizon);
        check_steps(profile.values, "series " + profile.series);
    }
    if (profile.values.size() != steps) profile.values.assign(steps, 0.0);  // reported above; keeps later checks safe
}

void FieldCompletion::operator()(Guide& guide) const {
    const auto count = static_cast<std::size_t>(data_.horizon.step_count()) + 1;
    if (!guide.is_set()) return;
    if (!guide.values.empty()) {
        if (fits(guide.values.size(), count)) check_instants(guide.values, "the values");
    } else if (guide.constant) {
        check_number(*guide.constant);
        guide.values.assign(count, *guide.constant);
    } else if (const TimeSeries* series = covering(guide.series)) {
        guide.values = resolve_state(*series, data_.horizon);
        check_instants(guide.values, "series " + guide.series);
    }
    if (guide.values.size() != count) guide.values.assign(count, 0.0);
}

void FieldCompletion::operator()(Volume& volume) const {
    if (!volume.windows.empty()) return check_windows(volume);
    if (volume.constant) {
        if (!check_number(*volume.constant)) return;
        for (const Horizon::Day& day : data_.horizon.days())
            volume.windows.push_back({day.first, day.count, *volume.constant * day.hours / 24.0});
    } else if (!volume.series.empty()) {
        const TimeSeries* series = covering(volume.series);
        if (!series) return;
        volume.windows = resolve_volume(*series, data_.horizon);
        check_windows(volume);
    }
}

template <class Component>
void check_names(const std::vector<Component>& list, std::vector<Issue>& issues) {
    std::map<std::string, int, std::less<>> first;
    for (int row = 0; row < static_cast<int>(list.size()); ++row) {
        const std::string& name = list[static_cast<std::size_t>(row)].name;
        const auto [known, fresh] = first.emplace(name, row);
        if (!fresh && !name.empty())
            issues.push_back({std::string{Component::kind},
                              row,
                              name,
                              "name",
                              name,
                              fmt::format("a unique name; row {} has it already", known->second + 1),
                              {}});
    }
}

/// What components say about others by name, once the names of all are known.
template <class Component>
void check_references(const SystemData& data, std::vector<Issue>& issues) {
    const auto& list = data.list<Component>();
    for (int row = 0; row < static_cast<int>(list.size()); ++row) {
        const Component& each = list[static_cast<std::size_t>(row)];
        Complaints complaints{issues, std::string{Component::kind}, row, each.name};
        each.check_in(data, complaints);
    }
}

}  // namespace

std::vector<Issue> complete(SystemData& data) {
    std::vector<Issue> issues;
    SeriesByName series;
    for (const TimeSeries& each : data.series) series.emplace(each.name, &each);
    if (data.horizon.step_count() == 0) return {{"case", -1, "", "hours", "0", "a horizon of at least one step", ""}};
    if (data.settings.cost_segments < 1)
        issues.push_back(
            {"case", -1, "", "cost_segments", fmt::format("{}", data.settings.cost_segments), "at least 1", ""});
    if (data.list<Zone>().empty()) issues.push_back({"zone", -1, "", "", "", "at least one zone", ""});

    draw_outages(data);
    for_each_kind([&]<class Component>() {
        auto& list = data.list<Component>();
        check_names(list, issues);
        for (int row = 0; row < static_cast<int>(list.size()); ++row) {
            Component& each = list[static_cast<std::size_t>(row)];
            const std::size_t issues_before = issues.size();
            Complaints complaints{issues, std::string{Component::kind}, row, each.name};
            for_each_field<Component>([&](const auto& f) {
                FieldCompletion{data, series, complaints, f.name, f.unit, f.range, f.need}(each.*(f.member));
            });
            if (issues.size() == issues_before) each.check(complaints);
            if constexpr (std::is_base_of_v<Reliability, Component>) each.check_reliability(complaints);
        }
    });
    check_rivers(data, issues);
    for_each_kind([&]<class Component>() {
        if constexpr (referring_component<Component>) check_references<Component>(data, issues);
    });
    return issues;
}

}  // namespace indus::model
