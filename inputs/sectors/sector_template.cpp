// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/sector_template.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

#include "inputs/cell_values.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/quantities.hpp"

// Symbols of cmake/embed.cmake.
extern "C" {
extern const char indus_asset_sectors_begin[], indus_asset_sectors_end[];
}

namespace indus::inputs {

namespace {

class TableTaker : public CsvVisitor {
public:
    explicit TableTaker(SectorTable& table) : table_{table} {}
    bool header(const CsvRow& row) override {
        table_.columns = texts(row);
        return true;
    }
    void row(const CsvRow& row) override { table_.rows.push_back(texts(row)); }
    void misshapen_row(const CsvRow&) override {}

private:
    static std::vector<std::string> texts(const CsvRow& row) {
        std::vector<std::string> made;
        for (const CsvCell& cell : row.cells) made.emplace_back(cell.text);
        return made;
    }
    SectorTable& table_;
};

void take_file(SectorTemplate& sector, const std::string& file, std::string_view text) {
    if (file == "SOURCES.md") {
        sector.sources = text;
        sector.title = text.substr(2, text.find('\n') - 2);  // "# Title"
        return;
    }
    SectorTable table{.kind = file.substr(0, file.rfind('.'))};
    std::vector<Issue> issues;
    TableTaker taker{table};
    read_csv(file, text, taker, issues);
    if (!issues.empty()) throw std::logic_error("template of sector " + sector.name + ": " + to_string(issues.front()));
    sector.tables.push_back(std::move(table));
}

/// The asset is files, each after a line "==> sector/file".
std::vector<SectorTemplate> read_templates() {
    constexpr std::string_view mark = "==> ";
    std::string_view rest{indus_asset_sectors_begin,
                          static_cast<std::size_t>(indus_asset_sectors_end - indus_asset_sectors_begin)};
    std::map<std::string, SectorTemplate> made;
    while (rest.starts_with(mark)) {
        const std::size_t line_end = rest.find('\n');
        const std::string path{rest.substr(mark.size(), line_end - mark.size())};
        rest.remove_prefix(line_end + 1);
        const std::string_view text = rest.substr(0, rest.find("\n==> ") + 1);
        const std::size_t slash = path.find('/');
        SectorTemplate& sector = made[path.substr(0, slash)];
        sector.name = path.substr(0, slash);
        take_file(sector, path.substr(slash + 1), text.empty() ? rest : text);
        rest.remove_prefix(text.empty() ? rest.size() : text.size());
    }
    std::vector<SectorTemplate> templates;
    for (auto& [name, sector] : made) templates.push_back(std::move(sector));
    return templates;
}

}  // namespace

std::string_view SectorTable::cell(std::size_t row, std::string_view column) const {
    const auto found = std::find(columns.begin(), columns.end(), column);
    if (found == columns.end()) return {};
    return rows[row][static_cast<std::size_t>(found - columns.begin())];
}

double SectorTable::number(std::size_t row, std::string_view column) const {
    const std::string_view text = cell(row, column);
    return text.empty() ? 0.0 : parse_number(text).value();
}

const SectorTable* SectorTemplate::table(std::string_view kind) const {
    for (const SectorTable& each : tables)
        if (each.kind == kind) return &each;
    return nullptr;
}

const std::vector<SectorTemplate>& sector_templates() {
    static const std::vector<SectorTemplate> all = read_templates();
    return all;
}

const SectorTemplate* find_sector(std::string_view name) {
    for (const SectorTemplate& each : sector_templates())
        if (each.name == name) return &each;
    return nullptr;
}

double mode_peak_mw(const SectorTable& modes, std::size_t row) {
    const double energy = modes.number(row, "energy_mwh_per_unit");
    const double batch_h = modes.number(row, "batch_h");
    if (batch_h == 0.0) return modes.number(row, "power_mw") + energy * modes.number(row, "max_rate_per_h");
    model::Steps power;
    read_value(modes.cell(row, "batch_mw"), {}, power);
    double most = 0.0;
    for (const model::Steps::Step& each : power.steps) most = std::max(most, each.value);
    return most + energy * modes.number(row, "batch_units") / batch_h;
}

double peak_mw(const SectorTemplate& sector) {
    double sum = 0.0;
    if (const SectorTable* modes = sector.table("stage_mode")) {
        std::map<std::string_view, double> most;
        for (std::size_t row = 0; row < modes->rows.size(); ++row) {
            double& stage = most[modes->cell(row, "stage")];
            stage = std::max(stage, mode_peak_mw(*modes, row));
        }
        for (const auto& [stage, peak] : most) sum += peak;
    }
    if (const SectorTable* loads = sector.table("shiftable_load"))
        for (std::size_t row = 0; row < loads->rows.size(); ++row) sum += loads->number(row, "max_mw");
    return sum;
}

}  // namespace indus::inputs
