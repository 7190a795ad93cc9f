// What comes by itself: renewals, risks; and how the figures came about.
#include <fmt/format.h>

#include <algorithm>

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

using Rows = std::vector<const ToolRow*>;

std::optional<Money> known(const ToolRow& row) { return row.renewal_commitment; }
std::optional<Money> possible(const ToolRow& row) { return row.possible_commitment; }
bool commits(const std::optional<Money>& money) { return money && money->minor > 0; }

bool is_ahead(const ToolRow& row, Date as_of) {
  if (!row.in_use || !row.notice_by) return false;
  const std::int64_t days = days_since_epoch(*row.notice_by) - days_since_epoch(as_of);
  return days >= 0 && days <= days_ahead;
}

// What is due first stands first.
template <class Wanted>
Rows rows_of(const AuditReport& report, const Wanted& is_wanted) {
  Rows rows;
  for (const ToolRow& row : report.tools) {
    if (is_wanted(row)) rows.push_back(&row);
  }
  std::ranges::stable_sort(rows, {}, [](const ToolRow* row) { return row->notice_by; });
  return rows;
}

template <class Phrase>
std::string list_of(const Rows& rows, const Phrase& phrase) {
  std::string text;
  const std::size_t shown = std::min(most_contracts, rows.size());
  for (std::size_t i = 0; i < shown; ++i) text += (i == 0 ? "" : ", ") + phrase(*rows[i]);
  if (shown < rows.size()) text += fmt::format(" and {} more", grouped(rows.size() - shown));
  return text.empty() ? text : ": " + text;
}

std::string contracts_phrase(const AuditReport& report) {
  const Rows rows =
      rows_of(report, [&](const ToolRow& row) { return is_ahead(row, report.as_of) && commits(known(row)); });
  return list_of(rows, [&](const ToolRow& row) {
    return fmt::format("{} ({}, notice by {})", board_name(row.tool, report), money_text(*known(row)),
                       day_text(*row.notice_by));
  });
}

// Of which it is not known whether they renew.
std::string possible_phrase(const AuditReport& report) {
  const Rows rows = rows_of(
      report, [&](const ToolRow& row) { return is_ahead(row, report.as_of) && commits(possible(row)); });
  return list_of(rows, [&](const ToolRow& row) {
    return fmt::format("{} (by {})", board_name(row.tool, report), day_text(*row.notice_by));
  });
}

std::string overdue_phrase(const AuditReport& report) {
  const Rows rows = rows_of(report, [&](const ToolRow& row) {
    return row.in_use && row.notice_missed.value_or(false) && row.renews_on && commits(known(row));
  });
  return list_of(rows, [&](const ToolRow& row) {
    return fmt::format("{} (on {})", board_name(row.tool, report), day_text(*row.renews_on));
  });
}

// A contract without a cost may renew too, nobody knows at what price.
std::string_view why_nothing(const AuditReport& report) {
  const auto any = [&](const auto& is_such) { return std::ranges::any_of(report.tools, is_such); };
  if (!any([](const ToolRow& row) { return row.in_use && row.contract_ends; }))
    return "No contract has a renewal date.";
  if (any([&](const ToolRow& row) { return is_ahead(row, report.as_of) && !possible(row); }))
    return "What renews automatically is not known, because costs are missing.";
  if (any([](const ToolRow& row) { return row.in_use && commits(possible(row)); }))
    return "No contract has its last day for notice in this time.";
  return "No contract renews automatically.";
}

Text ahead_text(const AuditReport& report, const AtRiskRung& rung) {
  const std::string money = capitalised(range_text(rung.proven, rung.possible));
  if (rung.proven.minor == 0)
    return {{money, Ink::strong, "renewals"}, {" may renew automatically" + possible_phrase(report) + "."}};
  return {{money, Ink::strong, "renewals"},
          {" renews automatically unless notice is given" + contracts_phrase(report) + "."}};
}

Text overdue_text(const AuditReport& report) {
  const Money& overdue = report.money.at_risk.overdue;
  if (overdue.minor == 0) return {};
  return {{money_text(overdue), Ink::strong, "renewals"},
          {" is past its notice deadline and renews" + overdue_phrase(report) + "."}};
}

// That nothing renews is not said beside what does.
Text renewals_text(const AuditReport& report) {
  const AtRiskRung* const rung = rung_ahead(report.money.at_risk);
  const bool renews = rung != nullptr && rung->possible.minor > 0;
  Text overdue = overdue_text(report);
  if (!renews && overdue.empty()) return {{std::string(why_nothing(report))}};
  if (!renews) return overdue;
  Text text = ahead_text(report, *rung);
  if (!overdue.empty()) text.push_back({" "});
  text.insert(text.end(), overdue.begin(), overdue.end());
  return text;
}

std::size_t count_off(const AuditReport& report) {
  std::vector<std::string_view> off;
  for (const RuleSetting& setting : report.rule_settings) {
    const bool is_on = std::ranges::find(report.rules, setting.rule, &Rule::id) != report.rules.end();
    const bool is_counted = std::ranges::find(off, setting.rule) != off.end();
    if (setting.enabled == false && !is_on && !is_counted) off.emplace_back(setting.rule);
  }
  return off.size();
}

// "3 rules are switched off, 3 findings waived"
std::string exceptions_phrase(const AuditReport& report) {
  const std::size_t off = count_off(report), waived = report.waived.size();
  const auto are = [](std::size_t count) { return count == 1 ? "is" : "are"; };
  std::string rules =
      off == 0 ? std::string() : fmt::format("{} {} switched off", counted(off, "rule"), are(off));
  if (waived == 0) return rules;
  const std::string findings = counted(waived, "finding");
  return off == 0 ? fmt::format("{} {} waived", findings, are(waived))
                  : fmt::format("{}, {} waived", rules, findings);
}

// What the gap is made of.
std::string halves_phrase(const Score& score) {
  if (!score.money || score.money_share == 0) return "the gap is how the stack is run";
  if (score.money_share == full_score) return "the gap is the share of spend that is not shown to work";
  if (score.money_share == full_score / 2)
    return "half of the gap is how the stack is run, half the share of spend that is not shown to work";
  const std::string money =
      share_text(static_cast<double>(score.money_share) / static_cast<double>(full_score));
  return fmt::format(
      "{} of the gap is the share of spend that is not shown to work, the rest how the stack is run", money);
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
  page.add(Paragraph{renewals_text(brief.report)});
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
  Text text{{counted(score.rules.size(), "rule"), Ink::plain, "method"},
            {fmt::format(" made {} of the inventory; {}, and what the inventory does not say counts as a gap",
                         counted(score.judged, "check"), halves_phrase(score))}};
  if (std::string exceptions = exceptions_phrase(brief.report); !exceptions.empty()) {
    text.push_back({"; "});
    text.push_back({std::move(exceptions), Ink::plain, brief.report.loosened.empty() ? "" : "exceptions"});
  }
  text.push_back({"."});
  page.add(Paragraph{std::move(text)});
}

}  // namespace martech_audit::report
