// SPDX-License-Identifier: Apache-2.0
// What plants burn from fuel stocks and what routes bring to them, while a program is written and while it is audited.
//
//     FuelChain& chain = f.shared<FuelChain>(f.system());
//     const int stock = chain.stock_of("hub 1", fuel);             // -1: the plant buys its fuel where it burns it
//     chain.burnt(stock, t) += gigajoules;                         // Expression [GJ]; AuditedFuelChain: a number
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/system.hpp"
#include "solver/expression.hpp"

namespace indus::model {

template <class Amount>
class FuelChainOf {
public:
    explicit FuelChainOf(const System& system) : steps_{static_cast<std::size_t>(system.horizon().step_count())} {
        const std::vector<FuelStock>& stocks = system.all<FuelStock>();
        burnt_.resize(stocks.size() * steps_);
        brought_.resize(burnt_.size());
        on_its_way_.resize(burnt_.size());
        used_.resize(system.all<FuelCorridor>().size() * steps_);
        for (std::size_t s = 0; s < stocks.size(); ++s)
            for (const WeightedNames::Item& plant : stocks[s].plants.items)
                supplies_[plant.name].emplace_back(stocks[s].fuel.index, static_cast<int>(s));
    }
    /// Stock that a plant burns the fuel from; -1 for none.
    int stock_of(std::string_view plant, const Reference<Fuel>& fuel) const {
        const auto found = supplies_.find(plant);
        if (found == supplies_.end()) return -1;
        for (const auto& [index, stock] : found->second)
            if (index == fuel.index) return stock;
        return -1;
    }
    /// What plants burn from the stock in step t [GJ].
    Amount& burnt(int stock, int t) { return burnt_.at(cell(stock, t)); }
    /// What routes bring to the stock in step t, less what they take from it [t].
    Amount& brought(int stock, int t) { return brought_.at(cell(stock, t)); }
    /// What is on its way to the stock, or waits before it, when the period that ends with step t is over [t].
    Amount& on_its_way(int stock, int t) { return on_its_way_.at(cell(stock, t)); }
    /// What routes use of the corridor in step t [t/h].
    Amount& used(int corridor, int t) { return used_.at(cell(corridor, t)); }

private:
    std::size_t cell(int item, int t) const {
        return static_cast<std::size_t>(item) * steps_ + static_cast<std::size_t>(t);
    }

    std::size_t steps_;
    std::map<std::string, std::vector<std::pair<int, int>>, std::less<>> supplies_{};  ///< by plant: fuel, stock
    std::vector<Amount> burnt_{}, brought_{}, on_its_way_{}, used_{};
};

using FuelChain = FuelChainOf<solver::Expression>;
using AuditedFuelChain = FuelChainOf<double>;

}  // namespace indus::model
