#include "score/summary.h"

#include <fmt/format.h>

#include <limits>

#include "support/catch.h"
#include "unit/score/money_cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

constexpr std::int64_t most = std::numeric_limits<std::int64_t>::max();

ToolSpend tool(std::int64_t waste, std::int64_t possible, std::int64_t working) {
  ToolSpend made;
  made.parts[SpendPart::waste] = waste;
  made.parts[SpendPart::working] = working;
  made.possible_waste = possible;
  made.is_examined = true;
  return made;
}
ToolSpend unexamined(ToolSpend tool) {
  tool.is_examined = false;
  return tool;
}
ToolSpend estimated(std::int64_t mean) {
  ToolSpend made;
  made.parts[SpendPart::not_known] = mean;
  made.is_examined = made.is_estimated = true;
  return made;
}

struct Books {
  std::vector<Rule> rules{rule("a", 10), rule("b", 10), rule("c", 10)};
  std::optional<std::int64_t> total = {};
  std::optional<Waterfall> waterfall = {};
  std::vector<Commitment> commitments = {};
  std::vector<Finding> findings = {};
  std::vector<Finding> waived = {};

  MoneySummary sum() {
    return summarise({.rules = rules,
                      .currency = eur(),
                      .total_cost = total,
                      .waterfall = waterfall ? &*waterfall : nullptr,
                      .commitments = commitments},
                     findings, waived);
  }
};

Waterfall of_tools(std::vector<ToolSpend> tools) {
  Waterfall made;
  made.currency = eur();
  for (const ToolSpend& tool : tools) {
    for (std::size_t i = 0; i < spend_part_count; ++i) made.all.minor[i] += tool.parts.minor[i];
  }
  made.tools = std::move(tools);
  return made;
}

// "30 to 50", "30" where they are the same, "not known".
std::string shown(const MoneyRange& range) {
  if (!range.proven || !range.possible) return range.proven || range.possible ? "half a range" : "not known";
  if (*range.proven == *range.possible) return fmt::format("{}", range.proven->minor);
  return fmt::format("{} to {}", range.proven->minor, range.possible->minor);
}

std::string waste(Books books) {
  const MoneySummary sums = books.sum();
  return sums.unexamined.minor == 0
             ? shown(sums.recoverable)
             : fmt::format("{}, unexamined {}", shown(sums.recoverable), sums.unexamined.minor);
}

Finding on(EntityKind kind, std::uint32_t number, std::uint32_t rule, const Claim& claim) {
  static constexpr std::array<std::string_view, 4> ids{"e0", "e1", "e2", "e3"};
  return finding(rule, {kind, ids[number], ids[number]}, number, {claim});
}

Claim range(MoneyClass money_class, std::int64_t claimed, std::int64_t possible) {
  Claim made = claim(money_class, claimed);
  made.possible = euros(possible);
  return made;
}

}  // namespace

TEST_CASE("waste is that of tools that say something of their use, and what others are proven to waste") {
  CHECK(waste({.waterfall = of_tools({tool(30, 50, 70), tool(0, 0, 9)})}) == "30 to 50");
  CHECK(waste({.waterfall = of_tools({tool(0, 0, 9)})}) == "0");
  CHECK(waste({.waterfall = of_tools({tool(30, 30, 70), unexamined(tool(5, 80, 75))})}) ==
        "35, unexamined 75");
  CHECK(waste({.waterfall = of_tools({tool(0, 0, 9), estimated(40)})}) == "0");
}

TEST_CASE("where not one tool could be examined waste is not known, and what it might be of is said") {
  CHECK(waste({}) == "not known");
  CHECK(waste({.waterfall = of_tools({})}) == "not known");
  CHECK(waste({.waterfall = of_tools({unexamined(tool(0, 100, 100))})}) == "not known, unexamined 100");
  CHECK(waste({.waterfall = of_tools({estimated(40)})}) == "not known");
  CHECK(waste({.waterfall = of_tools({unexamined(estimated(40))})}) == "not known");
  // A waste that is proven was examined, whoever says nothing of the rest.
  CHECK(waste({.waterfall = of_tools({unexamined(tool(1, 100, 99))})}) == "1, unexamined 99");
}

namespace {

// What the claims on other things than tools are granted, and the sum of all.
std::string granted(Books books) {
  const MoneySummary sums = books.sum();
  std::string text;
  for (const auto* list : {&books.findings, &books.waived}) {
    for (const Finding& one : *list) text += fmt::format("{} ", one.claims[0].allocated.minor);
  }
  return text + "of " + shown(sums.recoverable);
}

}  // namespace

