// Fields that bound each other, and amounts by the decimals of their currency.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

struct LimitCase {
  std::string text;
  std::string said;  // of the message, without its place; empty: nothing
};

// The message alone: places of such faults are those of the field, see link_diagnostics_test.cpp.
std::string message_of(const std::string& text) {
  const std::string lines = brief_of(text);
  return lines.empty() ? lines : lines.substr(lines.find(' ') + 1);
}

void check_limits(std::initializer_list<LimitCase> cases) {
  for (const LimitCase& c : cases) {
    INFO(c.text);
    CHECK(message_of(c.text) == c.said);
  }
}

std::string tool(const std::string& fields) { return "tools: [{id: a, name: A, " + fields + "}]\n"; }

TEST_CASE("of two numbers the smaller one must not be the larger") {
  check_limits({
      {tool("seats: {purchased: 10, assigned: 10}"), ""},
      {tool("seats: {purchased: 10, assigned: 11}"),
       "warning: tool 'a': 'seats.assigned' (11) is more than 'seats.purchased' (10)"},
      {tool("seats: {purchased: 10, contract_minimum: 10}"), ""},
      {tool("seats: {purchased: 10, contract_minimum: 11}"),
       "warning: tool 'a': 'seats.contract_minimum' (11) is more than 'seats.purchased' (10)"},
      {tool("seats: {purchased: 10, planned: 11}"), ""},
      {tool("seats: {purchased: 10, planned: 100}"), ""},
      {tool("seats: {purchased: 0, planned: 100}"), ""},
      {tool("seats: {purchased: 10, planned: 101}"),
       "warning: tool 'a': 'seats.planned' (101) is more than 10 times 'seats.purchased' (10) (correct one "
       "of "
       "the two)"},
      {tool("seats: {purchased: 10}, usage: {active: 10}"), ""},
      {tool("seats: {purchased: 10}, usage: {active: 11}"),
       "warning: tool 'a': 'usage.active' (11) is more than 'seats.purchased' (10)"},
      {tool("seats: {assigned: 10}, usage: {active: 11}"),
       "warning: tool 'a': 'usage.active' (11) is more than 'seats.assigned' (10)"},
      {tool("usage: {active: 11}"), ""},
      {tool("usage: {features_used: 3, features_available: 3}"), ""},
      {tool("usage: {features_used: 4, features_available: 3}"),
       "error: tool 'a': 'usage.features_used' (4) is more than 'usage.features_available' (3) (correct one "
       "of the two)"},
      {tool("seats: {purchased: 0, assigned: 1}"),
       "warning: tool 'a': 'seats.assigned' (1) is more than 'seats.purchased' (0)"},
  });
}

TEST_CASE("a notice period is no longer than a term, and a term no longer than the contract") {
  const std::string first_term = "; a first term of another length is 'initial_term_months')";
  check_limits({
      {tool("contract: {notice_days: 372, term_months: 12}"), ""},
      {tool("contract: {notice_days: 373, term_months: 12}"),
       "warning: tool 'a': 'contract.notice_days' (373) is more than 31 times 'contract.term_months' (12) "
       "(correct one of the two)"},
      {tool("contract: {notice_days: 63, renewal_term_months: 2}"),
       "warning: tool 'a': 'contract.notice_days' (63) is more than 31 times 'contract.renewal_term_months' "
       "(2) (correct one of the two)"},
      {tool("contract: {starts: 2026-01-01, ends: 2026-12-31, notice_days: 365}"), ""},
      {tool("contract: {starts: 2026-01-01, ends: 2026-12-31, notice_days: 366}"),
       "warning: tool 'a': 'contract.notice_days' (366) is longer than from 'contract.starts' (2026-01-01) "
       "to "
       "'contract.ends' (2026-12-31) (correct one of the three)"},
      {tool("contract: {starts: 2026-01-01, ends: 2026-12-31, term_months: 13}"), ""},
      {tool("contract: {starts: 2026-01-01, ends: 2026-12-31, term_months: 600}"),
       "warning: tool 'a': 'contract.term_months' (600) is longer than from 'contract.starts' (2026-01-01) "
       "to "
       "'contract.ends' (2026-12-31) (correct one of the three" +
           first_term},
      {tool("contract: {starts: 2026-01-01, ends: 2026-12-31, initial_term_months: 12, term_months: 24}"),
       ""},
      {tool("contract: {starts: 2026-01-01, ends: 2026-12-31, initial_term_months: 24}"),
       "warning: tool 'a': 'contract.initial_term_months' (24) is longer than from 'contract.starts' "
       "(2026-01-01) to 'contract.ends' (2026-12-31) (correct one of the three" +
           first_term},
      {tool("contract: {starts: {before: 2026-01-01}, ends: 2026-12-31, term_months: 24}"), ""},
  });
}

