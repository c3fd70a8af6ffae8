// SPDX-License-Identifier: Apache-2.0
// indus sector: templates of industrial sectors, listed, told, and added to a case.
#include <fmt/format.h>

#include <algorithm>

#include "cli/verb.hpp"
#include "inputs/quantities.hpp"
#include "inputs/sectors/add_sector.hpp"
#include "inputs/sectors/sector_template.hpp"
#include "model/values.hpp"

namespace indus::cli {

namespace {

using inputs::SectorTable;
using inputs::SectorTemplate;

void list_sectors() {
    fmt::print(
        "Sectors of which there are templates. 'indus sector SECTOR' tells what one holds; with --case, --zone and\n"
        "--peak it adds a plant to a case.\n\n");
    for (const SectorTemplate& each : inputs::sector_templates()) fmt::print("  {:<13} {}\n", each.name, each.title);
}

/// "  kiln           burn_clinker    150 to 220 an hour       5.3 MW"
void tell_mode(const SectorTable& modes, std::size_t row) {
    const double least = modes.number(row, "min_rate_per_h"), most = modes.number(row, "max_rate_per_h");
    std::string rate = "no output";
    if (modes.number(row, "batch_h") > 0.0)
        rate = fmt::format("{:g} in {:g} h", modes.number(row, "batch_units"), modes.number(row, "batch_h"));
    else if (most > 0.0)
        rate = least < most ? fmt::format("{:g} to {:g} an hour", least, most) : fmt::format("{:g} an hour", most);
    fmt::print("  {:<14} {:<14} {:<22} {:>7.3g} MW\n", modes.cell(row, "stage"), modes.cell(row, "name"), rate,
               inputs::mode_peak_mw(modes, row));
}

void tell(const SectorTemplate& sector) {
    fmt::print("{}\n\n  {:.4g} MW at most, as the template stands; a plant in a case has the size asked for.\n\n",
               sector.name, inputs::peak_mw(sector));
    if (const SectorTable* modes = sector.table("stage_mode")) {
        fmt::print("Stages, their modes, and the most they make and draw\n");
        for (std::size_t row = 0; row < modes->rows.size(); ++row) tell_mode(*modes, row);
        fmt::print("\n");
    }
    fmt::print("{}", sector.sources);
}

const SectorTemplate& sector_of(const std::string& name) {
    if (const SectorTemplate* found = inputs::find_sector(name)) return *found;
    std::vector<std::string> known;
    for (const SectorTemplate& each : inputs::sector_templates()) known.push_back(each.name);
    const std::string nearest = model::nearest_name(name, known);
    throw UsageError(fmt::format("unknown sector '{}'{}; 'indus sector' lists them", name,
                                 nearest.empty() ? "" : fmt::format("; did you mean '{}'?", nearest)));
}

int add(const std::string& case_folder, const inputs::SectorWish& wish) {
    const inputs::AddedSector added = inputs::add_sector(case_folder, wish);
    for (const inputs::Issue& issue : added.issues) fmt::print(stderr, "{}\n", inputs::to_string(issue));
    if (!added.issues.empty()) {
        fmt::print(stderr, "{} problem{} found; nothing was changed in {}\n", added.issues.size(),
                   added.issues.size() == 1 ? "" : "s", case_folder);
        return bad_input;
    }
    fmt::print("{}: {:g} MW at most, {:.4g} times the template; added to {}\n", added.name, wish.peak_mw, added.size,
               case_folder);
    for (const auto& [file, rows] : added.files) fmt::print("  {:<20} {:>2} row{}\n", file, rows, rows == 1 ? "" : "s");
    return solved;
}

int sector(const std::vector<std::string>& arguments) {
    po::options_description options("Options");
    options.add_options()("sector", po::value<std::string>()->default_value(""),
                          "sector (or the first argument); none: all in a line each")(
        "case", po::value<std::string>(), "folder of the case to which a plant is added")(
        "zone", po::value<std::string>(), "zone of the case in which it stands")("peak", po::value<std::string>(),
                                                                                 "the most it draws: 30MW, 500kW")(
        "name", po::value<std::string>()->default_value(""), "its name; <zone>_<sector> by default")(
        "fuel", po::value<std::string>()->default_value(""),
        "fuel of the case that its boilers, kilns and furnaces burn; by default one of its own")(
        "holidays", po::value<std::string>()->default_value(""), "days off: '2025-03-31 2025-04-01'")(
        "ramadan", po::value<std::string>()->default_value(""),
        "first and last day of shorter hours: 2025-03-02:2025-03-30")(
        "scenario", po::value<std::string>()->default_value(""),
        "scenario to which it is added, made where there is none; by default the tables of the case");
    po::positional_options_description positions;
    positions.add("sector", 1);
    const Parsed parsed = parse(sector_verb, arguments, options, positions);
    if (parsed.helped) return solved;
    const auto text = [&](const char* name) {
        return parsed.values.count(name) > 0 ? parsed.values[name].as<std::string>() : std::string{};
    };
    std::string wished;
    for (const char* each : {"case", "zone", "peak", "name", "fuel", "scenario", "holidays", "ramadan"})
        wished += text(each);
    const bool adds = !wished.empty();
    if (text("sector").empty()) {
        if (adds) throw UsageError("a sector is missing; 'indus sector' lists them");
        return list_sectors(), solved;
    }
    const SectorTemplate& wanted = sector_of(text("sector"));
    if (!adds) return tell(wanted), solved;
    for (const char* needed : {"case", "zone", "peak"})
        if (text(needed).empty())
            throw UsageError(fmt::format("--{} is missing; a plant needs --case, --zone and --peak", needed));
    const std::optional<double> peak = inputs::parse_power_mw(text("peak"));
    if (!peak)
        throw UsageError(
            fmt::format("--peak: found '{}', expected a power above 0 such as 30MW or 500kW", text("peak")));
    return add(text("case"), {wanted.name, text("zone"), *peak, text("name"), text("fuel"), text("scenario"),
                              text("holidays"), text("ramadan")});
}

}  // namespace

const Verb sector_verb{"sector", "sector [SECTOR --case CASE ...]",
                       "templates of industrial sectors; adds one to a case", sector};

}  // namespace indus::cli
