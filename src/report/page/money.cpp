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
          fmt::format(": {} of the {} a year stated supports no active objective, waste included",
                      money_text(off.off), money_text(off.total))};
}

Fact total_fact(const MoneySummary& money) {
  if (!money.total_cost) return {"Stated costs", {{"unknown"}}, ", because no tool has a cost above 0"};
  std::string note = " a year";
  if (money.tools_without_cost > 0)
    note += fmt::format("; {} no known cost", counted(money.tools_without_cost, "tool has", "tools have"));
  return {"Stated costs", {{money_text(*money.total_cost)}}, note};
}

bool is_zero(const std::optional<Money>& amount) { return amount && amount->minor == 0; }

std::string unexamined_text(const Money& unexamined) {
  return unexamined.minor == 0 ? std::string()
                               : fmt::format("; {} of spend says nothing about use", money_text(unexamined));
}

Fact waste_fact(const MoneySummary& money) {
  const MoneyRange& waste = money.recoverable;
  if (!waste.proven) return {"Waste", {{"not known"}}, ", because no tool says anything about its use"};
  const std::string unexamined = unexamined_text(money.unexamined);
  if (is_zero(waste.possible)) return {"Waste", {{"none found"}}, unexamined};
  std::string note = is_zero(waste.proven) ? " may be saved" : " can be saved";
  if (money.waived.minor != 0) note += fmt::format("; {} of it is waived", money_text(money.waived));
  return {"Waste", {{range_text(*waste.proven, *waste.possible)}}, note + unexamined};
}

// The next terms that nobody has decided on, by when that must be.
Fact at_risk_fact(const AuditReport& report, bool is_first_look) {
  const AtRisk& risk = report.money.at_risk;
  std::string note = " renews automatically within 365 days";
  for (const AtRiskRung& rung : risk.ladder) {
    if (is_first_look || rung.within_days == 365 || rung.possible.minor == 0) continue;
    note += fmt::format(", {} within {}", range_text(rung.proven, rung.possible), rung.within_days);
  }
  if (risk.overdue.minor != 0)
    note += fmt::format("; {} is past its notice deadline", money_text(risk.overdue));
  if (!is_first_look && report.waterfall && risk.year.possible &&
      risk.year.possible->minor > report.waterfall->all.total())
    note += "; terms longer than a year count in full";
  return {"Auto-renewing", {{range_text(*risk.year.proven, *risk.year.possible)}}, note};
}

}  // namespace

void write_money(const AuditPage& input, Page& page) {
  const MoneySummary& money = input.report.money;
  const bool is_first_look = page.is(on::first_look);
  Facts facts;
  // At a first look little was looked at, and the year's spend stands above.
  if (!is_first_look || input.report.off_strategy) facts.rows.push_back(off_strategy_fact(input.report));
  const bool is_said = input.report.waterfall && money.total_cost && money.tools_without_cost == 0;
  if (!is_first_look || !is_said) facts.rows.push_back(total_fact(money));
  const bool has_waste = money.recoverable.possible && money.recoverable.possible->minor != 0;
  if (has_waste || !is_first_look) facts.rows.push_back(waste_fact(money));
  const auto add = [&](const char* label, const MoneyRange& range, const char* note) {
    if (!range.possible || range.possible->minor == 0) return;
    facts.rows.push_back({label, {{range_text(*range.proven, *range.possible)}}, is_first_look ? "" : note});
  };
  const AtRisk& risk = money.at_risk;
  if (!is_zero(risk.year.possible) || risk.overdue.minor != 0)
    facts.rows.push_back(at_risk_fact(input.report, is_first_look));
  if (!input.report.waterfall) add("Value not shown", money.exposed, " a year has no demonstrated value");
  add("Opportunity", money.opportunity, " is an estimate or depends on a decision");
  if (money.sunk.minor != 0)
    facts.rows.push_back({"Sunk cost", {{money_text(money.sunk)}}, " of one-time costs, in no other figure"});
  if (!is_first_look) facts.remark = "These amounts are views of the same spend; do not add them up.";
  if (facts.rows.empty()) return;
  page.add(Heading{.title = "Money", .in = on::text | on::page});
  page.add(facts);
}

}  // namespace martech_audit::report
