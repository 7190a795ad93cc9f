#include "support.h"

using namespace martech_audit::test;

TEST_CASE("how much of what an audit needs is said") {
  static constexpr Case cases[] = {
      {"essential facts", R"(
objectives: [{id: grow}]
tools:
  - {id: a, name: A, category: crm, contract: {ends: 2027-01-01}, cost: {amount: 1, per: year}, live_on: 2020-01-01,
     objectives: [grow], owner: Mai, pricing: {metrics: [seat]}, problem: know the buyers}
  - {id: b, name: B}
  - {id: c, name: C, pricing: {metrics: [free]}, kind: security, supports: [a], owner: {not_applicable: shared}}
  - {id: d, name: D, status: retired}
)",
       "tool.missing_essentials org.completeness org.missing_lists", R"(
organisation completeness = 0.6042
organisation missing_lists = ['capabilities', 'integrations', 'kpis', 'teams']
tool a missing_essentials = []
tool b missing_essentials = ['category', 'contract.ends', 'cost', 'live_on', 'objectives', 'owner', 'pricing.metrics', 'problem']
tool c missing_essentials = ['category', 'live_on', 'problem']
tool d missing_essentials = []
)"},
      {"without any cost, by head", R"(
tools:
  - {id: a, name: A, owner: Mai, category: crm}
  - {id: b, name: B}
)",
       "org.completeness", R"(
organisation completeness = 0.1250
)"},
      {"no tools", "tools: []", "org.completeness", R"(
organisation completeness = 1.0000
)"},
      {"nothing", "datasets: []", "org.completeness org.missing_lists", R"(
organisation completeness = unknown (tools)
organisation missing_lists = ['capabilities', 'integrations', 'kpis', 'objectives', 'teams', 'tools']
)"},
  };
  check(cases);
}
