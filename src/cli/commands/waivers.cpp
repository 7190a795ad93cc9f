// waivers: which findings somebody decided to live with, until when, and what they hide.
#include <fmt/format.h>

#include <algorithm>

#include "base/dates.h"
#include "base/text.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/judge.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "report/figures.h"

namespace martech_audit::cli {
namespace {

// The finding that a waiver in force hides.
const Finding* hidden_by(const Waiver& waiver, const AuditReport& report) {
  const auto same = [&](const Finding& finding) { return finding.waiver->where == waiver.where; };
  const auto found = std::ranges::find_if(report.waived, same);
  return found == report.waived.end() ? nullptr : &*found;
}

std::string state_of(const Waiver& waiver, const Finding* hidden, Date as_of) {
  const auto days = days_since_epoch(waiver.expires) - days_since_epoch(as_of);
  if (days < 0) return "expired";
  if (hidden == nullptr) return "not used";
  return days == 0 ? "last day" : counted(static_cast<std::uint64_t>(days), "day") + " left";
}

std::string in_words(const Waiver& waiver, const AuditReport& report) {
  const Finding* hidden = hidden_by(waiver, report);
  std::string text =
      fmt::format("{} of {}: {}, until {}\n", escape_controls(waiver.rule), escape_controls(waiver.entity),
                  state_of(waiver, hidden, report.as_of), to_string(waiver.expires));
  text += fmt::format("  {}: {}\n", escape_controls(waiver.owner), escape_controls(waiver.reason));
  if (!waiver.approved_by.empty())
    text += fmt::format("  approved by {}\n", escape_controls(waiver.approved_by));
  if (!waiver.ticket.empty()) text += fmt::format("  ticket {}\n", escape_controls(waiver.ticket));
  if (hidden != nullptr) {
    text += fmt::format("  hides {}: {} of the gap", escape_controls(hidden->message),
                        report::points_text(hidden->points));
    if (hidden->waste() > 0)
      text += fmt::format(", {} of waste", report::money_text({hidden->waste(), report.currency}));
    text += "\n";
  }
  return text + fmt::format("  {}\n", place_text(waiver.where));
}

std::string total(const AuditReport& report, std::size_t count) {
  Points points = 0;
  for (const Finding& finding : report.waived) points += finding.points;
  return fmt::format("{}; active waivers hide {} of the gap and {} of waste\n", counted(count, "waiver"),
                     report::points_text(points), report::money_text(report.money.waived));
}

int list_waivers(JudgingOptions& options, const Run& run) {
  if (const auto failed = options.configure(run)) return *failed;
  Judged judged;
  if (const auto failed = judge(options, {}, judged)) return *failed;
  std::string text;
  for (const Waiver& waiver : judged.report.waivers) text += in_words(waiver, judged.report);
  const Result<Written> written = write_text("-", text + total(judged.report, judged.report.waivers.size()));
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Command waivers_command(const Globals& globals) {
  Command waivers{"waivers", "List waivers, their expiry and what they hide"};
  waivers.parts = {command<JudgingOptions>(globals, "list",
                                           "List all waivers, what they hide and when they expire",
                                           JudgingOptions::group(), list_waivers)};
  return waivers;
}

}  // namespace martech_audit::cli
