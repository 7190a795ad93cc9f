// Which waivers a policy lets count, and how long they may last.
#include <fmt/format.h>

#include "findings/waivers.h"
#include "unit/findings/sample.h"

using namespace martech_audit;
using namespace martech_audit::findings_test;

namespace {

struct Terms {
  std::optional<int> longest = {};
  WaiverPolicy policy = {};
};

// How many findings are waived, then what is said of the waivers.
std::string run(const std::vector<Waiver>& waivers, const Terms& terms) {
  Sample sample;
  sample.gap(0, sample.tool("braze"));
  Diagnostics diagnostics;
  const Findings findings =
      make_findings({sample.outcomes, sample.rules, sample.switched_off, sample.inventory, waivers,
                     sample.as_of, terms.longest, terms.policy},
                    diagnostics);
  return fmt::format("{} waived\n{}", findings.waived.size(), print(diagnostics));
}

Waiver until(std::string_view expires, std::string_view created = {}) {
  Waiver made = waiver("shelfware", "braze", expires);
  if (!created.empty()) made.created = day(created);
  return made;
}

Waiver approved(std::string_view by) {
  Waiver made = until("2027-03-31");
  made.approved_by = by;
  return made;
}

}  // namespace

TEST_CASE("a waiver that lasts longer than it should holds, with a warning that says until when") {
  const Terms year{365, {}};
  const auto too_long = [](int days, std::string_view hint) {
    return fmt::format(
        "1 waived\nwarning: waiver of 'shelfware' for 'braze' lasts {} days; the maximum is 365 (set its "
        "expiry to {} "
        "or earlier)\n",
        days, hint);
  };
  CHECK(run({until("2027-11-23")}, year) == "1 waived\n");
  CHECK(run({until("2027-11-24")}, year) == too_long(366, "2027-11-23"));
  CHECK(run({until("2027-11-24")}, {}) == "1 waived\n");
  // It counts from the day it was created; one of tomorrow counts from today.
  CHECK(run({until("2027-01-01", "2026-01-01")}, year) == "1 waived\n");
  CHECK(run({until("2027-01-02", "2026-01-01")}, year) == too_long(366, "2027-01-01"));
  CHECK(run({until("2027-11-24", "2027-11-01")}, year) == too_long(366, "2027-11-23"));
}

TEST_CASE("a waiver that lasts longer than the policy allows hides nothing") {
  const Terms policy{{}, {{}, 90}};
  CHECK(run({until("2027-02-21")}, policy) == "1 waived\n");
  CHECK(run({until("2027-02-22")}, policy) ==
        "0 waived\nwarning: waiver of 'shelfware' for 'braze' is not accepted: it lasts 91 days; the policy "
        "allows 90\n");
  CHECK(run({until("2026-12-31", "2026-09-01")}, policy) ==
        "0 waived\nwarning: waiver of 'shelfware' for 'braze' is not accepted: it lasts 121 days; the policy "
        "allows "
        "90\n");
}

TEST_CASE("a waiver needs the approval that the policy asks for") {
  const Terms policy{{}, {{"cfo", "cio"}, {}}};
  const auto refused = [](std::string_view why) {
    return fmt::format("0 waived\nwarning: waiver of 'shelfware' for 'braze' is not accepted: {}\n", why);
  };
  CHECK(run({approved("cfo")}, policy) == "1 waived\n");
  CHECK(run({approved("cio")}, policy) == "1 waived\n");
  CHECK(run({approved("")}, policy) == refused("it has no approver ('approved_by')"));
  CHECK(run({approved("CFO")}, policy) == refused("'CFO' may not approve waivers"));
  CHECK(run({approved("mai")}, policy) == refused("its owner cannot approve it"));
  CHECK(run({approved("team/Mai")}, policy) == refused("its owner cannot approve it"));
  CHECK(run({approved("b\x1b[0m")}, policy) == refused("'b\\x1b[0m' may not approve waivers"));
  CHECK(run({approved("anybody")}, {}) == "1 waived\n");
}

TEST_CASE("of a policy's two demands the approval is named first") {
  const Terms policy{{}, {{"cfo"}, 30}};
  CHECK(run({approved("")}, policy) ==
        "0 waived\nwarning: waiver of 'shelfware' for 'braze' is not accepted: it has no approver "
        "('approved_by')\n");
  CHECK(run({approved("cfo")}, policy) ==
        "0 waived\nwarning: waiver of 'shelfware' for 'braze' is not accepted: it lasts 128 days; the policy "
        "allows 30\n");
}

TEST_CASE("a waiver that is refused does not stand before one that is accepted") {
  const Terms policy{{}, {{"cfo"}, {}}};
  const std::string refused =
      "warning: waiver of 'shelfware' for 'braze' is not accepted: it has no approver ('approved_by')\n";
  const Waiver longer = until("2028-03-31");
  CHECK(run({longer, approved("cfo")}, policy) == "1 waived\n" + refused);
  CHECK(run({approved("cfo"), longer}, policy) == "1 waived\n" + refused);
}

TEST_CASE("one that has expired and would be refused is refused first") {
  const Terms policy{{}, {{"cfo"}, {}}};
  CHECK(run({until("2026-11-01")}, policy) ==
        "0 waived\nwarning: waiver of 'shelfware' for 'braze' is not accepted: it has no approver "
        "('approved_by')\n");
}

