// SPDX-License-Identifier: Apache-2.0
#include "solver/column_generation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "solver/lp_session.hpp"
#include "solver/priced_blocks.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

class Generation {
public:
    Generation(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const PricingOptions& options)
        : program_{program},
          options_{options},
          watch_{{.time_limit_seconds = options.time_limit_seconds, .stop = options.stop}},
          blocks_{program, std::move(oracles)},
          master_row_(static_cast<std::size_t>(program.row_count()), -1),
          convexity_(static_cast<std::size_t>(program.block_count()), -1) {
        int next = 0;
        for (const int i : blocks_.kept_rows()) {
            if (program.is_linking(i)) boxed_.push_back({next, i});
            master_row_[static_cast<std::size_t>(i)] = next++;
        }
        for (const int block : blocks_.answering()) convexity_[static_cast<std::size_t>(block)] = next++;
    }

    Pricing run() {
        best_.multipliers.assign(static_cast<std::size_t>(program_.row_count()), 0.0);
        if (begin())
            while (!ended()) round();
        finish();
        return std::move(best_);
    }

private:
    struct PooledPoint : BlockPoint {
        int idle_rounds = 0;
    };
    /// A price that may move within width of centre: the slacks of its row cost what lies beyond.
    struct Boxed {
        int master_row = 0;
        int row = 0;  ///< of the program
        double centre = 0.0;
        double width = 0.0;
        double scale = 1.0;  ///< what is a large price of this row
    };

    std::vector<LpRow> program_rows() const {
        std::vector<LpRow> made;
        for (const int i : blocks_.kept_rows())
            made.push_back({program_.row_lower()[static_cast<std::size_t>(i)],
                            program_.row_upper()[static_cast<std::size_t>(i)],
                            {}});
        return made;
    }

    /// Columns of blocks without integers, then two slacks for each price in the box.
    std::vector<LpColumn> program_columns() const {
        std::vector<LpColumn> made;
        for (const int j : blocks_.kept_columns()) {
            const auto column = static_cast<std::size_t>(j);
            LpColumn& each = made.emplace_back(
                LpColumn{program_.lower()[column], program_.upper()[column], program_.cost()[column], {}});
            for (const LpEntry& entry : blocks_.entries_of(j))
                each.entries.push_back({master_row_[static_cast<std::size_t>(entry.index)], entry.value});
        }
        for (const Boxed& each : boxed_) {
            made.push_back({0.0, infinity, each.centre + each.width, {{each.master_row, 1.0}}});
            made.push_back({0.0, infinity, each.width - each.centre, {{each.master_row, -1.0}}});
        }
        return made;
    }

    bool ended() {
        if (is_done_) return true;
        if (!watch_.expired()) return false;
        best_.limit = watch_.reason();
        return true;
    }

    Options limits() const {
        Options made;
        if (options_.time_limit_seconds) made.time_limit_seconds = std::max(0.01, watch_.remaining());
        made.stop = options_.stop;
        return made;
    }

    /// Points, prices, box and master to begin with; false where there is nothing to improve.
    bool begin() {
        std::vector<double> y = dearest_prices();
        std::vector<OracleAnswer> answers = ask(y);
        if (!consider(y, answers)) return false;
        y = prices_step_by_step(answers, y);
        std::vector<OracleAnswer> second = ask(y);
        if (!consider(y, second)) return false;
        if (!leave_out_families(y, second)) return false;
        for (Boxed& each : boxed_) each.centre = y[static_cast<std::size_t>(each.row)];
        std::vector<LpRow> rows = program_rows();
        for (std::size_t n = 0; n < blocks_.answering().size(); ++n) rows.push_back({1.0, 1.0, {}});
        master_.add_rows(rows);
        const std::vector<LpColumn> columns = program_columns();
        master_.add_columns(columns);
        first_slack_ = static_cast<int>(blocks_.kept_columns().size());
        first_point_ = static_cast<int>(columns.size());
        add_points(std::move(answers));
        add_points(std::move(second));
        return true;
    }