TEST_CASE("claims on budgets and the organisation share what the tools leave of the total") {
  const auto claim_of = [](std::uint32_t number, std::uint32_t rule, std::int64_t minor) {
    return on(EntityKind::budget, number, rule, range(MoneyClass::recoverable, minor, minor));
  };
  const Waterfall forty = of_tools({tool(40, 40, 60)});
  CHECK(granted({.total = 100, .waterfall = forty, .findings = {claim_of(0, 0, 25)}}) == "25 of 65");
  CHECK(granted({.total = 100, .waterfall = forty, .findings = {claim_of(0, 0, 70)}}) == "60 of 100");
  // The larger one first, then by rule, then by entity.
  CHECK(granted({.total = 100, .waterfall = forty, .findings = {claim_of(0, 0, 40), claim_of(1, 1, 50)}}) ==
        "10 50 of 100");
  CHECK(granted({.total = 100, .waterfall = forty, .findings = {claim_of(0, 1, 40), claim_of(1, 0, 40)}}) ==
        "20 40 of 100");
  CHECK(granted({.total = 100, .waterfall = forty, .findings = {claim_of(1, 0, 40), claim_of(0, 0, 40)}}) ==
        "20 40 of 100");
  // Waived ones take their place among the others.
  CHECK(granted({.total = 100,
                 .waterfall = forty,
                 .findings = {claim_of(0, 0, 40)},
                 .waived = {claim_of(1, 0, 50)}}) == "10 50 of 100");
  CHECK(granted({.total = {}, .waterfall = forty, .findings = {claim_of(0, 0, 25)}}) == "0 of 40");
  CHECK(granted({.total = 30, .waterfall = forty, .findings = {claim_of(0, 0, 25)}}) == "0 of 40");
  CHECK(granted({.total = 100, .findings = {claim_of(0, 0, -25)}}) == "0 of 0");
}

TEST_CASE("a cause is served before what it explains, however small it is") {
  const auto claims = [](std::uint32_t first, std::uint32_t second) {
    return std::vector{on(EntityKind::budget, 0, first, range(MoneyClass::recoverable, 30, 30)),
                       on(EntityKind::budget, 1, second, range(MoneyClass::recoverable, 90, 90))};
  };
  Books books{.total = 100, .findings = claims(0, 1)};
  CHECK(granted(books) == "10 90 of 100");
  books.rules[1].explained_by = {"a"};
  CHECK(granted(books) == "30 70 of 100");
  // Through another rule as well.
  books.rules[1].explained_by = {"c"};
  books.rules[2].explained_by = {"a"};
  CHECK(granted(books) == "30 70 of 100");
  // Of rules that explain each other none is the cause: each is served all the same.
  books.rules[0].explained_by = {"b", "nowhere"};
  CHECK(granted(books).ends_with(" of 100"));
}

TEST_CASE("what a claim may come to is what it is granted at least, and what is left at most") {
  const auto possible = [](std::int64_t claimed, std::int64_t possible) {
    return granted(
        {.total = 100,
         .waterfall = of_tools({tool(40, 50, 60)}),
         .findings = {on(EntityKind::budget, 0, 0, range(MoneyClass::recoverable, claimed, possible))}});
  };
  CHECK(possible(10, 25) == "10 of 50 to 75");
  CHECK(possible(10, 5) == "10 of 50 to 60");
  CHECK(possible(0, 1000) == "0 of 40 to 110");
}

TEST_CASE(
    "exposed money is what the waterfall finds off strategy and unproven, at most what is not known, too") {
  Waterfall spend = of_tools({});
  spend.all[SpendPart::off_strategy] = 10;
  spend.all[SpendPart::unproven] = 20;
  spend.all[SpendPart::not_known] = 5;
  spend.all[SpendPart::waste] = 100;
  CHECK(shown(Books{.total = 200, .waterfall = spend}.sum().exposed) == "30 to 35");
  CHECK(shown(Books{.total = {}, .waterfall = spend}.sum().exposed) == "not known");
  CHECK(shown(Books{}.sum().exposed) == "not known");
}

namespace {

std::string opportunity(std::vector<Finding> findings, std::vector<Finding> waived = {}) {
  return shown(Books{.findings = std::move(findings), .waived = std::move(waived)}.sum().opportunity);
}

}  // namespace

