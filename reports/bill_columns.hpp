// SPDX-License-Identifier: Apache-2.0
// The columns of bills, for the CSV table and the page.
#pragma once

#include "model/solution.hpp"
#include "reports/columns.hpp"

namespace indus::reports {

template <>
struct Columns<model::BillRecord> {
    static constexpr auto all =
        std::tuple{column("meter", "Meter", "", &model::BillRecord::meter),
                   column("zone", "Zone", "", &model::BillRecord::zone),
                   column("month", "Month", "", &model::BillRecord::month),
                   column("month_share", "Part of the month", "share", &model::BillRecord::month_share),
                   column("import_mwh", "Drawn", "MWh", &model::BillRecord::import_mwh),
                   column("peak_import_mwh", "In tariff periods", "MWh", &model::BillRecord::peak_import_mwh),
                   column("export_mwh", "Given back", "MWh", &model::BillRecord::export_mwh),
                   column("wheeled_mwh", "Wheeled", "MWh", &model::BillRecord::wheeled_mwh),
                   column("peak_mw", "Peak", "MW", &model::BillRecord::peak_mw),
                   column("billing_demand_mw", "Billing demand", "MW", &model::BillRecord::billing_demand_mw),
                   column("energy", "Energy", "money", &model::BillRecord::energy),
                   column("fixed", "Fixed charges", "money", &model::BillRecord::fixed),
                   column("wheeling", "Wheeling", "money", &model::BillRecord::wheeling),
                   column("export_credit", "Credit", "money", &model::BillRecord::export_credit),
                   column("interruption", "Paid for calls", "money", &model::BillRecord::interruption),
                   column("total", "Bill", "money", &model::BillRecord::total)};
};

}  // namespace indus::reports
