// SPDX-License-Identifier: Apache-2.0
#include "model/components/fuel_chain/fuel_route.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "model/formulation.hpp"
#include "model/fuel_chain.hpp"
#include "model/outages.hpp"
#include "model/plant_facts.hpp"
#include "model/river_travel.hpp"

namespace indus::model {

namespace {

constexpr double rounding = 1e-9;  // of a whole number of shipments

constexpr Equation shipment_flow{"flow of shipments",
                                 "t",
                                 "ahead[t] >= ahead[t-1] + h sent[t] - h open[t] max[t], 0 <= ahead[t] <= shipment",
                                 "definition of a queue; ahead[t-1] is 0 at the start of a period",
                                 Rigidity::operation,
                                 "more shipments would have to leave than the flow lets: {amount} t more"};
constexpr Equation unloading{"unloading", "t", "waiting[t] = waiting[t-1] + arrived[t] - h brought[t]",
                             "definition; where it can wait, else h brought[t] = arrived[t]", Rigidity::law};
constexpr Equation window_largest{"largest amount in a window",
                                  "t",
                                  "sum(h sent[t], t in window) <= max_t[window]",
                                  "definition",
                                  Rigidity::requirement,
                                  "no more than {limit} t may leave in the window: {amount} t more would have to"};
constexpr Equation contract{"take-or-pay",
                            "t",
                            "sum(h sent[t], t in window) + shortfall[last of window] >= take_or_pay[window]",
                            "definition; shortfall only where it has a cost",
                            Rigidity::requirement,
                            "the {limit} t of the contract cannot be taken in the window: {amount} t are missing"};
// The others are bounds, definitions and costs.
constexpr std::array route_equations{
    shipment_flow,
    unloading,
    window_largest,
    contract,
    Equation{"largest flow", "t/h", "0 <= sent[t] <= open[t] max[t], less what outages take", "definition"},
    Equation{"shipments", "t",
             "h sent[t] = shipment shipments[t], shipments[t] <= h open[t] max[t] / shipment, rounded up",
             "definition"},
    Equation{"arrival", "t", "arrived[t] = sent between start[t] - lead_time and end[t] - lead_time + under_way[t]",
             "definition; what leaves in a step leaves evenly over it"},
    Equation{"purchase", "money", "price[t] h sent[t]", "definition; paid when it leaves"},
    Equation{"transport", "money", "transport_cost h sent[t]", "definition; paid when it leaves"},
    Equation{"contract paid, not taken", "money", "shortfall_cost shortfall[last of window]", "definition"}};

/// Writes one route.
class RouteRows {
public:
    RouteRows(const FuelRoute& route, Formulation& f)
        : r_{route},
          f_{f},
          time_{f.horizon()},
          steps_{static_cast<std::size_t>(time_.step_count())},
          d_{f.desk(route)},
          chain_{f.shared<FuelChain>(f.system())} {}

    void write() {
        const Availability left{f_.system(), r_.name, 1.0};
        for (int t = 0; t < time_.step_count(); ++t) flow_.push_back(left.share(t) * r_.open[t] * r_.max_t_per_h[t]);
        if (r_.shipment_t > 0.0)
            send_shipments();
        else
            send_flow();
        pay_and_take();
        windows();
        arrive();
    }

private:
    void send_flow() {
        const Series sent = d_.variables("sent", "t/h", 0.0, flow_);
        for (int t = 0; t < time_.step_count(); ++t) sent_.emplace_back(sent[t]);
        most_per_h_ = flow_;
    }

