// .martech-audit.yaml, the environment, waivers and baselines, as a team meets them.
#include <filesystem>
#include <fstream>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::configuration {
namespace {

namespace fs = std::filesystem;

constexpr const char* stack = R"(martech: 1
organisation: {name: Acme, currency: EUR}
people: [{id: ana, name: Ana}, {id: tom, name: Tom, left_on: 2026-01-01}]
objectives: [{id: grow, title: Grow, status: active, priority: 1, owner: ana}]
tools:
  - {id: crm, name: CRM, category: crm, owner: tom, live_on: 2020-01-01, objectives: [grow], pricing: {metrics: [seat]},
     cost: {amount: 12000, per: year}, seats: {purchased: 100}, usage: {active: 70, measured_on: 2026-11-01}}
  - {id: mail, name: Mail, category: email-marketing, owner: ana, problem: Letters to all customers, live_on: 2020-01-01,
     pricing: {metrics: [seat]}, cost: 1200, seats: {purchased: 100}, usage: {active: 70, measured_on: 2026-11-01}}
)";

class Team {
 public:
  Team() {
    fs::create_directories(folder_.path() / "repo/.git");
    fs::create_directories(folder_.path() / "repo/stack");
    write("stack/inventory.yaml", stack);
  }

  void write(const std::string& name, const std::string& text) const {
    std::ofstream(folder_.path() / "repo" / name) << text;
  }
  std::string read(const std::string& name) const { return read_text(folder_.path() / "repo" / name); }

  Run run(std::vector<std::string> arguments, std::vector<std::string> environment = {}) const {
    arguments.emplace_back("stack/inventory.yaml");
    arguments.insert(arguments.end(), {"--as-of", "2026-11-23"});
    return martech_audit({.arguments = std::move(arguments),
                          .folder = folder_.path() / "repo",
                          .environment = std::move(environment)});
  }

  // The line of `config show` that begins with the key.
  std::string shown(const std::string& key, std::vector<std::string> arguments = {},
                    std::vector<std::string> environment = {}) const {
    arguments.insert(arguments.begin(), {"config", "show"});
    const Run run_of = run(std::move(arguments), std::move(environment));
    CHECK(run_of.err == "");
    const std::size_t at = run_of.out.find("\n" + key + " ");
    if (at == std::string::npos) return "";
    return run_of.out.substr(at + 1, run_of.out.find('\n', at + 1) - at - 1);
  }

 private:
  TemporaryFolder folder_;
};

// Blanks in a row as one.
std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  }
  return out;
}

TEST_CASE("what is turned off has an origin, too") {
  const Team team;
  const std::string key = "gate.fail_on_loosened";
  CHECK(squeezed(team.shown(key)) == key + " false built in");
  team.write(".martech-audit.yaml", "gate: {fail_on_loosened: true}\n");
  CHECK(squeezed(team.shown(key)) == key + " true .martech-audit.yaml:1");
  CHECK(squeezed(team.shown(key, {}, {"MARTECH_AUDIT_FAIL_ON_LOOSENED=off"})) ==
        key + " false MARTECH_AUDIT_FAIL_ON_LOOSENED");
  CHECK(squeezed(team.shown(key, {"--fail-on-loosened=false"})) == key + " false --fail-on-loosened");
  team.write(".martech-audit.yaml", "gate: {fail_on_loosened: false}\n");
  CHECK(squeezed(team.shown(key)) == key + " false .martech-audit.yaml:1");
}

TEST_CASE("a flag goes before the environment, that before the nearest configuration") {
  const Team team;
  CHECK(squeezed(team.shown("gate.fail_on")) == "gate.fail_on high built in");
  team.write(".martech-audit.yaml", "gate:\n  fail_on: critical\n");
  CHECK(squeezed(team.shown("gate.fail_on")) == "gate.fail_on critical .martech-audit.yaml:2");
  team.write("stack/.martech-audit.yaml", "gate: {fail_on: medium}\n");
  CHECK(squeezed(team.shown("gate.fail_on")) == "gate.fail_on medium stack/.martech-audit.yaml:1");
  CHECK(squeezed(team.shown("gate.fail_on", {}, {"MARTECH_AUDIT_FAIL_ON=low"})) ==
        "gate.fail_on low MARTECH_AUDIT_FAIL_ON");
  CHECK(squeezed(team.shown("gate.fail_on", {"--fail-on", "none"}, {"MARTECH_AUDIT_FAIL_ON=low"})) ==
        "gate.fail_on none --fail-on");
  CHECK(squeezed(team.shown("gate.fail_on", {"--no-config"})) == "gate.fail_on high built in");
  CHECK(squeezed(team.shown("gate.fail_on", {"--config", ".martech-audit.yaml"})) ==
        "gate.fail_on critical .martech-audit.yaml:2");
}

