// Worked examples: each number is computed by hand in the comment above it.
#include "score/score.h"

#include "support/catch.h"
#include "unit/score/cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

std::vector<Points> points_of(const ScoreResult& result, std::size_t rule) {
  std::vector<Points> points;
  for (const PairPoints& pair : result.points[rule]) points.push_back(pair.points);
  return points;
}

}  // namespace

TEST_CASE("a rule over one tool gives all 100 points or none") {
  for (const auto& [judged, proven, unproven] :
       {std::tuple(pass(0), 0, 0), std::tuple(gap(0), 100, 0), std::tuple(unknown(0), 0, 100),
        std::tuple(gap(0, full / 4), 25, 0)}) {
    const Case one{{rule("r", 20)}, {{0, {judged}}}, {5000}, {}};
    const Score score = one.score().score;
    CHECK(score.proven == proven * point);
    CHECK(score.unproven == unproven * point);
    CHECK(score.gap() == (proven + unproven) * point);
    CHECK(score.has_verdict());
  }
}

// Costs 100, 300 and none: known sum K = 400 over k = 2, so the third counts 200 and the sum is 600.
// Exposure: 1/6 + 100/1200 = 1/4; 1/6 + 300/1200 = 5/12; 1/6 + 200/1200 = 1/3.
TEST_CASE("tools bear half by head, half by annual cost; an unknown cost is the mean of the known") {
  const Case three{{rule("r", 10)}, {{0, {gap(0), gap(1), unknown(2)}}}, {100, 300, std::nullopt}, {}};
  const ScoreResult result = three.score();
  CHECK(points_of(result, 0) == std::vector<Points>{25 * point, 41'666'666'667, 33'333'333'333});
  CHECK(result.score.proven == 66'666'666'667);
  CHECK(result.score.unproven == 33'333'333'333);
  CHECK(result.score.gap() == 100 * point);
}

// 100 points over 3 tools are 33.333333333 each and one billionth over, for the smallest id: by rank the
// third.
TEST_CASE("without a cost above zero tools count by head, ties go to the smaller id") {
  for (const Costs& costs : {Costs(3), Costs{0, 0, 0}, Costs{0, std::nullopt, 0}}) {
    Case three{{rule("r", 10)}, {{0, {gap(0), gap(1), gap(2)}}}, costs, {}};
    three.ranks[static_cast<std::size_t>(EntityKind::tool)] = {2, 1, 0};
    CHECK(points_of(three.score(), 0) == std::vector<Points>{33'333'333'333, 33'333'333'333, 33'333'333'334});
  }
}

TEST_CASE("costs count among the tools that a rule applies to, and only for tools") {
  // To tools 0 and 2 alone: costs 100 and 300, exposures 1/4 + 1/8 = 3/8 and 1/4 + 3/8 = 5/8.
  const Case tools{{rule("r", 10)}, {{0, {gap(0), pass(2)}, 1}}, {100, 1'000'000, 300}, {}};
  CHECK(points_of(tools.score(), 0) == std::vector<Points>{37'500'000'000});
  const Case teams{{rule("r", 10, EntityKind::team)}, {{0, {gap(0), pass(2)}, 1}}, {100, 1'000'000, 300}, {}};
  CHECK(points_of(teams.score(), 0) == std::vector<Points>{50 * point});
}

// Weights 40, 20 and 30; the rule of weight 30 applies to nothing and does not count, so W = 60.
// critical: 66.67 points over 2 objectives, one in gap by a half: 16.67. low: 33.33 over one organisation,
// unknown.
TEST_CASE("rules share the points by weight, those that apply to nothing do not count") {
  const Case three{{rule("critical", 40, EntityKind::objective, "strategy"), rule("idle", 30),
                    rule("medium", 20, EntityKind::organisation, "people")},
                   {{0, {gap(0, full / 2), pass(1)}}, {1, {}, 4}, {2, {unknown(0)}}},
                   {1, 2, 3, 4},
                   {}};
  const Score score = three.score().score;
  CHECK(score.proven == 16'666'666'667);  // half of 33.333333334, the cell of the smaller id
  CHECK(score.unproven == 33'333'333'333);
  CHECK(score.judged == 3);
  CHECK(score.decided == 2);
  CHECK(score.gap_points == 40 * point + 0 * point);
  REQUIRE(score.rules.size() == 2);
  CHECK(score.rules[0].rule == 0);
  CHECK(score.rules[0].exposure == 66'666'666'667);
  CHECK(score.rules[0].entities == 2);
  CHECK(score.rules[0].gaps == 1);
  CHECK(score.rules[1].rule == 2);
  CHECK(score.rules[1].exposure == 33'333'333'333);
  CHECK(score.rules[1].unknowns == 1);
}

TEST_CASE("dimensions are sorted and give their own gap") {
  const Case two{
      {rule("b", 10, EntityKind::organisation, "strategy"), rule("a", 30, EntityKind::team, "people"),
       rule("c", 0, EntityKind::organisation, "agility")},
      {{0, {pass(0)}}, {1, {gap(0), unknown(1), pass(2), pass(3)}}, {2, {gap(0)}}},
      {},
      {}};
  const Score score = two.score().score;
  REQUIRE(score.dimensions.size() == 2);  // agility has no rule that counts
  CHECK(score.dimensions[0].dimension == "people");
  CHECK(score.dimensions[0].rules == 1);
  CHECK(score.dimensions[0].exposure == 75 * point);
  CHECK(score.dimensions[0].proven == 18'750'000'000);
  CHECK(score.dimensions[0].gap() == 50 * point);
  CHECK(score.dimensions[0].proven_gap() == 25 * point);
  CHECK(score.dimensions[1].dimension == "strategy");
  CHECK(score.dimensions[1].gap() == 0);
}

TEST_CASE("a rule of weight 0 is judged and gives no points") {
  const Case info{
      {rule("info", 0), rule("real", 10)}, {{0, {gap(0), unknown(1)}}, {1, {pass(0)}}}, {1, 2}, {}};
  const ScoreResult result = info.score();
  CHECK(points_of(result, 0) == std::vector<Points>{0, 0});
  CHECK(result.score.gap() == 0);
  CHECK(result.score.judged == 3);
  CHECK(result.score.decided == 2);
  CHECK(result.score.gap_points == 0);
  CHECK(result.score.rules.size() == 2);
}

TEST_CASE("where nothing that counts is judged there is no verdict") {
  CHECK_FALSE(Case{}.score().score.has_verdict());
  CHECK_FALSE(Case{{rule("r", 10)}, {{0, {}, 3}}, {1, 2, 3}, {}}.score().score.has_verdict());
  CHECK_FALSE(Case{{rule("info", 0)}, {{0, {gap(0)}}}, {1}, {}}.score().score.has_verdict());
  CHECK(DimensionScore{}.gap() == 0);
}

TEST_CASE("a rule whose kind has no entities is one unknown at the organisation") {
  Case none{{rule("kpis", 20, EntityKind::kpi), rule("tools", 20)},
            {{0, {unknown(0)}, 0, true}, {1, {unknown(0)}, 0, true}},
            {},
            {}};
  const Score score = none.score().score;
  CHECK(score.unproven == 100 * point);
  CHECK(score.rules[0].exposure == 50 * point);
}

TEST_CASE("gap points are not diluted by clean entities") {
  Case few{{rule("r", 30)}, {{0, {gap(0), gap(1, full / 2), unknown(2)}}}, {1, 1, 1, 1, 1}, {}};
  const Score before = few.score().score;
  few.judgements[0].judged.push_back(pass(3));
  few.judgements[0].judged.push_back(pass(4));
  const Score after = few.score().score;
  CHECK(before.gap_points == 75 * point);  // 30 + 15 + 30
  CHECK(after.gap_points == 75 * point);
  CHECK(after.gap() < before.gap());
}

TEST_CASE("costs and weights at the end of their range do not overflow") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  constexpr std::uint32_t tools = 2000;
  Case hostile{{rule("r", std::numeric_limits<int>::max())}, {{0, {}}}, Costs(tools, most), {}};
  for (std::uint32_t i = 0; i < tools; ++i) hostile.judgements[0].judged.push_back(gap(i));
  const ScoreResult result = hostile.score();
  CHECK(result.score.proven == 100 * point);
  CHECK(points_of(result, 0) == std::vector<Points>(tools, point / 20));
  CHECK(result.score.gap_points == most);
}

TEST_CASE("a degree above full counts as full") {
  const Case one{{rule("r", 20)}, {{0, {gap(0, full + 7), pass(1)}}}, {1, 1}, {}};
  CHECK(one.score().score.gap() == 50 * point);
}

TEST_CASE("points reach findings and undecided rules by rule and entity") {
  const Case two{
      {rule("a", 10), rule("b", 10)}, {{0, {pass(0), gap(1)}}, {1, {unknown(0), pass(1)}}}, {7, 7}, {}};
  std::vector<Finding> findings(1);
  findings[0].rule = 0;
  findings[0].entity_index = 1;
  std::vector<EvidenceGap> evidence(1);
  evidence[0].rule = 1;
  const ScoreResult result = two.score();
  set_points(result, findings);
  set_points(result, evidence);
  CHECK(findings[0].points == 25 * point);
  CHECK(evidence[0].points == 25 * point);
}

TEST_CASE("what passed is told in spans of places by id, and nothing else is") {
  const auto passed = [](std::vector<std::uint32_t> ranks, std::vector<Judgement> judged,
                         bool at_organisation) {
    Case one{{rule("r", 20)}, {{0, std::move(judged), 0, at_organisation}}, {1, 1, 1, 1}, {}};
    one.ranks[static_cast<std::size_t>(EntityKind::tool)] = std::move(ranks);
    const ScoreResult result = one.score();
    std::string text;
    for (const RankSpan& span : result.score.rules.at(0).passed)
      text += std::to_string(span.first) + "-" + std::to_string(span.last) + " ";
    return text;
  };
  CHECK(passed({}, {pass(0), pass(1), pass(2), pass(3)}, false) == "0-3 ");
  CHECK(passed({}, {pass(0), gap(1), pass(2), pass(3)}, false) == "0-0 2-3 ");
  CHECK(passed({}, {gap(0), pass(1), unknown(2), pass(3)}, false) == "1-1 3-3 ");
  CHECK(passed({}, {pass(1), pass(3)}, false) == "1-1 3-3 ");
  CHECK(passed({}, {gap(0), unknown(3)}, false) == "");
  // The second by index is the first by id, and so on.
  CHECK(passed({2, 0, 1, 3}, {pass(0), pass(1), gap(2), pass(3)}, false) == "0-0 2-3 ");
  CHECK(passed({3, 2, 1, 0}, {pass(0), pass(1)}, false) == "2-3 ");
  // Where the kind has no entities the organisation stands for it, which has one place.
  CHECK(passed({3, 2, 1, 0}, {pass(0)}, true) == "0-0 ");
}

TEST_CASE("ranks are places in the sorted ids") {
  const std::vector<std::string_view> ids{"m", "a", "z", "a"};
  CHECK(id_ranks(ids) == std::vector<std::uint32_t>{2, 0, 3, 1});
  CHECK(id_ranks({}).empty());
}
