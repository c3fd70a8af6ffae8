// SPDX-License-Identifier: Apache-2.0
// Power transfer distribution factors against the angles that they eliminate, on random networks.
#include "model/network/dc_flow.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <random>
#include <stdexcept>

namespace indus::tests {
namespace {

using model::DcBranch;
using model::DcFlow;

double flow(const DcFlow& network, int branch, const std::vector<double>& exports) {
    double sum = network.offset_mw(branch);
    for (const DcFlow::Factor& each : network.factors(branch))
        sum += each.share * exports[static_cast<std::size_t>(each.zone)];
    return sum;
}

/// A zone with most lines is the reference of its island: it has no factor.
TEST(DcFlow, KnowsIslandsAndZonesWithoutALine) {
    const DcFlow network{6, std::vector<DcBranch>{{4, 1, 10.0, 0.0}, {0, 5, 20.0, 0.0}, {5, 2, 20.0, 0.0}}};
    EXPECT_EQ(network.islands(), (std::vector<std::vector<int>>{{0, 2, 5}, {1, 4}}));
    // A radial line carries all that is beyond it, whatever its reactance.
    ASSERT_EQ(network.factors(1).size(), 1U);
    EXPECT_EQ(network.factors(1)[0].zone, 0);
    EXPECT_NEAR(network.factors(1)[0].share, 1.0, 1e-12);
    EXPECT_NEAR(flow(network, 0, {0, -7, 0, 0, 7, 0}), 7.0, 1e-12);
}

TEST(DcFlow, OfNoLineIsNothing) { EXPECT_TRUE((DcFlow{3, std::vector<DcBranch>{}}.islands().empty())); }

TEST(DcFlow, RefusesReactancesThatCancel) {
    const std::vector<DcBranch> cancelling{{0, 1, 10.0, 0.0}, {0, 1, -10.0, 0.0}};
    EXPECT_THROW((DcFlow{2, cancelling}), std::domain_error);
}

class Random {
public:
    explicit Random(unsigned seed) : engine_{seed} {}
    int below(int count) { return static_cast<int>(engine_() % static_cast<std::uint32_t>(count)); }
    double between(double low, double high) {
        return low + (high - low) * (static_cast<double>(engine_()) * 0x1.0p-32);
    }

private:
    std::mt19937 engine_;
};

// Angles are chosen, flows follow from each line's own law, and exports from adding them up at the zones: then the
// factors must give back the same flows from the exports alone. Parallel lines, islands and phase shifts are among
// them; exports sum to zero by construction.
TEST(DcFlow, EqualsTheAngleFormulation) {
    for (unsigned seed = 1; seed <= 200; ++seed) {
        Random random{seed};
        const int zones = 2 + random.below(20);
        const int lines = 1 + random.below(2 * zones);
        std::vector<DcBranch> branches;
        for (int l = 0; l < lines; ++l) {
            const int from = random.below(zones);
            const int to = (from + 1 + random.below(zones - 1)) % zones;
            const double shift = random.below(4) == 0 ? random.between(-0.2, 0.2) : 0.0;
            branches.push_back({from, to, std::pow(10.0, random.between(0.0, 4.0)), shift});
        }
        std::vector<double> angle, exports(static_cast<std::size_t>(zones), 0.0), expected;
        for (int zone = 0; zone < zones; ++zone) angle.push_back(random.between(-0.5, 0.5));
        for (const DcBranch& each : branches) {
            const auto from = static_cast<std::size_t>(each.from);
            const auto to = static_cast<std::size_t>(each.to);
            expected.push_back(each.mw_per_rad * (angle[from] - angle[to] - each.shift_rad));
            exports[from] += expected.back();
            exports[to] -= expected.back();
        }
        const DcFlow network{zones, branches};
        for (int l = 0; l < lines; ++l)
            EXPECT_NEAR(flow(network, l, exports), expected[static_cast<std::size_t>(l)], 1e-6)
                << "seed " << seed << " line " << l;
    }
}

}  // namespace
}  // namespace indus::tests
