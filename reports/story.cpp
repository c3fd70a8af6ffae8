// SPDX-License-Identifier: Apache-2.0
#include "reports/story.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "reports/number_text.hpp"
#include "reports/want_text.hpp"

namespace indus::reports {

namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

/// Where there are more causes than a reader would take in, the few greatest are told.
constexpr std::size_t most_causes = 60, told_causes = 20;
/// Share of the energy not served from which a cause is the main one.
constexpr double least_main_part = 0.1;

std::string month_text(std::chrono::year_month_day date) {
    return std::string{months[static_cast<unsigned>(date.month()) - 1]};
}

/// "13 to 19 January 2025", "30 December 2024 to 5 January 2025".
std::string date_span(std::chrono::local_days first, std::chrono::local_days last) {
    const std::chrono::year_month_day from{first}, to{last};
    const unsigned day = static_cast<unsigned>(from.day());
    if (from.year() != to.year()) return fmt::format("{} to {}", date_text(first), date_text(last));
    if (from.month() != to.month()) return fmt::format("{} {} to {}", day, month_text(from), date_text(last));
    return fmt::format("{} to {}", day, date_text(last));
}

std::string stop_reason(const model::Solution& solution) {
    if (solution.limit == "time") return "the time limit";
    if (solution.limit == "work") return "the work limit";
    if (solution.limit == "interrupted") return "the user";
    if (solution.limit == "error") return "an error of the solver";
    return "a limit";
}

bool stopped_early(const model::Solution& solution) { return solution.limit != "none" && !solution.within_gap(); }

std::string cost_sentence(const model::System& system, const Digest& d) {
    const model::CaseSettings& settings = system.settings();
    std::string text = fmt::format("In {} the system served {}", horizon_phrase(system.horizon()),
                                   quantity_text(d.totals.served_mwh, "MWh"));
    text += fmt::format(" at a running cost of {}", money_everywhere(d.totals.running_cost, settings));
    if (d.totals.running_cost_per_mwh)
        text += fmt::format(", on average {} per MWh", money_everywhere(*d.totals.running_cost_per_mwh, settings));
    return text + ".";
}

std::string unserved_sentence(const model::System& system, const Digest& d) {
    const Totals& t = d.totals;
    if (!(t.unserved_share > 1e-9)) return "All demand was served.";
    std::string text = fmt::format("{} ({}) could not be served", quantity_text(t.unserved_mwh, "MWh"),
                                   percent_text(t.unserved_share));
    const auto worst = std::max_element(d.zones.begin(), d.zones.end(), [](const ZoneRow& a, const ZoneRow& b) {
        return a.unserved_mwh < b.unserved_mwh;
    });
    const double share = worst == d.zones.end() ? 0.0 : worst->unserved_mwh / t.unserved_mwh;
    if (d.zones.size() > 1 && share > 0.999)
        text += fmt::format(", all of it in {}", worst->title);
    else if (d.zones.size() > 1 && share > 0.5)
        text += fmt::format(", most of it in {}", worst->title);
    text += fmt::format("; it is valued at {}.", money_everywhere(t.unserved_value, system.settings()));
    if (!d.causes.empty()) {
        std::string cause = d.causes.front().cause;
        while (!cause.empty() && cause.back() == '.') cause.pop_back();
        const double part = d.causes.front().energy_mwh / t.unserved_mwh;
        if (part < least_main_part)
            text += fmt::format(" The greatest of {} causes, {} of it: {}.",
                                grouped(static_cast<double>(d.causes.size()), 0), percent_text(part), cause);
        else
            text += fmt::format(" Main cause: {}.", cause);
    }
    return text;
}

std::string source_sentence(const Digest& d) {
    std::vector<TechnologyRow> rows;
    for (const TechnologyRow& row : d.technologies)
        if (row.energy_share && *row.energy_share > 0.005) rows.push_back(row);
    if (rows.empty()) return {};
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.energy_mwh > b.energy_mwh; });
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(rows.size(), 3); ++i) {
        std::string label = d.style(rows[i].technology).label;
        if (const std::size_t comma = label.find(", "); comma != std::string::npos)
            label = label.substr(0, comma) + " (" + label.substr(comma + 2) + ")";
        text += fmt::format("{}{} gave {}",
                            i == 0                                           ? ""
                            : i + 1 == std::min<std::size_t>(rows.size(), 3) ? " and "
                                                                             : ", ",
                            label, percent_text(*rows[i].energy_share));
    }
    if (rows.size() == 1)
        text += " of the energy";
    else
        text += " of the energy generated";
    if (d.totals.renewable_share && *d.totals.renewable_share > 0.0)
        text += fmt::format("; {} was renewable, hydro included", percent_text(*d.totals.renewable_share));
    if (d.totals.emissions_t > 0.0)
        text += fmt::format("; {} of carbon dioxide were emitted", quantity_text(d.totals.emissions_t, "tCO2"));
    return text + ".";
}

