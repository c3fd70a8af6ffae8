// SPDX-License-Identifier: Apache-2.0
// A linear program that changes and is solved again from the basis that it had: the master of a decomposition, a
// block whose prices change, a dive that fixes one column after the other.
//
//     LpSession session{program};                            // integrality is ignored
//     session.solve();
//     session.add_columns({{.upper = 1.0, .cost = 7.0, .entries = {{row, 2.0}}}});
//     if (session.solve().outcome == Outcome::optimal) use(session.duals());
//
// Columns and rows are counted from 0 in the order in which they were added; deleting some moves the later ones
// up. Signs as in Result: duals are d cost / d right-hand side.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "solver/solver.hpp"

namespace indus::solver {

/// A coefficient in a row that a new column meets, or of a column that a new row meets.
struct LpEntry {
    int index = 0;
    double value = 0.0;
};
struct LpColumn {
    double lower = 0.0;
    double upper = infinity;
    double cost = 0.0;
    std::vector<LpEntry> entries{};  ///< by row
};
struct LpRow {
    double lower = -infinity;
    double upper = infinity;
    std::vector<LpEntry> entries{};  ///< by column
};

/// Which simplex begins. The primal keeps a feasible basis feasible when columns are added or costs change, the dual
/// when rows are added or bounds change.
enum class Simplex { primal, dual };

/// How a solve ended. Values and duals are asked of the session.
struct LpEnd {
    Outcome outcome = Outcome::no_solution_found;
    Limit limit = Limit::none;
    double objective = infinity;
    long iterations = 0;
};

class LpSession {
public:
    LpSession();
    explicit LpSession(const Program& program);
    LpSession(LpSession&&) noexcept;
    LpSession& operator=(LpSession&&) noexcept;
    ~LpSession();

    int column_count() const;
    int row_count() const;

    /// Takes rows and columns as they are. For programs of like numbers, whose solutions then keep their tolerances in
    /// the units of the program.
    void leave_unscaled();

    /// Lets the dual simplex move costs by little while it works, where many bases are alike; what it ends with is
    /// optimal at the true costs.
    void perturb();

    /// Throw std::out_of_range for an entry of a row or column that is not there, and std::invalid_argument for
    /// lower > upper or a number that is NaN.
    void add_columns(std::span<const LpColumn> columns);
    void add_rows(std::span<const LpRow> rows);
    void delete_columns(std::span<const int> columns);
    void delete_rows(std::span<const int> rows);
    void set_cost(int column, double cost);
    void set_column_bounds(int column, double lower, double upper);
    void set_row_bounds(int row, double lower, double upper);
    double lower(int column) const;
    double upper(int column) const;

    /// The basis that the next solve starts from: which columns and which rows (their slacks) are basic. What is not
    /// rests at a limit. Where as many are basic as there are rows, they should be a basis; Clp mends what is none.
    bool is_basic_column(int column) const;
    bool is_basic_row(int row) const;
    void set_basic_column(int column, bool is_basic);
    void set_basic_row(int row, bool is_basic);

    /// Honours time_limit_seconds, work_limit (simplex iterations), stop and on_log. `first` begins; where it cannot
    /// tell, the other ends.
    LpEnd solve(const Options& options = {}, Simplex first = Simplex::dual);

    /// Of the last solve; valid until the program changes. Empty before the first.
    std::span<const double> values() const;         ///< per column
    std::span<const double> duals() const;          ///< per row
    std::span<const double> reduced_costs() const;  ///< per column

    /// After `infeasible`: a proof by weak duality, one multiplier per row, such that the least of y_i r_i over the
    /// limits of the rows exceeds the largest of (A'y)_j x_j over those of the columns. Empty if none was found.
    std::vector<double> infeasibility_proof();
    /// After `unbounded`: a direction, one entry per column, that keeps every limit and costs less than nothing. Empty
    /// if none was found.
    std::vector<double> unbounded_direction();

private:
    class Model;
    std::unique_ptr<Model> model_;
};

}  // namespace indus::solver
