#include "unit/tables/tables_text.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

// "total 5.00, 1 without cost; overdue 1.00; 30: 1.00/2.00; 90: …"
std::string summed_up(std::string_view lists) {
  Stack stack(lists);
  sum_up_money(stack.report);
  const MoneySummary& money = stack.report.money;
  std::string text = "total " + (money.total_cost ? money.total_cost->to_string() : "not known");
  if (money.tools_without_cost > 0) text += fmt::format(", {} without cost", money.tools_without_cost);
  if (money.sunk.minor != 0) text += fmt::format("; sunk {}", money.sunk.to_string());
  if (money.at_risk.overdue.minor != 0)
    text += fmt::format("; overdue {}", money.at_risk.overdue.to_string());
  for (const AtRiskRung& rung : money.at_risk.ladder) {
    if (rung.possible.minor == 0) continue;
    text += fmt::format("; within {}: {}", rung.within_days, rung.proven.to_string());
    if (rung.possible != rung.proven) text += fmt::format(" to {}", rung.possible.to_string());
  }
  return text;
}

}  // namespace

TEST_CASE("the total is of known costs of tools in use, and not known where only the free ones say") {
  CHECK(summed_up("tools: []\n") == "total 0.00");
  CHECK(summed_up("tools: [{id: a, name: A}]\n") == "total not known, 1 without cost");
  CHECK(summed_up("tools: [{id: a, name: A, pricing: {metrics: [free]}}]\n") == "total 0.00");
  CHECK(summed_up("tools: [{id: a, name: A, pricing: {metrics: [free]}}, {id: b, name: B}]\n") ==
        "total not known, 1 without cost");
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, cost: {amount: 12, per: year}}
  - {id: b, name: B, cost: {amount: 1, per: month}}
  - {id: c, name: C, cost: {amount: 7, per: year}, status: retired}
  - {id: d, name: D, status: evaluating}
  - {id: e, name: E}
)") == "total 24.00, 1 without cost");
}

TEST_CASE("the ladder takes each contract by its notice day, the last day of a rung with it") {
  const auto contract = [](std::string_view id, std::string_view ends) {
    return fmt::format(
        "  - {{id: {0}, name: {0}, cost: {{amount: 100, per: year}}, contract: {{ends: {1}, notice_days: 0, "
        "auto_renews: true, term_months: 12}}}}\n",
        id, ends);
  };
  CHECK(summed_up("tools:\n" + contract("today", "2026-11-23")) ==
        "total 100.00; within 30: 100.00; within 90: 100.00; within 365: 100.00");
  CHECK(summed_up("tools:\n" + contract("thirty", "2026-12-23")) ==
        "total 100.00; within 30: 100.00; within 90: 100.00; within 365: 100.00");
  CHECK(summed_up("tools:\n" + contract("more", "2026-12-24")) ==
        "total 100.00; within 90: 100.00; within 365: 100.00");
  CHECK(summed_up("tools:\n" + contract("ninety", "2027-02-21")) ==
        "total 100.00; within 90: 100.00; within 365: 100.00");
  CHECK(summed_up("tools:\n" + contract("year", "2027-11-23")) == "total 100.00; within 365: 100.00");
  CHECK(summed_up("tools:\n" + contract("later", "2027-11-24")) == "total 100.00");
  CHECK(summed_up("tools:\n" + contract("thirty", "2026-12-23") + contract("ninety", "2027-02-21") +
                  contract("year", "2027-11-23")) ==
        "total 300.00; within 30: 100.00; within 90: 200.00; within 365: 300.00");
}

TEST_CASE("a contract whose notice was missed is overdue and on no rung") {
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, cost: {amount: 100, per: year}, contract: {ends: 2026-12-31, notice_days: 60, auto_renews: true, term_months: 12}}
  - {id: b, name: B, cost: {amount: 10, per: year}, contract: {ends: 2026-12-31, notice_days: 30, auto_renews: true, term_months: 24}}
)") == "total 110.00; overdue 100.00; within 30: 20.00; within 90: 20.00; within 365: 20.00");
}

