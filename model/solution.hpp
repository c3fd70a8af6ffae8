// SPDX-License-Identifier: Apache-2.0
// What a run found: everything that reports, comparison and verification read.
//
// Series have one value per step of the horizon. A *decision* series holds the values of columns of the
// program; together they are the whole point, so that a stored solution can be certified again.
// Money is in the case's currency, weighted (representative steps count as often as their weight says).
// Storing and reading follow the member tables in solution_schema.hpp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/system.hpp"

namespace indus::model {

struct SeriesRecord {
    std::string kind{};      ///< component kind, "thermal_plant"
    std::string owner{};     ///< component name
    std::string quantity{};  ///< "output", "level", "unserved", ...
    std::string unit{};      ///< "MW", "MWh", "1", "GJ", "tCO2"; MWh levels are at the end of the step
    bool decision = false;
    std::vector<double> values{};
};

/// What one component cost in one category over the horizon; negative for income.
struct CostRecord {
    std::string kind{};
    std::string owner{};
    std::string category{};  ///< "fuel", "carbon", "start_up", "shut_down", "ramping", "operation", "no_load",
                             ///< "unserved", "curtailment", "surplus", "reserve_shortfall", "wheeling", "end_value",
                             ///< "import", "export" (income), "consumer_value" (welfare), ...
    double amount = 0.0;
};

/// Dual of a balance or a requirement, per MWh, in money. Where several support the dispatch, [low, high] differ.
struct PriceRecord {
    std::string kind{};   ///< "zone", "reserve" or "heat_node"
    std::string owner{};  ///< its name
    std::vector<double> values{};
    std::vector<double> low{};
    std::vector<double> high{};
};

/// Uplift of one unit at the zone's prices.
struct UpliftRecord {
    std::string kind{};
    std::string owner{};
    double make_whole = 0.0;        ///< sum over days of max(0, cost - revenue)
    double lost_opportunity = 0.0;  ///< best own profit at the prices, less actual profit
};

/// A stretch of time in which demand was not served, and why.
struct UnservedRecord {
    std::string zone{};
    std::string demand{};
    std::string sector{};
    int first_step = 0;
    int step_count = 0;
    double energy_mwh = 0.0;
    double peak_mw = 0.0;
    double value = 0.0;   ///< money
    std::string cause{};  ///< a sentence in the words of the case
};

/// A rule over what components do together: a cap, a share, a fuel contract.
struct LimitRecord {
    std::string kind{};
    std::string owner{};
    std::string rule{};   ///< name of its equation
    std::string unit{};   ///< of limit and reached; "share" where the limit is one
    std::string sense{};  ///< "at most" or "at least"
    int first_step = 0;
    int step_count = 0;
    double limit = 0.0;
    double reached = 0.0;
    double violation = 0.0;                ///< in the unit of the equation
    std::optional<double> shadow_price{};  ///< money saved per unit by which the limit is loosened
    std::string shadow_unit{};             ///< "tCO2": the price is per tonne
};

/// What a meter was billed for in a calendar month, or the part of it in the horizon.
struct BillRecord {
    std::string meter{};
    std::string zone{};            ///< behind the meter
    std::string month{};           ///< "2025-07"
    double month_share = 1.0;      ///< of the month's hours that lie in the horizon: the share of fixed charges
    double import_mwh = 0.0;       ///< drawn from the grid, wheeled energy included
    double peak_import_mwh = 0.0;  ///< of it in tariff periods
    double export_mwh = 0.0;
    double wheeled_mwh = 0.0;
    double peak_mw = 0.0;            ///< of the month, what came before the horizon included
    double billing_demand_mw = 0.0;  ///< peak, or what floor and earlier months ask for
    double energy = 0.0;             ///< money, as all that follows
    double fixed = 0.0;
    double wheeling = 0.0;
    double export_credit = 0.0;  ///< a positive number that is taken off
    double interruption = 0.0;   ///< likewise: what contracts of the zone's demands were paid for calls
    double total = 0.0;
};

struct EquationRecord {
    std::string kind{};
    std::string name{};
    std::string unit{};
    std::string formula{};
    std::string source{};
};

/// Something the audit found wrong.
struct Finding {
    std::string kind{};
    std::string owner{};
    int step = -1;  ///< -1: not of one step
    std::string what{};
};

/// What is proven about the run. Infinite or missing numbers are unset.
struct CertificateRecord {
    std::optional<double> cost{};                  ///< cost of the best solution
    std::optional<double> bound{};                 ///< best proven lower bound
    std::optional<double> bound_recomputed{};      ///< best bound that rests on no solver's claim
    std::string bound_source{};                    ///< "lp_dual", "lagrangian" or "tree"
    std::optional<double> lp_bound{};              ///< LP relaxation, by weak duality
    std::optional<double> lagrangian_bound{};      ///< blocks' answers at the relaxation's prices
    std::optional<double> tree_bound{};            ///< claim of the search
    std::optional<double> gap{};                   ///< (cost - bound) / max(|cost|, 1)
    std::optional<double> gap_without_unserved{};  ///< set where unserved energy is over a tenth of the cost
    double max_row_violation = 0.0;
    double max_bound_violation = 0.0;
    double max_integrality_violation = 0.0;
    std::string worst_row{};
    bool feasible = false;  ///< within tolerance
};

/// Quadratic costs are cut into pieces; how far the pieces can be from the truth.
struct PiecewiseRecord {
    double exact_cost = 0.0;   ///< cost of the answer with exact quadratics
    double error_limit = 0.0;  ///< largest possible difference of any answer's cost
};

struct Statistics {
    int columns = 0;
    int rows = 0;
    int integers = 0;
    long nonzeros = 0;
    int blocks = 0;
    int linking_rows = 0;
    long nodes = 0;
    long iterations = 0;
};

/// A cut that the bound rests on, as solver::RoundingCut: how it follows from the program.
struct CutRecord {
    int knapsack = 0;
    double divisor = 1.0;
    std::vector<int> from_high{};  ///< columns
};

/// What was asked.
struct RunOptions {
    double gap = 0.005;
    double time_limit_seconds = 600.0;
    std::optional<long> work_limit{};
    std::string method = "auto";  ///< studies/search.hpp
};

/// Wall time of one phase of the run.
struct PhaseTime {
    std::string phase{};
    double seconds = 0.0;
};

/// Costs of a linear program are known to about this share; a gap of "zero" means no more than it.
inline constexpr double gap_precision = 1e-7;

struct Solution {
    // In solution.cpp, for the sake of the files that hold one (as SystemData).
    Solution();
    Solution(const Solution&);
    Solution(Solution&&) noexcept;
    Solution& operator=(const Solution&);
    Solution& operator=(Solution&&) noexcept;
    ~Solution();

