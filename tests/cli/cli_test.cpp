// The built program as users, CI servers and attackers meet it.
#include <algorithm>
#include <cstdlib>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"
#include "support/skip.h"

namespace martech_audit::tests::cli {
namespace {

const std::string source = MARTECH_AUDIT_SOURCE_DIR;
const std::string starter = source + "/examples/starter/inventory.yaml";
const std::string retailer = source + "/examples/retailer/inventory.yaml";

std::vector<std::string> scan(const std::string& inventory, std::vector<std::string> more = {}) {
  std::vector<std::string> arguments{"scan", inventory, "--as-of", "2026-11-23"};
  arguments.insert(arguments.end(), more.begin(), more.end());
  return arguments;
}

constexpr const char* healthy =
    "martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A}\n";

TEST_CASE("what cannot be understood exits with 2 and says what to write instead") {
  struct Case {
    std::vector<std::string> arguments;
    std::string message;
  };
  const std::vector<Case> cases{
      {{"scna"}, "'scna' is not a command; did you mean 'scan'?"},
      {{"scan", "no-such-file.yaml"}, "no-such-file.yaml"},
      {scan(starter, {"--format", "jsn"}), "'jsn' is not a format; did you mean 'json'?"},
      {scan(starter, {"-f", "json=r.json"}),
       "--format takes no file ('json=r.json'); use --output json=r.json\n"},
      {scan(starter, {"--format="}), "--format needs a value"},
      {scan(starter, {"-o", "json="}), "--output json= has no file after '='\n"},
      {scan(starter, {"-o", "jsn=x"}), "'jsn' is not a format; did you mean 'json'?\n"},
      {scan(starter, {"-o", "json=x", "-o", "text=x"}), "two reports would be written to x\n"},
      {scan(starter, {"-f", "json", "-o", "text"}), "only one report can be written to standard output"},
      {{"scan", starter, "--as-of", "2026-02-30"},
       "--as-of is '2026-02-30'; write a date that exists as YYYY-MM-DD"},
      {scan(starter, {"--param", "lead_days=3"}), "write PACK.NAME=VALUE"},
      {scan(starter, {"--disable", "shelfwear"}), "did you mean 'shelfware'?"},
      {scan(starter, {"--no-built-in-rules"}), "--no-built-in-rules requires --rules PACK"},
      {scan(starter, {"--rules", "no-such-pack.yaml"}), "no-such-pack.yaml"},
      {{"explain", "unused-license"}, "did you mean 'unused-licences'?"},
      {{"schema", "inventori"}, "did you mean 'inventory'?"},
  };
  for (const Case& c : cases) {
    const Run run = martech_audit(c.arguments);
    CAPTURE(c.arguments, run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find(c.message) != std::string::npos);
  }
}

TEST_CASE("broken inventories are never green") {
  const TemporaryFolder folder;
  const std::vector<std::pair<std::string, std::string>> cases{
      {"", "empty"},
      {"# nothing\n", "only comments"},
      {"martech: 1\n\torganisation: {}\n", "tab"},
      {"martech: 1\norganisation: {name: \"A, currency: EUR}\n", "never closed"},
      {"martech: 1\nmartech: 1\norganisation: {name: A, currency: EUR}\n", "twice"},
      {"martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: A, ownr: x}\n",
       "did you mean 'owner'?"},
      {"martech: 1\norganisation: {name: A, currency: EUR}\ntools:\n  - {id: a, name: \"\xff\"}\n", "UTF-8"},
      {"martech: 2\norganisation: {name: A, currency: EUR}\n", "martech"},
      {"[1, 2]\n", "mapping"},
  };
  for (const auto& [text, message] : cases) {
    const std::string path = folder.write("inventory.yaml", text);
    const Run run = martech_audit(scan(path));
    CAPTURE(text, run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find(message) != std::string::npos);
    CHECK(martech_audit({"scan", path, "--exit-zero"}).exit_code == 2);
  }
}

TEST_CASE("an alias bomb is a message within moments") {
  const TemporaryFolder folder;
  std::string bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string last = "*a" + std::to_string(i - 1);
    bomb += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + last;
    for (int j = 0; j < 9; ++j) bomb += ", " + last;
    bomb += "]\n";
  }
  const Run run = martech_audit(scan(folder.write("bomb.yaml", bomb)));
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("alias") != std::string::npos);
}

