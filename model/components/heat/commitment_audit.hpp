// SPDX-License-Identifier: Apache-2.0
// Follows plants of heat that are switched on and off.
#pragma once

#include "model/audit.hpp"
#include "model/components/heat/commitment_rules.hpp"

namespace indus::model {

/// Follows a plant through time, from its fields alone.
class CommitmentAudit {
public:
    CommitmentAudit(const CommitmentRules& rules, Audit& a, const AuditDesk& d);
    struct Step {
        bool is_on = false;
        bool was_on = false;
        bool starts = false;
        double left_mw = 0.0;  ///< capacity that outages leave
    };
    Step follow(int t);

private:
    void begin();
    void stopped(int t, bool is_usable) const;
    CommitmentRules r_;
    Audit& a_;
    const AuditDesk& d_;
    std::span<const double> on_, start_, stop_;
    bool was_on_ = false, has_started_ = false, out_ = false;
    double hours_on_ = 0.0, hours_off_ = 0.0;
};

/// Whether a forced outage of the plant begins at step t, or any is under way when a period begins.
bool audited_trip(const Audit& a, std::string_view plant, int t);

}  // namespace indus::model
