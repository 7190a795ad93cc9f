#include "support.h"

using namespace martech_audit;
using namespace martech_audit::test;

TEST_CASE("when contracts renew") {
  static constexpr Case cases[] = {
      {"the notice deadline, inclusive", R"(
tools:
  - {id: a, name: A, contract: {ends: 2027-02-28, notice_days: 90, auto_renews: true, term_months: 12}, cost: {amount: 1000, per: year}}
  - {id: b, name: B, contract: {ends: 2026-12-31, notice_days: 60, auto_renews: true, term_months: 6}, cost: {amount: 1000, per: year}}
  - {id: c, name: C, contract: {ends: 2026-12-31, notice_days: 60, auto_renews: false}}
  - {id: d, name: D, contract: {ends: 2026-11-23, notice_days: 0, auto_renews: true}}
)",
       "tool.renews_on tool.notice_by tool.days_to_renewal tool.days_to_notice tool.notice_missed "
       "tool.action_by "
       "tool.renewal_commitment",
       R"(
tool a action_by = 2026-11-30
tool b action_by = 2027-05-01
tool c action_by = 2026-12-31
tool d action_by = 2026-11-23
tool a days_to_notice = 7
tool b days_to_notice = -22
tool c days_to_notice = -22
tool d days_to_notice = 0
tool a days_to_renewal = 97
tool b days_to_renewal = 38
tool c days_to_renewal = 38
tool d days_to_renewal = 0
tool a notice_by = 2026-11-30
tool b notice_by = 2026-11-01
tool c notice_by = 2026-11-01
tool d notice_by = 2026-11-23
tool a notice_missed = false
tool b notice_missed = true
tool c notice_missed = false
tool d notice_missed = false
tool a renewal_commitment = 1000.00
tool b renewal_commitment = 500.00
tool c renewal_commitment = 0.00
tool d renewal_commitment = unknown (cost, contract.term_months)
tool a renews_on = 2027-02-28
tool b renews_on = 2026-12-31
tool c renews_on = 2026-12-31
tool d renews_on = 2026-11-23
)"},
      {"what is over stays over, or rolls on, or nobody knows", R"(
tools:
  - {id: a, name: A, contract: {ends: 2025-06-30, auto_renews: false}}
  - {id: b, name: B, contract: {ends: 2025-06-30, auto_renews: true, term_months: 12, notice_days: 30}}
  - {id: c, name: C, contract: {ends: 2025-06-30, auto_renews: true}}
  - {id: d, name: D, contract: {ends: 2025-06-30}}
  - {id: e, name: E, contract: {ends: {before: 2027-06-30}}}
  - {id: f, name: F, contract: {not_applicable: open source}}
  - {id: g, name: G}
)",
       "tool.renews_on tool.notice_by tool.notice_missed tool.action_by tool.days_to_renewal", R"(
tool a action_by = 2025-06-30
tool b action_by = 2027-05-31
tool c action_by = unknown (contract.term_months)
tool d action_by = unknown (contract.auto_renews, contract.term_months)
tool e action_by = unknown (contract.ends)
tool f action_by = unknown (contract: open source)
tool g action_by = unknown (contract.ends)
tool a days_to_renewal = -511
tool b days_to_renewal = 219
tool c days_to_renewal = unknown (contract.term_months)
tool d days_to_renewal = unknown (contract.auto_renews, contract.term_months)
tool e days_to_renewal = unknown (contract.ends)
tool f days_to_renewal = unknown (contract: open source)
tool g days_to_renewal = unknown (contract.ends)
tool a notice_by = unknown (contract.notice_days)
tool b notice_by = 2027-05-31
tool c notice_by = unknown (contract.term_months, contract.notice_days)
tool d notice_by = unknown (contract.auto_renews, contract.term_months, contract.notice_days)
tool e notice_by = unknown (contract.ends, contract.notice_days)
tool f notice_by = unknown (contract: open source)
tool g notice_by = unknown (contract.ends, contract.notice_days)
tool a notice_missed = false
tool b notice_missed = false
tool c notice_missed = unknown (contract.term_months, contract.notice_days)
tool d notice_missed = unknown (contract.auto_renews, contract.term_months, contract.notice_days)
tool e notice_missed = unknown (contract.auto_renews, contract.ends, contract.notice_days)
tool f notice_missed = unknown (contract: open source)
tool g notice_missed = unknown (contract.auto_renews, contract.ends, contract.notice_days)
tool a renews_on = 2025-06-30
tool b renews_on = 2027-06-30
tool c renews_on = unknown (contract.term_months)
tool d renews_on = unknown (contract.auto_renews, contract.term_months)
tool e renews_on = unknown (contract.ends)
tool f renews_on = unknown (contract: open source)
tool g renews_on = unknown (contract.ends)
)"},
      {"a missed notice without a term: nobody knows when the next chance comes", R"(
tools:
  - {id: a, name: A, contract: {ends: 2026-12-01, notice_days: 30, auto_renews: true}}
  - {id: b, name: B, contract: {ends: 2026-12-01, notice_days: 30, term_months: 12}}
)",
       "tool.action_by", R"(
