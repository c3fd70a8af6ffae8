// SPDX-License-Identifier: Apache-2.0
#include "model/river_water.hpp"

#include <algorithm>

#include "model/formulation.hpp"
#include "model/river_travel.hpp"

namespace indus::model {

RiverWater::RiverWater(const System& system)
    : horizon_{system.horizon()},
      rivers_{system.data()},
      written_(static_cast<std::size_t>(rivers_.count()), false),
      received_(static_cast<std::size_t>(rivers_.count())) {}

bool RiverWater::take_turn(Formulation& f, RiverNode node) {
    const auto i = static_cast<std::size_t>(node.number);
    if (written_[i]) return false;
    written_[i] = true;
    for (const RiverNode above : rivers_.upstream(node)) {
        const int index = rivers_.index(above);
        if (rivers_.is_reservoir(above))
            f.system().all<Reservoir>()[static_cast<std::size_t>(index)].add_to(f, index);
        else
            f.system().all<RunOfRiver>()[static_cast<std::size_t>(index)].add_to(f, index);
    }
    return true;
}

std::string RiverWater::river_name(RiverNode mouth) const {
    std::string text = "river";
    for (int i = 0; i < rivers_.count(); ++i)
        if (rivers_.mouth({i}) == mouth) text += (text == "river" ? " " : ", ") + rivers_.name({i});
    return text;
}

solver::Block RiverWater::block(solver::Program& program, RiverNode node) {
    if (rivers_.stands_alone(node)) return {};
    const RiverNode mouth = rivers_.mouth(node);
    const auto known = blocks_.find(mouth);
    if (known != blocks_.end()) return known->second;
    return blocks_.emplace(mouth, program.add_block(river_name(mouth))).first->second;
}

void RiverWater::send(RiverNode from, const std::vector<Expression>& release) {
    const RiverNode to = rivers_.downstream(from);
    if (!to.exists()) return;
    const RiverPlant& plant = rivers_.plant(from);
    const double factor = *rivers_.plant(to).energy_per_hm3_mwh / *plant.energy_per_hm3_mwh;
    Received& received = received_[static_cast<std::size_t>(to.number)];
    received.arrival.resize(static_cast<std::size_t>(horizon_.step_count()));
    const RiverTravel travel = river_travel(horizon_, plant.travel_time_h);
    for (const RiverTravel::Part& part : travel.parts)
        received.arrival[static_cast<std::size_t>(part.to)].add_scaled(release[static_cast<std::size_t>(part.from)],
                                                                       factor * part.hours / horizon_.hours(part.to));
    for (const RiverTravel::Rest& rest : travel.rests)
        received.on_its_way[rest.last].add_scaled(release[static_cast<std::size_t>(rest.from)], factor * rest.hours);
    send_before(plant, factor, received);
}

void RiverWater::send_before(const RiverPlant& from, double factor, Received& to) const {
    const double delay = from.travel_time_h;
    for (int t = 0; t < horizon_.step_count(); ++t) {
        const double begin = horizon_.hours_before(t);
        const double end = begin + horizon_.hours(t);
        // What arrives between begin and end was released between delay - end and delay - begin before the start.
        if (begin < delay)
            to.arrival[static_cast<std::size_t>(t)] +=
                factor * from.released_before(std::max(0.0, delay - end), delay - begin) / horizon_.hours(t);
        if (!horizon_.is_last(t) || delay <= 0.0) continue;
        to.on_its_way[t] += factor * from.released_before(0.0, std::max(0.0, delay - end));
    }
}

Expression RiverWater::arrival(RiverNode node, int t) const {
    const Received& received = received_[static_cast<std::size_t>(node.number)];
    return received.arrival.empty() ? Expression{} : received.arrival[static_cast<std::size_t>(t)];
}

Expression RiverWater::on_its_way(RiverNode node, int last) const {
    const Received& received = received_[static_cast<std::size_t>(node.number)];
    const auto found = received.on_its_way.find(last);
    return found == received.on_its_way.end() ? Expression{} : found->second;
}

}  // namespace indus::model
