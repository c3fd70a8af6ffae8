// SPDX-License-Identifier: Apache-2.0
#include "model/answers/unit_step.hpp"

#include <algorithm>
#include <utility>

namespace indus::model {

namespace {

template <class Offers>
void cheapest_first(Offers& offers) {
    const auto cheaper = [](const auto& left, const auto& right) { return left.cost < right.cost; };
    if (!std::is_sorted(offers.begin(), offers.end(), cheaper)) std::stable_sort(offers.begin(), offers.end(), cheaper);
}

}  // namespace

UnitStep::UnitStep(const UnitLimits& limits, const UnitCosts& costs, int t, UnitEdges edges,
                   std::pmr::memory_resource* memory)
    : step_{limits.steps[static_cast<std::size_t>(t)]},
      piece_count_{limits.pieces.size()},
      product_count_{limits.reserve_mw.size()},
      pieces_{memory},
      reserves_{memory} {
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
std::vector<double>& UnitStep::corners(const ConvexFunction* before, double low, double high) const {
    thread_local std::vector<double> sums, found, apart;  // made once, since there are very many steps
    sums.assign(1, 0.0);                                  // of the first reserves
    for (const Offer& each : reserves_) sums.push_back(sums.back() + each.most_mw);
    found.assign({low, high});
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
    apart.assign(1, found.front());
    for (const double each : found)
        if (each > apart.back() + same_mw) apart.push_back(each);
    if (apart.size() > 1) apart.back() = high;
    return apart;
}

namespace {

/// A piecewise-linear function that is asked at ascending points.
class Ascending {
public:
    void add(double x, double y) { points_.emplace_back(x, y); }
    void clear() {
        points_.clear();
        next_ = 1;
    }
    /// Value at x; that of the first or last point beyond them.
    double at(double x) {
        if (points_.size() == 1) return points_.front().second;
        while (next_ + 1 < points_.size() && points_[next_].first < x) ++next_;
        const auto& [x0, y0] = points_[next_ - 1];
        const auto& [x1, y1] = points_[next_];
        if (x <= x0) return y0;
        return x >= x1 ? y1 : y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    }
    const std::vector<std::pair<double, double>>& points() const { return points_; }

private:
    std::vector<std::pair<double, double>> points_{};
    std::size_t next_ = 1;
};

template <class Offers>
void add_production(const Offers& pieces, double cost, Ascending& output) {
    output.clear();
    double filled = 0.0;
    output.add(filled, cost);
    for (const auto& each : pieces) output.add(filled += each.most_mw, cost += each.most_mw * each.cost);
}

}  // namespace

void UnitStep::add_alone(const ConvexFunction* before, double low, double high, ConvexFunction& made) const {
    thread_local Ascending past, output;
    past.clear();
    if (before) {
        // Falling, the past is reached from below by the ramp down; rising, from above by the ramp up.
        const std::size_t lowest = before->lowest();
        const double anywhere_mw = high + before->last();
        const double down_mw = std::min(step_.ramp_down_mw, anywhere_mw);
        const double up_mw = std::min(step_.ramp_up_mw, anywhere_mw);
        for (std::size_t k = 0; k <= lowest; ++k) past.add(before->x[k] - down_mw, before->y[k]);
        for (std::size_t k = lowest; k < before->x.size(); ++k) past.add(before->x[k] + up_mw, before->y[k]);
    } else {
        past.add(0.0, 0.0);
    }
    add_production(pieces_, on_cost_, output);

    constexpr double same_mw = 1e-9;
    const auto put = [&](double x) { made.append(x, past.at(x) + output.at(x)); };
    put(low);
    auto one = past.points().begin();
    auto other = output.points().begin();
    double last = low;
    while (one != past.points().end() || other != output.points().end()) {
        const bool first = other == output.points().end() || (one != past.points().end() && one->first <= other->first);
        const double x = first ? (one++)->first : (other++)->first;
        if (x <= last + same_mw || x >= high - same_mw) continue;
        put(x);
        last = x;
    }
    if (high > low + same_mw) put(high);
}

void UnitStep::add_with_one(const ConvexFunction& before, double low, double high, ConvexFunction& made) const {
    thread_local Ascending past, output;
    past.clear();
    for (std::size_t k = 0; k < before.x.size(); ++k) past.add(before.x[k], before.y[k]);
    add_production(pieces_, on_cost_, output);
    const Offer& reserve = reserves_.front();
    const double cheapest = before.x[before.lowest()];
    // Up to here a higher output before costs less than the reserve that it makes room for.
    std::size_t k = 0;
    while (k + 1 < before.x.size() &&
           (before.y[k + 1] - before.y[k]) / (before.x[k + 1] - before.x[k]) + reserve.cost < 0.0)
        ++k;
    const double worth = before.x[k];

    for (const double output_mw : corners(&before, low, high)) {
        const double most_reserve = std::max(0.0, std::min(reserve.most_mw, room_mw_ - output_mw));
        const double least = std::max(before.first(), output_mw - step_.ramp_up_mw);
        const double most = std::max(least, std::min(before.last(), output_mw + step_.ramp_down_mw));
        const double without = std::clamp(cheapest, least, most);
        const double came_from =
            std::clamp(std::min(worth, output_mw + most_reserve - step_.ramp_up_mw), without, most);
        const double taken = std::clamp(came_from + step_.ramp_up_mw - output_mw, 0.0, most_reserve);
        made.append(output_mw, output.at(output_mw) + past.at(came_from) + taken * reserve.cost);
    }
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
    thread_local ConvexFunction made;  // grown once
    made.clear();
    if (reserves_.empty()) {
        add_alone(before, low, high, made);
    } else if (before && reserves_.size() == 1) {
        add_with_one(*before, low, high, made);
    } else {
        const std::size_t lowest = before ? before->lowest() : 0;
        for (const double output_mw : corners(before, low, high))
            made.append(output_mw,
                        cost_of_output(output_mw, nullptr) + past_at(output_mw, before, lowest, nullptr).cost);
    }
    return made.copy_to(pieces_.get_allocator().resource());
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
