#include "rules/rule_page.h"

#include "support/catch.h"
#include "unit/rules/support.h"

using namespace martech_audit;
using namespace martech_audit::test;

namespace {

constexpr std::string_view licences = R"(pack: licences
version: 1.2.0
title: Licences | seats
about: Whether what is paid for is used.
params:
  target: {type: double, default: 0.9, min: 0, max: 1, about: Share of seats that should be active, source: "Zylo 2026"}
  target_days: {type: int, default: 90, about: Not read by the rule, source: house default}
rules:
  - id: unused
    title: Seats not used
    dimension: spend
    for: tool
    severity: medium
    severity_when: {high: tool.utilisation < 0.5}
    effort: low
    when: tool.status == "active"
    assert: tool.utilisation >= params.target
    degree: 1.0 - tool.utilisation / params.target
    money: {recoverable: {amount: tool.annual_cost, actionable_from: tool.action_by}}
    message: "{tool.name}"
    why: >-
      Licences nobody uses are the plainest waste in a stack, and renewals repeat it every year until somebody looks.
    fix: Order fewer.
    origin: Wasted resources
    references: [Zylo SaaS Management Index]
    since: 1.1.0
)";

}  // namespace

TEST_CASE("The page of a rule") {
  const std::vector<ParamSetting> params{{"licences", "target", "0.8"}};
  const RuleSet rules = load(licences, {.rules = {}, .params = params, .facts = {}});
  CHECK("\n" + rule_page(rules.rules()[0], rules.packs()[0], 72) == R"(
unused: Seats not used
pack licences 1.2.0, dimension spend, for tool, effort low, act
  renegotiate, lane money, weight 20, since 1.1.0

Why it matters
  Licences nobody uses are the plainest waste in a stack, and renewals
  repeat it every year until somebody looks.

What to do
  Order fewer.

Applies when
  tool.status == "active"

Passes when
  tool.utilisation >= params.target

Size of the gap
  1.0 - tool.utilisation / params.target

Severity
  high if tool.utilisation < 0.5
  medium otherwise

Money
  recoverable: tool.annual_cost, from tool.action_by

Parameters
  params.target = 0.8 (default: 0.9)
    Share of seats that should be active
    Allowed: 0 to 1
    Source: Zylo 2026

Origin
  Wasted resources

References
  - Zylo SaaS Management Index
)");
}

TEST_CASE("The index of rules") {
  const RuleSet rules = load(licences);
  CHECK("\n" + rules_index(rules.packs()) == R"(
# Rules

1 rule in 1 pack and 1 dimension. Printed by `martech-audit rules docs`.

| pack | | looks at |
|---|---|---|
| `licences` 1.2.0 | Licences \| seats | Whether what is paid for is used. |

## spend

| rule | finding | pack | for | severity | effort | act | lane | weight | idea |
|---|---|---|---|---|---|---|---|---|---|
| `unused` | Seats not used | licences | tool | medium, high | low | renegotiate | money | 20 | Wasted resources |

| parameter | default | allowed | meaning | source |
|---|---|---|---|---|
| `licences.target` | 0.9 | 0 to 1 | Share of seats that should be active | Zylo 2026 |
)");
}
