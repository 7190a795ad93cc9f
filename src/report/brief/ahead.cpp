// What comes by itself: renewals, risks; and how the figures came about.
#include <fmt/format.h>

#include <algorithm>
#include <functional>

#include "base/dates.h"
#include "base/text.h"
#include "report/brief/brief.h"
#include "report/figures.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

constexpr std::uint32_t days_ahead = 90;
constexpr std::size_t most_contracts = 3;
constexpr std::size_t most_named = 3;

const AtRiskRung* rung_ahead(const AtRisk& risk) {
  const auto rung = std::ranges::find(risk.ladder, days_ahead, &AtRiskRung::within_days);
  return rung == risk.ladder.end() ? nullptr : &*rung;
}

// With a last day for notice ahead, and what they commit to; the largest first.
std::vector<const ToolRow*> contracts_ahead(const AuditReport& report) {
  std::vector<const ToolRow*> rows;
  for (const ToolRow& row : report.tools) {
    if (!row.in_use || !row.notice_by || !row.renewal_commitment || row.renewal_commitment->minor == 0)
      continue;
    const std::int64_t days = days_since_epoch(*row.notice_by) - days_since_epoch(report.as_of);
    if (days >= 0 && days <= days_ahead) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, std::greater(),
                           [](const ToolRow* row) { return row->renewal_commitment->minor; });
  return rows;
}

std::string contracts_phrase(const std::vector<const ToolRow*>& rows, const AuditReport& report) {
  std::string text;
  const std::size_t shown = std::min(most_contracts, rows.size());
  for (std::size_t i = 0; i < shown; ++i) {
    text += fmt::format("{}{} ({}, notice by {})", i == 0 ? "" : ", ", board_name(rows[i]->tool, report),
                        money_text(*rows[i]->renewal_commitment), day_text(*rows[i]->notice_by));
  }
  if (shown < rows.size()) text += fmt::format(" and {} more", grouped(rows.size() - shown));
  return text;
}

Text renewals_text(const AuditReport& report) {
  const AtRisk& risk = report.money.at_risk;
  const AtRiskRung* const rung = rung_ahead(risk);
  if (!risk.year.possible || rung == nullptr) return {{"No contract says when it renews."}};
  if (rung->possible.minor == 0) return {{"No contract renews automatically."}};
  const std::vector<const ToolRow*> rows = contracts_ahead(report);
  Text text{{range_text(rung->proven, rung->possible), Ink::strong, "renewals"},
            {" renews automatically unless notice is given"}};
  if (!rows.empty()) text.push_back({": " + contracts_phrase(rows, report)});
  text.push_back({"."});
  return text;
}

// "Unused paid seats: Braze, Tableau and 3 more"
Item risk_item(const BriefRisk& risk, const AuditReport& report) {
  const Finding& first = *risk.findings.front();
  std::vector<std::string> names;
  for (const Finding* finding : risk.findings) names.push_back(board_name(finding->entity, report));
  const std::vector<std::string_view> views(names.begin(), names.end());
  Item item{{{brief(report.rules[risk.rule].title, longest_name), Ink::strong, finding_id(first)}}};
  if (first.entity.kind != EntityKind::organisation)
    item.text.push_back({": " + names_phrase(views, most_named)});
  return item;
}

}  // namespace

void write_brief_renewals(const Brief& brief, Page& page) {
  page.add(Heading{.title = fmt::format("Renewals of the next {} days", days_ahead)});
  Text text = renewals_text(brief.report);
  const Money& overdue = brief.report.money.at_risk.overdue;
  if (overdue.minor != 0) {
    text.push_back({" "});
    text.push_back({money_text(overdue), Ink::strong, "renewals"});
    text.push_back({" is past its notice deadline and renews."});
  }
  page.add(Paragraph{std::move(text)});
}

void write_brief_risks(const Brief& brief, Page& page) {
  page.add(Heading{.title = "Risks"});
  page.add(List{.size = brief.risks.size(),
                .item = [&](std::size_t i) { return risk_item(brief.risks[i], brief.report); },
                .noun = "risk"});
}

void write_brief_method(const Brief& brief, Page& page) {
  const Score& score = brief.report.score;
  page.add(Heading{.title = "Method"});
  page.add(Paragraph{
      {{counted(score.rules.size(), "published rule"), Ink::plain, "method"},
       {fmt::format(
           " made {} of the inventory; half of the gap is how the stack is run, half the share of spend "
           "that is not shown to work, and what the inventory does not say counts as a gap.",
           counted(score.judged, "check"))}}});
}

}  // namespace martech_audit::report
