// SPDX-License-Identifier: Apache-2.0
// The desk at which components write themselves into a program.
//
//     void Battery::add_to(Formulation& f, int) const {
//         const Desk d = f.desk(*this);
//         const Series charge = d.variables("charge", "MW", 0.0, charge_mw);
//         ...
//         d.require(energy_balance, t, Expression{level[t]} == before + ...);
//         f.zone_balance(zone, t) += discharge[t];
//     }
//
// Components meet only in the *shared expressions*: power balance of a zone [MW], reserve [MW], load [MW],
// available renewable power [MW] and, where a component of the case reads them, output of plants [MW],
// emissions of a zone [tCO2], power served in a zone [MW] and fuel drawn [GJ]. `build` closes them into
// linking rows last, so that every other row lies in the block of the component that wrote it. Nobody
// loops over plants from outside. Plants of one river also meet in its water, and share a block.
//
// Costs are weighted by the step's weight here, once; components give money per step.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/expression_series.hpp"
#include "model/limit.hpp"
#include "model/plant_facts.hpp"
#include "model/river_water.hpp"
#include "model/shared_parts.hpp"
#include "model/system.hpp"
#include "solver/program.hpp"

namespace indus::model {

using solver::Condition;
using solver::Expression;
using solver::Term;
using solver::Variable;

/// One variable per step of the horizon, in consecutive columns.
class Series {
public:
    Series() = default;
    explicit Series(int first_column) : first_{first_column} {}
    Variable operator[](int t) const { return {first_ + t}; }

private:
    std::int32_t first_ = -1;
};

/// Steps at which a component must choose between two directions, by "kind/name".
using ModeSteps = std::map<std::string, std::set<int>, std::less<>>;
std::string mode_key(std::string_view kind, std::string_view name);

/// A series of decision columns, as it is found again in a solution.
struct DecisionSeries {
    std::string kind{};
    std::string owner{};
    std::string quantity{};
    std::string unit{};
    int first_column = 0;
    int step_count = 0;
};

/// An expression per step that is evaluated for reports and is no column.
struct DerivedSeries {
    std::string kind{};
    std::string owner{};
    std::string quantity{};
    std::string unit{};
    ExpressionSeries values;
};

/// What a component pays in one category, so that costs can be told by component and category.
struct CostTerm {
    std::string kind{};
    std::string owner{};
    std::string category{};
    ExpressionSeries amounts;  ///< money per step, weighted
};

/// What the loss of one unit takes away.
struct UnitLoss {
    double unit_mw = 0.0;  ///< its capacity
    Reference<Zone> zone{};
    std::vector<Expression> output{};             ///< per step [MW]
    std::vector<std::vector<Expression>> held{};  ///< per product and step [MW]
};

/// A row family that was used, with its component kind.
struct UsedEquation {
    std::string kind{};
    const Equation* equation = nullptr;
};

/// Who wrote a row, and after which equation.
struct RowOrigin {
    std::string kind{};
    std::string owner{};
    const Equation* equation = nullptr;
};

class Formulation;

/// One component's place at the desk: its block, and its name on what it writes.
class Desk {
public:
    Series variables(std::string_view quantity, std::string_view unit, double lower, double upper) const;
    /// `upper` per step.
    Series variables(std::string_view quantity, std::string_view unit, double lower,
                     const std::vector<double>& upper) const;
    /// Both bounds per step.
    Series variables(std::string_view quantity, std::string_view unit, const std::vector<double>& lower,
                     const std::vector<double>& upper) const;
    Series binaries(std::string_view quantity) const;
    /// Binaries where `upper` is 1, zeros where it is 0.
    Series binaries(std::string_view quantity, const std::vector<double>& upper) const;
    /// Whole numbers from 0 to `upper` per step.
    Series integers(std::string_view quantity, const std::vector<double>& upper) const;
    /// A row of this component at step t. The equation must be one of the kind's `equations()`.
    void require(const Equation& equation, int t, const Condition& condition) const;
    /// Money per step, before weighting.
    void cost(std::string_view category, int t, const Expression& amount) const;
    /// What the plant gives to its zone in step t [MW]; negative for what it takes.
    void generate(const Reference<Zone>& zone, int t, const Expression& mw) const;
    /// Part of its output that counts as renewable [MW], of a plant of which not all or nothing does.
    void count_renewable(int t, const Expression& mw) const;
    /// Fuel burnt in step t [GJ] in a zone: pays for it and for its carbon, and records both. `burner` is the name
    /// under which fuel stocks know who burns it; empty: the component's own.
    void draw_fuel(const Reference<Fuel>& fuel, const Reference<Zone>& zone, int t, const Expression& gigajoules,
                   std::string_view burner = {}) const;
    /// Carbon dioxide emitted in step t [tCO2] in a zone: pays for it and records it as the quantity.
    void emit(const Reference<Zone>& zone, int t, const Expression& tonnes, std::string_view quantity) const;
    /// A series for reports that follows from the variables.
    void derive(std::string_view quantity, std::string_view unit, int t, const Expression& value) const;
    /// Binaries "mode" for a component whose audit found two directions at once; none for others.
    std::optional<Series> modes() const;
    /// Whether `modes` decides the direction at step t.
    bool chooses_mode(int t) const;

private:
    friend class Formulation;
    Desk(Formulation& formulation, std::string_view kind, std::string name, solver::Block block)
        : f_{formulation}, kind_{kind}, name_{std::move(name)}, block_{block} {}
    Desk(Formulation& formulation, std::string_view kind, std::string name, std::vector<solver::Block> step_blocks)
        : f_{formulation}, kind_{kind}, name_{std::move(name)}, step_blocks_{std::move(step_blocks)} {}
    solver::Block block_at(int t) const {
        return step_blocks_.empty() ? block_ : step_blocks_[static_cast<std::size_t>(t)];
    }
    Formulation& f_;
    std::string_view kind_;
    std::string name_;
    solver::Block block_ = solver::linking;
    std::vector<solver::Block> step_blocks_{};  ///< a block per step instead of one of its own
    // What was written last under a name, so that a step does not search for it again.
    mutable std::vector<std::pair<const Equation*, solver::Family>> row_families_{};
    mutable std::vector<std::pair<std::string, std::size_t>> cost_terms_{}, derived_{};
    mutable std::optional<int> plant_{};  ///< place among the plants; negative for what is none
};

class Formulation {
public:
    Formulation(const System& system, const ModeSteps& modes);
    Formulation(const Formulation&) = delete;
    Formulation& operator=(const Formulation&) = delete;

