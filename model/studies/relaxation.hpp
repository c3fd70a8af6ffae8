// SPDX-License-Identifier: Apache-2.0
// A program whose rules may be broken at a price: rows by equation and owner, and on/off decisions that a rule fixes.
//
// A *rule* is what is told as one thing: all rows that one component writes after one equation, or all steps at which
// one component's decision is fixed. Each broken unit of a rule costs what its rigidity says, so that the cheapest
// break is the one a planner would think of first.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/formulation.hpp"

namespace indus::model {

/// One rule of a formulation.
struct Rule {
    std::string kind{};
    std::string owner{};
    const Equation* equation = nullptr;  ///< null for decisions that are fixed
    double fixed_at = 0.0;               ///< the value of such decisions
    Rigidity rigidity = Rigidity::requirement;
};

/// One step at which a rule is broken.
struct Break {
    int step = 0;
    double amount = 0.0;   ///< above zero, in the unit of the row
    bool exceeds = false;  ///< whether the row's value is too large
    double limit = 0.0;    ///< the side that is broken
};

class Relaxation {
public:
    explicit Relaxation(const Formulation& formulation);

    const std::vector<Rule>& rules() const { return rules_; }
    /// The program in which exactly the rules at `broken` may be broken, and only that costs.
    solver::Program program(const std::set<int>& broken) const;
    /// Rules whose rigidity is not law, and all.
    std::set<int> breakable() const;
    std::set<int> all() const;
    /// Breaks per rule at a point of `program(broken)`, in the order of steps; only those above a tolerance.
    std::vector<std::vector<Break>> breaks(std::span<const double> point) const;

private:
    struct Slack {
        int rule = 0;
        int row = -1;     ///< of the formulation; -1 for a fixed decision
        int column = -1;  ///< the fixed decision
        double scale = 1.0;
    };
    void find_rows();
    void find_fixed();
    int rule_of(const Rule& rule);

    const Formulation& formulation_;
    std::vector<Rule> rules_;
    std::vector<Slack> slacks_;
};

}  // namespace indus::model
