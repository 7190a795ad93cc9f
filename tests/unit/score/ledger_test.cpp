#include "score/ledger.h"

#include <algorithm>
#include <limits>
#include <map>

#include "support/catch.h"
#include "unit/score/money_cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

std::vector<std::int64_t> allocated(const std::vector<Finding>& findings) {
  std::vector<std::int64_t> minor;
  for (const Finding& one : findings) {
    for (const Claim& made : one.claims) minor.push_back(made.allocated.minor);
  }
  return minor;
}

using Amounts = std::vector<std::int64_t>;

// What each claim was granted, by names, and the summary.
std::string print(MoneyCase of) {
  const MoneySummary summary = of.settle();
  std::map<std::string, std::string> lines;
  for (const auto* list : {&of.findings, &of.waived}) {
    for (const Finding& one : *list) {
      std::string& line = lines[of.rules[one.rule].id + " " + std::string(name(one.entity.kind)) + " " +
                                std::string(one.entity.id)];
      for (const Claim& made : one.claims) line += " " + std::to_string(made.allocated.minor);
    }
  }
  std::string out;
  for (const auto& [key, line] : lines) out += key + line + "\n";
  for (const Money& money : {summary.recoverable, summary.at_risk, summary.exposed, summary.opportunity}) {
    out += money.to_string() + " ";
  }
  return out;
}

}  // namespace

// Tool of 1000: shelfware takes all of it, seats and plan go empty; the order of the findings is another one.
TEST_CASE("a tool given up leaves nothing for its seats and its plan") {
  MoneyCase of{licence_rules(),
               {1000},
               {},
               {on_tool(2, 0, {recoverable(300)}), on_tool(1, 0, {recoverable(400)}),
                on_tool(0, 0, {recoverable(1000)})},
               {}};
  const MoneySummary summary = of.settle();
  CHECK(allocated(of.findings) == Amounts{0, 0, 1000});
  CHECK(summary.recoverable == euros(1000));
  CHECK(summary.total_cost == euros(1000));
  CHECK(of.findings[1].claims[0].claimed == euros(400));
  CHECK(of.findings[2].waste() == 1000);
}

// Tool of 1000: seats 700 first though the plan claims more (900), which gets the 300 that are left.
TEST_CASE("causes are served before what they explain, whatever the amounts") {
  MoneyCase of{licence_rules(),
               {1000},
               {},
               {on_tool(2, 0, {recoverable(900)}), on_tool(1, 0, {recoverable(700)})},
               {}};
  CHECK(of.settle().recoverable == euros(1000));
  CHECK(allocated(of.findings) == Amounts{300, 700});
}

TEST_CASE("of rules that say nothing of each other the larger claim is served first, then the smaller id") {
  const auto grants = [](std::int64_t a_loner, std::int64_t shelfware) {
    MoneyCase of{licence_rules(),
                 {1000},
                 {},
                 {on_tool(0, 0, {recoverable(shelfware)}), on_tool(3, 0, {recoverable(a_loner)})},
                 {}};
    of.settle();
    return allocated(of.findings);
  };
  CHECK(grants(600, 800) == Amounts{800, 200});
  CHECK(grants(800, 600) == Amounts{200, 800});
  CHECK(grants(700, 700) == Amounts{300, 700});
}

TEST_CASE("claims that fit are granted in full, each tool by itself") {
  MoneyCase of{licence_rules(),
               {1000, 50},
               {},
               {on_tool(1, 0, {recoverable(400), recoverable(100)}), on_tool(1, 1, {recoverable(60)}),
                on_tool(2, 0, {recoverable(500)})},
               {}};
  CHECK(of.settle().recoverable == euros(1050));
  CHECK(allocated(of.findings) == Amounts{400, 100, 50, 500});
}

TEST_CASE("a tool of unknown cost grants nothing") {
  MoneyCase of{licence_rules(), {std::nullopt, 10}, {}, {on_tool(0, 0, {recoverable(400)})}, {}};
  const MoneySummary summary = of.settle();
  CHECK(allocated(of.findings) == Amounts{0});
  CHECK(summary.recoverable == euros(0));
  CHECK(summary.total_cost == euros(10));
  CHECK(summary.tools_without_cost == 1);
  MoneyCase none{licence_rules(), {std::nullopt}, {}, {on_tool(0, 0, {recoverable(400)})}, {}};
  CHECK_FALSE(none.settle().total_cost.has_value());
}

// Total 1000, of which tools take 700: the organisation's 200 and the budget's 900 share 300, larger first.
TEST_CASE("recoverable claims on anything else share what the tools leave") {
  MoneyCase of{licence_rules(),
               {600, 400},
               {},
               {finding(3, {EntityKind::organisation, "", "Acme"}, 0, {recoverable(200)}),
                finding(3, {EntityKind::budget, "martech", "martech"}, 0, {recoverable(250)}),
                on_tool(0, 0, {recoverable(600)}), on_tool(1, 1, {recoverable(100)})},
               {}};
  CHECK(of.settle().recoverable == euros(1000));
  CHECK(allocated(of.findings) == Amounts{50, 250, 600, 100});
}

