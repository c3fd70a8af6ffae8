// SPDX-License-Identifier: Apache-2.0
#include "reports/workbook.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <map>

#include "reports/bill_columns.hpp"
#include "reports/columns.hpp"
#include "reports/workbook_sheets.hpp"

namespace indus::reports {

namespace {

/// Units that the columns of the digest declare and that their keys do not tell.
template <class... Rows>
std::map<std::string, std::string, std::less<>> declared_units() {
    std::map<std::string, std::string, std::less<>> units;
    const auto add = [&](const auto& column) {
        if (!column.unit.empty()) units.emplace(column.key, column.unit);
    };
    (for_each_column<Rows>(add), ...);
    return units;
}

struct Suffix {
    std::string_view ending;
    std::string_view unit;
};
// The longest that fits counts.
constexpr std::array<Suffix, 10> suffixes{{{"_per_mwh", "money/MWh"},
                                           {"_per_h", "units/h"},
                                           {"_cost", "money"},
                                           {"_income", "money"},
                                           {"_share", "share"},
                                           {"_mwh", "MWh"},
                                           {"_mw", "MW"},
                                           {"_gj", "GJ"},
                                           {"_t", "t"},
                                           {"_h", "h"}}};

const Suffix* suffix_of(std::string_view key) {
    const auto found = std::find_if(suffixes.begin(), suffixes.end(),
                                    [&](const Suffix& suffix) { return key.ends_with(suffix.ending); });
    return found == suffixes.end() ? nullptr : &*found;
}

}  // namespace

bool shows_days(const PageInput& in) { return in.series.step_count() > most_workbook_steps; }

std::string header_text(std::string_view title, std::string_view unit, const PageInput& in) {
    const std::string& currency = in.system.settings().currency;
    if (unit.empty() || unit == "share") return std::string{title};
    if (unit == "money") return fmt::format("{} [{}]", title, currency);
    if (unit == "money/MWh") return fmt::format("{} [{}/MWh]", title, currency);
    return fmt::format("{} [{}]", title, unit);
}

std::string unit_of_key(std::string_view key) {
    static const auto declared =
        declared_units<PlantRow, ZoneRow, DemandRow, LineRow, StoreRow, ReserveRow, CauseRow, CostRow, FuelRow,
                       TechnologyRow, ProcessRow, LoadShiftRow, FuelStockRow, MeterRow, HeatNodeRow, OrderRow,
                       UpgradeRow, ContractRow, model::BillRecord>();
    if (const auto found = declared.find(key); found != declared.end()) return found->second;
    const Suffix* suffix = suffix_of(key);
    return suffix == nullptr ? "" : std::string{suffix->unit};
}

std::string title_of_key(std::string_view key) {
    const Suffix* suffix = suffix_of(key);
    // "import_cost" and "unserved_share" say what is counted, "output_mw" only how.
    const bool is_unit_only = suffix != nullptr && suffix->unit != "money" && suffix->unit != "share";
    std::string title{is_unit_only ? key.substr(0, key.size() - suffix->ending.size()) : key};
    std::replace(title.begin(), title.end(), '_', ' ');
    if (!title.empty()) title[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(title[0])));
    return title;
}

void write_workbook(const PageInput& in, const std::filesystem::path& file) {
    const model::CaseSettings& settings = in.system.settings();
    Book book{file, fmt::format("{}, {}", settings.title.empty() ? settings.name : settings.title, settings.scenario),
              in.system.horizon().step_count() > 0 ? in.system.horizon().start() : model::TimePoint{}};
    Sheet& summary = book.add_sheet("Summary");
    const SummaryRanges ranges = write_summary_sheet(in, summary);
    if (in.digest.has_solution) {
        Sheet& charts = book.add_sheet("Charts");
        write_chart_sheet(in, write_dispatch_sheets(in, book), ranges, book, charts);
        write_table_sheets(in, book);
    }
    write_input_sheet(in, book);
    book.close();
}

}  // namespace indus::reports
