// SPDX-License-Identifier: Apache-2.0
// When stages may work: shares of steps that calendars leave open, each calendar asked once, as it serves many stages.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/components/works/works.hpp"

namespace indus::reports {

class OpenHours {
public:
    /// Refers to `system`, which must outlive it.
    explicit OpenHours(const model::System& system) : system_{system} {}

    /// Of the stage's own calendar, or else of its process; one per step.
    const std::vector<double>& of(const model::Stage& stage) {
        const auto& calendar = stage.calendar.is_set() ? stage.calendar : system_.at(stage.process).calendar;
        auto [found, is_new] = shares_.try_emplace(calendar.name);
        for (int t = 0; is_new && t < system_.horizon().step_count(); ++t)
            found->second.push_back(model::calendar_share(system_, stage, t));
        return found->second;
    }

private:
    const model::System& system_;
    std::map<std::string, std::vector<double>> shares_{};
};

}  // namespace indus::reports
