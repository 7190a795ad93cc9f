// Reporter: AuditReport → bytes in one format.
//
// A writer reads nothing but its arguments, gives the same bytes for the same report and style, and never
// holds the whole report in memory. Text of the inventory may be hostile: no writer lets it act on a
// terminal, a spreadsheet or a page. Whatever the sink throws passes through.
#pragma once

#include <memory>
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

// What a brief takes from the house that hands it over.
struct BriefStyle {
  std::string title = {};        // of the page; empty: the usual one
  std::string logo = {};         // bytes of a PNG or SVG image; anything else is left out
  std::string colour = {};       // "#rrggbb" of headings and figures; anything else: the usual one
  std::string full_report = {};  // address of the HTML report that figures lead to; empty: they lead nowhere
  std::shared_ptr<const AuditReport> since = {};  // an earlier report of the same organisation and currency
};

// How formats for people look; formats for programs ignore it.
struct ReportStyle {
  bool colour = false;     // ANSI; nothing is said by colour alone
  bool unicode = true;     // else ASCII, other characters escaped
  std::size_t width = 80;  // columns
  bool verbose = false;    // every finding in full, whatever its rank
  FindingFilter filter = {};
  BriefStyle brief = {};  // of briefs alone
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
