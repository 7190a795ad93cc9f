#include "score/waterfall.h"

#include <fmt/format.h>
#include <deque>

#include "score/score_all.h"
#include "support/catch.h"
#include "unit/score/cases.h"
#include "unit/score/money_cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

constexpr std::int64_t half = whole_share / 2;
constexpr std::int64_t everything = std::numeric_limits<std::int64_t>::max();

// Rules by their place: 0 shelfware, 1 idle-seats (waste), 2 no-objective (off strategy), 3 no-kpi
// (unproven), 4 cost-unknown (not known).
std::vector<Rule> spend_rules() {
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

ToolMoney costs(std::int64_t minor) {
  return {.annual = minor, .basis = SpendBasis::stated, .year = minor, .is_examined = true};
}
ToolMoney unknown_cost() { return {.annual = {}, .basis = SpendBasis::estimated}; }
ToolMoney supports(std::int64_t minor, std::vector<std::uint32_t> targets) {
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
Said gap_of(std::uint32_t rule, std::uint32_t tool, std::int64_t much) { return {rule, tool, much, much}; }
Said open(std::uint32_t rule, std::uint32_t tool, std::int64_t at_most) {
  return {rule, tool, 0, at_most, false};
}

constexpr std::array<std::string_view, 6> tool_ids{"t0", "t1", "t2", "t3", "t4", "t5"};

struct Stack {
  std::vector<ToolMoney> tools;
  std::vector<Said> said;
  std::int64_t unlisted = 0;
  std::optional<std::int64_t> budgeted = {};
  std::vector<Rule> rules = spend_rules();

  std::vector<Finding> findings = {};
  std::vector<EvidenceGap> evidence = {};
  Scored scored = {};

  SpendPart part_of(std::uint32_t number) const {
    return rules[number].spend ? rules[number].spend->part : SpendPart::waste;
  }

  // All that is not said passes.
  void score() {
    std::vector<RuleJudgements> judgements(rules.size());
    for (std::uint32_t r = 0; r < rules.size(); ++r) {
      judgements[r].rule = r;
      for (std::uint32_t t = 0; t < tools.size(); ++t) judgements[r].judged.push_back(pass(t));
    }
    for (const Said& one : said) {
      judgements[one.rule].judged[one.tool] = one.is_gap ? gap(one.tool) : ::unknown(one.tool);
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
                                  .budgeted = budgeted}},
                       findings, {}, evidence);
  }
};

