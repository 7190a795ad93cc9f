// Doubtful labels and prices, and amounts and days at the ends of their range.
#include "facts/labels.h"
#include "facts/prices.h"
#include "support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

// "message (hint)", a line each, of what is odd about the tools.
std::string odd(std::string_view tool) {
  const Inventory inventory = inventory_of("tools: [{id: a, name: A, " + std::string(tool) + "}]\n");
  Diagnostics diagnostics;
  check_labels(inventory, diagnostics);
  check_prices(inventory, diagnostics);
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) text += one.message + " (" + one.hint + ")\n";
  return text;
}

std::string odd_label(std::string_view path, std::string_view said, std::string_view instead) {
  return "'" + std::string(path) + "' is " + std::string(said) + ", which is odd for the tool's category; " +
         std::string(instead) + " (correct one of the two, or say why: because: {" + std::string(path) +
         ": …})\n";
}

}  // namespace

TEST_CASE("labels that contradict the category are odd until a reason stands beside them") {
  const std::string kind =
      odd_label("kind", "'infrastructure'", "it is not known whether the tool enables others");
  const std::string business = kind.substr(0, kind.find(", or say why")) + ")\n";
  CHECK(odd("category: crm, kind: business") == "");
  CHECK(odd("category: crm, kind: infrastructure") == business);
  CHECK(odd("category: crm, kind: infrastructure, because: {kind: we sell it on}") == business);
  CHECK(odd("category: session-replay, kind: infrastructure") == business);
  CHECK(odd("category: feedback, kind: infrastructure") == business);
  CHECK(odd("category: seo, kind: infrastructure") == kind);
  CHECK(odd("category: seo, kind: infrastructure, because: {kind: so it is}") == "");
  CHECK(odd("category: dashboards, kind: infrastructure") == "");
  CHECK(odd("kind: infrastructure") == "");
  CHECK(odd("category: something of ours, kind: infrastructure") == "");
  CHECK(odd("category: crm, data: {personal: false}") ==
        odd_label("data.personal", "false", "treated as missing"));
  CHECK(odd("category: crm, data: {personal: true}") == "");
  CHECK(odd("category: crm, data: {personal: false}, because: {data.personal: it knows companies only}") ==
        "");
  CHECK(odd("category: seo, data: {personal: false}") == "");
  CHECK(odd("category: crm, criticality: optional") ==
        odd_label("criticality", "'optional'", "rules take it at its word"));
  CHECK(odd("category: crm, criticality: important") == "");
  CHECK(odd("category: crm, criticality: optional, because: {criticality: there is another one}") == "");
  CHECK(odd("category: seo, criticality: optional") == "");
}

TEST_CASE("a unit price that is far from the cost is said with both amounts") {
  const auto price = [](std::string_view cost, std::string_view unit, int seats, std::string_view metrics) {
    return odd("cost: {amount: " + std::string(cost) + ", per: year}, seats: {purchased: " +
               std::to_string(seats) + "}, pricing: {unit_price: {amount: " + std::string(unit) +
               ", per: month}" + std::string(metrics) + "}");
  };
  const std::string fix =
      " (correct the price, the seats or the cost; a list price that nobody pays can be left out)\n";
  CHECK(price("1200", "10", 10, "") == "");
  CHECK(price("1080", "10", 10, "") == "");  // a tenth less
  CHECK(price("1079", "10", 10, "") ==
        "10 seats at the unit price: 1200.00 EUR a year, but the cost is 1079.00" + fix);
  CHECK(price("1333", "10", 10, "") == "");
  CHECK(price("1334", "10", 10, "") ==
        "10 seats at the unit price: 1200.00 EUR a year, but the cost is 1334.00" + fix);
  CHECK(price("5000", "10", 10, ", metrics: [contact]") == "");
  CHECK(price("5000", "10", 10, ", metrics: [contact, seat]") != "");
  CHECK(price("5000", "0", 10, "") == "");
  CHECK(price("5000", "10", 0, "") == "");
  CHECK(price("500", "10", 1, "") ==
        "1 seat at the unit price: 120.00 EUR a year, but the cost is 500.00" + fix);
}

TEST_CASE("a cost whose price depends on nothing is odd, unless a reason is given") {
  const auto said = [](std::string_view what) {
    return "'metrics' is " + std::string(what) +
           ", but the tool has a cost; what the price depends on is treated as missing (write what the price "
           "depends "
           "on, for instance [seat] or [flat], or leave it out if unknown)\n";
  };
  CHECK(odd("cost: {amount: 5, per: year}, pricing: {metrics: []}") == said("empty"));
  CHECK(odd("cost: {amount: 5, per: year}, pricing: {metrics: [free]}") == said("only 'free'"));
  CHECK(odd("cost: {amount: 5, per: year}, pricing: {metrics: [free, seat]}") == "");
  CHECK(odd("cost: {amount: 0, per: year}, pricing: {metrics: [free]}") == "");
  CHECK(odd("pricing: {metrics: [free]}") == "");
  CHECK(odd("cost: {amount: 5, per: year}, pricing: {metrics: [free]}, because: {pricing.metrics: it came "
            "with another}") == "");
}

