#include "report/brief/choose.h"

#include <algorithm>
#include <functional>
#include <utility>

#include "martech_audit/decision.h"
#include "report/figures.h"

namespace martech_audit::report {
namespace {

constexpr std::size_t most_on_a_side = 3;

bool contains(const std::vector<std::uint32_t>& indices, std::uint32_t index) {
  return std::ranges::find(indices, index) != indices.end();
}

bool is_legal_duty(const Finding& finding, const AuditReport& report) {
  const Rule& rule = report.rules[finding.rule];
  return finding.severity >= Severity::high && rule.lane == Lane::risk && meaning(rule.act).is_duty;
}

// The gravest first; of those, what stays before what is to go.
std::vector<BriefDecision> open_duties(const AuditReport& report) {
  std::vector<BriefDecision> duties;
  for (const Decision& decision : report.decisions) {
    for (const std::uint32_t index : decision.findings) {
      const Finding& finding = report.findings[index];
      if (!is_legal_duty(finding, report)) continue;
      duties.push_back(
          {&decision, &finding, report.rules[finding.rule].act, true, contains(decision.if_it_stays, index)});
    }
  }
  std::ranges::stable_sort(duties, {}, [](const BriefDecision& duty) {
    return std::pair(-static_cast<int>(duty.finding->severity), duty.ends_later);
  });
  return duties;
}

// What can stop being paid in full, what is possible or without shown value by half; in half minor units. Of
// what nobody can say anything, what is at stake.
std::int64_t idle_money(const Decision& decision) {
  const DecisionMoney& waste = decision.of(MoneyClass::recoverable);
  const std::int64_t doubtful =
      std::max({waste.possible.minor, decision.of(MoneyClass::exposed).possible.minor,
                decision.of(MoneyClass::opportunity).possible.minor});
  const std::int64_t idle = saturating_add(doubtful, waste.proven.minor);
  return idle == 0 && decision.at_stake ? decision.at_stake->minor : idle;
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
  if (due == pool.end() || is_petty(idle_money(**due) / 2, report)) return;
  const auto last = pool.begin() + static_cast<std::ptrdiff_t>(places - 1);
  if (due > last) std::rotate(last, due, due + 1);
}

const Finding& leading(const Decision& decision, const AuditReport& report) {
  return report.findings[decision.findings.front()];
}

// The end of a tool decides nothing about what is open until then.
bool is_decided(const Finding& finding, const std::vector<BriefDecision>& rows, const AuditReport& report) {
  const auto index = static_cast<std::uint32_t>(&finding - report.findings.data());
  return std::ranges::any_of(rows, [&](const BriefDecision& row) {
    if (row.is_duty) return row.finding == &finding;
    return contains(row.decision->findings, index) && !contains(row.decision->if_it_stays, index);
  });
}

std::vector<const Finding*> undecided(std::uint32_t rule, const std::vector<BriefDecision>& rows,
                                      const AuditReport& report) {
  std::vector<const Finding*> findings;
  for (const Finding& finding : report.findings) {
    if (finding.rule == rule && !is_decided(finding, rows, report)) findings.push_back(&finding);
  }
  return findings;
}

}  // namespace

std::vector<BriefDecision> board_decisions(const AuditReport& report) {
  std::vector<const Decision*> chosen = by_money(report);
  const std::vector<BriefDecision> duties = open_duties(report);
  const std::size_t places = most_on_a_side - (duties.empty() ? 0 : 1);
  if (chosen.size() > places) {
    keep_a_place_for_due(chosen, places, report);
    chosen.resize(places);
  }
  std::stable_partition(chosen.begin(), chosen.end(),
                        [](const Decision* decision) { return decision->lane == Lane::due; });
  std::vector<BriefDecision> rows;
  rows.reserve(chosen.size() + 1);
  for (const Decision* decision : chosen)
    rows.push_back({decision, &leading(*decision, report), decision->act});
  if (!duties.empty()) rows.push_back(duties.front());
  return rows;
}

std::vector<BriefRisk> board_risks(const AuditReport& report, const std::vector<BriefDecision>& decisions) {
  std::vector<BriefRisk> risks;
  const auto add = [&](const Finding& first) {
    const bool is_known = std::ranges::find(risks, first.rule, &BriefRisk::rule) != risks.end();
    if (risks.size() == most_on_a_side || is_known || is_decided(first, decisions, report)) return;
    risks.push_back({first.rule, undecided(first.rule, decisions, report)});
  };
  for (const BriefDecision& duty : open_duties(report)) add(*duty.finding);
  for (const Decision& decision : report.decisions) {
    if (decision.lane == Lane::risk) add(leading(decision, report));
  }
  return risks;
}

}  // namespace martech_audit::report