    std::string outcome = "no_solution_found";  ///< names of solver::Outcome
    std::string limit = "none";                 ///< which limit ended the search: names of solver::Limit
    std::string explanation{};                  ///< a sentence for people: why it stopped, or why there is no solution
    std::string method = "direct";
    std::string method_reason{};
    RunOptions options{};
    CertificateRecord certificate{};
    std::optional<PiecewiseRecord> piecewise{};  ///< set where quadratic costs exist
    Statistics statistics{};
    std::vector<SeriesRecord> series{};
    std::vector<CostRecord> costs{};
    std::vector<PriceRecord> prices{};
    std::vector<UpliftRecord> uplift{};
    std::vector<UnservedRecord> unserved{};
    std::vector<LimitRecord> limits{};
    std::vector<BillRecord> bills{};
    std::vector<std::string>
        fixed{};  ///< "kind/name" of components whose decisions were given (studies/fixed_decisions.hpp)
    std::vector<EquationRecord> equations{};
    std::vector<Finding> findings{};    ///< empty: the audit passed
    std::vector<double> multipliers{};  ///< per row of the program, then per cut; they prove the bound: `verify`
    std::vector<CutRecord> cuts{};
    std::vector<std::string> mode_binaries{};  ///< "battery/name/step": exclusivity added after an audit
    std::vector<PhaseTime> phases{};           ///< not part of the determinism promise
    double seconds = 0.0;                      ///< idem

    bool has_solution() const { return certificate.cost.has_value(); }
    /// Whether the asked gap is proven, up to the precision at which costs are known (`gap_precision`).
    bool within_gap() const { return certificate.gap && *certificate.gap <= options.gap + gap_precision; }
    /// The series, or null when the component has none of that name.
    const SeriesRecord* find(std::string_view owner, std::string_view quantity, std::string_view kind = {}) const;
    /// Sum of costs of a category, over one kind or all.
    double cost_of(std::string_view category, std::string_view kind = {}) const;
};

}  // namespace indus::model
