// One damage each to a small report: where the reader stops, and what verify finds out.
#include "unit/saved/saving.h"

namespace martech_audit::damage {
namespace {

using namespace saving;

constexpr const char* house = R"(pack: house
version: 1.0.0
title: House
rules:
  - id: idle
    title: Tool that nobody uses
    dimension: spend
    for: tool
    severity: high
    assert: tool.usage.active > 0
    message: nobody uses it
    why: It costs.
    fix: Stop paying.
    at: tool.usage
    money: {recoverable: tool.annual_cost}
  - id: no-kpi
    title: No KPI
    dimension: measurement
    for: organisation
    severity: low
    assert: size(org.kpis) > 0
    message: no KPI
    why: Nobody knows.
    fix: Measure.
)";

constexpr const char* shop = R"(martech: 1
organisation: {name: Shop, currency: EUR}
tools:
  - {id: ads, name: Ads, cost: {amount: 300, per: year}, usage: {active: 0}}
  - {id: crm, name: CRM, cost: {amount: 700, per: year}, usage: {active: 5}, integrations: [{to: ads}]}
  - {id: mail, name: Mail, cost: {amount: 100, per: year}}
  - {id: old, name: Old, cost: {amount: 50, per: year}, usage: {active: 0}}
waivers: [{rule: idle, entity: old, reason: Kept, owner: ana, expires: 2027-01-31}]
)";

const std::string& report() {
  static const std::string text = [] {
    Diagnostics diagnostics;
    AuditOptions options;
    options.as_of = Date{std::chrono::year{2026}, std::chrono::month{11}, std::chrono::day{23}};
    options.built_in_packs = false;
    options.packs.push_back(std::make_shared<const Source>("house.yaml", house));
    const auto report = audit({std::make_shared<const Source>("shop.yaml", shop)}, options, diagnostics);
    INFO(render(diagnostics));
    REQUIRE(report);
    return written(*report);
  }();
  return text;
}

// "what is marked: message (hint)", a line a fault; else what verify finds.
std::string faults(const std::string& text) {
  Diagnostics diagnostics;
  const SourcePtr source = saved_as(text);
  const std::optional<AuditReport> report = read_report(source, diagnostics);
  std::string list = "\n";
  for (const Diagnostic& one : diagnostics.all()) {
    const std::string marked(source->text().substr(one.where.begin, one.where.end - one.where.begin));
    list += (marked.size() > 40 ? marked.substr(0, 40) + "…" : marked) + ": " + one.message +
            (one.hint.empty() ? "" : " (" + one.hint + ")") + "\n";
  }
  if (!report) return list;
  for (const saved::Discrepancy& one : saved::verify(source, *report))
    list += one.pointer + (one.pointer == "/digest" ? "" : ": " + one.says + " / " + one.expected) + "\n";
  return list;
}

struct Row {
  std::string_view from;
  std::string_view to;
  std::string_view expected;
};

template <std::size_t N>
void check(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    INFO(row.from << " -> " << row.to);
    CHECK(faults(changed(report(), row.from, row.to)) == row.expected);
  }
}

}  // namespace

TEST_CASE("the report itself is whole") { CHECK(faults(report()) == "\n"); }

