#include <fmt/format.h>

#include "support.h"

using namespace martech_audit;
using namespace martech_audit::test;

TEST_CASE("which tools do what others do as well") {
  static constexpr Case cases[] = {
      {"the dearest is the one to keep; what is paid nobody knows ranks first", R"(
tools:
  - {id: a, name: A, capabilities: [email], cost: {amount: 10, per: year}}
  - {id: b, name: B, capabilities: [email], cost: {amount: 30, per: year}}
  - {id: c, name: C, capabilities: [email], cost: {amount: 10, per: year}}
  - {id: d, name: D, capabilities: [email]}
  - {id: e, name: E, capabilities: [sms]}
  - {id: f, name: F, capabilities: [email], status: retiring}
  - {id: g, name: G}
  - {id: h, name: H, capabilities: {not_applicable: paid by another unit}}
)",
       "tool.shares_capability_with tool.duplicates tool.overlap_capabilities tool.repeated_capabilities "
       "org.overlap_capabilities",
       R"(
organisation overlap_capabilities = ['email']
tool a duplicates = [d, b]
tool b duplicates = [d]
tool c duplicates = [d, b, a]
tool d duplicates = []
tool e duplicates = []
tool f duplicates = []
tool g duplicates = unknown (capabilities)
tool h duplicates = unknown (capabilities: paid by another unit)
tool a overlap_capabilities = ['email']
tool b overlap_capabilities = ['email']
tool c overlap_capabilities = ['email']
tool d overlap_capabilities = ['email']
tool e overlap_capabilities = []
tool f overlap_capabilities = []
tool g overlap_capabilities = unknown (capabilities)
tool h overlap_capabilities = unknown (capabilities: paid by another unit)
tool a repeated_capabilities = ['email']
tool b repeated_capabilities = ['email']
tool c repeated_capabilities = ['email']
tool d repeated_capabilities = []
tool e repeated_capabilities = []
tool f repeated_capabilities = []
tool g repeated_capabilities = unknown (capabilities)
tool h repeated_capabilities = unknown (capabilities: paid by another unit)
tool a shares_capability_with = [d, b, c]
tool b shares_capability_with = [d, a, c]
tool c shares_capability_with = [d, b, a]
tool d shares_capability_with = [b, a, c]
tool e shares_capability_with = []
tool f shares_capability_with = []
tool g shares_capability_with = unknown (capabilities)
tool h shares_capability_with = unknown (capabilities: paid by another unit)
)"},
      {"marked capabilities are the core; where none is marked, all are", R"(
tools:
  - {id: a, name: A, capabilities: [{id: email, primary: true}, segmentation]}
  - {id: b, name: B, capabilities: [segmentation]}
  - {id: c, name: C, capabilities: [{id: email, primary: false}, sms]}
  - {id: d, name: D, capabilities: [{id: email, primary: false}]}
  - {id: e, name: E, capabilities: [sms, email, sms]}
)",
       "tool.overlap_capabilities tool.covered_elsewhere", R"(
tool a covered_elsewhere = true
tool b covered_elsewhere = true
tool c covered_elsewhere = true
tool d covered_elsewhere = true
tool e covered_elsewhere = true
tool a overlap_capabilities = ['email']
tool b overlap_capabilities = []
tool c overlap_capabilities = ['sms']
tool d overlap_capabilities = []
tool e overlap_capabilities = ['sms', 'email']
)"},
      {"two groups: what is repeated is less than what is shared", R"(
tools:
  - {id: a, name: A, capabilities: [email, sms], cost: {amount: 20, per: year}}
  - {id: b, name: B, capabilities: [email], cost: {amount: 30, per: year}}
  - {id: c, name: C, capabilities: [sms], cost: {amount: 10, per: year}}
)",
       "tool.duplicates tool.overlap_capabilities tool.repeated_capabilities tool.covered_elsewhere", R"(
