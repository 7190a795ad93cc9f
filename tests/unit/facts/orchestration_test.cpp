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

TEST_CASE("whether plans reach what publishes") {
  static constexpr const char* facts =
      "org.planning_tools org.publishing_tools org.planning_reaches_publishing";
  static constexpr Case cases[] = {
      {"a chain of working connections", R"(
integrations: [{from: plan, to: hub, status: active}, {from: site, to: hub, status: active}]
tools:
  - {id: plan, name: Plan, category: project-management}
  - {id: hub, name: Hub, category: ipaas}
  - {id: site, name: Site, category: cms}
)",
       facts, R"(
organisation planning_reaches_publishing = true
organisation planning_tools = [plan]
organisation publishing_tools = [site]
)"},
      {"one that is broken", R"(
integrations: [{from: plan, to: site, status: broken}]
tools:
  - {id: plan, name: Plan, category: project-management}
  - {id: site, name: Site, category: cms}
)",
       facts, R"(
organisation planning_reaches_publishing = false
organisation planning_tools = [plan]
organisation publishing_tools = [site]
)"},
      {"one of which nobody says whether it works, and a tool of which nobody says what it is", R"(
integrations: [{id: maybe, from: plan, to: site}, {from: some, to: site, status: active}]
tools:
  - {id: plan, name: Plan, category: project-management}
  - {id: site, name: Site, category: cms}
  - {id: some, name: Some}
)",
       facts, R"(
organisation planning_reaches_publishing = unknown (integration maybe.status, tool some.category)
organisation planning_tools = [plan]
organisation publishing_tools = [site]
)"},
      {"tools that say nothing, and none that plans", R"(
integrations: []
tools:
  - {id: site, name: Site, category: cms}
  - {id: some, name: Some}
)",
       facts, R"(
organisation planning_reaches_publishing = unknown (tool some.category)
organisation planning_tools = unknown (tool some.category)
organisation publishing_tools = [site]
)"},
      {"no tools", "teams: [{id: it}]", facts, R"(
organisation planning_reaches_publishing = unknown (tools)
organisation planning_tools = unknown (tools)
organisation publishing_tools = unknown (tools)
)"},
  };
  check(cases);
}
