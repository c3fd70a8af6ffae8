// SPDX-License-Identifier: Apache-2.0
#include "reports/console.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "reports/digest.hpp"
#include "reports/number_text.hpp"
#include "reports/rigid_text.hpp"
#include "reports/story.hpp"
#include "reports/want_text.hpp"

namespace indus::reports {

namespace {

constexpr std::size_t width = 80;
constexpr std::size_t most_lines = 24;

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; }));
}

/// No control characters: a name must not move the cursor or change colours.
std::string tame(std::string_view text) {
    std::string safe;
    for (const char letter : text) safe += static_cast<unsigned char>(letter) < 0x20 || letter == 0x7f ? ' ' : letter;
    return safe;
}

/// Cut to `limit` characters, with an ellipsis where something is missing.
std::string fitted(std::string_view text, std::size_t limit) {
    if (characters(text) <= limit) return std::string{text};
    std::size_t kept = 0, end = 0;
    while (end < text.size()) {
        if ((text[end] & 0xc0) != 0x80 && kept++ == limit - 1) break;
        ++end;
    }
    return std::string{text.substr(0, end)} + "\u2026";
}

std::string padded(std::string_view text, std::size_t size) {
    std::string cell = fitted(text, size);
    return cell + std::string(size - characters(cell), ' ');
}
std::string padded_left(std::string_view text, std::size_t size) {
    const std::string cell = fitted(text, size);
    return std::string(size - characters(cell), ' ') + cell;
}

/// Collects lines and keeps them within the screen.
class Screen {
public:
    explicit Screen(bool colour) : colour_{colour} {}
    void line(std::string_view text, std::string_view code = "") {
        const std::string shown = fitted(tame(text), width);
        lines_.push_back(colour_ && !code.empty() ? fmt::format("\033[{}m{}\033[0m", code, shown) : shown);
    }
    /// Over at most `most` lines, broken at spaces.
    void paragraph(std::string_view text, std::size_t most, std::string_view code = "") {
        std::string rest = tame(text);
        for (std::size_t used = 0; used < most && !rest.empty(); ++used) {
            if (used + 1 == most || characters(rest) <= width) {
                line(rest, code);
                return;
            }
            std::size_t cut = 0;
            for (std::size_t i = 0, seen = 0; i < rest.size() && seen <= width; ++i) {
                if ((rest[i] & 0xc0) != 0x80) ++seen;
                if (rest[i] == ' ' && seen <= width + 1) cut = i;
            }
            if (cut == 0) cut = rest.find(' ');
            line(rest.substr(0, cut), code);
            rest = cut == std::string::npos ? "" : rest.substr(cut + 1);
        }
    }
    std::size_t room() const { return lines_.size() < most_lines ? most_lines - lines_.size() : 0; }
    std::string text() const {
        std::string all;
        for (std::size_t i = 0; i < std::min(lines_.size(), most_lines); ++i) all += lines_[i] + "\n";
        return all;
    }

private:
    bool colour_;
    std::vector<std::string> lines_;
};

std::string bar(double share, std::size_t size) {
    const auto eighths =
        static_cast<std::size_t>(std::lround(std::clamp(share, 0.0, 1.0) * static_cast<double>(size) * 8.0));
    static constexpr const char* parts[] = {"", "\u258f", "\u258e", "\u258d", "\u258c", "\u258b", "\u258a", "\u2589"};
    std::string text;
    for (std::size_t i = 0; i < eighths / 8; ++i) text += "\u2588";
    return text + parts[eighths % 8];
}

void show_money(const model::System& system, const model::Solution& solution, const Digest& d, Screen& screen) {
    const std::string& currency = system.settings().currency;
    const model::CertificateRecord& c = solution.certificate;
    std::string line = fmt::format("Cost {}", money_text(*c.cost, currency));
    if (c.bound) line += fmt::format(", bound {} ({})", money_text(*c.bound, currency), c.bound_source);
    if (c.gap) line += fmt::format(", gap {}", percent_text(*c.gap));
    screen.line(line);
    line = fmt::format("Running cost {}", money_text(d.totals.running_cost, currency));
    if (d.totals.running_cost_per_mwh)
        line += fmt::format(", {} per MWh served", money_text(*d.totals.running_cost_per_mwh, currency));
    screen.line(line);
}