TEST_CASE("the gate follows its flags, and 1 becomes 0 on demand") {
  CHECK(martech_audit(scan(retailer)).exit_code == 1);
  CHECK(martech_audit(scan(retailer, {"--exit-zero"})).exit_code == 0);
  CHECK(martech_audit(scan(retailer, {"--fail-on", "none"})).exit_code == 0);
  CHECK(martech_audit(scan(retailer, {"--fail-on", "none", "--max-gap", "5"})).exit_code == 1);
  CHECK(martech_audit(scan(retailer, {"--fail-on", "none", "--max-gap", "95"})).exit_code == 0);
  CHECK(martech_audit(scan(retailer, {"--fail-on", "none", "--max-waste", "1000"})).exit_code == 1);
  CHECK(martech_audit(scan(retailer, {"--fail-on", "none", "--max-waste", "900000"})).exit_code == 0);
  const Run run = martech_audit(scan(retailer, {"--fail-on", "none", "--max-proven-gap", "1"}));
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("gate failed (exit 1)") != std::string::npos);
}

TEST_CASE("three tools with names, owners and costs get a short and friendly page") {
  const Run run = martech_audit(scan(starter));
  CHECK(run.exit_code == 1);
  CHECK(std::count(run.out.begin(), run.out.end(), '\n') <= 26);
  CHECK(run.out.find("What to add next") != std::string::npos);
  CHECK(run.out == read_text(source + "/tests/cli/starter.golden.txt"));
}

TEST_CASE("the same inputs give the same bytes, whatever the place, time zone or locale") {
  const Run here = martech_audit(scan(retailer, {"-f", "json"}));
  const Run there =
      martech_audit(Setting{.arguments = scan(retailer, {"-f", "json"}),
                            .environment = {"TZ=Pacific/Auckland", "LANG=de_DE.UTF-8", "COLUMNS=33"}});
  CHECK(here.out == there.out);
  const auto report = nlohmann::json::parse(here.out);
  CHECK(report["as_of"] == "2026-11-23");
  CHECK(report["tools"].size() == 31);
  CHECK(report["gate"]["exit_code"] == 1);
}

TEST_CASE("standard input is an inventory like any other") {
  const Run run =
      martech_audit(Setting{.arguments = {"validate", "-", "--stdin-filename", "main:inventory.yaml"},
                            .input = "martech: 1\norganisation: {name: A, currency: EURO}\n"});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("main:inventory.yaml:2:") != std::string::npos);
  CHECK(martech_audit(Setting{.arguments = {"validate", "-"}, .input = healthy}).exit_code == 0);
}

TEST_CASE("several files make one inventory, and ids met twice name both places") {
  const TemporaryFolder folder;
  folder.write("a.yaml", healthy);
  folder.write("b.yaml", "martech: 1\ntools:\n  - {id: b, name: B}\n");
  CHECK(martech_audit({"validate", folder.path().string()}).exit_code == 0);
  folder.write("c.yaml", "martech: 1\ntools:\n  - {id: a, name: Again}\n");
  const Run run = martech_audit({"validate", folder.path().string()});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("c.yaml:3:") != std::string::npos);
  CHECK(run.err.find("a.yaml:4:") != std::string::npos);
}

