// Stacks small enough to pour by hand.
#include "unit/score/spend_stack.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

Finding of_organisation(std::uint32_t rule, SpendPart part, std::int64_t much) {
  Finding made = finding(rule, {EntityKind::organisation, "", ""}, 0, {});
  made.spend = SpendClaim{part, much, much};
  return made;
}

// What each finding, then each undecided rule, bears of the money: proven or unknown units.
std::string borne(Stack stack) {
  stack.score();
  const WaterfallInput input{.rules = stack.rules,
                             .judgements = stack.judgements,
                             .tools = stack.tools,
                             .currency = eur(),
                             .unlisted = stack.unlisted,
                             .budgeted = stack.budgeted};
  const WaterfallResult result = make_waterfall(input, stack.findings, {}, stack.evidence);
  std::string text;
  const auto put = [&](std::string_view rule, std::string_view tool, const SpendShare& share) {
    text += fmt::format("{}/{}", rule, tool);
    if (share.proven != 0) text += fmt::format(" {}", share.proven);
    if (share.unknown != 0) text += fmt::format(" open {}", share.unknown);
    text += "\n";
  };
  for (std::size_t i = 0; i < stack.findings.size(); ++i)
    put(stack.rules[stack.findings[i].rule].id, stack.findings[i].entity.id, result.findings[i]);
  for (std::size_t i = 0; i < stack.evidence.size(); ++i)
    put(stack.rules[stack.evidence[i].rule].id, stack.evidence[i].entity.id, result.evidence[i]);
  if (result.unattributed.unknown != 0) text += fmt::format("nobody {}\n", result.unattributed.unknown);
  return text;
}

std::string granted(Stack stack) {
  stack.score();
  std::string text;
  for (const Finding& one : stack.findings)
    text += fmt::format("{} {}, ", stack.rules[one.rule].id, one.waste());
  return text;
}

}  // namespace

TEST_CASE("a share is of what the claims before it leave") {
  CHECK(poured({{costs(100)}, {gap_of(2, 0, half), gap_of(3, 0, half)}}) ==
        "t0 off_strategy 50 unproven 25 working 25\nall off_strategy 50 unproven 25 working 25\n");
  CHECK(poured({{costs(100)}, {gap_of(1, 0, 20), gap_of(2, 0, half), gap_of(3, 0, whole_share)}}) ==
        "t0 waste 20 off_strategy 40 unproven 40\nall waste 20 off_strategy 40 unproven 40\n");
}

TEST_CASE("waste goes to the cause before the symptom, and to no one more than there is") {
  CHECK(granted({{costs(100)}, {gap_of(0, 0, 50), gap_of(1, 0, 60)}}) == "shelfware 50, idle-seats 50, ");
  CHECK(granted({{costs(100)}, {gap_of(0, 0, 500), gap_of(1, 0, 60)}}) == "shelfware 100, idle-seats 0, ");
  CHECK(granted({{costs(0)}, {gap_of(0, 0, 500)}}) == "shelfware 0, ");
  Stack equals{{costs(100)}, {gap_of(0, 0, 70), gap_of(1, 0, 80)}};
  equals.rules[1].explained_by.clear();
  CHECK(granted(equals) == "shelfware 20, idle-seats 80, ");
  equals.said[0].proven = equals.said[0].possible = 80;
  CHECK(granted(equals) == "shelfware 20, idle-seats 80, ");  // idle-seats stands first by its id
}

TEST_CASE("each finding bears what it took, each question what hangs on it") {
  CHECK(borne({{costs(100)}, {gap_of(1, 0, 30), gap_of(3, 0, half)}}) == "idle-seats/t0 30\nno-kpi/t0 35\n");
  CHECK(borne({{costs(100)}, {open(0, 0, 40), gap_of(3, 0, half)}}) ==
        "no-kpi/t0 50\nshelfware/t0 open 20\n");
  CHECK(borne({{costs(100)}, {open(0, 0, everything), open(3, 0, whole_share)}}) ==
        "shelfware/t0 open 100\nno-kpi/t0\n");
  // A gap that may be larger bears the rest itself, after what is undecided.
  CHECK(borne({{costs(100)}, {{1, 0, 10, 40}, open(3, 0, half)}}) ==
        "idle-seats/t0 10 open 30\nno-kpi/t0 open 30\n");
}

TEST_CASE("an enabling tool's money hangs on what its targets were found to be") {
  CHECK(borne({{costs(100), supports(60, {0})}, {gap_of(2, 0, whole_share)}}) == "no-objective/t0 160\n");
  CHECK(borne({{costs(100), supports(60, {0})}, {open(2, 0, whole_share)}}) == "no-objective/t0 open 160\n");
  // Half of what is passed on to t0 and half to t1; each stops at its own finding.
  CHECK(borne({{costs(100), costs(100), supports(60, {0, 1})},
               {gap_of(2, 0, whole_share), gap_of(3, 1, half)}}) == "no-objective/t0 130\nno-kpi/t1 65\n");
}

TEST_CASE("what an enabling tool claims itself comes before its targets") {
  CHECK(poured({{costs(100), costs(100), supports(100, {0, 1})},
                {gap_of(2, 2, half), gap_of(2, 0, whole_share)}}) ==
        "t0 off_strategy 100\nt1 working 100\nt2 off_strategy 75 working 25\n"
        "all off_strategy 175 working 125\n");
}

TEST_CASE("money passes through several tools, and ends where the last of them says") {
  CHECK(poured({{costs(80), supports(40, {0}), supports(20, {1}), supports(10, {2, 0})},
                {gap_of(3, 0, half)}}) ==
        "t0 unproven 40 working 40\nt1 unproven 20 working 20\nt2 unproven 10 working 10\n"
        "t3 unproven 5 working 5\nall unproven 75 working 75\n");
}

