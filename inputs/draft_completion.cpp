// SPDX-License-Identifier: Apache-2.0
#include "inputs/draft_completion.hpp"

#include <fmt/format.h>

#include <set>
#include <variant>

#include "inputs/series_files.hpp"

namespace indus::inputs {

namespace {

/// Calls visit(kind, row, field) for every field of every component.
template <class Visit>
void for_each_cell(const Draft& draft, Visit visit) {
    for (const KindPort& kind : kinds())
        for (int row = 0; row < kind.count(draft.data); ++row)
            for (int field = 0; field < static_cast<int>(kind.fields.size()); ++field) visit(kind, row, field);
}

std::string series_at(const Draft& draft, const KindPort& kind, int row, int field) {
    return kind.fields[static_cast<std::size_t>(field)].series(draft.data, row);
}

void report_duplicate_names(Draft& draft) {
    for (const KindPort& kind : kinds()) {
        const int name_field = kind.find_field("name");
        std::map<std::string, Place> first;
        for (int row = 0; row < kind.count(draft.data); ++row) {
            CellOrigin& cell = draft.cell(kind, row, name_field);
            const std::string name = kind.name_of(draft.data, row);
            if (name.empty()) continue;
            const auto [known, fresh] = first.emplace(name, cell.place);
            if (fresh) continue;
            const Place& other = known->second;
            const std::string where = other.file == cell.place.file ? fmt::format("line {}", other.line)
                                                                    : to_string(Place{other.file, other.line, 0});
            draft.issues.push_back(
                issue_at(cell.place, "name", name, fmt::format("a unique name; {} has it already", where)));
            if (cell.state == CellState::given) cell.state = CellState::reported;
        }
    }
}

/// The series of the files that stands behind a name, however often it was scaled.
std::string source_of(const Draft& draft, std::string name) {
    for (auto found = draft.scaled.find(name); found != draft.scaled.end(); found = draft.scaled.find(name))
        name = found->second.source;
    return name;
}

std::set<std::string> wanted_series(const Draft& draft) {
    std::set<std::string> wanted;
    for_each_cell(draft, [&](const KindPort& kind, int row, int field) {
        const std::string name = series_at(draft, kind, row, field);
        if (!name.empty()) wanted.insert(source_of(draft, name));
    });
    return wanted;
}

/// Makes the copies that scenarios multiplied and that fields still name.
void add_scaled_series(Draft& draft, const std::set<std::string>& named) {
    std::map<std::string, std::size_t> sources;
    for (std::size_t i = 0; i < draft.data.series.size(); ++i) sources.emplace(draft.data.series[i].name, i);
    for (const std::string& name : named) {
        const auto source = sources.find(source_of(draft, name));
        if (!draft.scaled.contains(name) || source == sources.end()) continue;
        model::TimeSeries copy = draft.data.series[source->second];
        copy.name = name;
        for (std::string at = name; draft.scaled.contains(at); at = draft.scaled.at(at).source)
            for (double& value : copy.values) value *= draft.scaled.at(at).factor;
        draft.data.series.push_back(std::move(copy));
    }
}

/// A scaled series whose source is nowhere is told where the source was written.
void report_unknown_source(Draft& draft, const SeriesFiles& files, const KindPort& kind, int row, int field) {
    const ScaledSeries& scaled = draft.scaled.at(series_at(draft, kind, row, field));
    const std::vector<std::string> known(files.known.begin(), files.known.end());
    draft.issues.push_back(issue_at(scaled.place, kind.fields[static_cast<std::size_t>(field)].name, scaled.written,
                                    "a number or the name of a series", model::nearest_name(scaled.written, known)));
}

/// Fetches the series that fields name, and gives up on fields whose series has a problem of its own.
void attach_series(CaseFolder& folder, Draft& draft, bool horizon_known) {
    SeriesFiles files = read_series_files(folder, wanted_series(draft), draft.issues);
    draft.data.series = std::move(files.series);
    std::set<std::string> named;
    for_each_cell(draft, [&](const KindPort& kind, int row, int field) {
        const std::string name = series_at(draft, kind, row, field);
        if (name.empty()) return;
        named.insert(name);
        const std::string source = source_of(draft, name);
        const bool known = files.known.contains(source);
        if (!known && files.complete && source != name) report_unknown_source(draft, files, kind, row, field);
        const bool unsure = !known && (!files.complete || source != name);
        if (files.broken.contains(source) || unsure || (known && !horizon_known)) draft.fail(kind, row, field);
    });
    add_scaled_series(draft, named);
    draft.series_names = {files.known.begin(), files.known.end()};
}

/// Where a value of a component could not be read, the rules across its fields would only repeat that.
void skip_rules_of_failed_rows(Draft& draft) {
    for (const KindPort& kind : kinds()) {
        for (int row = 0; row < kind.count(draft.data); ++row) {
            std::vector<CellOrigin>& cells = draft.row(kind, row).cells;
            bool failed = false;
            for (const CellOrigin& cell : cells) failed = failed || cell.state == CellState::failed;
            for (std::size_t field = 0; failed && field < cells.size(); ++field) {
                if (!kind.fields[field].spoil(draft.data, row)) continue;
                cells[field].state = CellState::failed;
                break;
            }
        }
    }
}

/// What System::create found, by file, line and column. A scenario gives one value to many components: what reads the
/// same is told once.
void report_located(const std::vector<model::Issue>& found, Draft& draft) {
    std::set<std::string> told;
    for (const model::Issue& each : found)
        if (std::optional<Issue> issue = locate(each, draft); issue && told.insert(to_string(*issue)).second)
            draft.issues.push_back(std::move(*issue));
}

/// Checks what there is.
std::optional<model::System> make_system(Draft& draft) {
    skip_rules_of_failed_rows(draft);
    std::variant<model::System, std::vector<model::Issue>> made = model::System::create(std::move(draft.data));
    if (const auto* found = std::get_if<std::vector<model::Issue>>(&made)) {
        report_located(*found, draft);
        // Nothing may pass as a System because an issue was taken for a repetition of another.
        if (draft.issues.empty())
            for (const model::Issue& each : *found)
                draft.issues.push_back({"", 0, 0, each.field, each.found, to_string(each), ""});
    }
    if (!draft.issues.empty()) return {};
    return std::get<model::System>(std::move(made));
}

}  // namespace

std::optional<model::System> complete_draft(CaseFolder& folder, Draft& draft, bool horizon_known) {
    report_duplicate_names(draft);
    attach_series(folder, draft, horizon_known);
    return make_system(draft);
}

std::optional<model::System> complete_draft(Draft& draft) {
    report_duplicate_names(draft);
    for (const model::TimeSeries& each : draft.data.series) draft.series_names.push_back(each.name);
    return make_system(draft);
}

}  // namespace indus::inputs