std::string proof_sentence(const model::Solution& solution) {
    const model::CertificateRecord& c = solution.certificate;
    if (!c.gap || !c.bound)
        return "How far this cost is from the best possible is not known: no lower bound was proven.";
    const std::string_view subject = "The total cost, missing power included,";
    const std::string_view given = solution.fixed.empty() ? "" : " with the decisions that were given";
    if (*c.gap <= 1e-9) return fmt::format("{} is proven to be the lowest possible{}.", subject, given);
    return fmt::format("{} is proven to be within {} of the best possible{}.", subject, percent_text(*c.gap), given);
}

std::string audit_sentence(const model::Solution& solution) {
    if (solution.findings.empty() && solution.certificate.feasible)
        return "A separate audit, which recomputes physics and costs from the inputs, found nothing wrong.";
    if (solution.findings.empty())
        return "The answer breaks its own rules by more than the tolerance: do not rely on it.";
    const std::size_t count = solution.findings.size();
    return fmt::format(
        "The audit found {} {} wrong (see \u201cHow sure is this?\u201d): do not rely on this answer before {} "
        "explained.",
        count, count == 1 ? "thing" : "things", count == 1 ? "it is" : "they are");
}

std::string no_solution_text(const model::Solution& solution) {
    if (solution.outcome == "infeasible") return "No plan can meet all conditions of this case: that is proven.";
    if (solution.outcome == "unbounded") return "The case is wrong: costs could fall without limit.";
    if (solution.outcome == "infeasible_or_unbounded")
        return "The case is wrong: either no plan meets all conditions, or costs could fall without limit.";
    return fmt::format("The search was stopped by {} before any plan was found; one may exist.", stop_reason(solution));
}

std::string bound_words(std::string_view source) {
    if (source == "lp_dual")
        return "The bound was recomputed with plain arithmetic from the prices of the relaxed problem, in which plants "
               "may "
               "be switched on by fractions; it rests on no solver's word.";
    if (source == "lagrangian")
        return "The bound is the sum of every plant's own best answer to a set of prices, each computed exactly; no "
               "plan "
               "can cost less, and it rests on no solver's word.";
    if (source == "tree")
        return "The bound is what the search over all on/off choices claims to have excluded; it rests on the solver's "
               "word.";
    return "Where the bound comes from was not recorded.";
}

}  // namespace

