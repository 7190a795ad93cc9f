// The waterfall: each unit of a year's spend goes to the first claim on it.
//
// Claims come from rules alone. On each tool they are served by part (waste, off strategy, unproven), and
// within a part
//
//   1. causes before symptoms: a rule that names others in `explained_by` comes after them, transitively,
//   2. the larger one first, 3. by rule id.
//
// Units are placed twice: with every open question answered in the tool's favour (gaps alone, what they
// prove), then against it (undecided rules as well, the most each may claim). What is a gap both times stands
// where the first placing has it; what is one only the second time is not_known, and hangs on the first
// undecided rule that claims it. So less evidence never takes a unit out of the gap.
//
// An enabling tool that serves no objective itself follows the tools it supports: equal parts of what its own
// claims leave take the course of each, and hang on the same findings. What no claim reaches is too early to
// judge or working; not_known where a rule on objectives or value was not put to the tool, because nobody has
// judged it then.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "martech_audit/finding.h"
#include "martech_audit/rule.h"
#include "martech_audit/waterfall.h"
#include "score/tool_money.h"

namespace martech_audit {

struct WaterfallInput {
  std::span<const Rule> rules;                 // in force
  std::span<const RuleJudgements> judgements;  // at most one for each rule
  std::span<const ToolMoney> tools;            // by tool index
  Currency currency;
  std::int64_t unassigned = 0;                // paid for what cannot be told
  std::int64_t unlisted = 0;                  // paid to vendors on no list
  std::optional<std::int64_t> budgeted = {};  // a year's use of the running martech budgets
  // By tool index the place of its id among the sorted ids; where empty, the index itself.
  std::span<const std::uint32_t> ranks = {};
};

// Whether any rule in force claims money; without one there is no waterfall.
bool claims_spend(std::span<const Rule> rules);

// Units of money that hang on one finding or undecided rule, in both placings.
struct SpendShare {
  std::int64_t proven = 0;   // gap in both
  std::int64_t unknown = 0;  // not_known
};

struct WaterfallResult {
  Waterfall waterfall;
  // Parallel to the lists given.
  std::vector<SpendShare> findings, waived, evidence;
  SpendShare unattributed;  // that no rule in force accounts for
};

// `findings` get the allocated amounts of their recoverable claims. Of claims on other things than tools only
// those of the organisation count, on what is unlisted.
WaterfallResult make_waterfall(const WaterfallInput& input, std::span<Finding> findings,
                               std::span<Finding> waived, std::span<const EvidenceGap> evidence);

}  // namespace martech_audit
