#include "rules/test_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "document/scalar.h"
#include "rules/field_row.h"
#include "rules/read_value.h"
#include "rules/words.h"

namespace martech_audit::rules {
namespace {

constexpr std::array<std::string_view, 4> outcomes{"gap", "pass", "unknown", "not-applicable"};

void read_outcome(Node node, Expectation& into, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "outcome", outcomes, diagnostics)) {
    into.outcome = static_cast<TestOutcome>(*word);
  }
}

void read_severity(Node node, Expectation& into, Diagnostics& diagnostics) {
  if (const auto word = read_word(node, "severity", severity_words, diagnostics))
    into.severity = severity_words[*word];
}

void read_degree(Node node, Expectation& into, Diagnostics& diagnostics) {
  if (!decimal(node.text(), node.is_scalar() && node.plain())) {
    diagnostics.error(node.where(), "'degree' must be a number", "write 0.44");
    return;
  }
  into.degree = node.text();
}

void read_money(Node node, Expectation& into, Diagnostics& diagnostics) {
  into.money.emplace();
  if (!expect_mapping(node, "'money'", "write {exposed: 1200}", diagnostics)) return;
  for (const Node member : node) {
    const auto word = money_class(member.key());
    const auto amount = decimal(member.text(), member.is_scalar() && member.plain());
    if (!word) {
      diagnostics.error(member.key_where(), fmt::format("unknown class of money '{}'", member.key()),
                        [&] { return word_hint(member.key(), money_class_words); });
    } else if (!amount) {
      diagnostics.error(member.where(), fmt::format("'{}' must be a number", member.key()),
                        "write a number such as 1200.50, without quotes");
    } else {
      into.money->emplace_back(*word, *amount);
    }
  }
  std::ranges::sort(*into.money, {}, [](const auto& amount) { return amount.first; });
}

using ExpectRow = FieldRow<Expectation>;
constexpr ExpectRow expect_rows[] = {
    {{"entity", Form::identifier, false, "id of the entity"}, read_member<&Expectation::entity>},
    {{"outcome", Form::text, true, "gap, pass, unknown or not-applicable"}, read_outcome},
    {{"severity", Form::severity, false, "severity of the finding"}, read_severity},
    {{"degree", Form::number, false, "degree of the gap"}, read_degree},
    {{"at", Form::path, false, "field that the finding points at"}, read_member<&Expectation::at>},
    {{"message", Form::text, false, "the whole message"}, read_member<&Expectation::message>},
    {{"money", Form::money, false, "every amount claimed, by class"}, read_money},
};

void read_rule(Node node, TestCase& into, Diagnostics& diagnostics) {
  into.rule_node = node;
  if (const auto id = read_identifier(node, diagnostics)) into.rule = *id;
}

void read_inventory(Node node, TestCase& into, Diagnostics& diagnostics) {
  if (expect_mapping(node, "'inventory'", "write {} for none", diagnostics)) into.inventory = node;
}

void read_expect(Node node, TestCase& into, Diagnostics& diagnostics) {
  if (!node.is_sequence() || node.size() == 0) {
    diagnostics.error(node.where(), "'expect' must be a list with at least one outcome",
                      "write [{outcome: pass}]");
    return;
  }
  for (const Node item : node) {
    Expectation& expectation = into.expect.emplace_back();
    read_fields<Expectation>(item, "an expectation", expect_rows, expectation, diagnostics);
  }
}

using CaseRow = FieldRow<TestCase>;
constexpr CaseRow case_rows[] = {
    {{"rule", Form::identifier, true, "id of the rule"}, read_rule},
    {{"name", Form::text, true, "name of the test case"}, read_member<&TestCase::name>},
    {{"inventory", Form::text, true, "the inventory fragment to test; {} for none"}, read_inventory},
    {{"expect", Form::text, true, "list of expected outcomes"}, read_expect},
};

void read_as_of(Node node, TestFile& into, Diagnostics& diagnostics) {
  into.as_of = parse_date(node.text());
  if (!into.as_of) diagnostics.error(node.where(), "'as_of' must be a date", "write 2026-11-23");
}

void read_cases(Node node, TestFile& into, Diagnostics& diagnostics) {
  if (!node.is_sequence()) {
    diagnostics.error(node.where(), fmt::format("'cases' must be a list, not {}", found(node)),
                      "start each case with '- rule: …'");
    return;
  }
  for (const Node item : node) {
    TestCase& test = into.cases.emplace_back();
    test.node = item;
    read_fields<TestCase>(item, "a case", case_rows, test, diagnostics);
  }
}

using UnnoticedRow = FieldRow<Unnoticed>;
constexpr UnnoticedRow unnoticed_rows[] = {
    {{"rule", Form::identifier, false, "id of the rule; none for a parameter"},
     read_member<&Unnoticed::rule>},
    {{"change", Form::text, true, "the change, as named by 'rules test --mutate'"},
     read_member<&Unnoticed::change>},
    {{"reason", Form::text, true, "why no test case can detect it"}, read_member<&Unnoticed::reason>},
};

void read_unnoticed(Node node, TestFile& into, Diagnostics& diagnostics) {
  if (!node.is_sequence()) {
    diagnostics.error(node.where(), fmt::format("'unnoticed' must be a list, not {}", found(node)),
                      "start each change with '- change: …'");
    return;
  }
  for (const Node item : node) {
    Unnoticed& unnoticed = into.unnoticed.emplace_back();
    unnoticed.node = item;
    read_fields<Unnoticed>(item, "a change", unnoticed_rows, unnoticed, diagnostics);
  }
}

using FileRow = FieldRow<TestFile>;
constexpr FileRow file_rows[] = {
    {{"as_of", Form::text, true, "date of the audit for the test cases"}, read_as_of},
    {{"cases", Form::rules, true, "list of test cases"}, read_cases},
    {{"unnoticed", Form::rules, false, "changes that no test case can detect"}, read_unnoticed},
};

}  // namespace

std::string_view name(TestOutcome outcome) { return outcomes[static_cast<std::size_t>(outcome)]; }

TestFile read_test_file(Node root, Diagnostics& diagnostics) {
  TestFile file;
  read_fields<TestFile>(root, "a test file", file_rows, file, diagnostics);
  return file;
}

}  // namespace martech_audit::rules
