// SPDX-License-Identifier: Apache-2.0
#include "solver/rolling_horizon.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <mutex>
#include <stdexcept>

#include "solver/certificate.hpp"
#include "solver/parted_start.hpp"
#include "solver/price_ascent.hpp"
#include "solver/rolling_guide.hpp"
#include "solver/rolling_records.hpp"
#include "solver/watch.hpp"
#include "solver/window_plan.hpp"
#include "solver/window_program.hpp"
#include "solver/window_search.hpp"
#include "solver/windows_again.hpp"

namespace indus::solver {

namespace {

/// Share of the gap asked that a window may leave between its cost and its relaxation's.
constexpr double share_of_windows = 0.3;
/// Nodes of a window's search, and of one that is searched again.
constexpr long nodes_of_window = 1;
constexpr long nodes_again = 50;
/// Nodes of each search by Cbc where a window is searched by prices.
constexpr long nodes_by_prices = 100;
/// Windows that hold their stocks to the guide before a chain meets the next, which began with the guide's.
constexpr std::size_t windows_before_meeting = 4;
/// Windows that one without a point may take back.
constexpr int most_taken_back = 3;

/// Windows that are decided one after the other.
struct Chain {
    std::vector<Window> windows{};
    std::vector<double> point{};  ///< decided where it has been, the guide's elsewhere
    bool is_done = false;
};

class Roll {
public:
    Roll(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles, const RollingOptions& rolling,
         const Options& options)
        : program_{program},
          oracles_{oracles},
          rolling_{rolling},
          options_{options},
          gap_{options.relative_gap.value_or(0.005)},
          watch_{options},
          parts_{blocks_apart(program, oracles)},
          timeline_{program} {
        if (static_cast<int>(rolling.groups.period.size()) < timeline_.step_count() ||
            rolling.groups.band.size() != rolling.groups.period.size())
            throw std::invalid_argument("the groups of steps are not those of the program");
    }

    Rolled run() {
        if (rolling_.memory != nullptr)
            rolling_.memory->open(
                fingerprint_of(program_, rolling_, {gap_, static_cast<double>(options_.work_limit.value_or(-1))}));
        if (!find_guide() || !decide_chains() || !join()) return give_up();
        if (!is_feasible()) return give_up();
        prove();
        while (rolling_.searches_again && !is_proven() && improve()) prove();
        return finish();
    }

private:
    bool is_proven() const { return relative_gap(made_.result.objective, made_.result.bound) <= gap_; }

    /// Of what all windows together decided: rows without columns lie in none of them.
    bool is_feasible() {
        const Feasibility checked = check_feasibility(program_, point_);
        if (checked.within_tolerance)
            made_.result.objective = checked.objective;
        else
            made_.result.detail = fmt::format("{} is broken by {:.3g}", checked.worst_row, checked.row_violation);
        return checked.within_tolerance;
    }

    void tell(const std::string& phase) {
        const std::scoped_lock lock{mutex_};
        phase_ = phase;
        if (options_.on_progress)
            options_.on_progress(
                {phase_, watch_.seconds(), made_.result.objective, made_.result.bound, made_.result.nodes});
    }

    Options limited(int windows_left, long nodes = nodes_of_window) const {
        constexpr double shortest = 2.0;
        constexpr double patience = 4.0;
        Options made;
        made.stop = options_.stop;
        made.work_limit = std::min(nodes, options_.work_limit.value_or(nodes));
        made.relative_gap = share_of_windows * gap_;
        if (watch_.has_time_limit())
            made.time_limit_seconds = std::max(shortest, patience * watch_.remaining() / std::max(1, windows_left));
        return made;
    }