TEST_CASE("a folder outside of the repository is not asked") {
  const Team team;
  team.write("../.martech-audit.yaml", "gate: {fail_on: critical}\n");
  CHECK(squeezed(team.shown("gate.fail_on")) == "gate.fail_on high built in");
}

TEST_CASE("rules, parameters and thresholds of a configuration decide, and reports list them") {
  const Team team;
  const auto findings = [&](const std::string& rule) {
    const Run run = team.run({"scan", "-f", "csv"});
    INFO(run.err);
    CHECK(run.exit_code != 2);
    std::string ids;
    for (std::size_t at = run.out.find("," + rule + ","); at != std::string::npos;
         at = run.out.find("," + rule + ",", at + 1)) {
      const std::size_t tool = run.out.find(",tool,", at) + 6;
      ids += run.out.substr(tool, run.out.find(',', tool) - tool) + " ";
    }
    return ids;
  };
  CHECK(findings("unused-licences") == "crm mail ");
  team.write(".martech-audit.yaml", "thresholds:\n  crm:\n    spend: {target_active: 0.6}\n");
  CHECK(findings("unused-licences") == "mail ");
  team.write(".martech-audit.yaml", "params:\n  spend: {target_active: 0.6}\n");
  CHECK(findings("unused-licences") == "");
  team.write(".martech-audit.yaml", "rules: {unused-licences: off}\n");
  CHECK(findings("unused-licences") == "");
  const Run run = team.run({"scan"});
  CHECK(run.out.find(heading("Gate exceptions") + "  rule unused-licences disabled\n") != std::string::npos);
}

TEST_CASE("faults of a configuration are named with their places, all at once") {
  const Team team;
  team.write(".martech-audit.yaml", R"(gate: {fail_no: high, max_gap: 101, fail_on: hgih}
rules: {unused-licenses: off, shelfware: maybe, ownerless-tool: {severty: low}}
thresholds: {crn: {spend: {target_activ: 0.5}}}
baselin: x
)");
  const Run run = team.run({"scan"});
  CHECK(run.exit_code == 2);
  CHECK(run.out == "");
  for (const char* message :
       {".martech-audit.yaml:1:8: error: unknown field 'fail_no' of the gate\n",
        "hint: did you mean 'fail_on'?\n",
        ".martech-audit.yaml:1:32: error: 'gate.max_gap' cannot be '101'; write a number from 0 to 100\n",
        ".martech-audit.yaml:1:46: error: 'gate.fail_on' cannot be 'hgih'; did you mean 'high'?\n",
        ".martech-audit.yaml:2:42: error: the setting of rule 'shelfware' cannot be 'maybe'\n",
        ".martech-audit.yaml:2:66: error: unknown field 'severty' of a rule's setting\n",
        ".martech-audit.yaml:3:14: warning: 'crn' is not a known category\n",
        ".martech-audit.yaml:4:1: error: unknown field 'baselin' of the configuration\n",
        "martech-audit: 6 errors, 1 warning; no verdict\n"}) {
    INFO(message);
    CHECK(run.err.find(message) != std::string::npos);
  }
  team.write(".martech-audit.yaml", "rules: {unused-licenses: off}\nparams: {spend: {target_activ: 0.5}}\n");
  const Run later = team.run({"scan"});
  CHECK(later.exit_code == 2);
  CHECK(later.err.find(".martech-audit.yaml:1:9: error: unknown rule 'unused-licenses' in the settings\n") !=
        std::string::npos);
  CHECK(later.err.find(".martech-audit.yaml:2:32: error: pack 'spend' has no parameter 'target_activ'\n") !=
        std::string::npos);
}

