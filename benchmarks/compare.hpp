// SPDX-License-Identifier: Apache-2.0
// Whether a later report of the benchmarks is worse than an earlier one, beyond what noise can fake.
//
// Instructions of a part are counted and the same each time: 2 % more is a regression. Times are noisy; a time to a gap
// is a regression only where all of these rose by a half (by a tenth, if each file has three runs or more), from the
// worst earlier run to the best later one, and by half a second:
//   the time                   where the limit counts if the gap was not proven
//   the same over plain Cbc's  of the same turn: other work on the machine slows both
//   the processor time         waiting for other work does not count
// A worse cost or bound counts where the gap was proven; at the limit only of three turns or more, with as much
// processor time as before. On different machines neither times nor memory are judged, with another compiler or other
// libraries instructions are not either.
#pragma once

#include <string>
#include <vector>

#include "benchmarks/report.hpp"

namespace indus::bench {

struct Comparison {
    struct Line {
        std::string name{};
        std::vector<std::string> figures{};
        std::string verdict{};
    };
    std::vector<std::string> remarks{};      ///< what limits the comparison, a sentence each
    std::vector<Line> instances{}, parts{};  ///< tables; their heads stand in markdown()
    std::vector<std::string> regressions{};  ///< a sentence each

    int judged = 0;  ///< instances, and parts by their instructions

    bool is_worse() const { return !regressions.empty(); }
};

Comparison compare(const Report& before, const Report& now);

std::string markdown(const Comparison& comparison);

}  // namespace indus::bench