tool a covered_elsewhere = true
tool b covered_elsewhere = true
tool c covered_elsewhere = true
tool a duplicates = [b]
tool b duplicates = []
tool c duplicates = [a]
tool a overlap_capabilities = ['email', 'sms']
tool b overlap_capabilities = ['email']
tool c overlap_capabilities = ['sms']
tool a repeated_capabilities = ['email']
tool b repeated_capabilities = []
tool c repeated_capabilities = ['sms']
)"},
      {"scopes meet in every dimension or not at all; nothing said means everywhere", R"(
tools:
  - {id: a, name: A, capabilities: [email], scope: {regions: [EU, US], audience: customers}}
  - {id: b, name: B, capabilities: [email], scope: {regions: [us]}}
  - {id: c, name: C, capabilities: [email], scope: {regions: [APAC]}}
  - {id: d, name: D, capabilities: [email], scope: {regions: [EU], audience: Employees}}
  - {id: e, name: E, capabilities: [email], scope: {teams: [crm]}}
  - {id: f, name: F, capabilities: [email], scope: {teams: [it], regions: [APAC]}}
)",
       "tool.shares_capability_with tool.covered_elsewhere", R"(
tool a covered_elsewhere = true
tool b covered_elsewhere = true
tool c covered_elsewhere = true
tool d covered_elsewhere = true
tool e covered_elsewhere = true
tool f covered_elsewhere = true
tool a shares_capability_with = [b, e]
tool b shares_capability_with = [a, e]
tool c shares_capability_with = [e, f]
tool d shares_capability_with = [e]
tool e shares_capability_with = [a, b, c, d]
tool f shares_capability_with = [c]
)"},
      {"disjoint scopes", R"(
tools:
  - {id: a, name: A, capabilities: [email], scope: {regions: [EU]}}
  - {id: b, name: B, capabilities: [email], scope: {regions: [US]}}
)",
       "tool.shares_capability_with tool.covered_elsewhere", R"(
tool a covered_elsewhere = false
tool b covered_elsewhere = false
tool a shares_capability_with = []
tool b shares_capability_with = []
)"},
      {"what is not active yet may be covered, and covers nothing", R"(
tools:
  - {id: a, name: A, capabilities: [email], scope: {regions: [EU]}}
  - {id: b, name: B, capabilities: [email], status: implementing}
  - {id: c, name: C, capabilities: [email], status: evaluating, scope: {regions: [US]}}
  - {id: d, name: D, status: pilot}
)",
       "tool.shares_capability_with tool.covered_elsewhere", R"(
tool a covered_elsewhere = false
tool b covered_elsewhere = true
tool c covered_elsewhere = false
tool d covered_elsewhere = unknown (capabilities)
tool a shares_capability_with = []
tool b shares_capability_with = []
tool c shares_capability_with = []
tool d shares_capability_with = []
)"},
      {"modules of one contract are no duplicates", R"(
tools:
  - {id: a, name: A, vendor: Acme, capabilities: [email], contract: {ends: 2027-01-31}}
  - {id: b, name: B, vendor: Acme, capabilities: [email], contract: {ends: 2027-01-31}}
  - {id: c, name: C, vendor: Acme, capabilities: [email], contract: {ends: 2027-02-28}}
  - {id: d, name: D, vendor: Acme, capabilities: [email]}
  - {id: e, name: E, vendor: Acme, capabilities: [email]}
)",
       "tool.shares_capability_with", R"(
