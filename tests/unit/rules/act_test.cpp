// What settles a finding, and where it is listed: as the pack says, or by what the rule is about.
#include "support.h"
#include "support/catch.h"

namespace martech_audit::test {
namespace {

std::string leads_to(std::string_view lines) {
  const RuleSet rules = load(pack(rule(std::string(lines) + "\nassert: 'false'")));
  const Rule& made = rules.rules()[0];
  return std::string(name(made.act)) + ", " + std::string(name(made.lane));
}

TEST_CASE("a rule names its act and its lane") {
  CHECK(leads_to("dimension: spend\nact: give-notice\nlane: risk") == "give-notice, risk");
  CHECK(leads_to("dimension: people\nact: train") == "train, risk");
  CHECK(leads_to("dimension: people\nlane: foundations") == "assign-owner, foundations");
}

TEST_CASE("where a rule names no act it follows from money, else from the dimension") {
  CHECK(leads_to("money: {recoverable: '1.0'}\ndimension: people") == "renegotiate, money");
  CHECK(leads_to("money: {exposed: '1.0', at_risk: '1.0'}") == "renegotiate, money");
  CHECK(leads_to("money: {opportunity: '1.0'}") == "renegotiate, money");
  CHECK(leads_to("money: {exposed: '1.0'}") == "measure, foundations");
  const std::pair<std::string, std::string_view> of_dimensions[] = {
      {"agility", "plan, foundations"},        {"contracts", "renegotiate, money"},
      {"data", "connect, foundations"},        {"experience", "connect, foundations"},
      {"governance", "describe, risk"},        {"innovation", "plan, foundations"},
      {"measurement", "measure, foundations"}, {"people", "assign-owner, risk"},
      {"spend", "renegotiate, money"},         {"strategy", "describe, foundations"},
  };
  for (const auto& [dimension, expected] : of_dimensions) {
    INFO(dimension);
    CHECK(leads_to("dimension: " + dimension) == expected);
  }
}

TEST_CASE("words that are no act or lane are faults with a hint; what is due follows from the day") {
  CHECK(faults(pack(rule("act: give-notise\nlane: due\nassert: 'true'"))) == R"(
pack.yaml:6:10: error: unknown act 'give-notise'
    6 |     act: give-notise
      |          ^~~~~~~~~~~
      hint: did you mean 'give-notice'?
pack.yaml:7:11: error: unknown lane 'due'
    7 |     lane: due
      |           ^~~
      hint: one of: money, risk, foundations
)");
}

}  // namespace
}  // namespace martech_audit::test
