// How the score is calculated, with the figures of this inventory.
#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {
namespace {

// The finding of most points, step by step; none where nothing has any.
std::optional<std::string> example_of(const AuditReport& report) {
  const auto finding = std::ranges::max_element(report.findings, {}, &Finding::points);
  if (finding == report.findings.end() || finding->points == 0) return std::nullopt;
  const auto row = std::ranges::find(report.score.rules, finding->rule, &RuleScore::rule);
  if (row == report.score.rules.end()) return std::nullopt;
  std::int64_t weights = 0;
  for (const RuleScore& other : report.score.rules) {
    if (other.exposure > 0) weights += report.rules[other.rule].weight;
  }
  const Rule& rule = report.rules[finding->rule];
  const double failed = static_cast<double>(finding->degree) / full_degree;
  const auto share = static_cast<Points>(static_cast<double>(finding->points) / failed);
  return fmt::format(
      "For example, {} has weight {} of {}, so it accounts for {} of the 100 points. It checked {} "
      "({} failed, {} undecided). One of them, “{}”, accounts for {} of these points and fails by {}, "
      "which adds {}.",
      rule.id, rule.weight, weights, points_phrase(row->exposure),
      counted(row->entities, "entity", "entities"), grouped(row->gaps), grouped(row->unknowns),
      brief(finding->message, message_columns), points_text(share), share_text(failed),
      points_phrase(finding->points));
}

data rule_of(const RuleScore& row, const AuditReport& report) {
  const Rule& rule = report.rules[row.rule];
  data item;
  const auto put_count = [&](const std::string& key, std::uint32_t count) {
    put(item, key, grouped(count));
    put(item, key + "_sort", std::to_string(count));
  };
  const auto put_points = [&](const std::string& key, Points points) {
    put(item, key, points_text(points));
    put(item, key + "_sort", std::to_string(points));
  };
  put(item, "id", rule.id);
  put(item, "dimension", rule.dimension);
  put(item, "weight", std::to_string(rule.weight));
  put_count("entities", row.entities);
  put_count("gaps", row.gaps);
  put_count("unknowns", row.unknowns);
  put_points("exposure", row.exposure);
  put_points("proven", row.proven);
  put_points("unproven", row.unproven);
  return item;
}

}  // namespace

std::optional<data> method_data(const AuditReport& report, const Sink&) {
  const Score& score = report.score;
  data page;
  put(page, "method",
      fmt::format(
          "In this report, {} made {} checks. The points of all findings add up to the proven gap, {}; "
          "the points of missing data make up the rest, {}.",
          counted(score.rules.size(), "rule"), grouped(score.judged), points_text(score.proven),
          unproven_text(score.proven, score.unproven)));
  if (const auto example = example_of(report)) put(page, "example", *example);
  page.set("rules", list_of(score.rules, [&](const RuleScore& row) { return rule_of(row, report); }));
  std::string packs, inputs;
  for (const PackUse& pack : report.packs)
    packs += fmt::format("{}{} {}", packs.empty() ? "" : ", ", pack.id, pack.version);
  for (const InputFile& input : report.inputs)
    inputs += fmt::format("{} (SHA-256 {}). ", input.path, input.sha256);
  put(page, "packs", packs);
  put(page, "inputs", inputs);
  put(page, "comparable_key", score.comparable_key);
  return page;
}

}  // namespace martech_audit::report
