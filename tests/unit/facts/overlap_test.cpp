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
tool d shares_capability_with = [a, b, c, e]
tool e shares_capability_with = [a, b, c, d]
)"},
  };
  check(cases);
}

TEST_CASE("lists of overlapping tools stop at ten, the dearest first") {
  std::string tools = "tools:\n";
  for (int i = 10; i < 40; ++i) {
    const int contract = i < 30 ? 1 : 2;  // twenty modules of one contract, then ten of another
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
