#include "report/json_envelope.h"

#include <array>

#include "base/dates.h"
#include "report/figures.h"
#include "report/json_schema.h"

namespace martech_audit::report {
namespace {

using Layout = JsonWriter::Layout;

std::string_view outcome_of(const AuditReport& report) {
  if (!report.score.has_verdict()) return "no-verdict";
  return report.gate.passed ? "passed" : "failed";
}

}  // namespace

void Envelope::write_origin() {
  write_member(json_, "$schema", report_schema_id);
  write_member(json_, "schema_version", report_schema_version);
  json_.key("tool");
  json_.begin_object();
  write_member(json_, "name", "martech-audit");
  write_member(json_, "version", report_.tool_version);
  json_.end_object();
  write_member(json_, "as_of", to_string(report_.as_of));
  write_member(json_, "organisation", report_.organisation);
  write_member(json_, "currency", report_.currency.code());
  write_member(json_, "outcome", outcome_of(report_));
  lines("inputs", report_.inputs, [&](const InputFile& input) {
    json_.begin_object();
    write_member(json_, "path", input.path);
    write_member(json_, "sha256", input.sha256);
    json_.end_object();
  });
  lines("rule_packs", report_.packs, [&](const PackUse& pack) {
    json_.begin_object();
    write_member(json_, "id", pack.id);
    write_member(json_, "version", pack.version);
    write_member(json_, "sha256", pack.sha256);
    json_.end_object();
  });
  lines("benchmarks", report_.benchmarks, [&](const BenchmarkUse& set) {
    json_.begin_object();
    write_member(json_, "edition", set.edition);
    write_member(json_, "sha256", set.sha256);
    json_.end_object();
  });
  write_policy();
  write_params("parameters", report_.params);
  write_settings();
}

void Envelope::write_policy() {
  json_.key("policy");
  if (!report_.policy) return json_.null();
  json_.begin_object();
  write_member(json_, "path", report_.policy->path);
  write_member(json_, "sha256", report_.policy->sha256);
  json_.end_object();
}

void Envelope::write_settings() {
  json_.key("settings");
  json_.begin_object(Layout::lines);
  lines("rules", report_.rule_settings, [&](const RuleSetting& setting) {
    json_.begin_object();
    write_member(json_, "rule", setting.rule);
    json_.key("enabled");
    setting.enabled ? json_.boolean(*setting.enabled) : json_.null();
    json_.key("severity");
    setting.severity ? json_.string(name(*setting.severity)) : json_.null();
    json_.key("weight");
    setting.weight ? json_.integer(*setting.weight) : json_.null();
    json_.end_object();
  });
  write_params("parameters", report_.param_settings);
  json_.end_object();
}

void Envelope::write_rosters() {
  lines("entities", report_.rosters, [&](const Roster& roster) {
    json_.begin_object();
    write_member(json_, "kind", name(roster.kind));
    write_strings(json_, "ids", roster.ids);
    json_.end_object();
  });
}

void Envelope::write_score() {
  write_rosters();
  const Score& score = report_.score;
  json_.key("score");
  json_.begin_object(Layout::lines);
  write_member(json_, "model", score_model);
  points("gap", score.gap());
  points("proven", score.proven);
  points("unproven", score.unproven);
  points("exposure", score.exposure);
  points("gap_points", score.gap_points);
  json_.key("evidence");
  json_.begin_object();
  count("judged", score.judged);
  count("decided", score.decided);
  json_.key("share");
  json_.real(evidence_share(score));
  json_.end_object();
  write_member(json_, "comparable_key", score.comparable_key);
  lines("dimensions", score.dimensions, [&](const DimensionScore& dimension) { write_dimension(dimension); });
  lines("rules", score.rules, [&](const RuleScore& rule_score) { write_rule_score(rule_score); });
  json_.end_object();
}

void Envelope::write_dimension(const DimensionScore& score) {
  json_.begin_object();
  write_member(json_, "dimension", score.dimension);
  count("rules", score.rules);
  points("exposure", score.exposure);
  points("proven", score.proven);
  points("unproven", score.unproven);
  points("gap", score.gap());
  points("proven_gap", score.proven_gap());
  json_.end_object();
}

void Envelope::write_rule_score(const RuleScore& score) {
  json_.begin_object();
  write_member(json_, "rule", rule(score.rule).id);
  write_member(json_, "dimension", rule(score.rule).dimension);
  json_.key("weight");
  json_.integer(rule(score.rule).weight);
  count("entities", score.entities);
  count("gaps", score.gaps);
  count("unknowns", score.unknowns);
  points("exposure", score.exposure);
  points("proven", score.proven);
  points("unproven", score.unproven);
  write_array(json_, "passed", score.passed, [&](const RankSpan& span) {
    json_.begin_array();
    json_.unsigned_integer(span.first);
    json_.unsigned_integer(span.last);
    json_.end_array();
  });
  json_.end_object();
}

void Envelope::write_limits() {
  const GateOptions& limits = report_.gate.limits;
  const auto limit = [&](std::string_view key, const std::optional<double>& most) {
    json_.key(key);
    most ? json_.real(*most) : json_.null();
  };
  json_.key("limits");
  json_.begin_object();
  json_.key("fail_on");
  limits.fail_on ? json_.string(name(*limits.fail_on)) : json_.null();
  json_.key("fail_on_new");
  json_.boolean(limits.fail_on_new);
  limit("max_gap", limits.max_gap);
  limit("max_proven_gap", limits.max_proven_gap);
  limit("max_gap_points", limits.max_gap_points);
  limit("max_waste", limits.max_waste);
  json_.key("fail_on_loosened");
  json_.boolean(limits.fail_on_loosened);
  json_.key("fail_on_lost_evidence");
  json_.boolean(limits.fail_on_lost_evidence);
  json_.key("exit_zero");
  json_.boolean(limits.exit_zero);
  json_.end_object();
}

void Envelope::write_gate() {
  json_.key("gate");
  json_.begin_object();
  json_.key("passed");
  json_.boolean(report_.gate.passed);
  json_.key("exit_code");
  json_.integer(report_.gate.exit_code);
  write_array(json_, "reasons", report_.gate.reasons, [&](const Gate::Reason& reason) {
    json_.begin_object();
    write_member(json_, "code", reason.code);
    write_member(json_, "threshold", reason.threshold);
    write_member(json_, "actual", reason.actual);
    json_.end_object();
  });
  write_limits();
  json_.end_object();
  write_baseline();
}

void Envelope::write_baseline() {
  json_.key("baseline");
  if (!report_.baseline) return json_.null();
  json_.begin_object();
  write_member(json_, "path", report_.baseline->path);
  count("known", report_.baseline->known);
  count("new", report_.baseline->fresh);
  count("worsened", report_.baseline->worsened);
  count("stale", report_.baseline->stale);
  json_.end_object();
}

void Envelope::write_severities(std::string_view key, const std::vector<Finding>& findings) {
  std::array<std::uint64_t, severities_worst_first.size()> counts{};
  Points sum = 0;
  for (const Finding& finding : findings) {
    ++counts[static_cast<std::size_t>(finding.severity)];
    sum += finding.points;
  }
  json_.key(key);
  json_.begin_object();
  count("total", findings.size());
  for (const Severity severity : severities_worst_first) {
    count(name(severity), counts[static_cast<std::size_t>(severity)]);
  }
  points("points", sum);
  json_.end_object();
}

void Envelope::write_money_summary() {
  const MoneySummary& summary = report_.money;
  json_.key("money");
  json_.begin_object(Layout::lines);
  money("total_cost", summary.total_cost);
  count("tools_without_cost", summary.tools_without_cost);
  money("recoverable", summary.recoverable);
  money("at_risk", summary.at_risk);
  money("exposed", summary.exposed);
  money("opportunity", summary.opportunity);
  money("waived", summary.waived);
  json_.end_object();
}

void Envelope::write_off_strategy() {
  json_.key("spend_off_strategy");
  if (!report_.off_strategy) return json_.null();
  json_.begin_object();
  money("off", report_.off_strategy->off);
  money("total", report_.off_strategy->total);
  json_.key("share");
  json_.real(report_.off_strategy->share());
  json_.end_object();
}

void Envelope::write_spend_by_objective() {
  if (!report_.spend_by_objective) {
    json_.key("spend_by_objective");
    return json_.null();
  }
  lines("spend_by_objective", *report_.spend_by_objective, [&](const ObjectiveSpend& row) {
    json_.begin_object();
    write_member(json_, "name", row.objective);
    money("annual_cost", row.annual_cost);
    json_.end_object();
  });
}

void Envelope::write_summary() {
  const auto write_row = [&](const SpendRow& row) { write_spend(json_, row); };
  json_.key("summary");
  json_.begin_object(Layout::lines);
  count("tools", report_.tools.size());
  write_severities("findings", report_.findings);
  write_severities("waived", report_.waived);
  write_money_summary();
  write_off_strategy();
  lines("spend_by_category", report_.spend_by_category, write_row);
  lines("spend_by_department", report_.spend_by_department, write_row);
  write_spend_by_objective();
  json_.end_object();
}

}  // namespace martech_audit::report
