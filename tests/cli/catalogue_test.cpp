// What the catalogue knows, through the program.
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::catalogue {
namespace {

std::string validated(std::string_view tools) {
  const std::string text =
      "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools:\n" + std::string(tools);
  const Run run = martech_audit(Setting{.arguments = {"validate", "-"}, .input = text});
  CHECK(run.exit_code == 0);
  CHECK(run.out.empty());
  return "\n" + run.err;
}

TEST_CASE("validate suggests what known products leave out") {
  CHECK(validated(R"(  - {id: a, name: Braze}
  - {id: b, name: Sales Cloud, vendor: Salesforce, category: crm}
  - {id: c, name: Bulletin, aliases: [mailchimp], category: email, pricing: {metrics: [contact]}}
)") == R"(
<stdin>:4:19: note: 'Braze' is a known product
    4 |   - {id: a, name: Braze}
      |                   ^~~~~
      hint: add 'category: marketing-automation', 'vendor: Braze' and 'pricing: {metrics: [mau]}'
<stdin>:5:19: note: 'Sales Cloud' looks like Salesforce Sales Cloud
    5 |   - {id: b, name: Sales Cloud, vendor: Salesforce, category: crm}
      |                   ^~~~~~~~~~~
      hint: if it is, add 'pricing: {metrics: [seat]}'
<stdin>:6:19: note: 'Bulletin' looks like Mailchimp
    6 |   - {id: c, name: Bulletin, aliases: [mailchimp], category: email, pricing: {metrics: [contact]}}
      |                   ^~~~~~~~
      hint: if it is, add 'vendor: Intuit'
martech-audit: valid: 3 tools, 0 objectives; 0 warnings, 3 suggestions
)");
}

TEST_CASE(
    "validate asks about names that several products go by, and says which categories it does not know") {
  CHECK(validated(R"(  - {id: a, name: HubSpot}
  - {id: b, name: HubSpot, category: crm}
  - {id: c, name: Fax, category: web-analitics}
  - {id: d, name: Pager, category: "beeper\e[31m"}
  - {id: e, name: Pigeon, category: {not_applicable: a bird}}
)") == R"(
<stdin>:4:19: note: 'HubSpot' matches several products
    4 |   - {id: a, name: HubSpot}
      |                   ^~~~~~~
      hint: name the product or add its category: HubSpot Marketing Hub (marketing-automation), HubSpot CRM (crm), Clearbit (audience-data)
<stdin>:6:34: note: unknown category 'web-analitics': nothing can be inferred from it
    6 |   - {id: c, name: Fax, category: web-analitics}
      |                                  ^~~~~~~~~~~~~
      hint: did you mean 'web-analytics'?
<stdin>:7:36: note: unknown category 'beeper\x1b[31m': nothing can be inferred from it
    7 |   - {id: d, name: Pager, category: "beeper\e[31m"}
      |                                    ^~~~~~~~~~~~~~
      hint: see 'martech-audit schema categories'; other categories are allowed
martech-audit: valid: 5 tools, 0 objectives; 0 warnings, 3 suggestions
)");
}

TEST_CASE("the catalogue decides no finding: a scan of a product by its name is that of any tool") {
  const auto findings = [](std::string_view name) {
    const std::string text =
        "martech: 1\norganisation: {name: Acme, currency: EUR}\ntools:\n  - {id: a, name: " +
        std::string(name) + "}\n";
    const Run run = martech_audit(
        Setting{.arguments = {"scan", "-", "--as-of", "2026-11-23", "-f", "json"}, .input = text});
    const auto report = nlohmann::json::parse(run.out);
    std::vector<std::string> rules;
    for (const auto& finding : report["findings"]) rules.push_back(finding["rule"]);
    return std::pair(report["score"], rules);
  };
  CHECK(findings("Mailchimp") == findings("Xxxxxxxxx"));
}

TEST_CASE("components of Marketing 5.0 as levels") {
  const Run run =
      martech_audit(Setting{.arguments = {"scan", "-", "--as-of", "2026-11-23", "-f", "json"}, .input = R"(
martech: 1
organisation: {name: Acme, currency: EUR}
people:
  - {id: ana, name: Ana, skills: {scoring: 3}}
  - {id: bob, name: Bob, left_on: 2026-01-01}
kpis: [{id: rate, title: Rate, unit: "%", baseline: 1, target: 2, current: 2, source: whole, measured_on: 2026-11-01}]
objectives: [{id: grow, title: Grow, status: active, priority: 1}]
tools:
  - {id: whole, name: W, category: cdp, status: active, owner: ana, objectives: [grow], kpis: [rate], skills_needed: {scoring: 2}}
  - {id: unproven, name: U, marketing5: [predictive], status: active, owner: ana, objectives: [grow], kpis: [], skills_needed: {scoring: 2}}
  - {id: unsaid, name: V, marketing5: [contextual], status: active, owner: ana, objectives: [grow], kpis: [rate]}
  - {id: left, name: L, category: chatbot, status: active, owner: bob, objectives: [grow], kpis: [rate], skills_needed: {scoring: 2}}
  - {id: gone, name: G, category: project-management, status: retired, owner: ana, objectives: [grow], kpis: [rate]}
)"});
  const auto report = nlohmann::json::parse(run.out);
  CHECK(report["marketing5"] == nlohmann::json::parse(R"([
    {"component": "data-driven", "level": 3, "possible_level": 3, "tools": ["whole"]},
    {"component": "predictive", "level": 2, "possible_level": 2, "tools": ["unproven"]},
    {"component": "contextual", "level": 1, "possible_level": 3, "tools": ["unsaid"]},
    {"component": "augmented", "level": 1, "possible_level": 1, "tools": ["left"]},
    {"component": "agile", "level": 0, "possible_level": 0, "tools": []}
  ])"));
}

}  // namespace
}  // namespace martech_audit::tests::catalogue
