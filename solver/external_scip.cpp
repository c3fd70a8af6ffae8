// SPDX-License-Identifier: Apache-2.0
// SCIP (7 and later): commands of its shell as arguments; its solution file has "solution status:", "objective value:"
// and "name value (obj:cost)" for the columns that are not zero. It tells no duals of a linear program there.
#include <fmt/format.h>

#include <array>
#include <cmath>

#include "solver/external_backend.hpp"

namespace indus::solver {

namespace {

struct Status {
    std::string_view words;
    Outcome outcome;
    Limit limit;
};

// The first that starts the status counts.
constexpr std::array<Status, 14> statuses{{
    {"optimal solution found", Outcome::optimal, Limit::none},
    {"optimal", Outcome::optimal, Limit::none},
    {"gap limit reached", Outcome::optimal, Limit::none},
    {"infeasible or unbounded", Outcome::infeasible_or_unbounded, Limit::none},
    {"infeasible", Outcome::infeasible, Limit::none},
    {"unbounded", Outcome::unbounded, Limit::none},
    {"time limit reached", Outcome::no_solution_found, Limit::time},
    {"node limit reached", Outcome::no_solution_found, Limit::work},
    {"total node limit reached", Outcome::no_solution_found, Limit::work},
    {"user interrupt", Outcome::no_solution_found, Limit::interrupted},
    {"termination signal received", Outcome::no_solution_found, Limit::interrupted},
    {"memory limit reached", Outcome::no_solution_found, Limit::error},
    {"solution limit reached", Outcome::no_solution_found, Limit::error},
    {"unknown", Outcome::no_solution_found, Limit::error},
}};

class Scip : public ExternalBackend {
public:
    std::vector<std::string> arguments(const ExternalQuestion& question) override {
        std::vector<std::string> words;
        const auto command = [&](std::string text) {
            words.emplace_back("-c");
            words.push_back(std::move(text));
        };
        if (std::isfinite(question.seconds)) command(fmt::format("set limits time {}", question.seconds));
        command(fmt::format("set limits gap {}", question.gap));
        if (question.work_limit) command(fmt::format("set limits nodes {}", *question.work_limit));
        command(fmt::format("read {}", model_file));
        command("optimize");
        command(fmt::format("write solution {}", solution_file));
        command("quit");
        return words;
    }

    void hear(std::string_view line, Progress& state) override {
        hear_progress(line, state);
        if (line.starts_with("SCIP version "))
            version_ = "SCIP " + std::string{line.substr(13, line.find(' ', 13) - 13)};
        if (!line.starts_with("Dual Bound")) return;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) return;
        const std::optional<double> bound = leading_number(line.substr(colon + 1));
        if (bound && std::isfinite(*bound)) bound_ = *bound - 1e-11 * std::abs(*bound);
    }

    ExternalClaim claim(const ExternalQuestion& question) override {
        ExternalClaim claim;
        claim.limit = Limit::error;
        claim.bound = bound_;
        std::string words = "no solution file";
        for (const std::string& line : lines_of(question.folder / solution_file)) {
            if (line.starts_with("solution status:"))
                take_status(line, claim, words);
            else if (line.starts_with("objective value:"))
                claim.values.assign(static_cast<std::size_t>(question.program.column_count()), 0.0);
            else if (!claim.values.empty())
                take_value(line, claim.values);
        }
        claim.words = fmt::format("{}: {}", version_, words);
        return claim;
    }

private:
    /// "...|  dualbound   | primalbound  |  gap   | compl. "
    static void hear_progress(std::string_view line, Progress& state) {
        std::array<std::size_t, 4> bars{};
        std::size_t from = line.size();
        for (std::size_t& bar : bars) {
            if (from == 0 || (from = line.rfind('|', from - 1)) == std::string_view::npos) return;
            bar = from;
        }
        improve(state, leading_number(line.substr(bars[2] + 1)), leading_number(line.substr(bars[3] + 1)));
    }

    static void take_status(const std::string& line, ExternalClaim& claim, std::string& words) {
        const std::size_t first = line.find_first_not_of(' ', line.find(':') + 1);
        if (first == std::string::npos) return;
        words = line.substr(first);
        for (const Status& each : statuses)
            if (words.starts_with(each.words)) {
                claim.outcome = each.outcome;
                claim.limit = each.limit;
                return;
            }
    }

    static void take_value(const std::string& line, std::vector<double>& values) {
        const std::size_t blank = line.find(' ');
        const int column = numbered(std::string_view{line}.substr(0, blank), 'c', static_cast<int>(values.size()));
        if (column < 0 || blank == std::string::npos) return;
        if (const auto value = leading_number(std::string_view{line}.substr(blank)))
            values[static_cast<std::size_t>(column)] = *value;
    }

    double bound_ = -infinity;
    std::string version_{"SCIP"};
};

}  // namespace

std::unique_ptr<ExternalBackend> make_scip_backend() { return std::make_unique<Scip>(); }

}  // namespace indus::solver
