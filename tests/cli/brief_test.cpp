// The brief: what it shows of the house, what it compares with, where its figures lead, and what is not on
// it.
#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "support/catch.h"
#include "support/program.h"

namespace martech_audit::tests::brief {
namespace {

namespace fs = std::filesystem;

const std::string retailer = std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/retailer/inventory.yaml";

constexpr const char* hostile_logo =
    "<?xml version=\"1.0\"?>\n<!-- a house -->\n<svg xmlns=\"http://www.w3.org/2000/svg\" "
    "onload=\"attack()\">"
    "<script>attack()</script></svg>\n";

// A repository with the retailer's inventory in it.
class House {
 public:
  House() {
    fs::create_directories(folder_.path() / "house/.git");
    fs::copy_file(retailer, path("inventory.yaml"));
    write("logo.svg", hostile_logo);
    write("../outside.svg", hostile_logo);
  }

  fs::path path(const std::string& name) const { return folder_.path() / "house" / name; }
  void write(const std::string& name, std::string_view text) const {
    std::ofstream(path(name), std::ios::binary) << text;
  }
  std::string read(const std::string& name) const { return read_text(path(name)); }
  void change(const std::string& from, const std::string& to) const {
    std::string text = read("inventory.yaml");
    text.replace(text.find(from), from.size(), to);
    write("inventory.yaml", text);
  }

  Run run(std::vector<std::string> arguments) const {
    return martech_audit({.arguments = std::move(arguments), .folder = folder_.path() / "house"});
  }
  Run scan(std::vector<std::string> arguments, const std::string& day = "2026-11-23") const {
    arguments.insert(arguments.begin(), {"scan", "inventory.yaml", "--exit-zero", "--as-of", day});
    return run(std::move(arguments));
  }

