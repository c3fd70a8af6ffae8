// SPDX-License-Identifier: Apache-2.0
// How charts show a run of more steps than a chart has room for.
#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"
#include "reports/story.hpp"

namespace indus::reports {

namespace {

Markup week_table(const PageInput& in, const std::vector<Week>& weeks) {
    HtmlColumn week{"week", "Week from", "", false, {}, {}, {}};
    HtmlColumn reason{"reason", "Why it is shown", "", false, {}, {}, {}};
    HtmlColumn demand{"demand_mwh", "Demand", "MWh", true, {}, {}, {}};
    HtmlColumn unserved{"unserved_mwh", "Not served", "MWh", true, {}, {}, {}};
    HtmlColumn price{"mean_price_per_mwh", "Average price", "money/MWh", true, {}, {}, {}};
    for (const Week& each : weeks) {
        std::string reasons;
        for (const std::string& one : each.reasons) reasons += (reasons.empty() ? "" : ", ") + one;
        week.texts.push_back(date_text(each.begin));
        const std::string none = weeks.size() == 1 ? "the only one" : "for its time of the year";
        reason.texts.push_back(reasons.empty() ? none : reasons);
        demand.values.emplace_back(each.demand_mwh);
        unserved.values.emplace_back(each.unserved_mwh);
        price.values.push_back(each.mean_price);
    }
    return html_table({"weeks",
                       "Weeks shown step by step",
                       in.system.settings().currency,
                       false,
                       {week, reason, demand, unserved, price}});
}

}  // namespace

Markup time_section(const PageInput& in, const PageData& data) {
    if (data.mean_of.empty()) return {};
    Markup body = markup("<p class=\"lead\">The run has {} steps. Charts over time show the mean of each {}.</p>\n",
                         grouped(in.digest.steps, 0), data.mean_of);
    if (data.weeks.empty())
        return section("time", "How time is shown",
                       body += markup("<p class=\"hint\">Every step is in the CSV tables beside this page.</p>\n"));
    body += markup(
        "<p class=\"hint\">The weeks below are there with every step: choose one under \u201cTime\u201d at any chart, "
        "and "
        "all charts show it. The most usual week is the one whose demand, step by step, is closest to the mean of all "
        "weeks. Every step of the whole run is in the CSV tables beside this page.</p>\n");
    body += week_table(in, data.weeks);
    return section("time", "How time is shown", body);
}

}  // namespace indus::reports
