// SPDX-License-Identifier: Apache-2.0
#include "reports/technology.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <map>

namespace indus::reports {

namespace {

struct Family {
    std::string_view word;   ///< found anywhere in the name, first match counts
    std::string_view label;  ///< for a name that equals the word; empty: made from the name
    std::string_view light;
    std::string_view dark;
    int order;
};

constexpr std::array<Family, 25> families{{
    {"nuclear", "Nuclear", "#7a4ea3", "#a17fce", 10},
    {"run_of_river", "Hydro, run of river", "#8cc5e8", "#8cc5e8", 20},
    {"reservoir", "Hydro, reservoir", "#2f6db0", "#5b93d6", 30},
    {"hydro", "Hydro", "#2f6db0", "#5b93d6", 30},
    {"lignite", "Lignite", "#8c6648", "#b08a6a", 40},
    {"coal", "Coal", "#45484d", "#868b93", 50},
    {"bagasse", "Bagasse", "#5f8a3a", "#86b35f", 60},
    {"biomass", "Biomass", "#5f8a3a", "#86b35f", 60},
    {"geothermal", "Geothermal", "#b5563c", "#d3785f", 60},
    {"rlng", "RLNG", "#f0b27a", "#f0b27a", 80},
    {"lng", "LNG", "#f0b27a", "#f0b27a", 80},
    {"gas", "Gas", "#d9772b", "#e58b43", 70},
    {"ccgt", "Gas, combined cycle", "#d9772b", "#e58b43", 70},
    {"ocgt", "Gas, open cycle", "#f0b27a", "#f0b27a", 80},
    {"furnace_oil", "Furnace oil", "#a3313f", "#cf5d69", 90},
    {"oil", "Oil", "#a3313f", "#cf5d69", 90},
    {"hfo", "Furnace oil", "#a3313f", "#cf5d69", 90},
    {"diesel", "Diesel", "#cf7f86", "#cf7f86", 92},
    {"wind", "Wind", "#2a9d8f", "#45b8aa", 110},
    {"solar", "Solar", "#f2c230", "#f2c94c", 120},
    {"battery", "Battery", "#c668a5", "#d787b9", 130},
    {"pumped_storage", "Pumped storage", "#6f86c9", "#8ea2dd", 125},
    {"pumped", "", "#6f86c9", "#8ea2dd", 125},
    {"import", "Import", "#9aa3ad", "#8a939e", 140},
    {"thermal", "Thermal", "#77685d", "#a08f83", 65},
}};

constexpr std::array<std::string_view, 6> spare_colours{"#5a7d7c", "#b0a03a", "#7d6b91",
                                                        "#9c5f4a", "#4f8f4a", "#5d6fa8"};

const Family* family_of(std::string_view name) {
    const auto found = std::find_if(families.begin(), families.end(), [&](const Family& family) {
        return name.find(family.word) != std::string_view::npos;
    });
    return found == families.end() ? nullptr : &*found;
}

std::string lowered(std::string_view name) {
    std::string text{name};
    for (char& letter : text) letter = static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    return text;
}

std::uint32_t hash_of(std::string_view text) {
    std::uint32_t hash = 2166136261u;
    for (const char letter : text) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
    return hash;
}

/// Mixes with white, for the second and later members of a family.
std::string lightened(const std::string& colour, int times) {
    std::string text = "#";
    for (std::size_t i = 1; i < 7; i += 2) {
        int part = std::stoi(colour.substr(i, 2), nullptr, 16);
        for (int k = 0; k < std::min(times, 3); ++k) part += (255 - part) * 3 / 10;
        text += fmt::format("{:02x}", part);
    }
    return text;
}

/// The family whose word the name is, if it has a label for it.
const Family* family_called(std::string_view name) {
    const auto found = std::find_if(families.begin(), families.end(),
                                    [&](const Family& family) { return family.word == name && !family.label.empty(); });
    return found == families.end() ? nullptr : &*found;
}

/// "north_shore" -> "North shore"; a short word without vowels is an abbreviation: "hvdc" -> "HVDC".
std::string capitalised(std::string_view name) {
    constexpr std::size_t longest_abbreviation = 4;
    const std::string low = lowered(name);
    const bool is_abbreviation =
        name.size() <= longest_abbreviation && low.find_first_not_of("bcdfghjklmnpqrstvwxz") == std::string::npos;
    std::string text{name};
    std::replace(text.begin(), text.end(), '_', ' ');
    for (char& letter : text)
        if (is_abbreviation || &letter == text.data())
            letter = static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
    return text;
}

}  // namespace

std::string technology_label(std::string_view name) {
    const std::string low = lowered(name);
    if (const Family* family = family_called(low)) return std::string{family->label};
    if (low == "hydro_run_of_river") return "Hydro, run of river";
    for (std::size_t end = low.rfind('_'); end != std::string::npos && end > 0; end = low.rfind('_', end - 1))
        if (const Family* family = family_called(low.substr(0, end)); family && end + 1 < low.size()) {
            const std::string rest = technology_label(name.substr(end + 1));
            return rest.starts_with(family->label) ? rest : fmt::format("{} ({})", family->label, rest);
        }
    return capitalised(name);
}

std::vector<TechnologyStyle> technology_styles(std::vector<std::string> names) {
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::vector<TechnologyStyle> styles;
    std::map<std::string, int> uses;
    for (const std::string& name : names) {
        const Family* family = family_of(lowered(name));
        const std::string_view spare = spare_colours[hash_of(name) % spare_colours.size()];
        TechnologyStyle style{name, technology_label(name), std::string{family ? family->light : spare},
                              std::string{family ? family->dark : spare}, family ? family->order : 100};
        const int earlier = uses[style.light]++;
        style.light = lightened(style.light, earlier);
        style.dark = lightened(style.dark, earlier);
        styles.push_back(std::move(style));
    }
    std::stable_sort(styles.begin(), styles.end(), [](const auto& a, const auto& b) { return a.order < b.order; });
    return styles;
}

}  // namespace indus::reports
