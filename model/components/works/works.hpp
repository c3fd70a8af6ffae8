// SPDX-License-Identifier: Apache-2.0
// What stages, stocks, orders and upgrades of a process write together: its block, what is put into stocks, what stages
// draw.
//
//     Works& works = f.shared<Works>(f.system());
//     works.inflow(stock, t).add(rate[t], h);          // units in step t; taking subtracts
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "model/formulation.hpp"
#include "model/system.hpp"
#include "solver/program.hpp"

namespace indus::model {

/// Positions of stocks by name, for what asks at every step.
class StockNames {
public:
    explicit StockNames(const System& system);
    /// -1 where there is none.
    int at(std::string_view name) const;

private:
    std::map<std::string_view, int> positions_{};
};

class Works {
public:
    explicit Works(const System& system);

    int stock(std::string_view name) const { return names_.at(name); }

    /// Of the process; made when the first of its parts asks.
    solver::Block block(solver::Program& program, int process);
    /// Net units put into the stock in step t.
    solver::Expression& inflow(int stock, int t) { return inflow_.at(cell(stock, t)); }
    /// Of it: units that batches which begin with step t take, and those that batches give at its end.
    solver::Expression& taken(int stock, int t) { return taken_.at(cell(stock, t)); }
    solver::Expression& given(int stock, int t) { return given_.at(cell(stock, t)); }
    /// Whether batches hand the material over to batches.
    bool is_between_batches(int stock) const;
    /// What a stage draws in step t [MW at the customer], what it takes of heat [MW] and what it makes [units/h].
    solver::Expression& power(int stage, int t) { return power_.at(cell(stage, t)); }
    solver::Expression& heat(int stage, int t) { return heat_.at(cell(stage, t)); }
    solver::Expression& rate(int stage, int t) { return rate_.at(cell(stage, t)); }
    /// Whether upgrades of the stage are built.
    solver::Expression& upgrades(int stage) { return upgrades_.at(static_cast<std::size_t>(stage)); }

private:
    std::size_t cell(int item, int t) const {
        return static_cast<std::size_t>(item) * steps_ + static_cast<std::size_t>(t);
    }
    const System& system_;
    StockNames names_;
    std::size_t steps_;
    std::vector<solver::Block> blocks_;
    std::vector<solver::Expression> inflow_, taken_, given_, power_, heat_, rate_, upgrades_;
};

/// Decisions that a component has written; none where it has no such series.
std::optional<Series> written_series(const Formulation& f, std::string_view kind, std::string_view owner,
                                     std::string_view quantity);
/// The most that an expression of bounded columns can be.
double largest(const solver::Program& program, const Expression& sum);
/// Of a stage, in the order of the input.
std::vector<const StageMode*> modes_of(const System& system, const Stage& stage);
/// Share of step t that the calendar of the stage, or else of its process, leaves open.
double calendar_share(const System& system, const Stage& stage, int t);
/// Position of a stock by name; -1 where there is none.
int stock_named(const SystemData& data, std::string_view name);
/// What a mode makes, for changeovers: its product, or the names of its outputs; empty where it makes nothing.
std::string product_of(const StageMode& mode);

/// The same sums while a solution is audited.
class AuditedWorks {
public:
    explicit AuditedWorks(const System& system);
    int stock(std::string_view name) const { return names_.at(name); }
    double& inflow(int stock, int t) { return inflow_.at(cell(stock, t)); }
    double& taken(int stock, int t) { return taken_.at(cell(stock, t)); }
    double& given(int stock, int t) { return given_.at(cell(stock, t)); }
    double& power(int stage, int t) { return power_.at(cell(stage, t)); }
    double& heat(int stage, int t) { return heat_.at(cell(stage, t)); }
    double& rate(int stage, int t) { return rate_.at(cell(stage, t)); }

private:
    std::size_t cell(int item, int t) const {
        return static_cast<std::size_t>(item) * steps_ + static_cast<std::size_t>(t);
    }
    StockNames names_;
    std::size_t steps_;
    std::vector<double> inflow_, taken_, given_, power_, heat_, rate_;
};

}  // namespace indus::model