void show_technologies(const Digest& d, std::size_t most, Screen& screen) {
    std::vector<TechnologyRow> rows;
    double rest = 0.0, rest_share = 0.0, largest = 0.0;
    for (const TechnologyRow& row : d.technologies)
        if (row.energy_share && row.energy_mwh > 0.0) rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.energy_mwh > b.energy_mwh; });
    if (rows.empty()) return;
    const std::size_t shown = rows.size() > most ? most - 1 : rows.size();
    for (std::size_t i = shown; i < rows.size(); ++i) {
        rest += rows[i].energy_mwh;
        rest_share += *rows[i].energy_share;
    }
    largest = std::max(*rows.front().energy_share, rest_share);
    const auto show = [&](const std::string& name, double energy, double share) {
        screen.line(fmt::format("  {} {} {}  {}", padded(name, 22), padded_left(quantity_text(energy, "MWh"), 12),
                                padded_left(percent_text(share), 7), bar(share / largest, 30)));
    };
    for (std::size_t i = 0; i < shown; ++i)
        show(technology_label(rows[i].technology), rows[i].energy_mwh, *rows[i].energy_share);
    if (rest > 0.0) show("others", rest, rest_share);
}

void show_zones(const model::System& system, const Digest& d, std::size_t most, Screen& screen) {
    std::vector<ZoneRow> rows = d.zones;
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
        return a.unserved_mwh != b.unserved_mwh ? a.unserved_mwh > b.unserved_mwh : a.demand_mwh > b.demand_mwh;
    });
    const std::size_t shown = rows.size() > most ? most - 1 : rows.size();
    screen.line(fmt::format("  {} {} {} {}", padded("Zone", 28), padded_left("demand", 14),
                            padded_left("average price", 20), padded_left("not served", 12)),
                "2");
    for (std::size_t i = 0; i < shown; ++i) {
        const ZoneRow& row = rows[i];
        const std::string price = row.average_price_per_mwh
                                      ? money_text(*row.average_price_per_mwh, system.settings().currency) + "/MWh"
                                      : "";
        screen.line(fmt::format("  {} {} {} {}", padded(row.title, 28),
                                padded_left(quantity_text(row.demand_mwh, "MWh"), 14), padded_left(price, 20),
                                padded_left(quantity_text(row.unserved_mwh, "MWh"), 12)));
    }
    if (shown < rows.size()) screen.line(fmt::format("  and {} more zones", rows.size() - shown));
}

void show_unserved(const Digest& d, Screen& screen) {
    const Totals& t = d.totals;
    std::string line =
        fmt::format("Served {} of {}", quantity_text(t.served_mwh, "MWh"), quantity_text(t.demand_mwh, "MWh"));
    if (t.unserved_mwh > 1e-6)
        line +=
            fmt::format("; not served {} ({})", quantity_text(t.unserved_mwh, "MWh"), percent_text(t.unserved_share));
    screen.line(line);
    if (const std::string text = other_unserved_sentence(t.missing_mwh, t.unserved_heat_mwh); !text.empty())
        screen.paragraph(text, 2);
    for (std::size_t i = 0; i < std::min<std::size_t>(d.causes.size(), 2); ++i)
        screen.line(fmt::format("  {}: {}", quantity_text(d.causes[i].energy_mwh, "MWh"), d.causes[i].cause));
}

/// Which fuel and which grid were out of reach, of the two greatest each.
void show_want(const Digest& d, Screen& screen) {
    constexpr std::size_t most = 2, lines = 3;
    for (const auto& sentences : {fuel_want_sentences(d), grid_want_sentences(d)}) {
        for (std::size_t i = 0; i < std::min(sentences.size(), most); ++i) screen.paragraph(sentences[i], lines);
        if (sentences.size() > most) screen.line(fmt::format("  and {} more of that kind", sentences.size() - most));
    }
}

