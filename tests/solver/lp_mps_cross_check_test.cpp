// SPDX-License-Identifier: Apache-2.0
// Exported programs mean the same to others: glpsol and HiGHS (WebAssembly, by node) read the MPS and the LP text and
// find Cbc's optimum. Skipped where a reader is not installed.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <sstream>
#include <string>

#include "solver/child_process.hpp"
#include "solver/lp_text.hpp"
#include "solver/mps_reader.hpp"
#include "solver/mps_text.hpp"
#include "solver/solver.hpp"

namespace indus::solver {
namespace {

namespace fs = std::filesystem;

const fs::path root{INDUS_SOURCE_DIR};

/// Objective by file; a file that was not solved to its optimum is missing.
using Objectives = std::map<std::string, double>;

Objectives solve_by_glpsol(const std::vector<std::string>& files, const fs::path& folder) {
    Objectives found;
    for (const std::string& file : files) {
        const std::string format = file.ends_with(".lp") ? "--lp" : "--freemps";
        run_child(
            {*find_program("glpsol"), {format, file, "-w", "solution"}, folder}, [](std::string_view) {},
            [] { return Wish::go_on; });
        std::ifstream solution(folder / "solution");
        for (std::string line; std::getline(solution, line);) {
            std::istringstream words{line};
            std::string s, method, rows, columns, status, dual;
            words >> s >> method >> rows >> columns >> status;
            if (s != "s") continue;
            if (method == "bas") words >> dual;
            double cost = 0.0;
            if ((status == "o" || (status == "f" && dual == "f")) && words >> cost) found[file] = cost;
        }
        fs::remove(folder / "solution");
    }
    return found;
}

Objectives solve_by_highs(std::vector<std::string> files, const fs::path& folder) {
    Objectives found;
    std::string said;
    files.insert(files.begin(), (root / "tests/wasm/solve.js").string());
    run_child(
        {*find_program("node"), files, folder},
        [&](std::string_view line) {
            said += std::string{line} + "\n";
            std::istringstream words{std::string{line}};
            std::string file, status;
            double cost = 0.0;
            if (words >> file >> status >> cost && status == "optimal") found[file] = cost;
        },
        [] { return Wish::go_on; });
    if (found.empty()) ADD_FAILURE() << said;
    return found;
}

class CrossCheck : public testing::Test {
protected:
    void require_glpsol() {
        if (!find_program("glpsol")) GTEST_SKIP() << "glpsol is not on PATH";
    }
    void require_highs() {
        if (!find_program("node") || !fs::exists(root / "tests/wasm/node_modules/highs"))
            GTEST_SKIP() << "no node, or no npm package highs in tests/wasm";
    }

    /// Writes a program in both formats and notes Cbc's optimum.
    void add(const std::string& name, const Program& program) {
        const Result best = make_solver("cbc")->solve(program, {.relative_gap = 0.0});
        ASSERT_EQ(best.outcome, Outcome::optimal) << name << ": " << best.detail;
        for (const char* format : {".mps", ".lp"}) {
            files_.push_back(name + format);
            expected_[name + format] = best.objective;
        }
        std::ofstream mps(folder_.path() / (name + ".mps")), lp(folder_.path() / (name + ".lp"));
        write_mps(program, mps);
        write_lp(program, lp);
    }

    /// What `indus export` writes, rather than what this process would.
    void add_first_steps() {
        for (const char* format : {"mps", "lp"}) {
            const std::string file = fmt::format("first-steps.{}", format);
            const ChildEnd end = run_child(
                {INDUS_PROGRAM,
                 {"export", (root / "inputs/cases/first-steps").string(), "--format", format, "-o", file},
                 folder_.path()},
                [](std::string_view) {}, [] { return Wish::go_on; });
            ASSERT_EQ(end.exit_code, 0);
            files_.push_back(file);
        }
        const MpsReading read = read_mps(folder_.path() / "first-steps.mps");
        ASSERT_TRUE(read.program);
        const Result best = make_solver("cbc")->solve(*read.program, {.relative_gap = 0.0});
        ASSERT_EQ(best.outcome, Outcome::optimal) << best.detail;
        EXPECT_NEAR(best.objective, 65100.0, 0.1) << "the case's own known answer";
        expected_["first-steps.mps"] = expected_["first-steps.lp"] = best.objective;
    }

    void expect_same(const Objectives& found) {
        for (const std::string& file : files_) {
            ASSERT_TRUE(found.contains(file)) << file << " was not solved";
            EXPECT_NEAR(found.at(file), expected_[file], 1e-6 * std::max(1.0, std::abs(expected_[file]))) << file;
        }
    }
    void add_random(int count);

