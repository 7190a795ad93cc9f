// How the score is calculated, with the figures of this inventory.
#include <fmt/format.h>

#include <algorithm>

#include "base/text.h"
#include "report/figures.h"
#include "report/page/sections.h"
#include "report/phrases.h"

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

std::vector<Cell> rule_cells(const RuleScore& row, const AuditReport& report) {
  const Rule& rule = report.rules[row.rule];
  const auto count = [](std::uint64_t number) {
    return Cell{.text = {{grouped(number)}}, .sort = std::to_string(number)};
  };
  const auto points = [](Points number) {
    return Cell{.text = {{points_text(number)}}, .sort = std::to_string(number)};
  };
  return {{.text = {{rule.id, Ink::code}}},
          {.text = {{rule.dimension}}},
          {.text = {{std::to_string(rule.weight)}}},
          count(row.entities),
          count(row.gaps),
          count(row.unknowns),
          points(row.exposure),
          points(row.proven),
          points(row.unproven)};
}

std::string packs_and_inputs(const AuditReport& report) {
  std::string packs, inputs;
  for (const PackUse& pack : report.packs)
    packs += fmt::format("{}{} {}", packs.empty() ? "" : ", ", pack.id, pack.version);
  for (const InputFile& input : report.inputs)
    inputs += fmt::format(" {} (SHA-256 {}).", input.path, input.sha256);
  return fmt::format("Rule packs: {}. Inputs:{}", packs, inputs);
}

constexpr std::string_view method_text =
    "Each rule checks every entity it applies to. The 100 points are divided among the rules by weight, and "
    "each rule's points among its entities; for tools, half equally and half by annual cost. A failed check "
    "adds its points to the gap, in proportion to how far it fails. A check that cannot be decided because "
    "data is missing adds its points until the data is provided.";

}  // namespace

void write_method(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  const Score& score = report.score;
  page.add(Heading{.title = "How the score is calculated"});
  page.add(Paragraph{{{fmt::format(
      "{} In this report, {} made {} checks. The points of all findings add up to the proven gap, {}; the "
      "points of missing data make up the rest, {}.",
      method_text, counted(score.rules.size(), "rule"), grouped(score.judged), points_text(score.proven),
      unproven_text(score.proven, score.unproven))}}});
  if (const auto example = example_of(report)) page.add(Paragraph{{{*example}}});
  page.add(Table{.label = "Table of rules",
                 .columns = {{"Rule", ColumnKind::name},
                             {"Dimension"},
                             {"Weight", ColumnKind::number},
                             {"Checks", ColumnKind::number},
                             {"Failed", ColumnKind::number},
                             {"Undecided", ColumnKind::number},
                             {"Maximum", ColumnKind::number},
                             {"Proven", ColumnKind::number},
                             {"Unproven", ColumnKind::number}},
                 .size = score.rules.size(),
                 .row = [&](std::size_t i) { return rule_cells(score.rules[i], report); },
                 .noun = "rule"});
  page.add(Paragraph{
      {{"Money: each amount of waste is counted once; if several rules claim the same money, the ledger "
        "assigns it to the first. The other three amounts are overlapping views of the same spend."}}});
  page.add(Paragraph{{{packs_and_inputs(report) + " Comparable with reports that have the key ", Ink::faint},
                      {score.comparable_key, Ink::code},
                      {".", Ink::faint}}});
}

}  // namespace martech_audit::report
