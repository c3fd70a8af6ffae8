// SPDX-License-Identifier: Apache-2.0
// The program as users start it: exit codes, messages, files, signals.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "tests/temporary_folder.hpp"

namespace {

namespace fs = std::filesystem;
using testing::AllOf;
using testing::HasSubstr;

struct Ended {
    int code = -1;
    std::string out{};
    std::string err{};
    double seconds = 0.0;
};

class CommandLine : public testing::Test {
protected:
    /// Starts `indus`, interrupts it after `interrupt_after` seconds if that is positive, and waits.
    Ended indus(const std::vector<std::string>& arguments, double interrupt_after = 0.0) {
        const auto begin = std::chrono::steady_clock::now();
        const pid_t child = fork();
        if (child == 0) start(arguments);
        if (interrupt_after > 0.0) {
            std::this_thread::sleep_for(std::chrono::duration<double>(interrupt_after));
            kill(child, SIGINT);
        }
        int status = 0;
        waitpid(child, &status, 0);
        Ended ended;
        ended.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
        ended.code = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
        ended.out = text_of(folder_ / "out");
        ended.err = text_of(folder_ / "err");
        return ended;
    }

    [[noreturn]] void start(const std::vector<std::string>& arguments) {
        if (!freopen((folder_ / "out").c_str(), "w", stdout) || !freopen((folder_ / "err").c_str(), "w", stderr))
            _exit(120);
        if (chdir(folder_.c_str()) != 0) _exit(121);
        std::vector<std::string> words{INDUS_PROGRAM};
        words.insert(words.end(), arguments.begin(), arguments.end());
        std::vector<char*> pointers;
        pointers.reserve(words.size() + 1);
        for (std::string& each : words) pointers.push_back(each.data());
        pointers.push_back(nullptr);
        execv(INDUS_PROGRAM, pointers.data());
        _exit(122);
    }

    static std::string text_of(const fs::path& path) {
        std::ifstream file(path, std::ios::binary);
        std::ostringstream text;
        text << file.rdbuf();
        return text.str();
    }
    static std::string shipped(const std::string& name) {
        return (fs::path{INDUS_SOURCE_DIR} / "inputs/cases" / name).string();
    }
    nlohmann::json summary(const std::string& name, const std::string& scenario = "base") const {
        return nlohmann::json::parse(text_of(folder_ / "results" / name / scenario / "summary.json"));
    }

    /// Takes out every "seconds", at any depth: times may differ from run to run, nothing else.
    static void drop_seconds(nlohmann::json& json) {
        if (json.is_object()) json.erase("seconds");
        for (nlohmann::json& each : json)
            if (each.is_structured()) drop_seconds(each);
    }

    /// A copy of first-steps whose file is changed by the test.
    fs::path broken_case(const std::string& file, const std::string& from, const std::string& to) {
        fs::path copy = folder_ / "first-steps";
        fs::copy(shipped("first-steps"), copy, fs::copy_options::recursive);
        std::string text = text_of(copy / file);
        const auto at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        std::ofstream{copy / file} << text;
        return copy;
    }

