#include "support.h"

using namespace martech_audit::test;

TEST_CASE("components of Marketing 5.0 that tools contribute to") {
  static constexpr Case cases[] = {
      {"as they say, else by category, capabilities and machine learning", R"(
tools:
  - {id: a, name: A, category: CDP}
  - {id: b, name: B, category: CDP, marketing5: [agile, predictive], ai: {used: true}}
  - {id: c, name: C, category: seo, capabilities: [lead-scoring, geofencing]}
  - {id: d, name: D, category: crm, ai: {used: true}}
  - {id: e, name: E, category: crm}
)",
       "tool.marketing5_components", R"(
tool a marketing5_components = ['data-driven']
tool b marketing5_components = ['predictive', 'agile']
tool c marketing5_components = ['predictive', 'contextual']
tool d marketing5_components = ['predictive']
tool e marketing5_components = []
)"},
      {"who does not say what it is may contribute to any", R"(
tools:
  - {id: a, name: A}
  - {id: b, name: B, capabilities: [chatbots]}
  - {id: c, name: C, category: {not_applicable: made to measure}}
  - {id: d, name: D, marketing5: {not_applicable: pays the bills}}
)",
       "tool.marketing5_components", R"(
tool a marketing5_components = unknown (category)
tool b marketing5_components = ['augmented']
tool c marketing5_components = []
tool d marketing5_components = []
)"},
  };
  check(cases);
}

TEST_CASE("components of Marketing 5.0 that nothing contributes to") {
  static constexpr Case cases[] = {
      {"active tools count", R"(
tools:
  - {id: a, name: A, category: cdp}
  - {id: b, name: B, category: data-science, status: retired}
  - {id: c, name: C, category: project-management}
)",
       "org.empty_components", R"(
organisation empty_components = ['predictive', 'contextual', 'augmented']
)"},
      {"a tool that does not say what it is may be the one", R"(
tools:
  - {id: a, name: A, category: cdp}
  - {id: b, name: B}
)",
       "org.empty_components", R"(
organisation empty_components = unknown (tool b.category)
)"},
      {"unless nothing is empty", R"(
tools:
  - {id: a, name: A, marketing5: [data-driven, predictive, contextual, augmented, agile]}
  - {id: b, name: B}
)",
       "org.empty_components", R"(
organisation empty_components = []
)"},
      {"no tools", "teams: [{id: it}]", "org.empty_components", R"(
organisation empty_components = unknown (tools)
)"},
      {"those that an objective calls for by what it requires", R"(
capabilities: [{id: lead-scoring}, {id: chatbot}, {id: seo}]
objectives:
  - {id: needs, title: N, requires: [lead-scoring, chatbot]}
  - {id: other, title: O, requires: [seo]}
  - {id: silent, title: S}
tools:
  - {id: a, name: A, category: chatbots}
)",
       "objective.empty_components", R"(
objective needs empty_components = ['predictive']
objective other empty_components = []
objective silent empty_components = []
)"},
      {"and not while a tool may have them", R"(
capabilities: [{id: lead-scoring}, {id: seo}]
objectives:
  - {id: needs, title: N, requires: [lead-scoring]}
  - {id: other, title: O, requires: [seo]}
tools:
  - {id: a, name: A}
)",
       "objective.empty_components", R"(
objective needs empty_components = unknown (tool a.category)
objective other empty_components = []
)"},
  };
  check(cases);
}
