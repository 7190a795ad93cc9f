#include "report_builder.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "base/sha256.h"
#include "martech_audit/reporter.h"
#include "rules/default_act.h"
#include "tables/decide.h"

namespace martech_audit::test {
namespace {

std::string fingerprint(std::string_view rule, const EntityRef& entity) {
  return sha256_hex(std::string(rule) + "/" + std::string(entity.id)).substr(0, 32);
}

}  // namespace

ReportBuilder::ReportBuilder(std::string_view organisation) {
  report_.tool_version = "0.1.0";
  report_.as_of = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
  report_.organisation = organisation;
  report_.currency = *Currency::parse("EUR");
  report_.packs.push_back({"core", "1.0.0", sha256_hex("core")});
  report_.benchmarks.push_back({"2026.1", sha256_hex("benchmarks")});
  report_.score.comparable_key = sha256_hex("key");
  report_.memory.push_back(arena_);
  MoneySummary& sums = report_.money;
  for (MoneyRange* range : {&sums.recoverable, &sums.at_risk.year, &sums.exposed, &sums.opportunity})
    *range = {money(0), money(0)};
  for (Money* sum : {&sums.unexamined, &sums.at_risk.overdue, &sums.sunk, &sums.waived}) *sum = money(0);
}

Money ReportBuilder::money(std::int64_t major) const { return {major * 100, report_.currency}; }

SourcePtr ReportBuilder::source(std::string name, std::string text) {
  SourcePtr made = std::make_shared<const Source>(std::move(name), std::move(text));
  report_.inputs.push_back({made->name(), sha256_hex(made->text())});
  report_.memory.push_back(made);
  return made;
}

const Waiver& ReportBuilder::waiver(Waiver waiver) {
  const auto made = std::make_shared<const Waiver>(std::move(waiver));
  report_.memory.push_back(made);
  return *made;
}

void ReportBuilder::rule(RuleSpec spec) {
  Rule rule;
  rule.id = std::move(spec.id);
  rule.pack = "core";
  rule.title = std::move(spec.title);
  rule.dimension = std::move(spec.dimension);
  rule.severity = spec.severity;
  rule.effort = spec.effort;
  const rules::ActAndLane standard = rules::default_act(rule);
  rule.act = spec.act.value_or(standard.act);
  rule.lane = spec.lane.value_or(standard.lane);
  rule.weight = default_weight(spec.severity);
  rule.condition = "has(tool.owner)";
  rule.message = "{tool.name}";
  rule.why = "It matters.";
  rule.fix = std::move(spec.fix);
  rule.since = "1.0.0";
  report_.rules.push_back(std::move(rule));
}

std::uint32_t ReportBuilder::index_of(std::string_view rule) const {
  for (std::uint32_t i = 0; i < report_.rules.size(); ++i) {
    if (report_.rules[i].id == rule) return i;
  }
  throw std::logic_error("no rule " + std::string(rule));
}

void ReportBuilder::finding(const FindingSpec& spec) {
  Finding finding;
  finding.rule = index_of(spec.rule);
  finding.severity = spec.severity.value_or(report_.rules[finding.rule].severity);
  finding.points = spec.points;
  finding.entity = spec.entity;
  finding.message = spec.message;
  finding.claims = spec.claims;
  finding.place = spec.place;
  const std::string print = fingerprint(spec.rule, spec.entity);
  std::copy(print.begin(), print.end(), finding.fingerprint.begin());
  const std::string greater = fingerprint(spec.explained_by, spec.entity);
  if (!spec.explained_by.empty()) finding.explained_by = arena_->copy(std::string_view(greater));
  finding.waiver = spec.waiver;
  (spec.waiver == nullptr ? report_.findings : report_.waived).push_back(std::move(finding));
}

void ReportBuilder::missing(std::string_view rule, EntityRef entity, Points points,
                            std::initializer_list<MissingField> fields) {
  const auto kept = arena_->make<EvidenceGap::Field>(fields.size());
  auto next = kept.begin();
  for (const MissingField& field : fields) {
    const bool own = field.entity.kind == entity.kind && field.entity.id == entity.id;
    *next++ = {own ? nullptr : arena_->copy(field.entity), field.path, field.outdated};
  }
  report_.evidence_missing.push_back({index_of(rule), entity, 0, points, kept});
}

void ReportBuilder::tool(ToolRow row) {
  row.waste = money(0);
  report_.tools.push_back(std::move(row));
}

void ReportBuilder::list_entities() {
  std::set<std::string_view> tools;
  for (const ToolRow& row : report_.tools) tools.insert(row.tool.id);
  for (const auto* findings : {&report_.findings, &report_.waived}) {
    for (const Finding& finding : *findings) {
      if (finding.entity.kind == EntityKind::tool) tools.insert(finding.entity.id);
    }
  }
  for (const EvidenceGap& gap : report_.evidence_missing) {
    if (gap.entity.kind == EntityKind::tool) tools.insert(gap.entity.id);
  }
  report_.rosters = {{EntityKind::organisation, {{}}}, {EntityKind::tool, {tools.begin(), tools.end()}}};
}

// The first tool of which the rule says nothing else.
std::vector<RankSpan> ReportBuilder::passed(std::uint32_t rule) const {
  const auto& ids = report_.rosters.back().ids;
  for (std::uint32_t rank = 0; rank < ids.size(); ++rank) {
    const auto is_it = [&](const auto& other) { return other.rule == rule && other.entity.id == ids[rank]; };
    if (std::ranges::none_of(report_.findings, is_it) && std::ranges::none_of(report_.waived, is_it) &&
        std::ranges::none_of(report_.evidence_missing, is_it)) {
      return {{rank, rank}};
    }
  }
  return {};
}

void ReportBuilder::score_rules() {
  Score& score = report_.score;
  score.exposure = 100 * points_per_point;
  const auto count = static_cast<Points>(report_.rules.size());
  for (std::uint32_t i = 0; i < report_.rules.size(); ++i) {
    RuleScore rule{i};
    rule.exposure = score.exposure / count + (i == 0 ? score.exposure % count : 0);
    for (const auto* findings : {&report_.findings, &report_.waived}) {
      for (const Finding& finding : *findings) {
        if (finding.rule != i) continue;
        ++rule.gaps;
        rule.proven += finding.points;
      }
    }
    for (const EvidenceGap& gap : report_.evidence_missing) {
      if (gap.rule != i) continue;
      ++rule.unknowns;
      rule.unproven += gap.points;
    }
    rule.passed = passed(i);
    rule.entities = rule.gaps + rule.unknowns + static_cast<std::uint32_t>(rule.passed.size());
    score.proven += rule.proven;
    score.unproven += rule.unproven;
    score.rules.push_back(rule);
  }
  score.judged = report_.findings.size() + report_.waived.size() + report_.evidence_missing.size() + decided_;
  score.decided = score.judged - report_.evidence_missing.size();
  score.gap_points = 40 * score.proven;
}

void ReportBuilder::score_dimensions() {
  std::map<std::string_view, DimensionScore> dimensions;
  for (const RuleScore& rule : report_.score.rules) {
    DimensionScore& dimension = dimensions[report_.rules[rule.rule].dimension];
    dimension.dimension = report_.rules[rule.rule].dimension;
    ++dimension.rules;
    dimension.exposure += rule.exposure;
    dimension.proven += rule.proven;
    dimension.unproven += rule.unproven;
  }
  for (const auto& [name, dimension] : dimensions) report_.score.dimensions.push_back(dimension);
}

void ReportBuilder::add_up_money() {
  MoneySummary& sums = report_.money;
  for (const auto* findings : {&report_.findings, &report_.waived}) {
    for (const Finding& finding : *findings) {
      const auto add = [](MoneyRange& range, std::int64_t minor) {
        range.proven->minor += minor;
        range.possible->minor += minor;
      };
      add(sums.recoverable, finding.waste());
      if (finding.waiver != nullptr) sums.waived.minor += finding.waste();
      for (const Claim& claim : finding.claims) {
        if (claim.money_class == MoneyClass::at_risk) add(sums.at_risk.year, claim.claimed.minor);
        if (claim.money_class == MoneyClass::exposed) add(sums.exposed, claim.claimed.minor);
        if (claim.money_class == MoneyClass::opportunity) add(sums.opportunity, claim.claimed.minor);
      }
    }
  }
  for (ToolRow& row : report_.tools) {
    for (const Finding& finding : report_.findings) {
      if (finding.entity.id != row.tool.id) continue;
      row.points += finding.points;
      row.waste.minor += finding.waste();
    }
    if (!row.annual_cost) {
      ++sums.tools_without_cost;
      continue;
    }
    if (!sums.total_cost) sums.total_cost = money(0);
    sums.total_cost->minor += row.annual_cost->minor;
  }
}

AuditReport ReportBuilder::build() {
  list_entities();
  score_rules();
  score_dimensions();
  add_up_money();
  report_.decisions = decide(report_);
  std::stable_sort(report_.evidence_missing.begin(), report_.evidence_missing.end(),
                   [](const EvidenceGap& a, const EvidenceGap& b) { return a.points > b.points; });
  return std::move(report_);
}

std::string written_as(std::string_view format, const AuditReport& report) {
  std::string text;
  find_reporter(format)->write(report, {}, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace martech_audit::test