    bool find_guide() {
        Guide guide = empty_guide(program_);
        if (needs_guide(program_, timeline_, oracles_asked())) {
            tell("guide over all steps");
            constexpr double share_of_time = 0.5;
            guide = solver::find_guide(program_, rolling_.groups, parts_, watch_.left(share_of_time));
            made_.has_guide = guide.is_known;
            made_.guide_rows_loosened = guide.loosened;
        }
        made_.result.iterations += guide.iterations;
        point_ = std::move(guide.point);
        prices_ = std::move(guide.prices);
        multipliers_ = made_.duals = prices_;
        return !watch_.expired();
    }

    bool decide_chains() {
        constexpr int fewest_of_a_chain = 3;
        const int steps = timeline_.step_count();
        const int most = std::max(1, steps / (fewest_of_a_chain * rolling_.kept_steps));
        const std::vector<int> starts =
            chain_starts(rolling_.groups.period, steps, std::clamp(rolling_.chains, 1, most));
        const std::size_t count = starts.size();
        chains_.resize(count);
        for (std::size_t c = 0; c < count; ++c) {
            const Window own{starts[c], c + 1 < count ? starts[c + 1] : steps};
            chains_[c].windows = windows_of(own, rolling_.kept_steps);
            chains_[c].point = point_;
            windows_.insert(windows_.end(), chains_[c].windows.begin(), chains_[c].windows.end());
        }
        loss_.assign(windows_.size(), 0.0);
        tbb::parallel_for(
            std::size_t{0}, count, [&](std::size_t c) { decide(chains_[c], c); }, tbb::simple_partitioner{});
        return std::all_of(chains_.begin(), chains_.end(), [](const Chain& each) { return each.is_done; });
    }

    /// All windows of a chain but the one that meets the next chain.
    void decide(Chain& chain, std::size_t number) {
        const std::size_t own = chain.windows.size() - (number + 1 < chains_.size() ? 1 : 0);
        const int begin = chain.windows.front().first;
        for (std::size_t n = 0; n < own; ++n) {
            if (watch_.expired() || is_lost_) return;
            const Window kept = chain.windows[n];
            if (recall_reaching_back(kept, begin, chain.point)) continue;
            const Reach reach{.begin = begin,
                              .begins_open = number > 0,
                              .left = static_cast<int>(own - n),
                              .holds_stocks = own < chain.windows.size() && own - n <= windows_before_meeting};
            const std::optional<Window> decided = decide_reaching_back(chain.point, kept, reach);
            if (!decided) return lose(kept);
            keep(*decided, chain.point);
            tell_window();
        }
        chain.is_done = true;
    }

    void tell_window() {
        const int count = ++decided_;
        if (count % 2 == 0 || count == static_cast<int>(windows_.size()))
            tell(fmt::format("windows {}/{}", count, windows_.size()));
    }

    /// How far back a window may begin, and what is known there.
    struct Reach {
        int begin = 0;
        bool begins_open = false;   ///< nothing is decided before
        int left = 1;               ///< windows that share the time left
        bool meets = false;         ///< what comes after is decided
        bool holds_stocks = false;  ///< so that another chain can be met
    };

    Window reaching_back(Window kept, int begin, int taken) const {
        return {std::max(begin, kept.first - taken * rolling_.kept_steps), kept.last};
    }

    /// The steps that were decided; nothing where there is no point.
    std::optional<Window> decide_reaching_back(std::vector<double>& point, Window kept, const Reach& reach) {
        for (int taken = 0; taken <= most_taken_back; ++taken) {
            const Window all = reaching_back(kept, reach.begin, taken);
            WindowEnds ends{.premium = rolling_.premium};
            ends.past_is_decided = !(reach.begins_open && all.first == reach.begin);
            ends.future_is_decided = reach.meets;
            ends.holds_stocks = reach.holds_stocks;
            const Outcome outcome = decide_window(point, all, ends, reach.left);
            if (outcome == Outcome::feasible) {
                const std::scoped_lock lock{mutex_};
                made_.reopened += taken > 0 ? 1 : 0;
                return all;
            }
            if (watch_.expired() || all.first == reach.begin) break;
        }
        return std::nullopt;
    }

