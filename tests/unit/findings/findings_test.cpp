#include "findings/findings.h"

#include "unit/findings/sample.h"

using namespace martech_audit;
using namespace martech_audit::findings_test;

namespace {

std::string describe(const Place& place) {
  return std::string(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) +
         "-" + std::to_string(place.end_column) + " " + std::string(place.pointer) + " |" +
         std::string(place.snippet) + "|";
}

std::string describe(const EntityRef& entity) {
  return std::string(name(entity.kind)) + " '" + std::string(entity.id) + "' '" + std::string(entity.name) +
         "'";
}

Findings made(const Sample& sample) {
  Diagnostics diagnostics;
  Findings findings = sample.make(diagnostics);
  CHECK(diagnostics.empty());
  return findings;
}

}  // namespace

TEST_CASE("entities are named by name, title or id; the organisation has no id") {
  Sample sample;
  sample.gap(0, sample.tool("braze"));
  sample.gap(0, *sample.inventory.find(EntityKind::objective, "growth"));
  sample.gap(2, sample.inventory.organisation());
  const Findings findings = made(sample);
  REQUIRE(findings.findings.size() == 3);
  CHECK(describe(findings.findings[0].entity) == "tool 'braze' 'Braze'");
  CHECK(describe(findings.findings[1].entity) == "objective 'growth' 'Grow repeat purchases'");
  CHECK(describe(findings.findings[2].entity) == "organisation '' 'Acme Outdoor'");
}

TEST_CASE("a finding shows where its field was written, else its entity") {
  Sample sample;
  sample.gap(0, sample.tool("braze"), "seats");
  sample.gap(0, sample.tool("ga4"), "seats");
  const Findings findings = made(sample);
  CHECK(describe(findings.findings[0].place) ==
        "stack.yaml:11:12-41 /tools/0/seats |    seats: {purchased: 50, assigned: 44}|");
  CHECK(describe(findings.findings[1].place) == "stack.yaml:12:5-7 /tools/1 |  - id: ga4|");
}

TEST_CASE("what stretches over several lines is marked on the first") {
  Sample sample;
  sample.gap(0, sample.tool("ga4"), "name");
  CHECK(describe(made(sample).findings[0].place) == "stack.yaml:13:11-18 /tools/1/name |    name: \"Google|");
}

TEST_CASE("what a rule said is kept") {
  Sample sample;
  sample.gap(1, sample.tool("ga4"));
  sample.outcomes.gaps[0].severity = Severity::critical;
  sample.outcomes.gaps[0].degree = 7;
  sample.outcomes.gaps[0].claims = {{MoneyClass::exposed, {500, sample.inventory.currency()}, {}, {}}};
  const Finding finding = made(sample).findings.at(0);
  CHECK(finding.rule == 1);
  CHECK(finding.severity == Severity::critical);
  CHECK(finding.degree == 7);
  CHECK(finding.message == "message");
  CHECK(finding.entity_index == 1);
  CHECK(finding.claims.at(0).claimed.minor == 500);
}

TEST_CASE("what cannot be decided names what is missing") {
  Sample sample;
  const std::vector<Missing> missing{{&sample.inventory.organisation(), "size", {}},
                                     {nullptr, "seats.purchased", {}}};
  sample.outcomes.undecided.push_back({1, &sample.tool("ga4"), missing});
  const Findings findings = made(sample);
  REQUIRE(findings.evidence.size() == 1);
  const EvidenceGap& gap = findings.evidence[0];
  CHECK(describe(gap.entity) == "tool 'ga4' 'Google Analytics 4'");
  REQUIRE(gap.fields.size() == 2);
  CHECK(gap.fields[0].path == "seats.purchased");
  CHECK(describe(gap.entity_of(gap.fields[0])) == "tool 'ga4' 'Google Analytics 4'");
  CHECK(describe(gap.entity_of(gap.fields[1])) == "organisation '' 'Acme Outdoor'");
}

TEST_CASE("a lesser finding is put under the first greater one that fired on the same entity") {
  Sample sample;
  sample.rules = {rule("c", EntityKind::tool, {"b", "a", "nowhere"}), rule("a"), rule("b")};
  sample.gap(0, sample.tool("braze"));
  sample.gap(0, sample.tool("ga4"));
  sample.gap(1, sample.tool("braze"));
  sample.gap(1, sample.tool("ga4"));
  sample.gap(2, sample.tool("ga4"));
  const Findings findings = made(sample);
  CHECK(findings.findings[0].explained_by == findings.findings[2].fingerprint_text());
  CHECK(findings.findings[1].explained_by == findings.findings[4].fingerprint_text());
  CHECK(findings.findings[2].explained_by.empty());
}

TEST_CASE("findings that explain each other do not both disappear") {
  Sample sample;
  sample.rules = {rule("a", EntityKind::tool, {"b"}), rule("b", EntityKind::tool, {"c"}),
                  rule("c", EntityKind::tool, {"a"})};
  for (std::uint32_t i = 0; i < 3; ++i) sample.gap(i, sample.tool("ga4"));
  const Findings findings = made(sample);
  CHECK(findings.findings[0].explained_by == findings.findings[1].fingerprint_text());
  CHECK(findings.findings[1].explained_by == findings.findings[2].fingerprint_text());
  CHECK(findings.findings[2].explained_by.empty());
}

TEST_CASE("a waived finding explains only waived ones") {
  Sample sample;
  sample.gap(0, sample.tool("braze"));
  sample.gap(1, sample.tool("braze"));
  sample.waivers = {waiver("shelfware", "braze", "2027-12-31")};
  const Findings one = made(sample);
  CHECK(one.findings.at(0).explained_by.empty());
  sample.waivers.push_back(waiver("unused-licences", "braze", "2027-12-31"));
  const Findings both = made(sample);
  CHECK(both.waived.at(1).explained_by == both.waived.at(0).fingerprint_text());
}

TEST_CASE("findings outlive what they were made of, but for the inventory") {
  Sample sample;
  sample.gap(0, sample.tool("braze"), "seats");
  sample.gap(1, sample.tool("braze"));
  sample.waivers = {waiver("shelfware", "braze", "2027-12-31")};
  const Findings findings = made(sample);
  sample.waivers.clear();
  sample.outcomes = {};
  CHECK(findings.waived.at(0).waiver->owner == "mai");
  CHECK(findings.waived.at(0).place.pointer == "/tools/0/seats");
}

TEST_CASE("fingerprints survive another order, place, name and cost") {
  Sample before;
  before.gap(0, before.tool("ga4"));
  Sample after;
  after.inventory = read(
      "martech: 1\norganisation: {name: Other, currency: USD}\n# moved\ntools:\n"
      "  - {id: ga4, name: GA, cost: {amount: 7, per: year}}\n  - {id: braze, name: Braze}\n");
  after.gap(0, after.tool("ga4"));
  after.outcomes.gaps[0].severity = Severity::info;
  CHECK(made(before).findings[0].fingerprint == made(after).findings[0].fingerprint);
}
