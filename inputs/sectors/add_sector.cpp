// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/add_sector.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "inputs/kinds.hpp"
#include "inputs/read_case.hpp"
#include "inputs/sectors/appended_table.hpp"
#include "inputs/sectors/case_preview.hpp"
#include "inputs/sectors/sector_rows.hpp"

namespace indus::inputs {

namespace {

namespace fs = std::filesystem;

void report_unknown(std::string_view option, const std::string& found, const std::vector<std::string>& known,
                    std::string_view expected, std::vector<Issue>& issues) {
    if (std::find(known.begin(), known.end(), found) != known.end()) return;
    issues.push_back(issue_at({std::string{option}}, "", found, expected, model::nearest_name(found, known)));
}

/// Units of the case's currency in a dollar.
std::optional<double> dollar_in(const model::CaseSettings& settings) {
    if (settings.currency == "USD") return 1.0;
    for (const model::ExchangeRate& each : settings.exchange_rates)
        if (each.currency == "USD") return 1.0 / each.per_unit;
    return {};
}

/// The plant as the case takes it; where something is wrong with the wish, it says so.
SectorPlace place_for(const SectorTemplate& sector, const SectorWish& wish, const model::System& system,
                      AddedSector& added) {
    report_unknown("--zone", wish.zone, find_kind("zone")->names(system.data()), "the name of a zone of the case",
                   added.issues);
    if (!wish.fuel.empty())
        report_unknown("--fuel", wish.fuel, find_kind("fuel")->names(system.data()), "the name of a fuel of the case",
                       added.issues);
    const std::optional<double> dollar = dollar_in(system.settings());
    if (!dollar)
        added.issues.push_back(
            issue_at({"case.toml"}, "exchange_rates", "",
                     fmt::format("USD = what a {} is worth in dollars, as the template's money is in USD",
                                 system.settings().currency)));
    added.name = wish.name.empty() ? fmt::format("{}_{}", wish.zone, wish.sector) : wish.name;
    added.size = wish.peak_mw / peak_mw(sector);
    const SectorDates dates = sector_dates(wish.holidays, wish.ramadan, added.issues);
    if (dates.are_given() && !sector.table("calendar"))
        added.issues.push_back(issue_at({dates.holidays.empty() ? "--ramadan" : "--holidays"}, "",
                                        dates.holidays.empty() ? wish.ramadan : wish.holidays,
                                        fmt::format("nothing, as a plant of {} has no calendar", sector.name)));
    return {added.name, wish.zone, wish.fuel, added.size, dollar.value_or(1.0), dates};
}

/// The files as they will be: the tables, or the scenario.
void grow(const SectorWish& wish, const std::vector<SectorTable>& rows, CasePreview& preview, AddedSector& added) {
    int count = 0;
    for (const SectorTable& table : rows) {
        const std::string file = table.kind + ".csv";
        count += static_cast<int>(table.rows.size());
        if (!wish.scenario.empty()) continue;
        preview.change(file, appended_table(preview.text(file, added.issues), table, added.issues));
        added.files.emplace_back(file, static_cast<int>(table.rows.size()));
    }
    if (wish.scenario.empty()) return;
    const std::string file = "scenarios/" + wish.scenario + ".toml";
    preview.change(file, appended_scenario(preview.text(file, added.issues), rows));
    added.files.emplace_back(file, count);
}

}  // namespace

AddedSector add_sector(const fs::path& case_folder, const SectorWish& wish) {
    AddedSector added;
    std::vector<std::string> known;
    for (const SectorTemplate& each : sector_templates()) known.push_back(each.name);
    report_unknown("sector", wish.sector, known, "the name of a sector", added.issues);
    if (wish.scenario == "base" || wish.scenario.find_first_of("/\\") != std::string::npos)
        added.issues.push_back(issue_at({"--scenario"}, "", wish.scenario, "a name of a file, other than base"));
    if (!added.issues.empty()) return added;
    CasePreview preview{case_folder};
    const bool extends = !wish.scenario.empty() && preview.has("scenarios/" + wish.scenario + ".toml");
    const LoadedCase loaded = read_case(case_folder, {.scenario = extends ? wish.scenario : "base"});
    added.issues.insert(added.issues.end(), loaded.issues.begin(), loaded.issues.end());
    if (!added.issues.empty()) return added;
    const SectorTemplate& sector = *find_sector(wish.sector);
    const SectorPlace place = place_for(sector, wish, *loaded.system, added);
    grow(wish, sector_rows(sector, place), preview, added);
    if (!added.issues.empty()) return added;
    const bool written = preview.write();
    if (written)
        added.issues = read_case(preview.path(), {.scenario = wish.scenario.empty() ? "base" : wish.scenario}).issues;
    if (added.issues.empty() && (!written || !preview.take_over()))
        added.issues.push_back(issue_at({case_folder.string()}, "", "", "a folder that can be written"));
    return added;
}

}  // namespace indus::inputs
