#include "report/grouping.h"

#include "report_builder.h"
#include "support/catch.h"

namespace martech_audit::report {
namespace {

using test::ReportBuilder;
using test::tenths;

std::string printed(const AuditReport& report) {
  std::string text;
  for (const FindingGroup& group : group_findings(report)) {
    text += report.rules[group.rule].id + " " + std::string(name(group.severity)) + ":";
    for (const Shown& item : group.shown) {
      text += " " + std::string(item.finding->entity.id);
      for (const Finding* lesser : item.lesser) text += "<" + report.rules[lesser->rule].id;
    }
    text += "\n";
  }
  return text;
}

ReportBuilder builder_with_rules() {
  ReportBuilder builder("Org");
  for (const char* id : {"shelfware", "licences", "plan"}) builder.rule({id, "Title", "spend"});
  return builder;
}

EntityRef tool(std::string_view id) { return {EntityKind::tool, id, id}; }

TEST_CASE("findings group by rule and severity, in the order of the first") {
  ReportBuilder builder = builder_with_rules();
  builder.finding({"licences", tool("a"), "m", tenths(1), {}, {}, Severity::high});
  builder.finding({"shelfware", tool("b"), "m", tenths(1), {}, {}, Severity::high});
  builder.finding({"licences", tool("c"), "m", tenths(1), {}, {}, Severity::high});
  builder.finding({"licences", tool("d"), "m", tenths(1)});
  CHECK(printed(builder.build()) == "licences high: a c\nshelfware high: b\nlicences medium: d\n");
}

TEST_CASE("lesser findings stand under the greatest, through others if need be") {
  ReportBuilder builder = builder_with_rules();
  builder.finding({"shelfware", tool("a"), "m", tenths(3)});
  builder.finding({"licences", tool("a"), "m", tenths(2), {}, {}, std::nullopt, "shelfware"});
  builder.finding({"plan", tool("a"), "m", tenths(1), {}, {}, std::nullopt, "licences"});
  const AuditReport report = builder.build();
  CHECK(printed(report) == "shelfware medium: a<licences<plan\n");
  const auto groups = group_findings(report);
  CHECK(groups.front().points() == tenths(3));
  CHECK(groups.front().lesser() == 2);
  CHECK(groups.front().lesser_points() == tenths(3));
}

TEST_CASE("a finding whose greater one is not shown, or that explains itself, is never lost") {
  ReportBuilder builder = builder_with_rules();
  builder.finding({"licences", tool("a"), "m", tenths(2), {}, {}, std::nullopt, "shelfware"});
  builder.finding({"licences", tool("b"), "m", tenths(2), {}, {}, std::nullopt, "plan"});
  builder.finding({"plan", tool("b"), "m", tenths(2), {}, {}, std::nullopt, "licences"});
  CHECK(printed(builder.build()) == "licences medium: a b\nplan medium: b\n");
}

}  // namespace
}  // namespace martech_audit::report
