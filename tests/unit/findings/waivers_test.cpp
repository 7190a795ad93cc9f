#include "findings/waivers.h"

#include "unit/findings/sample.h"

using namespace martech_audit;
using namespace martech_audit::findings_test;

namespace {

struct Outcome {
  std::size_t findings;
  std::size_t waived;
  std::string diagnostics;
  friend bool operator==(const Outcome&, const Outcome&) = default;
};
std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
  return out << outcome.findings << " findings, " << outcome.waived << " waived\n" << outcome.diagnostics;
}

// shelfware fires on braze, no-roadmap on the organisation; unused-licences cannot be decided for ga4.
Outcome run(std::vector<Waiver> waivers) {
  Sample sample;
  sample.rules[0].former_ids = {"unused-tools"};
  sample.gap(0, sample.tool("braze"));
  sample.gap(2, sample.inventory.organisation());
  const std::vector<Missing> missing{{&sample.tool("ga4"), "seats", {}}};
  sample.outcomes.undecided.push_back({1, &sample.tool("ga4"), missing});
  sample.waivers = std::move(waivers);
  Diagnostics diagnostics;
  const Findings findings = sample.make(diagnostics);
  return {findings.findings.size(), findings.waived.size(), print(diagnostics)};
}

}  // namespace

TEST_CASE("a waiver keeps its finding apart, by rule and entity") {
  CHECK(run({waiver("shelfware", "braze", "2027-03-31")}) == Outcome{1, 1, ""});
  CHECK(run({waiver("shelfware", "tool/braze", "2027-03-31")}) == Outcome{1, 1, ""});
  CHECK(run({waiver("no-roadmap", "organisation", "2027-03-31")}) == Outcome{1, 1, ""});
  CHECK(run({waiver("unused-tools", "braze", "2027-03-31")}) == Outcome{1, 1, ""});
}

TEST_CASE("a waiver holds through the whole of its last day") {
  CHECK(run({waiver("shelfware", "braze", "2026-11-22")}) ==
        Outcome{
            2, 0,
            "warning: waiver of 'shelfware' for 'braze' expired on 2026-11-22: its finding counts again (fix "
            "the finding, or "
            "review the waiver and extend it)\n"});
  CHECK(run({waiver("shelfware", "braze", "2026-11-23")}) ==
        Outcome{1, 1, "note: waiver of 'shelfware' for 'braze' expires today, at the end of 2026-11-23\n"});
  CHECK(
      run({waiver("shelfware", "braze", "2026-11-24")}) ==
      Outcome{1, 1, "note: waiver of 'shelfware' for 'braze' expires in 1 day, at the end of 2026-11-24\n"});
  CHECK(run({waiver("shelfware", "braze", "2026-12-07")}) ==
        Outcome{1, 1,
                "note: waiver of 'shelfware' for 'braze' expires in 14 days, at the end of 2026-12-07\n"});
  CHECK(run({waiver("shelfware", "braze", "2026-12-08")}) == Outcome{1, 1, ""});
}

TEST_CASE("waivers that do nothing are named, with the reason") {
  const auto unused = [](const std::string& text) {
    return Outcome{2, 0, "warning: waiver of " + text + "\n"};
  };
  CHECK(run({waiver("shelfware", "ga4", "2027-03-31")}) ==
        unused("'shelfware' for 'ga4' is unused: the rule finds nothing there (remove it)"));
  CHECK(run({waiver("shelfware", "ga4", "2020-03-31")}) ==
        unused("'shelfware' for 'ga4' is unused: the rule finds nothing there (remove it)"));
  CHECK(run({waiver("unused-licences", "ga4", "2027-03-31")}) ==
        unused("'unused-licences' for 'ga4' is unused: the rule is undecided there (see the missing "
               "data)"));
  CHECK(run({waiver("feature-underuse", "braze", "2027-03-31")}) ==
        unused("'feature-underuse' for 'braze' is unused: the rule is disabled (remove one of the two)"));
  CHECK(run({waiver("shelfware", "brase", "2027-03-31")}) == Outcome{2, 0, ""});  // said by the reader
}