TEST_CASE("a report of another version is left to that version") {
  static constexpr Row rows[] = {
      {R"("$schema": "urn:martech-audit:report:2")", R"("$schema": "urn:martech-audit:report:1")", R"(
"urn:martech-audit:report:1": this version reads reports with schema urn:martech-audit:report:2 (use the version that wrote the report)
)"},
      {R"("$schema": "urn:martech-audit:report:2")", R"("$schema": ["urn:martech-audit:report:2"])", R"(
["urn:martech-audit:report:2"]: this version reads reports with schema urn:martech-audit:report:2 (use the version that wrote the report)
)"},
      {R"("model": "gap-2",)", R"("model": "gap-1",)", R"(
{
    "model": "gap-1",
    "gap": 83.89…: the report was scored with model 'gap-1', this version uses 'gap-2' (use the version that wrote it)
)"},
  };
  check(rows);
}

TEST_CASE("a value of another kind is marked, with what stands there in a report") {
  static constexpr Row rows[] = {
      {R"("currency": "EUR")", R"("currency": "EUX")", R"(
"EUX": 'EUX' stands where a report has a word that this version knows
)"},
      {R"("currency": "EUR")", R"("currency": 7)", R"(
7: '7' stands where a report has a word that this version knows
)"},
      {R"("as_of": "2026-11-23")", R"("as_of": "2026-11-31")", R"(
"2026-11-31": '2026-11-31' stands where a report has a date
)"},
      {R"("as_of": "2026-11-23")", R"("as_of": null)", R"(
null: null stands where a report has a date
)"},
      {R"("severity": "high", "entity")", R"("severity": "grave", "entity")", R"(
"grave": 'grave' stands where a report has a word that this version knows
)"},
      {R"("entity": {"kind": "tool", "id": "ads")", R"("entity": {"kind": "shop", "id": "ads")", R"(
"shop": 'shop' stands where a report has a word that this version knows
{"fingerprint": "a7a442f0d3e33254a041649…: mapping stands where a report has an entity of the kind that its rule is put to
)"},
      {R"("degree": 1,)", R"("degree": -1,)", R"(
-1: '-1' stands where a report has a degree from 0 to 1
)"},
      {R"("degree": 1,)", R"("degree": 1.0000000001,)", R"(
1.0000000001: '1.0000000001' stands where a report has a number of at most nine decimals
)"},
      {R"("in_use": true)", R"("in_use": "yes")", R"(
"yes": 'yes' stands where a report has true or false
)"},
      {R"("teams": [])", R"("teams": {})", R"(
{}: mapping stands where a report has a list
)"},
      {R"("owner": "ana", "expires": "2027-01-31")", R"("owner": "ana", "expires": "soon")", R"(
"soon": 'soon' stands where a report has a date
)"},
      {R"("fingerprint": "a7a4)", R"("fingerprint": "a7a)", R"(
"a7a42f0d3e33254a0416499dbc67914": 'a7a42f0d3e33254a0416499dbc67914' stands where a report has a fingerprint of 32 digits
"a7a442f0d3e33254a0416499dbc67914": the report has no such entry
)"},
  };
  check(rows);
}

TEST_CASE("a number, true or false in quotes is text") {
  static constexpr Row rows[] = {
      {R"("line": 4,)", R"("line": "4",)", R"(
"4": '4' stands where a report has a count
{"path": "shop.yaml", "line": "4", "colu…: mapping stands where a report has a place in a file, its lines and columns counted from 1
)"},
      {R"("degree": 1,)", R"("degree": "1",)", R"(
"1": '1' stands where a report has a number of at most nine decimals
)"},
      {R"("in_use": true)", R"("in_use": "true")", R"(
"true": 'true' stands where a report has true or false
)"},
  };
  check(rows);
}

TEST_CASE("places are counted from 1 and end behind their beginning") {
  static constexpr Row rows[] = {
      {R"("line": 4,)", R"("line": 0,)", R"(
{"path": "shop.yaml", "line": 0, "column…: mapping stands where a report has a place in a file, its lines and columns counted from 1
)"},
      {R"("line": 4,)", R"("line": -4,)", R"(
-4: '-4' stands where a report has a count
{"path": "shop.yaml", "line": -4, "colum…: mapping stands where a report has a place in a file, its lines and columns counted from 1
)"},
      {R"("line": 4,)", R"("line": 4.5,)", R"(
4.5: '4.5' stands where a report has a count
{"path": "shop.yaml", "line": 4.5, "colu…: mapping stands where a report has a place in a file, its lines and columns counted from 1
)"},
      {R"("line": 4, "column": )", R"("line": 4, "column": 2)", R"(
{"path": "shop.yaml", "line": 4, "column…: mapping stands where a report has a place in a file, its lines and columns counted from 1
)"},
  };
  check(rows);
}

TEST_CASE("what is named must be there, and of the kind") {
  static constexpr Row rows[] = {
      {R"("rule": "idle", "pack": "house")", R"("rule": "no-kpi", "pack": "house")", R"(
{"fingerprint": "a7a442f0d3e33254a041649…: mapping stands where a report has an entity of the kind that its rule is put to
)"},
      {R"("rule": "idle", "pack": "house")", R"("rule": ["idle"], "pack": "house")", R"(
["idle"]: list stands where a report has text
)"},
      {R"("rule": "idle", "pack": "house")", R"("rule": "none", "pack": "house")", R"(
"none": the report has no such entry
)"},
      {R"("entity": {"kind": "tool", "id": "ads")", R"("entity": {"kind": "tool", "id": "zoo")", R"(
{"fingerprint": "a7a442f0d3e33254a041649…: mapping stands where a report has an entity that is among its 'entities'
)"},
      {R"("fingerprint": "a7a4)", R"("fingerprint": "A7a4)", R"(
"a7a442f0d3e33254a0416499dbc67914": the report has no such entry
)"},
      {R"("from": "crm")", R"("from": "zoo")", R"(
"zoo": the report has no such entry
)"},
      {R"("if_it_stays": [])", R"("if_it_stays": ["8efa36a6a648c0e94aaa9298ae860ca0"])", R"(
"8efa36a6a648c0e94aaa9298ae860ca0": the report has no such entry
{"id": "ace935a14730928d42a5e8c375f01bfb…: mapping stands where a report has a decision with findings, some of which may count only if the tool stays
)"},
  };
  check(rows);
}

TEST_CASE("lists hold together: rules, entities, tools, what passed, reasons") {
  static constexpr Row rows[] = {
      {R"({"id": "no-kpi", "pack")", R"({"id": "idle", "pack")", R"(
"no-kpi": the report has no such entry
"no-kpi": the report has no such entry
{"id": "idle", "pack": "house", "title":…: mapping stands where a report has each rule once
)"},
      {R"(["ads", "crm", "mail", "old"])", R"(["crm", "ads", "mail", "old"])", R"(
{"kind": "tool", "ids": ["crm", "ads", "…: mapping stands where a report has ids in their order
{"fingerprint": "a7a442f0d3e33254a041649…: mapping stands where a report has an entity that is among its 'entities'
[
    {"id": "ads", "name": "Ads", "cate…: list stands where a report has the tools of its 'entities', in their order
)"},
      {R"(["ads", "crm", "mail", "old"])", R"(["ads", "crm", "mail"])", R"(
{"fingerprint": "8efa36a6a648c0e94aaa929…: mapping stands where a report has an entity that is among its 'entities'
[
    {"id": "ads", "name": "Ads", "cate…: list stands where a report has the tools of its 'entities', in their order
)"},
      {R"(["ads", "crm", "mail", "old"])", R"(["ads", "crm", "mail", "old", "zoo"])", R"(
[
    {"id": "ads", "name": "Ads", "cate…: list stands where a report has the tools of its 'entities', in their order
)"},
      {R"("passed": [[1, 1]])", R"("passed": [[1, 4]])", R"(
[1, 4]: list stands where a report has two places among 'entities', the first and the last of those that passed
)"},
      {R"("passed": [[1, 1]])", R"("passed": [[1, 0]])", R"(
[1, 0]: list stands where a report has two places among 'entities', the first and the last of those that passed
)"},
      {R"("passed": [[1, 1]])", R"("passed": [[1, 1], [1, 1]])", R"(
[1, 1]: list stands where a report has two places among 'entities', the first and the last of those that passed
)"},
      {R"("passed": [[1, 1]])", R"("passed": [[1]])", R"(
[1]: list stands where a report has the first and the last place of those that passed
)"},
      {R"("code": "fail_on")", R"("code": "fail_always")", R"(
{"code": "fail_always", "threshold": "hi…: mapping stands where a report has a limit that this version knows
)"},
  };
  check(rows);
}

TEST_CASE("a waived finding has a waiver, another has none") {
  static constexpr Row rows[] = {
      {R"("waived": null})", R"("waived": {"reason": "x"}})", R"(
{"reason": "x"}: the report lacks 'owner' here
{"reason": "x"}: the report lacks 'expires' here
{"reason": "x"}: the report lacks 'created' here
{"reason": "x"}: the report lacks 'approved_by' here
{"reason": "x"}: the report lacks 'ticket' here
{"reason": "x"}: the report lacks 'location' here
{"reason": "x"}: mapping stands where a report has null
)"},
      {R"("waived": {"reason": "Kept")", R"("waived": null, "x": {"reason": "Kept")", R"(
null: null stands where a report has an object
)"},
  };
  check(rows);
}

TEST_CASE("what does not follow from the rest is found, with what would") {
  static constexpr Row rows[] = {
      {R"("judged": 5)", R"("judged": 6)", R"(
/score/evidence/judged: 6 / 5
)"},
      {R"("in_use": true)", R"("in_use": false)", R"(
/summary/money/total_cost/minor: 115000 / 85000
/summary/money/total_cost/value: 1150.00 / 850.00
/summary/spend_by_category/0/annual_cost/minor: 115000 / 85000
/summary/spend_by_category/0/annual_cost/value: 1150.00 / 850.00
/summary/spend_by_category/0/tools: 4 / 3
/summary/spend_by_category/0/waste/minor: 35000 / 5000
/summary/spend_by_category/0/waste/value: 350.00 / 50.00
/summary/spend_by_department/0/annual_cost/minor: 115000 / 85000
/summary/spend_by_department/0/annual_cost/value: 1150.00 / 850.00
/summary/spend_by_department/0/tools: 4 / 3
/summary/spend_by_department/0/waste/minor: 35000 / 5000
/summary/spend_by_department/0/waste/value: 350.00 / 50.00
)"},
      {R"("in_trouble": true)", R"("in_trouble": false)", R"(
/tools/0/in_trouble: false / true
)"},
      {R"("tools": 4)", R"("tools": 5)", R"(
/summary/tools: 5 / 4
)"},
      {R"("name": "Ads")", R"("name": "Adz")", R"(
/decisions/0/entity/name: "Ads" / "Adz"
)"},
      {R"("examined": true)", R"("examined": true, "colour": "red")", R"(
/tools/0/colour: "red" / 
)"},
      {R"("exit_code": 1)", R"("exit_code": 0)", R"(
/gate/exit_code: 0 / 1
)"},
      {R"("passed": false)", R"("passed": true)", R"(
/gate/passed: true / false
)"},
      {R"("outcome": "failed")", R"("outcome": "passed")", R"(
/outcome: "passed" / "failed"
)"},
      {R"("threshold": "high")", R"("threshold": "low")", R"(
/gate/reasons/0/threshold: "low" / "high"
)"},
      {R"("waste": {"minor": 30000)", R"("waste": {"minor": 30001)", R"(
/tools/0/waste/minor: 30001 / 30000
)"},
      {R"("decimals": 2)", R"("decimals": 3)", R"(
/summary/money/total_cost/decimals: 3 / 2
)"},
      {R"("lane": "money")", R"("lane": "due")", R"(
/decisions/0/lane: "money" / "due"
)"},
      {R"("act": "renegotiate", "lane": "money", "rank": 1)", R"("act": "merge", "lane": "money", "rank": 1)",
       R"(
/decisions/0/act: "merge" / "renegotiate"
)"},
      {R"("rank": 1)", R"("rank": 2)", R"(
/decisions/0/rank: 2 / 1
)"},
  };
  check(rows);
}

TEST_CASE("what nothing else tells is told by the digest") {
  static constexpr Row rows[] = {
      {R"("message": "nobody uses it")", R"("message": "all use it")", R"(
/digest
)"},
      {R"("title": "No KPI")", R"("title": "KPIs")", R"(
/digest
)"},
      {R"("path": "usage.active")", R"("path": "")", R"(
/digest
)"},
      {R"("digest": ")", R"("digest": "0)", R"(
/digest
)"},
  };
  check(rows);
}

}  // namespace martech_audit::damage