    void lose(Window kept) {
        const std::scoped_lock lock{mutex_};
        is_lost_ = true;
        if (!watch_.expired()) made_.lost = kept;
    }

    Outcome decide_window(std::vector<double>& point, Window kept, const WindowEnds& ends, int left) {
        Window all = kept;
        if (!ends.future_is_decided) all.last = std::min(timeline_.step_count(), all.last + rolling_.look_ahead_steps);
        WindowProgram window{program_, timeline_, all, ends, point, prices_, oracles_asked()};
        const WindowSearch found = search(window, limited(left));
        {
            const std::scoped_lock lock{mutex_};
            made_.result.nodes += found.nodes;
            made_.result.iterations += found.iterations;
            ++made_.windows;
        }
        if (found.values.empty()) return found.outcome;
        window.write_values(found.values, kept, point);
        window.write_prices(found.relaxation_duals, kept, multipliers_);
        if (!found.duals.empty()) window.write_prices(found.duals, kept, made_.duals);
        note_loss(kept, std::max(0.0, found.cost - found.bound));
        return Outcome::feasible;
    }

    std::span<const std::unique_ptr<BlockOracle>> oracles_asked() const {
        return rolling_.by_prices ? oracles_ : std::span<const std::unique_ptr<BlockOracle>>{};
    }

    WindowSearch search(WindowProgram& window, const Options& limits) const {
        Options with_answers = limits;
        with_answers.work_limit = options_.work_limit.value_or(nodes_by_prices);
        return search_window(window.program(), window.release_oracles(), window.parts(parts_), with_answers, limits);
    }

    /// What a window costs above its relaxation, per window that it keeps.
    void note_loss(Window kept, double loss) {
        for (std::size_t n = 0; n < windows_.size(); ++n)
            if (kept.holds(windows_[n].first)) loss_[n] = loss;
    }

    void keep(Window kept, const std::vector<double>& point) {
        if (rolling_.memory == nullptr) return;
        const DecidedWindow made =
            record_of(program_, timeline_, kept, loss_of(kept), {point, multipliers_, made_.duals});
        const std::scoped_lock lock{mutex_};
        rolling_.memory->keep(made);
    }

    double loss_of(Window kept) const {
        for (std::size_t n = 0; n < windows_.size(); ++n)
            if (kept.holds(windows_[n].first)) return loss_[n];
        return 0.0;
    }

    bool recall_reaching_back(Window kept, int begin, std::vector<double>& point) {
        for (int taken = 0; taken <= most_taken_back; ++taken)
            if (recall(reaching_back(kept, begin, taken), point)) return true;
        return false;
    }

    bool recall(Window kept, std::vector<double>& point) {
        if (rolling_.memory == nullptr) return false;
        const std::optional<DecidedWindow> known = [&] {
            const std::scoped_lock lock{mutex_};
            return rolling_.memory->recall(kept);
        }();
        if (!known) return false;
        restore(*known, program_, timeline_, point, multipliers_, made_.duals);
        note_loss(kept, known->loss);
        ++decided_;
        return true;
    }

    /// Brings the chains together: what each decided, then the windows in which one meets the next.
    bool join() {
        point_ = std::move(chains_.front().point);
        for (std::size_t c = 1; c < chains_.size(); ++c) {
            const Window own{chains_[c].windows.front().first, chains_[c].windows.back().last};
            for (int j = 0; j < program_.column_count(); ++j)
                if (own.holds(timeline_.step_of_column(j)))
                    point_[static_cast<std::size_t>(j)] = chains_[c].point[static_cast<std::size_t>(j)];
            chains_[c].point = {};
        }
        for (std::size_t c = 0; c + 1 < chains_.size(); ++c)
            if (!meet(chains_[c].windows.back())) return false;
        return true;
    }

