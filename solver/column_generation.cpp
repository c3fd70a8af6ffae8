// SPDX-License-Identifier: Apache-2.0
#include "solver/column_generation.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <stdexcept>

#include "solver/blocks.hpp"
#include "solver/lp_session.hpp"
#include "solver/rows_oracle.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

/// Entries of the program by column.
struct Columns {
    std::vector<std::size_t> start{};
    std::vector<LpEntry> entries{};

    Columns(const Program& program, bool linking_only)
        : start(static_cast<std::size_t>(program.column_count()) + 1, 0) {
        const auto counts = [&](int row) { return !linking_only || program.is_linking(row); };
        for (int i = 0; i < program.row_count(); ++i)
            for (auto k = program.row_start()[static_cast<std::size_t>(i)];
                 counts(i) && k < program.row_start()[static_cast<std::size_t>(i) + 1]; ++k)
                ++start[static_cast<std::size_t>(program.column_index()[static_cast<std::size_t>(k)]) + 1];
        std::partial_sum(start.begin(), start.end(), start.begin());
        entries.resize(start.back());
        std::vector<std::size_t> next = start;
        for (int i = 0; i < program.row_count(); ++i)
            for (auto k = program.row_start()[static_cast<std::size_t>(i)];
                 counts(i) && k < program.row_start()[static_cast<std::size_t>(i) + 1]; ++k) {
                const auto entry = static_cast<std::size_t>(k);
                const auto j = static_cast<std::size_t>(program.column_index()[entry]);
                entries[next[j]++] = {i, program.coefficient()[entry]};
            }
    }
    std::span<const LpEntry> of(int column) const {
        const auto j = static_cast<std::size_t>(column);
        return {entries.data() + start[j], start[j + 1] - start[j]};
    }
};

/// Least of y r over the limits of a row; a multiplier that points at no limit counts as none.
double priced_side(double& multiplier, double lower, double upper) {
    const double side = multiplier > 0.0 ? lower : upper;
    if (!std::isfinite(side)) multiplier = 0.0;
    return multiplier == 0.0 ? 0.0 : multiplier * side;
}

class Generation {
public:
    Generation(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles, const PricingOptions& options)
        : program_{program},
          options_{options},
          watch_{{.time_limit_seconds = options.time_limit_seconds, .stop = options.stop}},
          by_column_{program, false},
          links_{program, true},
          oracles_{std::move(oracles)} {
        sort_blocks();
        list_rows_and_columns();
    }

    Pricing run() {
        best_.multipliers.assign(static_cast<std::size_t>(program_.row_count()), 0.0);
        if (begin())
            while (!ended()) round();
        finish();
        return std::move(best_);
    }

private:
    struct Point {
        int block = 0;
        double cost = 0.0;
        std::vector<double> values{};
        int idle_rounds = 0;
    };
    /// A price that may move within width of centre: the slacks of its row cost what lies beyond.
    struct Boxed {
        int row = 0;  ///< of the master
        double centre = 0.0;
        double width = 0.0;
        double scale = 1.0;  ///< what is a large price of this row
    };

    void sort_blocks() {
        const auto blocks = static_cast<std::size_t>(program_.block_count());
        best_.block_columns.resize(blocks);
        std::vector<char> whole(blocks, 0);
        for (int j = 0; j < program_.column_count(); ++j) {
            const Block block = program_.block_of_column(j);
            if (block == linking)
                throw std::invalid_argument(fmt::format("column {} lies in no block", program_.column_name(j)));
            best_.block_columns[static_cast<std::size_t>(block.index)].push_back(j);
            if (program_.is_integer(j)) whole[static_cast<std::size_t>(block.index)] = 1;
        }
        oracles_.resize(blocks);
        convexity_.assign(blocks, -1);
        for (std::size_t b = 0; b < blocks; ++b)
            if (whole[b] != 0) answering_.push_back(static_cast<int>(b));
        if (std::all_of(answering_.begin(), answering_.end(), [&](int b) { return oracle(b) != nullptr; })) return;
        const std::vector<double> nothing(static_cast<std::size_t>(program_.row_count()), 0.0);
        std::vector<BlockProgram> programs = price_blocks(program_, nothing);
        for (const int b : answering_)
            if (!oracle(b)) oracle(b) = make_rows_oracle(std::move(programs[static_cast<std::size_t>(b)].program));
    }
    std::unique_ptr<BlockOracle>& oracle(int block) { return oracles_[static_cast<std::size_t>(block)]; }

