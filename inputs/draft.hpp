// SPDX-License-Identifier: Apache-2.0
// A case while it is being read: the data so far, and beside every value where it was written, so that
// whatever is wrong with it later can be told by file, line and column.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "inputs/issue.hpp"
#include "inputs/kinds.hpp"
#include "model/system.hpp"

namespace indus::inputs {

enum class CellState {
    absent,    ///< not written; the field has its default
    given,     ///< written and read
    reported,  ///< a problem was reported; further ones of this cell are not
    failed,    ///< could not be read, and was reported; rules across the fields of its row make no sense
};

struct CellOrigin {
    std::string text{};  ///< as written
    Place place{};
    CellState state = CellState::absent;
};

struct RowOrigin {
    Place place{};
    std::vector<CellOrigin> cells{};  ///< one per field of the kind
};

struct TableOrigin {
    bool incomplete = false;        ///< rows may be missing, so that references to them prove nothing
    std::vector<RowOrigin> rows{};  ///< as the kind's list in the data
    std::vector<int> columns{};     ///< column of each field in the CSV file from 1; 0 where it has none
};

/// A component that a scenario took away.
struct Removal {
    std::string kind{};
    std::string name{};
    Place place{};
};

/// A series that a scenario multiplied.
struct ScaledSeries {
    std::string source{};  ///< a series of the files, or another scaled one
    double factor = 1.0;
    std::string written{};  ///< the series as it was first written, and where
    Place place{};
};

class Draft {
public:
    Draft();
    model::SystemData data{};
    std::vector<Issue> issues{};
    std::vector<Removal> removals{};
    std::map<std::string, ScaledSeries> scaled{};
    std::vector<std::string> series_names{};  ///< all that the files have, used or not

    TableOrigin& table(const KindPort& kind) { return tables_.at(kind.name); }
    const TableOrigin& table(const KindPort& kind) const { return tables_.at(kind.name); }
    RowOrigin& row(const KindPort& kind, int row) { return table(kind).rows.at(static_cast<std::size_t>(row)); }
    const RowOrigin& row(const KindPort& kind, int row) const {
        return table(kind).rows.at(static_cast<std::size_t>(row));
    }
    CellOrigin& cell(const KindPort& kind, int row, int field);

    /// Appends a component with defaults; returns its row.
    int append(const KindPort& kind, const Place& place);
    void erase(const KindPort& kind, int row);
    /// Reads a text into a field and remembers where it stood; reports it when it is no value of the field.
    void assign(const KindPort& kind, int row, int field, std::string_view text, const Place& place);
    /// Takes the field as unusable without a further report.
    void fail(const KindPort& kind, int row, int field);

private:
    std::map<std::string, TableOrigin, std::less<>> tables_;
};

}  // namespace indus::inputs
