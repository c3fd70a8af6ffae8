// SPDX-License-Identifier: Apache-2.0
// What windows decided comes back bit by bit, whatever became of the file in between.
#include "solver/window_file.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <limits>

#include "tests/temporary_folder.hpp"

namespace indus::solver {
namespace {

DecidedWindow window(int first, double number) {
    return {{first, first + 2}, 0.25, {number, -0.0, std::numeric_limits<double>::denorm_min()}, {1.0 / number}, {}};
}

void expect_equal(const std::optional<DecidedWindow>& found, const DecidedWindow& kept) {
    ASSERT_TRUE(found.has_value());
    EXPECT_EQ(found->kept, kept.kept);
    EXPECT_EQ(found->loss, kept.loss);
    EXPECT_EQ(found->values, kept.values);
    EXPECT_TRUE(std::signbit(found->values[1]));
    EXPECT_EQ(found->multipliers, kept.multipliers);
    EXPECT_TRUE(found->duals.empty());
}

struct WindowFileTest : testing::Test {
    tests::TemporaryFolder folder{};
    std::filesystem::path path = folder.path() / "new folder" / ".base.windows";

    void write(std::uint64_t fingerprint, int count) {
        WindowFile file{path};
        file.open(fingerprint);
        for (int n = 0; n < count; ++n) file.keep(window(2 * n, n + 3.0));
        EXPECT_EQ(file.problem(), "");
    }
};

TEST_F(WindowFileTest, BringsBackWhatWasKept) {
    write(7, 2);
    WindowFile file{path};
    file.open(7);
    EXPECT_EQ(file.found(), 2);
    expect_equal(file.recall({2, 4}), window(2, 4.0));
    EXPECT_FALSE(file.recall({4, 6}).has_value());
    file.keep(window(4, 9.0));
    expect_equal(file.recall({0, 2}), window(0, 3.0));
    file.keep(window(6, 10.0));

    WindowFile later{path};
    later.open(7);
    EXPECT_EQ(later.found(), 4);
    expect_equal(later.recall({4, 6}), window(4, 9.0));
    expect_equal(later.recall({6, 8}), window(6, 10.0));
}

TEST_F(WindowFileTest, BeginsAnewForAnotherProgram) {
    write(7, 2);
    WindowFile file{path};
    file.open(8);
    EXPECT_EQ(file.found(), 0);
    EXPECT_FALSE(file.recall({0, 2}).has_value());
}

// A kill may cut the last record at any byte: the ones before it stay, and what is decided again goes after them.
TEST_F(WindowFileTest, LivesThroughAKillAtAnyByte) {
    write(7, 2);
    const auto whole = std::filesystem::file_size(path);
    write(7, 0);
    for (std::uintmax_t left = whole; left-- > 0;) {
        std::filesystem::remove(path);
        write(7, 2);
        std::filesystem::resize_file(path, left);
        WindowFile file{path};
        file.open(7);
        ASSERT_LE(file.found(), 1) << left << " bytes";
        file.keep(window(2, 4.0));
        WindowFile later{path};
        later.open(7);
        ASSERT_EQ(later.found(), file.found() + 1) << left << " bytes";
        expect_equal(later.recall({2, 4}), window(2, 4.0));
    }
}

TEST_F(WindowFileTest, DoubtsASpoiltRecord) {
    write(7, 2);
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    file.seekp(-20, std::ios::end);
    file.put('x');
    file.close();
    WindowFile opened{path};
    opened.open(7);
    EXPECT_EQ(opened.found(), 1);
}

TEST_F(WindowFileTest, SaysWhenItCannotWrite) {
    WindowFile file{"/dev/full"};
    file.open(7);
    EXPECT_NE(file.problem().find("/dev/full cannot be written"), std::string::npos);
    file.keep(window(0, 1.0));
    EXPECT_FALSE(file.recall({0, 2}).has_value());
}

// Another run that has ended may take the file away: what it held is decided again.
TEST_F(WindowFileTest, LivesThroughItsRemoval) {
    write(7, 1);
    WindowFile file{path};
    file.open(7);
    std::filesystem::remove(path);
    EXPECT_FALSE(file.recall({0, 2}).has_value());
    file.keep(window(2, 4.0));
}

TEST_F(WindowFileTest, GoesWhenTheRunHasEnded) {
    write(7, 1);
    WindowFile never_opened{path};
    never_opened.remove();
    EXPECT_TRUE(std::filesystem::exists(path));
    WindowFile file{path};
    file.open(7);
    file.remove();
    EXPECT_FALSE(std::filesystem::exists(path));
}

}  // namespace
}  // namespace indus::solver
