// SPDX-License-Identifier: Apache-2.0
#include "model/components/works/works.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace indus::model {

StockNames::StockNames(const System& system) {
    int next = 0;
    for (const Stock& each : system.all<Stock>()) positions_.emplace(each.name, next++);
}

int StockNames::at(std::string_view name) const {
    const auto found = positions_.find(name);
    return found == positions_.end() ? -1 : found->second;
}

Works::Works(const System& system)
    : system_{system},
      names_{system},
      steps_{static_cast<std::size_t>(system.horizon().step_count())},
      blocks_(system.all<Process>().size(), solver::linking),
      inflow_(system.all<Stock>().size() * steps_),
      taken_(inflow_.size()),
      given_(inflow_.size()),
      power_(system.all<Stage>().size() * steps_),
      heat_(power_.size()),
      rate_(power_.size()),
      upgrades_(system.all<Stage>().size()) {}

solver::Block Works::block(solver::Program& program, int process) {
    solver::Block& made = blocks_.at(static_cast<std::size_t>(process));
    if (made == solver::linking)
        made = program.add_block(
            fmt::format("process {}", system_.all<Process>()[static_cast<std::size_t>(process)].name));
    return made;
}

bool Works::is_between_batches(int stock) const {
    const auto any = [&](const std::vector<solver::Expression>& units) {
        const auto first = units.begin() + static_cast<std::ptrdiff_t>(cell(stock, 0));
        return std::any_of(first, first + static_cast<std::ptrdiff_t>(steps_),
                           [](const solver::Expression& each) { return !each.terms().empty(); });
    };
    return any(taken_) && any(given_);
}

std::optional<Series> written_series(const Formulation& f, std::string_view kind, std::string_view owner,
                                     std::string_view quantity) {
    for (const DecisionSeries& each : f.decisions())
        if (each.kind == kind && each.owner == owner && each.quantity == quantity) return Series{each.first_column};
    return std::nullopt;
}

double largest(const solver::Program& program, const Expression& sum) {
    double most = sum.constant();
    for (const Term& each : sum.terms()) {
        const auto column = static_cast<std::size_t>(each.variable.index);
        most += each.coefficient * (each.coefficient > 0.0 ? program.upper()[column] : program.lower()[column]);
    }
    return most;
}

std::vector<const StageMode*> modes_of(const System& system, const Stage& stage) {
    std::vector<const StageMode*> made;
    for (const StageMode& each : system.all<StageMode>())
        if (each.stage.name == stage.name) made.push_back(&each);
    return made;
}

double calendar_share(const System& system, const Stage& stage, int t) {
    const Reference<Calendar>& own = stage.calendar.is_set() ? stage.calendar : system.at(stage.process).calendar;
    return own.is_set() ? system.at(own).share(system.horizon(), t) : 1.0;
}

int stock_named(const SystemData& data, std::string_view name) {
    const auto& list = data.list<Stock>();
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i].name == name) return static_cast<int>(i);
    return -1;
}

std::string product_of(const StageMode& mode) {
    if (!mode.product.empty()) return mode.product;
    std::string made;
    for (const WeightedNames::Item& each : mode.output.items) made += (made.empty() ? "" : " ") + each.name;
    return made;
}

AuditedWorks::AuditedWorks(const System& system)
    : names_{system},
      steps_{static_cast<std::size_t>(system.horizon().step_count())},
      inflow_(system.all<Stock>().size() * steps_, 0.0),
      taken_(inflow_.size(), 0.0),
      given_(inflow_.size(), 0.0),
      power_(system.all<Stage>().size() * steps_, 0.0),
      heat_(power_.size(), 0.0),
      rate_(power_.size(), 0.0) {}

}  // namespace indus::model
