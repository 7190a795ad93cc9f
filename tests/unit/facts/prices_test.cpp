// Prices that do not say what they should: every way in which price, seats, cost and metrics can disagree.
#include <string>
#include <vector>

#include "facts/prices.h"
#include "support.h"

namespace martech_audit::test {
namespace {

struct Priced {
  const char* name;
  std::string_view tool;  // what stands in the record behind its name
  std::string_view expected;
};

// "3:50 warning: message; hint", a line each.
std::string faults_of(std::string_view tool) {
  const Inventory inventory = inventory_of("tools:\n  - {id: a, name: A, " + std::string(tool) + "}\n");
  Diagnostics diagnostics;
  check_prices(inventory, diagnostics);
  std::string text;
  for (const Diagnostic& one : diagnostics.all()) {
    const Position at = one.where.source->position(one.where.begin);
    text += std::to_string(at.line) + ":" + std::to_string(at.column) + " " + std::string(name(one.level)) +
            ": " + one.message + "; " + one.hint + "\n";
  }
  return text;
}

template <std::size_t N>
void check_faults(const Priced (&cases)[N]) {
  for (const Priced& row : cases) {
    INFO(row.name);
    CHECK(faults_of(row.tool) == row.expected);
  }
}

TEST_CASE("a cost that says no period is treated as missing, and said to be") {
  static constexpr Priced cases[] = {
      {"no period", "cost: {amount: 1200}",
       R"(4:28 warning: the cost says no period, and is treated as missing; write, for instance, per: year, or say it once: defaults: {tools: {cost: {per: year}}}
)"},
      {"bare", "cost: 1200",
       R"(4:28 warning: the cost says no period, and is treated as missing; write, for instance, per: year, or say it once: defaults: {tools: {cost: {per: year}}}
)"},
      {"a year", "cost: {amount: 1200, per: year}", ""},
      {"not applicable", "cost: {not_applicable: part of the suite}", ""},
      {"nothing", "status: active", ""},
  };
  check_faults(cases);
}

TEST_CASE("a unit price times the seats is the cost, give or take a tenth") {
  static constexpr Priced cases[] = {
      {"a tenth less than the seats",
       "cost: {amount: 1000, per: year}, pricing: {unit_price: {amount: 11, per: year}}, seats: {purchased: "
       "101}",
       ""},
      {"more than a tenth less",
       "cost: {amount: 1000, per: year}, pricing: {unit_price: {amount: 11, per: year}}, seats: {purchased: "
       "102}",
       R"(4:77 warning: 102 seats at the unit price: 1122.00 EUR a year, but the cost is 1000.00; correct the price, the seats or the cost; a list price that nobody pays can be left out
)"},
      {"less than a tenth",
       "cost: {amount: 1000, per: year}, pricing: {unit_price: {amount: 11, per: year}}, seats: {purchased: "
       "100}",
       ""},
      {"less",
       "cost: {amount: 1200, per: year}, pricing: {unit_price: {amount: 1, per: month}}, seats: {purchased: "
       "10}",
       R"(4:77 warning: 10 seats at the unit price: 120.00 EUR a year, but the cost is 1200.00; correct the price, the seats or the cost; a list price that nobody pays can be left out
)"},
      {"another period",
       "cost: {amount: 100, per: month}, pricing: {unit_price: {amount: 10, per: month}}, seats: {purchased: "
       "10}",
       ""},
      {"another currency",
       "cost: {amount: 92, per: year}, pricing: {unit_price: {amount: 1, per: year, currency: USD}}, seats: "
       "{purchased: "
       "100}",
       ""},
      {"another currency, and another amount",
       "cost: {amount: 92, per: year}, pricing: {unit_price: {amount: 2, per: year, currency: USD}}, seats: "
       "{purchased: "
       "100}",
       R"(4:75 warning: 100 seats at the unit price: 184.00 EUR a year, but the cost is 92.00; correct the price, the seats or the cost; a list price that nobody pays can be left out
)"},
      {"one seat",
       "cost: {amount: 5, per: year}, pricing: {unit_price: {amount: 50, per: year}}, seats: {purchased: 1}",
       R"(4:74 warning: 1 seat at the unit price: 50.00 EUR a year, but the cost is 5.00; correct the price, the seats or the cost; a list price that nobody pays can be left out
)"},
      {"no seats",
       "cost: {amount: 5, per: year}, pricing: {unit_price: {amount: 50, per: year}}, seats: {purchased: 0}",
       ""},
      {"free seats",
       "cost: {amount: 5, per: year}, pricing: {unit_price: {amount: 0, per: year}}, seats: {purchased: 9}",
       ""},
      {"no price of seats",
       "cost: {amount: 5, per: year}, seats: {purchased: 9}, "
       "pricing: {unit_price: {amount: 9, per: year}, metrics: [contact]}",
       ""},
      {"a cost that nobody knows", "pricing: {unit_price: {amount: 9, per: year}}, seats: {purchased: 9}",
       ""},
  };
  check_faults(cases);
}

TEST_CASE("what a price depends on is named, or said to be nothing with a reason") {
  static constexpr Priced cases[] = {
      {"empty beside a cost", "cost: {amount: 5, per: year}, pricing: {metrics: []}",
       R"(4:71 warning: 'metrics' is empty, but the tool has a cost; what the price depends on is treated as missing; write what the price depends on, for instance [seat] or [flat], or leave it out if unknown
)"},
      {"free beside a cost", "cost: {amount: 5, per: year}, pricing: {metrics: [free]}",
       R"(4:71 warning: 'metrics' is only 'free', but the tool has a cost; what the price depends on is treated as missing; write what the price depends on, for instance [seat] or [flat], or leave it out if unknown
)"},
      {"free beside none", "cost: {amount: 0, per: year}, pricing: {metrics: [free]}", ""},
      {"free beside nothing", "pricing: {metrics: [free]}", ""},
      {"free, and seats", "pricing: {metrics: [free]}, seats: {purchased: 5}", ""},
      {"flat, though seats were bought",
       "cost: {amount: 50, per: year}, pricing: {metrics: [flat]}, seats: {purchased: 5}",
       R"(4:72 warning: 'metrics' names no seats, but the tool has purchased seats; what the price depends on is treated as missing; add 'seat', leave the seats out, or say why: because: {pricing.metrics: …}
)"},
      {"the same with a reason",
       "cost: {amount: 50, per: year}, pricing: {metrics: [flat]}, seats: {purchased: 5}, "
       "because: {pricing.metrics: one price for the house}",
       ""},
      {"contacts, and seats beside them",
       "cost: {amount: 50, per: year}, pricing: {metrics: [contact]}, seats: {purchased: 5}", ""},
      {"contacts, though the seats are the cost",
       "cost: {amount: 50, per: year}, seats: {purchased: 5}, "
       "pricing: {metrics: [contact], unit_price: {amount: 10, per: year}}",
       R"(4:95 warning: 'metrics' names no seats, but the tool has purchased seats; what the price depends on is treated as missing; add 'seat', leave the seats out, or say why: because: {pricing.metrics: …}
)"},
      {"seats and contacts",
       "cost: {amount: 50, per: year}, pricing: {metrics: [contact, seat]}, seats: {purchased: 5}", ""},
      {"no seats bought", "cost: {amount: 50, per: year}, pricing: {metrics: [flat]}, seats: {purchased: 0}",
       ""},
  };
  check_faults(cases);
}

TEST_CASE("an audit is told of prices that contradict each other") {
  CHECK(notes_on("tools: [{id: a, name: A, cost: {amount: 5}}]\n") ==
        R"(stack.yaml:3:32: warning: the cost says no period, and is treated as missing
    3 | tools: [{id: a, name: A, cost: {amount: 5}}]
      |                                ^~~~~~~~~~~
      hint: write, for instance, per: year, or say it once: defaults: {tools: {cost: {per: year}}}
)");
}

}  // namespace
}  // namespace martech_audit::test
