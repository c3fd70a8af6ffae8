// SPDX-License-Identifier: Apache-2.0
#include "inputs/read_solution.hpp"

#include <fmt/format.h>

#include "inputs/gzip.hpp"
#include "inputs/json_value.hpp"
#include "inputs/source_file.hpp"
#include "inputs/stored_system.hpp"
#include "inputs/stored_values.hpp"

namespace indus::inputs {

namespace {

constexpr const char* stored_file = "solution.json.gz";

/// The text of the stored run; an issue when there is none.
std::optional<std::string> read_text(const std::filesystem::path& path, std::vector<Issue>& issues) {
    CaseFolder folder{path.parent_path()};
    const std::string file = path.filename().string();
    const std::optional<std::string> bytes = folder.read(file, issues);
    if (!bytes) return {};
    std::variant<std::string, GzipMistake> text = gunzip(*bytes);
    if (auto* good = std::get_if<std::string>(&text)) return std::move(*good);
    const auto& mistake = std::get<GzipMistake>(text);
    issues.push_back(issue_at({file}, "", mistake.found, mistake.expected));
    return {};
}

bool is_readable_format(const JsonValue& root) {
    if (!root.is_object_of({"format", "version", "settings", "horizon", "components", "solution"})) return false;
    const auto format = root.member("format");
    const auto version = root.member("version");
    std::string name;
    int number = 0;
    if (!format || !version || !format->read(name) || !version->read(number)) return false;
    if (name != "indus-solution") return format->report("\"indus-solution\""), false;
    if (number != model::solution_format_version)
        return version->report(fmt::format("version {}, which this program writes", model::solution_format_version)),
               false;
    return true;
}

/// Holds the lengths of series and the steps of records against the horizon.
class ShapeCheck {
public:
    ShapeCheck(int step_count, const std::string& file, std::vector<Issue>& issues)
        : step_count_{step_count}, file_{file}, issues_{issues} {}

    void check(const model::Solution& solution) const {
        for (std::size_t i = 0; i < solution.series.size(); ++i)
            per_step(solution.series[i].values, fmt::format("solution.series[{}].values", i), false);
        for (std::size_t i = 0; i < solution.prices.size(); ++i) {
            per_step(solution.prices[i].values, fmt::format("solution.prices[{}].values", i), false);
            per_step(solution.prices[i].low, fmt::format("solution.prices[{}].low", i), true);
            per_step(solution.prices[i].high, fmt::format("solution.prices[{}].high", i), true);
        }
        for (std::size_t i = 0; i < solution.unserved.size(); ++i) {
            const model::UnservedRecord& each = solution.unserved[i];
            if (each.first_step >= 0 && each.step_count >= 0 && each.first_step <= step_count_ - each.step_count)
                continue;
            report(fmt::format("solution.unserved[{}]", i),
                   fmt::format("{} steps from step {}", each.step_count, each.first_step));
        }
        for (std::size_t i = 0; i < solution.findings.size(); ++i)
            if (const int step = solution.findings[i].step; step < -1 || step >= step_count_)
                report(fmt::format("solution.findings[{}].step", i), fmt::format("{}", step));
    }

private:
    void per_step(const std::vector<double>& values, const std::string& path, bool may_be_empty) const {
        if (values.size() == static_cast<std::size_t>(step_count_) || (may_be_empty && values.empty())) return;
        issues_.push_back(issue_at({file_}, path, fmt::format("{} values", values.size()),
                                   fmt::format("{} values, one per step", step_count_)));
    }
    void report(const std::string& path, const std::string& found) const {
        issues_.push_back(
            issue_at({file_}, path, found, fmt::format("steps of the horizon, 0 to {}", step_count_ - 1)));
    }

    int step_count_;
    const std::string& file_;
    std::vector<Issue>& issues_;
};

}  // namespace

StoredRun read_solution(const std::filesystem::path& folder) {
    std::error_code error;
    const std::filesystem::path path = std::filesystem::is_directory(folder, error) ? folder / stored_file : folder;
    const std::string file = path.filename().string();
    StoredRun run;
    const std::optional<std::string> text = read_text(path, run.issues);
    if (!text) return run;
    JsonDocument document{file, *text, run.issues};
    const std::optional<JsonValue> root = document.root();
    if (!root || !is_readable_format(*root)) return run;

    std::optional<model::System> system = read_stored_system(*root, file, run.issues);
    model::Solution solution;
    if (const auto member = root->member("solution")) read_member(*member, solution);
    if (system) ShapeCheck{system->horizon().step_count(), file, run.issues}.check(solution);
    if (!run.issues.empty()) return run;
    run.system = std::move(system);
    run.solution = std::move(solution);
    return run;
}

}  // namespace indus::inputs