tool a shares_capability_with = [c, d, e]
tool b shares_capability_with = [c, d, e]
tool c shares_capability_with = [a, b, d, e]
tool d shares_capability_with = [c, a, b, e]
tool e shares_capability_with = [c, a, b, d]
)"},
      {"which of two is kept, and why", R"(
objectives: [{id: o, kpis: [k]}, {id: p}]
kpis: [{id: k}]
integrations: [{from: g, to: x, status: active}]
tools:
  - {id: a, name: A, capabilities: [mail], criticality: critical, cost: {amount: 1, per: year}}
  - {id: b, name: B, capabilities: [mail], criticality: important, cost: {amount: 9, per: year}}
  - {id: c, name: C, capabilities: [crm], usage: {active: 10}, cost: {amount: 5, per: year}}
  - {id: d, name: D, capabilities: [crm], usage: {active: 10}, cost: {amount: 9, per: year}}
  - {id: e, name: E, capabilities: [ads], usage: {active: 10}, cost: {amount: 0, per: year}}
  - {id: f, name: F, capabilities: [ads], usage: {active: 100}, cost: {amount: 9, per: year}}
  - {id: g, name: G, capabilities: [seo], cost: {amount: 5, per: year}}
  - {id: h, name: H, capabilities: [seo], objectives: [o], cost: {amount: 9, per: year}}
  - {id: i, name: I, capabilities: [dam], objectives: [o], cost: {amount: 5, per: year}}
  - {id: j, name: J, capabilities: [dam], objectives: [p], cost: {amount: 9, per: year}}
  - {id: k, name: K, capabilities: [cms], contract: {ends: 2028-01-01}, cost: {amount: 5, per: year}}
  - {id: l, name: L, capabilities: [cms], contract: {ends: 2027-01-01}, cost: {amount: 9, per: year}}
  - {id: m, name: M, capabilities: [web], cost: {amount: 5, per: year}}
  - {id: n, name: N, capabilities: [web], cost: {amount: 9, per: year}}
  - {id: x, name: X, capabilities: [none]}
)",
       "tool.duplicates tool.duplicate_reason", R"(
tool a duplicate_reason = ''
tool b duplicate_reason = 'more critical'
tool c duplicate_reason = ''
tool d duplicate_reason = 'more active users for its cost'
tool e duplicate_reason = ''
tool f duplicate_reason = 'more active users for its cost'
tool g duplicate_reason = ''
tool h duplicate_reason = 'more integrations'
tool i duplicate_reason = ''
tool j duplicate_reason = 'an objective with a KPI'
tool k duplicate_reason = ''
tool l duplicate_reason = 'a contract that runs longer'
tool m duplicate_reason = 'a higher cost'
tool n duplicate_reason = ''
tool x duplicate_reason = ''
tool a duplicates = []
tool b duplicates = [a]
tool c duplicates = []
tool d duplicates = [c]
tool e duplicates = []
tool f duplicates = [e]
tool g duplicates = []
tool h duplicates = [g]
tool i duplicates = []
tool j duplicates = [i]
tool k duplicates = []
tool l duplicates = [k]
tool m duplicates = [n]
tool n duplicates = []
tool x duplicates = []
)"},
      {"what is meant to be there beside another tool, until its day", R"(
tools:
  - {id: a, name: A, capabilities: [mail], cost: {amount: 9, per: year}}
  - {id: b, name: B, capabilities: [mail], relation: {to: a, kind: migration-from, until: 2026-11-23}}
  - {id: a1, name: A, capabilities: [sms], cost: {amount: 9, per: year}}
  - {id: b1, name: B, capabilities: [sms], relation: {to: a1, kind: migration-from, until: 2027-11-23}}
  - {id: a2, name: A, capabilities: [push], cost: {amount: 9, per: year}}
  - {id: b2, name: B, capabilities: [push], relation: {to: a2, kind: migration-from, until: 2027-11-24}}
  - {id: c, name: C, capabilities: [crm], cost: {amount: 9, per: year}}
  - {id: d, name: D, capabilities: [crm], relation: {to: c, kind: migration-from, until: 2026-11-22}}
  - {id: e, name: E, capabilities: [ads], cost: {amount: 9, per: year}}
  - {id: f, name: F, capabilities: [ads], relation: {to: e, kind: migration-from}}
  - {id: g, name: G, capabilities: [seo], cost: {amount: 9, per: year}}
  - {id: h, name: H, capabilities: [seo], relation: {to: g, kind: backup}}
  - {id: i, name: I, capabilities: [dam], cost: {amount: 9, per: year}}
  - {id: j, name: J, capabilities: [dam], relation: {to: i}}
)",
       "tool.duplicates", R"(
