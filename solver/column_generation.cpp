// SPDX-License-Identifier: Apache-2.0
#include "solver/column_generation.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "solver/lp_session.hpp"
#include "solver/watch.hpp"

namespace indus::solver {

namespace {

using Clock = std::chrono::steady_clock;
double since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

class Generation {
public:
    Generation(ColumnMaster& master, const PricingOptions& options)
        : options_{options},
          watch_{{.time_limit_seconds = options.time_limit_seconds, .stop = options.stop}},
          blocks_{master.blocks()},
          program_{blocks_.program()},
          master_{master},
          earlier_seconds_{master.seconds()},
          scale_(master.box().size(), 1.0) {}

    Pricing run() {
        best_.multipliers.assign(static_cast<std::size_t>(program_.row_count()), 0.0);
        if (begin())
            while (!ended()) round();
        best_.master_seconds += master_.seconds() - earlier_seconds_;
        best_.block_columns = blocks_.block_columns();
        best_.mix = master_.mix();
        return std::move(best_);
    }

private:
    bool ended() {
        if (is_done_) return true;
        if (!watch_.expired()) return false;
        best_.limit = watch_.reason();
        return true;
    }

    /// Points, prices and box to begin with; false where there is nothing to improve.
    bool begin() {
        if (!options_.start.empty()) return go_on();
        std::vector<double> y = dearest_prices();
        std::vector<OracleAnswer> answers = ask(y);
        if (!consider(y, answers)) return false;
        y = prices_step_by_step(answers, y);
        std::vector<OracleAnswer> second = ask(y);
        if (!consider(y, second)) return false;
        if (!leave_out_families(y, second)) return false;
        for (ColumnMaster::Box& each : master_.box()) each.centre = y[static_cast<std::size_t>(each.row)];
        master_.apply_box();
        master_.add_points(std::move(answers));
        master_.add_points(std::move(second));
        return true;
    }

    bool go_on() {
        std::vector<double> y = options_.start;
        blocks_.make_usable(y);
        std::vector<OracleAnswer> answers = ask(y);
        if (!consider(y, answers)) return false;
        set_box(y);
        widen(1.0);
        master_.add_points(std::move(answers));
        return true;
    }

    /// Rows that the first answers do not serve, as those of reserve, got prices of what missing them costs. Such
    /// prices are dropped, a kind of rows at a time, where less proves more.
    bool leave_out_families(std::vector<double>& y, std::vector<OracleAnswer>& answers) {
        std::map<std::string, std::vector<std::size_t>> kinds;
        for (const ColumnMaster::Box& each : master_.box()) {
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
        for (ColumnMaster::Box& each : master_.box()) each.width = 10.0 * most;
        return y;
    }

    /// Duals of a program in which each answer may be taken step by step.
    std::vector<double> prices_step_by_step(std::span<const OracleAnswer> answers, std::vector<double> otherwise) {
        LpSession cut;
        cut.add_rows(master_.kept_rows());
        std::vector<LpColumn> columns = master_.kept_columns();
        for (std::size_t n = 0; n < answers.size(); ++n) add_steps(blocks_.answering()[n], answers[n], columns);
        cut.add_columns(columns);
        const auto begin = Clock::now();
        const LpEnd end = cut.solve(watch_.left(), Simplex::primal);
        best_.master_seconds += since(begin);
        if (end.outcome == Outcome::optimal) otherwise = master_.row_prices(cut.duals());
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
            for (const auto& [row, value] : step.second) made.entries.push_back({master_.master_row(row), value});
            columns.push_back(std::move(made));
        }
    }

    /// Widths by the size of prices of the same family.
    void set_box(std::span<const double> y) {
        std::map<int, std::pair<double, int>> families;
        double largest = 0.0;
        for (const ColumnMaster::Box& each : master_.box()) {
            auto& [sum, count] = families[program_.family_of_row(each.row).index];
            const double size = std::abs(y[static_cast<std::size_t>(each.row)]);
            sum += size;
            ++count;
            largest = std::max(largest, size);
        }
        for (std::size_t k = 0; k < scale_.size(); ++k) {
            ColumnMaster::Box& each = master_.box()[k];
            const auto& [sum, count] = families[program_.family_of_row(each.row).index];
            scale_[k] = sum > 0.0 ? sum / count : std::max(1e-3, 0.1 * largest);
            each.width = options_.box * scale_[k];
        }
    }

