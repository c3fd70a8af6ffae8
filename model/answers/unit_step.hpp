// SPDX-License-Identifier: Apache-2.0
// What a unit that is on does within one step at given prices, and how that depends on its output the step before.
#pragma once

#include <span>
#include <vector>

#include "model/answers/unit_program.hpp"

namespace indus::model {

/// One step's decisions [MW].
struct UnitDispatch {
    double cost = 0.0;
    std::vector<double> piece{}, reserve{};
};

/// Whether a start, a stop, both or neither narrow a step.
struct UnitEdges {
    bool starts = false;
    bool stops = false;
};

class UnitStep {
public:
    /// `memory` is used for the step itself and for what by_output returns, and must outlive both.
    UnitStep(const UnitLimits& limits, const UnitCosts& costs, int t, UnitEdges edges,
             std::pmr::memory_resource* memory = std::pmr::get_default_resource());

    /// The best dispatch where the output before does not matter.
    UnitDispatch free_dispatch() const;
    double free_cost() const { return free_cost_; }
    /// Least cost by output [MW], given the least cost of the past by the output before; `before` is null in the step
    /// of a start, when nothing came before.
    ConvexFunction by_output(const ConvexFunction* before) const;
    /// The dispatch at an output, and the output before that leads to it at least cost.
    UnitDispatch dispatch_at(double output_mw, const ConvexFunction* before, double& output_before) const;

private:
    struct Offer {
        double cost = 0.0;  ///< per MW
        double most_mw = 0.0;
        int index = 0;
    };
    struct Past {
        double output_mw = 0.0;
        double cost = 0.0;
    };
    double find_free_cost() const;
    double cost_of_output(double output_mw, std::vector<double>* piece) const;
    /// Reserve at an output, paid for by a higher output before where the ramp asks for that.
    Past past_at(double output_mw, const ConvexFunction* before, std::size_t lowest,
                 std::vector<double>* reserve) const;
    /// The same where no reserve is paid: what the past costs within reach of an output, and the output itself.
    void add_alone(const ConvexFunction* before, double low, double high, ConvexFunction& made) const;
    /// The same where one reserve is paid.
    void add_with_one(const ConvexFunction& before, double low, double high, ConvexFunction& made) const;
    std::vector<double>& corners(const ConvexFunction* before, double low, double high) const;
    double most_output() const;

    const UnitLimits::Step& step_;
    double on_cost_ = 0.0;
    double free_cost_ = 0.0;
    double room_mw_ = 0.0;
    std::size_t piece_count_ = 0, product_count_ = 0;
    std::pmr::vector<Offer> pieces_;    ///< cheapest first
    std::pmr::vector<Offer> reserves_;  ///< those that are paid, dearest first
};

}  // namespace indus::model
