// SPDX-License-Identifier: Apache-2.0
#include "model/components/ac_line.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <stdexcept>

#include "model/network/ac_network.hpp"
#include "model/network/line_flows.hpp"

namespace indus::model {

namespace {

double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

}  // namespace

double AcLine::shift_rad() const { return radians(phase_shift_degrees); }

AcLine::FlowRange AcLine::angle_range() const {
    constexpr double unlimited = std::numeric_limits<double>::infinity();
    const auto flow_at = [&](double degrees) { return mw_per_rad() * radians(degrees - phase_shift_degrees); };
    FlowRange range{-unlimited, unlimited};
    if (min_angle_degrees) (mw_per_rad() > 0.0 ? range.low : range.high) = flow_at(*min_angle_degrees);
    if (max_angle_degrees) (mw_per_rad() > 0.0 ? range.high : range.low) = flow_at(*max_angle_degrees);
    return range;
}

AcLine::FlowRange AcLine::hard_range(int t) const {
    FlowRange range = angle_range();
    if (violation_cost_per_mwh) return range;
    return {std::max(range.low, -reverse_capacity(t)), std::min(range.high, capacity(t))};
}

double AcLine::flow_bound(int t) const {
    if (!is_closed(t)) return 0.0;
    return std::max(capacity(t), reverse_capacity(t)) + (violation_cost_per_mwh ? most_overload_mw : 0.0);
}

void AcLine::check(Complaints& complaints) const {
    if (from.name == to.name) complaints.add("to", to.name, fmt::format("another zone than from ({})", from.name));
    if (reactance_pu == 0.0) {
        complaints.add("reactance_pu", "0", "a number other than 0");
        return;
    }
    if (min_angle_degrees && max_angle_degrees && *min_angle_degrees > *max_angle_degrees) {
        complaints.add("min_angle_degrees", *min_angle_degrees,
                       fmt::format("at most max_angle_degrees ({})", *max_angle_degrees));
        return;
    }
    for (int t = 0; t < static_cast<int>(available.values.size()); ++t) {
        if (!is_closed(t) || hard_range(t).low <= hard_range(t).high) continue;
        const FlowRange angles = angle_range();
        const bool forced_forward = angles.low > 0.0;
        complaints.add(
            forced_forward == (mw_per_rad() > 0.0) ? "min_angle_degrees" : "max_angle_degrees",
            fmt::format("an angle that drives {:.6g} MW", forced_forward ? angles.low : angles.high),
            fmt::format("one that leaves the flow between {:.6g} and {:.6g} MW", -reverse_capacity(t), capacity(t)));
        return;
    }
}

void AcLine::check_in(const SystemData& data, Complaints& complaints) const {
    const auto& lines = data.list<AcLine>();
    const auto is_compensated = [](const AcLine& each) { return each.reactance_pu < 0.0; };
    const auto is_wrong = [&](const AcLine& each) {
        return each.from.index < 0 || each.to.index < 0 || each.from.index == each.to.index ||
               !std::isfinite(each.mw_per_rad()) ||
               static_cast<int>(each.available.values.size()) != data.horizon.step_count();
    };
    // Told once, by the first; not before every line is right by itself.
    if (this != &*std::find_if(lines.begin(), std::prev(lines.end()), is_compensated) || !is_compensated(*this)) return;
    if (std::any_of(lines.begin(), lines.end(), is_wrong)) return;
    std::vector<std::vector<bool>> tried;
    for (int t = 0; t < data.horizon.step_count(); ++t) {
        std::vector<bool> closed;
        closed.reserve(lines.size());
        for (const AcLine& line : lines) closed.push_back(line.is_closed(t));
        if (std::find(tried.begin(), tried.end(), closed) != tried.end()) continue;
        tried.push_back(closed);
        try {
            make_topology(lines, static_cast<int>(data.list<Zone>().size()), closed);
        } catch (const std::domain_error&) {
            complaints.add("reactance_pu", reactance_pu, "reactances that do not cancel: no flow follows from them");
            return;
        }
    }
}

}  // namespace indus::model
