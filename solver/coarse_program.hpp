// SPDX-License-Identifier: Apache-2.0
// A program over many steps, made small by steps that are taken to be alike.
//
//     CoarseProgram coarse{program, groups};                     // linear: decisions become shares
//     const Result found = make_solver("clp")->solve(coarse.program());
//     coarse.values_by_step(found.values), coarse.prices_by_step(found.duals)
//
// Steps are alike when they lie in one period (a week) and one band of it (the evenings). The columns of a family
// (Program::add_family) at such steps become one, within the mean of their bounds; the rows of a family become their
// sum. Columns whose bounds are equal (out of service, outside working hours) stay out of the means: the others
// are as free as they were. What is stored from step to step adds up: levels within a period cancel out, and what is
// left is the change from period to period. A row over all steps stays itself, of the columns of all groups. The answer
// is a guide and proves nothing: steps taken together may even be impossible where each is not.
#pragma once

#include <span>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

/// Per step, from 0; periods in the order of time.
struct StepGroups {
    std::vector<int> period{}, band{};
};

class CoarseProgram {
public:
    /// Throws std::out_of_range where a column or row has a position without a group. The program must outlive this.
    CoarseProgram(const Program& program, StepGroups groups);

    const Program& program() const { return coarse_; }
    /// Per column of the original program, what its group does. What a row takes the change of (a level) is reached at
    /// the end of its period and moves there in a straight line.
    std::vector<double> values_by_step(std::span<const double> values) const;
    /// Per row of the original program, what its group's row is worth.
    std::vector<double> prices_by_step(std::span<const double> duals) const;
    /// Per coarse column, the part (parted_start.hpp) of the original columns that it stands for.
    std::vector<int> parts(std::span<const int> part) const;

private:
    void add_columns();
    void add_rows();
    int group_at(int position) const;
    /// Puts columns that rows take the change of on their way from one period's end to the next.
    void move_carried(std::vector<double>& values) const;
    /// Per step, of its period: what lies after it.
    std::vector<double> share_left() const;

    const Program& original_;
    StepGroups groups_;
    int bands_ = 0, periods_ = 0;
    Program coarse_{};
    std::vector<int> column_{}, row_{};  ///< of the coarse program, per column and row of the original one
};

}  // namespace indus::solver