    bool solve_master() {
        if (!master_.solve(watch_.left(), Simplex::primal)) return false;
        if (!master_.uses_slack()) best_.master_cost = master_.cost();
        // So little that all blocks together are well within the gap.
        const double blocks = std::max<double>(1.0, static_cast<double>(blocks_.answering().size()));
        noticeable_ = 0.1 * options_.relative_gap * std::max(1.0, std::abs(master_.cost())) / blocks;
        return true;
    }

    std::vector<OracleAnswer> ask(std::span<const double> y) {
        const auto begin = Clock::now();
        std::vector<OracleAnswer> made = blocks_.ask(y);
        best_.answers += static_cast<long>(made.size());
        best_.answer_seconds += since(begin);
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

    bool is_within(double share) const {
        return master_.cost() - best_.bound <= share * std::max(1.0, std::abs(master_.cost()));
    }

    void round() {
        if (!solve_master()) return fail();
        ++best_.rounds;
        if (options_.on_progress)
            options_.on_progress({"prices", watch_.seconds(), master_.cost(), best_.bound, best_.rounds});
        if (is_within(options_.relative_gap)) {
            if (!master_.uses_slack()) {
                is_done_ = true;
                return;
            }
            return widen(4.0);
        }
        // Points that come and go at the same bound would go round in circles.
        if (best_.bound > purged_at_ && master_.purge(1) > 0) purged_at_ = best_.bound;
        const std::vector<double> own = master_.prices();
        const double before = best_.bound;
        int helping = 0;
        double found = -infinity;
        for (double weight = options_.smoothing; helping == 0; weight = weight > 0.1 ? weight / 2.0 : 0.0) {
            std::vector<double> y = own;
            for (const ColumnMaster::Box& each : master_.box()) {
                const auto i = static_cast<std::size_t>(each.row);
                y[i] += weight * (best_.multipliers[i] - y[i]);
            }
            blocks_.make_usable(y);
            std::vector<OracleAnswer> answers = ask(y);
            if (!consider(y, answers)) return;
            found = last_bound_;
            helping = master_.add_points(std::move(answers), noticeable_);
            if (watch_.expired()) return;
            if (weight == 0.0 && helping == 0) return conclude();
        }
        judge_box(before, found);
    }

    /// No point helps at the master's own prices: within the box they are the best there are.
    void conclude() {
        if (!master_.uses_slack() || master_.box().front().width > 1e9 * scale_.front()) {
            is_done_ = true;
            return;
        }
        widen(4.0);
    }

    /// The box is wider the better the master foretells what prices prove.
    void judge_box(double before, double found) {
        const double foretold = std::max(master_.cost() - before, 1e-9 * std::abs(master_.cost()));
        const double share = (found - before) / foretold;
        if (share > 0.2 && master_.uses_slack())
            widen(2.0);
        else if (share < -1.0)
            widen(std::max(options_.narrowing, -1.0 / share));
        else
            widen(1.0);
    }

    /// The box lies around the best prices.
    void widen(double factor) {
        for (std::size_t k = 0; k < scale_.size(); ++k) {
            ColumnMaster::Box& each = master_.box()[k];
            if (factor != 1.0) each.width = std::max(factor * each.width, 1e-3 * scale_[k]);
            each.centre = best_.multipliers[static_cast<std::size_t>(each.row)];
        }
        master_.apply_box();
    }

    void fail() {
        is_done_ = true;
        best_.limit = watch_.expired() ? watch_.reason() : Limit::error;
    }

    const PricingOptions& options_;
    Watch watch_;
    const PricedBlocks& blocks_;
    const Program& program_;
    ColumnMaster& master_;
    double earlier_seconds_;
    std::vector<double> scale_;     ///< of each price in the box: what is a large one
    double purged_at_ = -infinity;  ///< the bound then
    double noticeable_ = 0.0;
    double last_bound_ = -infinity;
    Pricing best_{};
    bool is_done_ = false;
};

}  // namespace

Pricing find_prices(const Program& program, std::vector<std::unique_ptr<BlockOracle>> oracles,
                    const PricingOptions& options) {
    const PricedBlocks blocks{program, std::move(oracles)};
    ColumnMaster master{blocks};
    return find_prices(master, options);
}

Pricing find_prices(ColumnMaster& master, const PricingOptions& options) { return Generation{master, options}.run(); }

}  // namespace indus::solver
