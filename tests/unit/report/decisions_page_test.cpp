// What a report says of decisions, where the sample reports (golden/) do not show it.
#include <string>

#include "base/dates.h"
#include "martech_audit/reporter.h"
#include "report_builder.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

struct ContractOf {
  std::string_view id;
  std::int64_t cost;
  std::string_view notice_by, renews_on;
};

// All are worth a decision because of what they cost alone: a quarter is at stake.
AuditReport report_of(const std::vector<ContractOf>& contracts) {
  test::ReportBuilder builder("Org");
  builder.rule({"notice", "Notice", "contracts", Severity::medium, Effort::low, "Decide.", Act::renegotiate,
                Lane::money});
  for (const ContractOf& of : contracts) {
    const EntityRef tool{EntityKind::tool, of.id, of.id};
    builder.finding({"notice", tool, "has a day", test::tenths(1)});
    ToolRow row;
    row.tool = tool;
    row.annual_cost = row.renewal_commitment = builder.money(of.cost);
    row.notice_by = parse_date(of.notice_by);
    row.renews_on = parse_date(of.renews_on);
    builder.tool(row);
  }
  return builder.build();
}

std::string decisions_of(const AuditReport& report, std::string_view format = "text") {
  std::string text;
  find_reporter(format)->write(report, {}, [&](std::string_view bytes) { text += bytes; });
  const std::size_t begin = text.find("Due (");
  const std::size_t end = text.find("──", begin);
  return text.substr(begin, end - begin);
}

// Without ids, which are in the golden files.
std::string headlines(const std::string& text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = text.find('\n', at);
    const std::string line = text.substr(at, end - at);
    if (line.size() > 4 && line[3] == '.') out += line.substr(2, line.find("  ", 2) - 2) + "\n";
    if (line.starts_with("  and ")) out += line.substr(2) + "\n";
    at = end + 1;
  }
  return out;
}

TEST_CASE("what cannot wait two weeks is shown behind the first three, whatever else is at stake") {
  const AuditReport report = report_of({{"a", 90'000, "2027-01-01", "2027-02-01"},
                                        {"b", 80'000, "2027-01-01", "2027-02-01"},
                                        {"c", 70'000, "2027-01-01", "2027-02-01"},
                                        {"d", 60'000, "2027-01-01", "2027-02-01"},
                                        {"petty", 100, "2026-11-24", "2026-12-24"},
                                        {"soon", 9'000, "2026-12-07", "2027-01-07"},
                                        {"sooner", 8'000, "2026-11-23", "2026-12-23"}});
  CHECK(headlines(decisions_of(report)) == R"(1. a: renegotiate by 2027-01-01 (39 days)
2. b: renegotiate by 2027-01-01 (39 days)
3. c: renegotiate by 2027-01-01 (39 days)
4. soon: renegotiate by 2026-12-07 (14 days)
5. sooner: renegotiate by 2026-11-23 (today)
and 2 more decisions (--verbose shows all)
)");
}

TEST_CASE("a contract whose notice was missed is negotiated before it renews") {
  const AuditReport report = report_of({{"a", 90'000, "2026-11-22", "2026-12-22"}});
  CHECK(headlines(decisions_of(report)) == "1. a: negotiate before it renews on 2026-12-22 (29 days)\n");
}

TEST_CASE("one act over many entities is one line") {
  test::ReportBuilder builder("Org");
  builder.rule({"owner", "No owner", "people"});
  std::vector<std::string> ids;
  for (char c = 'a'; c < 'g'; ++c) ids.emplace_back(1, c);
  for (const std::string& id : ids)
    builder.finding({"owner", {EntityKind::tool, id, id}, "has no owner", test::tenths(2)});
  builder.decided(100);
  std::string text;
  find_reporter("text")->write(builder.build(), {}, [&](std::string_view bytes) { text += bytes; });
  CHECK(text.find("  1. Name an owner (6 tools): a, b, c and 3 more ") != std::string::npos);
  CHECK(text.find("has no owner (and 5 more like it)\n     1.2 points, medium effort\n") !=
        std::string::npos);
}

TEST_CASE("each finding of a table names its decision") {
  const AuditReport report = report_of({{"a", 90'000, "2026-12-01", "2026-12-31"}});
  std::string text;
  find_reporter("csv")->write(report, {}, [&](std::string_view bytes) { text += bytes; });
  CHECK(text.find(",waived,decision,act,lane,rank,last_day\r\n") != std::string::npos);
  CHECK(
      text.ends_with("," + std::string(report.decisions[0].id_text()) + ",renegotiate,due,1,2026-12-01\r\n"));
}

}  // namespace
}  // namespace martech_audit
