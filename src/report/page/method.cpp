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
  const auto practice = [](const Finding& finding) { return finding.points - finding.money_points; };
  const auto finding = std::ranges::max_element(report.findings, {}, practice);
  if (finding == report.findings.end() || practice(*finding) == 0) return std::nullopt;
  const auto row = std::ranges::find(report.score.rules, finding->rule, &RuleScore::rule);
  if (row == report.score.rules.end()) return std::nullopt;
  std::int64_t weights = 0;
  for (const RuleScore& other : report.score.rules) {
    if (other.exposure > 0) weights += report.rules[other.rule].weight;
  }
  const Rule& rule = report.rules[finding->rule];
  const double failed = static_cast<double>(finding->degree) / full_degree;
  const auto share = static_cast<Points>(static_cast<double>(practice(*finding)) / failed);
  return fmt::format(
      "For example, {} has weight {} of {}, so it accounts for {} of the {} practice points. It checked {} "
      "({} failed, {} undecided). One of them, “{}”, accounts for {} of these points and fails by {}, "
      "which adds {}.",
      rule.id, rule.weight, weights, points_phrase(row->exposure),
      points_text(report.score.practice.exposure), counted(row->entities, "entity", "entities"),
      grouped(row->gaps), grouped(row->unknowns), brief(finding->message, message_columns),
      points_text(share), share_text(failed), points_phrase(practice(*finding)));
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
          points(row.unproven),
          points(row.money)};
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
    "The gap has two halves. Practice: each rule checks every entity it applies to. Its points are divided "
    "among the rules by weight, and each rule's points among its entities; for tools, half equally and half "
    "by "
    "annual cost. A failed check adds its points to the gap, in proportion to how far it fails. Money: of a "
    "year's spend that is not too early to judge, the share that is waste, off strategy or unproven. What "
    "cannot be decided because data is missing adds its points until the data is provided.";

}  // namespace

void write_method(const AuditPage& input, Page& page) {
  const AuditReport& report = input.report;
  const Score& score = report.score;
  page.add(Heading{.title = "How the score is calculated"});
  page.add(Paragraph{{{fmt::format(
      "{} In this report, {} made {} checks. {} of the gap is proven; missing data makes up the rest, {}.",
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
                             {"Unproven", ColumnKind::number},
                             {"Money", ColumnKind::number}},
                 .size = score.rules.size(),
                 .row = [&](std::size_t i) { return rule_cells(score.rules[i], report); },
                 .noun = "rule"});
  page.add(
      Paragraph{{{"Money: each unit of spend is counted once; if several rules claim it, the waterfall "
                  "grants it to the "
                  "first. The other amounts are overlapping views of the same spend."}}});
  page.add(Paragraph{{{packs_and_inputs(report) + " Comparable with reports that have the key ", Ink::faint},
                      {score.comparable_key, Ink::code},
                      {".", Ink::faint}}});
}

}  // namespace martech_audit::report
