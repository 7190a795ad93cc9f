// Small stacks and what the waterfall makes of them.
#pragma once

#include <fmt/format.h>

#include <array>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "score/score_all.h"
#include "score/waterfall.h"
#include "support/catch.h"
#include "unit/score/cases.h"
#include "unit/score/money_cases.h"

namespace martech_audit::score_test {

inline constexpr std::int64_t half = whole_share / 2;
inline constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

// Rules by their place: 0 shelfware, 1 idle-seats (waste), 2 no-objective (off strategy), 3 no-kpi
// (unproven), 4 cost-unknown (not known).
inline std::vector<Rule> spend_rules() {
  std::vector<Rule> rules{rule("shelfware", 30), rule("idle-seats", 20),
                          rule("no-objective", 20, EntityKind::tool, "strategy"),
                          rule("no-kpi", 20, EntityKind::tool, "measurement"), rule("cost-unknown", 10)};
  for (const std::size_t waste : {0, 1})
    rules[waste].money.push_back({MoneyClass::recoverable, "1.0", "", ""});
  rules[1].explained_by = {"shelfware"};
  rules[2].spend = {SpendPart::off_strategy, "1.0"};
  rules[3].spend = {SpendPart::unproven, "1.0"};
  rules[4].spend = {SpendPart::not_known, "1.0"};
  return rules;
}

inline ToolMoney costs(std::int64_t minor) {
  return {.annual = minor, .basis = SpendBasis::stated, .year = minor, .is_examined = true};
}
inline ToolMoney unknown_cost() { return {.annual = {}, .basis = SpendBasis::estimated}; }
inline ToolMoney supports(std::int64_t minor, std::vector<std::uint32_t> targets) {
  ToolMoney tool = costs(minor);
  tool.targets = std::move(targets);
  return tool;
}

// What a rule says of a tool: a gap where `proven` is above 0 or said to be one, else undecided.
struct Said {
  std::uint32_t rule;
  std::uint32_t tool;
  std::int64_t proven;
  std::int64_t possible;
  bool is_gap = true;
};
inline Said gap_of(std::uint32_t rule, std::uint32_t tool, std::int64_t much) {
  return {rule, tool, much, much};
}
inline Said open(std::uint32_t rule, std::uint32_t tool, std::int64_t at_most) {
  return {rule, tool, 0, at_most, false};
}

inline constexpr std::array<std::string_view, 6> tool_ids{"t0", "t1", "t2", "t3", "t4", "t5"};

struct Stack {
  std::vector<ToolMoney> tools;
  std::vector<Said> said;
  std::int64_t unlisted = 0;
  std::optional<std::int64_t> budgeted = {};
  std::vector<Rule> rules = spend_rules();
  Points money_share = 50 * point;
  std::optional<std::uint32_t> at_organisation = {};  // a rule that was put to no tool

  std::vector<Finding> findings = {};
  std::vector<EvidenceGap> evidence = {};
  std::vector<RuleJudgements> judgements = {};
  Scored scored = {};

  SpendPart part_of(std::uint32_t number) const {
    return rules[number].spend ? rules[number].spend->part : SpendPart::waste;
  }

  // All that is not said passes.
  void score() {
    judgements.resize(rules.size());
    for (std::uint32_t r = 0; r < rules.size(); ++r) {
      judgements[r].rule = r;
      judgements[r].at_organisation = at_organisation == r;
      for (std::uint32_t t = 0; t < tools.size(); ++t) judgements[r].judged.push_back(pass(t));
    }
    for (const Said& one : said) {
      judgements[one.rule].judged[one.tool] = one.is_gap ? gap(one.tool) : score_test::unknown(one.tool);
      const SpendClaim claim{part_of(one.rule), one.proven, one.possible};
      if (one.is_gap) {
        findings.push_back(on_tool(one.rule, one.tool, {}));
        if (claim.part == SpendPart::waste) findings.back().claims = {recoverable(one.proven)};
        findings.back().spend = claim;
      } else {
        evidence.push_back({one.rule, {EntityKind::tool, tool_ids[one.tool], ""}, one.tool, 0, {}, 0, claim});
      }
    }
    scored = score_all({.spend = {.rules = rules,
                                  .judgements = judgements,
                                  .tools = tools,
                                  .currency = eur(),
                                  .unlisted = unlisted,
                                  .budgeted = budgeted},
                        .money_share = money_share},
                       findings, {}, evidence);
  }
};

// "t0 waste 30 working 70", a line a tool, then all of them and what was granted.
inline std::string poured(Stack stack) {
  stack.score();
  const auto line = [](std::string_view who, const SpendParts& parts) {
    std::string text(who);
    for (std::size_t i = 0; i < spend_part_count; ++i) {
      if (parts.minor[i] != 0) text += fmt::format(" {} {}", name(static_cast<SpendPart>(i)), parts.minor[i]);
    }
    return text + "\n";
  };
  std::string text;
  const Waterfall& waterfall = *stack.scored.waterfall;
  for (std::size_t i = 0; i < waterfall.tools.size(); ++i)
    text += line(tool_ids[i], waterfall.tools[i].parts);
  return text + line("all", waterfall.all);
}

// Σ of findings, evidence and what nobody accounts for is the gap.
inline void check_sums(const Stack& stack) {
  const Score& score = stack.scored.score;
  Points points = score.unattributed, dimensions = score.unattributed;
  for (const Finding& finding : stack.findings) points += finding.points;
  for (const EvidenceGap& gap : stack.evidence) points += gap.points;
  for (const DimensionScore& dimension : score.dimensions) dimensions += dimension.points();
  CHECK(points == score.gap());
  CHECK(dimensions == score.gap());
  std::int64_t sum = stack.unlisted + stack.scored.waterfall->unaccounted;
  for (const ToolSpend& tool : stack.scored.waterfall->tools) sum += tool.parts.total();
  CHECK(sum == stack.scored.waterfall->all.total());
}

}  // namespace martech_audit::score_test
