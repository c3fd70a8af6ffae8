// SPDX-License-Identifier: Apache-2.0
#include "cli/perspective.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "model/studies/rigid.hpp"
#include "model/studies/zone_objective.hpp"

namespace indus::cli {

namespace {

/// The zone whose bill is to be least; empty for the cost of the system.
std::string asked_zone(const po::variables_map& values) {
    const std::string objective = values["objective"].as<std::string>();
    constexpr std::string_view prefix = "zone:";
    if (objective == "system") return {};
    if (!objective.starts_with(prefix) || objective.size() == prefix.size())
        throw UsageError(fmt::format("--objective: found '{}', expected system or zone:NAME", objective));
    return objective.substr(prefix.size());
}

/// Whether a run with a rigid industry is asked for.
bool asked_against_rigid(const po::variables_map& values, const std::string& zone) {
    if (values.count("against") == 0) return false;
    if (const auto& other = values["against"].as<std::string>(); other != "rigid")
        throw UsageError(fmt::format("--against: found '{}', expected rigid", other));
    if (!zone.empty()) throw UsageError("--against: rigid goes with --objective system");
    return true;
}

/// The answer beside that of a rigid industry: the first run has half of the time, the other what is left.
Perspective against_rigid(const model::System& system, const model::DispatchOptions& options) {
    model::DispatchOptions half = options;
    half.run.time_limit_seconds /= 2.0;
    Perspective made{model::dispatch(system, half), {}, {}};
    made.solution.options = options.run;
    if (!made.solution.has_solution()) return made;
    model::DispatchOptions rest = options;
    rest.run.time_limit_seconds = std::max(1.0, options.run.time_limit_seconds - made.solution.seconds);
    model::Solution rigid;
    if (!stop_flag()) rigid = model::dispatch_rigid(system, made.solution, rest);
    made.rigid = model::compare_with_rigid(system, made.solution, rigid, stop_flag());
    return made;
}

/// Both perspectives of a zone: its own, which is what is reported, beside the one of the system. Three runs share the
/// time: the zone by itself, the system with what it decided, the system.
Perspective by_zone(const model::System& system, const std::string& zone, const model::DispatchOptions& options) {
    try {
        model::DispatchOptions for_zone = options;
        for_zone.run.time_limit_seconds *= 2.0 / 3.0;
        model::ZoneObjective made = model::optimise_zone(system, zone, for_zone);
        Perspective perspective{std::move(made.system), {}, {}};
        perspective.solution.options = options.run;
        if (!perspective.solution.has_solution()) return perspective;
        model::DispatchOptions for_all = options;
        for_all.run.time_limit_seconds /= 3.0;
        for_all.windows = nullptr;
        const model::Solution least = model::dispatch(system, for_all);
        if (least.has_solution())
            perspective.comparison = model::ObjectiveComparison{zone, view_of(least, zone, made.behind),
                                                                view_of(perspective.solution, zone, made.behind)};
        return perspective;
    } catch (const std::invalid_argument& wrong) {
        throw UsageError(fmt::format("--objective: {}", wrong.what()));
    }
}

}  // namespace

Perspectives::Perspectives(const po::variables_map& values)
    : zone_{asked_zone(values)}, rigid_{asked_against_rigid(values, zone_)} {}

Perspective Perspectives::run(const model::System& system, const model::DispatchOptions& options) const {
    if (rigid_) return against_rigid(system, options);
    if (!zone_.empty()) return by_zone(system, zone_, options);
    return {model::dispatch(system, options), {}, {}};
}

}  // namespace indus::cli
