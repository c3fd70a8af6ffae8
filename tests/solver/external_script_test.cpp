// SPDX-License-Identifier: Apache-2.0
// Programs that misbehave, and SCIP's file format, played by shell scripts at the head of PATH.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>
#include <thread>

#include "solver/external_solver.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::solver {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// min x + 2y, x + y >= 3, x <= 2.5 and whole: x = 2, y = 1, cost 4.
Program mix() {
    Program program;
    const Family f = program.add_family({"x", "amount", "1"});
    const Variable x = program.add_variable({.upper = 2.5, .cost = 1, .integer = true, .family = f}),
                   y = program.add_variable({.upper = 9, .cost = 2, .family = f});
    program.add_row(Expression{x} + y >= 3.0, {.family = f});
    return program;
}

class ExternalScript : public testing::Test {
protected:
    void SetUp() override {
        fs::create_directories(folder_ / "tmp");
        path_ = getenv("PATH");
        if (const char* set = getenv("TMPDIR")) temporary_ = set;
        setenv("PATH", fmt::format("{}:{}", folder_.string(), path_).c_str(), 1);
        setenv("TMPDIR", (folder_ / "tmp").c_str(), 1);
    }
    void TearDown() override {
        setenv("PATH", path_.c_str(), 1);
        temporary_ ? setenv("TMPDIR", temporary_->c_str(), 1) : unsetenv("TMPDIR");
        EXPECT_TRUE(fs::is_empty(folder_ / "tmp")) << "temporary files were left";
    }
    void script(const std::string& name, const std::string& body) {
        std::ofstream(folder_ / name) << "#!/bin/sh\n" << body;
        fs::permissions(folder_ / name, fs::perms::owner_all);
    }
    std::string text_of(const std::string& name) {
        std::ostringstream text;
        text << std::ifstream(folder_ / name).rdbuf();
        return text.str();
    }
    const tests::TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path();
    std::string path_{};
    std::optional<std::string> temporary_{};
};

TEST_F(ExternalScript, TellsScipAndReadsItsSolution) {
    script(
        "scip",
        fmt::format(
            "printf '%s\\n' \"$@\" > {0}/asked; cp model.mps {0}/model.mps\n"
            "echo 'SCIP version 9.2.0 [precision: 8 byte]'; echo 'Dual Bound         : +4.00000000000000e+00'\n"
            "printf 'solution status: optimal solution found\\nobjective value:                                   4\\n"
            "c0                                                  2 \\t(obj:1)\\nc1                                     "
            "             1 \\t(obj:2)\\n' > solution.txt\n",
            folder_.string()));
    const Result result =
        make_solver("scip")->solve(mix(), {.time_limit_seconds = 60.0, .relative_gap = 0.01, .work_limit = 7});
    EXPECT_EQ(result.outcome, Outcome::optimal) << result.detail;
    EXPECT_EQ(result.values, (std::vector<double>{2, 1}));
    EXPECT_NEAR(result.bound, 4.0, 1e-9);
    EXPECT_EQ(result.detail, "SCIP 9.2.0: optimal solution found");
    EXPECT_THAT(text_of("asked"), testing::ContainsRegex("^-c\nset limits time (60|59\\.[0-9]+)\n-c\nset limits gap "
                                                         "0.01\n-c\nset limits nodes 7\n-c\nread model.mps\n"
                                                         "-c\noptimize\n-c\nwrite solution solution.txt\n-c\nquit\n$"));
    EXPECT_THAT(text_of("model.mps"), HasSubstr(" UP bounds c0 2\n")) << "whole bounds for integers";
}

TEST_F(ExternalScript, ReadsScipsOtherWords) {
    const auto said = [&](const std::string& status) {
        script("scip", fmt::format("printf 'solution status: {}\\nno solution available\\n' > solution.txt\n", status));
        return make_solver("scip")->solve(mix());
    };
    EXPECT_EQ(said("infeasible").outcome, Outcome::infeasible);
    EXPECT_EQ(said("unbounded").outcome, Outcome::unbounded);
    EXPECT_EQ(said("infeasible or unbounded").outcome, Outcome::infeasible_or_unbounded);
    EXPECT_EQ(said("time limit reached").limit, Limit::time);
    EXPECT_EQ(said("node limit reached").limit, Limit::work);
    EXPECT_EQ(said("something new").limit, Limit::error);
}

