#include "unit/tables/tables_text.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

std::string serving(const AuditReport& report, const ObjectiveRow& row) {
  std::string text;
  for (const ServingTool& one : row.tools) {
    text += text.empty() ? "" : "+";
    text += report.tools.at(one.tool).tool.id;
    if (one.part) text += ":" + one.part->to_string();
  }
  return text;
}

std::string required(const AuditReport& report, const ObjectiveRow& row) {
  std::string text;
  for (const CapabilityRow& one : row.required) {
    text += fmt::format("{}{}:{}", text.empty() ? "" : "+", one.capability.id, name(one.coverage));
    if (!one.providers.empty()) text += fmt::format("({})", tools_at(report, one.providers));
  }
  return text;
}

std::string objectives(std::string_view lists, const std::vector<Said>& said = {}) {
  Stack stack(lists, said);
  std::string text = "\n";
  for (const ObjectiveRow& row : stack.report.strategy) {
    std::vector<std::string_view> kpis;
    for (const std::uint32_t kpi : row.kpis) kpis.push_back(stack.report.kpis.at(kpi).kpi.id);
    text += Line(row.objective.id)
                .put("title", row.objective.name)
                .put("status", row.status)
                .put("owner", row.owner)
                .put_number("priority", row.priority.value_or(0))
                .put("spend", row.spend)
                .put("kpis", joined(kpis))
                .put("requires", required(stack.report, row))
                .put("tools", serving(stack.report, row))
                .take();
  }
  return text;
}

std::string kpis(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const KpiRow& row : stack.report.kpis) {
    text += Line(row.kpi.id)
                .put("title", row.kpi.name)
                .put_mark("measured", row.measured)
                .put("on", row.measured_on)
                .put("source", row.source)
                .take();
  }
  return text;
}

std::string components(std::string_view lists) {
  const Stack stack(lists);
  std::string text = "\n";
  for (const ComponentRow& row : stack.report.marketing5) {
    if (row.possible_level == 0) continue;
    text += Line(row.component)
                .put("level", fmt::format("{} of {}", row.level, row.possible_level))
                .put("tools", tools_at(stack.report, row.tools))
                .take();
  }
  return text;
}

}  // namespace

