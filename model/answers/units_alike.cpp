// SPDX-License-Identifier: Apache-2.0
#include "model/answers/units_alike.hpp"

#include <mutex>

#include "solver/part.hpp"
#include "solver/rows_oracle.hpp"

namespace indus::model {

namespace {

class UnitsAlike : public solver::BlockOracle {
public:
    UnitsAlike(std::vector<UnitGroup> groups, const solver::Program& whole, solver::Block block)
        : groups_{std::move(groups)}, whole_{whole}, block_{block} {}

    solver::OracleAnswer answer_within(const solver::BlockLimits& limits, std::span<const double> cost) const override {
        if (!limits.empty()) return by_rows().answer_within(limits, cost);
        solver::OracleAnswer all{0.0, 0.0, std::vector<double>(cost.size(), 0.0)};
        for (const UnitGroup& group : groups_) {
            solver::OracleAnswer one = group.one->answer(cost);
            if (one.cost == solver::infinity) return one;
            all.cost += group.count * one.cost;
            all.bound += group.count * one.bound;
            for (std::size_t k = 0; k < cost.size(); ++k) all.values[k] += group.count * one.values[k];
        }
        return all;
    }

private:
    const solver::BlockOracle& by_rows() const {
        std::call_once(asked_, [this] {
            std::vector<char> inside(static_cast<std::size_t>(whole_.column_count()), 0);
            for (int j = 0; j < whole_.column_count(); ++j)
                inside[static_cast<std::size_t>(j)] = whole_.block_of_column(j) == block_ ? 1 : 0;
            rows_ = solver::make_rows_oracle(solver::part_of(whole_, inside).program);
        });
        return *rows_;
    }

    std::vector<UnitGroup> groups_;
    const solver::Program& whole_;
    solver::Block block_;
    mutable std::once_flag asked_{};
    mutable std::unique_ptr<solver::BlockOracle> rows_{};
};

}  // namespace

std::unique_ptr<solver::BlockOracle> make_units_alike(std::vector<UnitGroup> groups, const solver::Program& whole,
                                                      solver::Block block) {
    return std::make_unique<UnitsAlike>(std::move(groups), whole, block);
}

}  // namespace indus::model
