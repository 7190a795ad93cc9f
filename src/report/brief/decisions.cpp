// What the board is asked to decide: by whom, until when, and what happens otherwise.
#include <fmt/format.h>

#include "base/dates.h"
#include "base/text.h"
#include "report/brief/brief.h"
#include "report/figures.h"
#include "report/phrases.h"

namespace martech_audit::report {
namespace {

struct Amount {
  std::string text, meaning;  // "EUR 82,500", "a year can be saved"
};

// What it is called first says most: money that is waste is not called unproven, too.
Amount amount_of(const Decision& decision) {
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
  if (decision.at_stake && decision.at_stake->minor > 0)
    return {money_text(*decision.at_stake), "at stake in the next term"};
  return {};
}

constexpr std::size_t longest_ground = 60;  // columns
constexpr std::size_t longest_course = 120;

std::string first_sentence(std::string_view text) {
  const std::size_t end = text.find(". ");
  return brief(text.substr(0, end == text.npos ? text.size() : end + 1), longest_course);
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
  if (row.contract_ends && row.renewal_commitment)
    return fmt::format("Ends on {} without renewal", day_text(*row.contract_ends));
  return {};
}

std::string course_of(const Decision& decision, const AuditReport& report) {
  if (meaning(decision.act).is_duty) return first_sentence(leading_rule(decision, report).why);
  const ToolRow* const tool = tool_of(decision, report);
  std::string course = tool == nullptr ? "" : contract_course(*tool);
  if (!course.empty()) return course;
  const Amount amount = amount_of(decision);
  if (amount.text.empty()) return first_sentence(leading_rule(decision, report).why);
  return fmt::format("{} a year goes on as today", amount.text);
}

std::string_view role_of(const Decision& decision, const AuditReport& report) {
  if (const ToolRow* const tool = tool_of(decision, report)) return tool->owner_role;
  if (decision.entity.kind != EntityKind::objective) return {};
  const auto row = std::ranges::find(report.strategy, decision.entity.id,
                                     [](const ObjectiveRow& each) { return each.objective.id; });
  return row == report.strategy.end() ? std::string_view() : row->owner_role;
}

// What leads to the act, with how much of the tool is used where that is known.
std::string ground_of(const Decision& decision, const AuditReport& report) {
  std::string text = brief(leading_rule(decision, report).title, longest_ground);
  const ToolRow* const tool = tool_of(decision, report);
  if (tool != nullptr && tool->utilisation && meaning(decision.act).family == Family::contract)
    text += fmt::format("; {} in use", share_text(*tool->utilisation));
  return text;
}

Text last_day_of(const Decision& decision, Date as_of) {
  if (!decision.last_day) return {{"–"}};
  const std::int64_t days = days_since_epoch(*decision.last_day) - days_since_epoch(as_of);
  return {{day_text(*decision.last_day)},
          {" "},
          {days < 0    ? std::string("past")
           : days == 0 ? std::string("today")
                       : fmt::format("in {}", counted(static_cast<std::uint64_t>(days), "day")),
           Ink::faint}};
}

std::vector<Cell> decision_cells(const Decision& decision, const AuditReport& report) {
  const std::string place = place_of(decision, report);
  const std::string_view role = role_of(decision, report);
  const Amount amount = amount_of(decision);
  return {{.text = {{fmt::format("{}: {}", board_name(decision.entity, report), meaning(decision.act).phrase),
                     Ink::strong, place},
                    {" "},
                    {ground_of(decision, report), Ink::faint}}},
          {.text = amount.text.empty()
                       ? Text{{"–"}}
                       : Text{{amount.text, Ink::strong, place}, {" "}, {amount.meaning, Ink::faint}}},
          {.text = {{role.empty() ? "not named" : brief_name(role)}}},
          {.text = last_day_of(decision, report.as_of)},
          {.text = {{course_of(decision, report)}}}};
}

}  // namespace

void write_brief_decisions(const Brief& brief, Page& page) {
  const std::size_t count = brief.decisions.size();
  page.add(Heading{.title = count == 0 ? "Decisions" : counted(count, "decision") + " to take"});
  if (count == 0)
    return page.add(Paragraph{{{"No money is shown to be idle, and no legal duty to be open."}}});
  page.add(Table{.label = "Decisions to take",
                 .columns = {{"Decision", ColumnKind::name},
                             {"Money", ColumnKind::number},
                             {"Owner"},
                             {"Last day"},
                             {"If nobody decides"}},
                 .size = count,
                 .row = [&](std::size_t i) { return decision_cells(*brief.decisions[i], brief.report); },
                 .noun = "decision",
                 .sortable = false,
                 .stacks = true});
}

}  // namespace martech_audit::report