TEST_CASE("waived findings hold their money") {
  MoneyCase of{
      licence_rules(), {1000}, {}, {on_tool(1, 0, {recoverable(400)})}, {on_tool(0, 0, {recoverable(800)})}};
  const MoneySummary summary = of.settle();
  CHECK(allocated(of.findings) == Amounts{200});
  CHECK(allocated(of.waived) == Amounts{800});
  CHECK(summary.recoverable == euros(1000));
  CHECK(summary.waived == euros(800));
}

// Exposed: tools 500 + 90 = 590 (of the 500 and 300 on one tool the larger), the organisation says 550 of the
// same.
TEST_CASE("amounts that are not waste count once an entity, and once a kind of entity") {
  MoneyCase of{
      licence_rules(),
      {1000, 100},
      {},
      {on_tool(0, 0, {claim(MoneyClass::exposed, 300), claim(MoneyClass::at_risk, 70)}),
       on_tool(1, 0, {claim(MoneyClass::exposed, 500)}), on_tool(0, 1, {claim(MoneyClass::exposed, 90)}),
       finding(3, {EntityKind::organisation, "", "Acme"}, 0, {claim(MoneyClass::exposed, 550)}),
       on_tool(2, 1, {claim(MoneyClass::opportunity, 5000)})},
      {on_tool(3, 1, {claim(MoneyClass::at_risk, 8)})}};
  const MoneySummary summary = of.settle();
  CHECK(summary.exposed == euros(590));
  CHECK(summary.at_risk == euros(78));
  CHECK(summary.opportunity == euros(5000));
  CHECK(summary.recoverable == euros(0));
  CHECK(allocated(of.findings) == Amounts{300, 70, 500, 90, 550, 5000});
}

TEST_CASE("amounts below zero and beyond all sums do no harm") {
  constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();
  MoneyCase of{licence_rules(),
               {most, most},
               {},
               {on_tool(0, 0, {recoverable(-5)}), on_tool(1, 0, {recoverable(most)}),
                on_tool(1, 1, {recoverable(most)})},
               {}};
  const MoneySummary summary = of.settle();
  CHECK(allocated(of.findings) == Amounts{0, most, 0});
  CHECK(summary.recoverable == euros(most));
  CHECK(summary.total_cost == euros(most));
}

TEST_CASE("rules that explain each other still get an order") {
  std::vector<Rule> rules = licence_rules();
  rules[0].explained_by = {"unused-licences"};
  MoneyCase of{rules, {1000}, {}, {on_tool(0, 0, {recoverable(900)}), on_tool(1, 0, {recoverable(900)})}, {}};
  CHECK(of.settle().recoverable == euros(1000));
}

TEST_CASE("property: no tool grants more than it costs, all together no more than the total") {
  Random random(21);
  for (int i = 0; i < 500; ++i) {
    MoneyCase of = make_money_case(random);
    const MoneySummary summary = of.settle();
    std::map<std::uint32_t, std::int64_t> by_tool;
    std::int64_t all = 0;
    for (const auto* list : {&of.findings, &of.waived}) {
      for (const Finding& one : *list) {
        for (const Claim& made : one.claims) REQUIRE(made.allocated.minor <= made.claimed.minor);
        if (one.entity.kind == EntityKind::tool) by_tool[one.entity_index] += one.waste();
        all += one.waste();
      }
    }
    for (const auto& [tool, minor] : by_tool) REQUIRE(minor <= of.costs[tool].value_or(0));
    REQUIRE(all == summary.recoverable.minor);
    REQUIRE(all <= (summary.total_cost ? summary.total_cost->minor : 0));
    REQUIRE(summary.waived.minor <= all);
  }
}

TEST_CASE("property: a tool whose claims reach its cost is granted its cost, else its claims") {
  Random random(22);
  for (int i = 0; i < 500; ++i) {
    MoneyCase of = make_money_case(random);
    of.settle();
    std::map<std::uint32_t, std::pair<std::int64_t, std::int64_t>> by_tool;  // claimed, allocated
    for (const auto* list : {&of.findings, &of.waived}) {
      for (const Finding& one : *list) {
        if (one.entity.kind != EntityKind::tool) continue;
        auto& [claimed, granted] = by_tool[one.entity_index];
        for (const Claim& made : one.claims) {
          if (made.money_class == MoneyClass::recoverable) claimed += made.claimed.minor;
        }
        granted += one.waste();
      }
    }
    for (const auto& [tool, sums] : by_tool) {
      REQUIRE(sums.second == std::min(sums.first, of.costs[tool].value_or(0)));
    }
  }
}

TEST_CASE("property: the order of findings does not matter, nor does waiving them") {
  Random random(23);
  for (int i = 0; i < 500; ++i) {
    const MoneyCase of = make_money_case(random);
    MoneyCase other = of;
    random.shuffle(other.findings);
    random.shuffle(other.waived);
    REQUIRE(print(of) == print(other));
    other.findings.insert(other.findings.end(), other.waived.begin(), other.waived.end());
    other.waived.clear();
    REQUIRE(print(of) == print(other));
  }
}
