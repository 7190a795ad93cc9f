// The words of the public vocabulary.h, in the order of its enumerations.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

#include "martech_audit/vocabulary.h"

namespace martech_audit {

inline constexpr std::array<std::string_view, 5> severity_words{"info", "low", "medium", "high", "critical"};
// The worst first, as options and schemas offer them.
inline constexpr auto severity_words_worst_first = [] {
  auto words = severity_words;
  std::ranges::reverse(words);
  return words;
}();
inline constexpr std::array<std::string_view, 3> effort_words{"low", "medium", "high"};
inline constexpr std::array<std::string_view, 4> money_class_words{"recoverable", "at_risk", "exposed",
                                                                   "opportunity"};
inline constexpr std::array<std::string_view, 6> spend_part_words{"waste",     "off_strategy", "unproven",
                                                                  "too_early", "working",      "not_known"};
inline constexpr std::array<std::string_view, 5> spend_basis_words{"none", "stated", "free", "paid",
                                                                   "estimated"};
inline constexpr std::array<std::string_view, act_count> act_words{
    "give-notice", "merge",     "reduce-seats", "renew",  "renegotiate", "negotiate", "decide",
    "link",        "reconcile", "secure",       "review", "repair",      "connect",   "assign-owner",
    "train",       "convene",   "measure",      "plan",   "budget",      "describe"};
inline constexpr std::array<std::string_view, 4> lane_words{"money", "risk", "foundations", "due"};
inline constexpr auto rule_lane_words = std::array{lane_words[0], lane_words[1], lane_words[2]};
inline constexpr std::array<std::string_view, 4> novelty_words{"none", "known", "new", "worsened"};

}  // namespace martech_audit
