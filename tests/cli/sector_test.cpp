// SPDX-License-Identifier: Apache-2.0
// indus sector: what it lists, tells and refuses.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "tests/cli/command.hpp"

namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;

class SectorCommand : public indus::tests::Command {
protected:
    void SetUp() override {
        fs::copy(fs::path{INDUS_SOURCE_DIR} / "inputs/cases/first-steps", folder_ / "case",
                 fs::copy_options::recursive);
    }
};

TEST_F(SectorCommand, ListsAndTells) {
    EXPECT_EQ(indus("sector"), 0) << err_;
    EXPECT_THAT(out_, AllOf(HasSubstr("  cement        Cement: quarry"), HasSubstr("  textile ")));
    EXPECT_EQ(indus("sector cement"), 0) << err_;
    EXPECT_THAT(out_,
                AllOf(HasSubstr("22.55 MW at most"), HasSubstr("kiln           burn_clinker   150 to 220 an hour"),
                      HasSubstr("| stage_mode | grind | energy_mwh_per_unit | 0.038 | MWh/t | ball mill")));
}

TEST_F(SectorCommand, AddsAPlantThatPassesTheCheck) {
    EXPECT_EQ(indus("sector cement --case case --zone town --peak 500kW"), 0) << err_;
    EXPECT_THAT(out_, AllOf(HasSubstr("town_cement: 0.5 MW at most"), HasSubstr("  stage.csv             4 rows")));
    EXPECT_EQ(indus("check case"), 0) << err_;
    EXPECT_THAT(out_, HasSubstr("process         1"));
    EXPECT_EQ(indus("sector cement --case case --zone town --peak 1MW"), 2);
    EXPECT_THAT(
        err_, AllOf(HasSubstr("process.csv:2:1: name: found 'town_cement'"), HasSubstr("nothing was changed in case")));
    EXPECT_EQ(indus("sector cement --case case --zone town --peak 1MW --name second"), 0) << err_;
}

TEST_F(SectorCommand, RefusesWhatItCannotDo) {
    EXPECT_EQ(indus("sector cemnt"), 2);
    EXPECT_THAT(err_, HasSubstr("unknown sector 'cemnt'; did you mean 'cement'?"));
    EXPECT_EQ(indus("sector cement --case case --zone twon --peak 1MW"), 2);
    EXPECT_THAT(err_, HasSubstr("--zone: found 'twon', expected the name of a zone of the case; did you mean 'town'?"));
    for (const char* peak : {"0", "-3MW", "1e400", "lots", "5 MW", "MW"}) {
        EXPECT_EQ(indus(fmt::format("sector cement --case case --zone town --peak='{}'", peak)), 2) << peak;
        EXPECT_THAT(err_, HasSubstr("expected a power above 0 such as 30MW or 500kW"));
    }
    EXPECT_EQ(indus("sector cement --case case --zone town"), 2);
    EXPECT_THAT(err_, HasSubstr("--peak is missing"));
    EXPECT_EQ(indus("sector --case case"), 2);
    EXPECT_EQ(indus("sector cement --case nowhere --zone town --peak 1MW"), 2);
    EXPECT_FALSE(fs::exists(folder_ / "case/process.csv"));
}

TEST_F(SectorCommand, MadeThePlantsOfThePakistanCase) {
    const std::string pakistan = (fs::path{INDUS_SOURCE_DIR} / "inputs/cases/pakistan").string();
    EXPECT_EQ(indus(fmt::format("check '{}'", pakistan)), 0) << err_;
    EXPECT_THAT(out_, AllOf(HasSubstr("process         10"), HasSubstr("shiftable_load  6")));
    EXPECT_EQ(indus(fmt::format("check '{}' --scenario firm-industry", pakistan)), 0) << err_;
    EXPECT_THAT(out_, Not(AnyOf(HasSubstr("process"), HasSubstr("stage"), HasSubstr("shiftable_load"))));
}

}  // namespace
