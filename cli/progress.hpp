// SPDX-License-Identifier: Apache-2.0
// Shows a long run: one line that is rewritten on a terminal, plain lines at intervals in a log.
#pragma once

#include <chrono>
#include <string>

#include "model/studies/dispatch.hpp"

namespace indus::cli {

class ProgressLine {
public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void show(const model::StudyProgress& progress);
    void clear();

private:
    bool quiet_ = false;
    bool terminal_ = false;
    bool dirty_ = false;
    std::string phase_{};
    std::chrono::steady_clock::time_point last_{};
};

}  // namespace indus::cli
