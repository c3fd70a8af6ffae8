// SPDX-License-Identifier: Apache-2.0
// Load-shedding of a meter: hours of each day in which the utility switches its feeder off, in whole blocks, drawn from
// the seed of the case. Feeders fail besides (reliability.hpp); a schedule that is known is given as grid_available.
//
//   shedding_h_per_day = 2.5, shedding_from_h = 18, shedding_to_h = 24: each evening 2 or 3 of its six hours, as often
//   the one as the other, each hour as likely as the next.
#pragma once

#include <chrono>

#include "model/component.hpp"

namespace indus::model {

struct LoadShedding {
    double shedding_h_per_day = 0.0;
    double shedding_block_h = 1.0;
    double shedding_from_h = 0.0;
    double shedding_to_h = 24.0;

    static constexpr auto fields =
        field_list(field("shedding_h_per_day", &LoadShedding::shedding_h_per_day, "h/d", between(0, 24), optional,
                         "Hours of load-shedding a day, on average; drawn where the case has a seed for outages."),
                   field("shedding_block_h", &LoadShedding::shedding_block_h, "h", above_up_to(0, 24), optional,
                         "The feeder is switched off for so long at a time, counted from shedding_from_h on."),
                   field("shedding_from_h", &LoadShedding::shedding_from_h, "h", between(0, 24), optional,
                         "Hour of the day from which on it may be switched off."),
                   field("shedding_to_h", &LoadShedding::shedding_to_h, "h", between(0, 24), optional,
                         "Hour of the day at which it is back; before shedding_from_h: of the next day."));
    void check_shedding(const Horizon& horizon, Complaints& complaints) const;

    /// Whole blocks between shedding_from_h and shedding_to_h; none where the fields make no sense.
    int blocks_in_a_day() const;
    /// Start of a block, and the length of each.
    std::chrono::minutes block_start(int block) const;
    std::chrono::minutes block_length() const;

private:
    bool is_in_range() const;
    void check_steps(const Horizon& horizon, Complaints& complaints) const;
};

}  // namespace indus::model
