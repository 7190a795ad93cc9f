// What changed between two reports: findings, the gap with what moved it, money, and what loosens the gate.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/report.h"
#include "martech_audit/reporter.h"

namespace martech_audit {

// What can move a gap. Waivers never do; they are named so that nobody looks for them in vain.
enum class Cause : std::uint8_t { inventory, waivers, configuration, packs, time, version };
inline constexpr std::array all_causes{Cause::inventory, Cause::waivers, Cause::configuration,
                                       Cause::packs,     Cause::time,    Cause::version};
std::string_view name(Cause cause);

// A part of the change of the gap. Several causes: they cannot be told apart, since a saved report cannot be
// judged anew.
struct GapPart {
  std::vector<Cause> causes;
  Points change = 0;  // negative: the gap became smaller
};

// How a finding came to an end. Only the first is a fix.
enum class Ending : std::uint8_t {
  fixed,         // the rule holds now
  weakened,      // so it does, but evidence on it was taken away or weakened in the same change
  claimed,       // so it does, by words that nothing shows
  removed,       // the entity is gone
  undecided,     // what the rule reads is no longer given
  inapplicable,  // the rule does not apply any more
  rule_off,      // the rule is not in force
  waived,
};
// fixed | weakened | claimed | removed | undecided | inapplicable | rule_off | waived
std::string_view name(Ending ending);

// One that was there before and is not there any more.
struct EndedFinding {
  const Finding* before = nullptr;
  Ending ending = Ending::fixed;
};

// Both have a finding of that fingerprint.
struct ChangedFinding {
  const Finding* before = nullptr;
  const Finding* after = nullptr;
};

// Owns both reports; all pointers lead into them, so that it may be moved and not copied.
struct ReportDiff {
  std::string before_name, after_name;
  AuditReport before;
  AuditReport after;  // its findings say how they stand to those before, and its gate heeds that

  std::vector<const Finding*> fresh;
  std::vector<ChangedFinding> worsened;  // of higher severity, or more money
  std::vector<ChangedFinding> improved;  // of lower severity, or less money, and worse in neither
  std::vector<EndedFinding> ended;

  bool comparable = true;    // the same comparable_key
  std::vector<GapPart> gap;  // each cause once; the changes add up to that of the gap exactly
  std::vector<std::string> loosened, tightened;  // lines that came to what loosens the gate, or went

  // What the inventory showed before and no longer does, a sentence each: fields that are no longer given or
  // mark themselves as not applicable, days that became bounds, deadlines that moved while nothing else in
  // the contract changed, words that end a duty, entities that are gone, findings that cannot be decided any
  // more. None: one side is a saved report, so it is not known.
  std::optional<std::vector<std::string>> lost_evidence;
  // What it says since, and nothing shows, a sentence each: links without a reason or a value measured since,
  // costs that no payment shows, days that were written down later. None: as above.
  std::optional<std::vector<std::string>> unproven_claims;

  Points gap_change() const { return after.score.gap() - before.score.gap(); }
};

// Each takes all it prints from the comparison, escaped for its format, and hands it to the sink as it comes.
void write_diff_text(const ReportDiff& diff, const ReportStyle& style, const Sink& sink);
void write_diff_markdown(const ReportDiff& diff, const Sink& sink);
void write_diff_html(const ReportDiff& diff, const Sink& sink);  // one page that needs nothing else
void write_diff_json(const ReportDiff& diff, const Sink& sink);

}  // namespace martech_audit