 private:
  TemporaryFolder folder_;
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("title, logo and colour come from the configuration, paths from its folder") {
  const House house;
  house.write(".martech-audit.yaml",
              "brief: {title: Brief <b>for</b> the board, logo: logo.svg, colour: '#0b6e4f'}\n");
  const Run run = house.scan({"-f", "brief-html"});
  CHECK(run.exit_code == 0);
  CHECK(has(run.out, "<p class=\"kind\">Brief &lt;b&gt;for&lt;/b&gt; the board</p>"));
  CHECK(has(run.out, ":root{--accent:#0b6e4f}</style>"));
  CHECK(has(run.out, "<img class=\"logo\" src=\"data:image/svg+xml;base64,PD94bWw"));
  CHECK(has(run.out, "default-src 'none'; style-src 'sha256-"));
  CHECK(has(run.out, "; img-src data:; base-uri 'none'"));
  CHECK_FALSE(has(run.out, "attack()"));
  CHECK_FALSE(has(run.out, "<script"));
  const std::string shown = house.run({"config", "show", "inventory.yaml"}).out;
  CHECK(has(shown, "brief.colour                #0b6e4f"));
  CHECK(has(shown, ".martech-audit.yaml:1"));
}

TEST_CASE("what cannot be used is refused, with what to write instead") {
  const House house;
  house.write("notes.txt", "secret: 1\n");
  house.write("large.svg", std::string(hostile_logo) + std::string(300 << 10, ' '));
  const std::vector<std::pair<std::string, std::string>> configurations{
      {"{colour: '#ffe000'}",
       "'brief.colour' cannot be '#ffe000': its contrast on white is 1.3, and text needs 4.5; write, for "
       "example, "
       "#877600"},
      {"{colour: red}", "'brief.colour' cannot be 'red'; write a colour as #rrggbb, for example #1f4e79"},
      {"{logo: ../outside.svg}", "'brief.logo' refers to '../outside.svg', which is not read"},
      {"{logo: /etc/passwd}", "write paths relative to the configuration's folder"},
      {"{logo: notes.txt}", "the logo notes.txt is no complete PNG or SVG image; export it as one of them"},
      {"{logo: large.svg}",
       "the logo large.svg has 300 KiB, and at most 256 fit on a brief; export a smaller one"},
      {"{logo: gone.svg}", "'brief.logo' refers to 'gone.svg', which does not exist"},
      {"\n  colour: #1a2b3c", "put quotes around a value that starts with '#'; without them it is a comment"},
      {"{tite: x}", "unknown field 'tite' of the brief"},
      {"x", "write its keys below it: title, logo, colour"},
  };
  for (const auto& [brief, message] : configurations) {
    INFO(brief);
    house.write(".martech-audit.yaml", fmt::format("brief: {}\n", brief));
    const Run run = house.scan({"-f", "brief-html"});
    CHECK(run.exit_code == 2);
    CHECK(run.out == "");
    INFO(run.err);
    CHECK(has(run.err, message));
    CHECK_FALSE(has(run.err, "secret"));
  }
}

TEST_CASE("a logo that no brief shows is not read") {
  const House house;
  house.write("notes.txt", "secret: 1\n");
  house.write(".martech-audit.yaml", "brief: {logo: notes.txt}\n");
  CHECK(house.scan({"-f", "csv"}).exit_code == 0);
}

TEST_CASE("the gap and the spend are compared with an earlier report of the same organisation") {
  const House house;
  CHECK(house.scan({"-o", "json=old.json"}, "2026-11-22").exit_code == 0);
  CHECK(house.scan({"-o", "json=later.json"}, "2026-11-24").exit_code == 0);
  const Run run = house.scan({"-f", "brief-markdown", "--since", "old.json"});
  CHECK(run.exit_code == 0);
  CHECK(has(run.out, "\nSince 22 November 2026: gap "));
  CHECK(has(run.out, "; spend unchanged.\n"));
  CHECK_FALSE(has(house.scan({"-f", "brief-markdown"}).out, "Since "));
  CHECK(has(house.scan({"-f", "brief-markdown", "--since", "old.json", "--disable", "shelfware"}).out,
            "The rules have changed since, which is part of the difference."));

  std::string changed = house.read("old.json");
  changed.replace(changed.find("\"as_of\": \"2026-11-22\""), 21, "\"as_of\": \"2026-11-21\"");
  house.write("changed.json", changed);
  CHECK(house
            .run({"scan", std::string(MARTECH_AUDIT_SOURCE_DIR) + "/examples/starter/inventory.yaml",
                  "--exit-zero", "--as-of", "2026-11-22", "-o", "json=other.json"})
            .exit_code == 0);
  const std::vector<std::pair<std::string, std::string>> refused{
      {"later.json",
       "it is of a later day, 2026-11-24; name an earlier JSON report of the same organisation"},
      {"other.json", "not of 'Fell & Fjord Outdoor'"},
      {"changed.json", "was changed after it was written"},
      {"inventory.yaml", "this is not a martech-audit report"},
  };
  for (const auto& [report, message] : refused) {
    INFO(report);
    const Run refusal = house.scan({"-f", "brief-html", "--since", report});
    CHECK(refusal.exit_code == 2);
    INFO(refusal.err);
    CHECK(has(refusal.err, fmt::format("--since {}: ", report)));
    CHECK(has(refusal.err, message));
  }
  CHECK(has(house.scan({"--since", "old.json"}).err, "--since requires a brief"));
}

TEST_CASE("figures lead to the HTML report of the same run, wherever both lie") {
  const House house;
  fs::create_directories(house.path("a b"));
  fs::create_directories(house.path("board"));
  CHECK(
      house
          .scan({"-o", "html=a b/re:port.html", "-o", "brief-html=board/b.html", "-o", "brief-markdown=b.md"})
          .exit_code == 0);
  CHECK(has(house.read("board/b.html"), "<a href=\"../a%20b/re%3Aport.html#waterfall\">"));
  CHECK(has(house.read("b.md"), "](a%20b/re%3Aport.html#money)"));
  const std::string page = house.read("a b/re:port.html");
  const std::string brief = house.read("board/b.html");
  std::size_t links = 0;
  for (std::size_t at = brief.find("html#"); at != brief.npos; at = brief.find("html#", at + 1)) {
    const std::string id = brief.substr(at + 5, brief.find('"', at) - at - 5);
    INFO(id);
    CHECK(has(page, fmt::format(" id=\"{}\"", id)));
    ++links;
  }
  CHECK(links > 12);
  CHECK_FALSE(has(house.scan({"-f", "brief-html"}).out, "<a "));
  CHECK_FALSE(has(house.scan({"-f", "brief-html", "-o", "html=/dev/null"}).out, "<a "));
}

TEST_CASE("nobody is named on a brief, nor an id of a rule or a tool") {
  const House house;
  CHECK(house.scan({"-o", "json=r.json", "-o", "brief-html=b.html", "-o", "brief-markdown=b.md"}).exit_code ==
        0);
  const auto report = nlohmann::json::parse(house.read("r.json"));
  for (const char* file : {"b.html", "b.md"}) {
    const std::string text = house.read(file);
    CHECK(has(text, "Head of CRM"));
    for (const char* person : {"Mai Tran", "Tom Okafor", "Ingrid Moe", "Erik Dahl", "Sofia Berg"})
      CHECK_FALSE(has(text, person));
    for (const auto& rule : report["rules"]) {
      INFO(rule["id"]);
      CHECK_FALSE(has(text, rule["id"].get<std::string>()));
    }
    for (const auto& tool : report["tools"]) {
      const auto id = tool["id"].get<std::string>();
      if (has(id, "-")) CHECK_FALSE(has(text, id));
    }
  }
}

constexpr std::string_view little_evidence =
    "martech: 1\norganisation: {name: Small, currency: EUR}\n"
    "tools: [{id: till, name: Till, cost: {amount: 540, per: year}}]\n";

TEST_CASE("a duty is one of law, and what is said of it is what was found") {
  const House house;
  const std::string both = house.scan({"-f", "brief-markdown"}).out;
  CHECK(has(
      both,
      "| **Birdeye: put privacy safeguards in place while it stays** Birdeye handles customer data without "
      "a processing agreement or a legal basis | – | not named | – | Personal data stays without the missing "
      "safeguards |"));
  CHECK(has(both, "- **Personal data without basic privacy safeguards**: Lightspeed Retail\n"));
  house.change("data: {personal: true, processing_agreement: false, residency: US}",
               "data: {personal: true, processing_agreement: true, consent_basis: contract}");
  const std::string one = house.scan({"-f", "brief-markdown"}).out;
  CHECK_FALSE(has(one, "privacy safeguards in place"));  // single sign-on alone is no law
  CHECK(has(one, "- **Personal data without basic privacy safeguards**: Lightspeed Retail\n"));
  CHECK(has(one,
            "**Salesforce Sales Cloud: reduce seats** 58 of 120 seats in use (48%), counted by activity |"));
}

TEST_CASE("that there is nothing to decide is said only where enough is known") {
  const House house;
  house.write("inventory.yaml", little_evidence);
  CHECK(has(house.scan({"-f", "brief-markdown"}).out, "\nToo little is known to name a decision.\n"));
  house.write(
      ".martech-audit.yaml",
      "waivers: [{rule: ownerless-tool, entity: till, reason: soon, owner: ana, expires: 2027-01-31}]\n");
  CHECK(has(house.scan({"-f", "brief-markdown"}).out,
            "\nToo little is known to name a decision; 1 finding is waived.\n"));
}

// The line below the heading, of one tool with such a contract.
std::string renewals_of(const std::string& contract) {
  const House house;
  house.write(
      "inventory.yaml",
      fmt::format("martech: 1\norganisation: {{name: Small, currency: EUR}}\n"
                  "tools: [{{id: till, name: Till, contract: {{{}}}, cost: {{amount: 900, per: year}}}}]\n",
                  contract));
  const std::string brief = house.scan({"-f", "brief-markdown"}).out;
  const std::string heading = "**Renewals of the next 90 days**\n\n";
  const std::size_t begin = brief.find(heading) + heading.size();
  return brief.substr(begin, brief.find('\n', begin) - begin);
}

TEST_CASE("renewals are named with their days, and that nothing renews stands alone") {
  const std::vector<std::pair<std::string, std::string>> contracts{
      {"ends: 2027-01-31, notice_days: 30, auto_renews: true, term_months: 12",
       "**EUR 900** renews automatically unless notice is given: Till (EUR 900, notice by 1 January 2027)."},
      {"ends: 2027-01-31", "**Up to EUR 900** may renew automatically: Till (by 31 January 2027)."},
      {"ends: 2026-12-31, notice_days: 90, auto_renews: true, term_months: 12",
       "**EUR 900** is past its notice deadline and renews: Till (on 1 January 2027)."},
      {"ends: 2028-12-31, notice_days: 30, auto_renews: true, term_months: 12",
       "No contract has its last day for notice in this time."},
      {"ends: 2027-01-31, auto_renews: false", "No contract renews automatically."},
      {"auto_renews: true", "No contract has a renewal date."},
  };
  for (const auto& [contract, line] : contracts) {
    INFO(contract);
    CHECK(renewals_of(contract) == line);
  }
  const House house;
  CHECK(has(
      house.scan({"-f", "brief-markdown"}).out,
      "Optimizely Web Experimentation (EUR 68,000, notice by 1 December 2026), Birdeye (EUR 9,660, notice by "
      "2 December 2026), Hootsuite (EUR 17,400, notice by 2 December 2026) and 5 more."));
}

TEST_CASE("what is switched off or waived is said, and no part that nobody judges is called nothing") {
  const House house;
  house.write(
      ".martech-audit.yaml",
      "rules: {roi-unmeasured: off, pilot-adrift: off}\n"
      "waivers: [{rule: ownerless-tool, entity: birdeye, reason: soon, owner: ana, expires: 2027-01-31}]\n");
  CHECK(house.scan({"-o", "brief-markdown=b.md", "-o", "html=r.html", "-o", "json=r.json"}).exit_code == 0);
  const std::string brief = house.read("b.md");
  CHECK(has(brief, "counts as a gap; [2 rules are switched off, 1 finding waived](r.html#exceptions).\n"));
  CHECK(has(house.read("r.html"), "id=\"exceptions\""));
  CHECK(has(brief, "| unproven | not judged | – |"));
  CHECK(has(house.scan({"-f", "brief-html"}).out, "<span class=\"quiet\">not judged</span>"));
  const std::string alone = house.scan({"-f", "brief-markdown"}).out;
  CHECK(has(alone, "counts as a gap; 2 rules are switched off, 1 finding waived.\n"));
  CHECK(house.run({"convert", "r.json", "-f", "brief-markdown"}).out == alone);

  house.write(".martech-audit.yaml",
              "rules: {pilot-adrift: off, unused-licences: off, shelfware: off, retired-still-paid: off}\n");
  const std::string idle = house.scan({"-f", "brief-markdown"}).out;
  CHECK(has(idle, "| Can be saved | **not judged**, no rule in force looks for waste |"));
  CHECK(has(idle, "| waste | not judged | – |"));
}

TEST_CASE("the method says what the gap is made of, whatever the share of money") {
  const House house;
  const std::vector<std::pair<std::string, std::string>> shares{
      {"0.5", "half of the gap is how the stack is run, half the share of spend that is not shown to work"},
      {"0.2",
       "20% of the gap is the share of spend that is not shown to work, the rest how the stack is run"},
      {"0", "the gap is how the stack is run"},
      {"1", "the gap is the share of spend that is not shown to work"}};
  for (const auto& [share, words] : shares) {
    const Run run = house.scan({"--format", "brief-markdown", "--money-share", share});
    INFO(share << "\n" << run.out);
    CHECK(has(run.out,
              " of the inventory; " + words + ", and what the inventory does not say counts as a gap.\n"));
  }
}

TEST_CASE("what is not known has no difference, and both ends of the gap have their own") {
  const House house;
  house.write("inventory.yaml", little_evidence);
  CHECK(house.scan({"-o", "json=known.json"}, "2026-11-22").exit_code == 0);
  house.change(", cost: {amount: 540, per: year}", "");
  CHECK(house.scan({"-o", "json=unknown.json"}, "2026-11-22").exit_code == 0);
  const std::string lost = house.scan({"-f", "brief-markdown", "--since", "known.json"}).out;
  CHECK(has(lost, "; spend EUR 540 → not known.\n"));
  CHECK(has(lost, ": proven "));
  CHECK(has(lost, ", with missing data "));
  CHECK(has(house.scan({"-f", "brief-markdown", "--since", "unknown.json"}).out,
            ": unchanged; spend not known.\n"));
}

TEST_CASE("a saved report makes the same brief") {
  const House house;
  CHECK(house.scan({"-o", "json=r.json", "-o", "brief-html=b.html"}).exit_code == 0);
  CHECK(house.run({"convert", "r.json", "-f", "brief-html"}).out == house.read("b.html"));
}

}  // namespace
}  // namespace martech_audit::tests::brief
