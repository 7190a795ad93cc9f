#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what names a tool or a process") {
  static constexpr Case cases[] = {
      {"in the order of the inventory", R"(
processes: [{id: sell, title: Selling}, {id: bill, title: Billing}]
tools:
  - {id: b, name: B, process: sell}
  - {id: a, name: A, process: sell}
  - {id: c, name: C}
initiatives:
  - {id: try, tool: a, kind: pilot}
  - {id: more, tool: a}
  - {id: none}
)",
       "tool.initiatives process.tools", R"(
process sell tools = [b, a]
process bill tools = []
tool b initiatives = []
tool a initiatives = [try, more]
tool c initiatives = []
)"},
      {"unknown where the list is not given; a process in free text has no facts", R"(
tools: [{id: a, name: A, process: Selling}]
)",
       "tool.initiatives process.tools", R"(
tool a initiatives = unknown (organisation.initiatives)
)"},
  };
  check(cases);
}