    /// The window before a chain's first, both of its ends decided. Where they do not fit, it is decided as the others
    /// were, with what the later chain decided as its guide, and the next window is to meet what comes after.
    bool meet(Window last_of_chain) {
        auto next = std::find(windows_.begin(), windows_.end(), last_of_chain);
        for (; next != windows_.end() && !watch_.expired(); ++next) {
            tell("windows meet");
            const bool is_last = next + 1 == windows_.end();
            const int left = static_cast<int>(windows_.end() - next);
            if (decide_reaching_back(point_, *next, {.begin = next->first, .left = left, .meets = !is_last}))
                return true;
            if (is_last || !decide_reaching_back(point_, *next, {.left = left, .holds_stocks = true})) break;
        }
        if (next != windows_.end()) lose(*next);
        return false;
    }

    void prove() {
        tell("bound over all steps");
        const auto on_bound = [&](double bound) {
            made_.result.bound = std::max(made_.result.bound, bound);
            tell("bound over all steps");
        };
        if (!ascent_) ascent_.emplace(program_, oracles_, multipliers_);
        ascent_->raise({.cost = made_.result.objective,
                        .relative_gap = gap_,
                        .watch = &watch_,
                        .stop = options_.stop,
                        .on_bound = on_bound});
        made_.result.bound = std::max(made_.result.bound, ascent_->bound());
    }

    /// Searches again, between what lies before and after, the window that lost most and was not tried yet; false when
    /// there is none.
    bool improve() {
        while (!watch_.expired()) {
            const auto worst = std::max_element(loss_.begin(), loss_.end());
            const double share = gap_ * std::abs(made_.result.objective) / static_cast<double>(windows_.size());
            if (*worst <= 0.1 * share) return false;
            const Window kept = windows_[static_cast<std::size_t>(worst - loss_.begin())];
            *worst = 0.0;
            const int margin = rolling_.look_ahead_steps / 2;
            const Window open{std::max(0, kept.first - margin), std::min(timeline_.step_count(), kept.last + margin)};
            Options limits = limited(1, nodes_again);
            if (watch_.has_time_limit()) limits.time_limit_seconds = watch_.remaining();
            const WindowAgain again =
                search_again({program_, timeline_, parts_, point_, &made_.duals}, open, kept, limits);
            made_.result.nodes += again.nodes;
            made_.result.iterations += again.iterations;
            ++made_.windows;
            if (!again.is_cheaper) continue;
            made_.result.objective = program_.objective(point_);
            tell("windows again");
            if (is_proven()) return false;
        }
        return false;
    }

    Rolled give_up() {
        if (watch_.expired()) made_.result.limit = watch_.reason();
        if (made_.result.limit == Limit::none) made_.result.limit = Limit::error;
        made_.result.outcome = Outcome::no_solution_found;
        made_.result.seconds = watch_.seconds();
        return std::move(made_);
    }

    Rolled finish() {
        Result& r = made_.result;
        r.values = std::move(point_);
        r.relaxation_duals = ascent_->prices();
        r.outcome = is_proven() ? Outcome::optimal : Outcome::feasible;
        if (!is_proven()) r.limit = watch_.expired() ? watch_.reason() : Limit::none;
        r.seconds = watch_.seconds();
        return std::move(made_);
    }

    const Program& program_;
    std::span<const std::unique_ptr<BlockOracle>> oracles_;
    const RollingOptions& rolling_;
    const Options& options_;
    double gap_;
    Watch watch_;
    std::vector<int> parts_;  ///< per column (parted_start.hpp)
    Timeline timeline_;
    std::vector<Window> windows_{};
    std::vector<double> loss_{};  ///< per window, above its relaxation
    std::vector<Chain> chains_{};
    std::vector<double> point_{}, prices_{}, multipliers_{};
    std::optional<PriceAscent> ascent_{};
    std::atomic<bool> is_lost_{false};
    std::atomic<int> decided_{0};
    std::mutex mutex_{};
    std::string phase_{};
    Rolled made_{};
};

}  // namespace

Rolled roll(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles,
            const RollingOptions& rolling, const Options& options) {
    return Roll{program, oracles, rolling, options}.run();
}

}  // namespace indus::solver
