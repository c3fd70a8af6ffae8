// SPDX-License-Identifier: Apache-2.0
// Windows of few steps, and what keeps them: in memory, or in a file until a run is killed.
#pragma once

#include <filesystem>
#include <optional>
#include <stdexcept>
#include <vector>

#include "model/horizon.hpp"
#include "solver/rolling_horizon.hpp"
#include "solver/window_file.hpp"

namespace indus::tests {

using model::Horizon;

/// Windows of few steps, so that a system of a day has several.
inline solver::RollingOptions short_windows(const Horizon& horizon, int kept, int chains) {
    solver::RollingOptions made;
    made.groups.period.resize(static_cast<std::size_t>(horizon.step_count()));
    made.groups.band.resize(made.groups.period.size());
    for (std::size_t t = 0; t < made.groups.period.size(); ++t) {
        made.groups.period[t] = static_cast<int>(t) / 4;
        made.groups.band[t] = static_cast<int>(t) % 2;
    }
    made.kept_steps = kept;
    made.look_ahead_steps = 2;
    made.chains = chains;
    return made;
}

struct Memory : solver::WindowMemory {
    void open(std::uint64_t asked) override { fingerprint = asked; }
    void keep(const solver::DecidedWindow& window) override { windows.push_back(window); }
    std::optional<solver::DecidedWindow> recall(solver::Window kept) const override {
        for (const solver::DecidedWindow& each : windows)
            if (each.kept == kept) return each;
        return std::nullopt;
    }
    std::uint64_t fingerprint = 0;
    std::vector<solver::DecidedWindow> windows{};
};

/// Dies when it has kept some windows.
struct Killed : solver::WindowFile {
    Killed(const std::filesystem::path& path, int windows) : WindowFile{path}, left{windows} {}
    void keep(const solver::DecidedWindow& window) override {
        WindowFile::keep(window);
        if (--left == 0) throw std::runtime_error("killed");
    }
    int left;
};

}  // namespace indus::tests