TEST_CASE("counts of people and features are none of millions") {
  const std::string most =
      "must be from 0 to 10_000_000, not 10000001 (correct it, or leave it out if unknown)";
  check_limits({
      {tool("seats: {planned: 10000000}"), ""},
      {tool("seats: {planned: 10000001}"), "error: 'planned' " + most},
      {tool("seats: {purchased: 10000001}"), "error: 'purchased' " + most},
      {tool("seats: {assigned: 10000001}"), "error: 'assigned' " + most},
      {tool("seats: {contract_minimum: 10000001}"), "error: 'contract_minimum' " + most},
      {"teams: [{id: a, headcount: 10000001}]\n", "error: 'headcount' " + most},
      {tool("usage: {features_available: 100001}"),
       "error: 'features_available' must be from 0 to 100_000, not 100001 (correct it, or leave it out if "
       "unknown)"},
  });
}

TEST_CASE("a tool is not its own backup, and does not support itself") {
  check_limits({
      {tool("relation: {to: a, kind: backup}"),
       "error: tool 'a' names itself in 'relation.to' (name the other tool, or remove it)"},
      {tool("kind: infrastructure, supports: [a]"),
       "warning: tool 'a' names itself in 'supports' (name the other tool, or remove it)"},
      {"capabilities: [{id: a}]\n" + tool("kind: infrastructure, supports: [a]"), ""},
  });
}

TEST_CASE("of two days the later one must not be the earlier") {
  check_limits({
      {tool("contract: {starts: 2026-01-01, ends: 2026-01-01}"), ""},
      {tool("contract: {starts: 2026-01-02, ends: 2026-01-01}"),
       "error: tool 'a': 'contract.ends' (2026-01-01) is earlier than 'contract.starts' (2026-01-02) "
       "(correct one of the two)"},
      {tool("contract: {starts: {before: 2026-01-02}, ends: 2026-01-01}"), ""},
      {tool("contract: {starts: 2026-01-01, ends: {before: 2026-01-02}}"), ""},
      {tool("contract: {starts: 2026-01-01, ends: {before: 2026-01-01}}"),
       "error: tool 'a': 'contract.ends' (before 2026-01-01) is earlier than 'contract.starts' (2026-01-01) "
       "(correct one of the two)"},
      {tool("live_on: 2026-01-01, purchased_on: 2026-01-01"), ""},
      {tool("live_on: 2026-01-01, purchased_on: 2026-01-02"),
       "warning: tool 'a': 'live_on' (2026-01-01) is earlier than 'purchased_on' (2026-01-02)"},
      {tool("status: retired, live_on: 2026-01-02, retired_on: 2026-01-01"),
       "warning: tool 'a': 'retired_on' (2026-01-01) is earlier than 'live_on' (2026-01-02)"},
      {tool("status: retired, purchased_on: 2026-01-02, retired_on: 2026-01-01"),
       "warning: tool 'a': 'retired_on' (2026-01-01) is earlier than 'purchased_on' (2026-01-02)"},
      {tool("status: retired, live_on: {before: 2026-01-02}, retired_on: 2026-01-01"), ""},
      {"budgets: [{id: b, period: {starts: 2026-01-02, ends: 2026-01-01}}]\n",
       "error: budget 'b': 'period.ends' (2026-01-01) is earlier than 'period.starts' (2026-01-02) (correct "
       "one of the two)"},
      {"tools: [{id: a, name: A}]\nledger: [{tool: a, amount: 1, period: {starts: 2026-01-02, ends: "
       "2026-01-01}}]\n",
       "error: ledger: 'period.ends' (2026-01-01) is earlier than 'period.starts' (2026-01-02) (correct one "
       "of the two)"},
      {"initiatives: [{id: i, starts: 2026-01-02, decide_by: 2026-01-01}]\n",
       "error: initiative 'i': 'decide_by' (2026-01-01) is earlier than 'starts' (2026-01-02) (correct one "
       "of the two)"},
      {"strategy: {roadmap: [{id: r, starts: 2026-01-02, ends: 2026-01-01}]}\n",
       "error: roadmap 'r': 'ends' (2026-01-01) is earlier than 'starts' (2026-01-02) (correct one of the "
       "two)"},
      {tool("waivers: [{rule: r, reason: We know, owner: Ana, created: 2026-01-02, expires: 2026-01-01}]"),
       "error: tool.waiver: 'expires' (2026-01-01) is earlier than 'created' (2026-01-02) (correct one of "
       "the two)"},
  });
}

