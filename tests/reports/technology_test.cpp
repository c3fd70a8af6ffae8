// SPDX-License-Identifier: Apache-2.0
// How technologies are called, whatever words a case has for them.
#include "reports/technology.hpp"

#include <gtest/gtest.h>

namespace indus::reports {
namespace {

TEST(Technology, KnownWordsHaveTheirLabels) {
    EXPECT_EQ(technology_label("coal"), "Coal");
    EXPECT_EQ(technology_label("run_of_river"), "Hydro, run of river");
    EXPECT_EQ(technology_label("hydro_run_of_river"), "Hydro, run of river");
    EXPECT_EQ(technology_label("furnace_oil"), "Furnace oil");
    EXPECT_EQ(technology_label("pumped_storage"), "Pumped storage");
    EXPECT_EQ(technology_label("Solar"), "Solar");
}

TEST(Technology, WhatFollowsAFamilyStandsInBrackets) {
    EXPECT_EQ(technology_label("coal_thar"), "Coal (Thar)");
    EXPECT_EQ(technology_label("coal_imported"), "Coal (Imported)");
    EXPECT_EQ(technology_label("gas_rlng"), "Gas (RLNG)");
    EXPECT_EQ(technology_label("gas_ccgt"), "Gas, combined cycle");
    EXPECT_EQ(technology_label("wind_north_shore"), "Wind (North shore)");
    EXPECT_EQ(technology_label("furnace_oil_old"), "Furnace oil (Old)");
    EXPECT_EQ(technology_label("coal_"), "Coal ");
    EXPECT_EQ(technology_label("coal_chp"), "Coal (CHP)");
}

TEST(Technology, OtherWordsStayWords) {
    EXPECT_EQ(technology_label("sea_waves"), "Sea waves");
    EXPECT_EQ(technology_label("imported_coal"), "Imported coal");
    EXPECT_EQ(technology_label("hvdc"), "HVDC");
    EXPECT_EQ(technology_label("transport"), "Transport");
    EXPECT_EQ(technology_label("_"), " ");
    EXPECT_EQ(technology_label(""), "");
}

TEST(Technology, EveryNameHasOneStyleInStackingOrder) {
    const auto styles = technology_styles({"solar", "coal_thar", "coal_thar", "nuclear", "coal_imported"});
    ASSERT_EQ(styles.size(), 4U);
    EXPECT_EQ(styles[0].label, "Nuclear");
    EXPECT_EQ(styles[1].label, "Coal (Imported)");
    EXPECT_EQ(styles[2].label, "Coal (Thar)");
    EXPECT_NE(styles[1].light, styles[2].light);
    EXPECT_EQ(styles[3].label, "Solar");
}

}  // namespace
}  // namespace indus::reports
