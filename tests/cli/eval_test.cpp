// `eval`, and `explain` of a finding.
#include <filesystem>

#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::eval {
namespace {

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
teams:
  - {id: growth, name: Growth}
tools:
  - id: crm
    name: "CRM\x1b[31m"
    owner: growth
    cost: {amount: 12000, per: year}
    purchased_on: 2024-02-03
  - {id: mail, name: Mail, channels: [news]}
)";

struct Case {
  std::vector<std::string> arguments;
  int exit_code;
  std::string out;
  std::string err;
};

void check(const std::vector<Case>& cases) {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  for (const Case& c : cases) {
    CAPTURE(c.arguments);
    std::vector<std::string> arguments{"eval"};
    arguments.insert(arguments.end(), c.arguments.begin(), c.arguments.end());
    const Run run = martech_audit({.arguments = arguments, .folder = folder.path()});
    CHECK(run.exit_code == c.exit_code);
    CHECK(run.out == c.out);
    CHECK(run.err == c.err);
  }
}

TEST_CASE("eval prints a value as JSON, with or without an inventory") {
  check({
      {{"1 + 2 * 3"}, 0, "7\n", ""},
      {{"[1.5, 2u, true, null, 'é']"}, 0, "[\n  1.5,\n  2,\n  true,\n  null,\n  \"é\"\n]\n", ""},
      {{"{'a': b'ab'}"}, 0, "{\n  \"a\": [\n    97,\n    98\n  ]\n}\n", ""},
      {{"{1: 2, '1': 3, 'a\"b': []}"}, 0, "{\n  \"1\": 3,\n  \"a\\\"b\": []\n}\n", ""},
      {{"[1e15, 1e16, 1e-5, -0.0]"}, 0, "[\n  1000000000000000.0,\n  1e+16,\n  1e-05,\n  -0.0\n]\n", ""},
      {{"0.0 / 0.0"}, 0, "\"NaN\"\n", ""},
      {{"as_of - duration('24h')", "--as-of", "2026-11-23"}, 0, "\"2026-11-22T00:00:00Z\"\n", ""},
      {{"duration('90m')"}, 0, "\"5400s\"\n", ""},
      {{"type(1)"}, 0, "\"int\"\n", ""},
      {{"optional.none()"}, 0, "null\n", ""},
      {{"org.tools.size()", "stack.yaml"}, 0, "2\n", ""},
      {{"org.tools.map(t, t.id)", "stack.yaml"}, 0, "[\n  \"crm\",\n  \"mail\"\n]\n", ""},
      {{"org.tools[1].channels[0].runners", "stack.yaml"},  // a channel in free text
       0,
       "{\n  \"unknown\": [\n    {\n      \"entity\": \"channel\",\n      \"id\": \"news\",\n"
       "      \"path\": \"runners\"\n    }\n  ]\n}\n",
       ""},
      {{"org.tools[0].cost", "stack.yaml"},
       0,
       "{\n  \"amount\": 12000.0,\n  \"currency\": \"EUR\",\n  \"per\": \"year\"\n}\n",
       ""},
      {{"org.tools[0].purchased_on", "stack.yaml"}, 0, "\"2024-02-03T00:00:00Z\"\n", ""},
      {{"org.teams[0]", "stack.yaml"}, 0, "{\n  \"id\": \"growth\",\n  \"name\": \"Growth\"\n}\n", ""},
  });
}

TEST_CASE("eval knows time zones by itself, whatever zone files the machine or its user has") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "Europe");
  folder.write("Europe/Berlin", "TZif2 and no more");
  folder.write("Mars", "TZif2 and no more");
  const auto hours = [&](const char* zone) {
    const std::string text = std::string("timestamp('2024-06-30T22:30:00Z').getHours('") + zone + "')";
    return martech_audit(
        Setting{.arguments = {"eval", text}, .environment = {"TZDIR=" + folder.path().string()}});
  };
  CHECK(hours("Europe/Berlin").out == "0\n");
  CHECK(hours("Mars").exit_code == 2);
}

TEST_CASE("eval prints a line for each entity of a kind") {
  check({
      {{"tool.annual_cost", "stack.yaml", "--for", "tool"},
       0,
       "{\"tool\":\"crm\",\"value\":12000.0}\n"
       "{\"tool\":\"mail\",\"unknown\":[{\"entity\":\"tool\",\"id\":\"mail\",\"path\":\"cost\"}]}\n",
       ""},
      {{"tool.annual_cost < double(params.dormant_days)", "stack.yaml", "--for", "tool", "--pack", "spend"},
       0,
       "{\"tool\":\"crm\",\"value\":false}\n"
       "{\"tool\":\"mail\",\"unknown\":[{\"entity\":\"tool\",\"id\":\"mail\",\"path\":\"cost\"}]}\n",
       ""},
      {{"tool.name", "stack.yaml", "--for", "tool"},
       0,
       "{\"tool\":\"crm\",\"value\":\"CRM\\u001b[31m\"}\n{\"tool\":\"mail\",\"value\":\"Mail\"}\n",
       ""},
      {{"{'error': tool.id}", "stack.yaml", "--for", "tool"},
       0,
       "{\"tool\":\"crm\",\"value\":{\"error\":\"crm\"}}\n{\"tool\":\"mail\",\"value\":{\"error\":\"mail\"}}"
       "\n",
       ""},
      {{"objective.title", "stack.yaml", "--for", "objective"}, 0, "", ""},
  });
}

