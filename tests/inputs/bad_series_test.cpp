// SPDX-License-Identifier: Apache-2.0
// Series files with one thing wrong each, and the whole message that tells it.
#include <fmt/format.h>

#include "tests/inputs/case_folder.hpp"

namespace indus::tests {

namespace {

class BadSeries : public testing::Test {
protected:
    CaseFolderOnDisk folder;
    void series(std::string_view rows) { folder.write("series/load.csv", "time,load\n" + std::string{rows}); }
};

TEST_F(BadSeries, StartsLate) {
    series("2025-01-13 01:00,20\n2025-01-13 02:00,30\n2025-01-13 03:00,40\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "demand.csv:2:3: load_mw: found 'load', expected a series from 2025-01-13 00:00 to 2025-01-13 04:00, "
            "as the horizon; it covers 2025-01-13 01:00 to 2025-01-13 04:00"));
}

TEST_F(BadSeries, EndsEarly) {
    series("2025-01-13 00:00,20\n2025-01-13 01:00,30\n2025-01-13 02:00,40\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "demand.csv:2:3: load_mw: found 'load', expected a series from 2025-01-13 00:00 to 2025-01-13 04:00, "
            "as the horizon; it covers 2025-01-13 00:00 to 2025-01-13 03:00"));
}

TEST_F(BadSeries, Gap) {
    series("2025-01-13 00:00,20\n2025-01-13 01:00,30\n2025-01-13 03:00,40\n2025-01-13 04:00,40\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv:4:1: time: found '2025-01-13 03:00', expected 2025-01-13 02:00, "
                            "one step of 60 min after the row before"));
}

TEST_F(BadSeries, DuplicateTime) {
    series("2025-01-13 00:00,20\n2025-01-13 01:00,30\n2025-01-13 01:00,30\n2025-01-13 02:00,40\n2025-01-13 03:00,40\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv:4:1: time: found '2025-01-13 01:00', expected each time only "
                            "once; line 3 has it already"));
}

TEST_F(BadSeries, TimeOutOfOrder) {
    series("2025-01-13 00:00,20\n2025-01-13 01:00,30\n2025-01-12 23:00,40\n2025-01-13 02:00,40\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv:4:1: time: found '2025-01-12 23:00', expected a time after that "
                            "of line 3, 2025-01-13 01:00"));
}

TEST_F(BadSeries, BadTime) {
    series("2025-01-13 00:00,20\n13.01.2025 01:00,30\n2025-01-13 02:00,40\n2025-01-13 03:00,40\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("series/load.csv:3:1: time: found '13.01.2025 01:00', expected a time such as 2025-01-13 05:30"));
}

TEST_F(BadSeries, ThirtiethOfFebruary) {
    series("2025-02-27,20\n2025-02-28,30\n2025-02-29,30\n2025-02-30,40\n2025-03-01,40\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("series/load.csv:4:1: time: found '2025-02-29', expected a time such as 2025-01-13 05:30",
                    "series/load.csv:5:1: time: found '2025-02-30', expected a time such as 2025-01-13 05:30",
                    "series/load.csv:6:1: time: found '2025-03-01', expected 2025-03-03 00:00, one step of 1440 min "
                    "after the row before"));
}

TEST_F(BadSeries, OneRow) {
    series("2025-01-13 00:00,20\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv: found '1 row', expected at least two rows: the step is the time "
                            "between the first two"));
}

TEST_F(BadSeries, NoRows) {
    series("");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv: found 'no rows', expected at least two rows: the step is the "
                            "time between the first two"));
}

TEST_F(BadSeries, FirstColumnIsNotTime) {
    folder.write("series/load.csv", "hour,load\n0,20\n1,30\n");
    EXPECT_THAT(folder.messages(), ElementsAre("series/load.csv:1:1: found 'hour', expected the column name time"));
}

TEST_F(BadSeries, CellsThatAreNoNumbers) {
    series("2025-01-13 00:00,n/a\n2025-01-13 01:00,\"1,5\"\n2025-01-13 02:00,nan\n2025-01-13 03:00,\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("series/load.csv:2:2: load: found 'n/a', expected a number",
                    "series/load.csv:3:2: load: found '1,5', expected a number (decimal point, no thousands separator)",
                    "series/load.csv:4:2: load: found 'nan', expected a number",
                    "series/load.csv:5:2: load: found nothing, expected a number"));
}

TEST_F(BadSeries, UnusedColumnsAreCheckedToo) {
    folder.write(
        "series/load.csv",
        "time,load,other\n2025-01-13 00:00,1,1\n2025-01-13 01:00,2,x\n2025-01-13 02:00,3,3\n2025-01-13 03:00,4,4\n");
    EXPECT_THAT(folder.messages(), ElementsAre("series/load.csv:3:3: other: found 'x', expected a number"));
}

TEST_F(BadSeries, TooFewCellsInARow) {
    series("2025-01-13 00:00,20\n2025-01-13 01:00\n2025-01-13 02:00,40\n2025-01-13 03:00,40\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv:3: found '1 cell', expected 2 cells, as in the header"));
}

TEST_F(BadSeries, NameInTwoFiles) {
    folder.write("series/more.csv", "time,load\n2025-01-13 00:00,1\n2025-01-13 01:00,2\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre(
            "series/more.csv:1:2: found 'load', expected a series name of its own; series/load.csv has it already"));
}

TEST_F(BadSeries, NameThatIsANumber) {
    folder.write("series/more.csv", "time,2025\n2025-01-13 00:00,1\n2025-01-13 01:00,2\n");
    EXPECT_THAT(
        folder.messages(),
        ElementsAre("series/more.csv:1:2: found '2025', expected a series name that is no number and has no * in it"));
}

TEST_F(BadSeries, ValueOutOfRange) {
    series("2025-01-13 00:00,20\n2025-01-13 01:00,-30\n2025-01-13 02:00,40\n2025-01-13 03:00,40\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("demand.csv:2:3: load_mw: found '-30', expected a number of at least 0 [MW] in "
                            "series load at 2025-01-13 01:00"));
}

TEST_F(BadSeries, UnclosedQuote) {
    series("2025-01-13 00:00,20\n\"2025-01-13 01:00,30\n");
    EXPECT_THAT(folder.messages(),
                ElementsAre("series/load.csv:3:1: found '\"', expected a closing quote \" before the end of the file"));
}

TEST_F(BadSeries, ThousandsOfProblemsAreCounted) {
    std::string rows;
    for (int hour = 0; hour < 24 * 10; ++hour)
        rows += fmt::format("2025-01-{:02d} {:02d}:00,x\n", 13 + hour / 24, hour % 24);
    series(rows);
    const std::vector<std::string> messages = folder.messages();
    EXPECT_EQ(messages.size(), 101u);
    EXPECT_EQ(messages.front(), "series/load.csv: found '140 more problems', expected no problems");
}

}  // namespace

}  // namespace indus::tests
