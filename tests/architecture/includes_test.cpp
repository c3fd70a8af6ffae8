// SPDX-License-Identifier: Apache-2.0
// Holds every #include line against the table of rooms: who may include whom, and which third parties.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Room {
    std::set<std::string> rooms{};         ///< first folder of "quoted" includes
    std::vector<std::string> libraries{};  ///< prefixes of <angled> third-party includes
    std::set<std::string> posix{};         ///< headers of the operating system that this room alone needs
};

const std::map<std::string, Room> table{
    {"solver", {{"solver"}, {"Eigen/", "tbb/", "zlib.h", "fmt/", "spdlog/", "Cbc", "Clp", "Cgl", "Osi", "Coin"}}},
    {"model", {{"model", "solver"}, {"Eigen/", "tbb/", "fmt/", "spdlog/"}}},
    {"inputs", {{"inputs", "model"}, {"toml++/", "csv.h", "nlohmann/", "zlib.h", "openssl/evp.h", "fmt/", "spdlog/"}}},
    // Two runs that write to one results folder take turns: flock, of sys/file.h.
    {"reports", {{"reports", "model"}, {"nlohmann/", "zlib.h", "xlsxwriter.h", "fmt/", "spdlog/"}, {"sys/file.h"}}},
    {"cli", {{"cli", "solver", "model", "inputs", "reports"}, {"boost/program_options", "fmt/", "spdlog/"}}},
};

/// Standard and POSIX headers are not third parties.
bool is_system(const std::string& header) {
    if (header.find('/') == std::string::npos && header.find('.') == std::string::npos)
        return !std::isupper(static_cast<unsigned char>(header[0]));
    static const std::set<std::string> posix{
        "unistd.h", "fcntl.h",    "sys/stat.h", "sys/resource.h", "sys/types.h", "sys/wait.h", "sys/syscall.h",
        "signal.h", "sys/mman.h", "linux/fs.h", "stdio.h",        "poll.h",      "sys/prctl.h"};
    return posix.contains(header);
}

bool starts_with_any(const std::string& text, const std::vector<std::string>& prefixes) {
    return std::any_of(prefixes.begin(), prefixes.end(),
                       [&](const std::string& each) { return text.rfind(each, 0) == 0; });
}

struct Include {
    std::string file{};
    int line = 0;
    bool quoted = false;
    std::string header{};
};

std::vector<Include> includes_of(const std::string& room) {
    static const std::regex pattern{R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])"};
    std::vector<Include> found;
    const fs::path root{INDUS_SOURCE_DIR};
    for (const auto& entry : fs::recursive_directory_iterator(root / room)) {
        const std::string path = entry.path().string();
        const std::string extension = entry.path().extension().string();
        if ((extension != ".cpp" && extension != ".hpp") || path.find("node_modules") != std::string::npos) continue;
        std::ifstream file(entry.path());
        std::string text;
        for (int line = 1; std::getline(file, text); ++line) {
            std::smatch match;
            if (std::regex_search(text, match, pattern))
                found.push_back({fs::relative(entry.path(), root).string(), line, match[1] == "\"", match[2]});
        }
    }
    return found;
}

class Architecture : public testing::TestWithParam<std::string> {};

TEST_P(Architecture, IncludesFollowTheTableOfRooms) {
    const Room& room = table.at(GetParam());
    const std::vector<Include> includes = includes_of(GetParam());
    EXPECT_FALSE(includes.empty());
    for (const Include& each : includes) {
        const std::string where = fmt::format("{}:{} includes {}", each.file, each.line, each.header);
        if (each.quoted) {
            const std::string target = each.header.substr(0, each.header.find('/'));
            EXPECT_TRUE(room.rooms.contains(target)) << where;
        } else if (!is_system(each.header) && !room.posix.contains(each.header)) {
            EXPECT_TRUE(starts_with_any(each.header, room.libraries)) << where;
        }
    }
}

TEST_P(Architecture, QuotedIncludesAreRootRelativeAndExist) {
    for (const Include& each : includes_of(GetParam())) {
        if (!each.quoted) continue;
        EXPECT_TRUE(fs::exists(fs::path{INDUS_SOURCE_DIR} / each.header))
            << each.file << ":" << each.line << " " << each.header;
    }
}

INSTANTIATE_TEST_SUITE_P(Rooms, Architecture, testing::Values("solver", "model", "inputs", "reports", "cli"),
                         [](const auto& room) { return room.param; });

/// The text of a file, or of its functions whose names begin with `audit`, when `whole` is not asked for.
std::string audit_text(const fs::path& file, bool whole) {
    std::ifstream stream(file);
    std::string text{std::istreambuf_iterator<char>{stream}, {}};
    if (whole) return text;
    std::string found;
    for (std::size_t at = text.find("::audit"); at != std::string::npos; at = text.find("::audit", at + 1))
        found += text.substr(at, text.find("\n}\n", at) - at);
    return found;
}

// An audit that looked at the rows would repeat their mistakes.
TEST(Model, AuditsNeverLookAtTheProgram) {
    static const std::regex program{R"(\b(Formulation|Program|Desk& |Desk d = f|formulation\(|program\(|solver::))"};
    int audits = 0;
    for (const auto& entry : fs::directory_iterator(fs::path{INDUS_SOURCE_DIR} / "model" / "components")) {
        if (entry.path().extension() != ".cpp") continue;
        const std::string text = audit_text(entry.path(), entry.path().stem().string().ends_with("_audit"));
        audits += text.empty() ? 0 : 1;
        std::smatch match;
        EXPECT_FALSE(std::regex_search(text, match, program)) << entry.path().filename() << " audits with " << match[0];
    }
    EXPECT_GE(audits, 11) << "one a kind; sun and wind share theirs";
    EXPECT_FALSE(std::regex_search(audit_text(fs::path{INDUS_SOURCE_DIR} / "model" / "audit.cpp", true), program));
}

// COIN headers are an implementation matter of the backend files.
TEST(Solver, CoinStaysInBackendFiles) {
    for (const Include& each : includes_of("solver")) {
        if (each.quoted || !starts_with_any(each.header, {"Cbc", "Clp", "Cgl", "Osi", "Coin"})) continue;
        EXPECT_TRUE(std::regex_search(each.file, std::regex{"/(cbc|clp|coin)_"})) << each.file;
    }
}

// The solver's floor knows programs, not power plants. Words in comments count too.
TEST(Solver, HasNoWordOfEnergy) {
    static const std::regex energy{R"(\b(plant|zone|megawatt|reservoir|battery|thermal|coal|hydro|MWh?)\b)",
                                   std::regex::icase};
    for (const auto& entry : fs::recursive_directory_iterator(fs::path{INDUS_SOURCE_DIR} / "solver")) {
        if (!entry.is_regular_file()) continue;
        std::ifstream file(entry.path());
        std::string text;
        for (int line = 1; std::getline(file, text); ++line)
            EXPECT_FALSE(std::regex_search(text, energy)) << entry.path().filename() << ":" << line << " " << text;
    }
}

}  // namespace
