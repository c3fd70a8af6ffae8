// SPDX-License-Identifier: Apache-2.0
// What `indus run` is asked to compare its answer with: --objective and --against.
#pragma once

#include <optional>
#include <string>

#include "cli/verb.hpp"
#include "model/studies/dispatch.hpp"
#include "model/studies/objective_comparison.hpp"
#include "model/studies/rigid_comparison.hpp"

namespace indus::cli {

/// The answer that is reported, and what it is compared with.
struct Perspective {
    model::Solution solution{};
    std::optional<model::ObjectiveComparison> comparison{};
    std::optional<model::RigidComparison> rigid{};
};

class Perspectives {
public:
    /// Throws UsageError for options that say nothing.
    explicit Perspectives(const po::variables_map& values);
    /// All runs share the time limit. Throws UsageError where the zone asked for has no meter.
    Perspective run(const model::System& system, const model::DispatchOptions& options) const;

private:
    std::string zone_;
    bool rigid_;
};

}  // namespace indus::cli
