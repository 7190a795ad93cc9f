#include "support.h"

using namespace martech_audit;
using namespace martech_audit::test;

TEST_CASE("what objectives require, and who provides it") {
  static constexpr Case cases[] = {
      {"active tools only", R"(
capabilities: [{id: email}, {id: sms}, {id: print}]
objectives:
  - {id: grow, status: active, requires: [email, sms, sms]}
  - {id: keep, status: active, requires: [email]}
  - {id: none, status: active}
  - {id: old, status: closed, requires: [print]}
  - {id: skip, requires: {not_applicable: an internal matter}}
tools:
  - {id: c, name: C, capabilities: [email]}
  - {id: b, name: B, capabilities: [sms], status: pilot}
  - {id: a, name: A, capabilities: [{id: email, primary: false}], objectives: [none, keep]}
)",
       "capability.providers objective.providers objective.capability_gaps org.capability_gaps", R"(
organisation capability_gaps = ['sms']
objective grow capability_gaps = ['sms']
objective keep capability_gaps = []
objective none capability_gaps = unknown (requires)
objective old capability_gaps = ['print']
objective skip capability_gaps = unknown (requires: an internal matter)
objective grow providers = [a, c]
objective keep providers = [a, c]
objective none providers = [a]
objective old providers = []
objective skip providers = []
capability email providers = [a, c]
capability sms providers = []
capability print providers = []
)"},
      {"pilots, rollouts and the roadmap", R"(
strategy:
  roadmap:
    - {id: one, tools: [d], objective: grow, starts: 2027-01-01}
    - {id: two, tools: [c], objective: grow, ends: 2026-11-22}
    - {id: three, tools: [b, d], objective: grow, ends: 2026-11-23}
objectives:
  - {id: grow, requires: [email]}
  - {id: keep}
tools:
  - {id: b, name: B, capabilities: [email], status: pilot}
  - {id: c, name: C, objectives: [keep], status: evaluating}
  - {id: d, name: D, status: evaluating}
initiatives:
  - {id: try-c, tool: c}
  - {id: try-b, tool: b, decision: extend}
  - {id: also-b, tool: b}
  - {id: not-b, tool: b, decision: stop}
)",
       "objective.initiatives objective.planned_tools", R"(
objective grow initiatives = [also-b, try-b]
objective keep initiatives = [try-c]
objective grow planned_tools = [d, b]
objective keep planned_tools = []
)"},
      {"no objectives", "tools: [{id: a, name: A}]", "org.capability_gaps", R"(
organisation capability_gaps = unknown (objectives)
)"},
  };
  check(cases);
}

TEST_CASE("capabilities in free text have facts too") {
  const Inventory inventory = inventory_of(R"(
objectives: [{id: grow, status: active, requires: [sms]}]
tools:
  - {id: a, name: A, capabilities: [email]}
  - {id: b, name: B, capabilities: [email]}
)");
  Diagnostics notes;
  const Facts facts = derive_facts(inventory, monday, notes);
  const Record& tool = inventory.entities(EntityKind::tool)[0];
  const Record& entry = *read(tool, "capabilities").as_list()[0].as_record();
  const Record& email = *read(entry, "capability").as_record();
  CHECK(facts.of(email, "providers", memory).as_list().size() == 2);
  const Record& grow = inventory.entities(EntityKind::objective)[0];
  CHECK(facts.of(*read(grow, "requires").as_list()[0].as_record(), "providers", memory).as_list().empty());
}

TEST_CASE("providers stop at a hundred") {
  std::string tools = "objectives: [{id: grow, requires: [email]}]\ntools:\n";
  for (int i = 0; i < 300; ++i) {
    tools += "  - {id: t" + std::to_string(i) + ", name: T, capabilities: [email], objectives: [grow]}\n";
  }
  const Inventory inventory = inventory_of(tools);
  Diagnostics notes;
  const Facts facts = derive_facts(inventory, monday, notes);
  CHECK(facts.of(inventory.entities(EntityKind::objective)[0], "providers", memory).as_list().size() == 100);
}