TEST_CASE("of several waivers the one that lasts longest holds, in any order") {
  const Waiver longer = waiver("shelfware", "braze", "2027-03-31");
  const Waiver shorter = waiver("shelfware", "braze", "2026-12-01");
  const Waiver expired = waiver("shelfware", "braze", "2026-01-01");
  const std::string covered =
      "warning: waiver of 'shelfware' for 'braze' is unused: another waiver covers the same finding for "
      "longer (remove "
      "it)\n";
  CHECK(run({longer, shorter}) == Outcome{1, 1, covered});
  CHECK(run({shorter, longer}) == Outcome{1, 1, covered});
  CHECK(run({expired, longer}) == Outcome{1, 1, covered});
}

TEST_CASE("a waiver of an unknown rule is an error") {
  CHECK(run({waiver("shelf-ware", "braze", "2027-03-31")}) ==
        Outcome{2, 0, "error: waiver of unknown rule 'shelf-ware' (did you mean 'shelfware'?)\n"});
  CHECK(run({waiver("feature-under-use", "braze", "2027-03-31")}) ==
        Outcome{2, 0,
                "error: waiver of unknown rule 'feature-under-use' (did you mean 'feature-underuse'?)\n"});
}

std::string refusal(const Waiver& waiver, const Inventory& inventory, const WaiverPolicy& policy,
                    Date as_of) {
  return WaiverAcceptance(inventory, policy, as_of).refusal(waiver);
}

TEST_CASE("nobody approves a waiver of their own, in whatever spelling") {
  const Inventory inventory = read(R"(martech: 1
organisation: {name: Acme, currency: EUR}
teams: [{id: crm, name: CRM Team}]
people: [{id: an, name: Ana Ruiz, team: crm}, {id: mai, name: CFO}, {id: bo, name: Bo}]
)");
  Waiver own = waiver("shelfware", "braze", "2027-03-31");
  const auto refused = [&](const char* owner, const char* approver) {
    own.owner = owner;
    own.approved_by = approver;
    return refusal(own, inventory, {{approver}, {}}, day("2026-11-23"));
  };
  const std::vector<std::pair<const char*, const char*>> selves{
      {"cfo", "cfo"}, {"Cfo", "cfo"},      {"person/cfo", "cfo"}, {"cfo\u200b", "cfo"}, {"an", "Ana Ruiz"},
      {"mai", "cfo"}, {"crm", "Ana Ruiz"}, {"team/crm", "an"},    {"crm", "CRM Team"}};
  for (const auto& [owner, approver] : selves) {
    CAPTURE(owner, approver);
    CHECK(refused(owner, approver) == "its owner cannot approve it");
  }
  CHECK(refused("bo", "cfo") == "");
  CHECK(refused("crm", "bo") == "");
  CHECK(refusal(own, inventory, {{"ceo"}, {}}, day("2026-11-23")) == "'bo' may not approve waivers");
}

TEST_CASE("a policy accepts no waiver from days to come") {
  const Inventory inventory = read("martech: 1\norganisation: {name: Acme, currency: EUR}\n");
  Waiver late = waiver("shelfware", "braze", "2027-03-31");
  late.created = day("2026-11-24");
  late.approved_by = "cfo";
  CHECK(refusal(late, inventory, {{"cfo"}, {}}, day("2026-11-23")) ==
        "it is dated in the future ('created')");
  CHECK(refusal(late, inventory, {{}, 365}, day("2026-11-23")) == "it is dated in the future ('created')");
  CHECK(refusal(late, inventory, {{"cfo"}, {}}, day("2026-11-24")) == "");
  CHECK(refusal(late, inventory, {}, day("2026-11-23")) == "");
}

TEST_CASE("hostile text in waivers is shown escaped") {
  CHECK(run({waiver("\x1b[31mred", "braze", "2027-03-31")}).diagnostics.find('\x1b') == std::string::npos);
}