// "t0 waste 30 working 70", a line a tool, then all of them and what was granted.
std::string poured(Stack stack) {
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
void check_sums(const Stack& stack) {
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

}  // namespace

TEST_CASE("each unit of a tool's cost goes to the first claim on it") {
  CHECK(poured({{costs(100)}, {}}) == "t0 working 100\nall working 100\n");
  CHECK(poured({{costs(100)}, {gap_of(1, 0, 30), gap_of(3, 0, half)}}) ==
        "t0 waste 30 unproven 35 working 35\nall waste 30 unproven 35 working 35\n");
  CHECK(poured({{costs(100)}, {gap_of(1, 0, 30), gap_of(0, 0, 100), gap_of(2, 0, whole_share)}}) ==
        "t0 waste 100\nall waste 100\n");
  CHECK(poured({{costs(100)}, {gap_of(2, 0, whole_share), gap_of(3, 0, whole_share)}}) ==
        "t0 off_strategy 100\nall off_strategy 100\n");
}

TEST_CASE("what only an open question makes a gap is not known") {
  CHECK(poured({{costs(100)}, {open(0, 0, everything)}}) == "t0 not_known 100\nall not_known 100\n");
  CHECK(poured({{costs(100)}, {open(1, 0, 40), gap_of(3, 0, half)}}) ==
        "t0 unproven 50 working 30 not_known 20\nall unproven 50 working 30 not_known 20\n");
  // Seats that may be idle were off strategy anyway.
  CHECK(poured({{costs(100)}, {open(1, 0, 40), gap_of(2, 0, whole_share)}}) ==
        "t0 off_strategy 100\nall off_strategy 100\n");
  CHECK(poured({{costs(100)}, {{1, 0, 10, 40}}}) ==
        "t0 waste 10 working 60 not_known 30\nall waste 10 working 60 not_known 30\n");
}

TEST_CASE("an enabling tool follows the tools it supports") {
  CHECK(poured({{costs(100), costs(200), supports(61, {0, 1})}, {gap_of(2, 0, whole_share)}}) ==
        "t0 off_strategy 100\nt1 working 200\nt2 off_strategy 30 working 31\n"
        "all off_strategy 130 working 231\n");
  CHECK(poured({{costs(100), supports(50, {0}), supports(20, {1})}, {open(3, 0, whole_share)}}) ==
        "t0 not_known 100\nt1 not_known 50\nt2 not_known 20\nall not_known 170\n");
  // Its own waste comes first; that of others is not its own.
  CHECK(poured({{costs(100), supports(50, {0})},
                {gap_of(1, 1, 20), gap_of(0, 0, 100), gap_of(3, 0, whole_share)}}) ==
        "t0 waste 100\nt1 waste 20 unproven 30\nall waste 120 unproven 30\n");
}

TEST_CASE("a cost that is not given is the mean of the others, and not known") {
  CHECK(poured({{costs(100), costs(201), unknown_cost()}, {gap_of(4, 2, whole_share)}}) ==
        "t0 working 100\nt1 working 201\nt2 not_known 151\nall working 301 not_known 151\n");
}

TEST_CASE("too early, petty, and never judged") {
  ToolMoney early = costs(100), petty = costs(1);
  early.is_too_early = true;
  petty.is_petty = true;
  CHECK(poured({{early, petty}, {gap_of(1, 0, 30)}}) ==
        "t0 waste 30 too_early 70\nt1 working 1\nall waste 30 too_early 70 working 1\n");
  Stack stack{{costs(100), petty}, {}};
  stack.rules[3].spend.reset();  // no rule on value is in force
  CHECK(poured(stack) == "t0 not_known 100\nt1 working 1\nall working 1 not_known 100\n");
}

TEST_CASE("what is paid outside of any tool") {
  CHECK(poured({{costs(100)}, {}, 20, 150}) == "t0 working 100\nall working 100 not_known 50\n");
  CHECK(poured({{costs(100)}, {}, 0, 90}) == "t0 working 100\nall working 100\n");
  ToolMoney more = costs(100);
  more.excess = 25;
  CHECK(poured({{more}, {}}) == "t0 working 100 not_known 25\nall working 100 not_known 25\n");
}

// 100 of 400 are waste, 60 too early; 100 / 340 of the money half.
TEST_CASE("the money half is the share of the judged spend that is a gap") {
  ToolMoney early = costs(60);
  early.is_too_early = true;
  Stack stack{{costs(100), costs(240), early}, {gap_of(0, 0, 100)}};
  stack.score();
  const Score& score = stack.scored.score;
  REQUIRE(score.money);
  CHECK(score.money->exposure == 50 * point);
  CHECK(score.money->gap() == 29'411'764'704);  // rounded down in points of the whole, of which it is twice
  CHECK(score.money->proven == 14'705'882'352);
  CHECK(score.practice.exposure == 50 * point);
  CHECK(score.gap() == score.practice.proven + score.money->proven);
  CHECK(stack.findings[0].money_points == score.money->proven);
  CHECK(stack.findings[0].waste() == 100);
  check_sums(stack);
}

TEST_CASE("without a known cost all of the money half is open, and without any spend there is none") {
  Stack open_costs{{unknown_cost(), unknown_cost()}, {gap_of(4, 0, whole_share)}};
  open_costs.score();
  CHECK(open_costs.scored.score.money->proven == 0);
  CHECK(open_costs.scored.score.money->unproven == 50 * point);
  CHECK(open_costs.scored.score.unattributed > 0);
  Stack free{{{.annual = 0, .basis = SpendBasis::free}}, {gap_of(0, 0, 0)}};
  free.score();
  CHECK_FALSE(free.scored.score.money);
  CHECK(free.scored.score.practice.exposure == 100 * point);
  Stack no_claims{{costs(100)}, {}};
  for (Rule& one : no_claims.rules) one.spend.reset(), one.money.clear();
  no_claims.score();
  CHECK_FALSE(no_claims.scored.score.money);
  CHECK_FALSE(no_claims.scored.waterfall);
}

namespace {

Stack random_stack(Random& random) {
  Stack stack;
  const auto tools = static_cast<std::uint32_t>(1 + random.below(5));
  for (std::uint32_t t = 0; t < tools; ++t) {
    stack.tools.push_back(random.chance(12) ? unknown_cost()
                                            : costs(static_cast<std::int64_t>(random.below(5000))));
    ToolMoney& tool = stack.tools.back();
    tool.is_too_early = random.chance(10);
    tool.is_petty = random.chance(10);
    if (random.chance(10)) tool.excess = static_cast<std::int64_t>(random.below(300));
    // What is supported comes before, so that money goes in no circle.
    for (std::uint32_t other = 0; other < t && random.chance(40); ++other) tool.targets.push_back(other);
  }
  for (std::uint32_t r = 0; r < 5; ++r) {
    for (std::uint32_t t = 0; t < tools; ++t) {
      if (random.chance(60)) continue;
      const std::int64_t most = r < 2 ? 5000 : whole_share;
      const auto much = static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(most) + 1));
      stack.said.push_back(random.chance(30) ? open(r, t, random.chance(30) && r < 2 ? everything : much)
                                             : gap_of(r, t, much));
    }
  }
  if (random.chance(20)) stack.unlisted = static_cast<std::int64_t>(random.below(500));
  return stack;
}

}  // namespace

TEST_CASE("property: points add up to the gap, and parts to the spend") {
  Random random(11);
  for (int i = 0; i < 2000; ++i) {
    Stack stack = random_stack(random);
    stack.score();
    if (!stack.scored.score.has_verdict()) continue;
    INFO("case " << i);
    check_sums(stack);
    for (const ToolSpend& tool : stack.scored.waterfall->tools) {
      for (const std::int64_t part : tool.parts.minor) CHECK(part >= 0);
      CHECK(tool.possible_waste >= tool.parts[SpendPart::waste]);
    }
  }
}

TEST_CASE("property: an answered question never widens the range, and a claim more never lowers it") {
  Random random(12);
  constexpr Points rounding = 1000;
  for (int i = 0; i < 1000; ++i) {
    Stack before = random_stack(random);
    if (before.said.empty()) continue;
    const std::size_t at = random.below(before.said.size());
    Stack as_gap = before, as_pass = before;
    as_gap.said[at] = gap_of(before.said[at].rule, before.said[at].tool, before.said[at].possible);
    as_pass.said.erase(as_pass.said.begin() + static_cast<std::ptrdiff_t>(at));
    for (Stack* stack : {&before, &as_gap, &as_pass}) stack->score();
    INFO("case " << i);
    CHECK(as_gap.scored.score.gap() <= before.scored.score.gap() + rounding);
    CHECK(as_pass.scored.score.gap() <= before.scored.score.gap() + rounding);
    CHECK(as_gap.scored.score.proven + rounding >= before.scored.score.proven);
    CHECK(as_pass.scored.score.gap() <= as_gap.scored.score.gap() + rounding);
  }
}

// A tool of share s without other findings, put on the shelf, costs at least half of 90% of s.
TEST_CASE("property: it feels money") {
  Random random(13);
  for (int i = 0; i < 500; ++i) {
    Stack before = random_stack(random);
    before.tools.push_back(costs(static_cast<std::int64_t>(1000 + random.below(9000))));
    const auto shelf = static_cast<std::uint32_t>(before.tools.size() - 1);
    if (shelf >= tool_ids.size() - 1) continue;
    Stack after = before;
    after.said.push_back(gap_of(0, shelf, before.tools[shelf].year));
    before.score();
    after.score();
    const SpendParts& all = before.scored.waterfall->all;
    const double judged = static_cast<double>(all.total() - all[SpendPart::too_early]);
    const double share = static_cast<double>(before.tools[shelf].year) / judged;
    const double rise =
        static_cast<double>(after.scored.score.gap() - before.scored.score.gap()) / points_per_point;
    INFO("case " << i << ", share " << share);
    if (share >= 0.01) CHECK(rise >= 0.5 * share * 90);
  }
}
