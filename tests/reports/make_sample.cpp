// SPDX-License-Identifier: Apache-2.0
// Writes the results of the made-up run, to look at a report without a solver:
//
//     make_sample FOLDER [week|year|quarter-year|odd|infeasible|stopped|quarter|works|works-year]
#include <cstdio>
#include <exception>
#include <string_view>

#include "reports/console.hpp"
#include "reports/write_results.hpp"
#include "sample_solution.hpp"
#include "sample_works.hpp"

namespace {

using namespace indus::reports::samples;

SampleRun make(std::string_view variant) {
    if (variant == "week") return sample_run({.steps = 168});
    if (variant == "large") return sample_run({.steps = 168, .copies = 21});
    if (variant == "year") return sample_run({.steps = 8760, .copies = 21});
    if (variant == "quarter-year") return sample_run({.steps = 35040, .step_hours = 0.25});
    if (variant == "quarter") return sample_run({.steps = 192, .step_hours = 0.25});
    if (variant == "works") return works_run();
    if (variant == "works-year") return works_run({.processes = 50, .steps = 8760, .step_hours = 1.0});
    if (variant == "odd")
        return sample_run(
            {.steps = 48,
             .odd_name = " </script><script>window.hacked=1</script> \"'&<img src=x onerror=window.hacked=1>"});
    SampleRun run = sample_run();
    if (variant == "stopped") {
        run.solution.outcome = "feasible";
        run.solution.limit = "time";
        run.solution.certificate.gap = 0.031;
        run.solution.certificate.bound = 0.969 * *run.solution.certificate.cost;
    }
    if (variant == "infeasible") {
        run.solution = {};
        run.solution.outcome = "infeasible";
        run.solution.explanation =
            "Reservoir tarbela: end level 70 GWh on 15 January cannot be reached: inflow falls short by 42 GWh.";
    }
    return run;
}

}  // namespace

int main(int count, char** arguments) try {
    const SampleRun run = make(count > 2 ? arguments[2] : "");
    std::fputs(indus::reports::console_summary(run.system, run.solution, false).c_str(), stdout);
    if (count > 1) indus::reports::write_results(run.system, run.solution, sample_info(), arguments[1]);
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "%s\n", error.what());
    return 1;
}
