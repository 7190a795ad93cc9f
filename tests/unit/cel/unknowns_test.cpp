// Facts that are not there.
#include "cel/missing.h"
#include "shop.h"
#include "support/catch.h"

namespace martech_audit::cel {
namespace {

enum { crm, bare, odd };

struct UnknownCase {
  std::string_view text;
  std::size_t tool;
  std::string_view result;
};

constexpr UnknownCase unknown_cases[] = {
    // what is stored reads as what it is
    {"tool.name", crm, "\"CRM\""},
    {"tool.price", crm, "12.5"},
    {"tool.started", crm, "timestamp(\"2024-10-04T00:00:00Z\")"},
    {"tool.annual_cost", crm, "5000.0"},
    {"tool.seats.purchased - tool.seats.active", crm, "60"},
    {"tool.`x-cost-code` + 1", crm, "8"},
    {"tool.owner.department", crm, "\"Sales\""},
    {"type(tool)", crm, "Tool"},
    {"tool in org.tools", crm, "true"},
    {"tool == org.tools[0] && tool != org.tools[1]", crm, "true"},
    // what is missing is named by the nearest record that is no block
    {"tool.seats.purchased", bare, "unknown(seats.purchased)"},
    {"tool.seats.active", odd, "unknown(seats.active)"},
    {"tool.owner.department", bare, "unknown(owner)"},
    {"tool.price > 1.0", bare, "unknown(price)"},
    {"tool.started < as_of", bare, "unknown(started)"},
    {"tool.`x-cost-code`", bare, "unknown(x-cost-code)"},
    {"dyn(tool).seats.purchased", bare, "unknown(seats)"},
    {"org.teams.size()", crm, "unknown(teams)"},
    // a derived fact says what it lacked
    {"tool.annual_cost > 1.0", bare, "unknown(costs, seats.active)"},
    {"tool.owner.name", odd, "unknown(owner (not applicable))"},
    // operators absorb
    {"false && tool.price > 1.0", bare, "false"},
    {"tool.price > 1.0 && false", bare, "false"},
    {"true && tool.price > 1.0", bare, "unknown(price)"},
    {"tool.price > 1.0 || true", bare, "true"},
    {"tool.price > 1.0 || false", bare, "unknown(price)"},
    {"tool.price > 1.0 ? 1 : 2", bare, "unknown(price)"},
    {"true ? 1 : tool.seats.active", bare, "1"},
    // unknowns meet: each fact once
    {"tool.price > 1.0 && tool.seats.active > 1", bare, "unknown(price, seats.active)"},
    {"tool.price + tool.price", bare, "unknown(price)"},
    {"[tool.price, tool.annual_cost]", bare, "unknown(price, costs, seats.active)"},
    {"{'a': tool.price, 'b': tool.owner}", bare, "unknown(price, owner)"},
    {"math.greatest(tool.price, tool.annual_cost)", bare, "unknown(price, costs, seats.active)"},
    // unknown goes before error
    {"tool.price > 1.0 && 1 / 0 == 1", bare, "unknown(price)"},
    {"1 / 0 == 1 || tool.price > 1.0", bare, "unknown(price)"},
    {"[1 / 0, tool.seats.active]", bare, "unknown(seats.active)"},
    // a number that lies between two is compared as far as they tell, and as it stands alone
    {"tool.age", odd, "unknown(bought)"},
    {"tool.age < 100", odd, "false"},
    {"tool.age < 101", odd, "unknown(bought)"},
    {"tool.age < 200", odd, "unknown(bought)"},
    {"tool.age < 201", odd, "true"},
    {"tool.age <= 99", odd, "false"},
    {"tool.age <= 200", odd, "true"},
    {"tool.age > 99", odd, "true"},
    {"tool.age > 200", odd, "false"},
    {"tool.age >= 100", odd, "true"},
    {"tool.age >= 101", odd, "unknown(bought)"},
    {"tool.age >= 201", odd, "false"},
    {"99 < tool.age", odd, "true"},
    {"200 < tool.age", odd, "false"},
    {"150 >= tool.age", odd, "unknown(bought)"},
    {"tool.age < 100.0", odd, "unknown(bought)"},
    {"tool.age + 0 < 50", odd, "unknown(bought)"},
    {"tool.age < tool.age", odd, "unknown(bought)"},
    {"tool.age == 50", odd, "unknown(bought)"},
    {"tool.age < 50", bare, "unknown(age)"},
    {"org.tools.exists(t, t.age > 99)", crm, "true"},
    // loops
    {"org.tools.exists(t, t.price > 1.0)", crm, "true"},
    {"org.tools.exists(t, t.price > 100.0)", crm, "unknown(price, price)"},
    {"org.tools.all(t, t.price > 100.0)", crm, "false"},
    {"org.tools.all(t, t.price > 1.0)", crm, "unknown(price, price)"},
    {"org.tools.exists_one(t, t.price > 1.0)", crm, "unknown(price, price)"},
    {"org.tools.filter(t, t.price > 1.0).size()", crm, "unknown(price, price)"},
    {"org.tools.map(t, t.annual_cost).sum()", crm, "unknown(costs, seats.active)"},
    {"org.tools.reduce(total, t, 0.0, total + t.annual_cost)", crm, "unknown(costs, seats.active)"},
    {"org.tools.filter(t, has(t.price)).map(t, t.price).sum()", crm, "12.5"},
    // presence
    {"has(tool.owner)", crm, "true"},
    {"has(tool.owner)", bare, "false"},
    {"has(tool.owner)", odd, "unknown(owner (not applicable))"},
    {"has(tool.owner.department)", bare, "false"},
    {"has(tool.seats.active)", crm, "true"},
    {"has(tool.seats.active)", bare, "false"},
    {"has(tool.seats.active)", odd, "false"},
    {"has(tool.annual_cost)", bare, "false"},
    {"has(tool.tags)", crm, "true"},
    {"has(tool.tags)", bare, "false"},
    {"has(tool.`x-cost-code`)", crm, "true"},
    {"has(tool.`x-other`)", crm, "false"},
    {"has(tool.`x-cost-code`)", bare, "false"},
    {"has(dyn(tool).owner.department)", bare, "false"},
    {"has(tool.started)", bare, "true"},  // given, though not to the day
    {"has(dyn(tool).started)", bare, "true"},
    {"has(tool.started)", odd, "false"},
    // optionals
    {"tool.?owner.department.orValue('none')", crm, "\"Sales\""},
    {"tool.?owner.department.orValue('none')", bare, "\"none\""},
    {"tool.?price.hasValue()", bare, "false"},
    {"tool.?owner.hasValue()", odd, "unknown(owner (not applicable))"},
};

TEST_CASE("absent facts are unknown, and absorbed as CEL says") {
  Shop shop;
  for (const UnknownCase& c : unknown_cases) {
    INFO(c.text << " for tool " << c.tool);
    CHECK(shop(std::string(c.text), c.tool) == c.result);
  }
}

TEST_CASE("a missing fact names its record") {
  Shop shop;
  const Compiled compiled = compile(shop.environment, "org.tools.all(t, t.price > 1.0)");
  const Value value = shop.evaluate(*compiled.program);
  REQUIRE(value.missing().size() == 2);
  CHECK(value.missing()[0] == Missing{shop.tool(bare), "price", {}});
  CHECK(value.missing()[1] == Missing{shop.tool(odd), "price", {}});
}

TEST_CASE("many missing facts are told apart") {
  Arena arena;
  std::vector<Record> records(500);
  Troubles troubles(arena);
  for (int round = 0; round < 2; ++round) {
    for (const Record& record : records) {
      const Missing missing{&record, "cost", {}};
      CHECK(troubles.note(Value::unknown({arena.copy(missing), 1})));
    }
  }
  const Value all = troubles.result();
  REQUIRE(all.missing().size() == records.size());
  CHECK(all.missing()[499].entity == &records[499]);
}

TEST_CASE("the fields an expression reads are known") {
  Shop shop;
  const Compiled compiled = compile(
      shop.environment,
      "has(tool.owner) && tool.seats.active > 1 && tool.owner.department != '' && tool.?price.hasValue() && "
      "org.tools.exists(t, t.`x-cost-code` == 1 && has(t.tags))");
  REQUIRE(Shop::issues_text(compiled.issues) == "");
  const std::vector<FieldRead> expected = {
      {"Tool", "owner", false}, {"Tool", "seats.active", false},  {"Person", "department", false},
      {"Tool", "price", true},  {"Organisation", "tools", false}, {"Tool", "x-cost-code", false},
      {"Tool", "tags", true}};
  CHECK(compiled.program->reads() == expected);
}

TEST_CASE("a trace has the value of each part") {
  Shop shop;
  const Compiled compiled =
      compile(shop.environment, "tool.price > 100.0 || org.tools.exists(t, t.name == 'CRM')");
  std::string shown;
  for (const TraceEntry& entry : shop.trace(*compiled.program)) {
    shown += compiled.program->text().substr(entry.begin, entry.end - entry.begin) + " = ";
    shown +=
        entry.value.is(ValueKind::boolean) || entry.value.is(ValueKind::real) ? to_text(entry.value) : "…";
    shown += "\n";
  }
  CHECK(shown ==
        "tool.price > 100.0 || org.tools.exists(t, t.name == 'CRM') = true\n"
        "tool.price > 100.0 = false\n"
        "tool.price = 12.5\n"
        "tool = …\n"
        "org.tools.exists(t, t.name == 'CRM') = true\n"
        "org.tools = …\n"
        "org = …\n");
}

}  // namespace
}  // namespace martech_audit::cel
