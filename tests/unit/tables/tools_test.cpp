#include "unit/tables/tables_text.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

std::string statements(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const ToolRow& row : stack.report.tools) {
    text += Line(row.tool.id)
                .put("name", row.tool.name)
                .put("category", row.category)
                .put("vendor", row.vendor)
                .put("status", row.status)
                .put_mark("idle", !row.in_use)
                .put("owner", row.owner)
                .put("department", row.department)
                .put("objectives", joined(row.objectives))
                .put("kpis", joined(row.kpis))
                .put("cost", row.annual_cost)
                .put("use", row.utilisation ? fmt::format("{:.2f}", *row.utilisation) : "")
                .take();
  }
  return text;
}

std::string contracts(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const ToolRow& row : stack.report.tools) {
    text += Line(row.tool.id)
                .put("ends", row.contract_ends)
                .put("renews", row.renews_on)
                .put(row.notice_known ? "notice" : "assumed", row.notice_by)
                .put("rolls", row.auto_renews ? (*row.auto_renews ? "yes" : "no") : "")
                .put("missed", row.notice_missed ? (*row.notice_missed ? "yes" : "no") : "")
                .put_number("term", row.term_months.value_or(0))
                .put("commits", row.renewal_commitment)
                .put("possibly", row.possible_commitment)
                .take();
  }
  return text;
}

std::string_view basis_name(SpendBasis basis) { return name(basis); }

std::string spending(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const ToolRow& row : stack.report.tools) {
    text += Line(row.tool.id)
                .put("basis", basis_name(row.spend_basis))
                .put_number("year", row.yearly_spend)
                .put_number("unexplained", row.unexplained_spend)
                .put_mark("early", row.too_early)
                .put_mark("petty", row.petty)
                .put_mark("examined", row.examined)
                .put("to", tools_at(stack.report, row.passes_on_to))
                .take();
  }
  return text;
}

}  // namespace

