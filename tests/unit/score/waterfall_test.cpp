#include "unit/score/spend_stack.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

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
