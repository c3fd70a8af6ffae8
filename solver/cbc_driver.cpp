// SPDX-License-Identifier: Apache-2.0
#include "solver/cbc_driver.hpp"

#include <fmt/format.h>

#include <CbcSolver.hpp>
#include <CglMixedIntegerRounding.hpp>
#include <algorithm>
#include <mutex>
#include <string>
#include <vector>

namespace indus::solver {

namespace {

std::mutex one_at_a_time;

/// The driver's command: what the model itself cannot carry, since CbcMain0 sets these anew.
std::vector<std::string> command(const CbcModel& model, const SearchState& state) {
    std::vector<std::string> words{"cbc", "-log", std::to_string(model.logLevel())};
    const auto set = [&](const char* name, const std::string& value) { words.insert(words.end(), {name, value}); };
    if (state.watch->has_time_limit()) set("-sec", fmt::format("{:.3f}", std::max(0.01, state.watch->remaining())));
    set("-timeMode", "elapsed");
    set("-ratioGap", fmt::format("{:.17g}", model.getAllowableFractionGap()));
    set("-allowableGap", "0");
    set("-maxNodes", std::to_string(model.getMaximumNodes()));
    set("-feasibilityPump", "off");           // the dives find first points sooner on commitment
    set("-mixedIntegerRoundingCuts", "off");  // they take away optima (decision 002); see run_driver
    words.insert(words.end(), {"-solve", "-quit"});
    return words;
}

}  // namespace

void run_driver(CbcModel& model, SearchState& state) {
    const std::scoped_lock turn{one_at_a_time};
    const std::vector<std::string> words = command(model, state);
    std::vector<const char*> pointers;
    pointers.reserve(words.size());
    for (const std::string& word : words) pointers.push_back(word.c_str());
    const double cutoff = model.getCutoff();
    const int level = model.logLevel();
    CbcSolverUsefulData data;
    CbcMain0(model, data);
    model.setLogLevel(level);
    model.setCutoff(cutoff);
    CglMixedIntegerRounding rounding;  // the older generator, in the place of the driver's own
    model.addCutGenerator(&rounding, -98, "MixedIntegerRounding");
    state.model = nullptr;  // the driver searches a model of its own, which the events tell of
    CbcMain1(static_cast<int>(pointers.size()), pointers.data(), model, nullptr, data);
    state.model = nullptr;
}

}  // namespace indus::solver
