// SPDX-License-Identifier: Apache-2.0
#include "benchmarks/measured.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace indus::bench {

namespace {

constexpr double beyond_noise = 1.5;           ///< factor, of one run or two
constexpr double beyond_noise_of_three = 1.1;  ///< of the worst of three or more by the best of three or more
constexpr double noticeable_seconds = 0.5;     ///< less may be the start of the process
constexpr double suspicious = 1.25;            ///< of ratios
constexpr double memory_factor = 1.2;
constexpr double noticeable_mb = 20.0;
constexpr double same_work = 0.9;   ///< share of the processor time that a run must have had to be judged
constexpr double tolerance = 1e-6;  ///< of costs

/// How many times as much, at least.
double rise(const std::vector<double>& before, const std::vector<double>& now) {
    return least(now) / std::max(most(before), 1e-3);
}

bool within(const Run& run, double limit_seconds) { return run.seconds_to_gap && *run.seconds_to_gap <= limit_seconds; }

double margin(double share, double of) { return share * std::max(1.0, std::abs(of)); }

bool have_three_turns(const Measured& before, const Measured& now) {
    return std::min(before.seconds.size(), now.seconds.size()) >= 3;
}

/// Whether cost and bound are what the method finds: the gap was proven, or several turns were as long at work as
/// before. A single one may have been stopped just before it found more.
bool had_their_time(const Measured& before, const Measured& now, bool same_machine) {
    if (now.is_proven) return true;
    if (!same_machine || !have_three_turns(before, now) || now.cpu_seconds.empty() || before.cpu_seconds.empty())
        return false;
    return least(now.cpu_seconds) >= same_work * most(before.cpu_seconds);
}

void add_proof_issues(const Measured& before, const Measured& now, std::vector<std::string>& made) {
    const auto contradict = [&](const std::vector<double>& cost, const std::vector<double>& bound) {
        if (cost.empty() || bound.empty() || most(bound) - least(cost) <= margin(tolerance, least(cost))) return;
        made.push_back(fmt::format(
            "a cost of {:.8g} and a bound of {:.8g} contradict each other, unless the instance is another one",
            least(cost), most(bound)));
    };
    contradict(before.cost, now.bound);
    contradict(now.cost, before.bound);
}

void add_quality_issues(const Measured& before, const Measured& now, double gap, std::vector<std::string>& made) {
    if (now.cost.empty() && !before.cost.empty()) made.emplace_back("no point is found any more");
    const double allowed = std::max(gap, tolerance);
    if (!now.cost.empty() && !before.cost.empty() &&
        least(now.cost) - most(before.cost) > margin(allowed, most(before.cost)))
        made.push_back(fmt::format("the cost rose from {:.8g} to {:.8g}, by more than the gap asked", most(before.cost),
                                   least(now.cost)));
    if (!now.bound.empty() && !before.bound.empty() &&
        least(before.bound) - most(now.bound) > margin(allowed, least(before.bound)))
        made.push_back(fmt::format("the bound fell from {:.8g} to {:.8g}, by more than the gap asked",
                                   least(before.bound), most(now.bound)));
}

void add_time_issue(const Measured& before, const Measured& now, std::vector<std::string>& made) {
    if (!is_slower(before, now)) return;
    std::string text = now.is_proven
                           ? fmt::format("{:.2f} s became {:.2f} s", median(before.seconds), median(now.seconds))
                           : fmt::format("the gap was proven in {:.2f} s and is not within {:.0f} s now",
                                         median(before.seconds), median(now.seconds));
    if (!before.ratio.empty() && !now.ratio.empty())
        text += fmt::format(", Cbc / indus {:.2f} became {:.2f}", median(before.ratio), median(now.ratio));
    made.push_back(text);
}

/// A search that is not at its end holds the more the further it came.
void add_memory_issue(const Measured& before, const Measured& now, std::vector<std::string>& made) {
    if (!before.is_proven || !now.is_proven || before.peak_mb.empty() || now.peak_mb.empty()) return;
    const double old_mb = most(before.peak_mb), new_mb = least(now.peak_mb);
    if (new_mb > memory_factor * old_mb && new_mb > old_mb + noticeable_mb)
        made.push_back(fmt::format("peak memory rose from {:.0f} to {:.0f} MB", old_mb, new_mb));
}

}  // namespace

double least(const std::vector<double>& values) { return *std::min_element(values.begin(), values.end()); }
double most(const std::vector<double>& values) { return *std::max_element(values.begin(), values.end()); }

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : 0.5 * (values[half - 1] + values[half]);
}

Measured::Measured(const Result& result, double limit_seconds) {
    std::vector<const Run*> references;
    for (const Run& run : result.runs)
        if (run.is_reference()) references.push_back(&run);
    std::size_t turn = 0;
    for (const Run& run : result.runs) {
        if (run.is_reference()) continue;
        const Run* reference = turn < references.size() ? references[turn] : nullptr;
        ++turn;
        if (run.left_out) continue;
        if (run.error) {
            error = run.error;
            continue;
        }
        seconds.push_back(counted_seconds(run, limit_seconds));
        const bool is_reached = within(run, limit_seconds);
        if (reference != nullptr && !reference->error && (is_reached || within(*reference, limit_seconds)))
            ratio.push_back(counted_seconds(*reference, limit_seconds) / std::max(seconds.back(), 1e-3));
        if (run.cpu_seconds) cpu_seconds.push_back(*run.cpu_seconds);
        if (run.peak_mb) peak_mb.push_back(*run.peak_mb);
        if (run.cost) cost.push_back(*run.cost);
        if (run.bound) bound.push_back(*run.bound);
        is_proven = is_proven && is_reached;
        is_feasible = is_feasible && run.feasible.value_or(true);
    }
    is_proven = is_proven && !seconds.empty();
}

bool is_slower(const Measured& before, const Measured& now) {
    if (before.seconds.empty() || now.seconds.empty()) return false;
    const double factor = have_three_turns(before, now) ? beyond_noise_of_three : beyond_noise;
    if (rise(before.seconds, now.seconds) <= factor) return false;
    if (least(now.seconds) - most(before.seconds) <= noticeable_seconds) return false;
    // A ratio that falls is a time over plain Cbc's that rises.
    if (!before.ratio.empty() && !now.ratio.empty() && rise(now.ratio, before.ratio) <= factor) return false;
    return before.cpu_seconds.empty() || now.cpu_seconds.empty() || rise(before.cpu_seconds, now.cpu_seconds) > factor;
}

bool may_be_worse(const Measured& before, const Measured& now, double gap) {
    if (before.seconds.empty() || now.seconds.empty()) return false;
    if (!before.ratio.empty() && !now.ratio.empty() && median(before.ratio) > suspicious * median(now.ratio))
        return true;
    std::vector<std::string> issues;
    add_quality_issues(before, now, gap, issues);
    return !issues.empty();
}

std::vector<std::string> worsened(const Measured& before, const Measured& now, double gap, bool same_machine) {
    std::vector<std::string> made;
    if (now.error && !before.error) made.push_back(fmt::format("the run fails now: {}", *now.error));
    if (!now.is_feasible && before.is_feasible) made.emplace_back("the answer is not feasible any more");
    if (now.seconds.empty() || before.seconds.empty()) return made;
    add_proof_issues(before, now, made);
    if (had_their_time(before, now, same_machine)) add_quality_issues(before, now, gap, made);
    if (!same_machine) return made;
    add_time_issue(before, now, made);
    add_memory_issue(before, now, made);
    return made;
}

}  // namespace indus::bench
