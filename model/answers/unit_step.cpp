// SPDX-License-Identifier: Apache-2.0
#include "model/answers/unit_step.hpp"

#include <algorithm>

namespace indus::model {

namespace {

template <class Offers>
void cheapest_first(Offers& offers) {
    const auto cheaper = [](const auto& left, const auto& right) { return left.cost < right.cost; };
    if (!std::is_sorted(offers.begin(), offers.end(), cheaper)) std::stable_sort(offers.begin(), offers.end(), cheaper);
}

}  // namespace

UnitStep::UnitStep(const UnitLimits& limits, const UnitCosts& costs, int t, UnitEdges edges)
    : step_{limits.steps[static_cast<std::size_t>(t)]},
      piece_count_{limits.pieces.size()},
      product_count_{limits.reserve_mw.size()} {
    const auto i = static_cast<std::size_t>(t);
    on_cost_ = costs.on[i];
    room_mw_ = step_.span_mw;
    if (edges.starts) room_mw_ = std::min(room_mw_, step_.start_mw);
    if (edges.stops) room_mw_ = std::min(room_mw_, step_.stop_mw);
    pieces_.reserve(limits.pieces.size());
    for (std::size_t l = 0; l < limits.pieces.size(); ++l) {
        double width = limits.pieces[l].width_mw;
        if (edges.starts) width = std::min(width, limits.pieces[l].start_width_mw);
        if (edges.stops) width = std::min(width, limits.pieces[l].stop_width_mw);
        if (width > 0.0) pieces_.push_back({costs.piece[l][i], width, static_cast<int>(l)});
    }
    for (std::size_t k = 0; k < limits.reserve_mw.size(); ++k)
        if (costs.reserve[k][i] < 0.0 && limits.reserve_mw[k][i] > 0.0)
            reserves_.push_back({costs.reserve[k][i], limits.reserve_mw[k][i], static_cast<int>(k)});
    cheapest_first(pieces_);
    cheapest_first(reserves_);
    free_cost_ = find_free_cost();
}

double UnitStep::find_free_cost() const {
    double cost = on_cost_;
    double left = room_mw_;
    auto piece = pieces_.begin();
    auto reserve = reserves_.begin();
    while (left > 0.0) {
        const bool has_piece = piece != pieces_.end() && piece->cost < 0.0;
        const bool has_reserve = reserve != reserves_.end();
        if (!has_piece && !has_reserve) break;
        const Offer& best = !has_reserve || (has_piece && piece->cost <= reserve->cost) ? *piece++ : *reserve++;
        const double taken = std::min(left, best.most_mw);
        cost += taken * best.cost;
        left -= taken;
    }
    return cost;
}

UnitDispatch UnitStep::free_dispatch() const {
    UnitDispatch made{on_cost_, std::vector<double>(piece_count_, 0.0), std::vector<double>(product_count_, 0.0)};
    std::vector<std::pair<Offer, std::vector<double>*>> offers;
    for (const Offer& each : pieces_)
        if (each.cost < 0.0) offers.emplace_back(each, &made.piece);
    for (const Offer& each : reserves_) offers.emplace_back(each, &made.reserve);
    std::stable_sort(offers.begin(), offers.end(),
                     [](const auto& left, const auto& right) { return left.first.cost < right.first.cost; });
    double left = room_mw_;
    for (const auto& [offer, decisions] : offers) {
        const double taken = std::min(left, offer.most_mw);
        (*decisions)[static_cast<std::size_t>(offer.index)] = taken;
        made.cost += taken * offer.cost;
        left -= taken;
    }
    return made;
}

double UnitStep::most_output() const {
    double sum = 0.0;
    for (const Offer& each : pieces_) sum += each.most_mw;
    return std::min(sum, room_mw_);
}

double UnitStep::cost_of_output(double output_mw, std::vector<double>* piece) const {
    double cost = on_cost_;
    for (const Offer& each : pieces_) {
        const double taken = std::min(output_mw, each.most_mw);
        cost += taken * each.cost;
        output_mw -= taken;
        if (piece) (*piece)[static_cast<std::size_t>(each.index)] = taken;
    }
    return cost;
}

UnitStep::Past UnitStep::past_at(double output_mw, const ConvexFunction* before, std::size_t lowest,
                                 std::vector<double>* reserve) const {
    double room = room_mw_ - output_mw;
    Past past;
    double free_mw = room;  // reserve for which the output before need not be higher
    double most_before = 0.0;
    std::size_t k = 0;  // the past output lies in (x[k - 1], x[k]], or is x[0]
    if (before) {
        const double low = std::max(before->first(), output_mw - step_.ramp_up_mw);
        most_before = std::min(before->last(), output_mw + step_.ramp_down_mw);
        past.output_mw = std::clamp(before->x[lowest], low, std::max(low, most_before));
        past.cost = (*before)(past.output_mw);
        free_mw = past.output_mw + step_.ramp_up_mw - output_mw;
        k = static_cast<std::size_t>(std::upper_bound(before->x.begin(), before->x.end(), past.output_mw) -
                                     before->x.begin());
    }
    for (const Offer& each : reserves_) {
        double left = std::min(each.most_mw, room);
        const double at_once = std::min(left, std::max(0.0, free_mw));
        double taken = at_once;
        left -= at_once;
        free_mw -= at_once;
        while (before && left > 0.0 && past.output_mw < most_before && k < before->x.size()) {
            const double slope = (before->y[k] - before->y[k - 1]) / (before->x[k] - before->x[k - 1]);
            if (slope + each.cost >= 0.0) break;
            const double until = std::min(before->x[k], most_before);
            const double rise = std::min(left, until - past.output_mw);
            past.output_mw += rise;
            past.cost += rise * slope;
            taken += rise;
            left -= rise;
            if (past.output_mw >= before->x[k]) ++k;
            if (rise == 0.0) break;
        }
        past.cost += taken * each.cost;
        room -= taken;
        if (reserve) (*reserve)[static_cast<std::size_t>(each.index)] = taken;
    }
    return past;
}

/// Outputs at which the least cost may bend. Points of all constraints meet where an output is tied, by the room, the
/// ramps or the sum of the first reserves, to a point that is given; the differences are as in a network.
std::vector<double> UnitStep::corners(const ConvexFunction* before, double low, double high) const {
    std::vector<double> sums{0.0};  // of the first reserves
    for (const Offer& each : reserves_) sums.push_back(sums.back() + each.most_mw);
    std::vector<double> found{low, high};
    const auto add = [&](double output_mw) {
        if (output_mw > low && output_mw < high) found.push_back(output_mw);
    };
    double filled = 0.0;
    for (const Offer& each : pieces_) add(filled += each.most_mw);
    for (const double sum : sums) add(room_mw_ - sum);
    if (before) {
        add(room_mw_ - step_.ramp_up_mw - step_.ramp_down_mw);
        for (const double x : before->x) {
            add(x - step_.ramp_down_mw);
            for (const double sum : sums) add(x + step_.ramp_up_mw - sum);
        }
    }
    std::sort(found.begin(), found.end());
    constexpr double same_mw = 1e-9;
    std::vector<double> apart{found.front()};
    for (const double each : found)
        if (each > apart.back() + same_mw) apart.push_back(each);
    if (apart.size() > 1) apart.back() = high;
    return apart;
}

ConvexFunction UnitStep::by_output(const ConvexFunction* before) const {
    double low = 0.0;
    double high = most_output();
    if (before) {
        if (before->is_empty()) return {};
        low = std::max(low, before->first() - step_.ramp_down_mw);
        high = std::min(high, before->last() + step_.ramp_up_mw);
    }
    if (low > high) return {};
    const std::size_t lowest = before ? before->lowest() : 0;
    ConvexFunction made;
    for (const double output_mw : corners(before, low, high))
        made.append(output_mw, cost_of_output(output_mw, nullptr) + past_at(output_mw, before, lowest, nullptr).cost);
    return made;
}

UnitDispatch UnitStep::dispatch_at(double output_mw, const ConvexFunction* before, double& output_before) const {
    UnitDispatch made{0.0, std::vector<double>(piece_count_, 0.0), std::vector<double>(product_count_, 0.0)};
    made.cost = cost_of_output(output_mw, &made.piece);
    const Past past = past_at(output_mw, before, before ? before->lowest() : 0, &made.reserve);
    made.cost += past.cost - (before ? (*before)(past.output_mw) : 0.0);
    output_before = past.output_mw;
    return made;
}

}  // namespace indus::model
