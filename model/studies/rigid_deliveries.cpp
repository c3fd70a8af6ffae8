// SPDX-License-Identifier: Apache-2.0
#include "model/studies/rigid_deliveries.hpp"

#include <algorithm>

#include "model/river_travel.hpp"
#include "model/studies/rigid_part.hpp"

namespace indus::model {

namespace {

/// The point of the program where `solution` has the same decisions; 0 where it has none.
std::vector<double> point_like(const Formulation& f, const Solution& solution) {
    std::vector<double> point(static_cast<std::size_t>(f.program().column_count()), 0.0);
    for (const DecisionSeries& each : f.decisions())
        if (const SeriesRecord* found = solution.find(each.owner, each.quantity, each.kind))
            std::copy(found->values.begin(), found->values.end(), point.begin() + each.first_column);
    return point;
}

class Deliveries {
public:
    Deliveries(const Formulation& f, const Solution& burning)
        : system_{f.system()},
          time_{f.horizon()},
          part_{f,
                [](const DecisionSeries& each) { return each.kind == FuelRoute::kind || each.kind == FuelStock::kind; },
                point_like(f, burning)} {
        for (const FuelRoute& each : system_.all<FuelRoute>()) cost_of(each);
        for (const FuelStock& each : system_.all<FuelStock>()) levels_of(each);
    }

    void settle(const solver::Options& options) { part_.settle({missed_, end_, fuel_, swing_}, options); }
    solver::Outcome outcome() const { return part_.outcome(); }

    void give(RigidDecisions& made) const {
        for (const DecisionSeries* each : part_.series()) {
            if (each->quantity == "sent" || each->quantity == "shipments" || each->quantity == "brought")
                made.given.push_back(part_.given(*each));
            if (each->quantity == "level") made.given.push_back(part_.given_at_end(*each));
        }
    }

private:
    const DecisionSeries* of(const FuelRoute& route, std::string_view quantity) const {
        return part_.find(route.kind, route.name, quantity);
    }
    const DecisionSeries& leaving(const FuelRoute& route) const {
        return *of(route, route.shipment_t > 0.0 ? "shipments" : "sent");
    }
    /// Tonnes per unit of `leaving` in step t.
    double tonnes(const FuelRoute& route, int t) const {
        return route.shipment_t > 0.0 ? route.shipment_t : time_.hours(t);
    }

    void cost_of(const FuelRoute& route) {
        std::vector<double> basis;
        for (int t = 0; t < time_.step_count(); ++t) basis.push_back(tonnes(route, t) * time_.weight(t));
        fuel_ += part_.cost_at_mean_price(leaving(route), basis);
        if (const DecisionSeries* shortfall = of(route, "shortfall")) missed_ += part_.cost_of(*shortfall);
    }

    void levels_of(const FuelStock& stock) {
        const DecisionSeries& level = *part_.find(stock.kind, stock.name, "level");
        if (const DecisionSeries* shortfall = part_.find(stock.kind, stock.name, "end_shortfall"))
            missed_ += part_.cost_of(*shortfall);
        if (stock.capacity_t <= 0.0) return;
        for (int t = 0; t < level.step_count; ++t) {
            const Expression away = Expression{part_.at(level, t)} - stock.initial_level_t;
            swing_ += (time_.hours(t) / stock.capacity_t) * part_.distance(away);
            if (time_.is_last(t)) end_ += (1.0 / stock.capacity_t) * part_.distance(away + on_its_way(stock, t));
        }
    }

    /// What is on its way to the stock, or waits before it, when the period that ends with step t is over [t].
    Expression on_its_way(const FuelStock& stock, int last) const {
        Expression sum;
        for (const FuelRoute& route : system_.all<FuelRoute>()) {
            if (route.to.name != stock.name) continue;
            for (const RiverTravel::Rest& rest : river_travel(time_, route.lead_time_h).rests)
                if (rest.last == last)
                    sum.add(part_.at(leaving(route), rest.from),
                            rest.hours * tonnes(route, rest.from) / time_.hours(rest.from));
            if (const DecisionSeries* waiting = of(route, "waiting")) sum.add(part_.at(*waiting, last), 1.0);
        }
        return sum;
    }

    const System& system_;
    const Horizon& time_;
    RigidPart part_;
    Expression missed_{}, end_{}, fuel_{}, swing_{};
};

}  // namespace

void settle_deliveries(const Formulation& f, const Solution& burning, const solver::Options& options,
                       RigidDecisions& made) {
    Deliveries deliveries{f, burning};
    deliveries.settle(options);
    if (is_settled("fuel deliveries", deliveries.outcome(), made)) deliveries.give(made);
}

}  // namespace indus::model
