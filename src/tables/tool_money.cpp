#include "tables/tool_money.h"

#include <algorithm>

#include "base/arena.h"
#include "base/dates.h"
#include "martech_audit/money.h"
#include "score/summary.h"
#include "tables/row_values.h"

namespace martech_audit {
namespace {

std::int64_t minor_or_zero(const Value& value, Currency currency) {
  const auto money = money_or_none(value, currency);
  return money ? money->minor : 0;
}

ToolMoney money_of(const Record& tool, const Inventory& inventory, const Facts& facts, Arena& scratch) {
  const auto fact = [&](std::string_view name) { return facts.of(tool, name, scratch); };
  const auto annual = money_or_none(fact("annual_cost"), inventory.currency());
  ToolMoney money;
  if (annual) money.annual = std::max<std::int64_t>(annual->minor, 0);
  money.basis = spend_basis(fact("spend_basis").as_text()).value_or(SpendBasis::none);
  money.year = minor_or_zero(fact("yearly_spend"), inventory.currency());
  money.excess = minor_or_zero(fact("unexplained_spend"), inventory.currency());
  // What may be too early to judge is no proof that money works.
  const Value early = fact("too_early");
  money.is_too_early = early.is_unknown() || early.as_boolean();
  money.is_petty = fact("petty").as_boolean();
  money.is_examined = fact("examined").as_boolean();
  for (const Value& target : items_of(fact("spend_targets")))
    money.targets.push_back(target.as_record()->index);
  return money;
}

std::optional<Commitment> commitment_of(const ToolRow& row, Date as_of) {
  // What came after an end that is over may renew on any day.
  const auto day = row.notice_by ? row.notice_by : row.is_past_its_end ? std::optional(as_of) : row.renews_on;
  if (!day || !row.possible_commitment || row.possible_commitment->minor <= 0) return std::nullopt;
  return Commitment{.days = days_since_epoch(*day) - days_since_epoch(as_of),
                    .is_overdue = row.notice_missed.value_or(false),
                    .proven = row.renewal_commitment ? row.renewal_commitment->minor : 0,
                    .possible = row.possible_commitment->minor};
}

// As facts/spend.cpp sums costs up: some tools that are free say nothing of those whose cost nobody gives.
void sum_up_costs(const AuditReport& report, SummaryInput& input) {
  std::int64_t total = 0;
  for (const ToolRow& row : report.tools) {
    if (!row.in_use) continue;
    if (!row.annual_cost) ++input.tools_without_cost;
    total = saturating_add(total, row.annual_cost ? std::max<std::int64_t>(row.annual_cost->minor, 0) : 0);
  }
  if (total > 0 || input.tools_without_cost == 0) input.total_cost = total;
}

}  // namespace

std::vector<ToolMoney> tool_money(const Inventory& inventory, const Facts& facts) {
  std::vector<ToolMoney> money;
  Arena scratch;
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    money.push_back(money_of(tool, inventory, facts, scratch));
    scratch.reset();
  }
  return money;
}

std::vector<ToolMoney> tool_money(const AuditReport& report) {
  std::vector<ToolMoney> money;
  for (const ToolRow& row : report.tools) {
    money.push_back({.annual = {},
                     .basis = row.spend_basis,
                     .year = row.yearly_spend,
                     .excess = row.unexplained_spend,
                     .is_too_early = row.too_early,
                     .is_petty = row.petty,
                     .is_examined = row.examined,
                     .targets = row.passes_on_to});
    if (row.annual_cost) money.back().annual = std::max<std::int64_t>(row.annual_cost->minor, 0);
  }
  return money;
}

void put_money(const ToolMoney& money, const std::vector<std::uint32_t>& row_of, ToolRow& row) {
  row.spend_basis = money.basis;
  row.yearly_spend = money.year;
  row.unexplained_spend = money.excess;
  row.too_early = money.is_too_early;
  row.petty = money.is_petty;
  row.examined = money.is_examined;
  for (const std::uint32_t target : money.targets) row.passes_on_to.push_back(row_of[target]);
  std::ranges::sort(row.passes_on_to);
}

Money sunk_costs(const Inventory& inventory, const Facts& facts) {
  Arena scratch;
  const Value sunk = facts.of(inventory.organisation(), "sunk_costs", scratch);
  return {minor_or_zero(sunk, inventory.currency()), inventory.currency()};
}

void sum_up_money(AuditReport& report) {
  SummaryInput input{.rules = report.rules,
                     .currency = report.currency,
                     .total_cost = {},
                     .sunk = report.money.sunk.minor,
                     .waterfall = report.waterfall ? &*report.waterfall : nullptr,
                     .commitments = {}};
  sum_up_costs(report, input);
  std::vector<Commitment> commitments;
  for (const ToolRow& row : report.tools) {
    const auto commitment = row.in_use ? commitment_of(row, report.as_of) : std::nullopt;
    if (commitment) commitments.push_back(*commitment);
  }
  input.commitments = commitments;
  report.money = summarise(input, report.findings, report.waived);
}

}  // namespace martech_audit
