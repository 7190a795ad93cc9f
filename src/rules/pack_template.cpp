#include "rules/pack_template.h"

namespace martech_audit {
namespace {

constexpr std::string_view pack_mark = "PACK";

constexpr std::string_view pack_text = R"(# A rule pack. `martech-audit schema rules` describes every field.
#   martech-audit rules test --mutate PACK.test.yaml    run and check its test cases
#   martech-audit scan inventory.yaml --rules PACK.yaml
pack: PACK
version: 1.0.0
title: House rules
about: What we require of every tool, in addition to the built-in rules.
# Thresholds that users can set: --param PACK.review_days=180. Each names the source of its number.
params:
  review_days:
    type: int
    default: 365
    min: 1
    about: Days after which a tool is due for review
    source: house default
rules:
  - id: PACK-review-overdue       # names the bad pattern; its meaning never changes
    title: Overdue tool review
    dimension: governance         # part of the score: strategy, spend, people, data, …
    for: tool                     # or objective, kpi, team, channel, integration, organisation, …
    severity: low                 # info, low, medium, high or critical
    effort: low                   # effort of the fix
    act: describe                 # what settles it: give-notice, renegotiate, assign-owner, connect, measure, …
    lane: foundations             # of the decision: money, risk or foundations
    # CEL. For fields and facts, see `martech-audit schema reference` and `martech-audit rules list --facts`. Missing
    # data leaves the rule undecided; do not handle it here.
    when: tool.status == "active"
    assert: as_of - tool.reviewed_on <= days(params.review_days)
    at: tool.reviewed_on          # field the finding points to
    message: "{tool.name} was last reviewed {plural(days(as_of - tool.reviewed_on), 'day', 'days')} ago"
    why: Needs change faster than contracts. A tool that nobody reviews is renewed out of habit.
    fix: Ask its owner and users whether they would buy it again, and record the review date.
    since: 1.0.0
)";

constexpr std::string_view cases_text =
    R"(# Test cases of PACK.yaml: each rule has cases with a finding, a pass, not applicable and undecided, and each threshold
# has a case on either side.
as_of: 2026-11-23
cases:
  - rule: PACK-review-overdue
    name: limit of one year
    inventory:
      tools:
        - {id: late, name: Late, reviewed_on: 2025-11-22}
        - {id: due, name: Due, reviewed_on: 2025-11-23}
    expect:
      - {outcome: gap, entity: late, severity: low, message: Late was last reviewed 366 days ago}
      - {outcome: pass, entity: due}
  - rule: PACK-review-overdue
    name: retired tools need no review
    inventory:
      tools:
        - {id: gone, name: Gone, status: retired, reviewed_on: 2020-01-01}
    expect:
      - {outcome: not-applicable, entity: gone}
  - rule: PACK-review-overdue
    name: no review date
    inventory:
      tools:
        - {id: dark, name: Dark}
    expect:
      - {outcome: unknown, entity: dark}
)";

std::string filled(std::string_view text, std::string_view pack) {
  std::string out(text);
  for (std::size_t at = 0; (at = out.find(pack_mark, at)) != std::string::npos; at += pack.size()) {
    out.replace(at, pack_mark.size(), pack);
  }
  return out;
}

}  // namespace

std::string pack_template(std::string_view pack) { return filled(pack_text, pack); }
std::string pack_cases_template(std::string_view pack) { return filled(cases_text, pack); }

}  // namespace martech_audit
