// SPDX-License-Identifier: Apache-2.0
// A program over a long time: decided window by window, bounded as a whole.
//
//     Rolled found = roll(program, oracles, {.groups = weeks_and_hours}, {.relative_gap = 0.005});
//
// (a) A coarse program of all steps gives a guide: what is stored when, and what it and rules over all steps are worth
// (coarse_program.hpp). (b) Windows of time decide one after the other, each with a look-ahead beyond what it keeps and
// the guide beyond that (window_program.hpp, window_search.hpp). Several chains of windows begin at different times
// and are searched side by side; where one meets the next, its last window has both ends decided. A window that finds
// itself without a point begins again further back. (c) The prices of the windows' relaxations, stitched, prove a bound
// over all steps by one answer of every block (price_bound.hpp), and steps along its slope raise it (Held, Wolfe &
// Crowder 1974, Validation of subgradient optimization, Mathematical Programming 6). (d) While the gap asked is not
// proven, windows that lost most are searched again between what lies before and after them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "solver/block_oracle.hpp"
#include "solver/coarse_program.hpp"
#include "solver/solver.hpp"
#include "solver/timeline.hpp"

namespace indus::solver {

/// What a window decided: of the columns and rows of the steps it keeps, in the order of the program. One that began
/// again further back keeps the steps of those it took back, too, and stands for them.
struct DecidedWindow {
    Window kept{};
    double loss = 0.0;  ///< its cost less its relaxation's, look-ahead included
    std::vector<double> values{}, multipliers{}, duals{};
};

/// Where decided windows are kept, so that a run that was stopped goes on with equal results. Asked of one thing at a
/// time.
class WindowMemory {
public:
    WindowMemory() = default;
    WindowMemory(const WindowMemory&) = delete;
    WindowMemory& operator=(const WindowMemory&) = delete;
    virtual ~WindowMemory() = default;
    /// First of all. What was kept under another fingerprint (of the program, its windows and what is asked) is of no
    /// use.
    virtual void open(std::uint64_t fingerprint) = 0;
    /// A window of the chains was decided.
    virtual void keep(const DecidedWindow& window) = 0;
    /// What a window that keeps these steps decided earlier, if anything.
    virtual std::optional<DecidedWindow> recall(Window kept) const = 0;
};

struct RollingOptions {
    StepGroups groups{};
    int kept_steps = 48;
    int look_ahead_steps = 48;
    int chains = 2;
    double premium = 0.3;    ///< window_program.hpp
    bool by_prices = false;  ///< windows are searched by the answers of blocks that have some there; one chain is best
    bool searches_again = true;  ///< (d); false where somebody else goes on
    WindowMemory* memory = nullptr;
};

struct Rolled {
    Result result{};              ///< its bound rests on no claim; relaxation_duals are the prices that prove it
    std::vector<double> duals{};  ///< per row, of the windows' dispatch
    bool has_guide = true;        ///< false where the limits ended it: windows then look no further than they reach
    int guide_rows_loosened = 0;  ///< rolling_guide.hpp
    int windows = 0;
    int reopened = 0;              ///< windows that began again further back
    std::optional<Window> lost{};  ///< steps for which no point was found, where that ended the search
};

/// Honours relative_gap (default 0.005), time_limit_seconds, work_limit (nodes of each window's search), stop and
/// on_progress. `oracles`: one per block, or null. Throws std::invalid_argument when a column lies in no block or the
/// steps of the groups are not those of the program.
Rolled roll(const Program& program, std::span<const std::unique_ptr<BlockOracle>> oracles,
            const RollingOptions& rolling, const Options& options);

}  // namespace indus::solver
