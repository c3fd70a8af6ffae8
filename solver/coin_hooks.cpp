// SPDX-License-Identifier: Apache-2.0
#include "solver/coin_hooks.hpp"

#include <fmt/format.h>

#include <CoinFinite.hpp>
#include <CoinPackedMatrix.hpp>
#include <algorithm>
#include <limits>
#include <stdexcept>
#include <vector>

namespace indus::solver {

namespace {

std::vector<double> all_to_coin(std::span<const double> values) {
    std::vector<double> result(values.size());
    for (std::size_t k = 0; k < values.size(); ++k) result[k] = to_coin(values[k]);
    return result;
}

/// COIN counts entries with CoinBigIndex, a 32-bit integer in the packaged build.
std::vector<CoinBigIndex> row_starts(const Program& program) {
    if (program.nonzero_count() > static_cast<std::size_t>(std::numeric_limits<CoinBigIndex>::max()))
        throw std::length_error(fmt::format("program has {} nonzeros, COIN can index {}", program.nonzero_count(),
                                            std::numeric_limits<CoinBigIndex>::max()));
    std::vector<CoinBigIndex> starts;
    starts.reserve(program.row_start().size());
    for (const std::int64_t start : program.row_start()) starts.push_back(static_cast<CoinBigIndex>(start));
    return starts;
}

}  // namespace

double to_coin(double value) {
    if (value == infinity) return COIN_DBL_MAX;
    if (value == -infinity) return -COIN_DBL_MAX;
    return value;
}

double from_coin(double value) {
    if (value >= COIN_DBL_MAX) return infinity;
    if (value <= -COIN_DBL_MAX) return -infinity;
    return value;
}

void load_program(ClpSimplex& model, const Program& program) {
    const std::vector<CoinBigIndex> starts = row_starts(program);
    std::vector<int> lengths(static_cast<std::size_t>(program.row_count()));
    for (std::size_t i = 0; i < lengths.size(); ++i) lengths[i] = starts[i + 1] - starts[i];
    const CoinPackedMatrix matrix(false, program.column_count(), program.row_count(),
                                  static_cast<CoinBigIndex>(program.nonzero_count()), program.coefficient().data(),
                                  program.column_index().data(), starts.data(), lengths.data());
    const std::vector<double> lower = all_to_coin(program.lower());
    const std::vector<double> upper = all_to_coin(program.upper());
    const std::vector<double> row_lower = all_to_coin(program.row_lower());
    const std::vector<double> row_upper = all_to_coin(program.row_upper());
    model.loadProblem(matrix, lower.data(), upper.data(), program.cost().data(), row_lower.data(), row_upper.data());
    model.setOptimizationDirection(1.0);
    model.setObjectiveOffset(-program.offset());  // Clp subtracts its offset
}

LogRelay::LogRelay(std::function<void(std::string_view)> on_log) : on_log_{std::move(on_log)} {
    setLogLevel(on_log_ ? 1 : 0);
}

int LogRelay::print() {
    if (!on_log_) return 0;
    // Some of Cbc's messages hold several lines, and empty ones around them.
    std::string_view left{messageBuffer()};
    while (!left.empty()) {
        const std::size_t end = std::min(left.find('\n'), left.size());
        if (end > 0) on_log_(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return 0;
}

int SimplexStop::event(Event /*which*/) {
    if (!watch_->expired()) return carry_on;
    if (on_expiry_) on_expiry_();
    return end_now;
}

}  // namespace indus::solver