    const System& system() const { return system_; }
    const Horizon& horizon() const { return system_.horizon(); }

    /// Opens a block for the component; call once per component.
    template <class Component>
    Desk desk(const Component& c) {
        return open(Component::kind, c.name);
    }
    Desk open(std::string_view kind, const std::string& name);
    /// The same for a plant on a river: plants of one river share a block.
    template <class Component>
    Desk river_desk(const Component& c, RiverNode node) {
        const solver::Block block = river_water_.block(program_, node);
        return block == solver::linking ? desk(c) : Desk{*this, Component::kind, c.name, block};
    }
    /// A place in a block that several components share.
    template <class Component>
    Desk desk_in(const Component& c, solver::Block block) {
        return Desk{*this, Component::kind, c.name, block};
    }
    /// A place in blocks that components share, one per step: for what couples them within a step only.
    template <class Component>
    Desk desk_within(const Component& c, const std::vector<solver::Block>& step_blocks) {
        return desk_within(Component::kind, c.name, step_blocks);
    }
    Desk desk_within(std::string_view kind, const std::string& name, const std::vector<solver::Block>& step_blocks) {
        return {*this, kind, name, step_blocks};
    }
    /// A place outside any block, for rows over shared expressions.
    template <class Component>
    Desk linking_desk(const Component& c) {
        return open_linking(Component::kind, c.name);
    }
    Desk open_linking(std::string_view kind, const std::string& name) { return {*this, kind, name, solver::linking}; }

    /// Net supply of a zone at step t [MW]; generation adds, withdrawal subtracts.
    Expression& zone_balance(const Reference<Zone>& zone, int t) { return zone_balance(zone.index, t); }
    Expression& zone_balance(int zone, int t);
    /// Reserve provided for a product at step t [MW].
    Expression& reserve(int product, int t);
    /// What lines bring into a zone at step t, less what they take [MW]; for reports.
    Expression& net_import(const Reference<Zone>& zone, int t) { return net_import_.at(cell(zone.index, t)); }
    Expression& net_import(int zone, int t) { return net_import_.at(cell(zone, t)); }
    /// Load at step t, losses to the customer included [MW]; what reserve requirements refer to.
    void add_load(const Reference<Zone>& zone, int t, double mw);
    double load(const WeightedNames& zones, int t) const { return in_zones(load_, zone_load_, zones, t); }
    /// Available solar and wind power at step t [MW].
    void add_renewable_power(const Reference<Zone>& zone, int t, double mw);
    double renewable_power(const WeightedNames& zones, int t) const {
        return in_zones(renewable_, zone_renewable_, zones, t);
    }
    /// Units whose loss a reserve may have to cover.
    void add_loss(UnitLoss loss) { losses_.push_back(std::move(loss)); }
    const std::vector<UnitLoss>& losses() const { return losses_; }

