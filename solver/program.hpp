// SPDX-License-Identifier: Apache-2.0
// A mixed-integer linear program, kept in compressed rows, ready for any backend.
//
//     minimise  offset + cost' x   subject to   row_lower <= A x <= row_upper,  lower <= x <= upper,
//     x_j integer where is_integer(j).
//
// Example: minimise 2 x + 3 y with x + y >= 4, x <= 3.
//
//     Program program;
//     const Block mill = program.add_block("mill");
//     const Family x = program.add_family({"x", "amount", "t"});
//     const Variable v = program.add_variable({.upper = 3, .cost = 2, .family = x, .block = mill});
//     ...
//     program.add_row(v + w >= 4.0, {.family = program.add_family({"mix", "demand", "t"})});
//
// Structure. Every column belongs to one block; a row belongs to a block when all of its columns do,
// and is a *linking row* otherwise. Both are said when a row is added and verified by `check_blocks`.
// Linking rows are the only coupling between blocks: decompositions and Lagrangian bounds rest on it.
//
// Names are made on request from the family (owner, quantity, unit) and the position in it; no text is
// stored per column or row. Memory: 45 bytes a column, 36 a row, 12 a nonzero.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "solver/expression.hpp"

namespace indus::solver {

struct Row {
    std::int32_t index = -1;
};

/// A part of the program that touches others only through linking rows.
struct Block {
    std::int32_t index = -1;
    friend bool operator==(Block, Block) = default;
};
inline constexpr Block linking{-1};

/// A set of like columns or rows, one per position (for example, per time step).
struct Family {
    std::int32_t index = -1;
};
struct FamilyLabel {
    std::string owner{};
    std::string quantity{};
    std::string unit{};
};

struct VariableSpec {
    double lower = 0.0;
    double upper = infinity;
    double cost = 0.0;
    bool integer = false;
    Family family{};
    int position = 0;
    Block block = linking;
};

struct RowSpec {
    Family family{};
    int position = 0;
    Block block = linking;
};

class Program {
public:
    Block add_block(std::string name);
    Family add_family(FamilyLabel label);

    /// Throws std::invalid_argument when lower > upper or a number is NaN.
    Variable add_variable(const VariableSpec& spec);
    /// Merges repeated variables, drops zero coefficients. Throws std::invalid_argument on NaN or an
    /// infinite coefficient, and on a variable of another program.
    Row add_row(const Condition& condition, const RowSpec& spec);

    void add_cost(Variable variable, double cost) { cost_[at(variable)] += cost; }
    void set_cost(Variable variable, double cost) { cost_[at(variable)] = cost; }
    void add_offset(double constant) { offset_ += constant; }
    /// Throws std::invalid_argument when lower > upper or either is NaN.
    void set_bounds(Variable variable, double lower, double upper);
    void set_row_bounds(Row row, double lower, double upper);
    void set_integer(Variable variable, bool integer) { integer_[at(variable)] = integer ? 1 : 0; }

    int column_count() const { return static_cast<int>(cost_.size()); }
    int row_count() const { return static_cast<int>(row_lower_.size()); }
    int block_count() const { return static_cast<int>(blocks_.size()); }
    std::size_t nonzero_count() const { return value_.size(); }
    int integer_count() const;

    double offset() const { return offset_; }
    std::span<const double> cost() const { return cost_; }
    std::span<const double> lower() const { return lower_; }
    std::span<const double> upper() const { return upper_; }
    std::span<const double> row_lower() const { return row_lower_; }
    std::span<const double> row_upper() const { return row_upper_; }
    bool is_integer(int column) const { return integer_[static_cast<std::size_t>(column)] != 0; }

    /// Compressed rows: the entries of row i are [row_start()[i], row_start()[i + 1]).
    std::span<const std::int64_t> row_start() const { return row_start_; }
    std::span<const std::int32_t> column_index() const { return column_; }
    std::span<const double> coefficient() const { return value_; }

    Block block_of_column(int column) const { return {column_block_[static_cast<std::size_t>(column)]}; }
    Block block_of_row(int row) const { return {row_block_[static_cast<std::size_t>(row)]}; }
    bool is_linking(int row) const { return block_of_row(row) == linking; }
    const std::string& block_name(Block block) const { return blocks_[static_cast<std::size_t>(block.index)]; }

    const FamilyLabel& column_label(int column) const;
    const FamilyLabel& row_label(int row) const;
    Family family_of_column(int column) const { return {column_family_[static_cast<std::size_t>(column)]}; }
    Family family_of_row(int row) const { return {row_family_[static_cast<std::size_t>(row)]}; }
    int column_position(int column) const { return column_position_[static_cast<std::size_t>(column)]; }
    int row_position(int row) const { return row_position_[static_cast<std::size_t>(row)]; }
    /// "owner.quantity[position]", made on request; without a quantity "owner" and the position, if it is not negative,
    /// which is how names of foreign files are kept.
    std::string column_name(int column) const;
    std::string row_name(int row) const;

    /// Cost of a point, offset included.
    double objective(std::span<const double> point) const;
    /// A x, one entry per row.
    std::vector<double> activity(std::span<const double> point) const;

    /// Gives back the memory that growing took; rows and columns may still be added.
    void shrink();

    /// Throws std::logic_error naming the first row whose columns do not all lie in its block.
    void check_blocks() const;

private:
    std::size_t at(Variable variable) const { return static_cast<std::size_t>(variable.index); }
    void append_terms(const Expression& expression);
    std::string name_of(std::int32_t family, std::int32_t position) const;

    double offset_ = 0.0;
    std::vector<double> cost_, lower_, upper_;
    std::vector<std::uint8_t> integer_;
    std::vector<std::int32_t> column_family_, column_position_, column_block_;

    std::vector<double> row_lower_, row_upper_;
    std::vector<std::int64_t> row_start_{0};
    std::vector<std::int32_t> column_;
    std::vector<double> value_;
    std::vector<std::int32_t> row_family_, row_position_, row_block_;

    std::vector<std::string> blocks_;
    std::vector<FamilyLabel> families_;
    std::vector<std::int64_t> slot_;  ///< per column: 1 + entry in the row being added, when beyond its start
};

}  // namespace indus::solver