    /// Rows that the first answers do not serve, as those of reserve, got prices of what missing them costs. Such
    /// prices are dropped, a kind of rows at a time, where less proves more.
    bool leave_out_families(std::vector<double>& y, std::vector<OracleAnswer>& answers) {
        std::map<std::string, std::vector<std::size_t>> kinds;
        for (const Boxed& each : boxed_) {
            const int i = each.row;
            if (y[static_cast<std::size_t>(i)] != 0.0)
                kinds[program_.row_label(i).quantity].push_back(static_cast<std::size_t>(i));
        }
        for (const auto& [quantity, rows] : kinds) {
            if (kinds.size() < 2) break;
            std::vector<double> without = y;
            for (const std::size_t i : rows) without[i] = 0.0;
            const double before = best_.bound;
            std::vector<OracleAnswer> found = ask(without);
            if (!consider(without, found)) return false;
            if (best_.bound <= before) continue;
            y = std::move(without);
            answers = std::move(found);
        }
        set_box(y);
        return true;
    }

    /// For each row that asks for at least something, as much as any column that gives to it costs.
    std::vector<double> dearest_prices() {
        std::vector<double> y(static_cast<std::size_t>(program_.row_count()), 0.0);
        for (int j = 0; j < program_.column_count(); ++j)
            for (const LpEntry& each : blocks_.entries_of(j)) {
                const auto row = static_cast<std::size_t>(each.index);
                if (!program_.is_linking(each.index) || !std::isfinite(program_.row_lower()[row])) continue;
                y[row] = std::max(y[row], program_.cost()[static_cast<std::size_t>(j)] / std::abs(each.value));
            }
        double most = 1.0;
        for (const double each : y) most = std::max(most, each);
        for (Boxed& each : boxed_) each.width = 10.0 * most;
        return y;
    }

    /// Duals of a program in which each answer may be taken step by step.
    std::vector<double> prices_step_by_step(std::span<const OracleAnswer> answers, std::vector<double> otherwise) {
        LpSession cut;
        cut.add_rows(program_rows());
        std::vector<LpColumn> columns = program_columns();
        for (std::size_t n = 0; n < answers.size(); ++n) add_steps(blocks_.answering()[n], answers[n], columns);
        cut.add_columns(columns);
        const auto begin = Clock::now();
        const LpEnd end = cut.solve(limits(), Simplex::primal);
        best_.master_seconds += since(begin);
        if (end.outcome == Outcome::optimal) otherwise = row_prices(cut.duals());
        blocks_.make_usable(otherwise);
        set_box(otherwise);
        return otherwise;
    }

    void add_steps(int block, const OracleAnswer& answer, std::vector<LpColumn>& columns) const {
        const std::span<const int> own = blocks_.columns_of(block);
        std::map<int, std::pair<double, std::map<int, double>>> steps;
        for (std::size_t k = 0; k < own.size(); ++k) {
            if (answer.values.empty() || answer.values[k] == 0.0) continue;
            auto& [cost, sums] = steps[program_.column_position(own[k])];
            cost += program_.cost()[static_cast<std::size_t>(own[k])] * answer.values[k];
            for (const LpEntry& each : blocks_.links_of(own[k])) sums[each.index] += each.value * answer.values[k];
        }
        for (const auto& [position, step] : steps) {
            LpColumn made{0.0, 1.0, step.first, {}};
            for (const auto& [row, value] : step.second)
                made.entries.push_back({master_row_[static_cast<std::size_t>(row)], value});
            columns.push_back(std::move(made));
        }
    }

    /// Widths by the size of prices of the same family.
    void set_box(std::span<const double> y) {
        std::map<int, std::pair<double, int>> families;
        double largest = 0.0;
        for (const Boxed& each : boxed_) {
            const int i = each.row;
            auto& [sum, count] = families[program_.family_of_row(i).index];
            sum += std::abs(y[static_cast<std::size_t>(i)]);
            ++count;
            largest = std::max(largest, std::abs(y[static_cast<std::size_t>(i)]));
        }
        for (Boxed& each : boxed_) {
            const int i = each.row;
            const auto& [sum, count] = families[program_.family_of_row(i).index];
            each.scale = sum > 0.0 ? sum / count : std::max(1e-3, 0.1 * largest);
            each.width = options_.box * each.scale;
        }
    }

    bool solve_master() {
        const auto begin = Clock::now();
        const LpEnd end = master_.solve(limits(), Simplex::primal);
        best_.master_seconds += since(begin);
        if (end.outcome != Outcome::optimal) return false;
        duals_.assign(master_.duals().begin(), master_.duals().end());
        model_cost_ = end.objective + program_.offset();
        if (!uses_slack()) best_.master_cost = model_cost_;
        // So little that all blocks together are well within the gap.
        const double blocks = std::max<double>(1.0, static_cast<double>(blocks_.answering().size()));
        noticeable_ = 0.1 * options_.relative_gap * std::max(1.0, std::abs(model_cost_)) / blocks;
        return true;
    }