TEST_CASE("who does not say that it renews commits possibly; who says that it does not, to nothing") {
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, cost: {amount: 100, per: year}, contract: {ends: 2026-12-31, notice_days: 30, term_months: 12}}
  - {id: b, name: B, cost: {amount: 10, per: year}, contract: {ends: 2026-12-31, notice_days: 30, auto_renews: false, term_months: 12}}
  - {id: c, name: C, cost: {amount: 1, per: year}, contract: {ends: 2026-12-31, notice_days: 30, auto_renews: true}}
)") == "total 111.00; within 30: 0.00 to 101.00; within 90: 0.00 to 101.00; within 365: 0.00 to 101.00");
}

TEST_CASE("what came after an end that is over may renew on any day") {
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, cost: {amount: 100, per: year}, contract: {ends: 2025-06-30, notice_days: 30}}
  - {id: b, name: B, cost: {amount: 10, per: year}, contract: {ends: 2025-06-30, auto_renews: true}}
  - {id: c, name: C, cost: {amount: 1, per: year}, contract: {ends: 2025-06-30, auto_renews: false}}
  - {id: d, name: D, cost: {amount: 1000, per: year}, contract: {ends: {before: 2027-06-30}, auto_renews: true}}
  - {id: e, name: E, cost: {amount: 5, per: year}, contract: {ends: 2025-11-22, auto_renews: true, term_months: 12}}
  - {id: f, name: F, cost: {amount: 5000, per: year}}
)") == "total 6116.00; within 30: 0.00 to 1110.00; within 90: 0.00 to 1110.00; within 365: 5.00 to 1115.00");
}

TEST_CASE(
    "a retired tool commits to something while its contract runs, and one without a cost to nothing known") {
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, status: retired, cost: {amount: 100, per: year}, contract: {ends: 2026-12-31, notice_days: 30, auto_renews: true, term_months: 12}}
)") == "total 100.00; within 30: 100.00; within 90: 100.00; within 365: 100.00");
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, status: retired, cost: {amount: 100, per: year}, contract: {ends: 2026-11-22, auto_renews: false}}
  - {id: b, name: B, contract: {ends: 2026-12-31, notice_days: 30, auto_renews: true, term_months: 12}}
  - {id: c, name: C, pricing: {metrics: [free]}, contract: {ends: 2026-12-31, notice_days: 30, auto_renews: true, term_months: 12}}
)") == "total not known, 1 without cost");
}

TEST_CASE("what was paid once stays sunk, and in no total") {
  CHECK(summed_up(R"(
tools:
  - {id: a, name: A, cost: {amount: 100, per: year}, one_time: {implementation: {amount: 40}, training: {amount: 2}}}
  - {id: b, name: B, cost: {amount: 500, per: once}}
)") == "total 100.00; sunk 542.00");
}

TEST_CASE("the money of rows is that of the facts, so that a saved report says the same") {
  const Stack stack(R"(
ledger: [{tool: b, amount: 365, period: {starts: 2025-11-24, ends: 2026-11-23}}]
tools:
  - {id: sync, name: S, kind: integration, supports: [b, a], cost: {amount: 90, per: year}}
  - {id: b, name: B, cost: {amount: 100, per: year}, usage: {active: 3}}
  - {id: a, name: A}
)");
  std::string text = "\n";
  for (const ToolMoney& money : tool_money(stack.report)) {
    text += fmt::format("{} {} year {} excess {} {}{}to {}\n", name(money.basis), money.annual.value_or(-1),
                        money.year, money.excess, money.is_examined ? "examined " : "",
                        money.is_petty ? "petty " : "", fmt::join(money.targets, "+"));
  }
  CHECK(text == R"(
estimated -1 year 0 excess 0 to 
stated 10000 year 10000 excess 26500 examined to 
stated 9000 year 9000 excess 0 to 0+1
)");
}
