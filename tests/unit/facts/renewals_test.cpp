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
       "tool.renewal_commitment tool.possible_commitment tool.contract_ends",
       R"(
tool a action_by = 2026-11-30
tool b action_by = 2027-05-01
tool c action_by = 2026-12-31
tool d action_by = 2026-11-23
tool a contract_ends = 2027-02-28
tool b contract_ends = 2026-12-31
tool c contract_ends = 2026-12-31
tool d contract_ends = 2026-11-23
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
tool a possible_commitment = 1000.00
tool b possible_commitment = 500.00
tool c possible_commitment = 0.00
tool d possible_commitment = unknown (cost)
tool a renewal_commitment = 1000.00
tool b renewal_commitment = 500.00
tool c renewal_commitment = 0.00
tool d renewal_commitment = unknown (cost, contract.term_months)
tool a renews_on = 2027-03-01
tool b renews_on = 2027-01-01
tool c renews_on = 2027-01-01
tool d renews_on = 2026-11-24
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
       "tool.contract_ends tool.notice_by tool.notice_missed tool.action_by tool.days_to_renewal", R"(
tool a action_by = 2025-06-30
tool b action_by = 2027-05-31
tool c action_by = unknown (contract.term_months)
tool d action_by = unknown (contract.auto_renews, contract.term_months)
tool e action_by = unknown (contract.ends)
tool f action_by = unknown (contract: open source)
tool g action_by = unknown (contract.ends)
tool a contract_ends = 2025-06-30
tool b contract_ends = 2027-06-30
tool c contract_ends = unknown (contract.term_months)
tool d contract_ends = unknown (contract.auto_renews, contract.term_months)
tool e contract_ends = unknown (contract.ends)
tool f contract_ends = unknown (contract: open source)
tool g contract_ends = unknown (contract.ends)
tool a days_to_renewal = -511
tool b days_to_renewal = 219
tool c days_to_renewal = unknown (contract.term_months)
tool d days_to_renewal = unknown (contract.auto_renews, contract.term_months)
tool e days_to_renewal = unknown (contract.ends)
tool f days_to_renewal = unknown (contract: open source)
tool g days_to_renewal = unknown (contract.ends)
tool a notice_by = 2025-06-30
tool b notice_by = 2027-05-31
tool c notice_by = unknown (contract.term_months)
tool d notice_by = unknown (contract.auto_renews, contract.term_months)
tool e notice_by = unknown (contract.ends)
tool f notice_by = unknown (contract: open source)
tool g notice_by = unknown (contract.ends)
tool a notice_missed = false
tool b notice_missed = false
tool c notice_missed = unknown (contract.term_months)
tool d notice_missed = unknown (contract.auto_renews, contract.term_months)
tool e notice_missed = unknown (contract.auto_renews, contract.ends)
tool f notice_missed = unknown (contract: open source)
tool g notice_missed = unknown (contract.auto_renews, contract.ends)
)"},
      {"a notice day that lies ahead is not missed, whoever keeps silent on renewal", R"(
tools:
  - {id: a, name: A, contract: {ends: 2026-12-23, notice_days: 30}}
  - {id: b, name: B, contract: {ends: 2026-12-22, notice_days: 30}}
  - {id: c, name: C, contract: {ends: 2026-12-22, notice_days: 30, auto_renews: true}}
  - {id: d, name: D, contract: {ends: 2026-11-23}}
)",
       "tool.notice_missed", R"(
