// SPDX-License-Identifier: Apache-2.0
// How technologies are called, ordered and coloured in reports.
//
// The palette keeps neighbours of the dispatch stack apart in lightness as well as in hue, so that it
// survives colour blindness and grey print. A technology that nobody foresaw gets a colour from its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace indus::reports {

struct TechnologyStyle {
    std::string name{};   ///< as in the case
    std::string label{};  ///< for people
    std::string light{};  ///< colour on a light page, "#rrggbb"
    std::string dark{};   ///< colour on a dark page
    int order = 0;        ///< from the bottom of the stack
};

/// "run_of_river" -> "Hydro, run of river". A word of a known family that goes on tells the family and, in brackets,
/// the rest: "coal_north" -> "Coal (North)", "gas_lng" -> "Gas (LNG)". Others keep their words: "sea_waves" -> "Sea
/// waves".
std::string technology_label(std::string_view name);

/// One style per name, in stacking order; equal names are merged, kinsmen of a family get different shades.
std::vector<TechnologyStyle> technology_styles(std::vector<std::string> names);

}  // namespace indus::reports
