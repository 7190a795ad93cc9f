#include "rules/test_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "document/scalar.h"
#include "record/hand_forms.h"
#include "rules/words.h"

namespace martech_audit {
namespace rules {
namespace {

constexpr std::array<std::string_view, 4> outcomes{"gap", "pass", "unknown", "not-applicable"};

void read_degree(Node node, Expectation& expected, Diagnostics& diagnostics) {
  if (decimal(node.text(), node.is_scalar() && node.plain())) {
    expected.degree = node.text();
  } else {
    diagnostics.error(node.where(), "'degree' must be a number", "write 0.44");
  }
}

void read_amount(Node member, Expectation& expected, Diagnostics& diagnostics) {
  const auto word = record::read_key(member, "class of money", money_class_words, diagnostics);
  if (!word) return;
  if (const auto amount = decimal(member.text(), member.is_scalar() && member.plain())) {
    expected.money->emplace_back(static_cast<MoneyClass>(*word), *amount);
  } else {
    diagnostics.error(member.where(), fmt::format("'{}' must be a number", member.key()),
                      "write a number such as 1200.50, without quotes");
  }
}

void read_money(const record::HandReader& from, Node node, Expectation& expected) {
  expected.money.emplace();
  from.take(node, record::each("write {exposed: 1200}", [&](auto&, Node member) {
              read_amount(member, expected, from.diagnostics());
            }));
  std::ranges::sort(*expected.money, {}, [](const auto& amount) { return amount.first; });
}

void read_expectations(const record::HandReader& from, Node node, std::vector<Expectation>& list) {
  if (node.is_sequence() && node.size() > 0) return from.items(node, list);
  from.diagnostics().error(node.where(), "'expect' must be a list with at least one outcome",
                           "write [{outcome: pass}]");
}

void read_inventory(Node node, TestCase& test, Diagnostics& diagnostics) {
  if (record::expect_mapping(node, "'inventory'", "write {} for none", diagnostics)) test.inventory = node;
}

}  // namespace
}  // namespace rules

// ---- what may be written in a file of tests
// -----------------------------------------------------------------

template <>
struct record::Fields<rules::TestFile> {
  static constexpr std::string_view noun = "a test file";

  template <class V>
  static void of(V& visit, rules::TestFile& file) {
    visit("as_of", file.as_of, "date of the audit for the test cases");
    visit("cases", file.cases, "list of test cases");
    visit.optional("unnoticed", file.unnoticed, "changes that no test case can detect");
  }
};

template <>
struct record::Fields<rules::TestCase> {
  static constexpr std::string_view noun = "a case";
  static constexpr auto place = &rules::TestCase::node;

  template <class V>
  static void of(V& visit, rules::TestCase& test) {
    visit("rule", identifier(test.rule, test.rule_node), "id of the rule");
    visit("name", test.name, "name of the test case");
    visit("inventory",
          read_by([&](auto& from, Node node) { rules::read_inventory(node, test, from.diagnostics()); }),
          "the inventory fragment to test; {} for none");
    visit("expect",
          read_by([&](auto& from, Node node) { rules::read_expectations(from, node, test.expect); }),
          "list of expected outcomes");
  }
};

template <>
struct record::Fields<rules::Expectation> {
  static constexpr std::string_view noun = "an expectation";

  template <class V>
  static void of(V& visit, rules::Expectation& expected) {
    visit.optional("entity", expected.entity, "id of the entity");
    visit("outcome", Choice<rules::TestOutcome>{"outcome", rules::outcomes, expected.outcome},
          "gap, pass, unknown or not-applicable");
    visit.optional("severity",
                   Choice<std::optional<std::string>>{"severity", severity_words, expected.severity},
                   "severity of the finding");
    visit.optional("degree", read_by([&](auto& from, Node node) {
                     rules::read_degree(node, expected, from.diagnostics());
                   }),
                   "degree of the gap");
    visit.optional("into", expected.into, "id of the entity that the act leads to");
    visit.optional("at", expected.at, "field that the finding points at");
    visit.optional("message", expected.message, "the whole message");
    visit.optional("money", read_by([&](auto& from, Node node) { rules::read_money(from, node, expected); }),
                   "every amount claimed, by class");
    visit.optional("spend", expected.spend,
                   "the part of the spend claimed, and how much: unproven 0.5, or waste 0.00 to 1200.00");
  }
};

template <>
struct record::Fields<rules::Unnoticed> {
  static constexpr std::string_view noun = "a change";
  static constexpr auto place = &rules::Unnoticed::node;

  template <class V>
  static void of(V& visit, rules::Unnoticed& unnoticed) {
    visit.optional("rule", unnoticed.rule, "id of the rule; none for a parameter");
    visit("change", unnoticed.change, "the change, as named by 'rules test --mutate'");
    visit("reason", unnoticed.reason, "why no test case can detect it");
  }
};

namespace rules {

std::string_view name(TestOutcome outcome) { return outcomes[static_cast<std::size_t>(outcome)]; }

TestFile read_test_file(Node root, Diagnostics& diagnostics) {
  return record::read_by_hand<TestFile>(root, diagnostics);
}

}  // namespace rules
}  // namespace martech_audit
