#include "unit/tables/tables_text.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

std::string text_of(const std::vector<SpendRow>& rows) {
  std::string text;
  for (const SpendRow& row : rows) {
    text += fmt::format("'{}' {} {} of {}", row.name, row.annual_cost.currency.code(),
                        row.annual_cost.to_string(), row.tools);
    text += row.waste ? fmt::format(", waste {}\n", row.waste->to_string()) : "\n";
  }
  return text;
}

std::string by_category(std::string_view lists, const std::vector<Said>& said = {}) {
  return "\n" + text_of(Stack(lists, said).report.spend_by_category);
}
std::string by_department(std::string_view lists) {
  return "\n" + text_of(Stack(lists).report.spend_by_department);
}

}  // namespace

TEST_CASE("spend by category: the largest first, equal ones by name, those without a category together") {
  CHECK(by_category(R"(
tools:
  - {id: a, name: A, category: seo, cost: {amount: 5, per: year}}
  - {id: b, name: B, category: crm, cost: {amount: 1, per: month}}
  - {id: c, name: C, category: cdp, cost: {amount: 5, per: year}}
  - {id: d, name: D, category: crm, cost: {amount: 0.01, per: year}}
  - {id: e, name: E, cost: {amount: 3, per: year}}
  - {id: f, name: F, cost: {amount: 4, per: year}}
)") == R"(
'crm' EUR 12.01 of 2
'' EUR 7.00 of 2
'cdp' EUR 5.00 of 1
'seo' EUR 5.00 of 1
)");
}

TEST_CASE("what costs nobody knows, or is not in use, is in no group; what costs nothing a year is") {
  CHECK(by_category(R"(
tools:
  - {id: a, name: A, category: seo}
  - {id: b, name: B, category: crm, status: retired, cost: {amount: 1, per: month}}
  - {id: c, name: C, category: cdp, status: evaluating, cost: {amount: 5, per: year}}
  - {id: d, name: D, category: cms, cost: {amount: 500, per: once}}
  - {id: e, name: E, category: abm, cost: {not_applicable: part of the suite}}
  - {id: f, name: F, category: crm, pricing: {metrics: [free]}}
)") == R"(
'cms' EUR 0.00 of 1
'crm' EUR 0.00 of 1
)");
  CHECK(by_category("tools: []\n") == "\n");
}

TEST_CASE("a group has the waste of its tools, waived or not") {
  using enum Severity;
  CHECK(by_category(
            R"(
tools:
  - {id: a, name: A, category: seo, cost: {amount: 5, per: year}}
  - {id: b, name: B, category: crm, cost: {amount: 9, per: year}}
  - {id: c, name: C, category: crm, cost: {amount: 9, per: year}}
  - {id: d, name: D, category: crm}
)",
            {{"a", low, 150}, {"b", low, 1}, {"c", high, 200, 0, Said::As::waived}, {"d", low, 77}}) == R"(
'crm' EUR 18.00 of 2, waste 2.01
'seo' EUR 5.00 of 1, waste 1.50
)");
}

TEST_CASE(
    "waste of a group is known where something is said of the use of a tool of it, and 0 may be known") {
  CHECK(by_category(R"(
tools:
  - {id: a, name: A, category: seo, cost: {amount: 5, per: year}}
  - {id: b, name: B, category: seo, cost: {amount: 5, per: year}}
  - {id: c, name: C, category: crm, cost: {amount: 9, per: year}}
  - {id: d, name: D, category: crm, cost: {amount: 1, per: year}, usage: {active: 1}}
  - {id: e, name: E, category: cdp, usage: {active: 1}}
)") == R"(
'crm' EUR 10.00 of 2, waste 0.00
'seo' EUR 10.00 of 2
)");
}

TEST_CASE("spend by department is that of the owner, or of the owner's team") {
  CHECK(by_department(R"(
teams:
  - {id: crm-team, name: CRM, department: Marketing}
  - {id: bi, name: BI, department: Data}
  - {id: loose, name: Loose}
people: [{id: ana, name: Ana, team: bi}, {id: bo, name: Bo}]
tools:
  - {id: a, name: A, owner: crm-team, cost: {amount: 1, per: year}}
  - {id: b, name: B, owner: ana, cost: {amount: 2, per: year}}
  - {id: c, name: C, owner: loose, cost: {amount: 4, per: year}}
  - {id: d, name: D, owner: bo, cost: {amount: 8, per: year}}
  - {id: e, name: E, cost: {amount: 16, per: year}}
  - {id: f, name: F, owner: crm-team, cost: {amount: 32, per: year}}
)") == R"(
'Marketing' EUR 33.00 of 2
'' EUR 28.00 of 3
'Data' EUR 2.00 of 1
)");
}

namespace {

// "off 3.00 of 4.00; grow 1.00, '' 3.00", or what is not known.
std::string by_objective(std::string_view lists) {
  const Stack stack(lists);
  const AuditReport& report = stack.report;
  std::string text = "not known";
  if (report.off_strategy)
    text = fmt::format("off {} of {}, {:.3f}", report.off_strategy->off.to_string(),
                       report.off_strategy->total.to_string(), report.off_strategy->share());
  if (!report.spend_by_objective) return text + "; no table";
  for (const ObjectiveSpend& row : *report.spend_by_objective)
    text += fmt::format("; '{}' {}", row.objective, row.annual_cost.to_string());
  return text;
}

}  // namespace

TEST_CASE(
    "spend by objective: the largest first, what reaches none among them, nothing for those it misses") {
  CHECK(by_objective(R"(
objectives:
  - {id: grow, status: active}
  - {id: keep, status: active}
  - {id: idle, status: active}
tools:
  - {id: a, name: A, objectives: [grow, keep], cost: {amount: 3.01, per: year}}
  - {id: b, name: B, cost: {amount: 2, per: year}}
  - {id: c, name: C, objectives: [keep], cost: {amount: 9, per: year}}
)") == "off 2.00 of 14.01, 0.143; 'keep' 10.50; '' 2.00; 'grow' 1.51");
}

TEST_CASE("equal amounts stand by the objective's id, what reaches none first") {
  CHECK(by_objective(R"(
objectives: [{id: keep, status: active}, {id: grow, status: active}]
tools:
  - {id: a, name: A, objectives: [keep], cost: {amount: 2, per: year}}
  - {id: b, name: B, objectives: [grow], cost: {amount: 2, per: year}}
  - {id: c, name: C, cost: {amount: 2, per: year}}
)") == "off 2.00 of 6.00, 0.333; '' 2.00; 'grow' 2.00; 'keep' 2.00");
}

TEST_CASE("where all of it, nothing of it or nothing at all is spent on strategy") {
  CHECK(by_objective(R"(
objectives: [{id: grow, status: active}]
tools: [{id: a, name: A, objectives: [grow], cost: {amount: 2, per: year}}]
)") == "off 0.00 of 2.00, 0.000; 'grow' 2.00");
  CHECK(by_objective(R"(
objectives: [{id: grow, status: active}]
tools: [{id: a, name: A, cost: {amount: 2, per: year}}]
)") == "off 2.00 of 2.00, 1.000; '' 2.00");
  CHECK(by_objective(R"(
objectives: [{id: grow, status: active}]
tools: [{id: a, name: A, pricing: {metrics: [free]}}]
)") == "off 0.00 of 0.00, 0.000");
}

TEST_CASE("without objectives, or without a cost, spend off strategy is not known") {
  CHECK(by_objective("tools: [{id: a, name: A, cost: {amount: 2, per: year}}]\n") == "not known; no table");
  CHECK(by_objective(R"(
objectives: [{id: grow, status: active}]
tools: [{id: a, name: A, objectives: [grow]}]
)") == "not known; no table");
}