tool a notice_missed = false
tool b notice_missed = unknown (contract.auto_renews)
tool c notice_missed = true
tool d notice_missed = false
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
      {"the first term and those after it, counted from the start", R"(
tools:
  - {id: a, name: A, contract: {starts: 2024-02-29, initial_term_months: 36, renewal_term_months: 12, notice_days: 30, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: b, name: B, contract: {starts: 2024-08-31, term_months: 6, auto_renews: true, notice_days: 30}, cost: {amount: 1200, per: year}}
  - {id: c, name: C, contract: {starts: 2023-08-31, ends: 2026-02-27, initial_term_months: 24, renewal_term_months: 6, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: d, name: D, contract: {starts: 2025-01-15, term_months: 12, auto_renews: false}}
  - {id: e, name: E, contract: {starts: 2025-01-15, renewal_term_months: 12, auto_renews: true}}
  - {id: f, name: F, contract: {starts: {before: 2025-01-15}, term_months: 12, auto_renews: true}}
  - {id: g, name: G, contract: {starts: 2025-03-01, ends: {not_applicable: open end}, term_months: 12, auto_renews: true}}
)",
       "tool.contract_ends tool.renews_on tool.notice_by tool.notice_known tool.first_term_months "
       "tool.next_term_months tool.renewal_commitment",
       R"(
tool a contract_ends = 2027-02-27
tool b contract_ends = 2027-02-27
tool c contract_ends = 2027-02-27
tool d contract_ends = 2026-01-14
tool e contract_ends = unknown (contract.ends)
tool f contract_ends = unknown (contract.ends)
tool g contract_ends = unknown (contract.ends: open end)
tool a first_term_months = 36
tool b first_term_months = 6
tool c first_term_months = 24
tool d first_term_months = 12
tool e first_term_months = unknown (contract.term_months)
tool f first_term_months = 12
tool g first_term_months = 12
tool a next_term_months = 12
tool b next_term_months = 6
tool c next_term_months = 6
tool d next_term_months = 12
tool e next_term_months = 12
tool f next_term_months = 12
tool g next_term_months = 12
tool a notice_by = 2027-01-28
tool b notice_by = 2027-01-28
tool c notice_by = 2027-02-27
tool d notice_by = 2026-01-14
tool e notice_by = unknown (contract.ends)
tool f notice_by = unknown (contract.ends)
tool g notice_by = unknown (contract.ends: open end)
tool a notice_known = true
tool b notice_known = true
tool c notice_known = false
tool d notice_known = false
tool e notice_known = false
tool f notice_known = false
tool g notice_known = false
tool a renewal_commitment = 1200.00
tool b renewal_commitment = 600.00
tool c renewal_commitment = 600.00
tool d renewal_commitment = 0.00
tool e renewal_commitment = unknown (cost)
tool f renewal_commitment = unknown (cost)
tool g renewal_commitment = unknown (cost)
tool a renews_on = 2027-02-28
tool b renews_on = 2027-02-28
tool c renews_on = 2027-02-28
tool d renews_on = 2026-01-15
tool e renews_on = unknown (contract.ends)
tool f renews_on = unknown (contract.ends)
tool g renews_on = unknown (contract.ends: open end)
)"},
      {"a term derived from the first and last day proves a year at most", R"(
tools:
  - {id: a, name: A, contract: {starts: 2026-01-01, ends: 2026-12-31, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: b, name: B, contract: {starts: 2024-01-01, ends: 2026-12-31, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: c, name: C, contract: {starts: 2025-11-01, ends: 2026-10-31, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: d, name: D, contract: {starts: 2024-11-01, ends: 2026-10-31, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: e, name: E, contract: {starts: 2026-01-01, ends: 2026-12-30}, cost: {amount: 1200, per: year}}
  - {id: f, name: F, contract: {starts: 2026-01-01, ends: 2026-12-10, auto_renews: true}, cost: {amount: 1200, per: year}}
  - {id: g, name: G, contract: {ends: 2026-12-31, auto_renews: false}, cost: {amount: 1200, per: year}}
  - {id: h, name: H, contract: {ends: 2026-12-31}}
)",
       "tool.contract_ends tool.next_term_months tool.term_derived tool.action_by tool.renewal_commitment "
       "tool.possible_commitment",
       R"(
tool a action_by = 2026-12-31
tool b action_by = 2026-12-31
tool c action_by = 2027-10-31
tool d action_by = unknown (contract.term_months)
tool e action_by = 2026-12-30
tool f action_by = 2026-12-10
tool g action_by = 2026-12-31
tool h action_by = 2026-12-31
tool a contract_ends = 2026-12-31
tool b contract_ends = 2026-12-31
tool c contract_ends = 2027-10-31
tool d contract_ends = unknown (contract.term_months)
tool e contract_ends = 2026-12-30
tool f contract_ends = 2026-12-10
tool g contract_ends = 2026-12-31
tool h contract_ends = 2026-12-31
tool a next_term_months = 12
tool b next_term_months = unknown at least 12 at most 36 (contract.term_months)
tool c next_term_months = 12
tool d next_term_months = unknown at least 12 at most 24 (contract.term_months)
tool e next_term_months = 12
tool f next_term_months = unknown (contract.term_months)
tool g next_term_months = unknown (contract.term_months)
tool h next_term_months = unknown (contract.term_months)
tool a possible_commitment = 1200.00
tool b possible_commitment = 3600.00
tool c possible_commitment = 1200.00
tool d possible_commitment = 2400.00
tool e possible_commitment = 1200.00
tool f possible_commitment = 1200.00
tool g possible_commitment = 0.00
tool h possible_commitment = unknown (cost)
tool a renewal_commitment = 1200.00
tool b renewal_commitment = 1200.00
tool c renewal_commitment = 1200.00
tool d renewal_commitment = 1200.00
tool e renewal_commitment = unknown (contract.auto_renews)
tool f renewal_commitment = unknown (contract.term_months)
tool g renewal_commitment = 0.00
tool h renewal_commitment = unknown (contract.auto_renews, cost, contract.term_months)
tool a term_derived = true
tool b term_derived = true
tool c term_derived = true
tool d term_derived = true
tool e term_derived = true
tool f term_derived = false
tool g term_derived = false
tool h term_derived = false
)"},
  };
  check(cases);
}

TEST_CASE("terms follow each other without a gap") {
  struct Row {
    const char* ends;
    int term_months;
    const char* as_of;
    const char* ends_on;
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
    CHECK(facts_in(tools, "tool.contract_ends", *parse_date(row.as_of)) ==
          std::string("tool a contract_ends = ") + row.ends_on + "\n");
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
      CHECK(facts_in(tools, "tool.contract_ends", as_of) ==
            "tool a contract_ends = " + to_string(from_days(expected)) + "\n");
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
