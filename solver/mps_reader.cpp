// SPDX-License-Identifier: Apache-2.0
#include "solver/mps_reader.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "solver/mps_parser.hpp"
#include "solver/text_file.hpp"

namespace indus::solver {

namespace {

MpsReading refused(const std::string& file, int line, std::string found, std::string expected) {
    MpsReading reading;
    reading.problems.push_back({file, line, std::move(found), std::move(expected)});
    return reading;
}

}  // namespace

std::string TextProblem::text() const {
    const std::string where = line > 0 ? fmt::format("{}:{}", file, line) : file;
    return fmt::format("{}: found {}, expected {}", where, found, expected);
}

MpsReading read_mps_text(std::string_view text, const std::string& file) {
    if (const std::size_t zero = text.find('\0'); zero != std::string_view::npos) {
        const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(zero), '\n') + 1;
        return refused(file, static_cast<int>(line), "a zero byte", "text");
    }
    MpsReading free = MpsParser{text, file, split_free}.read();
    if (free.problems.empty()) return free;
    // Names with blanks make a fixed file look wrong as a free one, never the other way round.
    MpsReading fixed = MpsParser{text, file, split_fixed}.read();
    return fixed.problems.size() < free.problems.size() ? fixed : free;
}

MpsReading read_mps(const std::filesystem::path& path) {
    const TextFile file = read_text_file(path);
    if (!file.problem.empty())
        return refused(path.string(), 0, file.problem, "a text file, plain or compressed by gzip");
    return read_mps_text(file.text, path.string());
}

}  // namespace indus::solver
