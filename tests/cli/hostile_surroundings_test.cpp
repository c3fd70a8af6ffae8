// SPDX-License-Identifier: Apache-2.0
// Where a run may end in trouble: full disks, folders that may not be written, readers that went away, odd paths.
// Each is an error in words with its exit code, and earlier results stay as they were.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>
#include <string>

#include "tests/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;
using testing::MatchesRegex;

struct Ended {
    int code = -1;
    std::string out{};
    std::string err{};
};

class HostileSurroundings : public testing::Test {
protected:
    void SetUp() override {
        fs::permissions(folder_, fs::perms::owner_all | fs::perms::group_exec | fs::perms::others_exec |
                                     fs::perms::group_read | fs::perms::others_read);
    }

    /// A line of the shell in the test's folder; $indus and $case stand for the program and a small case.
    Ended shell(const std::string& line) const {
        const std::string text =
            fmt::format("cd '{}' && indus='{}' && case='{}/inputs/cases/first-steps' && {{ {}\n}} >out 2>err",
                        folder_.string(), INDUS_PROGRAM, INDUS_SOURCE_DIR, line);
        const int status = std::system(text.c_str());
        return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), text_of(folder_ / "out"),
                text_of(folder_ / "err")};
    }
    static std::string text_of(const fs::path& path) {
        std::ostringstream text;
        text << std::ifstream{path, std::ios::binary}.rdbuf();
        return text.str();
    }
    /// All files below a folder with their bytes.
    std::map<std::string, std::string> files(const std::string& below) const {
        std::map<std::string, std::string> all;
        for (const auto& entry : fs::recursive_directory_iterator{folder_ / below})
            if (entry.is_regular_file()) all[entry.path().string()] = text_of(entry.path());
        return all;
    }
    const indus::tests::TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path();
};

TEST_F(HostileSurroundings, AFullDiskLeavesTheOldResults) {
    ASSERT_EQ(shell("$indus run $case -q").code, 0);
    const auto before = files("results");
    for (const int blocks : {0, 1, 100, 2000}) {
        // The shell counts blocks of 512 bytes; report.html has over a megabyte.
        const Ended run =
            shell(fmt::format("{{ ulimit -f {}; $indus run $case --gap 0.1 -q; }} 2>&1 | cat >message; "
                              "cat message >&2",
                              blocks));
        EXPECT_THAT(run.err, MatchesRegex("indus: cannot write .*/results/first-steps/.base.partial-[0-9]+-0/"
                                          "report.html: File too large\n"))
            << blocks;
        EXPECT_TRUE(files("results") == before) << blocks;
    }
    EXPECT_EQ(shell("ulimit -f 100; $indus run $case -q").code, 1);
}

TEST_F(HostileSurroundings, AFolderThatMayNotBeWritten) {
    ASSERT_EQ(shell("$indus run $case -q").code, 0);
    const auto before = files("results");
    const bool is_root = geteuid() == 0;
    if (is_root && shell("setpriv --reuid=65534 --clear-groups test -x $indus -a -r $case/case.toml").code != 0)
        GTEST_SKIP() << "root may write everywhere, and another user may not read the program";
    const std::string someone = is_root ? "setpriv --reuid=65534 --clear-groups " : "";
    ASSERT_EQ(shell("chmod 555 results/first-steps").code, 0);
    const Ended run = shell(someone + "$indus run $case -q");
    shell("chmod 755 results/first-steps");
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, MatchesRegex("indus: cannot create a folder beside .*/results/first-steps/base: Permission "
                                      "denied\n"));
    EXPECT_TRUE(files("results") == before);
}

TEST_F(HostileSurroundings, AFileWhereAFolderShouldBe) {
    const Ended run = shell("echo x >taken; $indus run $case -q -o taken");
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, MatchesRegex("indus: cannot create .*/taken/first-steps: Not a directory\n"));
    EXPECT_EQ(text_of(folder_ / "taken"), "x\n");
}

// What is before ".." need not exist; nothing but the folder meant is touched.
TEST_F(HostileSurroundings, PathsThatGoUpAndDown) {
    const Ended run = shell("mkdir below; echo mine >below/note; $indus run $case -q -o below/../below/./x/..");
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(text_of(folder_ / "below/note"), "mine\n");
    EXPECT_TRUE(fs::exists(folder_ / "below/first-steps/base/summary.json"));
    EXPECT_FALSE(fs::exists(folder_ / "below/x"));
}

// What `head` leaves unread is no error, of however much there is to read and of whichever verb.
TEST_F(HostileSurroundings, AReaderThatWentAway) {
    for (const std::string verb : {"describe", "describe all", "sector", "sector cement", "check $case", "--help"}) {
        const Ended run = shell("{ sleep 0.3; $indus " + verb + "; echo $? >code; } | true");
        EXPECT_EQ(text_of(folder_ / "code"), "0\n") << verb;
        EXPECT_EQ(run.err, "") << verb;
    }
    const Ended run = shell("{ $indus describe all; echo $? >code; } | head -1");
    EXPECT_EQ(text_of(folder_ / "code"), "0\n");
    EXPECT_EQ(run.out, "zone\n");
    EXPECT_EQ(run.err, "");
}

// The rows are in the case, and the exit code says so; where they are not, it says that.
TEST_F(HostileSurroundings, AReaderThatWentAwayDoesNotChangeTheExitCode) {
    ASSERT_EQ(shell("cp -r $case mine").code, 0);
    const std::string add = "$indus sector textile --case mine --zone town --peak 5MW";
    const Ended added = shell("{ sleep 0.3; " + add + "; echo $? >code; } | true");
    EXPECT_EQ(text_of(folder_ / "code"), "0\n") << added.err;
    EXPECT_TRUE(fs::exists(folder_ / "mine/process.csv"));
    shell("{ sleep 0.3; " + add + "; echo $? >code; } | true");
    EXPECT_EQ(text_of(folder_ / "code"), "2\n") << "it is there already";
}

TEST_F(HostileSurroundings, AReaderThatWentAwayDoesNotCostTheResults) {
    const Ended run = shell("{ sleep 0.3; $indus run $case; echo $? >code; } | true");
    EXPECT_EQ(text_of(folder_ / "code"), "0\n");
    EXPECT_THAT(run.err, testing::Not(testing::HasSubstr("standard output")));
    EXPECT_EQ(shell("$indus verify results/first-steps/base").code, 0);
}

TEST_F(HostileSurroundings, StandardOutputOnAFullDisk) {
    for (const std::string verb :
         {"describe", "run $case -o r", "export $case", "--help", "check $case", "--version"}) {
        const Ended run = shell("$indus " + verb + " >/dev/full");
        EXPECT_EQ(run.code, 1) << verb;
        EXPECT_THAT(run.err, testing::EndsWith("indus: standard output cannot be written: No space left on device\n"))
            << verb;
    }
}

TEST_F(HostileSurroundings, AnExportOnAFullDisk) {
    const Ended run = shell("$indus export $case -o /dev/full");
    EXPECT_EQ(run.code, 1);
    EXPECT_EQ(run.err, "/dev/full: cannot be written\n");
}

}  // namespace