TEST_CASE("an amount has no more decimals than its currency") {
  const std::string rates =
      "martech: 1\norganisation: {name: Acme, currency: EUR, exchange_rates: {JPY: 0.006, KWD: 3, CLF: 38, "
      "USD: 0.9}}\n";
  const auto messages = [&](const std::string& text) { return read_text(rates + text).messages; };
  struct Amount {
    std::string_view written, currency;
    int decimals;  // that the currency has; -1: it is fine
  };
  for (const Amount& c : std::initializer_list<Amount>{{"12.5", "EUR", -1},
                                                       {"12.50", "EUR", -1},
                                                       {"12.500", "EUR", 2},
                                                       {"12.505", "EUR", 2},
                                                       {"12", "JPY", -1},
                                                       {"12.0", "JPY", 0},
                                                       {"12.5", "JPY", 0},
                                                       {"12.345", "KWD", -1},
                                                       {"12.3456", "KWD", 3},
                                                       {"12.3456", "CLF", -1},
                                                       {"12.34567", "CLF", 4},
                                                       {"0.001", "USD", 2}}) {
    const std::string written(c.written), currency(c.currency);
    INFO(written << " " << currency);
    const std::string said =
        messages(tool("cost: {amount: " + written + ", currency: " + currency + ", per: year}"));
    CHECK(said.substr(0, said.find('\n')) ==
          (c.decimals < 0 ? ""
                          : "inventory.yaml:3:41: error: " + written + " has more decimals than " + currency +
                                ", which has " + std::to_string(c.decimals)));
    CHECK(messages("budgets: [{id: b, spent: " + written + ", currency: " + currency + "}]\n").empty() ==
          (c.decimals < 0));
    CHECK(
        messages("ledger: [{vendor: v, note: seats, amount: -" + written + ", currency: " + currency + "}]\n")
            .empty() == (c.decimals < 0));
  }
}

TEST_CASE("a foreign currency needs a rate, once, wherever it is used") {
  const auto missing = [](const std::string& times) {
    return "error: USD" + times +
           " has no exchange rate to EUR (add exchange_rates: {USD: {rate: …, as_of: …}} under "
           "'organisation')";
  };
  check_limits({
      {tool("cost: {amount: 1, currency: USD}"), missing("")},
      {tool("cost: {amount: 1, currency: EUR}"), ""},
      {tool("pricing: {unit_price: {amount: 1, currency: USD}}"), missing("")},
      {tool("pricing: {lower_plan: {annual: {amount: 1, currency: USD}}}"), missing("")},
      {tool("one_time: {training: {amount: 1, currency: USD}, implementation: {amount: 1, currency: USD}}"),
       missing(", used 2 times,")},
      {"trainings: [{id: t, cost: {amount: 1, currency: USD}}]\n", missing("")},
      {"budgets: [{id: b, amount: 1, currency: USD}]\n", missing("")},
      {"budgets: [{id: b, currency: USD}]\n", missing("")},
      {"kpis: [{id: k, worth: {amount: 1, currency: USD, per: unit}}]\n", missing("")},
      {"ledger: [{vendor: v, amount: 1, currency: USD}]\n", missing("")},
  });
}

TEST_CASE("exchange rates are above zero, with a currency of their own") {
  const auto said = [](const std::string& rates) {
    const std::string messages =
        read_text("martech: 1\norganisation: {name: Acme, currency: EUR, exchange_rates: " + rates + "}\n")
            .messages;
    return messages.substr(0, messages.find('\n'));
  };
  CHECK(said("{USD: 0.9}") == "");
  CHECK(said("{USD: {rate: 0.9, as_of: 2026-01-01}}") == "");
  CHECK(said("{USD: 0}") == "inventory.yaml:2:65: error: an exchange rate cannot be 0");
  CHECK(said("{USD: {rate: 0.0}}") == "inventory.yaml:2:72: error: an exchange rate cannot be 0");
  CHECK(said("{USD: -1}") == "inventory.yaml:2:65: error: 'rate' cannot be negative, not -1");
  CHECK(said("{USD: {as_of: 2026-01-01}}") ==
        "inventory.yaml:2:65: error: this exchange_rate has no 'rate', which is required");
  CHECK(said("{usd: 0.9}") == "inventory.yaml:2:60: error: 'usd' is not a currency code of ISO 4217");
  CHECK(said("{EUR: 2}") ==
        "inventory.yaml:2:65: error: EUR is the organisation's currency; its rate is always 1");
  CHECK(said("0.9") == "inventory.yaml:2:59: error: 'exchange_rates' must be a mapping, not '0.9'");
}

}  // namespace
}  // namespace martech_audit::test
