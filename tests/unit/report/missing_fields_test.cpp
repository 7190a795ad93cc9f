#include "report/missing_fields.h"

#include <array>

#include "report_builder.h"
#include "support/catch.h"

namespace martech_audit::report {
namespace {

using test::ReportBuilder;
using test::tenths;

constexpr std::array<std::string_view, 3> ids{"a", "b", "c"};

EntityRef tool(std::size_t i) { return {EntityKind::tool, ids.at(i), ids.at(i)}; }

std::string printed(const std::vector<Addition>& additions) {
  std::string text;
  for (const Addition& addition : additions) {
    text += fields_text(addition.fields) + ": " + std::to_string(addition.points / (points_per_point / 10)) +
            "\n";
  }
  return text;
}

AuditReport sample() {
  ReportBuilder builder("Org");
  for (const char* id : {"seats", "use", "contract", "strategy"}) builder.rule({id, "Title", "spend"});
  for (std::size_t i = 0; i < 3; ++i) {
    builder.missing("seats", tool(i), tenths(20), {{tool(i), "usage.active"}, {tool(i), "seats.purchased"}});
  }
  builder.missing("use", tool(0), tenths(15), {{tool(0), "usage.active"}});
  builder.missing("contract", tool(1), tenths(40), {{tool(1), "contract.ends"}});
  builder.missing("strategy", {}, tenths(5), {{{}, "objectives"}, {{}, "objectives"}});
  return builder.build();
}

TEST_CASE("fields are counted over the entities that lack them") {
  const AuditReport report = sample();
  const MissingFields missing(report);
  std::string text;
  for (const MissingField& field : missing.fields()) {
    text += fields_text({&field}) + ": " + std::to_string(field.points / (points_per_point / 10)) + "\n";
  }
  CHECK(text ==
        "usage.active of 3 tools: 75\nseats.purchased of 3 tools: 60\ncontract.ends of 1 tool: "
        "40\nobjectives: 5\n");
}

TEST_CASE("additions settle most points for each field, and all of them in the end") {
  const AuditReport report = sample();
  const MissingFields missing(report);
  CHECK(printed(missing.additions(9)) ==
        "contract.ends of 1 tool: 40\nusage.active and seats.purchased of 3 tools: 75\nobjectives: 5\n");
  CHECK(printed(missing.additions(1)) == "contract.ends of 1 tool: 40\n");
  Points sum = 0;
  for (const Addition& addition : missing.additions(9)) sum += addition.points;
  CHECK(sum == report.score.unproven);
}

std::string decided(const std::vector<Addition>& additions) {
  std::string text;
  for (const Addition& addition : additions) text += decides_text(addition) + together_text(addition) + "\n";
  return text;
}

TEST_CASE("a step says what it settles alone, and with which others the rest") {
  ReportBuilder builder("Org");
  for (const char* id : {"x", "y", "z"}) builder.rule({id, "Title", "spend"});
  builder.missing("x", tool(0), tenths(90), {{tool(0), "owner"}});
  builder.missing("y", tool(0), tenths(30), {{tool(0), "owner"}, {tool(0), "problem"}});
  builder.missing("y", tool(1), tenths(10), {{tool(1), "problem"}});
  builder.missing("z", tool(2), tenths(20), {{tool(2), "owner"}, {tool(2), "problem"}, {tool(2), "seats"}});
  const AuditReport report = builder.build();
  CHECK(decided(MissingFields(report).additions(9)) ==
        "up to 9 points\n"
        "up to 1 point (4 points together with step 1)\n"
        "up to 2 points (only with steps 1 and 2)\n");
}

TEST_CASE("a cost comes before what was paid, and payments stand last in a step") {
  ReportBuilder builder("Org");
  for (const char* id : {"x", "y"}) builder.rule({id, "Title", "spend"});
  builder.missing("x", {}, tenths(90), {{{}, "ledger"}});
  builder.missing("y", tool(0), tenths(10), {{tool(0), "cost"}});
  const AuditReport report = builder.build();
  CHECK(printed(MissingFields(report).additions(9)) == "cost of 1 tool: 10\nledger: 90\n");
}

TEST_CASE("nothing missing, nothing to add") {
  ReportBuilder builder("Org");
  builder.rule({"seats", "Title", "spend"});
  const AuditReport report = builder.build();
  CHECK(MissingFields(report).fields().empty());
  CHECK(MissingFields(report).additions(3).empty());
}

}  // namespace
}  // namespace martech_audit::report
