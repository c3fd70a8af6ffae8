// SPDX-License-Identifier: Apache-2.0
// The answer in sentences that a minister can read, and an engineer cannot fault: every number is the
// digest's, every claim is one that the certificate backs.
#pragma once

#include <string>
#include <vector>

#include "reports/digest.hpp"

namespace indus::reports {

/// "the week from 13 to 19 January 2025", "the year 2025", "the 36 hours from 13 January 2025, 00:00".
std::string horizon_phrase(const model::Horizon& horizon);
/// "13 January 2025".
std::string date_text(std::chrono::local_days date);

/// What happened, in one short sentence: "Solved: proven within 0.43 % of the best possible cost."
std::string outcome_sentence(const model::Solution& solution);
/// Whether that sentence is good news ("good"), a warning ("warning") or bad news ("bad").
std::string outcome_tone(const model::Solution& solution);

/// Energy served, cost, what was missing, where power came from, how sure this is: one sentence each.
std::vector<std::string> answer_sentences(const model::System& system, const model::Solution& solution,
                                          const Digest& digest);
/// What was proven and checked, for people: a few sentences.
std::vector<std::string> certificate_sentences(const model::System& system, const model::Solution& solution);

/// Nearly every hour short of power has a cause of its own, and a year has many: the greatest ones.
struct MainCauses {
    std::vector<CauseRow> rows{};
    std::string note{};  ///< says what is left out; empty where nothing is
};
MainCauses main_causes(const Digest& digest);

/// "start_up" -> "Start-ups"; unknown categories keep their name.
std::string cost_category_label(const std::string& category);

/// Money in the case's currency and, in brackets, in those with an exchange rate.
std::string money_everywhere(double amount, const model::CaseSettings& settings);

}  // namespace indus::reports
