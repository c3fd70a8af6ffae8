// SPDX-License-Identifier: Apache-2.0
// HiGHS (1.5 and later): options in a file; the solution file has sections of "name value" lines, duals included.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <fstream>

#include "solver/external_backend.hpp"

namespace indus::solver {

namespace {

struct Status {
    std::string_view words;
    Outcome outcome;
    Limit limit;
};

constexpr std::array<Status, 12> statuses{{
    {"Optimal", Outcome::optimal, Limit::none},
    {"Infeasible", Outcome::infeasible, Limit::none},
    {"Unbounded", Outcome::unbounded, Limit::none},
    {"Primal infeasible or unbounded", Outcome::infeasible_or_unbounded, Limit::none},
    {"Time limit reached", Outcome::no_solution_found, Limit::time},
    {"Iteration limit reached", Outcome::no_solution_found, Limit::work},
    {"Solution limit reached", Outcome::no_solution_found, Limit::work},
    {"Interrupted by user", Outcome::no_solution_found, Limit::interrupted},
    {"Interrupted by HiGHS", Outcome::no_solution_found, Limit::interrupted},
    {"Memory limit reached", Outcome::no_solution_found, Limit::error},
    {"Solve error", Outcome::no_solution_found, Limit::error},
    {"Unknown", Outcome::no_solution_found, Limit::error},
}};

class Highs : public ExternalBackend {
public:
    std::vector<std::string> arguments(const ExternalQuestion& question) override {
        std::ofstream options(question.folder / options_file);
        if (std::isfinite(question.seconds)) options << fmt::format("time_limit = {}\n", question.seconds);
        options << fmt::format("mip_rel_gap = {}\nmip_abs_gap = 0\n", question.gap);
        if (question.work_limit)
            options << fmt::format("mip_max_nodes = {0}\nsimplex_iteration_limit = {0}\n", *question.work_limit);
        return {"--model_file", model_file, "--options_file", options_file, "--solution_file", solution_file};
    }

    /// The report of a search ends with "  Dual bound        -8.63333333327".
    void hear(std::string_view line, Progress& state) override {
        hear_progress(line, state);
        if (line.starts_with("Running HiGHS "))
            version_ = "HiGHS " + std::string{line.substr(14, line.find(' ', 14) - 14)};
        constexpr std::string_view mark = "Dual bound ";
        const std::size_t at = line.find(mark);
        if (at == std::string_view::npos || line.substr(0, at).find_first_not_of(' ') != std::string_view::npos) return;
        if (const auto bound = leading_number(line.substr(at + mark.size())))
            bound_ = *bound - 1e-11 * std::abs(*bound);
    }

    ExternalClaim claim(const ExternalQuestion& question) override {
        ExternalClaim claim;
        claim.limit = Limit::error;
        claim.bound = std::isfinite(bound_) ? bound_ : -infinity;
        std::string words = "no solution file";
        read_solution(question, claim, words);
        if (claim.values.empty() || claim.outcome != Outcome::optimal || question.program.integer_count() > 0) {
            claim.duals.clear();
            claim.reduced_costs.clear();
        }
        claim.words = fmt::format("{}: {}", version_, words);
        return claim;
    }

private:
    /// " R       0       0         0   0.00%   64950           121300            46.46% ...": bound and cost follow the
    /// explored share of the tree.
    static void hear_progress(std::string_view line, Progress& state) {
        const std::size_t at = line.find("%   ");
        if (at == std::string_view::npos || line.find('|') != std::string_view::npos) return;
        const std::size_t bound = line.find_first_not_of(' ', at + 1);
        if (bound == std::string_view::npos) return;
        const std::string_view rest = line.substr(bound);
        const std::size_t cost = rest.find_first_not_of(' ', std::min(rest.find(' '), rest.size()));
        if (cost == std::string_view::npos) return;
        improve(state, leading_number(rest.substr(cost)), leading_number(rest));
    }

    enum class Part { none, status, primal, dual };

    /// Only points that it calls feasible are taken; "None" and "Infeasible" stand at the head of a part without.
    void read_solution(const ExternalQuestion& question, ExternalClaim& claim, std::string& words) {
        Part part = Part::none;
        bool feasible = false;
        for (const std::string& line : lines_of(question.folder / solution_file)) {
            if (line == "Model status")
                part = Part::status;
            else if (line.starts_with("# Primal solution values"))
                part = Part::primal, feasible = false;
            else if (line.starts_with("# Dual solution values"))
                part = Part::dual, feasible = false;
            else if (line.starts_with("# Basis"))
                part = Part::none;
            else if (line == "Feasible")
                feasible = true;
            else if (part == Part::status && !line.empty())
                take_status(line, claim, words);
            else if (part == Part::primal && feasible)
                take(line, question, claim.values, nullptr);
            else if (part == Part::dual && feasible)
                take(line, question, claim.reduced_costs, &claim.duals);
        }
    }

    static void take_status(const std::string& line, ExternalClaim& claim, std::string& words) {
        words = line;
        for (const Status& each : statuses)
            if (line == each.words) {
                claim.outcome = each.outcome;
                claim.limit = each.limit;
            }
    }

    /// "c3 1.5" or "r7 -2".
    static void take(const std::string& line, const ExternalQuestion& question, std::vector<double>& columns,
                     std::vector<double>* rows) {
        const std::size_t blank = line.find(' ');
        if (blank == std::string::npos) return;
        const std::string_view name = std::string_view{line}.substr(0, blank);
        const std::optional<double> value = leading_number(std::string_view{line}.substr(blank));
        if (!value) return;
        const int column_count = question.program.column_count(), row_count = question.program.row_count();
        if (const int column = numbered(name, 'c', column_count); column >= 0) {
            columns.resize(static_cast<std::size_t>(column_count));
            columns[static_cast<std::size_t>(column)] = *value;
        } else if (const int row = numbered(name, 'r', row_count); row >= 0 && rows != nullptr) {
            rows->resize(static_cast<std::size_t>(row_count));
            (*rows)[static_cast<std::size_t>(row)] = *value;
        }
    }

    double bound_ = -infinity;
    std::string version_{"HiGHS"};
};

}  // namespace

std::unique_ptr<ExternalBackend> make_highs_backend() { return std::make_unique<Highs>(); }

}  // namespace indus::solver