    /// Prices of the program's rows from those of the master's.
    std::vector<double> row_prices(std::span<const double> duals) const {
        std::vector<double> y(static_cast<std::size_t>(program_.row_count()), 0.0);
        for (std::size_t r = 0; r < blocks_.kept_rows().size(); ++r)
            y[static_cast<std::size_t>(blocks_.kept_rows()[r])] = duals[r];
        return y;
    }

    std::vector<OracleAnswer> ask(std::span<const double> y) {
        const auto begin = Clock::now();
        std::vector<OracleAnswer> made = blocks_.ask(y);
        best_.answers += static_cast<long>(made.size());
        best_.answer_seconds += since(begin);
        return made;
    }

    LpColumn column_of(const BlockPoint& point) const {
        LpColumn made{0.0, infinity, point.cost, blocks_.activity(point)};
        for (LpEntry& each : made.entries) each.index = master_row_[static_cast<std::size_t>(each.index)];
        made.entries.push_back({convexity_[static_cast<std::size_t>(point.block)], 1.0});
        return made;
    }

    /// False where a block has no point: then the program has none.
    bool consider(const std::vector<double>& y, std::span<const OracleAnswer> answers) {
        if (std::any_of(answers.begin(), answers.end(),
                        [](const OracleAnswer& each) { return each.cost == infinity && each.bound == infinity; })) {
            best_.bound = infinity;
            is_done_ = true;
            return false;
        }
        const double bound = last_bound_ = blocks_.bound_at(y, answers);
        if (bound > best_.bound) {
            best_.bound = bound;
            best_.multipliers = y;
        }
        return true;
    }

    /// Whether the point would lower the master's cost at its own prices.
    bool helps(const LpColumn& column) const {
        if (duals_.empty()) return true;
        double reduced = column.cost;
        double size = std::abs(column.cost);
        for (const LpEntry& each : column.entries) {
            const double paid = duals_[static_cast<std::size_t>(each.index)] * each.value;
            reduced -= paid;
            size += std::abs(paid);
        }
        constexpr double rounding = 1e-9;
        return reduced < -std::max(rounding * size, noticeable_);
    }

    /// How many help.
    int add_points(std::vector<OracleAnswer>&& answers) {
        std::vector<LpColumn> columns;
        for (std::size_t n = 0; n < answers.size(); ++n) {
            if (answers[n].cost == infinity) continue;
            PooledPoint point{blocks_.point_of(blocks_.answering()[n], std::move(answers[n]))};
            LpColumn column = column_of(point);
            if (!helps(column)) continue;
            columns.push_back(std::move(column));
            points_.push_back(std::move(point));
        }
        master_.add_columns(columns);
        return static_cast<int>(columns.size());
    }

    bool is_within(double share) const {
        return model_cost_ - best_.bound <= share * std::max(1.0, std::abs(model_cost_));
    }

    void round() {
        if (!solve_master()) return fail();
        ++best_.rounds;
        if (options_.on_progress)
            options_.on_progress({"prices", watch_.seconds(), model_cost_, best_.bound, best_.rounds});
        if (is_within(options_.relative_gap)) {
            if (!uses_slack()) {
                is_done_ = true;
                return;
            }
            return widen(4.0);
        }
        // Points that come and go at the same bound would go round in circles.
        if (best_.bound > purged_at_) purge();
        const std::vector<double> own = row_prices(duals_);
        const double before = best_.bound;
        int helping = 0;
        double found = -infinity;
        for (double weight = options_.smoothing; helping == 0; weight = weight > 0.1 ? weight / 2.0 : 0.0) {
            std::vector<double> y = own;
            for (const Boxed& each : boxed_) {
                const auto i = static_cast<std::size_t>(each.row);
                y[i] += weight * (best_.multipliers[i] - y[i]);
            }
            blocks_.make_usable(y);
            std::vector<OracleAnswer> answers = ask(y);
            if (!consider(y, answers)) return;
            found = last_bound_;
            helping = add_points(std::move(answers));
            if (watch_.expired()) return;
            if (weight == 0.0 && helping == 0) return conclude();
        }
        judge_box(before, found);
    }

