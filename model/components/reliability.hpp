// SPDX-License-Identifier: Apache-2.0
// How often a plant fails: the fields from which forced outages are drawn. Kinds of plant inherit them.
//
//     struct Battery : Reliability { static constexpr auto fields = field_list(..., Reliability::fields); };
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Reliability {
    double forced_outage_rate = 0.0;
    std::optional<double> mean_time_to_repair_h{};

    static constexpr auto fields = field_list(
        field("forced_outage_rate", &Reliability::forced_outage_rate, "1", between(0, 0.99), optional,
              "Share of the time in which it is out of order; outages are drawn where the case has a seed for them."),
        field("mean_time_to_repair_h", &Reliability::mean_time_to_repair_h, "h", above(0), optional,
              "Mean length of a forced outage; needed with forced_outage_rate."));
    void check_reliability(Complaints& complaints) const {
        if (forced_outage_rate > 0.0 && !mean_time_to_repair_h)
            complaints.add("mean_time_to_repair_h", "", "a mean time to repair, as forced_outage_rate is given");
    }
};

}  // namespace indus::model
