// SPDX-License-Identifier: Apache-2.0
// Batches of a stage rechecked: one at a time, walked through from its beginning to its end.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/audit.hpp"
#include "model/components/works/works.hpp"

namespace indus::model {

/// A mode and its series.
struct AuditedMode {
    const StageMode& is;
    std::string product{};
    std::span<const double> in{}, rate{}, begin{}, size{};
    std::vector<double> made{};  ///< per step [units]
};

class BatchAudit {
public:
    BatchAudit(const AuditDesk& desk, AuditedWorks& works, const System& system)
        : d_{desk}, works_{works}, time_{system.horizon()} {}

    void begin_period() {
        batch_ = nullptr;
        done_h_ = 0.0;
    }
    /// What a batch of the mode makes on average of step t, what while it runs [units/h], and what it draws [MW].
    struct Draw {
        double rate = 0.0, pace = 0.0, power = 0.0, heat = 0.0;
    };
    Draw step(const AuditedMode& mode, int t, double open);

private:
    void begin(const AuditedMode& mode, int t);
    void size(const AuditedMode& mode, int t) const;
    void give_out(const StageMode& mode, int t, double done_h);
    double by_time(const Steps& profile, double batch_h, double h) const;

    const AuditDesk& d_;
    AuditedWorks& works_;
    const Horizon& time_;
    const StageMode* batch_ = nullptr;
    double done_h_ = 0.0, units_ = 0.0;
};

}  // namespace indus::model
