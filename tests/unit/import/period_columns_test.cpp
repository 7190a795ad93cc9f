// Columns of months, quarters and years.
#include "import/period_columns.h"

#include <array>

#include "import/cells/calendar_parts.h"
#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::in;
using martech_audit::import::test::says;
using martech_audit::import::test::tools_of;

namespace {

using Kind = CalendarPart::Kind;

constexpr std::array months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                            "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

// "Tool,Jan-26,…", as far as `count` months go.
std::string monthly_sheet(std::size_t count, const std::string& year, const std::string& cells) {
  std::string sheet = "Tool,Owner";
  for (std::size_t i = 0; i < count; ++i) sheet += "," + std::string(months.at(i)) + year;
  return sheet + ",YTD spend\n" + cells;
}

std::string cost_of(const std::string& sheet) {
  const std::string tools = tools_of(import_text("list.csv", sheet, in("EUR")));
  const std::size_t cost = tools.find("    cost:\n");
  return cost == tools.npos ? "none"
                            : tools.substr(cost + 10, tools.find('\n', tools.find("per:", cost)) - cost - 10);
}

}  // namespace

TEST_CASE("months, quarters and years are read from headings") {
  struct Case {
    const char* heading;
    std::optional<CalendarPart> part;
  };
  for (const auto& [heading, part] : {Case{"Jan", CalendarPart{Kind::month, 1, {}}},
                                      Case{"Jan-26", CalendarPart{Kind::month, 1, 2026}},
                                      Case{"Sept 2026", CalendarPart{Kind::month, 9, 2026}},
                                      Case{"2026 Dez", CalendarPart{Kind::month, 12, 2026}},
                                      Case{"M\u00E4rz 2026", CalendarPart{Kind::month, 3, 2026}},
                                      Case{"2026-01", CalendarPart{Kind::month, 1, 2026}},
                                      Case{"01/2026", CalendarPart{Kind::month, 1, 2026}},
                                      Case{"2026-01-01", CalendarPart{Kind::month, 1, 2026}},
                                      Case{"Cost Jan 2026", CalendarPart{Kind::month, 1, 2026}},
                                      Case{"Q1", CalendarPart{Kind::quarter, 1, {}}},
                                      Case{"Q4 2026", CalendarPart{Kind::quarter, 4, 2026}},
                                      Case{"2Q26", CalendarPart{Kind::quarter, 2, 2026}},
                                      Case{"2026", CalendarPart{Kind::year, 0, 2026}},
                                      Case{"FY26", CalendarPart{Kind::year, 0, 2026}},
                                      Case{"Cost 2026", CalendarPart{Kind::year, 0, 2026}},
                                      Case{"YTD 2026", {}},
                                      Case{"Budget 2026", {}},
                                      Case{"Jan budget", {}},
                                      Case{"Q5", {}},
                                      Case{"Q", {}},
                                      Case{"13/2026", {}},
                                      Case{"2026-02-30", {}},
                                      Case{"Jan Feb", {}},
                                      Case{"5 Jan 2026", {}},
                                      Case{"1850", {}},
                                      Case{"12", {}},
                                      Case{"Cost", {}},
                                      Case{"", {}}}) {
    INFO(heading);
    CHECK(read_calendar_part(heading) == part);
  }
}

TEST_CASE("twelve months are the yearly cost, and payments where the year is known") {
  const auto made = import_text(
      "list.csv",
      monthly_sheet(
          12, "-26",
          "Mail,Kim,10.50,10.50,10.50,10.50,10.50,10.50,10.50,10.50,10.50,10.50,10.50,10.50,126.00\n"
          "Chat,,-,-,1200,,,,,-200,,,,,1000\n"),
      in("EUR"));
  const std::string tools = tools_of(made);
  CHECK(says(tools, "    name: Mail\n    owner: Kim\n    cost:\n      amount: 126.00\n      per: year\n"));
  CHECK(says(tools, "    name: Chat\n    cost:\n      amount: 1000\n      per: year\n"));
  CHECK(says(tools,
             "ledger:\n  - tool: mail\n    amount: 10.50\n    period:\n      starts: 2026-01-01\n"
             "      ends: 2026-01-31\n"));
  CHECK(
      says(tools,
           "  - tool: chat\n    amount: -200\n    period:\n      starts: 2026-08-01\n      ends: 2026-08-31\n"
           "    note: refund in row 3 of the list\n"));
  REQUIRE(made.result);
  CHECK(martech_audit::import::test::reading_messages(made.result->yaml).find("error") == std::string::npos);
  CHECK(says(made.result->summary, "wrote 2 tools\nwrote 14 payments\n"));
  CHECK(says(made.result->summary, "the yearly cost is the sum of 'Jan-26' to 'Dec-26'"));
  CHECK(says(made.result->summary, "cost: 1126.00 EUR read, same total written"));
}

TEST_CASE("which periods make a year") {
  const std::string twelve = ",1,1,1,1,1,1,1,1,1,1,1,1,12\n";
  CHECK(cost_of(monthly_sheet(12, "", "Mail,Kim" + twelve)) == "      amount: 12\n      per: year");
  CHECK(cost_of(monthly_sheet(9, "-26", "Mail,Kim,1,1,1,1,1,1,1,1,1,9\n")) == "none");
  CHECK(cost_of(monthly_sheet(12, "-26", "Mail,Kim,1,1,1,1,1,1,1,1,1,,,,9\n")) == "none");
  CHECK(cost_of("Tool,Q1 2026,Q2 2026,Q3 2026,Q4 2026,Spend to date\nMail,5,5,5,6,21\n") ==
        "      amount: 21\n      per: year");
  CHECK(cost_of("Tool,Q3 2025,Q4 2025,Q1 2026,Q2 2026,Q3 2026,Spend to date\nMail,1,2,3,4,5,15\n") ==
        "      amount: 14\n      per: year");
  CHECK(cost_of("Tool,Cost 2025,Cost 2026\nMail,5,6\n") == "      amount: 6\n      per: year");
  CHECK(cost_of("Tool,2025,2026\nMail,5,6\n") == "none");
  CHECK(cost_of("Tool,2025,2026\nMail,\u20AC5,\u20AC6\n") == "      amount: 6\n      per: year");
  CHECK(cost_of("Tool,Annual cost,Cost 2026\nMail,5,6\n") == "      amount: 5\n      per: year");
  ImportOptions counted = in("EUR");
  counted.measured_on = *parse_date("2026-02-01");
  CHECK(says(tools_of(import_text("list.csv", "Tool,Cost 2026,Cost 2027\nMail,6,7\n", counted)),
             "amount: 6\n"));
}

TEST_CASE("parts of a cost that do not go together are kept") {
  const auto credit =
      import_text("list.csv", monthly_sheet(12, "-26", "Mail,Kim,1,-5,1,,,,,,,,,1,-2\n"), in("EUR"));
  CHECK(says(credit.messages, "with this the payments of the year are less than nothing"));
  ImportOptions options = in("EUR");
  options.rates = {*parse_rate("USD=0.5")};
  const auto mixed =
      import_text("list.csv", monthly_sheet(12, "", "Mail,Kim,1 EUR,5 USD,1 EUR,,,,,,,,,1 EUR,\n"), options);
  CHECK(says(mixed.messages, "this is in another currency than the row's other periods"));
  CHECK(says(tools_of(mixed), "x-feb: 5 USD"));
}