TEST_CASE("objectives stand active ones first, by priority, then those without one, then by id") {
  CHECK(objectives(R"(
teams: [{id: crm}]
objectives:
  - {id: open, title: Open}
  - {id: later, status: planned, priority: 1}
  - {id: zeal, status: active}
  - {id: ape, status: active}
  - {id: two, status: active, priority: 2, owner: crm}
  - {id: one, title: The first, status: active, priority: 1}
  - {id: done, status: closed, priority: 1}
tools: [{id: t, name: T, pricing: {metrics: [free]}}]
)") == R"(
one title=The first status=active priority=1 spend=0.00
two title=two status=active owner=crm priority=2 spend=0.00
ape title=ape status=active spend=0.00
zeal title=zeal status=active spend=0.00
done title=done status=closed priority=1 spend=0.00
later title=later status=planned priority=1 spend=0.00
open title=Open spend=0.00
)");
}

TEST_CASE("a tool's cost goes to the active objectives it names in equal parts, the odd cents to the first") {
  CHECK(objectives(R"(
objectives:
  - {id: grow, status: active, priority: 1}
  - {id: keep, status: active, priority: 2}
  - {id: cut, status: active, priority: 3}
  - {id: old, status: closed}
tools:
  - {id: a, name: A, objectives: [keep, old, grow, cut], cost: {amount: 1.01, per: year}, because: {kind: x y z}}
  - {id: b, name: B, objectives: [keep]}
  - {id: c, name: C, objectives: [old], cost: {amount: 7, per: year}}
  - {id: d, name: D, objectives: [grow], status: retired, cost: {amount: 7, per: year}}
  - {id: e, name: E, objectives: [cut], status: evaluating, cost: {amount: 7, per: year}}
)") == R"(
grow title=grow status=active priority=1 spend=0.00 tools=a
keep title=keep status=active priority=2 spend=0.00 tools=a+b
cut title=cut status=active priority=3 spend=0.00 tools=a
old title=old status=closed spend=0.00 tools=a+c
)");
}

TEST_CASE("the parts of three objectives add up to the cost") {
  CHECK(objectives(R"(
objectives:
  - {id: grow, status: active, priority: 1}
  - {id: keep, status: active, priority: 2}
  - {id: cut, status: active, priority: 3}
tools:
  - {id: a, name: A, objectives: [keep, grow, cut], cost: {amount: 1.01, per: year}}
  - {id: b, name: B, objectives: [cut, keep], cost: {amount: 0.01, per: year}}
)") == R"(
grow title=grow status=active priority=1 spend=0.34 tools=a:0.34
keep title=keep status=active priority=2 spend=0.34 tools=a:0.34+b:0.00
cut title=cut status=active priority=3 spend=0.34 tools=a:0.33+b:0.01
)");
}

TEST_CASE("a required capability is provided by nobody, by tools in trouble, once or twice") {
  const std::string_view lists = R"(
capabilities: [{id: email}, {id: sms}, {id: push}]
objectives: [{id: grow, status: active, priority: 1, requires: [email, sms, push]}]
tools:
  - {id: d, name: D, capabilities: [sms], status: retired}
  - {id: c, name: C, capabilities: [email]}
  - {id: b, name: B, capabilities: [push]}
  - {id: a, name: A, capabilities: [email]}
)";
  const auto row = [](std::string_view required) {
    return fmt::format("\ngrow title=grow status=active priority=1 requires={}\n", required);
  };
  using enum Severity;
  CHECK(objectives(lists) == row("email:twice(a+c)+sms:none+push:once(b)"));
  CHECK(objectives(lists, {{"a", high}, {"b", medium}}) == row("email:once(a+c)+sms:none+push:once(b)"));
  CHECK(objectives(lists, {{"a", high}, {"b", critical}, {"c", high}}) ==
        row("email:troubled(a+c)+sms:none+push:troubled(b)"));
  CHECK(objectives(lists, {{"a", critical, 0, 0, Said::As::waived}}) ==
        row("email:twice(a+c)+sms:none+push:once(b)"));
}

TEST_CASE("an objective lists its KPIs as it names them, in a table by id") {
  const std::string_view lists = R"(
kpis:
  - {id: rate, title: Conversion, baseline: 1, target: 2, current: 2, measured_on: 2026-11-01, source: shop}
  - {id: cost, title: Cost, measured_on: {before: 2026-11-01}, source: manual}
  - {id: alone}
objectives: [{id: grow, status: active, kpis: [rate, cost]}]
tools: [{id: shop, name: Shop}]
)";
  CHECK(kpis(lists) == R"(
alone title=alone
cost title=Cost
rate title=Conversion measured on=2026-11-01 source=shop
)");
  CHECK(objectives(lists) == "\ngrow title=grow status=active kpis=rate+cost\n");
}

TEST_CASE("no strategy makes no rows") {
  CHECK(objectives("tools: [{id: a, name: A}]\n") == "\n");
  CHECK(kpis("tools: [{id: a, name: A}]\n") == "\n");
}

TEST_CASE("a component of Marketing 5.0 is owned, used, proven, or may be") {
  const std::string strategy = R"(
teams: [{id: crm}]
people: [{id: ana, team: crm}, {id: gone, team: crm, left_on: 2026-01-01}]
kpis: [{id: rate, baseline: 1, target: 2, current: 2, measured_on: 2026-11-01, source: manual, owner: ana}]
objectives: [{id: grow, status: active}]
)";
  const auto level = [&](std::string_view tool) {
    return components(fmt::format("{}tools: [{{id: a, name: A, {}}}]\n", strategy, tool));
  };
  const std::string used = "marketing5: [agile], objectives: [grow], owner: ana, skills_needed: {}";
  CHECK(level("marketing5: [agile], skills_needed: {}") == "\nagile level=1 of 1 tools=a\n");
  CHECK(level(used) == "\nagile level=2 of 2 tools=a\n");
  CHECK(level(used + ", kpis: [rate]") == "\nagile level=3 of 3 tools=a\n");
  // Whoever has left owns nothing, and a tool that is over contributes nothing.
  CHECK(level("marketing5: [agile], objectives: [grow], owner: gone, skills_needed: {}, kpis: [rate]") ==
        "\nagile level=1 of 1 tools=a\n");
  CHECK(level(used + ", status: retired") == "\n");
}

TEST_CASE("what nobody says of a tool may be a component, and is shown as none") {
  CHECK(components("tools: [{id: a, name: A}]\n") == R"(
data-driven level=0 of 1
predictive level=0 of 1
contextual level=0 of 1
augmented level=0 of 1
agile level=0 of 1
)");
}

TEST_CASE("the furthest tool counts, whichever it is") {
  CHECK(components(R"(
people: [{id: ana}]
objectives: [{id: grow, status: active}]
tools:
  - {id: c, name: C, marketing5: [agile, predictive], skills_needed: {}}
  - {id: b, name: B, marketing5: [agile], skills_needed: {}, owner: ana, objectives: [grow]}
  - {id: a, name: A, marketing5: [predictive, agile], skills_needed: {}}
)") == R"(
predictive level=1 of 1 tools=a+c
agile level=2 of 2 tools=a+b+c
)");
}
