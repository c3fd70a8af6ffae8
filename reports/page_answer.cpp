// SPDX-License-Identifier: Apache-2.0
// The top of the page: the answer, key figures, and how sure they are.
#include <cmath>

#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/story.hpp"

namespace indus::reports {

namespace {

/// May break before its last word: a column is narrower than "USD 133 thousand" in large print.
std::string breakable(std::string shown) {
    constexpr std::string_view hard_space = "\u00a0";
    if (const std::size_t at = shown.rfind(hard_space); at != std::string::npos)
        shown.replace(at, hard_space.size(), " ");
    return shown;
}

/// One key figure; `key` says where summary.json has the same number.
Markup figure(std::string_view label, const std::string& shown, std::string_view key,
              const std::optional<double>& value, const std::string& note = {}) {
    if (!value || !std::isfinite(*value)) return {};
    return markup("<div class=\"figure\"><dt>{}</dt><dd data-key=\"{}\" data-value=\"{}\">{}</dd>{}</div>\n", label,
                  key, *value, breakable(shown), note.empty() ? Markup{} : markup("<dd class=\"note\">{}</dd>", note));
}

std::string per_mwh(const std::optional<double>& value, const std::string& currency) {
    return value ? money_text(*value, currency) + "/MWh" : std::string{};
}

Markup energy_figures(const PageInput& in) {
    const Totals& t = in.digest.totals;
    const std::string share = t.renewable_share ? percent_text(*t.renewable_share) : std::string{};
    const std::string intensity =
        t.emission_intensity_t_per_mwh
            ? grouped(*t.emission_intensity_t_per_mwh * 1000.0, 0) + "\u00a0kg per MWh generated"
            : "";
    Markup figures = figure("Energy served", quantity_text(t.served_mwh, "MWh"), "totals.served_mwh", t.served_mwh,
                            "of " + quantity_text(t.demand_mwh, "MWh") + " wanted");
    figures += figure("Not served", quantity_text(t.unserved_mwh, "MWh"), "totals.unserved_mwh", t.unserved_mwh,
                      percent_text(t.unserved_share) + " of demand");
    figures +=
        figure("Renewable share", share, "totals.renewable_share", t.renewable_share, "of generation, hydro included");
    figures +=
        figure("Carbon dioxide", quantity_text(t.emissions_t, "tCO2"), "totals.emissions_t", t.emissions_t, intensity);
    return figures;
}

Markup money_figures(const PageInput& in) {
    const Totals& t = in.digest.totals;
    const model::CaseSettings& settings = in.system.settings();
    const std::string& currency = settings.currency;
    const auto elsewhere = [&](double amount, std::string_view per) {
        std::string text;
        for (const model::ExchangeRate& rate : settings.exchange_rates)
            text += (text.empty() ? "" : ", ") + money_text(amount * rate.per_unit, rate.currency) + std::string{per};
        return text;
    };
    Markup figures = figure("Running cost", money_text(t.running_cost, currency), "totals.running_cost", t.running_cost,
                            elsewhere(t.running_cost, ""));
    figures +=
        figure("Cost per energy served", per_mwh(t.running_cost_per_mwh, currency), "totals.running_cost_per_mwh",
               t.running_cost_per_mwh, t.running_cost_per_mwh ? elsewhere(*t.running_cost_per_mwh, "/MWh") : "");
    figures +=
        figure("Average price", per_mwh(t.average_price_per_mwh, currency), "totals.average_price_per_mwh",
               t.average_price_per_mwh, t.average_price_per_mwh ? elsewhere(*t.average_price_per_mwh, "/MWh") : "");
    const auto& gap = in.solution.certificate.gap;
    figures += figure("Proven within", gap ? percent_text(*gap) : "", "gap", gap, "of the best possible cost");
    return figures;
}

Markup status(const PageInput& in) {
    const std::string tone = outcome_tone(in.solution);
    const std::string_view sign = tone == "good" ? "\u2713" : "!";
    Markup more;
    const bool explains = in.solution.has_solution() && !in.solution.within_gap() && !in.solution.explanation.empty();
    if (explains) more = markup(" {}", in.solution.explanation);
    return markup(
        "<p class=\"status {}\" role=\"status\"><span class=\"sign\" "
        "aria-hidden=\"true\">{}</span><span>{}{}</span></p>\n",
        tone, sign, outcome_sentence(in.solution), more);
}

Markup fact(std::string_view label, const std::string& text) {
    return text.empty() ? Markup{} : markup("<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n", label, text);
}

std::string exact_money(const std::optional<double>& amount, const std::string& currency) {
    return amount ? currency + "\u00a0" + grouped(*amount, std::abs(*amount) < 1e6 ? 2 : 0) : std::string{};
}

Markup certificate_facts(const PageInput& in) {
    const model::CertificateRecord& c = in.solution.certificate;
    const model::Statistics& s = in.solution.statistics;
    const std::string& currency = in.system.settings().currency;
    Markup rows = fact("Cost of this plan", exact_money(c.cost, currency));
    rows += fact("Best proven lower bound", exact_money(c.bound, currency));
    rows += fact("Best bound without a solver's word", exact_money(c.bound_recomputed, currency));
    rows += fact("Bound of the relaxed problem (lp_dual)", exact_money(c.lp_bound, currency));
    rows += fact("Bound of the plants' own answers (lagrangian)", exact_money(c.lagrangian_bound, currency));
    if (!in.solution.cuts.empty())
        rows += fact("Cuts with a price in that bound, derived again by indus verify",
                     fmt::format("{}", in.solution.cuts.size()));
    rows += fact("Bound claimed by the search (tree)", exact_money(c.tree_bound, currency));
    rows += fact("Source of the best bound", c.bound_source);
    rows += fact("Gap", c.gap ? percent_text(*c.gap) : "");
    rows += fact("Gap asked", percent_text(in.solution.options.gap));
    if (c.cost) {
        rows += fact("Largest violation of a row",
                     fmt::format("{:.3g}{}", c.max_row_violation, c.worst_row.empty() ? "" : " (" + c.worst_row + ")"));
        rows += fact("Largest violation of a limit", fmt::format("{:.3g}", c.max_bound_violation));
        rows += fact("Largest distance from a whole number", fmt::format("{:.3g}", c.max_integrality_violation));
    }
    rows += fact("Size of the program",
                 fmt::format("{} variables ({} yes/no or whole), {} rows, {} entries", grouped(s.columns, 0),
                             grouped(s.integers, 0), grouped(s.rows, 0), grouped(static_cast<double>(s.nonzeros), 0)));
    rows += fact("Method",
                 in.solution.method + (in.solution.method_reason.empty() ? "" : ": " + in.solution.method_reason));
    rows += fact("Time", duration_text(in.solution.seconds));
    for (const model::PhaseTime& phase : in.solution.phases)
        rows += fact("\u2003" + phase.phase, duration_text(phase.seconds));
    return framed_table("certificate-facts", "What was proven and measured", {}, rows);
}

Markup finding_list(const PageInput& in) {
    Markup items;
    for (const model::Finding& finding : in.solution.findings) {
        std::string where = finding.owner.empty() ? finding.kind : finding.kind + " " + finding.owner;
        if (finding.step >= 0 && finding.step < in.digest.steps)
            where += ", " + model::to_string(in.system.horizon().start(finding.step));
        items += markup("<li><strong>{}</strong>: {}</li>\n", where, finding.what);
    }
    return items.empty() ? Markup{}
                         : markup("<h3>Findings of the audit</h3>\n<ul class=\"findings\">\n{}</ul>\n", items);
}

}  // namespace

Markup answer_section(const PageInput& in) {
    const model::CaseSettings& settings = in.system.settings();
    Markup head = markup("<p class=\"eyebrow\">{} \u00b7 {}</p>\n<h1>{}</h1>\n",
                         settings.scenario == "base" ? "Base case" : "Scenario " + settings.scenario,
                         in.digest.steps > 0 ? in.digest.start + " to " + in.digest.end : std::string{},
                         settings.title.empty() ? settings.name : settings.title);
    const std::string& purpose =
        settings.scenario_description.empty() ? settings.description : settings.scenario_description;
    if (!purpose.empty()) head += markup("<p class=\"purpose\">{}</p>\n", purpose);
    std::string paragraph;
    for (const std::string& sentence : answer_sentences(in.system, in.solution, in.digest))
        paragraph += (paragraph.empty() ? "" : " ") + sentence;
    Markup figures;
    if (in.digest.has_solution) {
        figures = energy_figures(in);
        Markup money = money_figures(in);
        money += figures;
        figures = markup("<dl class=\"figures\" aria-label=\"Key figures\">\n{}</dl>\n", money);
    }
    return markup("<header class=\"answer\" id=\"answer\">\n{}{}<p class=\"paragraph\">{}</p>\n{}</header>\n", head,
                  status(in), paragraph, figures);
}

Markup certificate_section(const PageInput& in) {
    Markup body;
    for (const std::string& sentence : certificate_sentences(in.system, in.solution))
        body += markup("<li>{}</li>\n", sentence);
    if (body.empty()) return {};
    body = markup("<ul class=\"plain\">\n{}</ul>\n", body);
    body += finding_list(in);
    body += folded("Details of the certificate", certificate_facts(in));
    return section("certificate", "How sure is this?", body);
}

}  // namespace indus::reports
