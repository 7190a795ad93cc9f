#include "support.h"

using namespace martech_audit::test;

TEST_CASE("budgets that run today") {
  constexpr const char* facts = "org.marketing_budget org.reserve_share org.budget_review_days";
  static constexpr Case cases[] = {
      {"a quarter's reserve beside a year's budget", R"(
budgets:
  - {id: all, kind: total, period: {starts: 2026-01-01, ends: 2026-12-31}, amount: 1_000}
  - {id: free, kind: reserve, period: {starts: 2026-10-01, ends: 2026-12-31}, amount: 23, currency: USD}
  - {id: ads, kind: media, amount: 500}
  - {id: last, kind: total, period: {starts: 2025-01-01, ends: 2026-11-22}, amount: 7_000}
  - {id: next, kind: reserve, period: {starts: 2026-11-24}}
)",
       facts, R"(
organisation budget_review_days = 365
organisation marketing_budget = 1000.00
organisation reserve_share = 0.0839
)"},
      {"what a budget comes to in a year", R"(
budgets:
  - {id: a, kind: media, period: {starts: 2026-07-01, ends: 2026-12-31}, amount: 100}
  - {id: b, kind: media, period: {starts: 2020-01-01, ends: 2020-12-31}, amount: 100, currency: USD}
  - {id: c, kind: media, period: {ends: 2020-12-31}, amount: 100}
)",
       "budget.annual_amount", R"(
budget a annual_amount = 198.37
budget b annual_amount = 92.00
budget c annual_amount = unknown (period.starts)
)"},
      {"the rarest review counts, and the end of a period is one", R"(
budgets:
  - {id: a, kind: total, period: {starts: 2026-11-23, ends: 2027-11-22}, amount: 100, review_days: 30}
  - {id: b, kind: total, period: {starts: 2026-10-01, ends: 2026-11-23}, amount: 540, review_days: 90}
)",
       facts, R"(
organisation budget_review_days = 54
organisation marketing_budget = 3750.00
organisation reserve_share = 0.0000
)"},
      {"any of them may be the reserve while it does not say what it is for", R"(
budgets:
  - {id: a, kind: total, period: {ends: 2027-11-22}, amount: 100}
  - {id: b, period: {starts: {before: 2026-11-24}, ends: 2026-11-30}}
  - {id: c, period: {ends: {before: 2026-11-23}}}
)",
       facts, R"(
organisation budget_review_days = unknown (budget a.period.starts, budget b.kind, budget b.period.starts, budget b.amount)
organisation marketing_budget = unknown (budget a.period.starts, budget b.kind, budget b.period.starts, budget b.amount)
organisation reserve_share = unknown (budget a.period.starts, budget b.kind, budget b.period.starts, budget b.amount)
)"},
      {"parts alone do not show the whole", R"(
budgets: [{id: free, kind: reserve, period: {starts: 2026-01-01, ends: 2026-12-31}, amount: 5}]
)",
       facts, R"(
organisation budget_review_days = unknown (budgets)
organisation marketing_budget = unknown (budgets)
organisation reserve_share = unknown (budgets)
)"},
  };
  check(cases);
}
