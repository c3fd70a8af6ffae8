// SPDX-License-Identifier: Apache-2.0
// Random numbers that are the same on every machine, which distributions of the standard library are not.
#pragma once

#include <random>

namespace indus::bench {

class Dice {
public:
    explicit Dice(unsigned seed) : bits_{seed} {}
    double between(double low, double high) {
        return low + (high - low) * static_cast<double>(bits_() >> 11) * 0x1.0p-53;
    }

private:
    std::mt19937_64 bits_;
};

}  // namespace indus::bench