TEST_CASE("reports are written whole or not at all") {
  const TemporaryFolder folder;
  const Run both = martech_audit(
      scan(starter, {"-o", "json=" + folder.file("r.json"), "-o", "text=" + folder.file("r.txt")}));
  CHECK(both.exit_code == 1);
  CHECK(both.out.empty());
  CHECK(nlohmann::json::accept(read_text(folder.file("r.json"))));
  CHECK(read_text(folder.file("r.txt")).find("Little Roastery") != std::string::npos);

  const Run nowhere = martech_audit(scan(starter, {"-o", "json=" + folder.file("none/r.json")}));
  CHECK(nowhere.exit_code == 2);
  CHECK(nowhere.err.find("cannot write") != std::string::npos);

  const Run full =
      martech_audit(Setting{.arguments = scan(starter, {"-f", "json"}), .out_path = "/dev/full"});
  CHECK(full.exit_code == 2);
  CHECK(full.err.find("No space left") != std::string::npos);
}

TEST_CASE("init writes an inventory that validates, once") {
  const TemporaryFolder folder;
  CHECK(martech_audit({"init", folder.path().string()}).exit_code == 0);
  CHECK(martech_audit({"validate", folder.file("inventory.yaml")}).exit_code == 0);
  CHECK(nlohmann::json::accept(read_text(folder.file("inventory.schema.json"))));
  const std::string before = read_text(folder.file("inventory.yaml"));
  CHECK(martech_audit({"init", folder.path().string()}).exit_code == 2);
  CHECK(read_text(folder.file("inventory.yaml")) == before);
}

TEST_CASE("a messy sheet imports, validates and scans") {
  const TemporaryFolder folder;
  const std::string sheet = source + "/tests/unit/import/data/messy.csv";
  const Run run =
      martech_audit({"import", sheet, "--currency", "USD", "--rate", "EUR=1.08@2026-11-01", "--rate",
                     "GBP=1.27@2026-11-01", "--date-order", "mdy", "-o", folder.file("inventory.yaml")});
  CAPTURE(run.err);
  REQUIRE(run.exit_code == 0);
  CHECK(martech_audit({"validate", folder.file("inventory.yaml")}).exit_code == 0);
  CHECK(martech_audit(scan(folder.file("inventory.yaml"), {"--exit-zero"})).exit_code == 0);
}

TEST_CASE("columns stand under each other in any script") {
  const TemporaryFolder folder;
  std::string text = "martech: 1\norganisation: {name: X, currency: EUR}\ntools:\n";
  const auto add = [&](const std::string& id, const std::string& name, const std::string& active) {
    text += "  - {id: " + id + ", name: " + name +
            ", status: active, cost: {amount: 1000}, pricing: {metrics: [seat]},\n" +
            "     seats: {purchased: 10}, usage: {active: " + active +
            ", measured_on: 2026-11-01, evidence: login}}\n";
  };
  add("a", "Đường Zalo", "1");
  add("b", "微信公众号", "3");
  add("c", "👩\u200d💻 Cổng", "5");
  add("d", "❤\ufe0f 🇻🇳", "8");
  add("e", "Tie\u0302\u0301ng", "9");
  add("f", "Mail", "10");
  const std::string path = folder.write("inventory.yaml", text);
  const auto section = [&](const char* locale, const char* width) {
    const Run run = martech_audit({.arguments = scan(path, {"--verbose", "--width", width}),
                                   .environment = {std::string("LC_ALL=") + locale}});
    const std::size_t begin = run.out.find("Seat utilisation");
    return run.out.substr(begin, run.out.find("\n\n", begin) - begin);
  };
  CHECK(section("C.UTF-8", "80") ==
        "Seat utilisation, lowest first (█ in use, · idle) ───────────────────────────\n"
        "  all 6 with usage data  ▁▃▅▇██                      10%–100%\n"
        "  Đường Zalo             ██··················   10%\n"
        "  微信公众号             ██████··············   30%\n"
        "  👩\u200d💻 Cổng                ██████████··········   50%\n"
        "  ❤\ufe0f 🇻🇳                  ████████████████····   80%\n"
        "  Tie\u0302\u0301ng                  ██████████████████··   90%\n"
        "  Mail                   ████████████████████  100%");
  CHECK(section("C", "50") ==
        "Seat utilisation, lowest first (# in use, . idle)\n"
        "  all 6 with usage data  _-+%##           10%-100%\n"
        "  \\u{110}\\u{1b0}\\u{1...  #........   10%\n"
        "  \\u{5fae}\\u{4fe1}\\u...  ###......   30%\n"
        "  \\u{1f469}\\u{200d}\\...  #####....   50%\n"
        "  \\u{2764}\\u{fe0f} \\...  #######..   80%\n"
        "  Tie\\u{302}\\u{301}ng    ########.   90%\n"
        "  Mail                   #########  100%");
}