TEST_F(ExternalScript, DropsAPointThatIsNone) {
    script("scip",
           "printf 'solution status: optimal solution found\\nobjective value: 2\\nc0 2 (obj:1)\\n' > solution.txt\n");
    const Result result = make_solver("scip")->solve(mix());
    // The integer is kept and the rest dispatched again: y = 1 makes it good.
    EXPECT_EQ(result.values, (std::vector<double>{2, 1}));
    EXPECT_EQ(result.outcome, Outcome::optimal);
    script("scip",
           "printf 'solution status: optimal solution found\\nobjective value: 2\\nc0 7 (obj:1)\\n' > solution.txt\n");
    const Result beyond = make_solver("scip")->solve(mix());
    EXPECT_FALSE(beyond.has_solution());
    EXPECT_EQ(beyond.limit, Limit::error);
    EXPECT_THAT(beyond.detail, HasSubstr("dropped: it fails the check"));
}

TEST_F(ExternalScript, SaysThatItFailed) {
    script("glpsol", "echo 'glpsol: cannot'; exit 3\n");
    const Result result = make_solver("glpsol")->solve(mix());
    EXPECT_EQ(result.outcome, Outcome::no_solution_found);
    EXPECT_EQ(result.limit, Limit::error);
    EXPECT_EQ(result.detail, "glpsol: no verdict, exit code 3");
    EXPECT_EQ(result.bound, -infinity);
    script("glpsol", "kill -SEGV $$\n");
    EXPECT_THAT(make_solver("glpsol")->solve(mix()).detail, HasSubstr("exit code 139"));
    script("glpsol", "printf 'c half a file\\ns mip 1 2 o 4\\nj 1 2\\n' > solution.txt\n");
    EXPECT_FALSE(make_solver("glpsol")->solve(mix()).has_solution()) << "a file that is cut off";
}

// One that hears neither signal nor limit, with a child of its own that does the same.
TEST_F(ExternalScript, EndsTheDeafAndTheirChildren) {
    script("glpsol", fmt::format("trap '' INT TERM\nsh -c \"trap '' INT TERM; echo \\$\\$ > {}/child; while :; do "
                                 "sleep 0.1; done\" &\nwhile :; do sleep 0.1; done\n",
                                 folder_.string()));
    const Result result = make_solver("glpsol")->solve(mix(), {.time_limit_seconds = 0.5});
    EXPECT_EQ(result.limit, Limit::time);
    EXPECT_LT(result.seconds, 8.0);
    const pid_t child = std::stoi(text_of("child"));
    std::this_thread::sleep_for(std::chrono::milliseconds{200});
    const bool alive = kill(child, 0) == 0 && [&] {
        std::ifstream stat(fmt::format("/proc/{}/stat", child));
        std::string id, name, state;
        stat >> id >> name >> state;
        return stat && state != "Z";
    }();
    EXPECT_FALSE(alive);
    std::atomic<bool> stop{true};
    const Result stopped = make_solver("glpsol")->solve(mix(), {.stop = &stop});
    EXPECT_EQ(stopped.limit, Limit::interrupted);
    EXPECT_LT(stopped.seconds, 4.0);
}

TEST_F(ExternalScript, NamesWhatIsMissing) {
    setenv("PATH", folder_.c_str(), 1);
    const auto message = [](const char* name) -> std::string {
        try {
            make_solver(name);
        } catch (const std::invalid_argument& error) {
            return error.what();
        }
        return "";
    };
    EXPECT_EQ(message("highs"), "solver 'highs' is not on PATH; found there: none of the external solvers");
    script("glpsol", "");
    script("scip", "");
    EXPECT_EQ(message("highs"), "solver 'highs' is not on PATH; found there: glpsol, scip");
    EXPECT_EQ(message("abacus"), "unknown solver 'abacus': expected clp, cbc, plain_cbc, glpsol, highs, scip");
    EXPECT_EQ(external_solvers_found(), (std::vector<std::string>{"glpsol", "scip"}));
}

// Names of files and folders are never read by a shell.
TEST_F(ExternalScript, TakesOddFolders) {
    const fs::path odd = folder_ / "tmp" / "a b;$(touch oops)'";
    fs::create_directories(odd);
    setenv("TMPDIR", odd.c_str(), 1);
    script("scip",
           "printf 'solution status: optimal solution found\\nobjective value: 4\\nc0 2\\nc1 1\\n' > solution.txt\n");
    EXPECT_TRUE(make_solver("scip")->solve(mix()).has_solution());
    EXPECT_TRUE(fs::is_empty(odd));
    fs::remove(odd);
}

}  // namespace
}  // namespace indus::solver
