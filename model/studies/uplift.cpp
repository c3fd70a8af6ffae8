// SPDX-License-Identifier: Apache-2.0
#include "model/studies/uplift.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

namespace indus::model {

namespace {

const PriceRecord* price_of(const Solution& solution, std::string_view kind, std::string_view owner) {
    for (const PriceRecord& each : solution.prices)
        if (each.kind == kind && each.owner == owner) return &each;
    return nullptr;
}

/// Money earned with energy and reserve in each step.
std::vector<double> revenue(const System& system, const Solution& solution, const ThermalPlant& plant) {
    const Horizon& horizon = system.horizon();
    std::vector<double> earned(static_cast<std::size_t>(horizon.step_count()), 0.0);
    const auto add = [&](const SeriesRecord* sold, const PriceRecord* price) {
        if (!sold || !price) return;
        for (std::size_t t = 0; t < earned.size(); ++t) {
            const int step = static_cast<int>(t);
            earned[t] += horizon.weight(step) * horizon.hours(step) * price->values[t] * sold->values[t];
        }
    };
    add(solution.find(plant.name, "output", ThermalPlant::kind), price_of(solution, Zone::kind, plant.zone.name));
    for (const Reserve& product : system.all<Reserve>())
        add(solution.find(plant.name, "reserve_" + product.name, ThermalPlant::kind),
            price_of(solution, Reserve::kind, product.name));
    return earned;
}

double make_whole(const Horizon& horizon, const std::vector<double>& earned, const SeriesRecord* cost) {
    double sum = 0.0;
    for (const Horizon::Day& day : horizon.days()) {
        double loss = 0.0;
        for (int t = day.first; t < day.first + day.count; ++t) {
            const auto i = static_cast<std::size_t>(t);
            loss += (cost ? cost->values[i] : 0.0) - earned[i];
        }
        sum += std::max(0.0, loss);
    }
    return sum;
}

/// Priced cost of what every block actually does: (c - A'y) x over its columns, y on linking rows.
std::vector<double> priced_costs(const solver::Program& program, std::span<const double> point,
                                 std::span<const double> duals) {
    std::vector<double> reduced(program.cost().begin(), program.cost().end());
    for (int i = 0; i < program.row_count(); ++i) {
        if (!program.is_linking(i)) continue;
        const auto row = static_cast<std::size_t>(i);
        for (auto k = program.row_start()[row]; k < program.row_start()[row + 1]; ++k)
            reduced[static_cast<std::size_t>(program.column_index()[static_cast<std::size_t>(k)])] -=
                duals[row] * program.coefficient()[static_cast<std::size_t>(k)];
    }
    std::vector<double> cost(static_cast<std::size_t>(program.block_count()), 0.0);
    for (int j = 0; j < program.column_count(); ++j) {
        const int block = program.block_of_column(j).index;
        if (block >= 0)
            cost[static_cast<std::size_t>(block)] +=
                reduced[static_cast<std::size_t>(j)] * point[static_cast<std::size_t>(j)];
    }
    return cost;
}

}  // namespace

std::vector<UpliftRecord> uplift(const Formulation& f, const Solution& solution, std::span<const double> point,
                                 std::span<const double> duals, std::span<const solver::BlockAnswer> answers) {
    std::map<std::string, int, std::less<>> block_of;
    for (int b = 0; b < f.program().block_count(); ++b) block_of.emplace(f.program().block_name({b}), b);
    const std::vector<double> actual =
        answers.empty() ? std::vector<double>{} : priced_costs(f.program(), point, duals);
    std::vector<UpliftRecord> records;
    for (const ThermalPlant& plant : f.system().all<ThermalPlant>()) {
        UpliftRecord record{std::string{ThermalPlant::kind}, plant.name, 0.0, 0.0};
        const auto earned = revenue(f.system(), solution, plant);
        record.make_whole = make_whole(f.horizon(), earned, solution.find(plant.name, "cost", ThermalPlant::kind));
        const auto block = block_of.find(fmt::format("{} {}", ThermalPlant::kind, plant.name));
        if (!answers.empty() && block != block_of.end()) {
            const auto b = static_cast<std::size_t>(block->second);
            record.lost_opportunity = std::max(0.0, actual[b] - std::min(answers[b].cost, actual[b]));
        }
        records.push_back(std::move(record));
    }
    return records;
}

}  // namespace indus::model
