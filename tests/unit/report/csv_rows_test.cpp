// The cells of a CSV row, one by one.
#include "machine_samples.h"
#include "support/catch.h"

namespace martech_audit::csv_rows {
namespace {

using namespace test;

// The row of a finding on tool `crm` that makes the claims, from the points to the day; the others are fixed.
std::string money_cells(const std::vector<Claim>& claims, std::string_view currency = "EUR") {
  Machine machine;
  machine.report().currency = *Currency::parse(currency);
  machine.finding({"r-high", some_tool("crm", "CRM"), "m", 1, claims});
  const std::string row = line_of(written_as("csv", machine.build()), 2);
  const std::size_t begin = row.find(",m,") + 3;
  return row.substr(begin, row.find(",low,") - begin);
}

}  // namespace

TEST_CASE("a row of CSV has a cell for every class of money, empty where nothing is claimed") {
  const Machine m;
  using enum MoneyClass;
  CHECK(money_cells({}) == "0.000000001,EUR,,,,,");
  CHECK(money_cells({m.claim(recoverable, 900, 250)}) == "0.000000001,EUR,2.50,,,,");
  CHECK(money_cells({m.claim(recoverable, 900, 0)}) == "0.000000001,EUR,0.00,,,,");
  CHECK(money_cells({m.claim(at_risk, 900, 1)}) == "0.000000001,EUR,,9.00,,,");
  CHECK(money_cells({m.claim(exposed, 900, 1), m.claim(opportunity, 5, 1)}) ==
        "0.000000001,EUR,,,9.00,0.05,");
  CHECK(money_cells({m.claim(opportunity, -150, 0), m.claim(opportunity, 100, 0)}) ==
        "0.000000001,EUR,,,,-0.50,");
}

TEST_CASE("the day of a row is the soonest of its claims") {
  const Machine m;
  using enum MoneyClass;
  CHECK(money_cells({m.claim(at_risk, 100, 0, on_day(12, 31)), m.claim(exposed, 100, 0, on_day(12, 1)),
                     m.claim(opportunity, 100, 0)}) == "0.000000001,EUR,,1.00,1.00,1.00,2026-12-01");
}

TEST_CASE("rows stand in the order of the report, waived ones last and without a decision") {
  Machine machine;
  Waiver accepted{};
  accepted.reason = "=Growing, \"fast\"";
  accepted.owner = "ana";
  const Waiver& waiver = machine.waiver(accepted);
  machine.finding(
      {"r-critical", some_tool("crm", "CRM"), "worst", tenths(25), {}, at("stack.yaml", 4, 7, 9)});
  machine.finding({"r-low", {}, "of all", 0});
  machine.finding(
      {.rule = "r-info", .entity = some_tool("ads", "Ads"), .message = "lived with", .waiver = &waiver});
  const std::string text = written_as("csv", machine.build());
  const auto cells_from = [&](std::size_t line, std::string_view from) {
    const std::string row = line_of(text, line);
    return row.substr(row.find(from));
  };
  CHECK(cells_from(2, "critical")
            .starts_with("critical,r-critical,core,spend,tool,crm,CRM,worst,2.500000000,EUR,,,,,,low,Mend "
                         "it.,stack.yaml,4,7,,,"));
  CHECK(cells_from(3, "low").starts_with("low,r-low,core,spend,organisation,,,of all,0.000000000,EUR,"));
  CHECK(cells_from(4, "info") ==
        "info,r-info,core,spend,tool,ads,Ads,lived with,0.000000000,EUR,,,,,,low,Mend it.,,,,,\"'=Growing, "
        "\"\"fast\"\"\",,,,,\r");
  CHECK(line_of(text, 5).empty());
}

TEST_CASE("a row of CSV ends with the decision that settles its finding") {
  Machine machine;
  machine.finding({"r-high", some_tool("crm", "CRM"), "one", 5});
  machine.finding({"r-medium", some_tool("crm", "CRM"), "two", 3});
  AuditReport report = machine.build();
  report.decisions.resize(1);
  Decision& decision = report.decisions[0];
  decision.id.fill('d');
  decision.act = Act::give_notice;
  decision.lane = Lane::due;
  decision.rank = 3;
  decision.last_day = on_day(12, 2);
  decision.findings = {1};
  const std::string text = written_as("csv", report);
  CHECK(line_of(text, 2).ends_with(",,,,,,\r"));
  CHECK(line_of(text, 3).ends_with("," + std::string(32, 'd') + ",give-notice,due,3,2026-12-02\r"));
}

TEST_CASE("amounts of a currency without cents have none") {
  Machine m;
  const Currency yen = *Currency::parse("JPY");
  CHECK(money_cells({{MoneyClass::exposed, {1500, yen}, {0, yen}, {}}}, "JPY") == "0.000000001,JPY,,,1500,,");
}

}  // namespace martech_audit::csv_rows
