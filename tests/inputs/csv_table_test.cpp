// SPDX-License-Identifier: Apache-2.0
#include "inputs/csv_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace indus::inputs {

namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// Writes down what it is given: "2: a|b" is a row of line 2.
class Recorder : public CsvVisitor {
public:
    bool header(const CsvRow& row) override {
        rows.push_back("header " + text(row));
        return true;
    }
    void row(const CsvRow& row) override { rows.push_back(text(row)); }
    void misshapen_row(const CsvRow& row) override { rows.push_back("misshapen " + text(row)); }
    std::vector<std::string> rows;

private:
    static std::string text(const CsvRow& row) {
        std::string joined = std::to_string(row.line) + ":";
        for (const CsvCell& cell : row.cells) joined += " " + std::string{cell.text} + "@" + std::to_string(cell.line);
        return joined;
    }
};

struct Read {
    std::vector<std::string> rows;
    std::vector<std::string> messages;
    bool complete = false;
};

Read read(std::string_view text) {
    Recorder recorder;
    std::vector<Issue> issues;
    Read result;
    result.complete = read_csv("t.csv", text, recorder, issues);
    result.rows = recorder.rows;
    for (const Issue& issue : issues) result.messages.push_back(to_string(issue));
    return result;
}

TEST(CsvTable, TrimsCellsAndSkipsBlankLines) {
    const Read found = read("a , b\n\n  1 ,\t2\n , \n\"3\" ,\" 4 \"\n");
    EXPECT_THAT(found.rows, ElementsAre("header 1: a@1 b@1", "3: 1@3 2@3", "5: 3@5 4@5"));
    EXPECT_THAT(found.messages, IsEmpty());
    EXPECT_TRUE(found.complete);
}

TEST(CsvTable, CountsLinesWithQuotedLineBreaks) {
    const Read found = read("a,b,c\n\"x\ny\",\"p\n\nq\",1\n2,3,4\n");
    EXPECT_THAT(found.rows, ElementsAre("header 1: a@1 b@1 c@1", "2: x\ny@2 p\n\nq@3 1@5", "6: 2@6 3@6 4@6"));
}

TEST(CsvTable, TakesAnyLineEndAndByteOrderMark) {
    EXPECT_THAT(read("\xEF\xBB\xBF"
                     "a,b\r\n1,2\r\n3,4")
                    .rows,
                ElementsAre("header 1: a@1 b@1", "2: 1@2 2@2", "3: 3@3 4@3"));
    EXPECT_THAT(read("a,b\r1,2\r").rows, ElementsAre("header 1: a@1 b@1", "2: 1@2 2@2"));
}

TEST(CsvTable, TakesHashAsData) { EXPECT_THAT(read("a\n#1\n").rows, ElementsAre("header 1: a@1", "2: #1@2")); }

TEST(CsvTable, KeepsDoubledQuotesAndCommas) {
    EXPECT_THAT(read("a\n\"say \"\"hi\"\", twice\"\n").rows, ElementsAre("header 1: a@1", "2: say \"hi\", twice@2"));
}

TEST(CsvTable, ReportsRowsOfAnotherWidth) {
    const Read found = read("a,b\n1\n1,2,3\n1,2\n");
    EXPECT_THAT(found.messages, ElementsAre("t.csv:2: found '1 cell', expected 2 cells, as in the header",
                                            "t.csv:3:3: found '3 cells', expected 2 cells, as in the header"));
    EXPECT_THAT(found.rows,
                ElementsAre("header 1: a@1 b@1", "misshapen 2: 1@2", "misshapen 3: 1@3 2@3 3@3", "4: 1@4 2@4"));
    EXPECT_TRUE(found.complete);
}

TEST(CsvTable, LocatesMisplacedQuotes) {
    const Read found = read("a,b\n1,2\n3,x\"y\n4,5\n");
    EXPECT_THAT(found.messages,
                ElementsAre("t.csv:3:2: found '3,x\"y', expected a cell with quotes around it as a whole and "
                            "quotes inside it doubled"));
    EXPECT_FALSE(found.complete);
    EXPECT_THAT(
        read("a,b\n\"1\"2,3\n").messages,
        ElementsAre("t.csv:2:1: found '\"1\"2,3', expected a cell with quotes around it as a whole and quotes inside "
                    "it doubled"));
}

TEST(CsvTable, LocatesTheQuoteThatIsNotClosed) {
    const Read found = read("a,b\n1,\"2\n3,4\n");
    EXPECT_THAT(found.messages,
                ElementsAre("t.csv:2:2: found '\"', expected a closing quote \" before the end of the file"));
    EXPECT_FALSE(found.complete);
}

TEST(CsvTable, ReportsBytesThatAreNoText) {
    using namespace std::string_view_literals;
    EXPECT_THAT(read("a,b\n1,caf\xE9\n").messages, ElementsAre("t.csv:2:2: found 'caf\\xe9', expected text in UTF-8"));
    EXPECT_THAT(read("a\nx\0y\n"sv).messages,
                ElementsAre("t.csv:2:1: found 'x\\x00y', expected text without NUL bytes"));
    EXPECT_THAT(read("\xFF\xFE"
                     "a")
                    .messages,
                ElementsAre("t.csv: found 'text in UTF-16', expected text in UTF-8"));
}

TEST(CsvTable, ReportsHeadersThatAreNone) {
    EXPECT_THAT(read("").messages, ElementsAre("t.csv: found nothing, expected a header row with column names"));
    EXPECT_THAT(read("\n \n,,\n").messages,
                ElementsAre("t.csv: found nothing, expected a header row with column names"));
    EXPECT_THAT(read("a,,b\n").messages, ElementsAre("t.csv:1:2: found nothing, expected a column name"));
    EXPECT_THAT(read("a,b,a\n").messages,
                ElementsAre("t.csv:1:3: a: found 'a', expected a column name only once; column 1 has it already"));
    EXPECT_THAT(read("a;b\n1;2\n").messages,
                ElementsAre("t.csv:1:1: found 'a;b', expected column names separated by commas"));
}

}  // namespace

}  // namespace indus::inputs
