// What loosens the gate, line by line, against the defaults and against a policy.
#include <functional>

#include "house.h"
#include "support/catch.h"

namespace martech_audit::test {
namespace {

constexpr std::string_view other_house = R"yaml(pack: annex
version: 2.0.0
title: More rules
rules:
  - {id: no-vendor, title: Tool without a vendor, dimension: spend, for: tool, severity: low, assert: has(tool.vendor),
     message: "{tool.name} has no vendor", why: Nobody is paid., fix: Name them.}
)yaml";

using Change = std::function<void(AuditOptions&)>;

std::string loosened(const Change& change, const Change& policy = {}, std::string_view stack = plain_stack) {
  AuditOptions options = by_house_rules();
  if (policy) {
    AuditOptions standard = by_house_rules();
    policy(standard);
    options = standard;
    options.policy = std::make_shared<const AuditOptions>(standard);
  }
  if (change) change(options);
  Diagnostics diagnostics;
  const auto report = audit({source("stack.yaml", stack)}, options, diagnostics);
  INFO(render(diagnostics));
  REQUIRE(report);
  std::string text;
  for (const std::string& line : report->loosened) text += line + "\n";
  return text;
}

// Beside what every run of these tests has: packs of its own, in place of the built-in ones.
std::string beside_packs(const Change& change, std::string_view stack = plain_stack) {
  const std::string all = loosened(change, {}, stack);
  const std::string packs = loosened({});
  REQUIRE(all.find(packs) != std::string::npos);
  return std::string(all).erase(all.find(packs), packs.size());
}

TEST_CASE("packs in place of the built-in ones are said, by a digest of their text") {
  const std::string said = loosened({});
  CHECK(said.starts_with("pack house 1.0.0 added ("));
  CHECK(said.ends_with(")\nthe built-in packs are disabled\n"));
  const std::string changed = loosened([](AuditOptions& options) {
    options.packs = {source("house.yaml", std::string(house) + "# a remark\n")};
  });
  CHECK(said != changed);
}

TEST_CASE("limits that the defaults do not have are none to fall below") {
  for (const Change& change : std::initializer_list<Change>{
           [](AuditOptions& options) { options.gate.max_gap = 90; },
           [](AuditOptions& options) { options.gate.min_evidence = 1; },
           [](AuditOptions& options) { options.gate.fail_on_new = true; },
           [](AuditOptions& options) { options.gate.fail_on = Severity::low; },
           [](AuditOptions& options) { options.longest_waiver = 9000; },
           [](AuditOptions& options) { options.gate.exit_zero = true; },
       }) {
    CHECK(beside_packs(change) == "");
  }
}

TEST_CASE("what differs from the defaults is said once, in order") {
  struct Case {
    Change change;
    std::string said;
  };
  for (const Case& c : std::initializer_list<Case>{
           {[](AuditOptions& options) { options.gate.fail_on = Severity::critical; },
            "gate.fail_on is critical; high by default\n"},
           {[](AuditOptions& options) { options.gate.fail_on = std::nullopt; },
            "gate.fail_on is none; high by default\n"},
           {[](AuditOptions& options) { options.money_share = full_score / 4; },
            "score.money_share is 0.25; 0.5 by default\n"},
           {[](AuditOptions& options) { options.money_share = full_score; },
            "score.money_share is 1; 0.5 by default\n"},
           {[](AuditOptions& options) { options.day_is_set = true; }, "audit date set to 2026-11-23\n"},
           {[](AuditOptions& options) {
              options.rules = {{"no-owner", false, {}, {}}};
            },
            "rule no-owner disabled\n"},
           {[](AuditOptions& options) {
              options.rules = {{"no-owner", true, {}, {}}};
            },
            ""},
           {[](AuditOptions& options) {
              options.rules = {{"no-owner", {}, Severity::info, 0}};
            },
            "rule no-owner set to info\nrule no-owner set to weight 0\n"},
           {[](AuditOptions& options) {
              options.params = {{"house", "most", "20"}};
            },
            "parameter house.most set to 20\n"},
           {[](AuditOptions& options) {
              options.params = {{"house", "most", "20", "crm"}};
            },
            "parameter house.most set to 20 for category crm\n"},
           {[](AuditOptions& options) {
              options.loosened = {"something else", "another thing"};
            },
            "another thing\nsomething else\n"},
       }) {
    INFO(c.said);
    CHECK(beside_packs(c.change) == c.said);
  }
}

TEST_CASE("limits are held against those of the policy") {
  const auto strict = [](AuditOptions& options) {
    options.gate.max_gap = 40;
    options.gate.max_waste = 1000;
    options.gate.min_evidence = 80;
    options.gate.fail_on = Severity::medium;
    options.gate.fail_on_new = options.gate.fail_on_loosened = options.gate.fail_on_lost_evidence = true;
    options.longest_waiver = 90;
    options.waiver_policy = {{"ana", "tom"}, 180};
  };
  struct Case {
    Change change;
    std::string said;
  };
  for (const Case& c : std::initializer_list<Case>{
           {{}, ""},
           {[](AuditOptions& options) { options.gate.max_gap = 39.5; }, ""},
           {[](AuditOptions& options) { options.gate.max_gap = 40.5; },
            "gate.max_gap is 40.5; 40 by the policy\n"},
           {[](AuditOptions& options) { options.gate.max_gap = std::nullopt; },
            "gate.max_gap is not set; 40 by the policy\n"},
           {[](AuditOptions& options) { options.gate.max_waste = 2000; },
            "gate.max_waste is 2000; 1000 by the policy\n"},
           {[](AuditOptions& options) { options.gate.min_evidence = 90; }, ""},
           {[](AuditOptions& options) { options.gate.min_evidence = 79; },
            "gate.min_evidence is 79; 80 by the policy\n"},
           {[](AuditOptions& options) { options.gate.min_evidence = std::nullopt; },
            "gate.min_evidence is not set; 80 by the policy\n"},
           {[](AuditOptions& options) { options.gate.fail_on = Severity::low; }, ""},
           {[](AuditOptions& options) { options.gate.fail_on = Severity::high; },
            "gate.fail_on is high; medium by the policy\n"},
           {[](AuditOptions& options) {
              options.gate.fail_on_new = options.gate.fail_on_loosened = options.gate.fail_on_lost_evidence =
                  false;
            },
            "gate.fail_on_loosened is off; on by the policy\n"
            "gate.fail_on_lost_evidence is off; on by the policy\n"
            "gate.fail_on_new is off; on by the policy\n"},
           {[](AuditOptions& options) { options.longest_waiver = 91; },
            "max_waiver_days is 91; 90 by the policy\n"},
           {[](AuditOptions& options) { options.longest_waiver = 30; }, ""},
           {[](AuditOptions& options) { options.waiver_policy.approved_by = {"ana"}; }, ""},
           {[](AuditOptions& options) {
              options.waiver_policy.approved_by = {"ana", "kim"};
            },
            "waiver_policy.approved_by is ana, kim; ana, tom by the policy\n"},
           {[](AuditOptions& options) { options.waiver_policy.approved_by.clear(); },
            "waiver_policy.approved_by is anybody; ana, tom by the policy\n"},
           {[](AuditOptions& options) { options.waiver_policy.max_days = std::nullopt; },
            "waiver_policy.max_days is not set; 180 by the policy\n"},
       }) {
    INFO(c.said);
    CHECK(loosened(c.change, strict) == c.said);
  }
}

TEST_CASE("packs, rules and parameters of the policy are no difference; others and missing ones are") {
  const auto policy = [](AuditOptions& options) {
    options.packs.push_back(source("annex.yaml", other_house));
    options.rules = {{"no-owner", {}, Severity::low, {}}};
    options.params = {{"house", "most", "20"}};
    options.day_is_set = true;
  };
  struct Case {
    Change change;
    std::string said;
  };
  for (const Case& c : std::initializer_list<Case>{
           {{}, ""},
           {[](AuditOptions& options) { options.packs.pop_back(); },
            "the policy's pack annex.yaml is missing\n"},
           {[](AuditOptions& options) { options.packs.back() = source("renamed.yaml", other_house); }, ""},
           {[](AuditOptions& options) {
              options.rules.push_back({"no-vendor", false, {}, {}});
            },
            "rule no-vendor disabled\n"},
           {[](AuditOptions& options) {
              options.rules = {{"no-owner", {}, Severity::info, {}}};
            },
            "rule no-owner set to info\n"},
           {[](AuditOptions& options) {
              options.params = {{"house", "most", "30"}};
            },
            "parameter house.most set to 30\n"},
           {[](AuditOptions& options) { options.as_of = *parse_date("2026-01-01"); },
            "audit date set to 2026-01-01\n"},
       }) {
    INFO(c.said);
    CHECK(loosened(c.change, policy) == c.said);
  }
}

TEST_CASE("waivers in effect, marks and reasons of the inventory come last") {
  const std::string_view stack = R"yaml(martech: 1
organisation: {name: Acme, currency: EUR, size: {not_applicable: a club}}
people: [{id: ana, name: Ana}]
tools:
  - {id: crm, name: CRM, category: crm, kind: infrastructure, because: {kind: It only stores},
     security: {sso: {not_applicable: nobody logs in}, mfa: true}, usage: {not_applicable: nobody counts},
     waivers: [{rule: no-owner, reason: Soon, owner: ana, expires: 2026-12-31, approved_by: kim}]}
ledger: [{vendor: {not_applicable: cash}, amount: 5}]
)yaml";
  const std::string of_inventory =
      "kind of tool crm stands because: It only stores\n"
      "security.sso of tool crm marked not applicable: nobody logs in\n"
      "size of the organisation marked not applicable: a club\n"
      "usage of tool crm marked not applicable: nobody counts\n"
      "vendor of ledger 1 marked not applicable: cash\n";
  CHECK(beside_packs([](AuditOptions&) {}, stack) ==
        "no-owner for tool crm waived until 2026-12-31 by ana: Soon\n" + of_inventory);
  const auto approvers = [](AuditOptions& options) { options.waiver_policy = {{"tom", "kim"}, {}}; };
  CHECK(loosened({}, approvers, stack) == of_inventory);
  const auto others = [](AuditOptions& options) { options.waiver_policy = {{"tom"}, {}}; };
  CHECK(loosened({}, others, stack).starts_with("waiver of no-owner for crm is not accepted: "));
}

}  // namespace
}  // namespace martech_audit::test