tool a duplicates = []
tool b duplicates = []
tool a1 duplicates = []
tool b1 duplicates = []
tool a2 duplicates = [b2]
tool b2 duplicates = []
tool c duplicates = [d]
tool d duplicates = []
tool e duplicates = [f]
tool f duplicates = []
tool g duplicates = []
tool h duplicates = []
tool i duplicates = [j]
tool j duplicates = []
)"},
      {"a scope of one's own team ends no overlap with those who use it as well", R"(
teams: [{id: crm, name: C}, {id: web, name: W}]
tools:
  - {id: a, name: A, owner: crm, capabilities: [mail], scope: {teams: [crm]}, user_teams: [crm, web], cost: {amount: 9, per: year}}
  - {id: b, name: B, owner: web, capabilities: [mail], scope: {teams: [web]}, user_teams: [web]}
  - {id: c, name: C, owner: crm, capabilities: [crm], scope: {teams: [crm]}, user_teams: [crm], cost: {amount: 9, per: year}}
  - {id: d, name: D, owner: web, capabilities: [crm], scope: {teams: [web]}, user_teams: [web]}
  - {id: e, name: E, owner: crm, capabilities: [ads], scope: {teams: [web]}, user_teams: [crm, web], cost: {amount: 9, per: year}}
  - {id: f, name: F, owner: crm, capabilities: [ads], scope: {teams: [crm]}, user_teams: [crm]}
)",
       "tool.duplicates", R"(
tool a duplicates = [b]
tool b duplicates = []
tool c duplicates = []
tool d duplicates = []
tool e duplicates = []
tool f duplicates = []
)"},
  };
  check(cases);
}

TEST_CASE("lists of overlapping tools stop at ten, the dearest first") {
  std::string tools = "tools:\n";
  for (int i = 10; i < 40; ++i) {
    const int contract = i < 30 ? 2 : 1;  // twenty modules of one contract, then ten of another
    tools += fmt::format(
        "  - {{id: t{}, name: T, vendor: V, capabilities: [email], contract: {{ends: 2027-01-0{}}}, "
        "cost: {{amount: {}, per: year}}}}\n",
        i, contract, 100 - i);
  }
  tools += "  - {id: u, name: U, capabilities: [email], cost: {amount: 1, per: year}}\n";
  const std::string lists = facts_in(tools, "tool.duplicates");
  CHECK(lists.find("tool t10 duplicates = []\n") != std::string::npos);
  CHECK(lists.find("tool t29 duplicates = []\n") != std::string::npos);
  CHECK(lists.find("tool t39 duplicates = [t10, t11, t12, t13, t14, t15, t16, t17, t18, t19]\n") !=
        std::string::npos);
  CHECK(lists.find("tool u duplicates = [t10, t11, t12, t13, t14, t15, t16, t17, t18, t19]\n") !=
        std::string::npos);
  const std::string peers = facts_in(tools, "tool.shares_capability_with");
  CHECK(
      peers.find("tool t10 shares_capability_with = [t30, t31, t32, t33, t34, t35, t36, t37, t38, t39]\n") !=
      std::string::npos);
}

TEST_CASE("a scope of very many regions counts as everywhere") {
  std::string regions;
  for (int i = 0; i < 17; ++i) regions += fmt::format("{}r{}", i == 0 ? "" : ", ", i);
  CHECK(facts_in("tools:\n  - {id: a, name: A, capabilities: [email], scope: {regions: [" + regions +
                     "]}}\n  - {id: b, name: B, capabilities: [email], scope: {regions: [x]}}\n",
                 "tool.duplicates") == "tool a duplicates = []\ntool b duplicates = [a]\n");
}