tool a action_by = unknown (contract.term_months)
tool b action_by = unknown (contract.auto_renews)
)"},
  };
  check(cases);
}

TEST_CASE("terms follow each other without a gap") {
  struct Row {
    const char* ends;
    int term_months;
    const char* as_of;
    const char* renews_on;
  };
  static constexpr Row rows[] = {
      {"2024-02-29", 12, "2024-03-01", "2025-02-28"}, {"2024-02-29", 12, "2027-03-01", "2028-02-29"},
      {"2023-02-28", 12, "2023-03-01", "2024-02-29"}, {"2026-01-31", 1, "2026-02-01", "2026-02-28"},
      {"2026-01-31", 1, "2026-03-01", "2026-03-31"},  {"2026-04-30", 3, "2026-05-01", "2026-07-31"},
      {"2026-06-15", 12, "2026-06-15", "2026-06-15"}, {"2026-06-15", 12, "2026-06-16", "2027-06-15"},
      {"2026-06-15", 12, "2027-06-15", "2027-06-15"}, {"2026-06-15", 12, "2027-06-16", "2028-06-15"},
      {"2020-05-30", 1, "2026-02-28", "2026-03-30"},  {"2025-12-31", 36, "2026-01-01", "2028-12-31"},
      {"1990-01-01", 1, "2026-11-23", "2026-12-01"},  {"2025-12-31", 600, "2026-01-01", "2075-12-31"},
  };
  for (const Row& row : rows) {
    INFO(row.ends << " + " << row.term_months << " months, on " << row.as_of);
    const std::string tools = std::string("tools:\n  - {id: a, name: A, contract: {ends: ") + row.ends +
                              ", auto_renews: true, term_months: " + std::to_string(row.term_months) + "}}\n";
    CHECK(facts_in(tools, "tool.renews_on", *parse_date(row.as_of)) ==
          std::string("tool a renews_on = ") + row.renews_on + "\n");
  }
}

TEST_CASE("every day falls into one term") {
  // Whatever the term, the end found is the first of the sequence that is not over.
  for (const int term : {1, 2, 5, 12, 18}) {
    for (int offset = 1; offset < 1200; offset += 13) {
      const Date as_of = from_days(days_since_epoch(*parse_date("2024-01-31")) + offset);
      std::int64_t expected = 0;
      for (int n = 1; expected < days_since_epoch(as_of); ++n) {
        expected = days_since_epoch(add_months(*parse_date("2024-02-01"), n * term)) - 1;
      }
      const std::string tools =
          "tools:\n  - {id: a, name: A, contract: {ends: 2024-01-31, auto_renews: true, "
          "term_months: " +
          std::to_string(term) + "}}\n";
      INFO(to_string(as_of) << ", terms of " << term);
      CHECK(facts_in(tools, "tool.renews_on", as_of) ==
            "tool a renews_on = " + to_string(from_days(expected)) + "\n");
    }
  }
}

TEST_CASE("contracts taken to have renewed are noted, and the longest notice is counted") {
  CHECK(notes_on("tools:\n  - {id: a, name: A, contract: {ends: 2025-06-30, auto_renews: true, term_months: "
                 "12}}\n") ==
        "stack.yaml:4:39: note: this contract ended on 2025-06-30 and renews automatically, so its end is "
        "assumed "
        "to be "
        "2027-06-30\n"
        "    4 |   - {id: a, name: A, contract: {ends: 2025-06-30, auto_renews: true, term_months: 12}}\n"
        "      |                                       ^~~~~~~~~~\n"
        "      hint: enter the end of the current term\n");
  CHECK(notes_on(
            "tools:\n  - {id: a, name: A, status: retired, contract: {ends: 2025-06-30, auto_renews: true, "
            "term_months: 12}}\n")
            .empty());
  CHECK(facts_in("tools:\n  - {id: a, name: A, contract: {ends: 2027-06-30, notice_days: 3660}}\n",
                 "tool.notice_by") == "tool a notice_by = 2017-06-22\n");
}
