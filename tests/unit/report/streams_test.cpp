// What monitoring, streams and calendars are told.
#include <nlohmann/json.hpp>

#include "machine_samples.h"
#include "support/catch.h"

namespace martech_audit::streams {
namespace {

using namespace test;
using nlohmann::json;

// Samples alone: what begins with the name, one a line.
std::string samples(const AuditReport& report, std::string_view name) {
  const std::string text = written_as("prometheus", report);
  std::string found;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string_view line = std::string_view(text).substr(at, end - at);
    if (line.starts_with(name) && (line[name.size()] == ' ' || line[name.size()] == '{'))
      found += std::string(line.substr(name.size())) + "\n";
    at = end + 1;
  }
  return found;
}

Money euro(std::int64_t minor) { return {minor, *Currency::parse("EUR")}; }

}  // namespace

TEST_CASE("every gauge is described once, before its samples") {
  const std::string text = written_as("openmetrics", Machine().build());
  std::string name;
  std::size_t gauges = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    at = end + 1;
    INFO(line);
    if (line == "# EOF") {
      CHECK(at == text.size());
    } else if (line.starts_with("# HELP ")) {
      name = line.substr(7, line.find(' ', 7) - 7);
      CHECK(text.find("# HELP " + name + " ", at) == text.npos);
      ++gauges;
    } else if (line.starts_with("# TYPE ")) {
      CHECK(line == "# TYPE " + name + " gauge");
    } else {
      CHECK((line.starts_with(name + " ") || line.starts_with(name + "{")));
    }
  }
  CHECK(gauges >= 12);
}

TEST_CASE("money that is not known has no sample, and 0 is one") {
  AuditReport report = Machine().build();
  report.money.total_cost = {};
  report.money.recoverable = {};
  report.money.at_risk.year = {euro(0), euro(100)};
  report.money.exposed = {};
  report.money.unexamined = euro(1'234'567);
  CHECK(samples(report, "martech_audit_cost_amount").empty());
  CHECK(samples(report, "martech_audit_waste_amount").empty());
  CHECK(samples(report, "martech_audit_possible_waste_amount").empty());
  CHECK(samples(report, "martech_audit_exposed_amount").empty());
  CHECK(samples(report, "martech_audit_possible_exposed_amount").empty());
  CHECK(samples(report, "martech_audit_at_risk_amount") == "{currency=\"EUR\"} 0.00\n");
  CHECK(samples(report, "martech_audit_possible_at_risk_amount") == "{currency=\"EUR\"} 1.00\n");
  CHECK(samples(report, "martech_audit_unexamined_amount") == "{currency=\"EUR\"} 12345.67\n");
  report.money.recoverable = {euro(0), euro(250)};
  CHECK(samples(report, "martech_audit_waste_amount") == "{currency=\"EUR\"} 0.00\n");
  CHECK(samples(report, "martech_audit_possible_waste_amount") == "{currency=\"EUR\"} 2.50\n");
  report.money.exposed = {euro(5), euro(6)};
  CHECK(samples(report, "martech_audit_exposed_amount") == "{currency=\"EUR\"} 0.05\n");
  CHECK(samples(report, "martech_audit_possible_exposed_amount") == "{currency=\"EUR\"} 0.06\n");
}

TEST_CASE("gaps are told overall and by dimension, those of the money half where there is one") {
  AuditReport report = Machine().build();
  report.score.proven = 20 * points_per_point;
  report.score.unproven = 1;
  report.score.practice = {50 * points_per_point, 10 * points_per_point, 0};
  report.score.dimensions = {
      {"peo\"ple\\", 1, 8 * points_per_point, 2 * points_per_point, 2 * points_per_point, 0}};
  CHECK(samples(report, "martech_audit_gap") ==
        "{dimension=\"overall\"} 20.000000001\n{dimension=\"peo\\\"ple\\\\\"} 50.000000000\n");
  CHECK(samples(report, "martech_audit_proven_gap") ==
        "{dimension=\"overall\"} 20.000000000\n{dimension=\"peo\\\"ple\\\\\"} 25.000000000\n");
  CHECK(samples(report, "martech_audit_practice_gap") == " 20.000000000\n");
  CHECK(samples(report, "martech_audit_money_gap").empty());
  report.score.money = HalfScore{50 * points_per_point, 0, 25 * points_per_point};
  CHECK(samples(report, "martech_audit_money_gap") == " 50.000000000\n");
}

TEST_CASE("findings are counted by severity and rule, the worst first") {
  Machine machine;
  Waiver accepted{};
  const Waiver& waiver = machine.waiver(accepted);
  machine.finding(
      {.rule = "r-low", .entity = some_tool("a", "A"), .message = "m", .severity = Severity::critical});
  machine.finding({"r-high", some_tool("a", "A"), "m"});
  machine.finding({"r-critical", some_tool("a", "A"), "m"});
  machine.finding({"r-high", some_tool("b", "B"), "m"});
  machine.finding({.rule = "r-info", .entity = some_tool("b", "B"), .message = "m", .waiver = &waiver});
  const AuditReport report = machine.build();
  CHECK(samples(report, "martech_audit_findings") ==
        "{severity=\"critical\",rule=\"r-critical\"} 1\n{severity=\"critical\",rule=\"r-low\"} 1\n"
        "{severity=\"high\",rule=\"r-high\"} 2\n");
  CHECK(samples(report, "martech_audit_waived_findings") == "{severity=\"info\",rule=\"r-info\"} 1\n");
}

