// SPDX-License-Identifier: Apache-2.0
// The first sheet: what came out, how sure it is, and where cost and emissions come from.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "reports/columns.hpp"
#include "reports/number_text.hpp"
#include "reports/story.hpp"
#include "reports/workbook_sheets.hpp"

namespace indus::reports {

namespace {

constexpr double label_width = 38.0, value_width = 20.0, unit_width = 14.0;

class Summary {
public:
    Summary(const PageInput& in, Sheet& sheet) : in_{in}, sheet_{sheet} {}

    SummaryRanges write() {
        sheet_.hide_grid();
        sheet_.set_width(0, label_width);
        sheet_.set_width(1, value_width);
        sheet_.set_width(2, unit_width);
        write_answer();
        write_run();
        write_proof();
        if (!in_.digest.has_solution) return {};
        SummaryRanges ranges;
        write_figures();
        write_costs(ranges);
        write_technologies(ranges);
        table("Fuel and emissions", in_.digest.fuels);
        const MainCauses causes = main_causes(in_.digest);
        table("What was not served", causes.rows);
        if (!causes.note.empty()) sheet_.sentence(causes.note);
        return ranges;
    }

private:
    const model::CaseSettings& settings() const { return in_.system.settings(); }

    void heading(std::string_view text) {
        sheet_.end_row();
        sheet_.text(text, Look::heading).end_row();
    }
    void fact(std::string_view label, std::string_view text) {
        if (!text.empty()) sheet_.text(label, Look::label).text(text, Look::running).end_row();
    }
    void fact(std::string_view label, const std::optional<double>& value, std::string_view unit) {
        if (!value) return;
        sheet_.text(label, Look::label).number(*value, look_of(unit));
        sheet_.text(shown_unit(unit)).end_row();
    }
    /// "PKR/MWh"; shares are shown in per cent.
    std::string shown_unit(std::string_view unit) const {
        if (unit == "money") return settings().currency;
        if (unit == "money/MWh") return settings().currency + "/MWh";
        return unit == "share" ? "" : std::string{unit};
    }

    void write_answer() {
        const std::string& name = settings().title.empty() ? settings().name : settings().title;
        sheet_.text(name + ", " + settings().scenario, Look::title).end_row();
        const std::string tone = outcome_tone(in_.solution);
        sheet_.sentence(outcome_sentence(in_.solution), tone == "good"      ? Look::good
                                                        : tone == "warning" ? Look::warning
                                                                            : Look::bad);
        for (const std::string& sentence : answer_sentences(in_.system, in_.solution, in_.digest))
            sheet_.sentence(sentence);
        if (in_.digest.has_solution && shows_days(in_))
            sheet_.sentence(
                fmt::format("The horizon has {} steps: the sheets over time show days (means, sums or the "
                            "day's end, as their headers say). Every step is in the CSV tables beside "
                            "this file.",
                            grouped(in_.series.step_count(), 0)));
    }

    void write_run() {
        heading("Run");
        fact("Case", settings().name);
        fact("Description", settings().description);
        fact("Scenario", settings().scenario);
        fact("Scenario's description", settings().scenario_description);
        const model::Horizon& horizon = in_.system.horizon();
        if (horizon.step_count() > 0) {
            sheet_.text("From", Look::label).time(horizon.start()).end_row();
            sheet_.text("To", Look::label).time(horizon.end()).end_row();
            sheet_.text("Steps", Look::label).number(horizon.step_count(), Look::whole).end_row();
        }
        fact("Length of a step", in_.digest.step_hours, "h");
        fact("Outcome", in_.solution.outcome);
        fact("Stopped by", in_.solution.limit == "none" ? "" : in_.solution.limit);
        fact("Method", in_.solution.method);
        fact("Currency", settings().currency);
        for (const model::ExchangeRate& rate : settings().exchange_rates)
            sheet_.text("1 " + settings().currency + " is", Look::label)
                .number(rate.per_unit)
                .text(rate.currency)
                .end_row();
        fact("Program", in_.info.version.empty() ? "" : "Indus " + in_.info.version);
    }

    void write_proof() {
        const model::CertificateRecord& c = in_.solution.certificate;
        heading("How sure is this?");
        fact("Cost of this plan", c.cost, "money");
        fact("Best proven lower bound", c.bound, "money");
        fact("Best bound without a solver's word", c.bound_recomputed, "money");
        fact("Source of the best bound", c.bound_source);
        if (c.cost) fact("Gap", c.gap, "share");
        fact("Gap asked", in_.solution.options.gap, "share");
        fact("Gap without unserved energy", c.gap_without_unserved, "share");
        if (c.cost)
            fact("Audit",
                 in_.solution.findings.empty() ? "passed" : fmt::format("{} findings", in_.solution.findings.size()));
        for (const std::string& sentence : certificate_sentences(in_.system, in_.solution)) sheet_.sentence(sentence);
    }

