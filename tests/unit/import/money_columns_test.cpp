// Amounts under the headings that sheets have, with what is written and what is warned of.
#include <fmt/format.h>

#include <algorithm>

#include "importing.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;
using martech_audit::import::test::import_text;
using martech_audit::import::test::tools_of;

namespace {

struct AmountCell {
  const char* heading;
  const char* cell;
  std::string_view written;
  std::string_view said = {};
};

// On one line, without the tool's id and name.
std::string squeezed(const std::string& yaml) {
  std::string line;
  for (const char c : yaml.substr(yaml.find("name: Mail") + 10)) {
    if (c != ' ' && c != '\n')
      line += c;
    else if (!line.empty() && line.back() != ' ')
      line += ' ';
  }
  while (line.ends_with(' ')) line.pop_back();
  return line;
}

// The first line, without its place.
std::string first_message(const std::string& messages) {
  const std::string line = messages.substr(0, messages.find('\n'));
  return line.empty() ? line : line.substr(line.find(": ") + 2);
}

void check_cells(std::initializer_list<AmountCell> rows) {
  for (const AmountCell& row : rows) {
    INFO(row.heading << ": " << row.cell);
    ImportOptions options{.currency = Currency::parse("EUR")};
    options.rates = {*parse_rate("USD=0.5"), *parse_rate("GBP=1.2")};
    const auto made =
        import_text("m.csv", std::string("Tool,") + row.heading + "\nMail,\"" + row.cell + "\"\n", options);
    CHECK(squeezed(tools_of(made)) == row.written);
    CHECK(first_message(made.messages) == row.said);
  }
}

}  // namespace

TEST_CASE("a column that does not fit is told once") {
  std::string sheet = "Tool,Seats,Status,Annual cost\n";
  for (int i = 0; i < 20; ++i)
    sheet += fmt::format("Tool {0},as many as {0},phase {0},{1}\n", i, i < 2 ? "unclear" : "5 EUR");
  const auto made = import_text("a.csv", sheet, in("EUR"));
  const auto lines = std::count(made.messages.begin(), made.messages.end(), '\n');
  CHECK(lines <= 16);  // four warnings of up to four lines
  CHECK(test::says(made.messages,
                   "a.csv:2:8: warning: 'Seats' is kept as text in 20 of 20 cells: this is not a whole "
                   "number\n"));
  CHECK(test::says(made.messages,
                   "a.csv:2:21: warning: 'Status' is kept as text in 20 of 20 cells; here: 'phase 0' is "
                   "not a valid value of status\n"));
  CHECK(test::says(made.messages,
                   "a.csv:3:29: warning: 'Annual cost' is kept as text: this is not an amount\n"));
}

TEST_CASE("a cost is taken from its billing cycle to a period") {
  const auto made = import_text("a.csv",
                                "Tool,Price,Payment cycle,Renewal\n"
                                "Mail,2.50,Weekly,Automatic\n"
                                "Chat,100,Every 2 years,Manual\n"
                                "Maps,30,Every 3 months,Automatic\n",
                                in("EUR"));
  CHECK(made.messages.empty());
  CHECK(tools_of(made) == R"(tools:
  - id: mail
    name: Mail
    cost:
      amount: 130.00
      per: year
    contract:
      auto_renews: true
    x-price: "2.50"
    x-payment-cycle: Weekly
  - id: chat
    name: Chat
    cost:
      amount: 50.00
      per: year
    contract:
      auto_renews: false
      billing: multi-year
    x-price: "100"
  - id: maps
    name: Maps
    cost:
      amount: 30
      per: quarter
    contract:
      auto_renews: true
      billing: quarterly
)");
  REQUIRE(made.result);
  CHECK(test::says(made.result->summary,
                   "2 costs are taken from the billing cycle to a year of 52 weeks or 12 months"));
  CHECK(test::says(made.result->summary,
                   "cost: 132.50 EUR read, 77.50 EUR more by cycles taken to a year, same total written"));
}