    /// What plants of one river pass on to each other.
    RiverWater& river_water() { return river_water_; }
    /// Whether a component of the case reads the shared expression; it is empty otherwise.
    bool keeps(Shared what) const { return kept_.contains(what); }
    /// All plants, and what each gives at step t [MW]; for a store less what it takes.
    const std::vector<PlantFacts>& plants() const { return plants_; }
    const Expression& output(int plant, int t) const { return output_.at(cell(plant, t)); }
    /// What of it is renewable [MW].
    const Expression& renewable_output(int plant, int t) const;
    /// Carbon dioxide emitted in a zone in step t [tCO2].
    const Expression& emissions(int zone, int t) const { return emissions_.at(cell(zone, t)); }
    /// Power that demands of a zone draw at step t [MW], losses to the customer included.
    const Expression& served(int zone, int t) const { return served_.at(cell(zone, t)); }
    void serve(const Reference<Zone>& zone, int t, const Expression& mw);
    /// Fuel drawn in step t [GJ].
    const Expression& fuel_drawn(int fuel, int t) const { return fuel_drawn_.at(cell(fuel, t)); }

    /// Writes a limit's row and, where it may be broken, a column for by how much; see limit.hpp.
    void add_limits(std::string_view kind, const std::string& name, std::vector<Limit> limits);
    const std::vector<WrittenLimit>& limits() const { return limits_; }

    /// What components write together, made by the first that asks.
    template <class Part, class... Arguments>
    Part& shared(Arguments&&... arguments) {
        return shared_.get<Part>(std::forward<Arguments>(arguments)...);
    }

    /// Gives back the memory of what only writing needs; nothing is added to shared expressions afterwards.
    void finish();

    const solver::Program& program() const { return program_; }
    solver::Program& program() { return program_; }
    const std::vector<DecisionSeries>& decisions() const { return decisions_; }
    const std::vector<DerivedSeries>& derived() const { return derived_; }
    const std::vector<CostTerm>& costs() const { return costs_; }
    const std::vector<UsedEquation>& equations() const { return equations_; }
    /// Who wrote the row, and after which equation.
    const RowOrigin& origin_of_row(int row) const { return origins_.at(program_.family_of_row(row).index); }
    /// Row of the balance of a zone, or of a reserve requirement, at step t; -1 before it is written.
    int row_of(const Equation& equation, std::string_view owner, int t) const;

private:
    friend class Desk;
    solver::Family row_family(std::string_view kind, const std::string& owner, const Equation& equation);
    std::size_t cell(int item, int t) const;
    /// Of all zones where none is named.
    double in_zones(const std::vector<double>& all, const std::vector<double>& by_zone, const WeightedNames& zones,
                    int t) const;

    const System& system_;
    const ModeSteps& modes_;
    solver::Program program_;
    RiverWater river_water_;
    SharedParts shared_;
    std::set<Shared> kept_;
    std::vector<PlantFacts> plants_;
    std::unordered_map<std::size_t, Expression> part_renewable_;  ///< by plant and step, where it is a part
    std::vector<Expression> zone_balance_, net_import_, reserve_, output_, emissions_, served_, fuel_drawn_;
    std::vector<WrittenLimit> limits_;
    std::vector<double> load_, renewable_, zone_load_, zone_renewable_;
    std::vector<UnitLoss> losses_;
    std::vector<DecisionSeries> decisions_;
    std::vector<DerivedSeries> derived_;
    std::vector<CostTerm> costs_;
    std::vector<UsedEquation> equations_;
    std::map<std::string, solver::Family, std::less<>> row_families_;
    std::map<std::int32_t, RowOrigin> origins_;                          ///< by row family
    std::map<std::string, std::vector<int>, std::less<>> linking_rows_;  ///< equation/owner -> row per step
};

/// The whole program of a system: every component adds itself, then the shared expressions are closed.
std::unique_ptr<Formulation> build(const System& system, const ModeSteps& modes = {});

}  // namespace indus::model
