// SPDX-License-Identifier: Apache-2.0
#include "inputs/draft.hpp"

namespace indus::inputs {

Draft::Draft() {
    for (const KindPort& kind : kinds()) tables_[kind.name].columns.assign(kind.fields.size(), 0);
}

CellOrigin& Draft::cell(const KindPort& kind, int at_row, int field) {
    return row(kind, at_row).cells.at(static_cast<std::size_t>(field));
}

int Draft::append(const KindPort& kind, const Place& place) {
    kind.append(data);
    table(kind).rows.push_back({place, std::vector<CellOrigin>(kind.fields.size())});
    return kind.count(data) - 1;
}

void Draft::erase(const KindPort& kind, int at_row) {
    kind.erase(data, at_row);
    table(kind).rows.erase(table(kind).rows.begin() + at_row);
}

void Draft::assign(const KindPort& kind, int at_row, int field, std::string_view text, const Place& place) {
    const FieldPort& port = kind.fields.at(static_cast<std::size_t>(field));
    const MaybeMistake mistake = port.assign(data, at_row, text);
    if (mistake) issues.push_back(issue_at(place, port.name, text, mistake->expected, mistake->nearest));
    const CellState state = mistake ? CellState::failed : text.empty() ? CellState::absent : CellState::given;
    cell(kind, at_row, field) = {std::string{text}, place, state};
}

void Draft::fail(const KindPort& kind, int at_row, int field) { cell(kind, at_row, field).state = CellState::failed; }

}  // namespace indus::inputs
