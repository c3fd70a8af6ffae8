// SPDX-License-Identifier: Apache-2.0
// The sections of report.html, in the order in which they tell the story. Each returns nothing where the
// run has nothing to say. Private to reports/page*.cpp.
#pragma once

#include "reports/html_table.hpp"
#include "reports/markup.hpp"
#include "reports/page.hpp"
#include "reports/page_data.hpp"

namespace indus::reports {

// page_answer.cpp: for everybody
Markup answer_section(const PageInput& in);
Markup certificate_section(const PageInput& in);
// page_time.cpp: how charts show a long run; nothing where they show every step
Markup time_section(const PageInput& in, const PageData& data);
// page_system.cpp: what happened, with charts
Markup dispatch_section(const PageInput& in);
Markup price_section(const PageInput& in);
Markup unserved_section(const PageInput& in);
Markup commitment_section(const PageInput& in);
Markup storage_section(const PageInput& in);
Markup line_section(const PageInput& in);
Markup reserve_section(const PageInput& in);
Markup curtailment_section(const PageInput& in);
// page_heat.cpp: part of the section on prices: heat, node by node
Markup heat_part(const PageInput& in);
// page_money.cpp: what it cost and emitted, by whom
Markup cost_section(const PageInput& in);
Markup emission_section(const PageInput& in);
Markup plant_section(const PageInput& in);
Markup zone_section(const PageInput& in);
Markup industrial_section(const PageInput& in);
// page_rules.cpp: rules over several components, and markets
Markup limit_section(const PageInput& in);
Markup market_section(const PageInput& in);
// page_industry.cpp: processes, loads that choose their hours, fuel in stocks
Markup industry_section(const PageInput& in);
// page_rigid.cpp: part of the section on industry: against an industry that follows no price
Markup rigid_part(const PageInput& in);
// page_bills.cpp: electricity bills, and who gains
Markup bill_section(const PageInput& in);
// page_inputs.cpp: for engineers
Markup input_section(const PageInput& in);
Markup equation_section(const PageInput& in);
Markup foot_section(const PageInput& in);

/// Energy below which sentences say "none" [MWh].
inline constexpr double nothing_shown = 1e-6;

/// <section> with its heading; nothing when the body is empty.
Markup section(std::string_view id, std::string_view heading, const Markup& body);
/// A place for a chart: `id` names the function that draws it, `summary` says in words what it shows.
Markup chart(std::string_view id, std::string_view caption, const std::string& summary);
/// <details> with its summary line.
Markup folded(std::string_view summary, const Markup& body, std::string_view id = {});
/// The swatch of a technology's colour.
Markup swatch(const PageInput& in, const std::string& technology);
/// Replaces technology names by labels, with their swatches.
void label_technologies(const PageInput& in, std::vector<HtmlColumn>& columns);
/// Replaces zone names by titles.
void title_zones(const PageInput& in, std::vector<HtmlColumn>& columns);
/// A table of a digest, ready to be shown.
template <class Row>
Markup digest_html(const PageInput& in, std::string id, std::string caption, const std::vector<Row>& rows,
                   const std::vector<std::string_view>& keys = {}, bool sortable = true) {
    std::vector<HtmlColumn> columns = columns_of(rows, keys);
    label_technologies(in, columns);
    title_zones(in, columns);
    return html_table({std::move(id), std::move(caption), in.system.settings().currency, sortable, std::move(columns)});
}

}  // namespace indus::reports
