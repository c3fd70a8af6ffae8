// SPDX-License-Identifier: Apache-2.0
// What Excel accepts as names and texts, and what a full disk does to a workbook.
#include "reports/book.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/resource.h>

#include "reports/csv_rows.hpp"
#include "reports/csv_tables.hpp"
#include "tests/temporary_folder.hpp"
#include "xlsx_reading.hpp"

namespace indus::reports {
namespace {

TEST(Book, MakesSheetNamesFit) {
    EXPECT_EQ(sheet_name("Plants", {}), "Plants");
    EXPECT_EQ(sheet_name("a[b]c:d*e?f/g\\h", {}), "a-b-c-d-e-f-g-h");
    EXPECT_EQ(sheet_name("'quoted'", {}), "quoted");
    EXPECT_EQ(sheet_name("", {}), "Sheet");
    EXPECT_EQ(sheet_name("history", {}), "history 2");
    EXPECT_EQ(sheet_name("PLANTS", {"Plants", "plants 2"}), "PLANTS 3");
    const std::string umlauts = sheet_name(std::string(40, 'x') + "\u00e4", {});
    EXPECT_EQ(umlauts, std::string(31, 'x'));
    std::string long_name;
    for (int i = 0; i < 40; ++i) long_name += "\u00e4";
    EXPECT_EQ(sheet_name(long_name, {}).size(), 62U);
    EXPECT_EQ(sheet_name(long_name, {long_name.substr(0, 62)}), long_name.substr(0, 58) + " 2");
}

TEST(Book, MakesTextsFit) {
    EXPECT_EQ(cell_text("=1+1"), "=1+1");
    EXPECT_EQ(cell_text(std::string_view{"a\0b\x1f\x7f\n", 6}), "a b  \n");
    EXPECT_EQ(cell_text("\xff\xc3\u00e4\xed\xa0\x80"), "\ufffd\ufffd\u00e4\ufffd\ufffd\ufffd");
    EXPECT_EQ(cell_text("\xef\xbf\xbf"), "\ufffd\ufffd\ufffd") << "no character of XML";
    EXPECT_EQ(cell_text("\xf0\x9f\x8c\x8a"), "\xf0\x9f\x8c\x8a");
    EXPECT_EQ(cell_text(std::string(40000, 'x')).size(), 32767U);
}

TEST(Book, TellsNamesFromNumbers) {
    EXPECT_EQ(csv_cell("12"), "\"12\"");
    EXPECT_EQ(csv_cell("1e5"), "\"1e5\"");
    EXPECT_EQ(csv_cell("nan"), "\"nan\"");
    EXPECT_EQ(csv_cell("12 MW"), "12 MW");
    std::vector<std::vector<CsvField>> rows;
    CsvRows reader{[&](const auto& row) { rows.push_back(row); }};
    reader.take("\"12\",12,,\"a\"\"b,\nc\",-0.5\n\"\",x\n");
    ASSERT_EQ(rows.size(), 2U);
    ASSERT_EQ(rows[0].size(), 5U);
    EXPECT_FALSE(rows[0][0].is_number);
    EXPECT_EQ(rows[0][0].text, "12");
    EXPECT_EQ(rows[0][1].number, 12.0);
    EXPECT_EQ(rows[0][2].text, "");
    EXPECT_EQ(rows[0][3].text, "a\"b,\nc");
    EXPECT_EQ(rows[0][4].number, -0.5);
    ASSERT_EQ(rows[1].size(), 2U);
    EXPECT_EQ(rows[1][1].text, "x");
}

/// Writes a workbook with files limited to `most_bytes`; the message of what went wrong.
std::string message_with_limit(const std::filesystem::path& folder, rlim_t most_bytes) {
    signal(SIGXFSZ, SIG_IGN);
    const rlimit limit{most_bytes, most_bytes};
    setrlimit(RLIMIT_FSIZE, &limit);
    try {
        Book book{folder / "full.xlsx", "full", {}};
        Sheet& sheet = book.add_sheet("Numbers");
        for (int i = 0; i < 100000; ++i) sheet.number(i * 1.37).text("a name").end_row();
        book.close();
    } catch (const std::runtime_error& error) {
        return error.what();
    }
    return "no error";
}

TEST(BookDeathTest, AFullDiskIsAnErrorNotAShortFile) {
    const indus::tests::TemporaryFolder folder;
    const std::string name = folder.path().string();
    for (const rlim_t bytes : {0, 1000, 100000, 3000000}) {
        const auto fails = [&] {
            const std::string message = message_with_limit(name, bytes);
            std::fputs(message.c_str(), stderr);
            std::exit(message.starts_with("cannot write " + name + "/full.xlsx: ") ? 0 : 1);
        };
        EXPECT_EXIT(fails(), testing::ExitedWithCode(0), "") << bytes;
    }
}

}  // namespace
}  // namespace indus::reports
