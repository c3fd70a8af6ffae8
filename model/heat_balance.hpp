// SPDX-License-Identifier: Apache-2.0
// Heat that components give to and take from heat nodes, while a program is written and while it is audited.
//
//     f.shared<HeatBalance>(f.system()).at(node, t) += heat[t];            // Expression [MW]; taking subtracts
//     a.shared<AuditedHeatBalance>(a.system()).at(node, t) += heat[i];     // number [MW]
#pragma once

#include <vector>

#include "model/system.hpp"
#include "solver/expression.hpp"

namespace indus::model {

template <class Amount>
class HeatBalanceOf {
public:
    explicit HeatBalanceOf(const System& system)
        : steps_{static_cast<std::size_t>(system.horizon().step_count())},
          sums_(system.all<HeatNode>().size() * steps_) {}
    /// Net heat given to the node at step t [MW].
    Amount& at(int node, int t) {
        return sums_.at(static_cast<std::size_t>(node) * steps_ + static_cast<std::size_t>(t));
    }
    Amount& at(const Reference<HeatNode>& node, int t) { return at(node.index, t); }

private:
    std::size_t steps_;
    std::vector<Amount> sums_;
};

using HeatBalance = HeatBalanceOf<solver::Expression>;
using AuditedHeatBalance = HeatBalanceOf<double>;

}  // namespace indus::model