TEST_CASE("a configuration that is no YAML is named with its place") {
  const Team team;
  team.write(".martech-audit.yaml", "gate: {fail_on: high\nrules: [\n");
  const Run run = team.run({"scan"});
  CHECK(run.exit_code == 2);
  CHECK(run.err.starts_with(".martech-audit.yaml:"));
  team.write(".martech-audit.yaml", "# gate: {fail_on: none}\n\n");
  CHECK(team.run({"scan"}).exit_code == 1);
}

TEST_CASE("the usual format gives way to what the line writes, and is of reports alone") {
  const Team team;
  team.write(".martech-audit.yaml", "format: json\n");
  CHECK(team.run({"scan", "--exit-zero"}).out.starts_with("{"));
  CHECK(team.run({"scan", "--exit-zero", "--output", "github", "--output", "json=r.json"}).out.find("::") ==
        0);
  CHECK(team.run({"scan", "--exit-zero", "--output", "csv=r.csv"}).out.starts_with("{"));
  CHECK(team.run({"graph"}).out.starts_with("digraph"));
  CHECK(team.run({"trace"}).exit_code == 0);
}

TEST_CASE("a variable that an option does not take is no verdict") {
  const Team team;
  const Run run = team.run({"scan"}, {"MARTECH_AUDIT_MAX_GAP=much"});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find("MARTECH_AUDIT_MAX_GAP: --max-gap: cannot be 'much'; write a number from 0 to 100") !=
        std::string::npos);
}