    TemporaryFolder folder_{};
    std::vector<std::string> files_{};
    Objectives expected_{};
};

/// Small programs with everything a format can get wrong. A point with whole numbers is drawn first and every row is
/// laid around it, so that all are feasible; all columns with a cost are bounded.
Program random_program(std::mt19937_64& random) {
    const auto uniform = [&](double low, double high) { return std::uniform_real_distribution{low, high}(random); };
    const auto one_in = [&](unsigned count) { return random() % count == 0; };
    Program program;
    const Block block = program.add_block("all");
    const Family columns = program.add_family({"a b", "amount", "t"}), rows = program.add_family({"east", "need", "t"});
    program.add_offset(uniform(-100, 100));
    std::vector<double> point;
    std::vector<Variable> variables;
    const auto column = [&](double lower, double upper, double cost, bool integer, double at) {
        variables.push_back(program.add_variable({.lower = lower,
                                                  .upper = upper,
                                                  .cost = cost,
                                                  .integer = integer,
                                                  .family = columns,
                                                  .position = program.column_count(),
                                                  .block = block}));
        point.push_back(at);
    };
    for (int j = 0; j < 8; ++j) {
        const double at = std::round(uniform(-6, 6));
        column(at - std::round(uniform(0, 4)), at + std::round(uniform(0, 4)), uniform(-10, 10), one_in(2), at);
    }
    column(-infinity, infinity, 0, one_in(2), std::round(uniform(-6, 6)));
    column(-infinity, -1, 0, one_in(2), -3);
    column(2.5, 2.5, uniform(-1, 1), false, 2.5);
    column(0, infinity, 0, true, 4);
    column(-5, 5, uniform(-1, 1), false, 0);  // in no row
    for (int i = 0; i < 6; ++i) {
        Expression left;
        for (std::size_t j = 0; j + 1 < variables.size(); ++j)
            if (one_in(2)) left.add(variables[j], one_in(3) ? 1.0 : uniform(-5, 5));
        const double at = left.value(point);
        const double below = one_in(3) ? infinity : uniform(0, 3), above = one_in(3) ? infinity : uniform(0, 3);
        program.add_row(one_in(6) ? Condition{left, at, at} : Condition{left, at - below, at + above},
                        {.family = rows, .position = i, .block = block});
    }
    program.add_row({Expression{}, -1.0, infinity}, {.family = rows, .position = 6, .block = block});
    return program;
}

void CrossCheck::add_random(int count) {
    std::mt19937_64 random{77};
    for (int k = 0; k < count; ++k) add(fmt::format("random{}", k), random_program(random));
}

TEST_F(CrossCheck, FirstStepsByGlpsol) {
    require_glpsol();
    if (IsSkipped()) return;
    add_first_steps();
    expect_same(solve_by_glpsol(files_, folder_.path()));
}

TEST_F(CrossCheck, FirstStepsByHighs) {
    require_highs();
    if (IsSkipped()) return;
    add_first_steps();
    expect_same(solve_by_highs(files_, folder_.path()));
}

TEST_F(CrossCheck, RandomProgramsByGlpsol) {
    require_glpsol();
    if (IsSkipped()) return;
    add_random(60);
    expect_same(solve_by_glpsol(files_, folder_.path()));
}

TEST_F(CrossCheck, RandomProgramsByHighs) {
    require_highs();
    if (IsSkipped()) return;
    add_random(60);
    expect_same(solve_by_highs(files_, folder_.path()));
}

// The same week by another solver: same cost, and the report says who searched.
TEST_F(CrossCheck, RunsWithAnotherSolver) {
    require_glpsol();
    if (IsSkipped()) return;
    std::string said;
    const auto indus = [&](const std::string& solver) {
        return run_child(
                   {INDUS_PROGRAM,
                    {"run", (root / "inputs/cases/first-steps").string(), "--solver", solver, "-o", "results"},
                    folder_.path()},
                   [&](std::string_view line) { said += std::string{line} + "\n"; }, [] { return Wish::go_on; })
            .exit_code;
    };
    EXPECT_EQ(indus("glpsol"), 0) << said;
    std::stringstream summary;
    summary << std::ifstream(folder_.path() / "results/first-steps/base/summary.json").rdbuf();
    EXPECT_NE(summary.str().find("\"cost\": 65100.0"), std::string::npos) << summary.str();
    EXPECT_NE(summary.str().find("The whole program was given to glpsol, another program on the machine (GLPSOL"),
              std::string::npos);
    said.clear();
    EXPECT_EQ(indus("abacus"), 2);
    EXPECT_EQ(said, "indus: --solver: found 'abacus', expected cbc, glpsol, highs, scip\n");
}

}  // namespace
}  // namespace indus::solver