/// What the processes that drew most made, and what loads that choose their hours did with that.
void show_industry(const Digest& d, Screen& screen) {
    constexpr std::size_t most = 3;
    std::vector<ProcessRow> rows;
    for (const ProcessRow& row : d.processes)
        if (row.made.value_or(1.0) > 0.0) rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.energy_mwh > b.energy_mwh; });
    for (std::size_t i = 0; i < std::min(rows.size(), most); ++i) {
        const ProcessRow& row = rows[i];
        if (!row.made) {
            screen.line(fmt::format("  {}: {}, in different units; {}", row.name, row.product,
                                    quantity_text(row.energy_mwh, "MWh")));
            continue;
        }
        std::string line = fmt::format("  {}: {} of {}", row.name, quantity_text(*row.made, row.unit), row.product);
        if (row.on_time_share) line += fmt::format(", {} on time", percent_text(*row.on_time_share));
        line += fmt::format("; {} and {} per {}", quantity_text(*row.energy_per_unit_mwh, "MWh"),
                            quantity_text(*row.emissions_per_unit_t, "tCO2"), row.unit);
        if (row.direct_emissions_t > 0.0)
            line += fmt::format(", {} of it direct", quantity_text(*row.direct_emissions_per_unit_t, "tCO2"));
        screen.line(line);
    }
    if (rows.size() > most) screen.line(fmt::format("  and {} more processes", rows.size() - most));
    double shifted = 0.0, drawn = 0.0;
    for (const LoadShiftRow& row : d.load_shifts) {
        shifted += row.energy_shifted_mwh;
        drawn += row.energy_mwh;
    }
    if (!d.load_shifts.empty())
        screen.line(fmt::format("Shifted {} of {} that could choose its hours", quantity_text(shifted, "MWh"),
                                quantity_text(drawn, "MWh")));
}

void show_audit(const model::Solution& solution, Screen& screen) {
    if (solution.findings.empty() && solution.certificate.feasible) {
        screen.line("Audit passed", "32");
        return;
    }
    if (solution.findings.empty())
        screen.line("Audit: the answer breaks its own rules by more than the tolerance", "31");
    else
        screen.line(fmt::format("Audit found {}: {} {}: {}", solution.findings.size(), solution.findings[0].kind,
                                solution.findings[0].owner, solution.findings[0].what),
                    "31");
}

}  // namespace

std::string console_summary(const model::System& system, const model::Solution& solution, bool colour) {
    const Digest d = digest(system, solution);
    Screen screen{colour};
    const std::string tone = outcome_tone(solution);
    const model::CaseSettings& settings = system.settings();
    screen.line(fmt::format("{}, {}: {}", settings.title.empty() ? settings.name : settings.title, settings.scenario,
                            horizon_phrase(system.horizon())),
                "1");
    screen.paragraph(outcome_sentence(solution), 2, tone == "good" ? "32" : tone == "warning" ? "33" : "31");
    if (!solution.has_solution()) {
        screen.paragraph(solution.explanation, 6);
        if (solution.certificate.bound)
            screen.line("Any plan would cost at least " + money_text(*solution.certificate.bound, settings.currency));
        return screen.text();
    }
    show_money(system, solution, d, screen);
    show_unserved(d, screen);
    show_want(d, screen);
    show_industry(d, screen);
    show_technologies(d, 7, screen);
    show_zones(system, d, std::max<std::size_t>(2, screen.room() - 2), screen);
    show_audit(solution, screen);
    return screen.text();
}

std::string objective_text(const model::System& system, const model::ObjectiveComparison& objective) {
    const std::string& currency = system.settings().currency;
    std::string text = fmt::format("  {} {} {}\n", padded(fmt::format("Zone {}", objective.zone), 34),
                                   padded_left("least system cost", 20), padded_left("least own bill", 20));
    const auto row = [&](const std::string& name, double by_system, double by_zone) {
        text += fmt::format("  {} {} {}\n", padded(name, 34), padded_left(money_text(by_system, currency), 20),
                            padded_left(money_text(by_zone, currency), 20));
    };
    row("its bill", objective.by_system.bill, objective.by_zone.bill);
    row("its other costs", objective.by_system.own_cost, objective.by_zone.own_cost);
    row("cost of the system", objective.by_system.system_cost, objective.by_zone.system_cost);
    return text + fmt::format("  On its own the zone gains {}; the system loses {}, all others {}\n",
                              money_text(objective.zone_gain(), currency),
                              money_text(objective.system_loss(), currency),
                              money_text(objective.others_loss(), currency));
}

std::string rigid_text(const model::System& system, const model::RigidComparison& rigid) {
    Screen screen{false};
    for (const std::string& each : rigid_sentences(rigid, system.settings().currency)) screen.paragraph(each, 4);
    return screen.text();
}

}  // namespace indus::reports
