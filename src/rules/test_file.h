// The file of a pack's tests, read.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "document/document.h"
#include "martech_audit/date.h"
#include "martech_audit/diagnostic.h"
#include "martech_audit/rule.h"

namespace martech_audit::rules {

// What a rule comes to for one entity, as test files call it.
enum class TestOutcome : std::uint8_t { gap, pass, unknown, not_applicable };
std::string_view name(TestOutcome outcome);

// Texts that a case leaves out are absent and not compared.
struct Expectation {
  TestOutcome outcome = TestOutcome::pass;
  std::optional<std::string> entity, severity, degree, into, at, message;
  std::optional<std::vector<std::pair<MoneyClass, Decimal>>> money;  // in the order of the classes
  std::optional<std::string> spend;                                  // "unproven 0.5", "waste 0 to 1200"
};

struct TestCase {
  Node node, rule_node, inventory;
  std::string rule, name;
  std::vector<Expectation> expect;
};

// A change of the pack that no case can notice, and why.
struct Unnoticed {
  Node node;
  std::string rule, change, reason;  // no rule where a parameter changes
};

struct TestFile {
  std::optional<Date> as_of;
  std::vector<TestCase> cases;
  std::vector<Unnoticed> unnoticed;
};

// Whatever is wrong is reported; what comes back is of use only where nothing was.
TestFile read_test_file(Node root, Diagnostics& diagnostics);

}  // namespace martech_audit::rules