TEST_CASE("waivers in the configuration and in files hide findings from the gate and nothing else") {
  const Team team;
  team.write("waivers.yaml", R"(waivers:
  - {rule: ownerless-tool, entity: crm, reason: "Tom \e[31mis replaced", owner: ana, expires: 2026-11-23, ticket: M-1}
  - {rule: unused-licences, entity: crm, reason: Growing, owner: ana, expires: 2026-11-22}
  - {rule: unused-licences, entity: gone, reason: Growing, owner: ana, expires: 2027-11-22}
)");
  team.write(".martech-audit.yaml", R"(waiver_files: waivers.yaml
max_waiver_days: 90
waivers:
  - {rule: unused-licences, entity: mail, reason: Season, owner: ana, created: 2026-11-01, expires: 2027-03-01}
)");
  const Run run = team.run({"waivers", "list"});
  CHECK(run.exit_code == 0);
  CHECK(run.out == R"(unused-licences of mail: 98 days left, until 2027-03-01
  ana: Season
  hides Mail: 70 of 100 seats in use (70%): 0.1 of the gap
  .martech-audit.yaml:4
ownerless-tool of crm: last day, until 2026-11-23
  ana: Tom \x1b[31mis replaced
  ticket M-1
  hides CRM is owned by Tom, who has left: 0.8 of the gap
  waivers.yaml:2
unused-licences of crm: expired, until 2026-11-22
  ana: Growing
  waivers.yaml:3
unused-licences of gone: not used, until 2027-11-22
  ana: Growing
  waivers.yaml:4
4 waivers; active waivers hide 0.9 of the gap and EUR 0 of waste
)");
  const Run scan = team.run({"scan", "-f", "json"});
  for (const char* message :
       {"waiver of 'unused-licences' for 'crm' expired on 2026-11-22: its finding counts again",
        "unknown tool 'gone', so this waiver has no effect",
        "waiver of 'ownerless-tool' for 'crm' expires today, at the end of 2026-11-23",
        "waiver of 'unused-licences' for 'mail' lasts 120 days; the maximum is 90"}) {
    INFO(message);
    CHECK(scan.out.find(message) != std::string::npos);
  }
}

TEST_CASE("a file of waivers with a fault is no verdict") {
  const Team team;
  team.write("waivers.yaml", "waivers:\n  - {rule: shelfware, entity: crm, owner: ana}\n");
  const Run run = team.run({"scan", "--waivers", "waivers.yaml"});
  CHECK(run.exit_code == 2);
  CHECK(run.err.find(
            "waivers.yaml:2:5: error: this waiver has no 'reason' or 'expires', which are required\n") !=
        std::string::npos);
  team.write("waivers.yaml",
             "waivers:\n  - {rule: shelfware, entity: crm, reason: no, owner: ana, created: 0202-01-01, "
             "expires: 9999-12-31}\n");
  const Run far = team.run({"scan", "--waivers", "waivers.yaml"});
  CHECK(far.exit_code == 2);
  CHECK(
      far.err.find("waivers.yaml:2:69: warning: 'created' is in the year 0202 and is treated as missing\n") !=
      std::string::npos);
  CHECK(far.err.find("waivers.yaml:2:90: error: 'expires' is in the year 9999\n") != std::string::npos);
  CHECK(far.err.find("hint: years go from 1990 to 2100; write the correct date\n") != std::string::npos);
}

TEST_CASE("a baseline leaves what is new or worse to the gate") {
  const Team team;
  CHECK(team.run({"scan", "--write-baseline", "known.txt"}).exit_code == 1);
  const std::string known = team.read("known.txt");
  CHECK(known.starts_with("# martech-audit baseline 1 EUR\n"));
  CHECK(known.find("\nunused-licences tool/crm medium 2640.00 ") != std::string::npos);
  CHECK(team.run({"scan", "--baseline", "known.txt", "--fail-on-new"}).exit_code == 0);

  std::string worse = stack;
  worse.replace(worse.find("{active: 70"), 11, "{active: 60");
  team.write("stack/inventory.yaml", worse);
  const Run run = team.run({"scan", "--baseline", "known.txt", "--fail-on-new"});
  CHECK(run.exit_code == 1);
  CHECK(run.err.find("gate failed (exit 1): 1 new or worsened finding\n") != std::string::npos);
  CHECK(run.out.find("Against the baseline: 0 new, 1 worsened, ") != std::string::npos);
  const Run json = team.run({"scan", "--baseline", "known.txt", "-f", "sarif"});
  CHECK(json.out.find("\"baselineState\": \"updated\"") != std::string::npos);
  CHECK(run.out.find("findings in the baseline known.txt are excluded from the gate") != std::string::npos);
  CHECK(team.run({"scan", "--baseline", "known.txt", "--fail-on", "high"}).exit_code == 0);
}

TEST_CASE("entries of a baseline that match nothing are warned of and pruned") {
  const Team team;
  CHECK(team.run({"scan", "--write-baseline", "known.txt"}).exit_code == 1);
  const std::string known = team.read("known.txt");
  team.write("known.txt", known + "gone tool/x high 1.00 " + std::string(32, '0') + "\n");
  const Run run = team.run({"scan", "--baseline", "known.txt", "--prune-baseline", "-f", "json"});
  CHECK(run.exit_code == 0);
  CHECK(run.out.find("1 entry of the baseline no longer matches a finding") != std::string::npos);
  CHECK(run.out.find("\"stale\": 1") != std::string::npos);
  CHECK(team.read("known.txt") == known);
}

TEST_CASE("what is not a baseline is no verdict, and nothing is written over it") {
  const Team team;
  struct Case {
    std::string text;
    std::string message;
  };
  const std::vector<Case> cases{
      {"", "error: known.txt is not a baseline\n"},
      {"shelfware\n", "error: known.txt is not a baseline\n"},
      {"# martech-audit baseline 1 EUR\nx tool/y high 1 abc\n",
       "known.txt:2:1: error: this line is not a baseline entry\n"},
      {"# martech-audit baseline 1 USD\n", "the baseline known.txt uses USD, the inventory uses EUR\n"},
  };
  for (const Case& c : cases) {
    team.write("known.txt", c.text);
    const Run run = team.run({"scan", "--baseline", "known.txt", "--prune-baseline"});
    INFO(run.err);
    CHECK(run.exit_code == 2);
    CHECK(run.err.find(c.message) != std::string::npos);
    CHECK(team.read("known.txt") == c.text);
  }
  CHECK(team.run({"scan", "--fail-on-new"}).err == "martech-audit: --fail-on-new requires --baseline FILE\n");
}

}  // namespace
}  // namespace martech_audit::tests::configuration