std::string cost_category_label(const std::string& category) {
    static const std::map<std::string, std::string> labels{
        {"fuel", "Fuel"},
        {"carbon", "Carbon price"},
        {"no_load", "Running at no load"},
        {"variable", "Operation and maintenance"},
        {"operation", "Operation"},
        {"start_up", "Start-ups"},
        {"shut_down", "Shut-downs"},
        {"ramping", "Changes of output"},
        {"curtailment", "Curtailment"},
        {"unserved", "Value of power not served"},
        {"surplus", "Surplus dumped"},
        {"reserve_shortfall", "Missing reserve"},
        {"reserve", "Offers of reserve"},
        {"wheeling", "Use of lines"},
        {"line_violation", "Lines beyond their limits"},
        {"interface_violation", "Interfaces beyond their limits"},
        {"wear", "Wear of batteries"},
        {"pumping", "Pumping"},
        {"bypass", "Water past the turbines"},
        {"end_value", "Energy left in store (income)"},
        {"import", "Imports"},
        {"export", "Exports (income)"},
        {"consumer_value", "Worth of power to price-sensitive load (gain)"},
        {"carbon_excess", "Emissions above a cap"},
        {"renewable_shortfall", "Missing renewable energy"},
        {"firm_shortfall", "Missing firm capacity"},
        {"technology_excess", "Energy above a technology's limit"},
        {"technology_shortfall", "Energy missing to a technology's limit"},
        {"fuel_excess", "Fuel above a contract"},
        {"fuel_shortfall", "Fuel paid for and not taken"},
        {"constraint_violation", "Plant constraints broken"}};
    const auto found = labels.find(category);
    return found == labels.end() ? category : found->second;
}

MainCauses main_causes(const Digest& digest) {
    MainCauses main{digest.causes, {}};
    if (main.rows.size() <= most_causes) return main;
    main.rows.resize(told_causes);
    double energy = 0.0;
    for (const CauseRow& row : main.rows) energy += row.energy_mwh;
    main.note = fmt::format(
        "These are the {} greatest of {} causes, with {} of the energy not served; unserved.csv has "
        "every stretch of time.",
        told_causes, grouped(static_cast<double>(digest.causes.size()), 0),
        percent_text(energy / digest.totals.unserved_mwh));
    return main;
}

std::string date_text(std::chrono::local_days day) {
    const std::chrono::year_month_day date{day};
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), month_text(date), static_cast<int>(date.year()));
}

std::string horizon_phrase(const model::Horizon& horizon) {
    if (horizon.step_count() == 0) return "no time at all";
    using std::chrono::days;
    const auto first = std::chrono::floor<days>(horizon.start());
    const auto last = std::chrono::floor<days>(horizon.end() - std::chrono::minutes{1});
    const bool whole_days = horizon.start() == first && horizon.end() == last + days{1};
    const long count = (last - first).count() + 1;
    const std::chrono::year_month_day from{first}, to{last};
    const bool from_new_year = from.month() == std::chrono::January && static_cast<unsigned>(from.day()) == 1;
    const bool to_year_end = to.month() == std::chrono::December && static_cast<unsigned>(to.day()) == 31;
    if (whole_days && from_new_year && to_year_end && from.year() == to.year())
        return fmt::format("the year {}", static_cast<int>(from.year()));
    if (whole_days && count == 1) return fmt::format("the day of {}", date_text(first));
    if (whole_days && count == 7) return "the week from " + date_span(first, last);
    if (whole_days) return fmt::format("the {} days from {}", count, date_span(first, last));
    const std::string start = model::to_string(horizon.start());
    const double hours = horizon.total_hours();
    return fmt::format("the {} {} from {}, {}", grouped(hours, hours == std::round(hours) ? 0 : 2),
                       hours == 1.0 ? "hour" : "hours", date_text(first), start.substr(11));
}

std::string money_everywhere(double amount, const model::CaseSettings& settings) {
    std::string text = money_text(amount, settings.currency);
    std::string others;
    for (const model::ExchangeRate& rate : settings.exchange_rates)
        others += (others.empty() ? "" : ", ") + money_text(amount * rate.per_unit, rate.currency);
    return others.empty() ? text : fmt::format("{} ({})", text, others);
}

