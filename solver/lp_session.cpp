// SPDX-License-Identifier: Apache-2.0
#include "solver/lp_session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "solver/coin_hooks.hpp"

namespace indus::solver {

namespace {

void require_limits(double lower, double upper) {
    if (std::isnan(lower) || std::isnan(upper) || lower > upper)
        throw std::invalid_argument(fmt::format("limits from {} to {}", lower, upper));
}
void require_number(double value) {
    if (!std::isfinite(value)) throw std::invalid_argument(fmt::format("{} where a finite number is needed", value));
}
void require_index(int index, int count) {
    if (index < 0 || index >= count) throw std::out_of_range(fmt::format("{} is not below {}", index, count));
}

/// Rows or columns as Clp takes them.
struct Compressed {
    std::vector<CoinBigIndex> starts{0};
    std::vector<int> index{};
    std::vector<double> value{}, lower{}, upper{};

    void add(const std::vector<LpEntry>& entries, double low, double high, int count) {
        require_limits(low, high);
        for (const LpEntry& each : entries) {
            require_index(each.index, count);
            require_number(each.value);
            index.push_back(each.index);
            value.push_back(each.value);
        }
        starts.push_back(static_cast<CoinBigIndex>(index.size()));
        lower.push_back(to_coin(low));
        upper.push_back(to_coin(high));
    }
};

}  // namespace

class LpSession::Model {
public:
    Model() {
        clp.passInMessageHandler(&silent_);
        clp.setLogLevel(0);
        clp.setOptimizationDirection(1.0);
    }
    Model(const Model& other) : clp{other.clp} { clp.passInMessageHandler(&silent_); }
    Model& operator=(const Model&) = delete;
    ~Model() = default;

    LpEnd solve(const Options& options, Simplex first) {
        const Watch watch{options};
        SimplexStop stop{watch};
        LogRelay log{options.on_log};
        clp.passInEventHandler(&stop);
        if (options.on_log) {
            clp.passInMessageHandler(&log);
            clp.setLogLevel(log.logLevel());
        }
        LpEnd end;
        run(first, options, end);
        // Either simplex may end in doubt: the dual calls unbounded what is dual infeasible, and both may stall.
        const auto in_doubt = [&] {
            const ClpStatus status = status_now();
            return status == ClpStatus::error || (status == ClpStatus::dual_infeasible && last_ == Simplex::dual) ||
                   (status == ClpStatus::primal_infeasible && last_ == Simplex::primal);
        };
        for (int tries = 0; in_doubt() && tries < 2 && !watch.expired(); ++tries)
            run(last_ == Simplex::dual ? Simplex::primal : Simplex::dual, options, end);
        clp.passInMessageHandler(&silent_);
        clp.setLogLevel(0);
        ClpEventHandler nobody;
        clp.passInEventHandler(&nobody);
        tell(end, watch, options);
        return end;
    }

    ClpSimplex clp{};

private:
    ClpStatus status_now() const { return status_of(clp); }

    void run(Simplex simplex, const Options& options, LpEnd& end) {
        last_ = simplex;
        const long most = std::numeric_limits<int>::max();
        const long left = options.work_limit ? std::max(0L, *options.work_limit - end.iterations) : most;
        clp.setMaximumIterations(static_cast<int>(std::min(left, most)));
        clp.setNumberIterations(0);
        if (simplex == Simplex::dual)
            clp.dual();
        else
            clp.primal();
        end.iterations += clp.numberIterations();
    }

    void tell(LpEnd& end, const Watch& watch, const Options& options) const {
        const bool out_of_work = options.work_limit && end.iterations >= *options.work_limit;
        switch (status_now()) {
            case ClpStatus::optimal:
                end.outcome = Outcome::optimal;
                end.objective = clp.objectiveValue();
                return;
            case ClpStatus::primal_infeasible:
                end.outcome = Outcome::infeasible;
                return;
            case ClpStatus::dual_infeasible:
                end.outcome = Outcome::unbounded;
                return;
            case ClpStatus::limit:
            case ClpStatus::stopped:
            case ClpStatus::error:
                end.limit = watch.expired() ? watch.reason() : out_of_work ? Limit::work : Limit::error;
                return;
        }
    }