    void send_shipments() {
        std::vector<double> most;
        for (int t = 0; t < time_.step_count(); ++t) {
            const auto i = static_cast<std::size_t>(t);
            most.push_back(std::ceil(flow_[i] * time_.hours(t) / r_.shipment_t - rounding));
            most_per_h_.push_back(most[i] * r_.shipment_t / time_.hours(t));
        }
        const Series shipments = d_.integers("shipments", most);
        const Series ahead = d_.variables("ahead", "t", 0.0, r_.shipment_t);
        for (int t = 0; t < time_.step_count(); ++t) {
            const double h = time_.hours(t);
            sent_.emplace_back(r_.shipment_t / h * shipments[t]);
            d_.derive("sent", "t/h", t, sent_.back());
            const auto before = time_.before(t);
            Expression growth = h * sent_.back() - ahead[t];
            if (before) growth += ahead[*before];
            d_.require(shipment_flow, t, growth <= h * flow_[static_cast<std::size_t>(t)]);
        }
    }

    Expression tonnes_sent(int t) const { return time_.hours(t) * sent_[static_cast<std::size_t>(t)]; }

    void pay_and_take() {
        for (int t = 0; t < time_.step_count(); ++t) {
            const Expression tonnes = tonnes_sent(t);
            if (r_.price_per_t[t] != 0.0) d_.cost("fuel_purchase", t, r_.price_per_t[t] * tonnes);
            if (r_.transport_cost_per_t != 0.0) d_.cost("fuel_transport", t, r_.transport_cost_per_t * tonnes);
            if (r_.from.is_set()) chain_.brought(r_.from.index, t) -= tonnes;
        }
    }

    Expression sum_of(const Volume::Window& window) const {
        Expression sum;
        for (int t = window.first; t < window.first + window.count; ++t) sum += tonnes_sent(t);
        return sum;
    }

    void windows() {
        for (const Volume::Window& window : r_.max_t.windows)
            d_.require(window_largest, window.first, sum_of(window) <= window.energy_mwh);
        std::vector<double> most(steps_, 0.0);
        const auto last_of = [](const Volume::Window& window) { return window.first + window.count - 1; };
        for (const Volume::Window& window : r_.take_or_pay_t.windows)
            most[static_cast<std::size_t>(last_of(window))] = window.energy_mwh;
        std::optional<Series> missed;
        if (r_.shortfall_cost_per_t && r_.take_or_pay_t.is_set()) missed = d_.variables("shortfall", "t", 0.0, most);
        for (const Volume::Window& window : r_.take_or_pay_t.windows) {
            Expression taken = sum_of(window);
            const int last = last_of(window);
            if (missed) taken += (*missed)[last];
            if (missed) d_.cost("take_or_pay", last, *r_.shortfall_cost_per_t * (*missed)[last]);
            d_.require(contract, last, taken >= window.energy_mwh);
        }
    }

    void arrive() {
        std::vector<Expression> arrived(steps_);
        double all = 0.0;
        const RiverTravel travel = river_travel(time_, r_.lead_time_h);
        for (const RiverTravel::Part& part : travel.parts)
            arrived[static_cast<std::size_t>(part.to)].add_scaled(sent_[static_cast<std::size_t>(part.from)],
                                                                  part.hours);
        for (const RiverTravel::Rest& rest : travel.rests)
            chain_.on_its_way(r_.to.index, rest.last)
                .add_scaled(sent_[static_cast<std::size_t>(rest.from)], rest.hours);
        for (const Volume::Window& window : r_.under_way_t.windows) {
            double hours = 0.0;
            for (int t = window.first; t < window.first + window.count; ++t) hours += time_.hours(t);
            for (int t = window.first; t < window.first + window.count; ++t)
                arrived[static_cast<std::size_t>(t)] += window.energy_mwh * time_.hours(t) / hours;
            all += window.energy_mwh;
        }
        for (int t = 0; t < time_.step_count(); ++t) all += time_.hours(t) * most_per_h_[static_cast<std::size_t>(t)];
        if (r_.waits()) return unload(arrived, all);
        for (int t = 0; t < time_.step_count(); ++t) {
            const Expression rate = (1.0 / time_.hours(t)) * arrived[static_cast<std::size_t>(t)];
            d_.derive("brought", "t/h", t, rate);
            bring(t, rate);
        }
    }

