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
    explicit Spoilt(Scene scene);

    Spoilt& set(std::string_view owner, std::string_view quantity, std::vector<double> values);
    Spoilt& set_cost(std::string_view category, double amount);
    Spoilt& drop(std::string_view owner, std::string_view quantity);
    /// A series that the solution should not have.
    Spoilt& add(std::string kind, std::string owner, std::string quantity, std::vector<double> values);
    /// "coal at 1: output is ..." for every finding; no step where it is of none.
    std::vector<std::string> findings() const;

private:
    Scene scene_;
    Solution solution_;
};

}  // namespace indus::tests
