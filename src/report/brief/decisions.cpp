// What the board is asked to decide: by whom, until when, and what happens otherwise.
#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "base/text.h"
#include "report/brief/brief.h"
#include "report/figures.h"
#include "report/page/findings.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

struct Amount {
  std::string text, meaning;  // "EUR 82,500", "a year can be saved"
};

// What it is called first says most: money that is waste is not called unproven, too.
Amount amount_of(const Decision& decision, const AuditReport& report) {
  struct Words {
    MoneyClass money_class;
    std::string_view meaning;
  };
  constexpr std::array words{Words{MoneyClass::recoverable, "a year can be saved"},
                             Words{MoneyClass::exposed, "a year shows no value"},
                             Words{MoneyClass::opportunity, "a year might be saved"}};
  for (const Words& each : words) {
    const DecisionMoney& money = decision.of(each.money_class);
    if (money.possible.minor > 0)
      return {range_text(money.proven, money.possible), std::string(each.meaning)};
  }
  if (!decision.at_stake || decision.at_stake->minor <= 0) return {};
  const ToolRow* const tool = tool_of(decision, report);
  const std::string term = tool == nullptr ? std::string() : commitment_phrase(*tool);
  return {term.empty() ? money_text(*decision.at_stake) : term, "in the next term"};
}

std::string months_text(const ToolRow& row) {
  return row.term_months
             ? fmt::format(" for {}", counted(static_cast<std::uint64_t>(*row.term_months), "month"))
             : std::string();
}

// What the contract does by itself; empty where it is not known.
std::string contract_course(const ToolRow& row) {
  if (row.renews_on && row.renewal_commitment && row.renewal_commitment->minor > 0) {
    return fmt::format("Renews on {}{}: {}{}", day_text(*row.renews_on), months_text(row),
                       money_text(*row.renewal_commitment),
                       row.notice_missed.value_or(false) ? "; notice is no longer possible" : "");
  }
  if (row.renews_on && !row.renewal_commitment && row.possible_commitment)
    return fmt::format("May renew on {}: {}", day_text(*row.renews_on), commitment_phrase(row));
  if (row.contract_ends && row.renewal_commitment)
    return fmt::format("Ends on {} without renewal", day_text(*row.contract_ends));
  return {};
}

// What is true of every case that the act would settle.
struct DutyWords {
  Act act;
  std::string_view course;
};
constexpr std::array duty_words{DutyWords{Act::secure, "Personal data stays without the missing safeguards"},
                                DutyWords{Act::review, "AI stays in use with what is missing"}};

constexpr bool has_words(Act act) {
  return std::ranges::find(duty_words, act, &DutyWords::act) != duty_words.end();
}
static_assert(std::ranges::all_of(act_meanings, [](const ActMeaning& each) {
  return !each.is_duty || has_words(each.act);
}));

std::string course_of(const BriefDecision& row, const AuditReport& report) {
  if (row.is_duty) return std::string(std::ranges::find(duty_words, row.act, &DutyWords::act)->course);
  const ToolRow* const tool = tool_of(*row.decision, report);
  std::string course = tool == nullptr ? "" : contract_course(*tool);
  if (!course.empty()) return course;
  const Amount amount = amount_of(*row.decision, report);
  return amount.text.empty() ? "Goes on as today" : capitalised(amount.text) + " a year goes on as today";
}

std::string_view role_of(const Decision& decision, const AuditReport& report) {
  if (const ToolRow* const tool = tool_of(decision, report)) return tool->owner_role;
  if (decision.entity.kind != EntityKind::objective) return {};
  const auto row = std::ranges::find(report.strategy, decision.entity.id,
                                     [](const ObjectiveRow& each) { return each.objective.id; });
  return row == report.strategy.end() ? std::string_view() : row->owner_role;
}

// What leads to the act, with how much of the tool is used where that is known and not said.
std::string ground_of(const BriefDecision& row, const AuditReport& report) {
  std::string text = board_message(*row.finding, report);
  const ToolRow* const tool = tool_of(*row.decision, report);
  if (tool == nullptr || !tool->utilisation || meaning(row.act).family != Family::contract) return text;
  const std::string share = share_text(*tool->utilisation);
  return text.find(share) == text.npos ? fmt::format("{}; {} in use", text, share) : text;
}

Text last_day_of(const BriefDecision& row, Date as_of) {
  const Decision& decision = *row.decision;
  if (row.is_duty || !decision.last_day) return {{"–"}};
  const std::int64_t days = days_since_epoch(*decision.last_day) - days_since_epoch(as_of);
  return {{day_text(*decision.last_day)},
          {" "},
          {days < 0    ? std::string("past")
           : days == 0 ? std::string("today")
                       : fmt::format("in {}", counted(static_cast<std::uint64_t>(days), "day")),
           Ink::faint}};
}

std::vector<Cell> decision_cells(const BriefDecision& row, const AuditReport& report) {
  const std::string place = finding_id(*row.finding);
  const std::string_view role = role_of(*row.decision, report);
  // What the end of the tool saves is no duty's.
  const Amount amount = row.ends_later ? Amount() : amount_of(*row.decision, report);
  return {{.text = {{fmt::format("{}: {}{}", board_name(row.decision->entity, report),
                                 meaning(row.act).phrase, row.ends_later ? " while it stays" : ""),
                     Ink::strong, place},
                    {" "},
                    {ground_of(row, report), Ink::faint}}},
          {.text = amount.text.empty()
                       ? Text{{"–"}}
                       : Text{{amount.text, Ink::strong, place}, {" "}, {amount.meaning, Ink::faint}}},
          {.text = {{role.empty() ? "not named" : brief_name(role)}}},
          {.text = last_day_of(row, report.as_of)},
          {.text = {{course_of(row, report)}}}};
}

// Nothing to decide is good news only where enough was looked at.
std::string no_decision(const AuditReport& report) {
  const Score& score = report.score;
  const bool is_known =
      score.has_verdict() && !score.has_little_evidence() && report.money.recoverable.proven.has_value();
  std::string text = is_known ? "No money is shown to be idle, and no legal duty to be open"
                              : "Too little is known to name a decision";
  const std::size_t waived = report.waived.size();
  if (waived > 0)
    text += fmt::format("; {} {} waived", counted(waived, "finding"), waived == 1 ? "is" : "are");
  return text + ".";
}

}  // namespace

void write_brief_decisions(const Brief& brief, Page& page) {
  const std::size_t count = brief.decisions.size();
  page.add(Heading{.title = count == 0 ? "Decisions" : counted(count, "decision") + " to take"});
  if (count == 0) return page.add(Paragraph{{{no_decision(brief.report)}}});
  page.add(Table{.label = "Decisions to take",
                 .columns = {{"Decision", ColumnKind::name},
                             {"Money", ColumnKind::number},
                             {"Owner"},
                             {"Last day"},
                             {"If nobody decides"}},
                 .size = count,
                 .row = [&](std::size_t i) { return decision_cells(brief.decisions[i], brief.report); },
                 .noun = "decision",
                 .sortable = false,
                 .stacks = true});
}

}  // namespace martech_audit::report
