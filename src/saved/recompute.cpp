#include "saved/recompute.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

#include "findings/fingerprint.h"
#include "findings/order.h"
#include "score/comparable_key.h"
#include "score/gate.h"
#include "score/score_all.h"
#include "tables/decide.h"
#include "tables/strategy.h"
#include "tables/tables.h"
#include "tables/tool_money.h"

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

// Both halves of what was found under `rules`; findings and undecided rules get their points.
Scored score_of(AuditReport& report, std::span<const Rule> rules) {
  const std::vector<RuleJudgements> judgements = judgements_of(report);
  const std::vector<ToolMoney> money = tool_money(report);
  WaterfallInput spend{.rules = rules, .judgements = judgements, .tools = money, .currency = report.currency};
  if (report.waterfall) spend.unlisted = report.waterfall->unlisted;
  if (report.waterfall) spend.unassigned = report.waterfall->unassigned;
  if (report.waterfall) spend.budgeted = report.waterfall->budgeted;
  return score_all({.spend = spend, .money_share = report.score.money_share}, report.findings, report.waived,
                   report.evidence_missing);
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
  report.decisions = decide(report);
}

}  // namespace

Points gap_under(const AuditReport& judged, const AuditReport& ruled) {
  std::vector<Rule> rules = judged.rules;
  const auto in_force = by_id(ruled.rules);
  for (Rule& rule : rules) {
    const auto same = in_force.find(rule.id);
    rule.weight = same == in_force.end() ? 0 : same->second->weight;
  }
  AuditReport copy = judged;
  return score_of(copy, rules).score.gap();
}

AuditReport recomputed(AuditReport report) {
  Scored scored = score_of(report, report.rules);
  for (auto* findings : {&report.findings, &report.waived}) {
    for (Finding& finding : *findings)
      finding.fingerprint =
          fingerprint(report.rules[finding.rule].id, finding.entity.kind, finding.entity.id);
  }
  report.score = std::move(scored.score);
  report.score.comparable_key =
      comparable_key(report.packs, report.rules, report.params, report.score.money_share);
  report.waterfall = std::move(scored.waterfall);
  for (std::size_t i = 0; i < report.tools.size(); ++i)
    report.tools[i].spend = report.waterfall ? report.waterfall->tools[i].parts : SpendParts();
  sum_up_tools(report);
  sum_up_money(report);
  sum_up_objectives(report);
  restore_order(report);
  restore_settings(report);
  restore_baseline(report);
  report.gate =
      evaluate(report.gate.limits, {report.score, report.money, report.findings, report.loosened.size()});
  return report;
}

}  // namespace martech_audit::saved