    /// No point helps at the master's own prices: within the box they are the best there are.
    void conclude() {
        if (!uses_slack() || boxed_.front().width > 1e9 * boxed_.front().scale) {
            is_done_ = true;
            return;
        }
        widen(4.0);
    }

    bool uses_slack() const {
        const std::span<const double> values = master_.values();
        constexpr double trace = 1e-7;
        return std::any_of(values.begin() + first_slack_, values.begin() + first_point_,
                           [](double value) { return value > trace; });
    }

    /// The box is wider the better the master foretells what prices prove.
    void judge_box(double before, double found) {
        const double foretold = std::max(model_cost_ - before, 1e-9 * std::abs(model_cost_));
        const double share = (found - before) / foretold;
        if (share > 0.3 && uses_slack())
            widen(2.0);
        else if (share < -1.0)
            widen(std::max(options_.narrowing, -1.0 / share));
        else
            move_box();
    }

    void widen(double factor) {
        for (Boxed& each : boxed_) each.width = std::max(factor * each.width, 1e-3 * each.scale);
        move_box();
    }

    /// The box lies around the best prices.
    void move_box() {
        for (std::size_t k = 0; k < boxed_.size(); ++k) {
            Boxed& each = boxed_[k];
            each.centre = best_.multipliers[static_cast<std::size_t>(each.row)];
            const int slack = first_slack_ + 2 * static_cast<int>(k);
            master_.set_cost(slack, each.width + each.centre);
            master_.set_cost(slack + 1, each.width - each.centre);
        }
    }

    /// Takes out points that have been of no use for long, where there are many.
    void purge() {
        constexpr int patience = 1;
        const std::span<const double> values = master_.values();
        const std::span<const double> reduced = master_.reduced_costs();
        std::vector<int> gone;
        std::vector<PooledPoint> kept;
        const bool many = points_.size() > 2 * blocks_.answering().size() + 100;
        for (std::size_t p = 0; p < points_.size(); ++p) {
            const std::size_t column = static_cast<std::size_t>(first_point_) + p;
            const bool is_idle = values[column] < 1e-9 && reduced[column] > 1e-6 * (1.0 + std::abs(points_[p].cost));
            points_[p].idle_rounds = is_idle ? points_[p].idle_rounds + 1 : 0;
            if (many && points_[p].idle_rounds > patience)
                gone.push_back(static_cast<int>(column));
            else
                kept.push_back(std::move(points_[p]));
        }
        points_ = std::move(kept);
        if (!gone.empty()) purged_at_ = best_.bound;
        master_.delete_columns(gone);
    }

    void fail() {
        is_done_ = true;
        best_.limit = watch_.expired() ? watch_.reason() : Limit::error;
    }

    void finish() {
        best_.block_columns = blocks_.block_columns();
        if (first_point_ == 0 || master_.values().size() != static_cast<std::size_t>(first_point_) + points_.size())
            return;
        const std::span<const double> values = master_.values();
        for (std::size_t p = 0; p < points_.size(); ++p)
            if (const double weight = values[static_cast<std::size_t>(first_point_) + p]; weight > 1e-9)
                best_.mix.push_back({std::move(points_[p]), weight});
        std::stable_sort(best_.mix.begin(), best_.mix.end(),
                         [](const PricedPoint& left, const PricedPoint& right) { return left.block < right.block; });
    }

    const Program& program_;
    const PricingOptions& options_;
    Watch watch_;
    PricedBlocks blocks_;
    std::vector<int> master_row_;  ///< per row of the program; -1: not in the master
    std::vector<int> convexity_;   ///< per block, its row in the master
    std::vector<Boxed> boxed_{};   ///< per linking row
    LpSession master_{};
    int first_slack_ = 0, first_point_ = 0;
    std::vector<PooledPoint> points_{};  ///< in the order of the master's columns from first_point_ on
    std::vector<double> duals_{};
    double purged_at_ = -infinity;  ///< the bound then
    double model_cost_ = infinity;
    double noticeable_ = 0.0;
    double last_bound_ = -infinity;
    Pricing best_{};
    bool is_done_ = false;
};

}  // namespace

Pricing find_prices(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                    const PricingOptions& options) {
    return Generation{program, std::move(oracles), options}.run();
}

}  // namespace indus::solver
