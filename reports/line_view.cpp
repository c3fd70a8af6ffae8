// SPDX-License-Identifier: Apache-2.0
#include "reports/line_view.hpp"

#include <algorithm>

namespace indus::reports {

namespace {

std::vector<double> scaled(std::vector<double> power, double factor) {
    for (double& each : power) each *= factor;
    return power;
}

template <class AnyLine>
LineView view_of(const AnyLine& line, int steps) {
    LineView view;
    view.kind = AnyLine::kind;
    view.name = line.name;
    view.from = line.from.name;
    view.to = line.to.name;
    view.from_index = line.from.index;
    view.to_index = line.to.index;
    for (int t = 0; t < steps; ++t) {
        view.capacity.push_back(line.capacity(t));
        view.reverse_capacity.push_back(line.reverse_capacity(t));
    }
    return view;
}

LineView transport_view(const model::Line& line, const SeriesIndex& series) {
    LineView view = view_of(line, series.step_count());
    view.technology = model::Choices<model::LineTechnology>::names[static_cast<std::size_t>(line.technology)];
    view.forward = view.sent_forward = series.values(line.kind, line.name, "forward");
    view.backward = view.sent_backward = series.values(line.kind, line.name, "backward");
    const auto arrived = [&](std::string_view derived, const std::vector<double>& sent) {
        return series.has(line.kind, line.name, derived) ? series.values(line.kind, line.name, derived)
                                                         : scaled(sent, line.delivered_share());
    };
    view.arrived_forward = arrived("delivered_forward", view.forward);
    view.arrived_backward = arrived("delivered_backward", view.backward);
    return view;
}

/// The flow of an AC line is that of its middle: half of the loss is drawn before it, half after.
LineView ac_view(const model::AcLine& line, const SeriesIndex& series) {
    LineView view = view_of(line, series.step_count());
    view.technology = "ac";
    for (const double flow : series.values(line.kind, line.name, "flow")) {
        view.forward.push_back(std::max(flow, 0.0));
        view.backward.push_back(std::max(-flow, 0.0));
    }
    view.sent_forward = scaled(view.forward, 1.0 + 0.5 * line.loss_share);
    view.sent_backward = scaled(view.backward, 1.0 + 0.5 * line.loss_share);
    view.arrived_forward = scaled(view.forward, 1.0 - 0.5 * line.loss_share);
    view.arrived_backward = scaled(view.backward, 1.0 - 0.5 * line.loss_share);
    return view;
}

}  // namespace

void for_each_line(const model::System& system, const SeriesIndex& series,
                   const std::function<void(const LineView&)>& use) {
    for (const model::Line& line : system.all<model::Line>()) use(transport_view(line, series));
    for (const model::AcLine& line : system.all<model::AcLine>()) use(ac_view(line, series));
}

}  // namespace indus::reports
