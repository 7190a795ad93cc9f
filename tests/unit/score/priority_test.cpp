#include "score/priority.h"

#include "support/catch.h"
#include "unit/score/money_cases.h"

using namespace martech_audit;
using namespace martech_audit::score_test;

namespace {

struct Row {
  std::string rule;
  Effort effort;
  Points points;
  std::int64_t waste = 0;
  Severity severity = Severity::medium;
  std::string_view entity = "tool";
};

struct Ordered {
  std::vector<std::uint32_t> order;
  std::vector<double> values;
  friend bool operator==(const Ordered&, const Ordered&) = default;
};

Ordered order(const std::vector<Row>& rows, std::optional<Money> total) {
  std::vector<Rule> rules;
  std::vector<Finding> findings;
  for (const Row& row : rows) {
    rules.push_back(rule(row.rule, 10));
    rules.back().effort = row.effort;
    Claim granted = recoverable(row.waste);
    granted.allocated = granted.claimed;
    findings.push_back(finding(static_cast<std::uint32_t>(findings.size()),
                               {EntityKind::tool, row.entity, ""}, 0, {granted}));
    findings.back().points = row.points;
    findings.back().severity = row.severity;
  }
  Ordered result;
  for (const Priority& priority : order_by_value(findings, rules, total)) {
    result.order.push_back(priority.finding);
    result.values.push_back(priority.value);
  }
  return result;
}

}  // namespace

// With total cost 1000: (6 + 100*0/1000)/3 = 2; (1 + 100*50/1000)/1 = 6; (8 + 100*240/1000)/8 = 4.
TEST_CASE("value for effort counts points and the share of waste") {
  const std::vector<Row> rows{{"a", Effort::medium, 6 * point, 0},
                              {"b", Effort::low, 1 * point, 50},
                              {"c", Effort::high, 8 * point, 240}};
  CHECK(order(rows, euros(1000)) == Ordered{{1, 2, 0}, {6, 4, 2}});
}

TEST_CASE("without a total cost money counts nothing") {
  const std::vector<Row> rows{{"a", Effort::low, 1 * point, 500}, {"b", Effort::low, 2 * point, 0}};
  CHECK(order(rows, std::nullopt) == Ordered{{1, 0}, {2, 1}});
  CHECK(order(rows, euros(0)) == Ordered{{1, 0}, {2, 1}});
}

TEST_CASE("ties go to severity, then rule id, then entity id") {
  const std::vector<Row> rows{{"b", Effort::low, point, 0, Severity::low, "x"},
                              {"a", Effort::medium, 3 * point, 0, Severity::low, "y"},
                              {"a", Effort::high, 8 * point, 0, Severity::low, "x"},
                              {"z", Effort::low, point, 0, Severity::high, "z"}};
  CHECK(order(rows, euros(1)).order == std::vector<std::uint32_t>{3, 2, 1, 0});
}

// The doubles of both values are the same, the values are not: one minor unit in 9 * 10^18.
TEST_CASE("values compare exactly") {
  const std::vector<Row> rows{{"a", Effort::low, point, 0}, {"b", Effort::low, point, 1}};
  const Ordered both = order(rows, euros(9'000'000'000'000'000'000));
  CHECK(both.values[0] == both.values[1]);
  CHECK(both.order == std::vector<std::uint32_t>{1, 0});
}

TEST_CASE("nothing found, nothing to do") { CHECK(order({}, euros(1)).order.empty()); }
