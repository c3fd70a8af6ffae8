// SPDX-License-Identifier: Apache-2.0
#include "reports/rigid_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/solution.hpp"
#include "reports/number_text.hpp"

namespace indus::reports {

namespace {

/// "120 MW (rigid: 170 MW)".
std::string both(double optimised, double rigid, std::string_view unit) {
    return fmt::format("{} (rigid: {})", quantity_text(optimised, unit), quantity_text(rigid, unit));
}

std::string cost_sentence(const model::RigidComparison& found, const std::string& currency) {
    const double saved = *found.saving();
    const double precision = model::gap_precision * std::max(1.0, std::abs(found.rigid->cost));
    std::string text = fmt::format("Against an industry that follows no price, this plan {} {} ({} of {}).",
                                   saved >= 0.0 ? "saves" : "costs more:", money_text(std::abs(saved), currency),
                                   percent_text(std::abs(saved) / std::max(std::abs(found.rigid->cost), 1.0)),
                                   money_text(found.rigid->cost, currency));
    const auto least = found.saving_at_least(), most = found.saving_at_most();
    if (least && most && *most - *least > 2.0 * precision)
        text += fmt::format(" From optimum to optimum the saving lies between {} and {}, as both runs have a gap.",
                            money_text(*least, currency), money_text(*most, currency));
    return text;
}

/// Of what goes unserved besides demand, where something does.
std::string other_unserved(const model::RunFigures& best, const model::RunFigures& rigid) {
    constexpr double nothing_mwh = 1e-6;
    std::string text;
    if (best.missing_mwh > nothing_mwh || rigid.missing_mwh > nothing_mwh)
        text += " Energy that shiftable loads miss is " + both(best.missing_mwh, rigid.missing_mwh, "MWh") + ".";
    if (best.unserved_heat_mwh > nothing_mwh || rigid.unserved_heat_mwh > nothing_mwh)
        text += " Heat not served is " + both(best.unserved_heat_mwh, rigid.unserved_heat_mwh, "MWh") + ".";
    return text;
}

std::string firm_sentence(double displaced_mw) {
    return fmt::format(
        "Flexibility {} {} of firm capacity: by that much the peak of residual load (load less what sun, wind and run "
        "of river could give) is {}.",
        displaced_mw < 0.0 ? "needs another" : "displaces", quantity_text(std::abs(displaced_mw), "MW"),
        displaced_mw < 0.0 ? "higher" : "lower");
}

}  // namespace

std::vector<std::string> rigid_sentences(const model::RigidComparison& found, const std::string& currency) {
    if (!found.rigid) return {"There is no comparison with an industry that follows no price. " + found.explanation};
    if (!found.has_industry) return {found.explanation};
    const model::RunFigures& rigid = *found.rigid;
    const model::RunFigures& best = found.optimised;
    return {cost_sentence(found, currency),
            fmt::format("The peak of load is {}, unserved energy {}, curtailed sun and wind {}, emissions {}.",
                        both(best.peak_mw, rigid.peak_mw, "MW"), both(best.unserved_mwh, rigid.unserved_mwh, "MWh"),
                        both(best.curtailment_mwh, rigid.curtailment_mwh, "MWh"),
                        both(best.emissions_t, rigid.emissions_t, "tCO2")) +
                other_unserved(best, rigid),
            firm_sentence(*found.firm_capacity_displaced_mw()), "Rigid run: " + found.explanation};
}

}  // namespace indus::reports
