// SPDX-License-Identifier: Apache-2.0
// A way on which fuel comes to a stock: bought abroad or at a mine, by vessel, or taken from another stock, by rail,
// road or pipe. It comes in shipments or as a flow.
//
//   sent[t] [t/h] leaves in step t, evenly over it, and arrives lead_time_h later
//   brought[t] [t/h] comes to the stock in step t
// Of shipments:
//   shipments[t] whole number that leave in step t: shipment_t * shipments[t] = h sent[t]
//   ahead[t] [t] by how much, at the end of t, what has left is ahead of the flow: what the berth still loads. At most
//   a shipment, so that over any time no more leaves than the flow and one shipment.
// Where shipments go through corridors, and where something was under way before the horizon:
//   waiting[t] [t] has arrived by the end of t and is not unloaded: the port was closed, or has not got so far, or the
//   stock is full. brought[t] is what is unloaded.
// Of a contract:
//   shortfall[t] [t] not taken of what it asks for, at the last step of a window
#pragma once

#include "model/component.hpp"

namespace indus::model {

struct Fuel;
struct FuelStock;

struct FuelRoute {
    std::string name{};
    Reference<FuelStock> from{};
    Reference<FuelStock> to{};
    Profile price_per_t{0.0};
    double transport_cost_per_t = 0.0;
    Profile max_t_per_h{};
    double shipment_t = 0.0;
    double lead_time_h = 0.0;
    Volume max_t{};
    Volume take_or_pay_t{};
    std::optional<double> shortfall_cost_per_t{};
    Volume under_way_t{};
    WeightedNames corridors{};
    Profile open{1.0};

    static constexpr std::string_view kind = "fuel_route";
    static constexpr std::string_view summary = "A way on which fuel comes to a stock, in shipments or as a flow.";
    static constexpr auto fields = field_list(
        field("name", &FuelRoute::name, "-", any_number(), required, "Unique name; outages name it as their plant."),
        field("from", &FuelRoute::from, "-", any_number(), optional, "Stock it takes fuel from; empty: it is bought."),
        field("to", &FuelRoute::to, "-", any_number(), required, "Stock it brings fuel to."),
        field("price_per_t", &FuelRoute::price_per_t, "money/t", at_least(0), optional,
              "Price of what is bought, when it leaves, a number or a series."),
        field("transport_cost_per_t", &FuelRoute::transport_cost_per_t, "money/t", at_least(0), optional,
              "Cost of bringing a tonne."),
        field("max_t_per_h", &FuelRoute::max_t_per_h, "t/h", at_least(0), required,
              "Largest flow, a number or a series. Of shipments, over any time no more than this flow and one shipment "
              "leaves, and in a step no more than the flow rounded up to whole ones."),
        field("shipment_t", &FuelRoute::shipment_t, "t", at_least(0), optional,
              "Size of a vessel or train; 0: any amount."),
        field(
            "lead_time_h", &FuelRoute::lead_time_h, "h", at_least(0), optional,
            "Hours on the way; what arrives between two steps is split over both. What is on its way at the end counts "
            "as level of the stock it goes to."),
        field("max_t", &FuelRoute::max_t, "t", at_least(0), optional,
              "Most that leaves in each window: a number per civil day, or a series whose intervals are the windows."),
        field("take_or_pay_t", &FuelRoute::take_or_pay_t, "t", at_least(0), optional,
              "Least that leaves in each window by contract: a number per civil day, or a series whose intervals are "
              "the windows."),
        field("shortfall_cost_per_t", &FuelRoute::shortfall_cost_per_t, "money/t", at_least(0), optional,
              "Cost of a tonne of take_or_pay_t that is not taken (its price, as a rule); empty: it must be."),
        field("under_way_t", &FuelRoute::under_way_t, "t", at_least(0), optional,
              "What left before the horizon and arrives in it, by time of arrival: a series whose intervals are the "
              "times. It waits where it cannot be unloaded."),
        field(
            "corridors", &FuelRoute::corridors, "-", any_number(), optional,
            "Ports and railway lines whose capacity it uses, with what a tonne of it uses. Shipments wait where it is "
            "used up."),
        field("open", &FuelRoute::open, "1", between(0, 1), optional,
              "Share of max_t_per_h there is (0: port closed, line cut), a number or a series."));
    static std::span<const Equation> equations();
    void check(Complaints& complaints) const;
    void check_in(const SystemData& data, Complaints& complaints) const;
    void add_to(Formulation& f, int index) const;
    void audit(Audit& a, int index) const;

    /// Whether what has arrived can wait before it is unloaded: a vessel is larger than what a port unloads in a step.
    bool waits() const { return under_way_t.is_set() || (shipment_t > 0.0 && !corridors.empty()); }
};

}  // namespace indus::model
