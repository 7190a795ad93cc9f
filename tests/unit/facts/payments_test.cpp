#include "support.h"

using namespace martech_audit::test;

TEST_CASE("what finance paid for tools") {
  static constexpr Case cases[] = {
      {"brought to a year by the days paid for, each once", R"(
ledger:
  - {tool: a, amount: 100, period: {starts: 2025-12-01, ends: 2026-11-30}}
  - {tool: b, amount: 10, period: {starts: 2026-06-01, ends: 2026-06-30}}
  - {tool: b, amount: 10, period: {starts: 2026-08-01, ends: 2026-08-30}}
  - {tool: b, amount: 4, period: {starts: 2026-08-11, ends: 2026-09-09}}
  - {vendor: Umbrella, amount: 20, currency: USD, period: {starts: 2026-11-23, ends: 2027-11-22}}
  - {tool: d, amount: 9, period: {starts: 2024-10-25, ends: 2025-10-23}}
  - {tool: e, amount: 9, period: {starts: 2024-10-25, ends: 2025-10-24}}
  - {tool: e, amount: 9, period: {starts: 2026-11-24, ends: 2027-11-24}}
tools:
  - {id: a, name: A, vendor: Acme}
  - {id: b, name: B, vendor: Acme}
  - {id: c, name: C, vendor: umbrella}
  - {id: d, name: D, vendor: Acme}
  - {id: e, name: E, vendor: Acme}
)",
       "tool.paid_yearly tool.still_paid", R"(
tool a paid_yearly = 100.00
tool b paid_yearly = 125.14
tool c paid_yearly = 18.40
tool d paid_yearly = 0.00
tool e paid_yearly = 9.00
tool a still_paid = true
tool b still_paid = false
tool c still_paid = true
tool d still_paid = false
tool e still_paid = false
)"},
      {"of a vendor with several tools nobody knows which was paid for", R"(
ledger:
  - {vendor: Acme, amount: 100, period: {starts: 2025-12-01, ends: 2026-11-30}}
  - {tool: a, amount: 100, period: {starts: 2025-12-01, ends: 2026-11-30}}
  - {tool: c, amount: 100, period: {starts: 2025-12-01}}
tools:
  - {id: a, name: A, vendor: Acme}
  - {id: b, name: B, vendor: Acme}
  - {id: c, name: C, vendor: Initech}
)",
       "tool.paid_yearly tool.still_paid org.unlisted_vendors", R"(
organisation unlisted_vendors = []
tool a paid_yearly = unknown (ledger.tool)
tool b paid_yearly = unknown (ledger.tool)
tool c paid_yearly = unknown (ledger.period.ends)
tool a still_paid = true
tool b still_paid = unknown (ledger.tool)
tool c still_paid = unknown (ledger.period.ends)
)"},
      {"vendors of none of the tools", R"(
ledger:
  - {vendor: Hooli, amount: 100, period: {starts: 2025-12-01, ends: 2026-11-30}}
  - {vendor: Hooli, amount: 10}
  - {vendor: Enron, amount: 10, currency: USD, period: {starts: 2020-01-01, ends: 2025-10-24}}
  - {vendor: Gone, amount: 10, period: {starts: 2020-01-01, ends: 2025-10-23}}
tools: [{id: a, name: A, vendor: Acme}]
)",
       "org.unlisted_vendors org.unlisted_spend org.unassigned_spend", R"(
organisation unassigned_spend = 119.20
organisation unlisted_spend = 119.20
organisation unlisted_vendors = ['Enron', 'Hooli']
)"},
      {"a tool without a vendor may be anybody's, a payment without one for anything", R"(
ledger:
  - {vendor: Hooli, amount: 100, period: {starts: 2025-12-01, ends: 2026-11-30}}
  - {amount: 100, period: {starts: 2025-12-01, ends: 2026-11-30}}
tools: [{id: a, name: A, vendor: Acme}, {id: b, name: B}]
)",
       "tool.paid_yearly org.unlisted_vendors org.unlisted_spend org.unassigned_spend", R"(
organisation unassigned_spend = 200.00
organisation unlisted_spend = unknown (ledger.vendor, ledger.tool)
organisation unlisted_vendors = unknown (ledger.vendor, ledger.tool)
tool a paid_yearly = unknown (ledger.vendor)
tool b paid_yearly = unknown (ledger.vendor, ledger.tool)
)"},
      {"no ledger", R"(
tools: [{id: a, name: A, vendor: Acme}]
)",
       "tool.paid_yearly org.unlisted_vendors", R"(
organisation unlisted_vendors = unknown (ledger)
tool a paid_yearly = unknown (organisation.ledger)
)"},
  };
  check(cases);
}