    /// `all` is the most that can ever arrive [t].
    void unload(const std::vector<Expression>& arrived, double all) {
        std::vector<double> most;
        for (int t = 0; t < time_.step_count(); ++t) most.push_back(all / time_.hours(t));
        const Series brought = d_.variables("brought", "t/h", 0.0, most);
        const Series waiting = d_.variables("waiting", "t", 0.0, all);
        for (int t = 0; t < time_.step_count(); ++t) {
            Expression change = Expression{waiting[t]} + time_.hours(t) * brought[t];
            if (const auto before = time_.before(t)) change -= waiting[*before];
            d_.require(unloading, t, change == arrived[static_cast<std::size_t>(t)]);
            bring(t, brought[t]);
            if (time_.is_last(t)) chain_.on_its_way(r_.to.index, t) += waiting[t];
        }
    }

    void bring(int t, const Expression& rate) {
        chain_.brought(r_.to.index, t).add_scaled(rate, time_.hours(t));
        const auto& corridors = f_.system().all<FuelCorridor>();
        for (std::size_t c = 0; c < corridors.size(); ++c)
            if (const auto* use = r_.corridors.find(corridors[c].name))
                chain_.used(static_cast<int>(c), t).add_scaled(rate, use->weight);
    }

    const FuelRoute& r_;
    Formulation& f_;
    const Horizon& time_;
    std::size_t steps_;
    Desk d_;
    FuelChain& chain_;
    std::vector<double> flow_{}, most_per_h_{};  ///< [t/h], and with whole shipments
    std::vector<Expression> sent_{};             ///< [t/h]
};

}  // namespace

std::span<const Equation> FuelRoute::equations() { return route_equations; }

void FuelRoute::check(Complaints& complaints) const {
    const auto dear =
        std::find_if(price_per_t.values.begin(), price_per_t.values.end(), [](double p) { return p > 0.0; });
    if (from.is_set() && dear != price_per_t.values.end())
        complaints.add("price_per_t", *dear, "nothing, as from is given: the fuel was bought before");
    if (from.is_set() && from.name == to.name)
        complaints.add("to", to.name, fmt::format("another stock than from ({})", from.name));
    if (shortfall_cost_per_t && !take_or_pay_t.is_set())
        complaints.add("shortfall_cost_per_t", *shortfall_cost_per_t, "nothing, as no take_or_pay_t is given");
    const auto& least = take_or_pay_t.windows;
    const auto& most = max_t.windows;
    for (std::size_t k = 0; k < std::min(least.size(), most.size()); ++k)
        if (least[k].first == most[k].first && least[k].count == most[k].count && !shortfall_cost_per_t &&
            least[k].energy_mwh > most[k].energy_mwh + rounding)
            return complaints.add("take_or_pay_t", least[k].energy_mwh,
                                  fmt::format("at most max_t ({}) in window {}", most[k].energy_mwh, k + 1));
}

void FuelRoute::check_in(const SystemData& data, Complaints& complaints) const {
    std::vector<std::string> known;
    for (const FuelCorridor& each : data.list<FuelCorridor>()) known.push_back(each.name);
    check_names(corridors, known, "corridors", "the name of a fuel_corridor", complaints);
    if (from.index < 0 || to.index < 0) return;
    const auto& stocks = data.list<FuelStock>();
    const Reference<Fuel>& taken = stocks[static_cast<std::size_t>(from.index)].fuel;
    const Reference<Fuel>& held = stocks[static_cast<std::size_t>(to.index)].fuel;
    if (taken.name != held.name)
        complaints.add("to", to.name, fmt::format("a stock of {}, as {} holds it", taken.name, from.name));
}

void FuelRoute::add_to(Formulation& f, int) const { RouteRows{*this, f}.write(); }

}  // namespace indus::model
