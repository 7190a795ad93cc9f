// Gate: whether a run passes, by limits that a team sets.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/vocabulary.h"

namespace martech_audit {

// What decides between exit code 0 and 1. Absent limits are not checked.
struct GateOptions {
  // With a baseline only findings that are not known there.
  std::optional<Severity> fail_on = Severity::high;  // none: findings never fail the gate
  bool fail_on_new = false;                          // every finding that no baseline knows
  std::optional<double> max_gap;                     // points, against the upper end of the range
  std::optional<double> max_proven_gap;
  std::optional<double> max_practice_gap;  // of that half alone, against its upper end
  std::optional<double> max_money_gap;
  std::optional<double> max_gap_points;
  std::optional<double> max_waste;  // major units of the organisation's currency, against what is possible
  std::optional<double> max_proven_waste;  // against what is proven
  std::optional<double> min_evidence;      // per cent of the checks that must be decided
  bool fail_on_loosened = false;           // every line of `loosened`; in a diff every one that came
  bool fail_on_lost_evidence = false;      // in a diff every line of `lost_evidence`
  bool fail_on_claims = false;             // in a diff every line of `unproven_claims`
  bool exit_zero = false;                  // say that it failed, and leave with 0 all the same
};

// What came of it.
struct Gate {
  // A limit that was crossed. `threshold` and `actual` are exact: for "fail_on" a severity and the number of
  // findings at or above it; for the gaps and gap points decimals ("50", "62.100000001"); for waste major
  // units of the organisation's currency ("12345.00"), or "not known".
  struct Reason {
    std::string_view code;  // "fail_on", "max_gap", …: the flag
    std::string threshold;
    std::string actual;
  };
  bool passed = true;
  int exit_code = 0;            // 0 passed, or exit_zero; 1 failed; 2 nothing was judged
  std::vector<Reason> reasons;  // in the order of the limits; empty where it passed
  GateOptions limits = {};      // that were in force
};

}  // namespace martech_audit
