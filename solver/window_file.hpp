// SPDX-License-Identifier: Apache-2.0
// What the windows of a long run decided, in a file beside its results, so that the run goes on after a kill.
//
// The file: "indus-windows 1\n", the fingerprint, then a record per window: its steps, three lists of numbers, and the
// CRC-32 of all that. A record that was cut off by a kill is left out, and what follows is written over it.
#pragma once

#include <filesystem>
#include <fstream>
#include <map>

#include "solver/rolling_horizon.hpp"

namespace indus::solver {

class WindowFile : public WindowMemory {
public:
    explicit WindowFile(std::filesystem::path file) : path_{std::move(file)} {}

    void open(std::uint64_t fingerprint) override;
    /// A full disk costs the file, not the run: the first record that cannot be written is the last that is tried, and
    /// `problem` says so.
    void keep(const DecidedWindow& window) override;
    std::optional<DecidedWindow> recall(Window kept) const override;

    /// Windows found in the file when it was opened.
    int found() const { return found_; }
    const std::string& problem() const { return problem_; }
    const std::filesystem::path& path() const { return path_; }
    int count() const { return static_cast<int>(places_.size()); }
    /// After results were written: the file, if this run opened it, is of no more use.
    void remove();

private:
    std::streamoff read_places(std::uint64_t fingerprint);
    void begin_anew(std::uint64_t fingerprint);

    std::filesystem::path path_;
    mutable std::fstream file_{};
    std::map<std::pair<int, int>, std::streamoff> places_{};  ///< of records, by the window's steps
    int found_ = 0;
    std::string problem_{};
};

}  // namespace indus::solver
