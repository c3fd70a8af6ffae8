// SPDX-License-Identifier: Apache-2.0
// Heat and its price, node by node: part of the section on prices.
#include <algorithm>

#include "reports/number_text.hpp"
#include "reports/page_sections.hpp"

namespace indus::reports {

Markup heat_part(const PageInput& in) {
    const std::vector<HeatNodeRow>& nodes = in.digest.heat_nodes;
    if (nodes.empty()) return {};
    const std::string& currency = in.system.settings().currency;
    const bool is_priced =
        std::any_of(nodes.begin(), nodes.end(), [](const HeatNodeRow& row) { return row.average_price_per_mwh; });
    Markup body;
    if (is_priced) {
        std::string summary;
        for (const HeatNodeRow& row : nodes)
            if (row.average_price_per_mwh)
                summary += fmt::format("Heat of {} cost {} per MWh on average. ", row.name,
                                       money_text(*row.average_price_per_mwh, currency));
        body += markup(
            "<p class=\"hint\">Heat has a price at its node, what one more MWh of it would cost: in the boiler that "
            "would give it, in power that cogeneration would give up for it, or as the value of heat that is missing. "
            "Where heat is let go, it is nothing.</p>\n");
        body +=
            chart("heat-prices", "What one more MWh of heat would cost at each node [" + currency + "/MWh].", summary);
    }
    body += digest_html(in, "heat-nodes", "Heat by node", nodes);
    return body;
}

}  // namespace indus::reports