    const indus::tests::TemporaryFolder temporary_folder_{};
    const fs::path folder_ = temporary_folder_.path();
};

TEST_F(CommandLine, RunWritesEverythingAndSumsUp) {
    const Ended run = indus({"run", shipped("first-steps")});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_THAT(run.out, HasSubstr("report: results/first-steps/base/report.html"));
    for (const char* file :
         {"report.html", "summary.json", "solution.json.gz", "manifest.json", "generation.csv", "prices.csv"})
        EXPECT_GT(fs::file_size(folder_ / "results/first-steps/base" / file), 0U) << file;
    const nlohmann::json json = summary("first-steps");
    EXPECT_EQ(json["audit"], "passed");
    EXPECT_EQ(json["outcome"], "optimal");
    EXPECT_LE(json["bound"].get<double>(), json["cost"].get<double>() + 1e-6);
}

TEST_F(CommandLine, QuietSaysNothing) {
    const Ended run = indus({"run", shipped("first-steps"), "--quiet"});
    EXPECT_EQ(run.code, 0);
    EXPECT_EQ(run.out + run.err, "");
}

TEST_F(CommandLine, EqualRunsGiveEqualBytes) {
    ASSERT_EQ(indus({"run", shipped("first-steps"), "-q", "-o", "one"}).code, 0);
    ASSERT_EQ(indus({"run", shipped("first-steps"), "-q", "-o", "two"}).code, 0);
    for (const char* file : {"generation.csv", "prices.csv", "costs.csv", "commitment.csv"})
        EXPECT_EQ(text_of(folder_ / "one/first-steps/base" / file), text_of(folder_ / "two/first-steps/base" / file))
            << file;
    nlohmann::json one = nlohmann::json::parse(text_of(folder_ / "one/first-steps/base/summary.json"));
    nlohmann::json two = nlohmann::json::parse(text_of(folder_ / "two/first-steps/base/summary.json"));
    drop_seconds(one);
    drop_seconds(two);
    EXPECT_EQ(one, two);
}

TEST_F(CommandLine, VerifyConfirmsAndDoubts) {
    ASSERT_EQ(indus({"run", shipped("first-steps"), "-q"}).code, 0);
    const Ended good = indus({"verify", "results/first-steps/base"});
    EXPECT_EQ(good.code, 0) << good.out << good.err;
    EXPECT_THAT(good.out, HasSubstr("The stored run is confirmed."));
    std::ofstream{folder_ / "results/first-steps/base/solution.json.gz"} << "not a solution";
    EXPECT_EQ(indus({"verify", "results/first-steps/base"}).code, 2);
    EXPECT_EQ(indus({"verify", "nowhere"}).code, 2);
}

TEST_F(CommandLine, CheckTellsWhatIsThere) {
    const Ended good = indus({"check", shipped("pakistan")});
    EXPECT_EQ(good.code, 0) << good.err;
    EXPECT_THAT(good.out, HasSubstr("no problems"));
    const Ended bad = indus({"check", broken_case("thermal_plant.csv", "capacity_mw", "capacity_mv").string()});
    EXPECT_EQ(bad.code, 2);
    EXPECT_THAT(bad.err, HasSubstr("did you mean 'capacity_mw'?"));
}

TEST_F(CommandLine, BadUseEndsWithTwo) {
    for (const std::vector<std::string>& words :
         std::vector<std::vector<std::string>>{{},
                                               {"dance"},
                                               {"run"},
                                               {"run", "nowhere"},
                                               {"run", shipped("first-steps"), "--gap", "lots"},
                                               {"run", shipped("first-steps"), "--time-limit", "soon"},
                                               {"run", shipped("first-steps"), "--from", "yesterday"},
                                               {"run", shipped("first-steps"), "--scenario", "mor-solar"},
                                               {"run", shipped("first-steps"), "--hours", "0"},
                                               {"run", shipped("first-steps"), "--method", "magic"},
                                               {"run", shipped("first-steps"), "--work-limit", "0"},
                                               {"describe", "thermal_plnt"},
                                               {"export", shipped("first-steps"), "--format", "docx"}}) {
        const Ended run = indus(words);
        EXPECT_EQ(run.code, 2) << fmt::format("{}", words.empty() ? "(nothing)" : words.back());
        EXPECT_NE(run.err, "");
    }
    EXPECT_THAT(indus({"describe", "thermal_plnt"}).err, HasSubstr("did you mean 'thermal_plant'?"));
}

// Demand 10,000 MW above everything, without a price on what is missing, cannot happen: lost load has a value. A plant
// that must run above all demand, in a zone without a price on surplus, is infeasible.
TEST_F(CommandLine, InfeasibleEndsWithThreeAndSaysWhy) {
    const fs::path copy = broken_case("demand.csv", "\n", "\n");
    std::string plants = text_of(copy / "thermal_plant.csv");
    std::ofstream{copy / "scenarios/stuck.toml"}
        << "extends = \"base\"\n[[set]]\nkind = \"thermal_plant\"\nname = \"*\"\n"
           "values = { must_run = true, capacity_mw = 9000, min_output_mw = 9000, "
           "initial_status_h = 10, initial_output_mw = 9000 }\n";
    const Ended run = indus({"run", copy.string(), "--scenario", "stuck"});
    EXPECT_EQ(run.code, 3) << run.err << run.out;
    const nlohmann::json json = summary("first-steps", "stuck");
    EXPECT_EQ(json["outcome"], "infeasible");
    EXPECT_TRUE(json["gap"].is_null());
    EXPECT_THAT(
        json["explanation"].get<std::string>(),
        AllOf(HasSubstr("thermal_plant coal: it must be on, by must_run"), HasSubstr("thermal_plant gas: it must")));
}

TEST_F(CommandLine, ResultsSurviveAFullDisk) {
    ASSERT_EQ(indus({"run", shipped("first-steps"), "-q"}).code, 0);
    const std::string before = text_of(folder_ / "results/first-steps/base/summary.json");
    fs::create_directory(folder_ / "locked");
    std::ofstream{folder_ / "locked/first-steps"} << "a file where a folder should be";
    const Ended run = indus({"run", shipped("first-steps"), "-q", "-o", "locked"});
    EXPECT_EQ(run.code, 1);
    EXPECT_THAT(run.err, HasSubstr("first-steps"));
    EXPECT_EQ(text_of(folder_ / "results/first-steps/base/summary.json"), before);
}

// Ctrl-C during a search that cannot end by itself in that time: the best so far with its bound, or none yet.
TEST_F(CommandLine, CtrlCEndsWithWhatIsThere) {
    const Ended run = indus({"run", shipped("pakistan"), "--gap", "0", "-q"}, 5.0);
    EXPECT_TRUE(run.code == 4 || run.code == 3) << run.code << run.err;
    EXPECT_LT(run.seconds, 20.0);
    const nlohmann::json json = summary("pakistan");
    EXPECT_EQ(json["limit"], "interrupted");
    if (run.code == 4) {
        EXPECT_FALSE(json["bound"].is_null());
        EXPECT_EQ(json["audit"], "passed");
        EXPECT_GT(json["gap"].get<double>(), 0.0);
    }
}

TEST_F(CommandLine, TimeLimitEndsInTime) {
    const Ended run = indus({"run", shipped("pakistan"), "--gap", "0", "--time-limit", "8s", "-q"});
    EXPECT_TRUE(run.code == 4 || run.code == 3) << run.code << run.err;
    EXPECT_LT(run.seconds, 8.0 + 15.0) << "promised within 5 s; the rest is a loaded machine";
    EXPECT_EQ(summary("pakistan")["limit"], "time");
}

TEST_F(CommandLine, DescribePrintsEveryKind) {
    const Ended list = indus({"describe"});
    EXPECT_EQ(list.code, 0);
    for (const char* kind : {"thermal_plant", "reservoir", "run_of_river", "pumped_storage", "battery", "line",
                             "ac_line", "interface", "trade", "outage", "flexible_demand", "technology_limit",
                             "plant_constraint", "demand", "reserve", "fuel", "policy", "zone"}) {
        EXPECT_THAT(list.out, HasSubstr(kind));
        const Ended page = indus({"describe", kind});
        EXPECT_EQ(page.code, 0);
        EXPECT_THAT(page.out, HasSubstr("Equations"));
        EXPECT_THAT(page.out, HasSubstr("Source:"));
    }
}

TEST_F(CommandLine, ExportWritesBothFormats) {
    EXPECT_THAT(indus({"export", shipped("first-steps"), "--format", "lp"}).out, HasSubstr("Subject To"));
    EXPECT_THAT(indus({"export", shipped("first-steps"), "--format", "mps"}).out, HasSubstr("ENDATA"));
}

}  // namespace
