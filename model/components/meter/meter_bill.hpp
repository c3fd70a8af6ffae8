// SPDX-License-Identifier: Apache-2.0
// What a meter writes when the bill of its zone is what is minimised.
#pragma once

#include "model/audit.hpp"
#include "model/formulation.hpp"

namespace indus::model {

/// Columns, rows and costs of the bill; `bought` and `given` are the meter's import and export.
void add_bill(const Meter& meter, Formulation& f, const Desk& d, Series bought, Series given);

/// The meter's charges recomputed from its series, from the bill's own arithmetic (model/bills.hpp).
void audit_bill(const Meter& meter, Audit& a, const AuditDesk& d);

}  // namespace indus::model
