// Reporter: AuditReport → bytes in one format.
//
// A writer reads nothing but its arguments, gives the same bytes for the same report and style, and never
// holds the whole report in memory. Text of the inventory may be hostile: no writer lets it act on a
// terminal, a spreadsheet or a page. Whatever the sink throws passes through.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "martech_audit/report.h"
#include "martech_audit/sink.h"

namespace martech_audit {

// Which findings are shown. Says nothing about the score, the gate, waived findings or missing evidence,
// which are the same whatever is shown.
struct FindingFilter {
  std::optional<Severity> at_least;     // this severity or worse
  std::vector<std::string> rules;       // ids; empty: every rule
  std::vector<std::string> dimensions;  // empty: every dimension

  bool only_new = false;  // with a baseline: what it does not know

  bool hides_nothing() const { return !at_least && rules.empty() && dimensions.empty() && !only_new; }
  bool shows(const Finding& finding, const Rule& rule) const;
};

// How formats for people look; formats for programs ignore it.
struct ReportStyle {
  bool colour = false;     // ANSI; nothing is said by colour alone
  bool unicode = true;     // else ASCII, other characters escaped
  std::size_t width = 80;  // columns
  bool verbose = false;    // every finding in full, whatever its rank
  FindingFilter filter = {};
};

struct Reporter {
  std::string_view name;     // as --format takes it
  std::string_view summary;  // one clause, for help and completion
  bool for_people;           // heeds ReportStyle; else the report is complete, whatever the style
  bool has_warnings;         // of the inventory; else whoever runs the audit must be told otherwise
  void (*write)(const AuditReport&, const ReportStyle&, const Sink&);
};

// Sorted by name.
std::span<const Reporter> all_reporters();
const Reporter* find_reporter(std::string_view name);

// One line for stderr, without a line break: "martech-audit: gate failed (exit 1): 3 findings at or above
// high; gap 62.1 > 50". Made from the value that the exit status is made of; ASCII, and nothing of the
// inventory in it.
std::string verdict_line(const AuditReport& report);

}  // namespace martech_audit
