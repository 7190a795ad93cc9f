#include <fmt/format.h>

#include <algorithm>

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

// At most `shown_items` of `items`, then how many more.
template <class Items, class WriteItem>
void write_some(Page& page, const Items& items, WriteItem write_item) {
  const std::size_t shown = page.style.verbose ? items.size() : std::min(shown_items, items.size());
  for (std::size_t i = 0; i < shown; ++i) write_item(items[i]);
  if (shown < items.size()) {
    page.canvas.line(2, {{fmt::format("and {} more (--verbose shows all)", grouped(items.size() - shown))}});
  }
}

void write_waived(Page& page) {
  const AuditReport& report = page.report;
  if (report.waived.empty()) return;
  Points points = 0;
  for (const Finding& finding : report.waived) points += finding.points;
  page.canvas.heading(fmt::format("Waived: {}, {} that stay in the gap",
                                  counted(report.waived.size(), "finding"), points_phrase(points)));
  write_some(page, report.waived, [&](const Finding& finding) {
    page.canvas.row(2,
                    {{brief(finding.message, message_columns)}, {until_phrase(finding.waiver), Ink::faint}},
                    {{points_phrase(finding.points)}}, 2);
  });
}

void write_loosened(Page& page) {
  if (page.report.loosened.empty()) return;
  page.canvas.heading("What loosens the gate");
  write_some(page, page.report.loosened,
             [&](const std::string& text) { page.canvas.paragraph(2, {{text}}, 2); });
}

void write_diagnostics(Page& page) {
  const auto& all = page.report.diagnostics;
  if (all.empty()) return;
  const auto warnings =
      static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const Diagnostic& diagnostic) {
        return diagnostic.level == DiagnosticLevel::warning;
      }));
  if (!page.first_look) page.canvas.gap();
  std::string counts = warnings == 0 ? "" : counted(warnings, "warning");
  if (warnings < all.size()) {
    counts += (counts.empty() ? "" : " and ") + counted(all.size() - warnings, "note");
  }
  page.canvas.paragraph(page.first_look ? 2 : 0,
                        {{"The inventory also has " + counts + " (martech-audit validate shows them)"}});
}

}  // namespace

void write_remarks(Page& page) {
  write_waived(page);
  write_loosened(page);
  write_diagnostics(page);
}

}  // namespace martech_audit::report
