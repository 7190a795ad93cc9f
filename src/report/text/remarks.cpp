#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "base/dates.h"
#include "report/figures.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t shown_items = 8;

std::string until_phrase(const Waiver* waiver) {
  if (waiver == nullptr) return {};
  return fmt::format(" (until {}, {}: {})", to_string(waiver->expires), waiver->owner, waiver->reason);
}

// At most `shown_items` of `items`, then how many more, with those that the report left out.
template <class Items, class WriteItem>
void write_some(Page& page, const Items& items, WriteItem write_item, std::size_t left_out = 0) {
  const std::size_t shown = page.style.verbose ? items.size() : std::min(shown_items, items.size());
  for (std::size_t i = 0; i < shown; ++i) write_item(items[i]);
  if (shown < items.size()) {
    page.canvas.line(
        2, {{fmt::format("and {} more (--verbose shows {})", grouped(items.size() - shown + left_out),
                         left_out == 0 ? "all" : grouped(items.size()))}});
  } else if (left_out > 0) {
    page.canvas.line(2, {{fmt::format("and {} more", grouped(left_out))}});
  }
}

void write_waived(Page& page) {
  const AuditReport& report = page.report;
  if (report.waived.empty()) return;
  Points points = 0;
  for (const Finding& finding : report.waived) points += finding.points;
  const std::string money =
      report.money.waived.minor == 0 ? "" : fmt::format(" and {} of waste", money_text(report.money.waived));
  page.canvas.heading(fmt::format("Waived: {}, {}{} (still included in the gap)",
                                  counted(report.waived.size(), "finding"), points_phrase(points), money));
  write_some(page, report.waived, [&](const Finding& finding) {
    page.canvas.row(2,
                    {{brief(finding.message, message_columns)}, {until_phrase(finding.waiver), Ink::faint}},
                    {{points_phrase(finding.points)}}, 2);
  });
}

void write_loosened(Page& page) {
  if (page.report.loosened.empty()) return;
  page.canvas.heading("Gate exceptions");
  write_some(page, page.report.loosened,
             [&](const std::string& text) { page.canvas.paragraph(2, {{text}}, 2); });
}

// Warnings may say that a waiver has lapsed, which nothing else tells; notes are only counted.
void write_warnings(Page& page, const std::vector<const Diagnostic*>& warnings) {
  const std::size_t left_out = page.report.diagnostics_left_out.warnings;
  page.canvas.heading(fmt::format("Warnings: {}", grouped(warnings.size() + left_out)));
  const auto write_warning = [&](const Diagnostic* warning) {
    std::string place;
    if (const Location& where = warning->where) {
      place = fmt::format("  {}:{}", where.source->name(), where.source->position(where.begin).line);
    }
    page.canvas.paragraph(2, {{brief(warning->message, message_columns)}, {place, Ink::faint}}, 2);
  };
  write_some(page, warnings, write_warning, left_out);
}

void write_diagnostics(Page& page) {
  const auto& all = page.report.diagnostics;
  std::vector<const Diagnostic*> warnings;
  for (const Diagnostic& diagnostic : all) {
    if (diagnostic.level == DiagnosticLevel::warning) warnings.push_back(&diagnostic);
  }
  if (!warnings.empty()) write_warnings(page, warnings);
  const std::size_t notes = all.size() - warnings.size() + page.report.diagnostics_left_out.notes;
  if (notes == 0) return;
  if (!page.first_look) page.canvas.gap();
  page.canvas.paragraph(page.first_look ? 2 : 0,
                        {{fmt::format("The inventory also has {} (run martech-audit validate to see them)",
                                      counted(notes, "note"))}});
}

}  // namespace

void write_remarks(Page& page) {
  write_waived(page);
  write_loosened(page);
  write_diagnostics(page);
}

}  // namespace martech_audit::report
