// SPDX-License-Identifier: Apache-2.0
// The limits of one solve: its clock and its stop flag, asked from wherever a backend lets us look.
//
//     Watch watch{options};
//     while (!watch.expired()) work();
//     result.limit = watch.reason();
//
// Once expired it stays so. May be asked from several threads.
#pragma once

#include <algorithm>
#include <atomic>
#include <chrono>

#include "solver/solver.hpp"

namespace indus::solver {

class Watch {
public:
    explicit Watch(const Options& options)
        : limit_{options.time_limit_seconds.value_or(infinity)}, stop_{options.stop} {}

    /// Wall time since construction.
    double seconds() const { return std::chrono::duration<double>(Clock::now() - start_).count(); }
    double remaining() const { return limit_ - seconds(); }
    bool has_time_limit() const { return limit_ < infinity; }

    /// The stop flag and a share of the time that is left; a little even where none is.
    Options left(double share = 1.0) const {
        constexpr double least = 0.05;
        Options made;
        made.stop = stop_;
        if (has_time_limit()) made.time_limit_seconds = std::max(least, share * remaining());
        return made;
    }

    /// True once the stop flag was seen set or the time was seen used up.
    bool expired() const {
        if (reason_.load(std::memory_order_relaxed) != Limit::none) return true;
        if (stop_ != nullptr && stop_->load(std::memory_order_relaxed)) return note(Limit::interrupted);
        return has_time_limit() && remaining() <= 0.0 && note(Limit::time);
    }
    /// Why it expired; Limit::none while it has not.
    Limit reason() const { return reason_.load(std::memory_order_relaxed); }

private:
    using Clock = std::chrono::steady_clock;

    bool note(Limit reason) const {
        Limit none = Limit::none;
        reason_.compare_exchange_strong(none, reason);
        return true;
    }

    Clock::time_point start_ = Clock::now();
    double limit_;
    const std::atomic<bool>* stop_;
    mutable std::atomic<Limit> reason_{Limit::none};
};

}  // namespace indus::solver
