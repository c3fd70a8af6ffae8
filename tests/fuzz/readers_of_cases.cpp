// SPDX-License-Identifier: Apache-2.0
// Case folders: one file of a small good case is replaced by the bytes.
#include <algorithm>
#include <map>
#include <string>

#include "inputs/case_settings.hpp"
#include "inputs/importers/import_file.hpp"
#include "inputs/kinds.hpp"
#include "inputs/profiles/make_profiles.hpp"
#include "inputs/read_case.hpp"
#include "readers.hpp"
#include "tests/temporary_folder.hpp"

namespace indus::tests {

namespace {

/// Two zones, two plants on a fuel, a demand with a series, four hours.
class SmallCase : public TemporaryFolder {
public:
    SmallCase() {
        for (const auto& [file, text] : files_) write(file, text);
    }
    /// The file as it was; gone where there was none.
    void restore(const std::string& file) const {
        const auto usual = files_.find(file);
        usual == files_.end() ? remove(file) : write(file, usual->second);
    }

private:
    const std::map<std::string, std::string> files_{
        {"case.toml", "name = \"tiny\"\n[horizon]\nstart = \"2025-01-13\"\nhours = 4\n"},
        {"zone.csv", "name\nnorth\nsouth\n"},
        {"fuel.csv", "name,price_per_gj,emission_factor_t_per_gj\ngas,3,0.056\n"},
        {"thermal_plant.csv",
         "name,zone,fuel,capacity_mw,min_output_mw\nhub_1,north,gas,660,300\nhub_2,north,gas,660,300\n"},
        {"demand.csv", "name,zone,load_mw,value_of_lost_load_per_mwh\ntown,north,load,400\n"},
        {"series/load.csv",
         "time,load\n2025-01-13 00:00,10\n2025-01-13 01:00,20\n2025-01-13 02:00,30\n2025-01-13 03:00,40\n"}};
};

/// The first line, taken away from the bytes.
std::string take_line(std::string_view& bytes) {
    const std::size_t end = bytes.find('\n');
    std::string line{bytes.substr(0, end)};
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
    return line;
}

/// What a caller does with an issue must work for every issue.
void tell(const std::vector<inputs::Issue>& issues) {
    for (const inputs::Issue& issue : issues) static_cast<void>(to_string(issue));
}

}  // namespace

/// case.toml, and the same text as the settings of a scenario.
void fuzz_settings(std::string_view bytes) {
    std::vector<inputs::Issue> issues;
    inputs::SettingsDraft draft;
    if (const auto file = inputs::parse_toml("case.toml", bytes, issues)) {
        inputs::read_case_settings(*file, draft, issues);
        inputs::read_scenario_settings(*file, draft, issues);
        static_cast<void>(inputs::make_horizon(draft, {}, {}, issues));
    }
    tell(issues);
}

void fuzz_scenario(std::string_view bytes) {
    static const SmallCase folder;
    folder.write("scenarios/fuzz.toml", bytes);
    tell(inputs::read_case(folder.path(), {.scenario = "fuzz"}).issues);
}

/// The first line names the kind; the rest is its table.
void fuzz_table(std::string_view bytes) {
    static const SmallCase folder;
    const std::string kind = take_line(bytes);
    static const std::vector<std::string> known = inputs::kind_names();
    if (std::find(known.begin(), known.end(), kind) == known.end()) return;
    const std::string file = kind + ".csv";
    folder.write(file, bytes);
    tell(inputs::read_case(folder.path()).issues);
    folder.restore(file);
}

void fuzz_series(std::string_view bytes) {
    static const SmallCase folder;
    folder.write("series/load.csv", bytes);
    tell(inputs::read_case(folder.path()).issues);
}

/// The first line names the theme; the rest is its figures. Nothing is written into the folder.
void fuzz_profiles(std::string_view bytes) {
    static const TemporaryFolder folder;
    const std::string theme = take_line(bytes);
    if (theme.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") != std::string::npos || theme.empty() ||
        theme.size() > 64)
        return;
    folder.write("profiles/profiles.toml",
                 "seed = 1\nfirst_day = \"2025-01-01\"\nlast_day = \"2025-01-02\"\nutc_offset_hours = 5\n");
    const std::string file = "profiles/" + theme + ".toml";
    folder.write(file, bytes);
    tell(inputs::make_profiles(folder.path(), inputs::ProfileMode::compare).issues);
    folder.remove(file);
}

/// The first line names the format, or none that is known: then it is recognised; the rest is the file.
void fuzz_import(std::string_view bytes) {
    static const TemporaryFolder folder;
    std::string format = take_line(bytes);
    static const std::vector<std::string>& known = inputs::import_formats();
    if (std::find(known.begin(), known.end(), format) == known.end()) format.clear();
    folder.write("model.txt", bytes);
    tell(inputs::read_file(folder.path() / "model.txt", format).issues);
}

}  // namespace indus::tests