    void header(const std::vector<std::string>& titles) {
        for (const std::string& title : titles) sheet_.text(title, Look::header);
    }
    /// The same money in the other currencies of the case.
    void elsewhere(double amount) {
        for (const model::ExchangeRate& rate : settings().exchange_rates)
            sheet_.number(amount * rate.per_unit, Look::hundredth);
    }

    void write_figures() {
        heading("Key figures");
        header({"Figure", "Value", "Unit"});
        for (const model::ExchangeRate& rate : settings().exchange_rates)
            sheet_.text("Value in " + rate.currency, Look::header);
        sheet_.end_row();
        for_each_column<Totals>([&](const auto& column) {
            const std::optional<double> value = in_.digest.totals.*column.member;
            if (!value) return;
            sheet_.text(column.title, Look::label).number(*value, look_of(column.unit)).text(shown_unit(column.unit));
            if (column.unit.starts_with("money")) elsewhere(*value);
            sheet_.end_row();
        });
    }

    void write_costs(SummaryRanges& ranges) {
        std::map<std::string, double> sums;
        double total = 0.0;
        for (const CostRow& row : in_.digest.costs) {
            sums[row.category] += row.amount;
            total += row.amount;
        }
        if (sums.empty()) return;
        std::vector<std::pair<std::string, double>> kinds{sums.begin(), sums.end()};
        std::stable_sort(kinds.begin(), kinds.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
        heading("Cost by kind");
        header({"Kind", header_text("Cost", "money", in_), "Share"});
        for (const model::ExchangeRate& rate : settings().exchange_rates)
            sheet_.text("Cost [" + rate.currency + "]", Look::header);
        sheet_.end_row();
        const int first = sheet_.row();
        const auto row = [&](const std::string& label, double amount) {
            sheet_.text(label, Look::label).number(amount, Look::whole);
            total == 0.0 ? sheet_.blank() : sheet_.number(amount / total, Look::share);
            elsewhere(amount);
            sheet_.end_row();
        };
        for (const auto& [category, amount] : kinds) row(cost_category_label(category), amount);
        ranges.cost_kinds = {sheet_.name(), 0, first, sheet_.row() - 1};
        ranges.costs = {"Cost", {sheet_.name(), 1, first, sheet_.row() - 1}, "#2f6db0"};
        row("Total", total);
    }

    void write_technologies(SummaryRanges& ranges) {
        const int before = sheet_.row();
        table("Technologies", in_.digest.technologies);
        if (sheet_.row() == before) return;
        const int last = sheet_.row() - 1;
        const int first = last + 1 - static_cast<int>(in_.digest.technologies.size());
        int column = 0, energy = 0;
        for_each_column<TechnologyRow>([&](const auto& each) {
            if (each.key == "energy_mwh") energy = column;
            ++column;
        });
        ranges.technologies = {sheet_.name(), 0, first, last};
        ranges.energy = {"Energy", {sheet_.name(), energy, first, last}, "#2a9d8f"};
    }

    /// A table of the digest, under its heading; nothing where it has no rows.
    template <class Row>
    void table(std::string_view title, const std::vector<Row>& rows) {
        if (rows.empty()) return;
        heading(title);
        for_each_column<Row>(
            [&](const auto& column) { sheet_.text(header_text(column.title, column.unit, in_), Look::header); });
        sheet_.end_row();
        for (const Row& row : rows) {
            for_each_column<Row>([&](const auto& column) { cell(column.key, column.unit, row.*column.member); });
            sheet_.end_row();
        }
    }
    void cell(std::string_view key, std::string_view, const std::string& text) {
        if (key == "technology")
            sheet_.text(technology_label(text), Look::label);
        else
            sheet_.text(key == "zone" ? in_.digest.zone_title(text) : text);
    }
    void cell(std::string_view, std::string_view unit, const std::optional<double>& number) {
        number ? sheet_.number(*number, look_of(unit)) : sheet_.blank();
    }

    const PageInput& in_;
    Sheet& sheet_;
};

}  // namespace

SummaryRanges write_summary_sheet(const PageInput& in, Sheet& sheet) { return Summary{in, sheet}.write(); }

}  // namespace indus::reports
