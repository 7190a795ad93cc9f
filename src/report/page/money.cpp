// The classes of money are never added: each stands for itself, and the page says so.
#include <fmt/format.h>

#include "base/text.h"
#include "report/figures.h"
#include "report/page/sections.h"

namespace martech_audit::report {
namespace {

Fact off_strategy_fact(const AuditReport& report) {
  if (!report.off_strategy) {
    const std::string_view why =
        report.money.total_cost ? "no active objective is known" : "no costs are given";
    return {"Off-strategy spend", {{"unknown", Ink::strong}}, fmt::format(", because {}", why)};
  }
  const SpendOffStrategy& off = *report.off_strategy;
  return {"Off-strategy spend",
          {{share_text(off.share()), Ink::strong}},
          fmt::format(": {} of {} a year supports no active objective", money_text(off.off),
                      money_text(off.total))};
}

Fact total_fact(const MoneySummary& money) {
  if (!money.total_cost) return {"Total spend", {{"unknown"}}, ", because no tool has a cost above 0"};
  std::string note = " a year";
  if (money.tools_without_cost > 0)
    note += fmt::format("; {} no known cost", counted(money.tools_without_cost, "tool has", "tools have"));
  return {"Total spend", {{money_text(*money.total_cost)}}, note};
}

Fact waste_fact(const MoneySummary& money) {
  if (money.recoverable.minor == 0) return {"Waste", {{"none found"}}};
  std::string note = " can be saved";
  if (money.waived.minor != 0) note += fmt::format("; {} of it is waived", money_text(money.waived));
  return {"Waste", {{money_text(money.recoverable)}}, note};
}

}  // namespace

void write_money(const AuditPage& input, Page& page) {
  const MoneySummary& money = input.report.money;
  Facts facts{{off_strategy_fact(input.report), total_fact(money)}};
  // At a first look little was looked at.
  if (money.recoverable.minor != 0 || !page.is(on::first_look)) facts.rows.push_back(waste_fact(money));
  std::size_t views = money.recoverable.minor == 0 ? 0 : 1;
  const auto add = [&](const char* label, const Money& amount, const char* note) {
    if (amount.minor == 0) return;
    facts.rows.push_back({label, {{money_text(amount)}}, page.is(on::first_look) ? "" : note});
    ++views;
  };
  add("Auto-renewing", money.at_risk, " renews automatically on a known date");
  add("Unproven value", money.exposed, " a year is spent on tools with no demonstrated value");
  add("Opportunity", money.opportunity, " is an estimate or depends on a decision");
  if (views > 1 && !page.is(on::first_look))
    facts.remark = "Waste and the amounts after it overlap; do not add them up.";
  page.add(facts);
}

}  // namespace martech_audit::report