std::string outcome_sentence(const model::Solution& solution) {
    if (!solution.has_solution()) return no_solution_text(solution);
    const auto& gap = solution.certificate.gap;
    // What was given is not proven to be best.
    const std::string given = solution.fixed.empty() ? "" : " with the decisions that were given";
    const std::string reached =
        gap ? fmt::format("within {} of the best possible cost{}", percent_text(*gap), given) : "";
    const std::string asked = percent_text(solution.options.gap);
    if (solution.within_gap() && gap && *gap <= 1e-9)
        return fmt::format("Solved: no plan{} can cost less, and that is proven.", given);
    if (solution.within_gap()) return fmt::format("Solved: proven {} (asked: {}).", reached, asked);
    const std::string cause = stopped_early(solution) ? "Stopped early by " + stop_reason(solution) : "Ended";
    if (gap) return fmt::format("{}: proven {}, which misses the asked {}.", cause, reached, asked);
    return fmt::format("{}: a plan was found, but no bound on the best possible cost was proven.", cause);
}

std::string outcome_tone(const model::Solution& solution) {
    if (!solution.has_solution() || !solution.findings.empty() || !solution.certificate.feasible) return "bad";
    return solution.within_gap() ? "good" : "warning";
}

std::vector<std::string> answer_sentences(const model::System& system, const model::Solution& solution,
                                          const Digest& d) {
    std::vector<std::string> sentences;
    if (!solution.has_solution()) {
        sentences.push_back(no_solution_text(solution));
        if (!solution.explanation.empty()) sentences.push_back(solution.explanation);
        sentences.push_back(
            fmt::format("The case was to cover {}; its inputs are listed below.", horizon_phrase(system.horizon())));
        return sentences;
    }
    sentences.push_back(cost_sentence(system, d));
    sentences.push_back(unserved_sentence(system, d));
    if (std::string text = other_unserved_sentence(d.totals.missing_mwh, d.totals.unserved_heat_mwh); !text.empty())
        sentences.push_back(std::move(text));
    if (std::string text = fuel_want_summary(d); !text.empty()) sentences.push_back(std::move(text));
    if (std::string text = source_sentence(d); !text.empty()) sentences.push_back(std::move(text));
    sentences.push_back(proof_sentence(solution));
    sentences.push_back(audit_sentence(solution));
    return sentences;
}

std::vector<std::string> certificate_sentences(const model::System& system, const model::Solution& solution) {
    const model::CertificateRecord& c = solution.certificate;
    const std::string& currency = system.settings().currency;
    std::vector<std::string> sentences;
    if (c.cost && c.bound)
        sentences.push_back(
            fmt::format("This plan costs {}. No plan that obeys the same rules can cost less than {}. A better "
                        "plan could therefore save at most {} of the cost.",
                        money_text(*c.cost, currency), money_text(*c.bound, currency),
                        c.gap ? percent_text(*c.gap) : "an unknown part"));
    else if (c.bound)
        sentences.push_back(fmt::format("Any plan would cost at least {}.", money_text(*c.bound, currency)));
    if (c.bound) sentences.push_back(bound_words(c.bound_source));
    if (c.bound && c.bound_recomputed && c.cost && *c.bound_recomputed < *c.bound)
        sentences.push_back(
            fmt::format("Without any solver's word, the cost is still proven to be within {} of the best possible.",
                        percent_text((*c.cost - *c.bound_recomputed) / std::max(std::abs(*c.cost), 1.0))));
    if (c.gap_without_unserved)
        sentences.push_back(
            fmt::format("Unserved energy makes up more than a tenth of the cost; measured against the rest of the "
                        "cost alone, the gap is {}.",
                        percent_text(*c.gap_without_unserved)));
    if (!c.cost) return sentences;
    sentences.push_back(audit_sentence(solution));
    if (solution.piecewise)
        sentences.push_back(
            fmt::format("Quadratic cost curves were cut into straight pieces, to which cost and bound refer. With the "
                        "exact curves this plan costs {}; no plan's cost is off by more than {}.",
                        money_text(solution.piecewise->exact_cost, currency),
                        money_text(solution.piecewise->error_limit, currency)));
    return sentences;
}

}  // namespace indus::reports
