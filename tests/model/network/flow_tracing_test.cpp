// SPDX-License-Identifier: Apache-2.0
#include "model/network/flow_tracing.hpp"

#include <gtest/gtest.h>

namespace indus::model {
namespace {

constexpr double close = 1e-6;

// Zone 0: 100 MW at 0.9 t/MWh. It sends 40 MW to zone 1, of which 36 arrive; there 12 MW are free of carbon.
// Zone 1 has 48 MW that carry 40 * 0.9 = 36 t/h: 0.75 t/MWh.
TEST(FlowTracing, MixesWhatArrivesWithWhatIsMade) {
    const std::vector<double> intensity =
        traced_intensity(std::vector{100.0, 12.0}, std::vector{90.0, 0.0}, std::vector{TracedFlow{0, 1, 40.0, 36.0}});
    EXPECT_NEAR(intensity[0], 0.9, close);
    EXPECT_NEAR(intensity[1], 0.75, close);
}

// A ring: each zone feeds the next. 0 makes 60 at 1 t/MWh and gets 20 from 2; it sends 50 to 1, which makes 50 without
// carbon and sends 60 to 2, which sends 20 on. With a, b, c t/MWh:
//   80 a = 60 + 20 c      100 b = 50 a      60 c = 60 b
// so b = c = a / 2 and 70 a = 60. Used are 30, 40 and 40 MW: 30 a + 40 b + 40 c = 70 a = 60 t/h, all there is.
TEST(FlowTracing, SolvesRingsAndKeepsTheSum) {
    const std::vector flows{TracedFlow{0, 1, 50, 50}, TracedFlow{1, 2, 60, 60}, TracedFlow{2, 0, 20, 20}};
    const std::vector<double> intensity =
        traced_intensity(std::vector{60.0, 50.0, 0.0}, std::vector{60.0, 0.0, 0.0}, flows);
    EXPECT_NEAR(intensity[0], 60.0 / 70.0, close);
    EXPECT_NEAR(intensity[1], 30.0 / 70.0, close);
    EXPECT_NEAR(intensity[2], 30.0 / 70.0, close);
}

// Nobody feeds zones 1 and 2, between which 10 MW go round; zone 3 is dead.
TEST(FlowTracing, PowerWithoutASourceCarriesNothing) {
    const std::vector flows{TracedFlow{1, 2, 10, 10}, TracedFlow{2, 1, 10, 10}};
    const std::vector<double> intensity =
        traced_intensity(std::vector{5.0, 0.0, 0.0, 0.0}, std::vector{1.0, 0.0, 0.0, 0.5}, flows);
    EXPECT_NEAR(intensity[0], 0.2, close);
    for (const int zone : {1, 2, 3}) EXPECT_EQ(intensity[static_cast<std::size_t>(zone)], 0.0);
}

}  // namespace
}  // namespace indus::model
