// SPDX-License-Identifier: Apache-2.0
// What was read of an MPS file so far, and the Program it makes. For the parser.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "solver/program.hpp"

namespace indus::solver {

struct MpsRow {
    std::string_view name{};
    char type = 'N';
    double side = 0.0;
    std::optional<double> range{};  ///< as it stands in the file
    bool has_side = false;
    int range_line = 0;
    int last_column = -1;  ///< the last one with an entry, to find doubled ones
};

struct MpsColumn {
    std::string_view name{};
    bool integer = false;
    std::optional<double> lower{};  ///< as given; infinite where the file says so
    std::optional<double> upper{};
    int bound_line = 0;
    std::size_t first_entry = 0;
};

/// Names point into the file's text, which must outlive it.
class MpsDraft {
public:
    static constexpr double infinite_from = 1e30;

    /// Position, or -1 when there is none of that name.
    int find_row(std::string_view name) const { return find(row_of_, name); }
    int find_column(std::string_view name) const { return find(column_of_, name); }
    /// False when the name is taken.
    bool add_row(std::string_view name, char type);
    bool add_column(std::string_view name, bool integer);
    /// To the column added last; false when it has an entry in that row.
    bool add_entry(int row, double value);

    MpsRow& row(int i) { return rows_[static_cast<std::size_t>(i)]; }
    MpsColumn& column(int j) { return columns_[static_cast<std::size_t>(j)]; }
    std::string_view last_column_name() const { return columns_.empty() ? std::string_view{} : columns_.back().name; }

    /// The first row of type N unless another one was named; -1 when there is none.
    int objective() const { return objective_; }
    void set_objective(int row) { objective_ = row; }

    using Report = std::function<void(int line, std::string found, std::string expected)>;
    /// `sign` is -1 where the file maximises. Reports what does not fit together; the program is then of no use.
    Program program(double sign, const Report& report) const;

private:
    using Index = std::unordered_map<std::string_view, int>;
    static int find(const Index& index, std::string_view name) {
        const auto found = index.find(name);
        return found == index.end() ? -1 : found->second;
    }
    std::vector<double> costs(double sign) const;
    bool is_constant(std::size_t column) const;
    void add_columns(Program& program, double sign, const Report& report) const;
    void add_rows(Program& program, const Report& report) const;
    std::size_t entries_end(std::size_t column) const {
        return column + 1 < columns_.size() ? columns_[column + 1].first_entry : entry_row_.size();
    }

    std::vector<MpsRow> rows_{};
    std::vector<MpsColumn> columns_{};
    std::vector<int> entry_row_{};
    std::vector<double> entry_value_{};
    Index row_of_{};
    Index column_of_{};
    int objective_ = -1;
};

}  // namespace indus::solver
