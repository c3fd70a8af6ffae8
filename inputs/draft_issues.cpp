// SPDX-License-Identifier: Apache-2.0
// System::create knows kinds, rows and fields; here they become files, lines and columns.
#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "inputs/draft_completion.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace {

/// The value as it was written, where it is the number that System complains about.
std::string as_written(const model::Issue& issue, const CellOrigin& cell) {
    const std::optional<double> found = parse_number(issue.found);
    const bool same = found && parse_number(cell.text) == found;
    return same ? cell.text : issue.found;
}

const Removal* removal_of(const Draft& draft, const std::string& kind, const std::string& name) {
    for (const Removal& removal : draft.removals)
        if (removal.kind == kind && removal.name == name) return &removal;
    return nullptr;
}

/// System knows only the series that fields name: a typo may be near another one. Empty where it is none.
std::string near_series(const std::string& name, const Draft& draft) {
    const auto& known = draft.series_names;
    return std::find(known.begin(), known.end(), name) == known.end() ? model::nearest_name(name, known) : "";
}

bool from_scenario(const Place& place) { return place.file.starts_with("scenarios/"); }

/// Whether `text` has `word` in it, as a word of letters, digits and '_'.
bool mentions(std::string_view text, std::string_view word) {
    const auto in_word = [](char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) != 0; };
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if ((at == 0 || !in_word(text[at - 1])) && (end == text.size() || !in_word(text[end]))) return true;
    }
    return false;
}

/// A value of the table can be at odds with one that a scenario gave: then the scenario is to blame.
Place blamed_place(const model::Issue& issue, const KindPort& kind, const RowOrigin& row, const Place& place) {
    for (std::size_t i = 0; i < row.cells.size() && !from_scenario(place); ++i)
        if (from_scenario(row.cells[i].place) && mentions(issue.expected, kind.fields[i].name))
            return row.cells[i].place;
    return place;
}

/// An issue of one field of one component.
std::optional<Issue> locate_cell(const model::Issue& issue, const Draft& draft, const KindPort& kind, int field) {
    const FieldPort& port = kind.fields[static_cast<std::size_t>(field)];
    const RowOrigin& row = draft.row(kind, issue.row);
    const CellOrigin& cell = row.cells[static_cast<std::size_t>(field)];
    if (cell.state == CellState::failed || cell.state == CellState::reported) return {};
    Place place = cell.place;
    if (cell.state == CellState::absent) {
        const bool in_table = row.place.file == kind.name + ".csv";
        place = row.place;
        if (in_table) place.column = draft.table(kind).columns[static_cast<std::size_t>(field)];
    }
    if (!port.target.empty() && !issue.found.empty()) {
        if (draft.table(*find_kind(port.target)).incomplete && cell.text == issue.found) return {};
        if (const Removal* removal = removal_of(draft, port.target, issue.found))
            return issue_at(removal->place, "name", issue.found,
                            fmt::format("a {} that nothing refers to; {} of {} in {} does", port.target, port.name,
                                        issue.name, to_string(place)));
    }
    const bool series_at_fault = port.takes_series && cell.text == issue.found && issue.nearest.empty();
    const std::string nearest = series_at_fault ? near_series(cell.text, draft) : issue.nearest;
    return issue_at(blamed_place(issue, kind, row, place), port.name, as_written(issue, cell), issue.expected, nearest);
}

}  // namespace

std::optional<Issue> locate(const model::Issue& issue, const Draft& draft) {
    const KindPort* kind = find_kind(issue.kind);
    if (kind == nullptr) return issue_at({"case.toml"}, issue.field, issue.found, issue.expected, issue.nearest);
    if (issue.row < 0) {
        if (draft.table(*kind).incomplete) return {};
        return issue_at({kind->name + ".csv"}, issue.field, issue.found, issue.expected, issue.nearest);
    }
    const int field = kind->find_field(issue.field);
    if (field >= 0) return locate_cell(issue, draft, *kind, field);
    return issue_at(draft.row(*kind, issue.row).place, issue.field, issue.found, issue.expected, issue.nearest);
}

}  // namespace indus::inputs
