#include "report/brief/choose.h"

#include <algorithm>
#include <functional>

#include "martech_audit/decision.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_on_a_side = 3;

bool is_duty(const Decision& decision) {
  return decision.lane == Lane::risk && meaning(decision.act).is_duty;
}

// What can stop being paid in full, what is possible or without shown value by half; in half minor units.
std::int64_t idle_money(const Decision& decision) {
  const DecisionMoney& waste = decision.of(MoneyClass::recoverable);
  const std::int64_t doubtful =
      std::max({waste.possible.minor, decision.of(MoneyClass::exposed).possible.minor,
                decision.of(MoneyClass::opportunity).possible.minor});
  return saturating_add(doubtful, waste.proven.minor);
}

std::vector<const Decision*> by_money(const AuditReport& report) {
  std::vector<const Decision*> pool;
  for (const Decision& decision : report.decisions) {
    const bool is_asked = decision.lane == Lane::due || decision.lane == Lane::money;
    if (is_asked && idle_money(decision) > 0) pool.push_back(&decision);
  }
  std::ranges::stable_sort(pool, std::greater(),
                           [](const Decision* decision) { return idle_money(*decision); });
  return pool;
}

// A deadline does not wait, so one place is for what is due, unless that is petty.
void keep_a_place_for_due(std::vector<const Decision*>& pool, std::size_t places, const AuditReport& report) {
  const auto is_due = [](const Decision* decision) { return decision->lane == Lane::due; };
  const auto due = std::ranges::find_if(pool, is_due);
  const double total = report.money.total_cost ? static_cast<double>(report.money.total_cost->minor) : 0;
  if (due == pool.end() || static_cast<double>(idle_money(**due)) / 2 <= petty_share * total) return;
  const auto last = pool.begin() + static_cast<std::ptrdiff_t>(places - 1);
  if (due > last) std::rotate(last, due, due + 1);
}

}  // namespace

const Rule& leading_rule(const Decision& decision, const AuditReport& report) {
  return report.rules[report.findings[decision.findings.front()].rule];
}

std::vector<const Decision*> board_decisions(const AuditReport& report) {
  std::vector<const Decision*> chosen = by_money(report);
  const auto duty = std::ranges::find_if(report.decisions, is_duty);
  const std::size_t places = most_on_a_side - (duty == report.decisions.end() ? 0 : 1);
  if (chosen.size() > places) {
    keep_a_place_for_due(chosen, places, report);
    chosen.resize(places);
  }
  std::stable_partition(chosen.begin(), chosen.end(),
                        [](const Decision* decision) { return decision->lane == Lane::due; });
  if (duty != report.decisions.end()) chosen.push_back(&*duty);
  return chosen;
}

std::vector<BriefRisk> board_risks(const AuditReport& report, const std::vector<const Decision*>& decisions) {
  std::vector<BriefRisk> risks;
  for (const Decision& decision : report.decisions) {
    if (decision.lane != Lane::risk || std::ranges::find(decisions, &decision) != decisions.end()) continue;
    const Rule* const rule = &leading_rule(decision, report);
    const auto same = std::ranges::find_if(
        risks, [&](const BriefRisk& risk) { return &leading_rule(*risk.decisions.front(), report) == rule; });
    same == risks.end() ? risks.push_back({{&decision}}) : same->decisions.push_back(&decision);
  }
  if (risks.size() > most_on_a_side) risks.resize(most_on_a_side);
  return risks;
}

}  // namespace martech_audit::report
