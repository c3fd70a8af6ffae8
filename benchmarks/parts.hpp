// SPDX-License-Identifier: Apache-2.0
// The parts of a run that are measured by themselves: reading, building, a unit's dynamic program, a round of column
// generation. Each does the same work whenever it is asked, on one thread.
//
//     const std::function<void()> work = part_named("read_case/pakistan").prepare();
//     work();     // what is measured
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace indus::bench {

struct Part {
    std::string name{};
    /// Makes what the work needs; not measured.
    std::function<std::function<void()>()> prepare{};
    /// The work changes what was prepared, so that each time needs its own.
    bool once = false;
};

const std::vector<Part>& all_parts();

/// Throws std::runtime_error that lists the parts when there is none of that name.
const Part& part_named(std::string_view name);

}  // namespace indus::bench