    bool answers(int block) const { return convexity_[static_cast<std::size_t>(block)] >= 0; }

    /// Rows of the master: those of the program that link or lie in a block without integers, then one per answering
    /// block.
    void list_rows_and_columns() {
        for (const int b : answering_) convexity_[static_cast<std::size_t>(b)] = 0;
        master_row_.assign(static_cast<std::size_t>(program_.row_count()), -1);
        for (int i = 0; i < program_.row_count(); ++i) {
            if (!program_.is_linking(i) && answers(program_.block_of_row(i).index)) continue;
            master_row_[static_cast<std::size_t>(i)] = static_cast<int>(rows_.size());
            if (program_.is_linking(i)) boxed_.push_back({static_cast<int>(rows_.size())});
            rows_.push_back(i);
        }
        int next = static_cast<int>(rows_.size());
        for (const int b : answering_) convexity_[static_cast<std::size_t>(b)] = next++;
        for (int j = 0; j < program_.column_count(); ++j)
            if (!answers(program_.block_of_column(j).index)) explicit_.push_back(j);
    }

    std::vector<LpRow> program_rows() const {
        std::vector<LpRow> made;
        for (const int i : rows_)
            made.push_back({program_.row_lower()[static_cast<std::size_t>(i)],
                            program_.row_upper()[static_cast<std::size_t>(i)],
                            {}});
        return made;
    }