TEST_CASE("a circle, which only a damaged report has, is cut and loses nothing") {
  Stack ring{{supports(30, {1}), supports(30, {2}), supports(30, {0})}, {gap_of(2, 1, whole_share)}};
  ring.score();
  check_sums(ring);
  CHECK(ring.scored.waterfall->all.total() == 90);
  Stack self{{supports(30, {0})}, {gap_of(3, 0, half)}};
  self.score();
  check_sums(self);
}

TEST_CASE("payments to nobody's vendors are off strategy where a rule finds so, else not known") {
  const auto parts_of = [](bool is_found) {
    Stack stack{{costs(100)}, {}, 20};
    stack.rules.push_back(rule("unlisted", 20, EntityKind::organisation));
    stack.rules.back().spend = {SpendPart::off_strategy, "1.0"};
    if (is_found) stack.findings.push_back(of_organisation(5, SpendPart::off_strategy, 20));
    return poured(stack) + borne(stack);
  };
  CHECK(parts_of(true) == "t0 working 100\nall off_strategy 20 working 100\nunlisted/ 20\n");
  CHECK(parts_of(false) == "t0 working 100\nall working 100 not_known 20\nnobody 20\n");
}

TEST_CASE("of an organisation only what is off strategy accounts for payments to others") {
  Stack stack{{costs(100)}, {}, 20};
  stack.rules.push_back(rule("unlisted", 20, EntityKind::organisation));
  stack.findings.push_back(of_organisation(5, SpendPart::unproven, 20));
  CHECK(borne(stack) == "unlisted/\nnobody 20\n");
}

TEST_CASE("a budget beyond all that is listed hangs on nobody, and one below is no matter") {
  CHECK(borne({{costs(100)}, {}, 0, 130}) == "nobody 30\n");
  CHECK(borne({{costs(100)}, {}, 30, 130}) == "nobody 30\n");
  CHECK(borne({{costs(100)}, {}, 0, 100}) == "");
}

TEST_CASE("an estimate hangs on the question of the cost, else on the first question, else on nobody") {
  const Stack asked{{costs(100), unknown_cost()}, {open(3, 1, whole_share), gap_of(4, 1, whole_share)}};
  CHECK(borne(asked) == "cost-unknown/t1 open 100\nno-kpi/t1\n");
  CHECK(borne({{costs(100), unknown_cost()}, {open(3, 1, whole_share), open(0, 1, 5)}}) ==
        "no-kpi/t1\nshelfware/t1 open 100\n");
  CHECK(borne({{costs(100), unknown_cost()}, {gap_of(3, 1, whole_share)}}) == "no-kpi/t1\nnobody 100\n");
}

TEST_CASE("what was paid beyond a stated cost hangs on the question of the cost") {
  ToolMoney more = costs(100);
  more.excess = 25;
  CHECK(borne({{more}, {gap_of(4, 0, whole_share)}}) == "cost-unknown/t0 open 25\n");
  CHECK(borne({{more}, {gap_of(0, 0, 100)}}) == "shelfware/t0 100\nnobody 25\n");
}

TEST_CASE("a rule that was put to the organisation for want of tools judges no tool") {
  Stack stack{{costs(100)}, {}};
  stack.at_organisation = 3;
  CHECK(poured(stack) == "t0 not_known 100\nall not_known 100\n");
}

TEST_CASE("the share of the money half is what the settings say, and none of it where nothing is judged") {
  const auto halves = [](Points share, bool is_early) {
    Stack stack{{costs(100)}, {gap_of(0, 0, 40)}};
    stack.money_share = share;
    stack.tools[0].is_too_early = is_early;
    if (is_early) stack.said.clear();
    stack.score();
    const Score& score = stack.scored.score;
    return fmt::format("{} + {}, {}", score.practice.exposure / point,
                       score.money ? fmt::format("{}", score.money->exposure / point) : "none",
                       score.money ? fmt::format("{}", score.money->proven / point) : "-");
  };
  CHECK(halves(50 * point, false) == "50 + 50, 20");
  CHECK(halves(25 * point, false) == "75 + 25, 10");
  CHECK(halves(100 * point, false) == "0 + 100, 40");
  CHECK(halves(0, false) == "100 + none, -");
  CHECK(halves(50 * point, true) == "100 + none, -");
}

TEST_CASE("money points go to the rule and dimension of what bears them") {
  Stack stack{{costs(100)}, {gap_of(0, 0, 40), open(3, 0, half)}};
  stack.score();
  std::string text;
  for (const RuleScore& one : stack.scored.score.rules) {
    if (one.money != 0) text += fmt::format("{} {} ", stack.rules[one.rule].id, one.money / point);
  }
  for (const DimensionScore& one : stack.scored.score.dimensions)
    text += fmt::format("{} {} ", one.dimension, one.money / point);
  // 40 waste, then half of 60 open: 20 and 15 of the 50 points.
  CHECK(text == "shelfware 20 no-kpi 15 measurement 15 spend 20 strategy 0 ");
  CHECK(stack.evidence[0].money_points == 15 * point);
}

TEST_CASE("what may be waste is counted for each tool") {
  Stack stack{{costs(100), costs(100)}, {gap_of(1, 0, 30), open(0, 0, everything), {1, 1, 10, 40}}};
  stack.score();
  CHECK(stack.scored.waterfall->tools[0].possible_waste == 100);
  CHECK(stack.scored.waterfall->tools[1].possible_waste == 40);
  CHECK(stack.scored.waterfall->tools[1].parts[SpendPart::waste] == 10);
}
