// SPDX-License-Identifier: Apache-2.0
#include "model/studies/fixed_decisions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace indus::model {

std::vector<std::string> fix_decisions(Formulation& formulation, std::span<const SeriesRecord> given) {
    std::map<std::string, const DecisionSeries*, std::less<>> known;
    for (const DecisionSeries& each : formulation.decisions())
        known.emplace(mode_key(each.kind, each.owner) + "/" + each.quantity, &each);
    solver::Program& program = formulation.program();
    std::vector<std::string> fixed;
    for (const SeriesRecord& each : given) {
        const std::string owner = mode_key(each.kind, each.owner);
        const auto found = known.find(owner + "/" + each.quantity);
        if (!each.decision || found == known.end()) continue;
        for (int t = 0; t < found->second->step_count; ++t) {
            const int column = found->second->first_column + t;
            const double value = each.values.at(static_cast<std::size_t>(t));
            if (std::isnan(value)) continue;
            const double set = program.is_integer(column) ? std::round(value) + 0.0 : value;
            const auto j = static_cast<std::size_t>(column);
            const double slack = 1e-6 * std::max(1.0, std::abs(set));
            if (set < program.lower()[j] - slack || set > program.upper()[j] + slack)
                throw std::runtime_error(fmt::format("{} {} is given as {} at step {}, outside {} to {}", owner,
                                                     each.quantity, set, t, program.lower()[j], program.upper()[j]));
            program.set_bounds({column}, set, set);
        }
        if (std::find(fixed.begin(), fixed.end(), owner) == fixed.end()) fixed.push_back(owner);
    }
    return fixed;
}

std::vector<SeriesRecord> fixed_series(const Solution& solution) {
    std::vector<SeriesRecord> made;
    for (const SeriesRecord& each : solution.series)
        if (each.decision && std::find(solution.fixed.begin(), solution.fixed.end(), mode_key(each.kind, each.owner)) !=
                                 solution.fixed.end())
            made.push_back(each);
    return made;
}

}  // namespace indus::model
