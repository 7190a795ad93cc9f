// Warnings may say that a waiver has lapsed, which nothing else tells; notes are only counted.
#include <fmt/format.h>

#include "base/text.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

Item warning_item(const Diagnostic& warning) {
  Item item{{{brief(warning.message, message_columns)}}};
  if (const Location& where = warning.where) {
    item.text.push_back(
        {fmt::format("  {}:{}", where.source->name(), where.source->position(where.begin).line), Ink::faint});
  }
  return item;
}

}  // namespace

void write_warnings(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  std::vector<const Diagnostic*> warnings;
  for (const Diagnostic& diagnostic : report.diagnostics) {
    if (diagnostic.level == DiagnosticLevel::warning) warnings.push_back(&diagnostic);
  }
  const std::size_t left_out = report.diagnostics_left_out.warnings;
  const std::string title = "Warnings: " + grouped(warnings.size() + left_out);
  if (!warnings.empty()) {
    page.add(Heading{.title = title, .in = on::text | on::page});
    page.add(List{.size = warnings.size(),
                  .item = [&](std::size_t i) { return warning_item(*warnings[i]); },
                  .most = {.first_look = 8, .terminal = 8, .comment = 5},
                  .noun = "warning",
                  .left_out = left_out,
                  .fold = {title, on::comment}});
  }
  const std::size_t notes = report.diagnostics.size() - warnings.size() + report.diagnostics_left_out.notes;
  if (notes == 0) return;
  if (warnings.empty()) page.add(Heading{.title = "Notes", .in = on::page});
  page.add(Paragraph{{{fmt::format("The inventory also has {} (run martech-audit validate to see them)",
                                   counted(notes, "note"))}},
                     on::text | on::page});
}

}  // namespace martech_audit::report