TEST_CASE("eval shows on request what every part came to") {
  check({
      {{"tool.annual_cost > 1000.0 && has(tool.owner)", "stack.yaml", "--for", "tool", "--trace"},
       0,
       "{\"tool\":\"crm\",\"value\":true}\n{\"tool\":\"mail\",\"value\":false}\n",
       "tool crm\n"
       "tool.annual_cost > 1000.0 && has(tool.owner)   true\n"
       "  tool.annual_cost > 1000.0                    true\n"
       "    tool.annual_cost                           12000.0\n"
       "  has(tool.owner)                              true\n"
       "tool mail\n"
       "tool.annual_cost > 1000.0 && has(tool.owner)   false\n"
       "  tool.annual_cost > 1000.0                    unknown: cost of tool mail\n"
       "    tool.annual_cost                           unknown: cost of tool mail\n"
       "  has(tool.owner)                              false\n"},
      {{"org.tools[0].name + org.tools[0].owner.name", "stack.yaml", "--trace"},
       0,
       "\"CRM\\u001b[31mGrowth\"\n",
       "org.tools[0].name + org.tools[0].owner.name   \"CRM\\x1b[31mGrowth\"\n"
       "  org.tools[0].name                           \"CRM\\x1b[31m\"\n"
       "    org.tools                                 [tool crm, tool mail]\n"
       "  org.tools[0].owner.name                     \"Growth\"\n"
       "    org.tools                                 [tool crm, tool mail]\n"},
  });
}

TEST_CASE("eval says what is wrong with an expression, and exits with 2") {
  check({
      {{"org.tols", "stack.yaml"},
       2,
       "",
       "<expression>:1:5: error: organisation has no field 'tols'\n"
       "    1 | org.tols\n"
       "      |     ^~~~\n"
       "      hint: did you mean 'tools'?\n"
       "martech-audit: 1 error; no verdict\n"},
      {{"1 +"},
       2,
       "",
       "<expression>:1:4: error: expected an expression before the end\n"
       "    1 | 1 +\n"
       "      |    ^\n"
       "      hint: write what belongs after '+', or leave that out\n"
       "martech-audit: 1 error; no verdict\n"},
      {{"1 / 0"},
       2,
       "{\n  \"error\": \"division by zero\"\n}\n",
       "martech-audit: the expression failed; see the output\n"},
      {{"1", "--for", "tool s"},
       2,
       "",
       "martech-audit: --for is 'tool s', which is not a kind of entity; did you mean 'tool'?\n"},
      {{"1", "--pack", "spned"}, 2, "", "martech-audit: there is no pack 'spned'; did you mean 'spend'?\n"},
      {{"1", "--pack", "x"},
       2,
       "",
       "martech-audit: there is no pack 'x'; one of: agility, contracts, data, experience, governance, "
       "innovation, "
       "measurement, people, spend, strategy\n"},
      {{"1", "missing.yaml"}, 2, "", "martech-audit: missing.yaml does not exist\n"},
  });
}

TEST_CASE("explain shows the values that decided a finding, before the rule's page") {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.end(), {"stack.yaml", "--as-of", "2026-11-23"});
    return martech_audit({.arguments = std::move(arguments), .folder = folder.path()});
  };
  const auto report = nlohmann::json::parse(run({"scan", "--format", "json"}).out);
  std::string fingerprint;
  for (const auto& finding : report["findings"]) {
    if (finding["rule"] == "ownerless-tool") fingerprint = finding["fingerprint"];
  }
  REQUIRE(fingerprint.size() == 32);
  for (const std::string& subject : {fingerprint, fingerprint.substr(0, 8)}) {
    const Run page = run({"explain", subject});
    CAPTURE(page.out, page.err);
    CHECK(page.exit_code == 0);
    CHECK(page.out.find("ownerless-tool: Mail") != std::string::npos);
    CHECK(page.out.find("  at stack.yaml:11:") != std::string::npos);
    CHECK(page.out.find("Why the rule reports it\n\n") != std::string::npos);
    CHECK(page.out.find("has(tool.owner)") != std::string::npos);
    CHECK(page.out.find("Why it matters") != std::string::npos);
  }
  const Run rule = run({"explain", "ownerless-tool"});
  CHECK(rule.out.substr(rule.out.find("On this inventory")) ==
        "On this inventory\n  " + fingerprint.substr(0, 8) +
            " high: Mail has no owner\n  1 failed, 0 waived, 0 undecided (missing data), 1 passed\n");
  const Run none = run({"explain", "0123456789"});
  CHECK(none.exit_code == 2);
  CHECK(none.err.find("decisions start with '0123456789'") != std::string::npos);
  CHECK(run({"explain", fingerprint.substr(0, 4)}).out == run({"explain", fingerprint}).out);
  std::string capitals = fingerprint;
  for (char& digit : capitals) digit = digit >= 'a' ? static_cast<char>(digit - 'a' + 'A') : digit;
  CHECK(run({"explain", capitals}).out == run({"explain", fingerprint}).out);
}