TEST_CASE("metrics that name no seats beside purchased ones are odd") {
  const std::string odd_metrics =
      "'metrics' names no seats, but the tool has purchased seats; what the price depends on is treated as "
      "missing (add 'seat', leave the seats out, or say why: because: {pricing.metrics: …})\n";
  CHECK(odd("seats: {purchased: 9}, pricing: {metrics: [flat]}") == odd_metrics);
  CHECK(odd("seats: {purchased: 9}, pricing: {metrics: [contact]}") == "");
  CHECK(odd("seats: {purchased: 9}, cost: {amount: 90, per: year}, pricing: {metrics: [contact], unit_price: "
            "{amount: 10, per: year}}") == odd_metrics);
  CHECK(odd("seats: {purchased: 0}, pricing: {metrics: [flat]}") == "");
  CHECK(odd("seats: {purchased: 9}, pricing: {metrics: [free]}") == "");
}

TEST_CASE("amounts and days at the ends of their range") {
  static constexpr Case cases[] = {
      {"a commitment that no amount can hold is not known", R"(
tools:
  - {id: a, name: A, cost: {amount: 1_000_000_000_000_000, per: month}, contract: {ends: 2027-01-31, auto_renews: true, term_months: 600}}
  - {id: b, name: B, cost: {amount: 1_000_000_000_000_000, per: year}, contract: {ends: 2027-01-31, auto_renews: true, term_months: 600}}
)",
       "tool.renewal_commitment tool.possible_commitment", R"(
tool a possible_commitment = unknown (cost.amount)
tool b possible_commitment = 50000000000000000.00
tool a renewal_commitment = unknown (cost.amount)
tool b renewal_commitment = 50000000000000000.00
)"},
      {"of a reserve what is neither committed nor spent is free, whichever is more, and never less than "
       "nothing",
       R"(
budgets:
  - {id: all, kind: total, period: {starts: 2026-01-01, ends: 2026-12-31}, amount: 805}
  - {id: a, kind: reserve, period: {starts: 2026-01-01, ends: 2026-12-31}, amount: 50.5, committed: 10.25, spent: 20}
  - {id: b, kind: reserve, period: {starts: 2026-01-01, ends: 2026-12-31}, amount: 50, committed: 40.25}
  - {id: c, kind: reserve, period: {starts: 2026-01-01, ends: 2026-12-31}, amount: 50, committed: 60, spent: 70}
)",
       "org.reserve_share", R"(
organisation reserve_share = 0.0500
)"},
      {"a budget runs on its first and its last day", R"(
budgets:
  - {id: a, kind: total, period: {starts: 2026-11-23, ends: 2027-11-22}, amount: 100}
  - {id: b, kind: total, period: {starts: 2025-11-24, ends: 2026-11-23}, amount: 10}
  - {id: c, kind: total, period: {starts: 2026-11-24, ends: 2027-11-23}, amount: 1}
  - {id: d, kind: total, period: {starts: 2025-11-23, ends: 2026-11-22}, amount: 1}
)",
       "org.marketing_budget org.budget_review_days", R"(
organisation budget_review_days = 365
organisation marketing_budget = 110.00
)"},
      {"a retired tool that was paid after its last day is still paid for", R"(
ledger:
  - {tool: a, amount: 10, period: {starts: 2026-06-01, ends: 2026-06-30}}
  - {tool: b, amount: 10, period: {starts: 2026-06-01, ends: 2026-06-30}}
  - {tool: c, amount: 10, period: {starts: 2026-06-01, ends: 2026-06-30}}
  - {tool: d, amount: 10, period: {starts: 2026-06-01, ends: 2026-11-23}}
tools:
  - {id: a, name: A, status: retired, retired_on: 2026-06-29}
  - {id: b, name: B, status: retired, retired_on: 2026-06-30}
  - {id: c, name: C, status: retired, retired_on: {before: 2026-06-29}}
  - {id: d, name: D, status: retired}
)",
       "tool.still_paid", R"(
tool a still_paid = true
tool b still_paid = false
tool c still_paid = false
tool d still_paid = true
)"},
      {"of several pilots the longest running counts, and one that is decided late ends it", R"(
initiatives:
  - {id: a1, tool: a, kind: pilot, starts: 2026-11-01}
  - {id: a2, tool: a, kind: pilot, starts: 2026-05-01}
  - {id: b1, tool: b, kind: pilot, starts: 2026-05-27}
  - {id: b2, tool: b, kind: pilot}
  - {id: c1, tool: c, kind: pilot, starts: 2026-11-01}
  - {id: c2, tool: c, kind: pilot, starts: 2026-11-01, decide_by: 2026-11-22}
  - {id: d1, tool: d, kind: pilot, starts: 2026-11-01, decide_by: {before: 2026-11-02}}
tools: [{id: a, name: A, status: pilot}, {id: b, name: B, status: pilot}, {id: c, name: C, status: pilot}, {id: d, name: D, status: pilot}]
)",
       "tool.too_early", R"(
tool a too_early = false
tool b too_early = true
tool c too_early = false
tool d too_early = true
)"},
      {"what is retired has no grace", R"(
tools: [{id: a, name: A, status: retired}, {id: b, name: B, status: retired, live_on: 2026-11-01}]
)",
       "tool.too_early", R"(
tool a too_early = false
tool b too_early = false
)"},
      {"of two counts of a day the lower one, and a day that is a bound tells nothing", R"(
tools:
  - {id: a, name: A, usage: {active: 30, measured_on: 2026-11-01, history: [{measured_on: 2026-08-01, active: 60}, {measured_on: 2026-08-01, active: 40}]}}
  - {id: b, name: B, usage: {active: 30, measured_on: 2026-11-01, history: [{measured_on: {before: 2026-08-01}, active: 60}]}}
)",
       "tool.usage_falls tool.usage_lost", R"(
tool a usage_falls = 1
tool b usage_falls = unknown (usage.history)
tool a usage_lost = 0.2500
tool b usage_lost = unknown (usage.history)
)"},
  };
  check(cases);
}