TEST_CASE("the spend, its share off strategy, the gate and the day are gauges") {
  AuditReport report = Machine().build();
  report.gate.passed = false;
  report.as_of = on_day(1, 2, 1970);
  CHECK(samples(report, "martech_audit_gate_passed") == " 0\n");
  CHECK(samples(report, "martech_audit_as_of_timestamp_seconds") == " 86400\n");
  CHECK(samples(report, "martech_audit_spend_amount").empty());
  CHECK(samples(report, "martech_audit_spend_off_strategy_ratio").empty());
  report.gate.passed = true;
  report.waterfall.emplace();
  report.waterfall->all[SpendPart::waste] = 150;
  report.waterfall->all[SpendPart::working] = 1;
  report.off_strategy = SpendOffStrategy{euro(1), euro(4)};
  CHECK(samples(report, "martech_audit_gate_passed") == " 1\n");
  CHECK(samples(report, "martech_audit_spend_amount") == R"({part="waste",currency="EUR"} 1.50
{part="off_strategy",currency="EUR"} 0.00
{part="unproven",currency="EUR"} 0.00
{part="too_early",currency="EUR"} 0.00
{part="working",currency="EUR"} 0.01
{part="not_known",currency="EUR"} 0.00
)");
  CHECK(samples(report, "martech_audit_spend_off_strategy_ratio") == " 0.25\n");
}

TEST_CASE("a stream has its lines in one order, each an object of its own") {
  Machine machine;
  Waiver accepted{};
  const Waiver& waiver = machine.waiver(accepted);
  machine.tool(row_of(some_tool("crm", "CRM")));
  machine.finding({"r-high", some_tool("crm", "CRM"), "a\nb \"c\"", 1});
  machine.finding({.rule = "r-low", .entity = some_tool("crm", "CRM"), .message = "w", .waiver = &waiver});
  machine.missing("r-info", some_tool("crm", "CRM"), 1, {{some_tool("crm", "CRM"), "seats"}});
  machine.report().diagnostics.push_back({DiagnosticLevel::warning, {}, "odd", "mend it"});
  const std::string text = written_as("ndjson", machine.build());
  std::string types;
  for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1) {
    const json line = json::parse(text.substr(at, text.find('\n', at) - at));
    types += line["type"].get<std::string>() + " ";
    if (line["type"] == "finding") CHECK(line["finding"]["message"] == "a\nb \"c\"");
    if (line["type"] == "summary") CHECK(line.contains("score"));
    if (line["type"] == "diagnostic") CHECK(line["diagnostic"]["hint"] == "mend it");
    if (line["type"] == "tool") CHECK(line["tool"]["id"] == "crm");
  }
  CHECK(types == "start finding waived decision evidence_missing diagnostic tool summary ");
}

namespace {

struct Deadline {
  std::string_view id;
  std::optional<Date> notice_by;
  std::optional<std::int64_t> commits;
  std::optional<std::int64_t> possibly = {};
  bool notice_known = true;
  std::optional<bool> auto_renews = {};
  std::optional<Date> ends = {};
};

enum class Wanted : std::uint8_t { titles, all };

std::string unfolded(std::string text) {
  for (std::size_t at = text.find("\r\n "); at != text.npos; at = text.find("\r\n ", at)) text.erase(at, 3);
  return text;
}

std::string line_after(const std::string& text, std::string_view word, std::size_t at) {
  const std::size_t begin = text.find(word, at) + word.size();
  return text.substr(begin, text.find('\r', begin) - begin);
}

// The summaries of a calendar's events with their days and what they say, each in a line.
std::string events(const std::vector<Deadline>& deadlines, Wanted wanted = Wanted::titles) {
  Machine machine;
  for (const Deadline& one : deadlines) {
    ToolRow row = row_of(some_tool(one.id, one.id));
    row.notice_by = one.notice_by;
    row.notice_known = one.notice_known;
    row.auto_renews = one.auto_renews;
    row.contract_ends = row.renews_on = one.ends;
    if (one.commits) row.renewal_commitment = euro(*one.commits);
    if (one.possibly) row.possible_commitment = euro(*one.possibly);
    machine.tool(std::move(row));
  }
  const std::string text = unfolded(written_as("ics", machine.build()));
  std::string found;
  for (std::size_t at = text.find("DTSTART"); at != text.npos; at = text.find("DTSTART", at + 1)) {
    found += line_after(text, "VALUE=DATE:", at) + " " + line_after(text, "SUMMARY:", at) + "\n";
    if (wanted == Wanted::all) found += "  " + line_after(text, "DESCRIPTION:", at) + "\n";
  }
  return found;
}

}  // namespace

