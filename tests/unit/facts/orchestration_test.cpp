#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what it takes to plan content and bring it out together") {
  static constexpr Case cases[] = {
      {"by category and by capability; tools that are not active have nothing", R"(
tools:
  - {id: a, name: A, category: Project management}
  - {id: b, name: B, category: dam, capabilities: [reporting]}
  - {id: c, name: C, category: cms, status: retired}
)",
       "org.kit_gaps", R"(
organisation kit_gaps = ['calendar', 'publishing']
)"},
      {"what nobody needs is no gap", R"(
capabilities: [{id: content-calendar, target_level: 0}, {id: publishing, target_level: 1}, {id: reporting}]
tools:
  - {id: a, name: A, category: project-management}
)",
       "org.kit_gaps", R"(
organisation kit_gaps = ['visualisation', 'publishing']
)"},
      {"a tool that does not say what it is may have the rest", R"(
tools:
  - {id: a, name: A, category: project-management}
  - {id: b, name: B}
  - {id: c, name: C, category: {not_applicable: made to measure}}
)",
       "org.kit_gaps", R"(
organisation kit_gaps = unknown (tool b.category)
)"},
      {"unless nothing is missing", R"(
tools:
  - {id: a, name: A, category: project-management}
  - {id: b, name: B, capabilities: [dashboards, content-calendar, email-automation]}
)",
       "org.kit_gaps", R"(
organisation kit_gaps = []
)"},
      {"no tools", "teams: [{id: it}]", "org.kit_gaps", R"(
organisation kit_gaps = unknown (tools)
)"},
  };
  check(cases);
}