TEST_CASE("of an entity the largest claim counts, and of kinds of entities the one with most") {
  const auto claim_on = [](EntityKind kind, std::uint32_t number, std::int64_t claimed,
                           std::int64_t possible) {
    return on(kind, number, 0, range(MoneyClass::opportunity, claimed, possible));
  };
  using enum EntityKind;
  CHECK(opportunity({}) == "0");
  CHECK(opportunity({claim_on(tool, 0, 10, 10), claim_on(tool, 1, 5, 7)}) == "15 to 17");
  CHECK(opportunity({claim_on(tool, 0, 10, 10), claim_on(tool, 0, 30, 30), claim_on(tool, 0, 20, 20)}) ==
        "30");
  CHECK(opportunity({claim_on(tool, 0, 10, 10)}, {claim_on(tool, 0, 30, 30), claim_on(tool, 1, 1, 1)}) ==
        "31");
  CHECK(opportunity({claim_on(tool, 0, 10, 10), claim_on(tool, 1, 10, 10), claim_on(team, 0, 19, 90)}) ==
        "20");
  CHECK(opportunity({claim_on(tool, 0, 10, 10), claim_on(team, 0, 11, 11)}) == "11");
  CHECK(opportunity({claim_on(tool, 0, -10, -10)}) == "0");
  CHECK(opportunity({on(tool, 0, 0, range(MoneyClass::exposed, 10, 10))}) == "0");
}

TEST_CASE("without a waterfall exposed money is the largest claims, where any cost is known") {
  const std::vector<Finding> claims{on(EntityKind::tool, 0, 0, range(MoneyClass::exposed, 10, 12))};
  CHECK(shown(Books{.total = 100, .findings = claims}.sum().exposed) == "10 to 12");
  CHECK(shown(Books{.total = {}, .findings = claims}.sum().exposed) == "not known");
}

namespace {

// "30: 5 to 9, 90: …, overdue 3"; rungs of nothing are left out.
std::string ladder(std::vector<Commitment> commitments) {
  const AtRisk risk = Books{.commitments = std::move(commitments)}.sum().at_risk;
  std::string text;
  for (const AtRiskRung& rung : risk.ladder) {
    const std::string amount = shown({rung.proven, rung.possible});
    if (amount != "0") text += fmt::format("{}: {}, ", rung.within_days, amount);
  }
  CHECK(risk.year == MoneyRange{risk.ladder.back().proven, risk.ladder.back().possible});
  return text + fmt::format("overdue {}", risk.overdue.minor);
}

}  // namespace

TEST_CASE("a commitment stands on every rung that its day reaches, and a missed one beside them") {
  const auto in = [](std::int64_t days) { return Commitment{days, false, 5, 9}; };
  CHECK(ladder({}) == "overdue 0");
  CHECK(ladder({in(-1)}) == "overdue 0");
  CHECK(ladder({in(0)}) == "30: 5 to 9, 90: 5 to 9, 365: 5 to 9, overdue 0");
  CHECK(ladder({in(30)}) == "30: 5 to 9, 90: 5 to 9, 365: 5 to 9, overdue 0");
  CHECK(ladder({in(31)}) == "90: 5 to 9, 365: 5 to 9, overdue 0");
  CHECK(ladder({in(90)}) == "90: 5 to 9, 365: 5 to 9, overdue 0");
  CHECK(ladder({in(91)}) == "365: 5 to 9, overdue 0");
  CHECK(ladder({in(365)}) == "365: 5 to 9, overdue 0");
  CHECK(ladder({in(366)}) == "overdue 0");
  CHECK(ladder({{-3, true, 5, 9}, {-1, true, 2, 2}}) == "overdue 7");
  CHECK(ladder({{-3, true, 5, 9}, in(40), in(200)}) == "90: 5 to 9, 365: 10 to 18, overdue 5");
}

TEST_CASE("waived waste is that which findings would be granted, and counts in the whole") {
  Finding waived = on_tool(0, 0, {recoverable(30)});
  waived.claims[0].allocated = euros(30);
  const MoneySummary sums = Books{.waterfall = of_tools({tool(30, 30, 70)}), .waived = {waived}}.sum();
  CHECK(sums.waived.minor == 30);
  CHECK(shown(sums.recoverable) == "30");
}

TEST_CASE("sums that no amount can hold stop at the largest one") {
  const MoneySummary sums = Books{
      .waterfall = of_tools({unexamined(tool(0, 0, most / 2)), tool(most / 2, most, 0)}),
      .commitments = {
          {1, false, most, most},
          {2, false, most, most},
          {-1, true, most, 0},
          {-2, true, 7, 0}}}.sum();
  CHECK(shown(sums.recoverable) == fmt::format("{} to {}", most / 2, most));
  CHECK(sums.at_risk.ladder[0].proven.minor == most);
  CHECK(sums.at_risk.ladder[2].possible.minor == most);
  CHECK(sums.at_risk.overdue.minor == most);
}
