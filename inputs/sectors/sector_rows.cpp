// SPDX-License-Identifier: Apache-2.0
#include "inputs/sectors/sector_rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "inputs/kinds.hpp"
#include "inputs/quantities.hpp"

namespace indus::inputs {

namespace {

// Two plants side by side have twice as much of these, and of nothing else.
constexpr std::array sizes{
    std::string_view{"stage.start_cost"},           std::string_view{"stage.start_energy_mwh"},
    std::string_view{"stage.changeover_cost"},      std::string_view{"stage.initial_rate_per_h"},
    std::string_view{"stage.ramp_per_h"},           std::string_view{"stage_mode.min_rate_per_h"},
    std::string_view{"stage_mode.max_rate_per_h"},  std::string_view{"stage_mode.power_mw"},
    std::string_view{"stage_mode.heat_mw"},         std::string_view{"stage_mode.batch_units"},
    std::string_view{"stage_mode.batch_min_units"}, std::string_view{"stage_mode.batch_mw"},
    std::string_view{"stage_mode.batch_heat_mw"},   std::string_view{"stock.capacity"},
    std::string_view{"stock.initial_level"},        std::string_view{"stock.buy_max_per_h"},
    std::string_view{"order.amount_per_window"},    std::string_view{"upgrade.cost_per_year"},
    std::string_view{"upgrade.recovered_max_mw"},   std::string_view{"boiler.capacity_mw"},
    std::string_view{"shiftable_load.energy_mwh"},  std::string_view{"shiftable_load.planned_mw"},
    std::string_view{"shiftable_load.max_mw"},      std::string_view{"shiftable_load.min_mw"}};

constexpr std::array moneys{std::string_view{"stage.start_cost"},
                            std::string_view{"stage.changeover_cost"},
                            std::string_view{"stage_mode.cost_per_unit"},
                            std::string_view{"order.late_cost_per_unit_h"},
                            std::string_view{"stock.buy_cost_per_unit"},
                            std::string_view{"order.lost_cost_per_unit"},
                            std::string_view{"upgrade.cost_per_year"},
                            std::string_view{"fuel.price_per_gj"},
                            std::string_view{"shiftable_load.value_of_lost_load_per_mwh"}};

// Texts that name what the template has, besides references.
constexpr std::array name_texts{std::string_view{"process.product"}, std::string_view{"stage.initial_mode"}};
constexpr std::array name_lists{std::string_view{"stage_mode.input"}, std::string_view{"stage_mode.output"},
                                std::string_view{"stage_mode.batch_output_h"}};

template <class List>
bool holds(const List& list, std::string_view text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

/// Six digits are more than any figure of a template has.
std::string scaled(double number, double factor) {
    return number_text(parse_number(fmt::format("{:.6g}", number * factor)).value());
}

/// Applies `change` to each word of a text.
template <class Change>
std::string each_word(std::string_view text, Change&& change) {
    std::string made;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        made += (made.empty() ? "" : " ") + change(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return made;
}

class Placing {
public:
    Placing(const SectorTemplate& sector, const SectorPlace& place) : sector_{sector}, place_{place} {}

    std::string cell(const FieldPort& port, const std::string& field, std::string_view text) const {
        if (text.empty()) return {};
        if (port.target == "zone") return place_.zone;
        if (port.target == "fuel" && !place_.fuel.empty()) return place_.fuel;
        if (port.name == "name" || !port.target.empty() || holds(name_texts, field)) return renamed(text);
        if (holds(name_lists, field)) return each_word(text, [&](std::string_view word) { return listed(word); });
        const double factor = (holds(sizes, field) ? place_.size : 1.0) * (holds(moneys, field) ? place_.dollar : 1.0);
        if (factor == 1.0) return std::string{text};
        if (const std::optional<double> number = parse_number(text)) return scaled(*number, factor);
        return each_word(text, [&](std::string_view word) {  // "0:36 0.7:20"
            const std::size_t colon = word.find(':');
            return fmt::format("{}:{}", word.substr(0, colon),
                               scaled(parse_number(word.substr(colon + 1)).value(), factor));
        });
    }

private:
    std::string renamed(std::string_view name) const {
        return name == sector_.name ? place_.name : fmt::format("{}_{}", place_.name, name);
    }
    /// "yarn:1.03" of a list; a name with blanks stands in single quotes.
    std::string listed(std::string_view word) const {
        const std::size_t colon = std::min(word.find(':'), word.size());
        const std::string name = renamed(word.substr(0, colon));
        const bool has_blanks = name.find(' ') != std::string::npos;
        return fmt::format("{0}{1}{0}{2}", has_blanks ? "'" : "", name, word.substr(colon));
    }
    const SectorTemplate& sector_;
    const SectorPlace& place_;
};

/// Gives every row the value; an empty one says nothing.
void put(SectorTable& table, const std::string& column, const std::string& value) {
    if (value.empty()) return;
    table.columns.push_back(column);
    for (std::vector<std::string>& row : table.rows) row.push_back(value);
}

}  // namespace

std::vector<SectorTable> sector_rows(const SectorTemplate& sector, const SectorPlace& place) {
    const Placing placing{sector, place};
    std::vector<SectorTable> made;
    for (const SectorTable& table : sector.tables) {
        if (table.kind == "fuel" && !place.fuel.empty()) continue;
        const KindPort& kind = *find_kind(table.kind);
        SectorTable& placed = made.emplace_back(SectorTable{table.kind, table.columns, table.rows});
        for (std::vector<std::string>& row : placed.rows)
            for (std::size_t i = 0; i < row.size(); ++i) {
                const int field = kind.find_field(table.columns[i]);
                row[i] = placing.cell(kind.fields.at(static_cast<std::size_t>(field)),
                                      table.kind + "." + table.columns[i], row[i]);
            }
        if (table.kind != "calendar") continue;
        put(placed, "holidays", place.dates.holidays);
        put(placed, "ramadan_from", place.dates.ramadan_from);
        put(placed, "ramadan_to", place.dates.ramadan_to);
    }
    return made;
}

}  // namespace indus::inputs
