// SPDX-License-Identifier: Apache-2.0
// GLPK's glpsol (4.65 and later): `-w` writes rows and columns by ordinal; the outcome stands in its output in
// capitals.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <sstream>
#include <tuple>

#include "solver/external_backend.hpp"

namespace indus::solver {

namespace {

struct Verdict {
    std::string_view words;
    Outcome outcome;
    Limit limit;
};

// The first that occurs in a line counts.
constexpr std::array<Verdict, 15> verdicts{{
    {"INTEGER OPTIMAL SOLUTION FOUND", Outcome::optimal, Limit::none},
    {"RELATIVE MIP GAP TOLERANCE REACHED", Outcome::optimal, Limit::none},
    {"PROBLEM HAS NO INTEGER FEASIBLE SOLUTION", Outcome::infeasible, Limit::none},
    {"PROBLEM HAS NO PRIMAL FEASIBLE SOLUTION", Outcome::infeasible, Limit::none},
    {"LP HAS NO PRIMAL FEASIBLE SOLUTION", Outcome::infeasible, Limit::none},
    {"PROBLEM HAS NO FEASIBLE SOLUTION", Outcome::infeasible, Limit::none},
    {"PROBLEM HAS NO DUAL FEASIBLE SOLUTION", Outcome::infeasible_or_unbounded, Limit::none},
    {"PROBLEM HAS NO FEASIBLE PRIMAL/DUAL SOLUTION", Outcome::infeasible_or_unbounded, Limit::none},
    {"HAS NO DUAL FEASIBLE SOLUTION", Outcome::infeasible_or_unbounded, Limit::none},
    {"LP HAS UNBOUNDED PRIMAL SOLUTION", Outcome::infeasible_or_unbounded, Limit::none},
    {"PROBLEM HAS UNBOUNDED SOLUTION", Outcome::infeasible_or_unbounded, Limit::none},
    {"TIME LIMIT EXCEEDED", Outcome::no_solution_found, Limit::time},
    {"ITERATION LIMIT EXCEEDED", Outcome::no_solution_found, Limit::work},
    {"NUMERIC INSTABILITY", Outcome::no_solution_found, Limit::error},
    {"SEARCH TERMINATED", Outcome::no_solution_found, Limit::error},
}};

class Glpsol : public ExternalBackend {
public:
    std::vector<std::string> arguments(const ExternalQuestion& question) override {
        std::vector<std::string> words{"--freemps", model_file, "-w", solution_file};
        if (std::isfinite(question.seconds)) {
            words.push_back("--tmlim");
            words.push_back(fmt::format("{}", static_cast<long>(std::ceil(std::max(1.0, question.seconds)))));
        }
        if (question.gap > 0.0) {
            words.push_back("--mipgap");
            words.push_back(fmt::format("{}", question.gap));
        }
        // Without cuts its search is a bare tree; presolve is the default for linear programs only.
        if (question.program.integer_count() > 0)
            for (const char* word : {"--cuts", "--intopt"}) words.emplace_back(word);
        return words;
    }

    void hear(std::string_view line, Progress& state) override {
        if (line.starts_with("GLPSOL")) version_ = line.substr(0, line.find_last_not_of(' ') + 1);
        if (line.starts_with('+')) hear_progress(line, state);
        constexpr std::string_view found = "Solution found by heuristic: ";
        if (line.starts_with(found)) improve(state, leading_number(line.substr(found.size())), {});
        for (const Verdict& each : verdicts)
            if (line.find(each.words) != std::string_view::npos) {
                // "OPTIMAL LP SOLUTION FOUND" is no verdict: the relaxation of a search says it too.
                verdict_ = each;
                words_ = line.substr(0, line.find(';'));
                return;
            }
    }

