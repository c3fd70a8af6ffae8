// SPDX-License-Identifier: Apache-2.0
#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace indus::cli {

namespace {

std::string text_of(const model::StudyProgress& p) {
    std::string text = fmt::format("{:7.1f} s  {:<18}", p.seconds, p.phase);
    if (std::isfinite(p.cost)) text += fmt::format("  cost {:.6g}", p.cost);
    if (std::isfinite(p.bound)) text += fmt::format("  bound {:.6g}", p.bound);
    if (std::isfinite(p.cost) && std::isfinite(p.bound))
        text += fmt::format("  gap {:.2f}%", 100.0 * std::max(0.0, p.cost - p.bound) / std::max(1.0, std::abs(p.cost)));
    if (p.nodes > 0) text += fmt::format("  nodes {}", p.nodes);
    return text;
}

}  // namespace

ProgressLine::ProgressLine(bool quiet) : quiet_{quiet}, terminal_{isatty(STDERR_FILENO) != 0} {}

void ProgressLine::show(const model::StudyProgress& progress) {
    if (quiet_) return;
    const auto now = std::chrono::steady_clock::now();
    const auto interval = terminal_ ? std::chrono::milliseconds{200} : std::chrono::milliseconds{10'000};
    const bool new_phase = progress.phase != phase_;
    if (!new_phase && now - last_ < interval) return;
    phase_ = progress.phase;
    last_ = now;
    if (terminal_) {
        fmt::print(stderr, "\r\x1b[2K{}", text_of(progress));
        dirty_ = true;
    } else {
        fmt::print(stderr, "{}\n", text_of(progress));
    }
    std::fflush(stderr);
}

void ProgressLine::clear() {
    if (dirty_) fmt::print(stderr, "\r\x1b[2K");
    dirty_ = false;
}

}  // namespace indus::cli