TEST_CASE("hostile names reach a terminal harmless") {
  const TemporaryFolder folder;
  const std::string path =
      folder.write("inventory.yaml",
                   "martech: 1\norganisation: {name: \"\\e]0;owned\\a\", currency: EUR}\ntools:\n"
                   "  - {id: a, name: \"\\e[2J\\u202Eevil\\r::error::x\"}\n");
  const Run run = martech_audit(scan(path, {"--color", "never", "-v"}));
  CHECK(run.exit_code == 1);
  CHECK(run.out.find('\x1b') == std::string::npos);
  CHECK(run.out.find('\r') == std::string::npos);
  CHECK(run.out.find("\u202e") == std::string::npos);
}

TEST_CASE("rules are listed, checked, tested and explained offline") {
  CHECK(martech_audit({"rules", "list"}).out.find("unused-licences") != std::string::npos);
  CHECK(martech_audit({"rules", "list", "--params"}).out.find("house default") != std::string::npos);
  CHECK(martech_audit({"rules", "list", "--facts"}).out.find("tool.annual_cost: double") !=
        std::string::npos);
  CHECK(martech_audit({"rules", "test", source + "/examples/custom-pack"}).out == "8 passed, 0 failed\n");
  CHECK(martech_audit({"explain", "shelfware"}).out.find("Paid tool with no sign of use") !=
        std::string::npos);
  CHECK(martech_audit({"rules", "docs"}).out == read_text(source + "/rules/README.md"));
}

TEST_CASE("a misspelt field in a pack is a diagnostic with place and suggestion") {
  const TemporaryFolder folder;
  const std::string pack =
      folder.write("pack.yaml",
                   "pack: mine\nversion: 1.0.0\ntitle: Mine\nabout: Mine.\nrules:\n  - id: mine\n"
                   "    title: Mine\n    dimension: spend\n    for: tool\n    severity: low\n"
                   "    effort: low\n    assert: tool.seats.bougt > 1\n    message: m\n    why: w\n"
                   "    fix: f\n");
  const Run run = martech_audit({"rules", "check", pack});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("pack.yaml:12:24: error: tool.seats has no field 'bougt'") != std::string::npos);
}

TEST_CASE("the program that embeds the library audits") {
  const Run run = run_program(MARTECH_AUDIT_EMBED_EXAMPLE, {.arguments = {retailer}});
  CAPTURE(run.err);
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("Fell & Fjord Outdoor: gap ") != std::string::npos);
}

TEST_CASE("the queries of the README run") {
  if (!std::filesystem::exists("/usr/bin/jq")) return skip("jq");
  const TemporaryFolder folder;
  const std::string report = folder.file("r.json");
  REQUIRE(martech_audit(scan(retailer, {"-o", "json=" + report})).exit_code == 1);
  const std::string readme = read_text(source + "/README.md");
  std::size_t queries = 0;
  for (std::size_t at = readme.find("| jq -r '"); at != std::string::npos;
       at = readme.find("| jq -r '", at + 1)) {
    const std::size_t begin = at + 9;
    const std::string query = readme.substr(begin, readme.find('\'', begin) - begin);
    const Run run = run_program("/usr/bin/jq", {.arguments = {"-r", query, report}});
    CAPTURE(query, run.err);
    CHECK(run.exit_code == 0);
    CHECK(run.out.size() > 5);
    CHECK(run.out.find("null") == std::string::npos);
    ++queries;
  }
  CHECK(queries == 4);
}

}  // namespace
}  // namespace martech_audit::tests::cli
