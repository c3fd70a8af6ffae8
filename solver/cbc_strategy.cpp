// SPDX-License-Identifier: Apache-2.0
#include "solver/cbc_strategy.hpp"

#include <CbcCompareDefault.hpp>
#include <CbcCutGenerator.hpp>
#include <CbcHeuristic.hpp>
#include <CbcHeuristicDiveCoefficient.hpp>
#include <CbcHeuristicDiveVectorLength.hpp>
#include <CbcHeuristicFPump.hpp>
#include <CbcHeuristicRENS.hpp>
#include <CbcHeuristicRINS.hpp>
#include <CglClique.hpp>
#include <CglFlowCover.hpp>
#include <CglGomory.hpp>
#include <CglKnapsackCover.hpp>
#include <CglMixedIntegerRounding.hpp>
#include <CglProbing.hpp>
#include <CglTwomir.hpp>

namespace indus::solver {

namespace {

/// Cbc's code for "at the root, and in the tree as long as it helps".
constexpr int while_useful = -98;
constexpr int only_at_root = -99;

void add_cuts(CbcModel& model, const CbcSettings& settings, SearchState& state) {
    const auto add = [&](const CglCutGenerator& generator, int how_often, const char* name) {
        GuardedCuts guarded{generator, state};
        model.addCutGenerator(&guarded, how_often, name);
    };
    if (settings.probing_cuts) {
        CglProbing probing;
        probing.setUsingObjective(1);
        probing.setMaxPass(1);
        probing.setMaxPassRoot(1);
        probing.setMaxProbeRoot(50);
        probing.setMaxLookRoot(10);
        probing.setRowCuts(3);
        add(probing, only_at_root, "Probing");
    }
    if (settings.gomory_cuts) {
        CglGomory gomory;
        gomory.setLimitAtRoot(500);
        gomory.setLimit(50);
        add(gomory, while_useful, "Gomory");
    }
    if (settings.cover_cuts) {
        add(CglKnapsackCover{}, while_useful, "Knapsack");
        add(CglFlowCover{}, while_useful, "FlowCover");
    }
    if (settings.clique_cuts) {
        CglClique clique;
        clique.setStarCliqueReport(false);
        clique.setRowCliqueReport(false);
        add(clique, while_useful, "Clique");
    }
    // Not CglMixedIntegerRounding2: as packaged (Cgl 0.60.3) its cuts take away optima, in 2 to 8 of 100 small random
    // programs. This one compares each cut with all before it: 153 s for the 35,000 cuts of a program of 45,000 rows.
    constexpr int most_rows_to_round = 20'000;
    if (settings.rounding_cuts && model.getNumRows() <= most_rows_to_round)
        add(CglMixedIntegerRounding{}, while_useful, "MixedIntegerRounding");
    if (settings.two_step_cuts) add(CglTwomir{}, only_at_root, "TwoMir");
}

void add_heuristics(CbcModel& model, const CbcSettings& settings) {
    if (settings.feasibility_pump) {
        CbcHeuristicFPump pump(model);
        pump.setMaximumPasses(20);
        model.addHeuristic(&pump, "feasibility pump");
    }
    if (settings.rounding_heuristic) {
        CbcRounding rounding(model);
        model.addHeuristic(&rounding, "rounding");
    }
    if (settings.diving_heuristic) {
        CbcHeuristicDiveCoefficient coefficient(model);
        model.addHeuristic(&coefficient, "DiveCoefficient");
        CbcHeuristicDiveVectorLength vector_length(model);
        model.addHeuristic(&vector_length, "DiveVectorLength");
    }
    if (settings.rens_heuristic) {
        CbcHeuristicRENS rens(model);
        rens.setNumberNodes(200);
        rens.setFractionSmall(0.9);
        rens.setWhen(1);
        model.addHeuristic(&rens, "RENS");
    }
    if (settings.rins_heuristic) {
        CbcHeuristicRINS rins(model);
        rins.setHowOften(10);
        rins.setNumberNodes(50);
        model.addHeuristic(&rins, "RINS");
    }
}

}  // namespace

void apply_strategy(CbcModel& model, const CbcSettings& settings, SearchState& state) {
    add_cuts(model, settings, state);
    add_heuristics(model, settings);
    model.setMaximumCutPassesAtRoot(settings.root_cut_passes);
    model.setMaximumCutPasses(settings.tree_cut_passes);
    model.setNumberStrong(settings.strong_candidates);
    model.setNumberBeforeTrust(settings.trusted_branchings);
    // Told often, since the gap is only compared, and our record of the bound only refreshed, at these moments.
    model.setPrintFrequency(5);
}

}  // namespace indus::solver
