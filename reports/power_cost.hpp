// SPDX-License-Identifier: Apache-2.0
// What the power and the heat cost that a load drew. Private to reports/digest*.cpp.
//
// Behind a meter, what its zone paid is shared out among the loads of the zone, so that their costs sum to the bill
// (without what contracts are paid) and the costs of plants behind the meter:
//   energy       what was drawn over the meter in a step, wheeling apart, at the tariff's price of the step, in
//                proportion to what each load drew in the step
//   the rest     fixed charges, wheeling, credits, what netting changes: in proportion to the energy drawn in the month
//   own plants   their costs (of cogeneration the share of power in power plus heat) and those of stores, in
//                proportion to the energy drawn over the run
// Without own plants, wheeling and credits, a load so pays the tariff's price for all it drew and its share of the
// fixed charges. Elsewhere it pays the price of its zone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "reports/digest_parts.hpp"

namespace indus::reports {

/// Money and where it comes from; no money, and no word, where nothing tells.
struct Priced {
    std::optional<double> cost{};
    std::string basis{};
};

class PowerCost {
public:
    /// Needs plants. Refers to both, which must outlive it.
    PowerCost(const DigestInput& in, const Digest& d);

    /// Of a load that drew so much from the balance of a zone [MW per step]. Basis: "bill" or "zone price".
    Priced of(int zone, const std::vector<double>& drawn) const;

private:
    /// Of a zone behind a meter.
    struct Shared {
        std::vector<double> energy_per_mwh{};  ///< per step, of all that was drawn in it
        std::vector<double> rest_per_mwh{};    ///< idem, by month and over the run
    };
    /// None where no bill was made out for a meter of the zone.
    std::optional<Shared> share_out(int zone) const;
    std::vector<double> paid_per_step(const std::string& zone) const;

    const DigestInput& in_;
    const Digest& d_;
    std::map<int, Shared> shared_;
};

/// What the heat cost that a process used: at the price of its node; where there is none, as when all behind a meter
/// is given, at the mean cost of the node's boilers (fuel, power and all else) and cogeneration (the share of heat in
/// power plus heat). Basis: "node price" or "mean cost".
class HeatCost {
public:
    /// Needs plants and heat nodes. Refers to all, which must outlive it.
    HeatCost(const DigestInput& in, const Digest& d, const PowerCost& power) : in_{in}, d_{d}, power_{power} {}

    /// Of so much heat taken from a node [MW per step].
    Priced of(int node, const std::vector<double>& heat) const;

private:
    std::optional<double> mean_per_mwh(int node) const;

    const DigestInput& in_;
    const Digest& d_;
    const PowerCost& power_;
};

}  // namespace indus::reports
