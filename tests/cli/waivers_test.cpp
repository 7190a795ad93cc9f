// Waivers mean the same wherever they stand: in the inventory, in the configuration, in a file.
#include <fmt/format.h>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::waivers {
namespace {

const std::string stack = R"(martech: 1
organisation: {name: G, currency: EUR}
people: [{id: ana, name: Ana}]
tools:
  - {id: crm, name: CRM}
)";

struct Place {
  std::string_view name;
  std::string file;  // where its lines stand
  std::vector<std::string> arguments;
};

const std::vector<Place> places{
    {"inventory", "with.yaml", {"scan", "with.yaml", "--no-config"}},
    {"file", "waivers.yaml", {"scan", "stack.yaml", "--no-config", "--waivers", "waivers.yaml"}},
    {"list alone", "list.yaml", {"scan", "stack.yaml", "--no-config", "--waivers", "list.yaml"}},
    {"configuration", "config.yaml", {"scan", "stack.yaml", "--config", "config.yaml"}},
    {"JSON", "waivers.json", {"scan", "stack.yaml", "--no-config", "--waivers", "waivers.json"}},
};

class Team {
 public:
  explicit Team(const std::string& waiver) {
    const std::string under_key = "waivers:\n- {" + waiver + "}\n";
    folder_.write("stack.yaml", stack);
    folder_.write("with.yaml", stack + under_key);
    folder_.write("waivers.yaml", under_key);
    folder_.write("list.yaml", "- {" + waiver + "}\n");
    folder_.write("config.yaml", "gate: {fail_on: none}\n" + under_key);
    folder_.write("waivers.json", "{\"waivers\": [{" + quoted(waiver) + "}]}");
  }

  Run run(const Place& place, const std::string& format = "text") const {
    std::vector<std::string> arguments = place.arguments;
    arguments.insert(arguments.end(), {"--as-of", "2026-11-23", "--exit-zero", "--format", format});
    return martech_audit({.arguments = std::move(arguments), .folder = folder_.path()});
  }

  Run list(const std::vector<std::string>& more) const {
    std::vector<std::string> arguments{"waivers", "list", "stack.yaml", "--as-of", "2026-11-23"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return martech_audit({.arguments = std::move(arguments), .folder = folder_.path()});
  }

 private:
  // Of words and no commas or colons but those between.
  static std::string quoted(const std::string& waiver) {
    std::string json = "\"";
    for (std::size_t i = 0; i < waiver.size(); ++i) {
      const bool between =
          i + 1 < waiver.size() && waiver[i + 1] == ' ' && (waiver[i] == ':' || waiver[i] == ',');
      if (between) {
        json += waiver[i] == ':' ? "\": \"" : "\", \"";
        ++i;
      } else {
        json += waiver[i];
      }
    }
    return json + "\"";
  }

  TemporaryFolder folder_;
};

// The messages and hints, without places and the lines shown.
std::string messages(const std::string& text, const std::string& file) {
  std::string found;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    begin = end + 1;
    const std::size_t level = line.find(": error: ");
    if (line.starts_with(file + ":") && level != line.npos) found += line.substr(level + 9) + "\n";
    if (line.starts_with("      hint: ")) found += "  " + line.substr(12) + "\n";
  }
  return found;
}