    LogRelay silent_{};
    Simplex last_ = Simplex::dual;
};

LpSession::LpSession() : model_{std::make_unique<Model>()} {}
LpSession::LpSession(const Program& program) : LpSession{} { load_program(model_->clp, program); }
LpSession::LpSession(LpSession&&) noexcept = default;
LpSession& LpSession::operator=(LpSession&&) noexcept = default;
LpSession::~LpSession() = default;

int LpSession::column_count() const { return model_->clp.numberColumns(); }
int LpSession::row_count() const { return model_->clp.numberRows(); }

void LpSession::leave_unscaled() { model_->clp.scaling(0); }

void LpSession::perturb() {
    constexpr int always = 50;
    model_->clp.setPerturbation(always);
}

void LpSession::add_columns(std::span<const LpColumn> columns) {
    Compressed made;
    std::vector<double> cost;
    for (const LpColumn& each : columns) {
        require_number(each.cost);
        made.add(each.entries, each.lower, each.upper, row_count());
        cost.push_back(each.cost);
    }
    if (columns.empty()) return;
    model_->clp.addColumns(static_cast<int>(columns.size()), made.lower.data(), made.upper.data(), cost.data(),
                           made.starts.data(), made.index.data(), made.value.data());
}

void LpSession::add_rows(std::span<const LpRow> rows) {
    Compressed made;
    for (const LpRow& each : rows) made.add(each.entries, each.lower, each.upper, column_count());
    if (rows.empty()) return;
    model_->clp.addRows(static_cast<int>(rows.size()), made.lower.data(), made.upper.data(), made.starts.data(),
                        made.index.data(), made.value.data());
}

void LpSession::delete_columns(std::span<const int> columns) {
    for (const int each : columns) require_index(each, column_count());
    if (!columns.empty()) model_->clp.deleteColumns(static_cast<int>(columns.size()), columns.data());
}

void LpSession::delete_rows(std::span<const int> rows) {
    for (const int each : rows) require_index(each, row_count());
    if (!rows.empty()) model_->clp.deleteRows(static_cast<int>(rows.size()), rows.data());
}

void LpSession::set_cost(int column, double cost) {
    require_index(column, column_count());
    require_number(cost);
    model_->clp.setObjectiveCoefficient(column, cost);
}

void LpSession::set_column_bounds(int column, double lower, double upper) {
    require_index(column, column_count());
    require_limits(lower, upper);
    model_->clp.setColumnBounds(column, to_coin(lower), to_coin(upper));
}

void LpSession::set_row_bounds(int row, double lower, double upper) {
    require_index(row, row_count());
    require_limits(lower, upper);
    model_->clp.setRowBounds(row, to_coin(lower), to_coin(upper));
}

double LpSession::lower(int column) const {
    require_index(column, column_count());
    return from_coin(model_->clp.columnLower()[column]);
}
double LpSession::upper(int column) const {
    require_index(column, column_count());
    return from_coin(model_->clp.columnUpper()[column]);
}

bool LpSession::is_basic_column(int column) const {
    require_index(column, column_count());
    return model_->clp.statusExists() && model_->clp.getColumnStatus(column) == ClpSimplex::basic;
}
bool LpSession::is_basic_row(int row) const {
    require_index(row, row_count());
    return !model_->clp.statusExists() || model_->clp.getRowStatus(row) == ClpSimplex::basic;
}
void LpSession::set_basic_column(int column, bool is_basic) {
    require_index(column, column_count());
    if (!model_->clp.statusExists()) model_->clp.createStatus();
    const bool rests_below = model_->clp.columnLower()[column] > -COIN_DBL_MAX;
    model_->clp.setColumnStatus(column, is_basic      ? ClpSimplex::basic
                                        : rests_below ? ClpSimplex::atLowerBound
                                                      : ClpSimplex::atUpperBound);
}
void LpSession::set_basic_row(int row, bool is_basic) {
    require_index(row, row_count());
    if (!model_->clp.statusExists()) model_->clp.createStatus();
    const bool rests_above = model_->clp.rowUpper()[row] < COIN_DBL_MAX;
    model_->clp.setRowStatus(row, is_basic      ? ClpSimplex::basic
                                  : rests_above ? ClpSimplex::atUpperBound
                                                : ClpSimplex::atLowerBound);
}

LpEnd LpSession::solve(const Options& options, Simplex first) { return model_->solve(options, first); }

std::span<const double> LpSession::values() const {
    return {model_->clp.primalColumnSolution(), static_cast<std::size_t>(column_count())};
}
std::span<const double> LpSession::duals() const {
    return {model_->clp.dualRowSolution(), static_cast<std::size_t>(row_count())};
}
std::span<const double> LpSession::reduced_costs() const {
    return {model_->clp.dualColumnSolution(), static_cast<std::size_t>(column_count())};
}

/// The duals of the least sum of violations: made by a program of its own, since what Clp keeps of a ray depends on
/// which simplex found out.
std::vector<double> LpSession::infeasibility_proof() {
    LpSession helper;
    helper.model_ = std::make_unique<Model>(*model_);
    const std::vector<double> nothing(static_cast<std::size_t>(column_count()), 0.0);
    helper.model_->clp.chgObjCoefficients(nothing.data());
    helper.model_->clp.setObjectiveOffset(0.0);
    std::vector<LpColumn> slacks;
    for (int i = 0; i < row_count(); ++i)
        for (const double sign : {1.0, -1.0}) slacks.push_back({.cost = 1.0, .entries = {{i, sign}}});
    helper.add_columns(slacks);
    const LpEnd end = helper.solve({}, Simplex::primal);
    if (end.outcome != Outcome::optimal || end.objective <= 0.0) return {};
    const std::span<const double> proof = helper.duals();
    return {proof.begin(), proof.end()};
}

/// The cheapest direction of entries between -1 and 1 under which no limit is ever met.
std::vector<double> LpSession::unbounded_direction() {
    LpSession helper;
    helper.model_ = std::make_unique<Model>(*model_);
    ClpSimplex& clp = helper.model_->clp;
    for (int j = 0; j < column_count(); ++j)
        clp.setColumnBounds(j, clp.columnLower()[j] > -COIN_DBL_MAX ? 0.0 : -1.0,
                            clp.columnUpper()[j] < COIN_DBL_MAX ? 0.0 : 1.0);
    for (int i = 0; i < row_count(); ++i)
        clp.setRowBounds(i, clp.rowLower()[i] > -COIN_DBL_MAX ? 0.0 : -COIN_DBL_MAX,
                         clp.rowUpper()[i] < COIN_DBL_MAX ? 0.0 : COIN_DBL_MAX);
    clp.setObjectiveOffset(0.0);
    const LpEnd end = helper.solve({}, Simplex::primal);
    if (end.outcome != Outcome::optimal || end.objective >= 0.0) return {};
    const std::span<const double> direction = helper.values();
    return {direction.begin(), direction.end()};
}

}  // namespace indus::solver
