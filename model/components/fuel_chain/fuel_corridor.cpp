// SPDX-License-Identifier: Apache-2.0
#include "model/components/fuel_chain/fuel_corridor.hpp"

#include "model/audit.hpp"
#include "model/formulation.hpp"
#include "model/fuel_chain.hpp"
#include "model/outages.hpp"

namespace indus::model {

namespace {

constexpr std::array corridor_equations{
    Equation{"corridor capacity", "t/h", "sum(use brought[t], routes) <= open[t] capacity[t], less what outages take",
             "definition; counted where fuel arrives", Rigidity::operation,
             "the capacity of {limit} t/h is not enough: {amount} t/h more would have to come"}};

}  // namespace

std::span<const Equation> FuelCorridor::equations() { return corridor_equations; }

void FuelCorridor::check(Complaints&) const {}

void FuelCorridor::add_to(Formulation&, int) const {}

void FuelCorridor::close(Formulation& f, int index) const {
    const Desk d = f.linking_desk(*this);
    const Availability left{f.system(), name, 1.0};
    FuelChain& chain = f.shared<FuelChain>(f.system());
    for (int t = 0; t < f.horizon().step_count(); ++t)
        if (const Expression& used = chain.used(index, t); !used.terms().empty() || used.constant() != 0.0)
            d.require(corridor_equations[0], t, used <= left.share(t) * open[t] * capacity_t_per_h[t]);
}

void FuelCorridor::audit(Audit& a, int index) const {
    const AuditDesk d = a.desk(*this);
    for (int t = 0; t < a.horizon().step_count(); ++t)
        d.at_most(t, a.shared<AuditedFuelChain>(a.system()).used(index, t),
                  d.capacity_left(t, open[t] * capacity_t_per_h[t]), "fuel through the corridor", "t/h");
}

}  // namespace indus::model