    /// Columns of blocks without integers, then two slacks for each price in the box.
    std::vector<LpColumn> program_columns() const {
        std::vector<LpColumn> made;
        for (const int j : explicit_) {
            const auto column = static_cast<std::size_t>(j);
            LpColumn& each = made.emplace_back(
                LpColumn{program_.lower()[column], program_.upper()[column], program_.cost()[column], {}});
            for (const LpEntry& entry : by_column_.of(j))
                each.entries.push_back({master_row_[static_cast<std::size_t>(entry.index)], entry.value});
        }
        for (const Boxed& each : boxed_) {
            made.push_back({0.0, infinity, each.centre + each.width, {{each.row, 1.0}}});
            made.push_back({0.0, infinity, each.width - each.centre, {{each.row, -1.0}}});
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
        for (Boxed& each : boxed_) each.centre = y[static_cast<std::size_t>(rows_[static_cast<std::size_t>(each.row)])];
        std::vector<LpRow> rows = program_rows();
        for (std::size_t n = 0; n < answering_.size(); ++n) rows.push_back({1.0, 1.0, {}});
        master_.add_rows(rows);
        const std::vector<LpColumn> columns = program_columns();
        master_.add_columns(columns);
        first_slack_ = static_cast<int>(explicit_.size());
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
            const int i = rows_[static_cast<std::size_t>(each.row)];
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
            for (const LpEntry& each : by_column_.of(j)) {
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
        for (std::size_t n = 0; n < answers.size(); ++n) add_steps(answering_[n], answers[n], columns);
        cut.add_columns(columns);
        const auto begin = Clock::now();
        const LpEnd end = cut.solve(limits(), Simplex::primal);
        best_.master_seconds += since(begin);
        if (end.outcome == Outcome::optimal) otherwise = row_prices(cut.duals());
        make_usable(otherwise);
        set_box(otherwise);
        return otherwise;
    }

    void add_steps(int block, const OracleAnswer& answer, std::vector<LpColumn>& columns) const {
        const std::vector<int>& own = best_.block_columns[static_cast<std::size_t>(block)];
        std::map<int, std::pair<double, std::map<int, double>>> steps;
        for (std::size_t k = 0; k < own.size(); ++k) {
            if (answer.values.empty() || answer.values[k] == 0.0) continue;
            auto& [cost, sums] = steps[program_.column_position(own[k])];
            cost += program_.cost()[static_cast<std::size_t>(own[k])] * answer.values[k];
            for (const LpEntry& each : links_.of(own[k])) sums[each.index] += each.value * answer.values[k];
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
            const int i = rows_[static_cast<std::size_t>(each.row)];
            auto& [sum, count] = families[program_.family_of_row(i).index];
            sum += std::abs(y[static_cast<std::size_t>(i)]);
            ++count;
            largest = std::max(largest, std::abs(y[static_cast<std::size_t>(i)]));
        }
        for (Boxed& each : boxed_) {
            const int i = rows_[static_cast<std::size_t>(each.row)];
            const auto& [sum, count] = families[program_.family_of_row(i).index];
            each.scale = sum > 0.0 ? sum / count : std::max(1e-3, 0.1 * largest);
            each.width = options_.box * each.scale;
        }
    }

    bool solve_master() {
        const auto begin = Clock::now();
        const LpEnd end = master_.solve(limits(), Simplex::primal);
        best_.master_seconds += since(begin);
        iterations_ += end.iterations;
        if (end.outcome != Outcome::optimal) return false;
        duals_.assign(master_.duals().begin(), master_.duals().end());
        model_cost_ = end.objective + program_.offset();
        if (!uses_slack()) best_.master_cost = model_cost_;
        // So little that all blocks together are well within the gap.
        const double blocks = std::max<double>(1.0, static_cast<double>(answering_.size()));
        noticeable_ = 0.1 * options_.relative_gap * std::max(1.0, std::abs(model_cost_)) / blocks;
        return true;
    }

    /// Priced cost of the columns of a block.
    std::vector<double> priced(int block, std::span<const double> y) const {
        const std::vector<int>& columns = best_.block_columns[static_cast<std::size_t>(block)];
        std::vector<double> cost(columns.size());
        for (std::size_t k = 0; k < columns.size(); ++k) {
            cost[k] = program_.cost()[static_cast<std::size_t>(columns[k])];
            for (const LpEntry& each : links_.of(columns[k]))
                cost[k] -= y[static_cast<std::size_t>(each.index)] * each.value;
        }
        return cost;
    }

    /// Prices of the program's rows from those of the master's.
    std::vector<double> row_prices(std::span<const double> duals) const {
        std::vector<double> y(static_cast<std::size_t>(program_.row_count()), 0.0);
        for (std::size_t r = 0; r < rows_.size(); ++r) y[static_cast<std::size_t>(rows_[r])] = duals[r];
        return y;
    }

    /// All blocks at once.
    std::vector<OracleAnswer> ask(std::span<const double> y) {
        const auto begin = Clock::now();
        std::vector<OracleAnswer> made(answering_.size());
        tbb::parallel_for(std::size_t{0}, answering_.size(),
                          [&](std::size_t n) { made[n] = oracle(answering_[n])->answer(priced(answering_[n], y)); });
        best_.answers += static_cast<long>(answering_.size());
        best_.answer_seconds += since(begin);
        return made;
    }

    /// What the prices prove, given the blocks' answers to them.
    double bound_at(std::span<const double> y, std::span<const OracleAnswer> answers) const {
        double bound = program_.offset();
        double size = std::abs(bound);
        const auto add = [&](double amount) {
            bound += amount;
            size += std::abs(amount);
        };
        for (const int i : rows_) {
            double multiplier = y[static_cast<std::size_t>(i)];
            add(priced_side(multiplier, program_.row_lower()[static_cast<std::size_t>(i)],
                            program_.row_upper()[static_cast<std::size_t>(i)]));
        }
        for (const int j : explicit_) {
            const auto column = static_cast<std::size_t>(j);
            double cost = program_.cost()[column];
            for (const LpEntry& each : by_column_.of(j)) cost -= y[static_cast<std::size_t>(each.index)] * each.value;
            if (cost == 0.0) continue;
            const double side = cost > 0.0 ? program_.lower()[column] : program_.upper()[column];
            if (!std::isfinite(side)) return -infinity;
            add(cost * side);
        }
        for (const OracleAnswer& each : answers) add(each.bound);
        constexpr double rounding = 1e-13;
        return bound - rounding * size;
    }

    /// Prices that point at no limit are none.
    void make_usable(std::vector<double>& y) const {
        for (const int i : rows_)
            priced_side(y[static_cast<std::size_t>(i)], program_.row_lower()[static_cast<std::size_t>(i)],
                        program_.row_upper()[static_cast<std::size_t>(i)]);
    }

    /// False where a block has no point: then the program has none.
    bool consider(const std::vector<double>& y, std::span<const OracleAnswer> answers) {
        if (std::any_of(answers.begin(), answers.end(),
                        [](const OracleAnswer& each) { return each.cost == infinity && each.bound == infinity; })) {
            best_.bound = infinity;
            is_done_ = true;
            return false;
        }
        const double bound = last_bound_ = bound_at(y, answers);
        if (bound > best_.bound) {
            best_.bound = bound;
            best_.multipliers = y;
        }
        return true;
    }

    LpColumn column_of(const Point& point) const {
        const std::vector<int>& columns = best_.block_columns[static_cast<std::size_t>(point.block)];
        std::vector<LpEntry> sums;
        for (std::size_t k = 0; k < columns.size(); ++k) {
            if (point.values[k] == 0.0) continue;
            for (const LpEntry& each : links_.of(columns[k]))
                sums.push_back({master_row_[static_cast<std::size_t>(each.index)], each.value * point.values[k]});
        }
        std::sort(sums.begin(), sums.end(),
                  [](const LpEntry& left, const LpEntry& right) { return left.index < right.index; });
        LpColumn made{0.0, infinity, point.cost, {}};
        for (const LpEntry& each : sums) {
            if (!made.entries.empty() && made.entries.back().index == each.index)
                made.entries.back().value += each.value;
            else
                made.entries.push_back(each);
        }
        std::erase_if(made.entries, [](const LpEntry& each) { return each.value == 0.0; });
        made.entries.push_back({convexity_[static_cast<std::size_t>(point.block)], 1.0});
        return made;
    }

    Point point_of(int block, OracleAnswer&& answer) const {
        Point made{block, 0.0, std::move(answer.values), 0};
        const std::vector<int>& columns = best_.block_columns[static_cast<std::size_t>(block)];
        for (std::size_t k = 0; k < columns.size(); ++k)
            made.cost += program_.cost()[static_cast<std::size_t>(columns[k])] * made.values[k];
        return made;
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
            Point point = point_of(answering_[n], std::move(answers[n]));
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
        purge();
        const std::vector<double> own = row_prices(duals_);
        const double before = best_.bound;
        int helping = 0;
        double found = -infinity;
        for (double weight = options_.smoothing; helping == 0; weight = weight > 0.1 ? weight / 2.0 : 0.0) {
            std::vector<double> y = own;
            for (const Boxed& each : boxed_) {
                const auto i = static_cast<std::size_t>(rows_[static_cast<std::size_t>(each.row)]);
                y[i] += weight * (best_.multipliers[i] - y[i]);
            }
            make_usable(y);
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
            each.centre = best_.multipliers[static_cast<std::size_t>(rows_[static_cast<std::size_t>(each.row)])];
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
        std::vector<Point> kept;
        const bool many = points_.size() > 2 * answering_.size() + 100;
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
        master_.delete_columns(gone);
    }

    void fail() {
        is_done_ = true;
        best_.limit = watch_.expired() ? watch_.reason() : Limit::error;
    }

    void finish() {
        if (first_point_ == 0 || master_.values().size() != static_cast<std::size_t>(first_point_) + points_.size())
            return;
        const std::span<const double> values = master_.values();
        for (std::size_t p = 0; p < points_.size(); ++p)
            if (const double weight = values[static_cast<std::size_t>(first_point_) + p]; weight > 1e-9)
                best_.mix.push_back({points_[p].block, weight, points_[p].cost, std::move(points_[p].values)});
        std::stable_sort(best_.mix.begin(), best_.mix.end(),
                         [](const PricedPoint& left, const PricedPoint& right) { return left.block < right.block; });
    }

    const Program& program_;
    const PricingOptions& options_;
    Watch watch_;
    Columns by_column_, links_;  ///< links_: of linking rows alone
    std::vector<std::unique_ptr<BlockOracle>> oracles_;
    std::vector<int> answering_{};   ///< blocks with integers
    std::vector<int> convexity_{};   ///< per block, its row in the master
    std::vector<int> master_row_{};  ///< per row of the program; -1: not in the master
    std::vector<int> rows_{};        ///< of the program, in the order of the master
    std::vector<int> explicit_{};    ///< columns of the program, in the order of the master
    std::vector<Boxed> boxed_{};     ///< per linking row
    LpSession master_{};
    int first_slack_ = 0, first_point_ = 0;
    std::vector<Point> points_{};  ///< in the order of the master's columns from first_point_ on
    std::vector<double> duals_{};
    double model_cost_ = infinity;
    double noticeable_ = 0.0;
    long iterations_ = 0;
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
