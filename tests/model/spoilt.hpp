// SPDX-License-Identifier: Apache-2.0
// A scene that is solved, found correct, and then spoilt: what does the audit say?
//
//     Spoilt spoilt{scene};
//     spoilt.set("coal", "output", {130, 50});
//     EXPECT_THAT(spoilt.findings(), ElementsAre("coal at 0: output with reserve is 130 MW, above its limit 100 MW"));
#pragma once

#include <gmock/gmock.h>

#include "model/audit.hpp"
#include "tests/scene.hpp"

namespace indus::tests {

using testing::Contains;
using testing::ElementsAre;

class Spoilt {
public:
    explicit Spoilt(Scene scene) : scene_{std::move(scene)}, solution_{scene_.solve()} {}

    Spoilt& set(std::string_view owner, std::string_view quantity, std::vector<double> values) {
        for (SeriesRecord& each : solution_.series)
            if (each.owner == owner && each.quantity == quantity) {
                each.values = std::move(values);
                return *this;
            }
        ADD_FAILURE() << "no series " << quantity << " of " << owner;
        return *this;
    }
    Spoilt& set_cost(std::string_view category, double amount) {
        for (CostRecord& each : solution_.costs)
            if (each.category == category) each.amount = amount;
        return *this;
    }
    Spoilt& drop(std::string_view owner, std::string_view quantity) {
        std::erase_if(solution_.series, [&](const SeriesRecord& each) { return each.owner == owner && each.quantity == quantity; });
        return *this;
    }
    /// "coal at 1: output is ..." for every finding; no step where it is of none.
    std::vector<std::string> findings() const {
        std::vector<std::string> texts;
        for (const Finding& each : audit(scene_.system(), solution_).findings)
            texts.push_back(each.step < 0 ? fmt::format("{}: {}", each.owner, each.what) : fmt::format("{} at {}: {}", each.owner, each.step, each.what));
        return texts;
    }
    /// A series that the solution should not have.
    Spoilt& add(std::string kind, std::string owner, std::string quantity, std::vector<double> values) {
        solution_.series.push_back({std::move(kind), std::move(owner), std::move(quantity), "MW", true, std::move(values)});
        return *this;
    }

private:
    Scene scene_;
    Solution solution_;
};

}  // namespace indus::tests
