// audit(): what comes back, what keeps it from coming back, and what it tells on the way.
#include <martech_audit/reporter.h>

#include "house.h"
#include "support/catch.h"

namespace martech_audit::test {
namespace {

struct Judged {
  std::optional<AuditReport> report;
  std::string messages;
};

Judged judged(const AuditOptions& options, std::string_view stack = plain_stack) {
  Diagnostics diagnostics;
  Judged result;
  result.report = audit({source("stack.yaml", stack)}, options, diagnostics);
  result.messages = render(diagnostics);
  return result;
}

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

// Of a run that must give no verdict, the first message.
std::string refused(const AuditOptions& options, std::string_view stack = plain_stack) {
  const Judged result = judged(options, stack);
  CHECK(!result.report);
  return first_line(result.messages);
}

std::string written(const AuditReport& report) {
  std::string text;
  find_reporter("json")->write(report, {}, [&](std::string_view bytes) { text += bytes; });
  return text;
}

TEST_CASE("a stack is judged by the packs that are given") {
  const Judged result = judged(by_house_rules());
  CHECK(result.messages == "");
  REQUIRE(result.report);
  REQUIRE(result.report->findings.size() == 1);
  const Finding& finding = result.report->findings.front();
  CHECK(result.report->rules[finding.rule].id == "no-owner");
  CHECK(finding.message == "CRM has no owner");
  CHECK(finding.place.line == 3);
  CHECK(finding.place.pointer == "/tools/0");
  CHECK(finding.entity.id == "crm");
  CHECK(result.report->gate.passed);
  CHECK(result.report->packs.size() == 1);
}

TEST_CASE("the same stack and options give the same bytes") {
  const AuditOptions options = by_house_rules();
  CHECK(written(*judged(options).report) == written(*judged(options).report));
}

TEST_CASE("with any fault there is no verdict, and the fault is told") {
  struct Case {
    std::string said;
    void (*change)(AuditOptions&);
  };
  for (const Case& c : std::initializer_list<Case>{
           {"error: unknown rule 'no-onwer' in the settings",
            [](AuditOptions& options) {
              options.rules = {{"no-onwer", false, {}, {}}};
            }},
           {"error: unknown pack 'hause' in the setting of parameter 'most'",
            [](AuditOptions& options) {
              options.params = {{"hause", "most", "3"}};
            }},
           {"error: pack 'house' has no parameter 'least'",
            [](AuditOptions& options) {
              options.params = {{"house", "least", "3"}};
            }},
           {"error: parameter 'most' of pack 'house': 'many' is not a whole number",
            [](AuditOptions& options) {
              options.params = {{"house", "most", "many"}};
            }},
           {"broken.yaml:1:1: error: a pack needs 'version'",
            [](AuditOptions& options) { options.packs.push_back(source("broken.yaml", "pack: broken\n")); }},
           {"broken.yaml:1:7: error: '[' opened here is never closed",
            [](AuditOptions& options) { options.packs.push_back(source("broken.yaml", "pack: [broken\n")); }},
           {"more.yaml:1:7: error: another pack is also called 'house'",
            [](AuditOptions& options) { options.packs.push_back(source("more.yaml", house)); }},
           {"waivers.yaml:1:1: error: a file of waivers has no key 'waves'",
            [](AuditOptions& options) {
              options.waivers = {{source("waivers.yaml", "waves: []\n"), false}};
            }},
       }) {
    AuditOptions options = by_house_rules();
    c.change(options);
    CHECK(refused(options) == c.said);
  }
  CHECK(refused(by_house_rules(), "martech: 1\norganisation: {name: Acme}\n") ==
        "stack.yaml:2:15: error: this organisation has no 'currency', which is required");
  CHECK(refused(by_house_rules(), "tools: [") == "stack.yaml:1:8: error: '[' opened here is never closed");
  Diagnostics diagnostics;
  CHECK(!audit({}, by_house_rules(), diagnostics));
  CHECK(render(diagnostics) == "error: no inventory was given\n");
}

TEST_CASE("what happened after the day of the audit is a fault; a day later may be another time zone") {
  const auto measured = [](const std::string& day) {
    return "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools: [{id: crm, name: CRM, usage: "
           "{active: 3, "
           "measured_on: " +
           day + "}}]\n";
  };
  CHECK(judged(by_house_rules(), measured("2026-11-23")).report);
  CHECK(judged(by_house_rules(), measured("2026-11-24")).report);
  CHECK(refused(by_house_rules(), measured("2026-11-25")).find("2026-11-25") != std::string::npos);
}

TEST_CASE("the share of the work that is done never falls, and ends whole") {
  AuditOptions options = by_house_rules();
  std::vector<double> shares;
  std::string doing;
  options.progress = [&](std::string_view what, double done) {
    doing = what;
    shares.push_back(done);
  };
  const Judged result = judged(options);
  REQUIRE(result.report);
  REQUIRE(!shares.empty());
  CHECK(std::ranges::is_sorted(shares));
  CHECK(shares.front() >= 0);
  CHECK(shares.back() <= 1);
  CHECK(!doing.empty());
  options.progress = {};
  CHECK(written(*judged(options).report) == written(*result.report));
}

TEST_CASE("waivers beside the inventory hide what they name, until the day they expire") {
  const auto with_waiver = [](const std::string& expires) {
    AuditOptions options = by_house_rules();
    options.waivers = {
        {source("waivers.yaml",
                "- {rule: no-owner, entity: crm, reason: We know, owner: Ana, expires: " + expires + "}\n"),
         false}};
    return judged(options);
  };
  const Judged held = with_waiver("2026-11-23");
  REQUIRE(held.report);
  CHECK(held.report->findings.empty());
  REQUIRE(held.report->waived.size() == 1);
  CHECK(held.report->waived.front().waiver->reason == "We know");
  const Judged expired = with_waiver("2026-11-22");
  REQUIRE(expired.report);
  CHECK(expired.report->findings.size() == 1);
  CHECK(expired.report->waived.empty());
  CHECK(first_line(expired.messages).find("expired on 2026-11-22: its finding counts again") !=
        std::string::npos);
}

TEST_CASE("several files are one stack, in the order of ids, each with its places") {
  Diagnostics diagnostics;
  const auto report =
      audit({source("a.yaml", "martech: 1\norganisation: {name: Acme, currency: EUR}\n"),
             source("b.yaml", "martech: 1\ntools:\n  - {id: crm, name: CRM}\n  - {id: cms, name: CMS}\n")},
            by_house_rules(), diagnostics);
  REQUIRE(report);
  std::string places;
  for (const Finding& finding : report->findings)
    places += std::string(finding.place.path) + ":" + std::to_string(finding.place.line) + " " +
              std::string(finding.place.pointer) + "\n";
  CHECK(places == "b.yaml:4 /tools/1\nb.yaml:3 /tools/0\n");
  CHECK(report->inputs.size() == 2);
}

}  // namespace
}  // namespace martech_audit::test