TEST_CASE("a calendar has the deadlines that lie ahead and may commit to something, the soonest first") {
  CHECK(events({}).empty());
  CHECK(events({{"later", on_day(12, 31), 100'000},
                {"today", on_day(11, 23), 100'000},
                {"over", on_day(11, 22), 100'000},
                {"also", on_day(12, 31), 5},
                {"lapses", on_day(12, 1), 0},
                {"unknown", on_day(12, 1), {}},
                {"unknown and over", on_day(11, 22), {}},
                {"undated", {}, 100'000}}) == R"(20261123 Notice deadline: today\, EUR 1\,000
20261201 Notice deadline: unknown
20261231 Notice deadline: later\, EUR 1\,000
20261231 Notice deadline: also\, EUR 0.05
)");
}

TEST_CASE("an event says what is not known of a contract: its renewal, its notice period, its amount") {
  const Date day = on_day(12, 1);
  const bool given = true, missing = false;
  CHECK("\n" + events({{"silent", day, {}, {}, missing, {}, day},
                       {"priced", day, {}, 90'000, missing, {}, day},
                       {"noticed", day, {}, 90'000, given, {}, on_day(12, 31)},
                       {"renews", day, 90'000, 90'000, missing, true, day},
                       {"grows", day, 90'000, 180'000, given, true, day},
                       {"termless", day, {}, 90'000, given, true, day},
                       {"free of price", day, {}, {}, missing, true, day},
                       {"lapses", day, 0, 0, missing, false, day}},
                      Wanted::all) ==
        R"(
20261201 Contract ends: silent
  The contract ends on 2026-12-01\, and whether it renews automatically is not known\; nor is the amount.
20261201 Contract ends: priced\, up to EUR 900
  The contract ends on 2026-12-01\, and whether it renews automatically is not known\; if it does\, for up to EUR 900.
20261201 Notice deadline: noticed\, up to EUR 900
  The contract ends on 2026-12-31\, and whether it renews automatically is not known\; if it does\, for up to EUR 900.
20261201 Notice deadline: renews\, EUR 900
  Without notice\, the contract renews on 2026-12-01 for EUR 900\; the notice period is not known.
20261201 Notice deadline: grows\, EUR 900 to EUR 1\,800
  Without notice\, the contract renews on 2026-12-01 for EUR 900 to EUR 1\,800.
20261201 Notice deadline: termless\, up to EUR 900
  Without notice\, the contract renews on 2026-12-01 for up to EUR 900.
20261201 Notice deadline: free of price
  Without notice\, the contract renews on 2026-12-01\; the amount is not known\; the notice period is not known.
)");
}

TEST_CASE("an event tells what renews and what was found, and stays the same event while the day does") {
  const auto calendar = [](std::string_view message, Date notice) {
    Machine machine;
    ToolRow row;
    row.tool = some_tool("crm", "CRM; the \\ one, and only");
    row.notice_by = notice;
    row.notice_known = true;
    row.renews_on = on_day(1, 31, 2027);
    row.renewal_commitment = euro(100'000);
    machine.tool(std::move(row));
    machine.finding(
        {"r-high", some_tool("crm", "CRM"), message, 1, {machine.claim(MoneyClass::exposed, 500, 0)}});
    machine.finding({"r-low", some_tool("other", "Other"), "not here", 1});
    machine.finding({"r-low", {}, "nor here", 1});
    return unfolded(written_as("ics", machine.build()));
  };
  const std::string text = calendar("half, idle", on_day(12, 1));
  const std::size_t uid = text.find("UID:");
  const auto uid_of = [&](const std::string& other) { return other.substr(other.find("UID:"), 36); };
  CHECK(
      text.substr(text.find("DTSTAMP"), text.find("CATEGORIES") - text.find("DTSTAMP")) ==
      "DTSTAMP:20261123T000000Z\r\nDTSTART;VALUE=DATE:20261201\r\n"
      "SUMMARY:Notice deadline: CRM\\; the \\\\ one\\, and only\\, EUR 1\\,000\r\n"
      "DESCRIPTION:Without notice\\, the contract renews on 2027-01-31 for EUR 1\\,000.\\nhigh: half\\, idle "
      "(value not shown EUR 5)\r\n");
  CHECK(text.substr(uid + 36, 16) == "@martech-audit\r\n");
  CHECK(uid_of(calendar("another", on_day(12, 1))) == uid_of(text));
  CHECK(uid_of(calendar("half, idle", on_day(12, 2))) != uid_of(text));
}

TEST_CASE("no line of a calendar is longer than 75 bytes, and none is cut inside a character") {
  for (std::size_t length = 1; length < 60; ++length) {
    Machine machine;
    ToolRow row;
    std::string name(length, 'x');
    for (int i = 0; i < 25; ++i) name += "\u1EBF";
    row.tool = some_tool("crm", name);
    row.notice_by = on_day(12, 1);
    row.renewal_commitment = euro(100'000);
    machine.tool(std::move(row));
    const std::string text = written_as("ics", machine.build());
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find("\r\n", at);
      const std::string line = text.substr(at, end - at);
      INFO(length << ": " << line);
      CHECK(line.size() <= 75);
      CHECK((static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xC0U) != 0x80U);
      at = end + 2;
    }
  }
}

}  // namespace martech_audit::streams