    ExternalClaim claim(const ExternalQuestion& question) override {
        ExternalClaim claim;
        claim.outcome = verdict_.outcome;
        claim.limit = verdict_.limit;
        claim.bound = bound_;
        read_solution(question, claim);
        claim.words = fmt::format("{}: {}", version_, words_.empty() ? "no verdict" : words_);
        return claim;
    }

private:
    /// "+   123: mip =   4.2e+00 >=   4.1e+00   2.4% (5; 3)", with ten digits.
    /// The cost stands behind "mip =" or, when it is new, behind ">>>>>".
    void hear_progress(std::string_view line, Progress& state) {
        const std::size_t colon = line.find(':');
        const std::size_t at = line.find(" >=", colon);
        if (at == std::string_view::npos) return;
        const std::size_t before = line.find_first_not_of(" mip=>", colon + 1);
        const std::optional<double> cost = before < at ? leading_number(line.substr(before)) : std::nullopt;
        const std::optional<double> bound = leading_number(line.substr(at + 3));
        improve(state, cost, bound);
        if (bound && std::isfinite(*bound)) bound_ = *bound - 1e-9 * std::abs(*bound);
    }

    /// "s bas ROWS COLUMNS PRIMAL DUAL COST" or "s mip ROWS COLUMNS STATUS COST", then rows "i", then columns "j".
    void read_solution(const ExternalQuestion& question, ExternalClaim& claim) {
        const std::vector<std::string> lines = lines_of(question.folder / solution_file);
        if (lines.empty() || lines.back() != "e o f") return;
        bool linear = false;
        bool usable = false;
        const std::vector<int> rows = rows_with_limits(question.program);
        std::vector<double> values(static_cast<std::size_t>(question.program.column_count()));
        std::vector<double> reduced_costs(values.size());
        std::vector<double> duals(static_cast<std::size_t>(question.program.row_count()));
        for (const std::string& line : lines) {
            std::istringstream words{line};
            char kind = ' ';
            words >> kind;
            if (kind == 's') std::tie(linear, usable) = read_status(words, claim);
            std::size_t ordinal = 0;
            char status = ' ';
            if ((kind != 'i' && kind != 'j') || !(words >> ordinal) || (linear && !(words >> status))) continue;
            double value = 0.0, dual = 0.0;
            words >> value >> dual;
            if (kind == 'i' && ordinal >= 1 && ordinal <= rows.size())
                duals[static_cast<std::size_t>(rows[ordinal - 1])] = dual;
            if (kind == 'j' && ordinal >= 1 && ordinal <= values.size())
                values[ordinal - 1] = value, reduced_costs[ordinal - 1] = dual;
        }
        if (!usable) return;
        claim.values = std::move(values);
        if (!linear || claim.outcome != Outcome::optimal) return;
        claim.duals = std::move(duals);
        claim.reduced_costs = std::move(reduced_costs);
    }

    /// Whether it is of a linear program, and whether the point is feasible.
    std::pair<bool, bool> read_status(std::istream& words, ExternalClaim& claim) {
        std::string method;
        long rows = 0, columns = 0;
        char primal = ' ', dual = ' ';
        words >> method >> rows >> columns >> primal;
        if (method != "bas") return {false, primal == 'o' || primal == 'f'};
        words >> dual;
        const bool feasible = primal == 'f';
        if (feasible && dual == 'f') {
            claim.outcome = Outcome::optimal;
            claim.limit = Limit::none;
            words_ = "OPTIMAL LP SOLUTION FOUND";
        }
        return {true, feasible};
    }

    /// It drops rows without limits.
    static std::vector<int> rows_with_limits(const Program& program) {
        std::vector<int> rows;
        for (int i = 0; i < program.row_count(); ++i) {
            const auto row = static_cast<std::size_t>(i);
            if (std::isfinite(program.row_lower()[row]) || std::isfinite(program.row_upper()[row])) rows.push_back(i);
        }
        return rows;
    }

    Verdict verdict_{"", Outcome::no_solution_found, Limit::none};
    double bound_ = -infinity;
    std::string version_{"glpsol"};
    std::string words_{};
};

}  // namespace

std::unique_ptr<ExternalBackend> make_glpsol_backend() { return std::make_unique<Glpsol>(); }

}  // namespace indus::solver
