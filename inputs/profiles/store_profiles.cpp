// SPDX-License-Identifier: Apache-2.0
#include "inputs/profiles/store_profiles.hpp"

#include <charconv>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <string_view>
#include <system_error>

namespace indus::inputs {

namespace {

ProfileFile described(const SeriesTable& table) {
    return {.path = table.file, .series = table.series.size(), .rows = table.series.front().values.size()};
}

/// Takes the next line, or the next cell of a line, off the front of a text.
std::string_view take(std::string_view& text, char end) {
    const std::size_t length = std::min(text.find(end), text.size());
    const std::string_view front = text.substr(0, length);
    text.remove_prefix(std::min(length + 1, text.size()));
    return front;
}

/// Difference of two cells; infinite where one is no number and they are not the same text.
double difference(std::string_view found, std::string_view made) {
    if (found == made) return 0.0;
    double values[2] = {0.0, 0.0};
    for (const auto& [text, value] : {std::pair{found, &values[0]}, std::pair{made, &values[1]}}) {
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), *value);
        if (error != std::errc{} || end != text.data() + text.size()) return std::numeric_limits<double>::infinity();
    }
    return std::abs(values[0] - values[1]);
}

/// Walks through two texts of the same layout, cell by cell.
void compare_texts(std::string_view found, std::string_view made, ProfileFile& file, std::vector<Issue>& issues) {
    std::set<int> reported;
    for (int line = 1; !found.empty() || !made.empty(); ++line) {
        std::string_view found_line = take(found, '\n');
        std::string_view made_line = take(made, '\n');
        for (int column = 1; !found_line.empty() || !made_line.empty(); ++column) {
            const std::string_view there = take(found_line, ',');
            const std::string_view here = take(made_line, ',');
            const double gap = difference(there, here);
            file.largest_difference = std::max(file.largest_difference, gap);
            if (gap <= profile_tolerance || !reported.insert(column).second) continue;
            issues.push_back({.file = file.path,
                              .line = line,
                              .column = column,
                              .found = std::string{there},
                              .expected = std::string{here} + ", made from the figures"});
        }
    }
}

}  // namespace

ProfileFile write_profile(const std::filesystem::path& case_folder, const SeriesTable& table,
                          std::vector<Issue>& issues) {
    const std::filesystem::path path = case_folder / table.file;
    const std::filesystem::path beside{path.string() + ".new"};
    std::error_code error;
    std::filesystem::create_directories(path.parent_path(), error);
    std::ofstream stream{beside, std::ios::binary};
    stream << to_csv(table);
    stream.close();
    if (stream) std::filesystem::rename(beside, path, error);
    if (!stream || error) issues.push_back({.file = table.file, .expected = "a file that can be written"});
    return described(table);
}

ProfileFile compare_profile(const std::filesystem::path& case_folder, const SeriesTable& table,
                            std::vector<Issue>& issues) {
    ProfileFile file = described(table);
    std::ifstream stream{case_folder / table.file, std::ios::binary};
    if (!stream) {
        issues.push_back({.file = table.file, .expected = "a file of series; make the profiles"});
        return file;
    }
    std::ostringstream text;
    text << stream.rdbuf();
    compare_texts(text.str(), to_csv(table), file, issues);
    return file;
}

}  // namespace indus::inputs
