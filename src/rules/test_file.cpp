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

// Forms that tests alone have.
struct DegreeText {
  std::optional<std::string>& degree;
};
struct Amounts {
  std::optional<std::vector<std::pair<MoneyClass, Decimal>>>& money;
};
struct InventoryNode {
  Node& node;
};
struct Expectations {
  std::vector<Expectation>& list;
};

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
    visit("inventory", rules::InventoryNode{test.inventory}, "the inventory fragment to test; {} for none");
    visit("expect", rules::Expectations{test.expect}, "list of expected outcomes");
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
    visit.optional("degree", rules::DegreeText{expected.degree}, "degree of the gap");
    visit.optional("at", expected.at, "field that the finding points at");
    visit.optional("message", expected.message, "the whole message");
    visit.optional("money", rules::Amounts{expected.money}, "every amount claimed, by class");
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

template <>
struct record::Form<rules::DegreeText> {
  static void read(const HandReader& from, Node node, const rules::DegreeText& of) {
    if (decimal(node.text(), node.is_scalar() && node.plain())) {
      of.degree = node.text();
    } else {
      from.diagnostics().error(node.where(), "'degree' must be a number", "write 0.44");
    }
  }
};

template <>
struct record::Form<rules::Amounts> {
  static void read(const HandReader& from, Node node, const rules::Amounts& of) {
    of.money.emplace();
    if (!expect_mapping(node, "'money'", "write {exposed: 1200}", from.diagnostics())) return;
    for (const Node member : node) read_amount(from.diagnostics(), member, *of.money);
    std::ranges::sort(*of.money, {}, [](const auto& amount) { return amount.first; });
  }

 private:
  static void read_amount(Diagnostics& diagnostics, Node member,
                          std::vector<std::pair<MoneyClass, Decimal>>& money) {
    const auto word = read_key(member, "class of money", money_class_words, diagnostics);
    if (!word) return;
    if (const auto amount = decimal(member.text(), member.is_scalar() && member.plain())) {
      money.emplace_back(static_cast<MoneyClass>(*word), *amount);
    } else {
      diagnostics.error(member.where(), fmt::format("'{}' must be a number", member.key()),
                        "write a number such as 1200.50, without quotes");
    }
  }
};

template <>
struct record::Form<rules::InventoryNode> {
  static void read(const HandReader& from, Node node, const rules::InventoryNode& of) {
    if (expect_mapping(node, "'inventory'", "write {} for none", from.diagnostics())) of.node = node;
  }
};

template <>
struct record::Form<rules::Expectations> {
  static void read(const HandReader& from, Node node, const rules::Expectations& of) {
    if (node.is_sequence() && node.size() > 0) return from.items(node, of.list);
    from.diagnostics().error(node.where(), "'expect' must be a list with at least one outcome",
                             "write [{outcome: pass}]");
  }
};

namespace rules {

std::string_view name(TestOutcome outcome) { return outcomes[static_cast<std::size_t>(outcome)]; }

TestFile read_test_file(Node root, Diagnostics& diagnostics) {
  return record::read_by_hand<TestFile>(root, diagnostics);
}

}  // namespace rules
}  // namespace martech_audit
