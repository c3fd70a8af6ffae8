// SPDX-License-Identifier: Apache-2.0
#include "solver/rounding_dive.hpp"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "solver/watch.hpp"

namespace indus::solver {

namespace {

constexpr double whole = 1e-6;
/// What is chosen to so large a part is rounded up at once.
constexpr double nearly = 0.7;
/// Rounds of new points after a step.
constexpr int rounds_of_points = 2;

class RoundingDive {
public:
    RoundingDive(MixedProgram& mixed, const Options& limits)
        : mixed_{mixed}, blocks_{mixed.blocks()}, program_{blocks_.program()}, limits_{limits}, watch_{limits} {}

    std::optional<std::vector<double>> run() {
        do {
            if (!solve() || !renew_points()) return std::nullopt;
            point_ = mixed_.values();
        } while (round_up());
        return point_;
    }

private:
    bool solve() { return !watch_.expired() && mixed_.solve(watch_.left()); }

    bool renew_points() {
        for (int round = 0; round < rounds_of_points; ++round) {
            std::vector<BlockPoint> helping = new_points();
            if (helping.empty()) return true;
            mixed_.add_points(std::move(helping));
            if (!solve()) return false;
        }
        return true;
    }

    std::vector<BlockPoint> new_points() const {
        std::vector<double> prices = mixed_.prices();
        blocks_.make_usable(prices);
        const std::vector<int>& answering = blocks_.answering();
        std::vector<OracleAnswer> answers(answering.size());
        tbb::parallel_for(std::size_t{0}, answering.size(), [&](std::size_t n) {
            const int block = answering[n];
            if (mixed_.is_mixed(block)) answers[n] = blocks_.ask(block, {}, blocks_.priced_costs(block, prices));
        });
        const double noticeable = 0.01 * limits_.relative_gap.value_or(0.005) * std::abs(mixed_.cost()) /
                                  static_cast<double>(std::max<std::size_t>(1, answers.size()));
        std::vector<BlockPoint> made;
        for (std::size_t n = 0; n < answers.size(); ++n) {
            if (answers[n].values.empty()) continue;
            BlockPoint point = blocks_.point_of(answering[n], std::move(answers[n]));
            if (mixed_.gain(point) > noticeable) made.push_back(std::move(point));
        }
        return made;
    }

    /// What is nearly chosen, and the largest of what is chosen in part; false where all is whole.
    bool round_up() {
        int largest = -1;
        double most = whole;
        for (int j = 0; j < program_.column_count(); ++j) {
            if (!program_.is_integer(j) || mixed_.is_mixed(program_.block_of_column(j).index)) continue;
            const double value = point_[static_cast<std::size_t>(j)];
            const double part = value - std::floor(value);
            if (part < whole || part > 1.0 - whole) continue;
            if (part > nearly) raise(j);
            if (part > most) {
                most = part;
                largest = j;
            }
        }
        if (largest >= 0) raise(largest);
        return largest >= 0;
    }

    void raise(int column) {
        const auto j = static_cast<std::size_t>(column);
        mixed_.set_bounds(column, std::ceil(point_[j]), program_.upper()[j]);
    }

    MixedProgram& mixed_;
    const PricedBlocks& blocks_;
    const Program& program_;
    const Options& limits_;
    Watch watch_;
    std::vector<double> point_{};
};

}  // namespace

std::optional<std::vector<double>> dive_by_rounding_up(MixedProgram& mixed, const Options& limits) {
    return RoundingDive{mixed, limits}.run();
}

}  // namespace indus::solver