TEST_CASE("a column's amounts tell whether a point groups") {
  using test::says;
  const auto points = import_text("a.csv", "Tool,Annual cost\nMail,1.234\nChat,12.50\n", in("USD"));
  CHECK(says(points.messages,
             "'.' may be a thousands separator, though other amounts of the column have it before "
             "decimals"));
  CHECK(says(tools_of(points), "x-annual-cost: \"1.234\""));
  const auto commas = import_text("a.csv", "Tool;Annual cost\nMail;1.234\nChat;12,50\n", in("USD"));
  CHECK(says(tools_of(commas), "amount: 1234\n"));
  const auto both = import_text("a.csv", "Tool;Annual cost\nMail;1.234\nChat;12,50\nMaps;12.50\n", in("USD"));
  CHECK(says(tools_of(both), "amount: 1234\n"));
  CHECK(says(tools_of(import_text("a.csv", "Tool;Annual cost\nMail;1.234\nChat;12.50\n", in("KWD"))),
             "amount: 1.234\n"));
}

TEST_CASE("an amount may name its currency and period in its cell") {
  check_cells({
      {"Cost", "12 EUR", "cost: amount: 12"},
      {"Cost", "99 €/mo", "cost: amount: 99 per: month"},
      {"Cost", "€1,200 per year", "cost: amount: 1200 per: year"},
      {"Cost", "1.200,50", "cost: amount: 1200.50"},
      {"Cost", "free", "pricing: metrics: - free cost: amount: 0"},
      {"Cost", "0", "cost: amount: 0"},
      {"Cost", "-5", "x-cost: \"-5\"", "warning: 'Cost' is kept as text: a cost cannot be negative"},
      {"Cost", "12 GBP", "cost: amount: 12 currency: GBP"},
      {"Cost", "tbd", ""},
      {"Cost", "#REF!", "x-cost: \"#REF!\"", "warning: 'Cost' is kept as text: this is a spreadsheet error"},
      {"Cost", "about 100", "cost: amount: 100"},
      {"Cost", "10 per user", "x-cost: 10 per user",
       "warning: 'Cost' is kept as text: this is a price per user, not a total"},
      {"Cost", "100 EUR USD", "x-cost: 100 EUR USD",
       "warning: 'Cost' is kept as text: 'USD' is not part of an amount"},
      {"Cost", "1e15", "x-cost: \"1e15\"", "warning: 'Cost' is kept as text: these are several numbers"},
      {"Cost", "10000000000000000", "x-cost: \"10000000000000000\"",
       "warning: 'Cost' is kept as text: an amount is from 0 to 1_000_000_000_000_000"},
  });
}

TEST_CASE("the heading says the period and the currency, and a cell may not contradict it") {
  check_cells({
      {"Annual cost", "1200", "cost: amount: 1200 per: year"},
      {"Annual cost", "100/mo", "x-annual-cost: 100/mo",
       "warning: 'Annual cost' is kept as text: this is for a month, but its column for a year"},
      {"Annual cost", "1200 a year", "cost: amount: 1200 per: year"},
      {"Monthly cost", "100", "cost: amount: 100 per: month"},
      {"Monthly cost (USD)", "100", "cost: amount: 100 currency: USD per: month"},
      {"Monthly cost (USD)", "€100", "x-monthly-cost-usd: €100",
       "warning: 'Monthly cost (USD)' is kept as text: this is in EUR, but its row or heading says USD"},
      {"Annual cost (EUR)", "$12", "x-annual-cost-eur: $12",
       "warning: 'Annual cost (EUR)' is kept as text: '$' is not a symbol of EUR, the currency of its row or "
       "heading"},
      {"Annual cost", "12,5,0", "x-annual-cost: 12,5,0",
       "warning: 'Annual cost' is kept as text: the digits around ',' are not grouped like a number"},
      {"Annual cost", "1 200 EUR", "cost: amount: 1200 per: year"},
      {"Annual cost", "USD 1200", "cost: amount: 1200 currency: USD per: year"},
      {"Annual cost", "1200.555 EUR", "x-annual-cost: 1200.555 EUR",
       "warning: 'Annual cost' is kept as text: this has more decimals than the currency, or is too large"},
  });
}

TEST_CASE("prices a unit and costs paid once have fields of their own") {
  check_cells({
      {"Unit price", "10 per user", "pricing: unit_price: amount: 10"},
      {"Unit price", "10/mo", "pricing: unit_price: amount: 10 per: month"},
      {"One-time cost", "500", "x-one-time-cost: \"500\""},
      {"Implementation cost", "500", "one_time: implementation: amount: 500"},
  });
}
