#include "saved/recompute.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "findings/fingerprint.h"
#include "findings/order.h"
#include "martech_audit/money.h"
#include "score/comparable_key.h"
#include "score/gate.h"
#include "score/ledger.h"
#include "score/priority.h"
#include "score/score.h"
#include "tables/strategy.h"
#include "tables/tables.h"

namespace martech_audit::saved {
namespace {

// What each rule came to, its entities numbered as in their roster.
std::vector<RuleJudgements> judgements_of(const AuditReport& report) {
  std::vector<RuleJudgements> of_rule(report.rules.size());
  for (std::uint32_t i = 0; i < of_rule.size(); ++i) of_rule[i].rule = i;
  for (const RuleScore& score : report.score.rules) {
    for (const RankSpan& span : score.passed) {
      for (std::uint32_t rank = span.first; rank <= span.last; ++rank)
        of_rule[score.rule].judged.emplace_back(rank, Verdict::pass, 0);
    }
  }
  for (const auto* findings : {&report.findings, &report.waived}) {
    for (const Finding& finding : *findings)
      of_rule[finding.rule].judged.emplace_back(finding.entity_index, Verdict::gap, finding.degree);
  }
  for (const EvidenceGap& gap : report.evidence_missing) {
    RuleJudgements& judgements = of_rule[gap.rule];
    judgements.judged.emplace_back(gap.entity_index, Verdict::unknown, full_degree);
    judgements.at_organisation = gap.entity.kind != report.rules[gap.rule].scope;
  }
  for (RuleJudgements& judgements : of_rule)
    std::ranges::stable_sort(judgements.judged, {}, &Judgement::entity);
  return of_rule;
}

std::vector<std::optional<std::int64_t>> costs_of(const AuditReport& report) {
  std::vector<std::optional<std::int64_t>> costs;
  for (const ToolRow& row : report.tools) {
    costs.push_back(row.annual_cost ? std::optional(std::max<std::int64_t>(row.annual_cost->minor, 0))
                                    : std::nullopt);
  }
  return costs;
}

// As facts/spend.cpp sums costs up: some tools that are free say nothing of those whose cost nobody gives.
LedgerInput ledger_of(const AuditReport& report, std::span<const std::optional<std::int64_t>> costs) {
  LedgerInput input{report.rules, costs, report.currency, {}, 0};
  std::int64_t total = 0;
  for (std::size_t i = 0; i < costs.size(); ++i) {
    if (!report.tools[i].in_use) continue;
    if (!costs[i]) ++input.tools_without_cost;
    total = saturating_add(total, costs[i].value_or(0));
  }
  if (total > 0 || input.tools_without_cost == 0) input.total_cost = total;
  return input;
}

std::unordered_map<std::string_view, const Rule*> by_id(const std::vector<Rule>& rules) {
  std::unordered_map<std::string_view, const Rule*> index;
  for (const Rule& rule : rules) index.emplace(rule.id, &rule);
  return index;
}

// A setting says what the rule then has.
void restore_settings(AuditReport& report) {
  const auto rules = by_id(report.rules);
  for (RuleSetting& setting : report.rule_settings) {
    const auto rule = rules.find(setting.rule);
    if (rule == rules.end()) continue;
    if (setting.weight) setting.weight = rule->second->weight;
    if (setting.severity) setting.severity = rule->second->severity;
  }
}

// How many entries are stale only the baseline tells.
void restore_baseline(AuditReport& report) {
  if (!report.baseline) return;
  const auto of = [&](Novelty novelty) {
    return static_cast<std::uint32_t>(std::ranges::count(report.findings, novelty, &Finding::novelty));
  };
  report.baseline->known = of(Novelty::known);
  report.baseline->fresh = of(Novelty::fresh);
  report.baseline->worsened = of(Novelty::worsened);
}

void restore_order(AuditReport& report) {
  sort_findings(report.findings, report.rules);
  sort_findings(report.waived, report.rules);
  sort_evidence(report.evidence_missing, report.rules);
  report.first = order_by_value(report.findings, report.rules, report.money.total_cost);
}

}  // namespace

Points gap_under(const AuditReport& judged, const AuditReport& ruled) {
  std::vector<Rule> rules = judged.rules;
  const auto in_force = by_id(ruled.rules);
  for (Rule& rule : rules) {
    const auto same = in_force.find(rule.id);
    rule.weight = same == in_force.end() ? 0 : same->second->weight;
  }
  return make_score({rules, judgements_of(judged), costs_of(judged), {}}).score.gap();
}

AuditReport recomputed(AuditReport report) {
  const std::vector<RuleJudgements> judgements = judgements_of(report);
  const std::vector<std::optional<std::int64_t>> costs = costs_of(report);
  ScoreResult result = make_score({report.rules, judgements, costs, {}});
  for (auto* findings : {&report.findings, &report.waived}) {
    set_points(result, *findings);
    for (Finding& finding : *findings)
      finding.fingerprint =
          fingerprint(report.rules[finding.rule].id, finding.entity.kind, finding.entity.id);
  }
  set_points(result, report.evidence_missing);
  report.score = std::move(result.score);
  report.score.comparable_key = comparable_key(report.packs, report.rules, report.params);
  report.money = allocate(ledger_of(report, costs), report.findings, report.waived);
  sum_up_tools(report);
  sum_up_objectives(report);
  restore_order(report);
  restore_settings(report);
  restore_baseline(report);
  report.gate =
      evaluate(report.gate.limits, {report.score, report.money, report.findings, report.loosened.size()});
  return report;
}

}  // namespace martech_audit::saved