TEST_CASE("explain says what a rule comes to on one entity, and what a decision settles") {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  const auto run = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "explain");
    arguments.insert(arguments.end(), {"--as-of", "2026-11-23"});
    return martech_audit({.arguments = std::move(arguments), .folder = folder.path()});
  };
  const Run page = run({"ownerless-tool", "mail", "stack.yaml"});
  CHECK(page.out.starts_with("high ownerless-tool: Mail has no owner\n  at stack.yaml:11:"));
  CHECK(run({"tool/mail", "stack.yaml", "ownerless-tool"}).out == page.out);
  CHECK(run({"stack.yaml", "ownerless-tool", "tool:mail"}).out == page.out);
  CHECK(run({"ownerless-tool", "Mail", "stack.yaml"}).out == page.out);
  const std::string print = page.out.substr(page.out.find("  decision ") + 11, 8);
  CHECK(run({"stack.yaml", "#" + print}).out == run({print, "stack.yaml"}).out);
  CHECK(run({"ownerless-tool", "crm", "stack.yaml"}).out.starts_with("crm: passes ownerless-tool\n\n"));

  const std::size_t at = page.out.find("  decision ");
  REQUIRE(at != std::string::npos);
  const Run decision = run({page.out.substr(at + 11, 8), "stack.yaml"});
  CHECK(decision.out.starts_with("Mail: name an owner\n  lane risk; "));
  CHECK(decision.out.find("\nWhat it settles\n") != std::string::npos);
  CHECK(decision.out.find(" high ownerless-tool: Mail has no owner\n") != std::string::npos);
}

TEST_CASE("explain says what it cannot make out, and what to write") {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  const auto error = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "explain");
    const Run run = martech_audit({.arguments = std::move(arguments), .folder = folder.path()});
    CHECK(run.exit_code == 2);
    return run.err;
  };
  CHECK(error({"ownerless-tool", "mial", "stack.yaml"}) ==
        "martech-audit: unknown tool 'mial'; did you mean 'mail'?\n");
  CHECK(error({"ownerless-tool", "objective/mail", "stack.yaml"}) ==
        "martech-audit: the rule judges entities of kind tool, not objective\n");
  CHECK(error({"tool/mail", "stack.yaml"}) ==
        "martech-audit: name a rule, too: `martech-audit explain RULE tool/mail`\n");
  CHECK(
      error({"12345678", "mail"}) ==
      "martech-audit: there is no file 'mail'; write `martech-audit explain RULE ENTITY [INVENTORY]`, or the "
      "beginning of a fingerprint\n");
  CHECK(error({"ownerless-tol", "mail", "stack.yaml"}) ==
        "martech-audit: unknown rule 'ownerless-tol'; did you mean 'ownerless-tool'?\n");
  CHECK(error({"mail", "ownerless-tol", "stack.yaml"}) ==
        "martech-audit: unknown rule 'ownerless-tol'; did you mean 'ownerless-tool'?\n");
  CHECK(
      error({"mail", "crm", "stack.yaml"}) ==
      "martech-audit: neither 'mail' nor 'crm' is a rule or a file; write `martech-audit explain RULE ENTITY "
      "[INVENTORY]`, and see `martech-audit rules list`\n");
  CHECK(error({"mail", "stack.yaml"}) ==
        "martech-audit: unknown rule 'mail'; see `martech-audit rules list`. About an entity write "
        "`martech-audit explain RULE ENTITY [INVENTORY]`\n");
  CHECK(error({"inventory-incomplete", "mail", "stack.yaml"}) ==
        "martech-audit: the rule judges the organisation as a whole, not 'mail'; write `organisation` for "
        "it\n");
}

TEST_CASE("the organisation has no id, and is found by its kind or name") {
  const TemporaryFolder folder;
  folder.write("stack.yaml", stack);
  const auto page = [&](std::string entity) {
    const Run run = martech_audit({.arguments = {"explain", "inventory-incomplete", std::move(entity),
                                                 "stack.yaml", "--as-of", "2026-11-23"},
                                   .folder = folder.path()});
    CHECK(run.exit_code == 0);
    return run.out;
  };
  const std::string by_kind = page("organisation");
  CHECK(by_kind.find("inventory-incomplete") != std::string::npos);
  CHECK(page("org") == by_kind);
}

}  // namespace
}  // namespace martech_audit::tests::eval
