// The gate: whether a run that is complete passes, and with which exit code.
#pragma once

#include <cstddef>
#include <span>

#include "martech_audit/finding.h"
#include "martech_audit/gate.h"
#include "martech_audit/score.h"

namespace martech_audit {

// Exit code 2 where nothing that counts was judged (Score::has_verdict): a gate must not be green over
// nothing. Else 1 where a limit is crossed, 0 where none is; exit_zero turns 1, never 2, into 0. `findings`
// are those not waived; those that a baseline knows fail no gate.
//
// A limit is crossed by what is greater, and by severities at or above. Gaps are compared unrounded, limits
// to the nearest billionth of a point; max_gap with the upper end, gaps not shown included. Waste counts what
// waivers hide, and where it is not known it is above every limit. Reasons come in the order of GateOptions.
struct GateInput {
  const Score& score;
  const MoneySummary& money;
  std::span<const Finding> findings;
  std::size_t loosened = 0;       // lines that count
  std::size_t lost_evidence = 0;  // lines
  std::size_t claims = 0;         // lines
};
Gate evaluate(const GateOptions& options, const GateInput& input);

}  // namespace martech_audit
