#include "findings/order.h"

#include <algorithm>
#include <random>

#include "support/catch.h"

using namespace martech_audit;

namespace {

Claim claim(MoneyClass money_class, std::int64_t claimed, std::int64_t allocated) {
  return {money_class, {claimed, {}}, {allocated, {}}, {}};
}

Finding finding(Severity severity, std::vector<Claim> claims, std::uint32_t rule, std::string_view id,
                char print) {
  Finding made;
  made.severity = severity;
  made.claims = std::move(claims);
  made.rule = rule;
  made.entity.id = id;
  made.fingerprint.fill(print);
  return made;
}

}  // namespace

TEST_CASE("severity, waste, largest claim, rule, entity, fingerprint") {
  using enum MoneyClass;
  std::vector<Rule> rules(2);
  rules[0].id = "z";
  rules[1].id = "a";
  // In the right order; the fingerprint's digit says so.
  std::vector<Finding> expected{
      finding(Severity::critical, {}, 0, "x", '0'),
      finding(Severity::high, {claim(recoverable, 50, 40)}, 0, "x", '1'),
      finding(Severity::high, {claim(recoverable, 20, 20), claim(recoverable, 19, 19)}, 0, "x", '2'),
      finding(Severity::high, {claim(recoverable, 900, 1)}, 0, "x", '3'),
      finding(Severity::high, {claim(exposed, 800, 800)}, 0, "x", '4'),
      finding(Severity::high, {claim(recoverable, 700, 0)}, 0, "x", '5'),
      finding(Severity::high, {}, 1, "y", '6'),
      finding(Severity::high, {}, 0, "x", '7'),
      finding(Severity::high, {}, 0, "y", '8'),
      finding(Severity::high, {}, 0, "y", '9'),
      finding(Severity::info, {claim(recoverable, 9999, 9999)}, 1, "x", 'a'),
  };
  std::mt19937_64 random(31);
  for (int i = 0; i < 50; ++i) {
    std::vector<Finding> findings = expected;
    for (std::size_t k = findings.size(); k > 1; --k) std::swap(findings[k - 1], findings[random() % k]);
    sort_findings(findings, rules);
    std::string order;
    for (const Finding& one : findings) order += one.fingerprint[0];
    REQUIRE(order == "0123456789a");
  }
}

TEST_CASE("missing evidence: points, rule, entity") {
  std::vector<Rule> rules(2);
  rules[0].id = "z";
  rules[1].id = "a";
  std::vector<EvidenceGap> gaps(4);
  gaps[0] = {0, {EntityKind::tool, "y", ""}, 0, 5, {}};
  gaps[1] = {0, {EntityKind::tool, "x", ""}, 0, 5, {}};
  gaps[2] = {1, {EntityKind::tool, "z", ""}, 0, 5, {}};
  gaps[3] = {0, {EntityKind::tool, "z", ""}, 0, 9, {}};
  sort_evidence(gaps, rules);
  std::string order;
  for (const EvidenceGap& gap : gaps)
    order += std::string(rules[gap.rule].id) + std::string(gap.entity.id) + " ";
  CHECK(order == "zz az zx zy ");
}