TEST_CASE("a waiver with a fault is no verdict, wherever it stands") {
  const std::vector<std::pair<std::string, std::string>> faults{
      {"rule: ownerless-tool, entity: crm, reason: Soon, owner: anna, expires: 2027-01-31",
       "unknown person or team 'anna'\n  did you mean 'ana'?\n"},
      {"rule: ownerless-tool, entity: crm, reason: Soon, owner: ana, created: 2027-03-01, expires: "
       "2027-01-31",
       "waiver: 'expires' (2027-01-31) is earlier than 'created' (2027-03-01)\n  correct one of the two\n"},
      {"rule: ownerless-tool, entity: tol/crm, reason: Soon, owner: ana, expires: 2027-01-31",
       "'tol' is not a kind of entity\n  did you mean 'tool'?\n"},
      {"rule: ownerless-tol, entity: crm, reason: Soon, owner: ana, expires: 2027-01-31",
       "waiver of unknown rule 'ownerless-tol'\n  did you mean 'ownerless-tool'?\n"},
      {"rule: ownerless-tool, entity: crm, owner: ana",
       "this waiver has no 'reason' or 'expires', which are required\n  add 'reason: …' and 'expires: …'\n"},
      {"rule: ownerless-tool, entity: crm, reason: Soon, owner: ana, expires: 2027-02-30",
       "'expires' must be a date, not '2027-02-30'\n  write year-month-day, for instance 2026-01-31\n"},
      {"rule: ownerless-tool, entity: crm, reason: Soon, ownr: ana, owner: ana, expires: 2027-01-31",
       "'waiver' has no field 'ownr'\n  did you mean 'owner'?\n"},
  };
  for (const auto& [waiver, expected] : faults) {
    const Team team(waiver);
    for (const Place& place : places) {
      INFO(place.name << ": " << waiver);
      const Run run = team.run(place);
      CHECK(run.exit_code == 2);
      CHECK(run.out == "");
      CHECK(messages(run.err, place.file) == expected);
    }
  }
}

TEST_CASE("a waiver without a fault waives the same finding, wherever it stands") {
  const Team team("rule: ownerless-tool, entity: crm, reason: Soon, owner: ana, expires: 2027-01-31");
  const Team about_nothing(
      "rule: ownerless-tool, entity: cmr, reason: Soon, owner: ana, expires: 2027-01-31");
  for (const Place& place : places) {
    INFO(place.name);
    const Run run = team.run(place);
    CHECK(run.exit_code == 0);
    CHECK(run.out.find("waived until 2027-01-31") != std::string::npos);
    const Run stale = about_nothing.run(place);
    CHECK(stale.exit_code == 0);
    CHECK(stale.out.find("unknown tool 'cmr', so this waiver has no effect") != std::string::npos);
  }
}

TEST_CASE("whoever answers for a waiver beside the inventory is no party of it") {
  TemporaryFolder folder;
  folder.write(
      "stack.yaml",
      "martech: 1\norganisation: {name: G, currency: EUR}\ntools:\n- {id: crm, name: CRM, owner: Ana}\n");
  folder.write("waivers.yaml",
               "- {rule: inventory-incomplete, entity: organisation, reason: Soon, owner: Tom, expires: "
               "2027-01-31}\n");
  const auto parties = [&](std::vector<std::string> more) {
    std::vector<std::string> arguments{"eval", "size(org.parties)", "stack.yaml", "--no-config"};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return martech_audit({.arguments = arguments, .folder = folder.path()}).out;
  };
  CHECK(parties({}) == "1\n");
  const Run scan =
      martech_audit({.arguments = {"scan", "stack.yaml", "--no-config", "--waivers", "waivers.yaml",
                                   "--as-of", "2026-11-23", "--exit-zero", "--format", "json"},
                     .folder = folder.path()});
  CHECK(scan.out.find("\"owner\": \"Tom\"") != std::string::npos);
  CHECK(scan.out.find("{\"kind\": \"party\", \"ids\": [\"Tom\"") == std::string::npos);
}

TEST_CASE("a waiver that a file and the configuration both have is one") {
  const Team team("rule: ownerless-tool, entity: crm, reason: Soon, owner: ana, expires: 2027-01-31");
  const Run once = team.list({"--config", "config.yaml"});
  CHECK(once.out.ends_with("1 waiver; active waivers hide 1.5 of the gap and EUR 0 of waste\n"));
  CHECK(team.list({"--config", "config.yaml", "--waivers", "waivers.yaml", "--waivers", "list.yaml"}).out ==
        once.out);
}

}  // namespace
}  // namespace martech_audit::tests::waivers