TEST_CASE("a row of a tool holds what the inventory says of it, by id, and nothing where it says nothing") {
  CHECK(statements(R"(
teams: [{id: sales, name: Sales, department: Commerce}]
people: [{id: ana, name: Ana, team: sales}]
kpis: [{id: rate, title: Rate}, {id: churn, title: Churn}]
objectives: [{id: keep, status: active}, {id: grow, status: active}]
tools:
  - {id: zeta, name: Zeta}
  - id: crm
    name: CRM
    category: crm
    vendor: Acme
    status: pilot
    owner: ana
    objectives: [keep, grow]
    kpis: [rate, churn]
    cost: {amount: 10, per: month}
    seats: {purchased: 40}
    usage: {active: 50}
)") == R"(
crm name=CRM category=crm vendor=Acme status=pilot owner=ana department=Commerce objectives=grow+keep kpis=churn+rate cost=120.00 use=1.25
zeta name=Zeta status=active
)");
}

TEST_CASE("tools that are tried or gone are listed and not in use") {
  CHECK(statements(R"(
tools:
  - {id: a, name: A, status: evaluating}
  - {id: b, name: B, status: implementing}
  - {id: c, name: C, status: retiring}
  - {id: d, name: D, status: retired}
)") == R"(
a name=A status=evaluating idle
b name=B status=implementing
c name=C status=retiring
d name=D status=retired idle
)");
}

TEST_CASE("an owner in free text is shown as written, with the department of none") {
  CHECK(statements(R"(
tools:
  - {id: a, name: A, owner: The new agency}
  - {id: b, name: B, owner: {not_applicable: bought for all}, cost: {not_applicable: part of the suite}}
)") == R"(
a name=A status=active owner=The new agency
b name=B status=active
)");
}

TEST_CASE("costs are shown a year, in the organisation's currency") {
  CHECK(statements(R"(
tools:
  - {id: a, name: A, cost: {amount: 100, currency: USD, per: quarter}}
  - {id: b, name: B, cost: {amount: 900, per: once}}
  - {id: c, name: C, pricing: {metrics: [free]}}
)") == R"(
a name=A status=active cost=368.00
b name=B status=active cost=0.00
c name=C status=active cost=0.00
)");
}

TEST_CASE("a row says how its contract stands") {
  CHECK(contracts(R"(
tools:
  - {id: a, name: A, cost: {amount: 1200, per: year}, contract: {ends: 2027-02-28, notice_days: 90, auto_renews: true, term_months: 24}}
  - {id: b, name: B, cost: {amount: 1200, per: year}, contract: {ends: 2027-02-28, auto_renews: true, term_months: 12}}
  - {id: c, name: C, cost: {amount: 1200, per: year}, contract: {ends: 2026-12-31, notice_days: 60, auto_renews: true, term_months: 12}}
  - {id: d, name: D, cost: {amount: 1200, per: year}, contract: {ends: 2026-12-31, notice_days: 60, auto_renews: false, term_months: 12}}
  - {id: e, name: E, cost: {amount: 1200, per: year}, contract: {ends: 2027-02-28, notice_days: 30, term_months: 12}}
  - {id: f, name: F, contract: {ends: 2027-02-28, notice_days: 30, auto_renews: true, term_months: 12}}
  - {id: g, name: G, cost: {amount: 1200, per: year}, contract: {ends: {before: 2027-02-28}, notice_days: 30, term_months: 12}}
  - {id: h, name: H, cost: {amount: 1200, per: year}, contract: {not_applicable: open source}}
  - {id: i, name: I, cost: {amount: 1200, per: year}}
)") == R"(
a ends=2027-02-28 renews=2027-03-01 notice=2026-11-30 rolls=yes missed=no term=24 commits=2400.00 possibly=2400.00
b ends=2027-02-28 renews=2027-03-01 assumed=2027-02-28 rolls=yes missed=no term=12 commits=1200.00 possibly=1200.00
c ends=2026-12-31 renews=2027-01-01 notice=2026-11-01 rolls=yes missed=yes term=12 commits=1200.00 possibly=1200.00
d ends=2026-12-31 renews=2027-01-01 notice=2026-11-01 rolls=no missed=no term=12 commits=0.00 possibly=0.00
e ends=2027-02-28 renews=2027-03-01 notice=2027-01-29 missed=no term=12 possibly=1200.00
f ends=2027-02-28 renews=2027-03-01 notice=2027-01-29 rolls=yes missed=no term=12
g term=12 possibly=1200.00
h
i
)");
}

TEST_CASE("a row has the terms of its year of spend") {
  CHECK(spending(R"(
ledger:
  - {tool: stated, amount: 1300, period: {starts: 2025-11-24, ends: 2026-11-23}}
  - {tool: paid, amount: 365, period: {starts: 2025-11-24, ends: 2026-11-23}}
initiatives: [{id: trial, tool: early, kind: pilot, starts: 2026-11-01, decide_by: 2026-12-31}]
tools:
  - {id: stated, name: A, cost: {amount: 1000, per: year}, usage: {active: 1}}
  - {id: paid, name: B}
  - {id: dark, name: C}
  - {id: free, name: D, pricing: {metrics: [free]}}
  - {id: marked, name: E, cost: {not_applicable: part of the suite}}
  - {id: early, name: F, status: pilot, cost: {amount: 500, per: year}}
  - {id: crumb, name: G, cost: {amount: 1, per: year}}
)") == R"(
crumb basis=stated year=100 early petty
dark basis=estimated early
early basis=stated year=50000 early
free basis=free early petty
marked basis=none early
paid basis=paid year=36500 early
stated basis=stated year=100000 unexplained=30000 early examined
)");
}

TEST_CASE("money is passed on to rows of tools, in their order and whatever the inventory's") {
  CHECK(spending(R"(
tools:
  - {id: sync, name: S, kind: integration, supports: [shop, mail], cost: {amount: 90, per: year}}
  - {id: shop, name: A, cost: {amount: 90, per: year}}
  - {id: guard, name: G, kind: security, supports: [sync], cost: {amount: 90, per: year}}
  - {id: mail, name: M, cost: {amount: 90, per: year}}
)") == R"(
guard basis=stated year=9000 early examined to=sync
mail basis=stated year=9000 early
shop basis=stated year=9000 early
sync basis=stated year=9000 early to=mail+shop
)");
}

TEST_CASE("each row gets the parts that the waterfall found for its tool") {
  Waterfall waterfall;
  waterfall.tools.resize(2);
  waterfall.tools[0].parts[SpendPart::waste] = 7;
  waterfall.tools[1].parts[SpendPart::working] = 9;
  const Stack stack("tools: [{id: z, name: Z}, {id: a, name: A}]\n", {}, waterfall);
  CHECK(stack.report.tools[0].spend[SpendPart::working] == 9);
  CHECK(stack.report.tools[0].spend.total() == 9);
  CHECK(stack.report.tools[1].spend[SpendPart::waste] == 7);
  CHECK(stack.report.tools[1].spend.total() == 7);
}

namespace {

std::string trouble(const std::vector<Said>& said) {
  const Stack stack("tools: [{id: b, name: B}, {id: a, name: A}]\n", said);
  std::string text;
  for (const ToolRow& row : stack.report.tools) {
    text += Line(row.tool.id)
                .put_number("points", row.points)
                .put_number("waste", row.waste.minor)
                .put_mark("in trouble", row.in_trouble)
                .take();
  }
  return text;
}

}  // namespace

TEST_CASE("a tool has the points and waste of all that is said of it, and trouble of what is not waived") {
  using enum Severity;
  using As = Said::As;
  CHECK(trouble({}) == "a\nb\n");
  CHECK(trouble({{"a", medium, 30, 5}}) == "a points=5 waste=30\nb\n");
  CHECK(trouble({{"a", high, 30, 5}}) == "a points=5 waste=30 in trouble\nb\n");
  CHECK(trouble({{"b", critical, 0, 1}, {"b", low, 12, 2}}) == "a\nb points=3 waste=12 in trouble\n");
  CHECK(trouble({{"a", critical, 30, 5, As::waived}}) == "a points=5 waste=30\nb\n");
  CHECK(trouble({{"a", high, 0, 7, As::undecided}}) == "a points=7\nb\n");
  CHECK(trouble({{"a", info, 1, 1}, {"a", info, 2, 10, As::waived}, {"a", info, 0, 100, As::undecided}}) ==
        "a points=111 waste=3\nb\n");
}

TEST_CASE("what is said of a team is nobody's trouble among the tools, though they have the same number") {
  Stack stack("teams: [{id: it}]\ntools: [{id: a, name: A}]\n", {{"a", Severity::low, 4, 1}});
  Finding of_team = stack.report.findings[0];
  of_team.entity = {EntityKind::team, "it", "it"};
  of_team.severity = Severity::critical;
  stack.report.findings.push_back(of_team);
  stack.report.waived.push_back(of_team);
  stack.report.evidence_missing.push_back({0, of_team.entity, 0, 50, {}});
  sum_up_tools(stack.report);
  const ToolRow& row = stack.report.tools[0];
  CHECK(row.points == 1);
  CHECK(row.waste.minor == 4);
  CHECK_FALSE(row.in_trouble);
}

TEST_CASE("sums of tools are made anew each time, never on top of the last") {
  Stack stack("tools: [{id: a, name: A, category: crm, cost: {amount: 1, per: year}}]\n",
              {{"a", Severity::high, 4, 1}});
  sum_up_tools(stack.report);
  sum_up_tools(stack.report);
  CHECK(stack.report.tools[0].points == 1);
  CHECK(stack.report.tools[0].waste.minor == 4);
  CHECK(stack.report.spend_by_category.size() == 1);
  CHECK(stack.report.spend_by_category[0].annual_cost.minor == 100);
  stack.report.findings.clear();
  sum_up_tools(stack.report);
  CHECK(stack.report.tools[0].points == 0);
  CHECK_FALSE(stack.report.tools[0].in_trouble);
}
