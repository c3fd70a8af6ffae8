// SPDX-License-Identifier: Apache-2.0
#include "reports/want_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "reports/number_text.hpp"

namespace indus::reports {

namespace {

/// Energy below which nothing is told [MWh].
constexpr double nothing_mwh = 1e-3;

std::string hours_text(double hours) { return grouped(hours, hours < 10.0 ? 2 : 0) + "\u00a0h"; }

/// "a, b and c".
std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (std::size_t k = 0; k < names.size(); ++k)
        text += (k == 0 ? "" : k + 1 == names.size() ? " and " : ", ") + names[k];
    return text;
}

std::string fuel_sentence(const Digest& d, const FuelStockRow& row) {
    std::string text = fmt::format(
        "For want of {} in {} its plants stood or held back for {} and gave {} less than they "
        "could have.",
        row.fuel, row.name, hours_text(row.hours_short), quantity_text(row.missed_mwh, "MWh"));
    if (row.unserved_mwh > nothing_mwh)
        text += fmt::format(" It is among the causes of {} that were not served, in {}.",
                            quantity_text(row.unserved_mwh, "MWh"), row.unserved_zones);
    else
        text += " No demand went without power for it.";
    if (d.reserves.empty()) return text;
    if (row.reserve_missing_mwh > nothing_mwh)
        return text + fmt::format(" In those hours reserve was missing, {} in all.",
                                  quantity_text(row.reserve_missing_mwh, "MWh"));
    return text + " No reserve was missing in those hours.";
}

}  // namespace

std::vector<std::string> fuel_want_sentences(const Digest& digest) {
    std::vector<std::string> sentences;
    for (const FuelStockRow& row : digest.fuel_stocks)
        if (row.missed_mwh > nothing_mwh) sentences.push_back(fuel_sentence(digest, row));
    return sentences;
}

std::string fuel_want_summary(const Digest& digest) {
    std::vector<std::string> fuels, stocks;
    double missed_mwh = 0.0;
    for (const FuelStockRow& row : digest.fuel_stocks) {
        if (row.missed_mwh <= nothing_mwh) continue;
        missed_mwh += row.missed_mwh;
        stocks.push_back(row.name);
        if (std::find(fuels.begin(), fuels.end(), row.fuel) == fuels.end()) fuels.push_back(row.fuel);
    }
    constexpr std::size_t most_named = 3;
    if (stocks.empty()) return {};
    const std::string where =
        stocks.size() > most_named ? fmt::format("{} yards and tanks", stocks.size()) : listed(stocks);
    return fmt::format("For want of {} in {}, plants gave {} less than they could have.", listed(fuels), where,
                       quantity_text(missed_mwh, "MWh"));
}

std::vector<std::string> grid_want_sentences(const Digest& digest) {
    std::vector<std::string> sentences;
    for (const MeterRow& row : digest.meters) {
        if (row.out_of_reach_mwh <= nothing_mwh) continue;
        const double reduced = row.hours_less - row.hours_off;
        std::string text = fmt::format("The grid was off at {} for {}", row.name, hours_text(row.hours_off));
        if (reduced > 0.0) text += fmt::format(" and reduced for another {}", hours_text(reduced));
        text += fmt::format(": {} of what the meter lets in were out of reach.",
                            quantity_text(row.out_of_reach_mwh, "MWh"));
        sentences.push_back(text + fmt::format(" In those hours plants and stores behind it gave {}, and {} were not "
                                               "served.",
                                               quantity_text(row.own_supply_mwh, "MWh"),
                                               quantity_text(row.unserved_mwh, "MWh")));
    }
    return sentences;
}

std::string other_unserved_sentence(double missing_mwh, double unserved_heat_mwh) {
    std::string text;
    if (missing_mwh > nothing_mwh)
        text = fmt::format("Shiftable loads missed {} that were due", quantity_text(missing_mwh, "MWh"));
    if (unserved_heat_mwh > nothing_mwh)
        text += fmt::format("{}{} of heat were not served", text.empty() ? "" : ", and ",
                            quantity_text(unserved_heat_mwh, "MWh"));
    return text.empty() ? text : text + ".";
}

}  // namespace indus::reports
