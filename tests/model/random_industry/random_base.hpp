// SPDX-License-Identifier: Apache-2.0
// What makers of random industry share: a scene that grows, dice of their own, and time.
#pragma once

#include "tests/model/random_systems.hpp"

namespace indus::tests {

class RandomPart {
public:
    RandomPart(Scene& scene, unsigned seed)
        : scene_{scene},
          dice_{seed},
          steps_{scene.data.horizon.step_count()},
          h_{scene.data.horizon.hours(0)},
          start_{scene.data.horizon.start()} {}

protected:
    Profile varying(std::initializer_list<double> values) {
        std::vector<double> made;
        for (int t = 0; t < steps_; ++t) made.push_back(dice_.pick(values));
        return Profile{made};
    }
    TimePoint after(double steps) const { return start_ + std::chrono::minutes{std::lround(60.0 * h_ * steps)}; }

    Scene& scene_;
    Dice dice_;
    int steps_;
    double h_;
    TimePoint start_;
};

}  // namespace indus::tests