TEST_CASE("the same waiver twice is one too many") {
  CHECK(run({until("2027-03-31"), until("2027-03-31")}, {}) ==
        "1 waived\nwarning: waiver of 'shelfware' for 'braze' is unused: another waiver covers the same "
        "finding for "
        "longer (remove it)\n");
}

TEST_CASE("of two that have expired both say so, and the finding counts") {
  CHECK(run({until("2026-11-01"), until("2026-10-01")}, {}) ==
        "0 waived\n"
        "warning: waiver of 'shelfware' for 'braze' expired on 2026-11-01: its finding counts again (fix the "
        "finding, "
        "or review the waiver and extend it)\n"
        "warning: waiver of 'shelfware' for 'braze' expired on 2026-10-01: its finding counts again (fix the "
        "finding, "
        "or review the waiver and extend it)\n");
}

TEST_CASE("waivers find their findings in whatever order the rules were put") {
  Sample sample;
  // What is said of the organisation in place of a kind without entities stands before the tools.
  sample.rules.push_back(rule("no-kpis", EntityKind::kpi));
  sample.gap(3, sample.inventory.organisation());
  sample.gap(0, sample.tool("ga4"));
  sample.gap(0, sample.tool("braze"));
  sample.gap(2, sample.inventory.organisation());
  sample.gap(1, sample.tool("braze"));
  const auto hidden_by = [&](std::string_view rule, std::string_view entity) {
    sample.waivers = {waiver(rule, entity, "2027-03-31")};
    Diagnostics diagnostics;
    const Findings findings = sample.make(diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(findings.waived.size() == 1);
    CHECK(findings.findings.size() == 4);
    return fmt::format("{} {}", sample.rules[findings.waived[0].rule].id, findings.waived[0].entity.id);
  };
  CHECK(hidden_by("shelfware", "braze") == "shelfware braze");
  CHECK(hidden_by("shelfware", "ga4") == "shelfware ga4");
  CHECK(hidden_by("unused-licences", "braze") == "unused-licences braze");
  CHECK(hidden_by("no-roadmap", "organisation") == "no-roadmap ");
  CHECK(hidden_by("no-kpis", "organisation") == "no-kpis ");
}

TEST_CASE("a rule that was renamed is waived and explained by its former name") {
  Sample sample;
  sample.rules[0].former_ids = {"dead-tools"};
  sample.rules[1].explained_by = {"dead-tools"};
  sample.gap(0, sample.tool("braze"));
  sample.gap(1, sample.tool("braze"));
  Diagnostics diagnostics;
  const Findings findings = sample.make(diagnostics);
  CHECK(findings.findings[1].explained_by == findings.findings[0].fingerprint_text());
  sample.waivers = {waiver("dead-tools", "braze", "2027-03-31")};
  CHECK(sample.make(diagnostics).waived.size() == 1);
}

namespace {

// The fields of what is missing, as a report lists them.
std::string missing(const std::vector<Missing>& given) {
  static Sample sample;
  sample.outcomes = {};
  sample.outcomes.undecided.push_back({1, &sample.tool("ga4"), given});
  Diagnostics diagnostics;
  const Findings findings = sample.make(diagnostics);
  std::string text;
  for (const EvidenceGap::Field& field : findings.evidence.at(0).fields) {
    if (field.other != nullptr) text += fmt::format("{}/{}.", name(field.other->kind), field.other->id);
    text += field.path;
    if (field.outdated) text += " of " + to_string(*field.outdated);
    text += "; ";
  }
  return text;
}

}  // namespace

TEST_CASE("missing fields stand in an order that the inventory's lists do not show in") {
  static Sample sample;
  const Record& braze = sample.tool("braze");
  const Record& growth = *sample.inventory.find(EntityKind::objective, "growth");
  const Record& all = sample.inventory.organisation();
  const std::string expected =
      "usage.active; seats; organisation/.size; objective/growth.status; tool/braze.cost; ";
  const Missing own{nullptr, "usage.active", {}}, too{nullptr, "seats", {}};
  const Missing of_all{&all, "size", {}}, of_growth{&growth, "status", {}}, of_braze{&braze, "cost", {}};
  CHECK(missing({own, too, of_all, of_growth, of_braze}) == expected);
  CHECK(missing({of_braze, of_growth, of_all, own, too}) == expected);
  CHECK(missing({of_growth, own, of_braze, too, of_all}) == expected);
}

TEST_CASE("a measurement that is too old is missing with its day") {
  const Missing old{nullptr, "usage.measured_on", {}, day("2026-01-31")};
  CHECK(missing({old}) == "usage.measured_on of 2026-01-31; ");
}

TEST_CASE("places count characters, and bytes beside them") {
  Sample sample;
  sample.inventory = read(
      "martech: 1\norganisation: {name: Acme, currency: EUR}\n"
      "tools: [{id: mail, name: Tiếp thị 👩🏽, seats: {purchased: 3}, usage: {active: 1}}]\n");
  sample.gap(0, sample.tool("mail"), "seats");
  Diagnostics diagnostics;
  const Place place = sample.make(diagnostics).findings.at(0).place;
  CHECK(place.line == 3);
  CHECK(place.snippet.substr(place.byte, 14) == "{purchased: 3}");
  CHECK(place.byte > place.column);
  CHECK(place.end_column == place.column + 14);
}
