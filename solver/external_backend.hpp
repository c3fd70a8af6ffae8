// SPDX-License-Identifier: Apache-2.0
// What an external solver needs to be told and how its answer is read: one implementation per program.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "solver/solver.hpp"

namespace indus::solver {

/// Files in the folder where the program starts.
inline constexpr const char* model_file = "model.mps";
inline constexpr const char* solution_file = "solution.txt";
inline constexpr const char* options_file = "options.txt";

/// What the program was asked, in its own terms.
struct ExternalQuestion {
    const Program& program;        ///< as written to `model_file`, with columns c0, c1, ... and rows r0, r1, ...
    std::filesystem::path folder;  ///< where its files lie
    double seconds = 0.0;          ///< limit; infinite for none
    double gap = 0.0;
    std::optional<long> work_limit{};
};

/// What the program said. A point is present when `values` has one entry per column.
struct ExternalClaim {
    Outcome outcome = Outcome::no_solution_found;  ///< optimal: within the gap asked for
    Limit limit = Limit::none;
    double bound = -infinity;
    std::vector<double> values{};
    std::vector<double> duals{};  ///< linear programs only, where the program tells them
    std::vector<double> reduced_costs{};
    std::string words{};  ///< its own, the same in every run
};

class ExternalBackend {
public:
    ExternalBackend() = default;
    ExternalBackend(const ExternalBackend&) = delete;
    ExternalBackend& operator=(const ExternalBackend&) = delete;
    virtual ~ExternalBackend() = default;

    /// The command line without the program's name; may write `options_file`.
    virtual std::vector<std::string> arguments(const ExternalQuestion& question) = 0;
    /// A line of its output, in order. Where it tells of progress, `state` is filled in.
    virtual void hear(std::string_view line, Progress& state) = 0;
    /// After its end. The solution file may be missing or cut off.
    virtual ExternalClaim claim(const ExternalQuestion& question) = 0;
};

std::unique_ptr<ExternalBackend> make_glpsol_backend();
std::unique_ptr<ExternalBackend> make_highs_backend();
std::unique_ptr<ExternalBackend> make_scip_backend();

// Helpers of the implementations.

/// Lines of a file in the question's folder; none when it is missing.
std::vector<std::string> lines_of(const std::filesystem::path& path);
/// A number at the start of the text, blanks before it; infinite for "inf" and from 1e20 on.
std::optional<double> leading_number(std::string_view text);
/// Takes over what is better than before.
void improve(Progress& state, std::optional<double> cost, std::optional<double> bound);
/// 12 of "c12"; -1 when the text is not `prefix` and a number below `count`.
int numbered(std::string_view name, char prefix, int count);

}  // namespace indus::solver
