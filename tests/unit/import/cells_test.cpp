#include <fmt/format.h>

#include "base/dates.h"
#include "base/placeholder.h"
#include "import/cell_reader.h"
#include "import/cells/cycles.h"
#include "import/cells/dates.h"
#include "import/cells/exact_sum.h"
#include "import/cells/money.h"
#include "import/cells/numbers.h"
#include "import/cells/words.h"
#include "support/catch.h"

using namespace martech_audit;
using namespace martech_audit::import;

namespace {

struct Row {
  std::string_view text;
  std::string_view read;
};

std::string printed(const NumberReading& number) {
  if (!number.value) return number.problem;
  return (number.approximate ? "~" : "") + number.value->to_string();
}

std::string printed(const MoneyReading& money) {
  if (!money.amount) return money.problem;
  std::string text = (money.approximate ? "~" : "") + money.amount->to_string();
  if (money.currency) text += fmt::format(" {}", money.currency->code());
  if (!money.shared_sign.empty()) text += fmt::format(" {}", money.shared_sign);
  if (!money.per.empty()) text += fmt::format(" a {}", money.per);
  if (money.per_unit) text += " each";
  return money.free ? text + " free" : text;
}

std::string printed(const DateReading& date) {
  if (date.date) return to_string(*date.date);
  std::string text = date.problem;
  for (const auto& day : date.by_order) {
    if (day) text += " " + to_string(*day);
  }
  return text;
}

}  // namespace

TEST_CASE("numbers") {
  for (const Row& row : {
           Row{"12", "12"},
           Row{"1,200", "1200"},
           Row{"1.200", "1200"},
           Row{"1,200.50", "1200.50"},
           Row{"1.200,50", "1200.50"},
           Row{"1.234.567", "1234567"},
           Row{"1 200,5", "1200.5"},
           Row{"1\xC2\xA0"
               "200",
               "1200"},
           Row{"1'200.50", "1200.50"},
           Row{"12,00,000", "1200000"},
           Row{"12.5", "12.5"},
           Row{"0.125", "0.125"},
           Row{"12,3456", "12.3456"},
           Row{"1,2,3", "the digits around ',' are not grouped like a number"},
           Row{"1.2.3,4", "the digits around '.' are not grouped like a number"},
           Row{"1,2.3,4", "this is not a number"},
           Row{".", "this is not a number"},
           Row{"5.", "this is not a number"},
           Row{"", "this is not a number"},
           Row{"twelve", "this is not a number"},
       }) {
    INFO(row.text);
    CHECK(printed(read_number(row.text, 2)) == row.read);
  }
  CHECK(printed(read_number("1.200", 3)) == "'.' may be a thousands or decimal separator");
}

TEST_CASE("counts") {
  for (const Row& row : {
           Row{"12", "12"},
           Row{"approx 12", "~12"},
           Row{"~12", "~12"},
           Row{"ca. 1.200", "~1200"},
           Row{"12 seats", "12"},
           Row{"1 License", "1"},
           Row{"10-15", "this is more than one whole number"},
           Row{"12 + 3", "this is more than one whole number"},
           Row{"1.5", "this is not a whole number"},
           Row{"-3", "this is not a whole number"},
           Row{"unlimited", "this is not a whole number"},
           Row{"99999999999999999999", "this is not a whole number"},
       }) {
    INFO(row.text);
    CHECK(printed(read_count(row.text, CountUnit::things)) == row.read);
  }
  CHECK(printed(read_count("60 days", CountUnit::days)) == "60");
  CHECK(printed(read_count("2 weeks", CountUnit::days)) == "14");
  // Never fewer days than the months can have.
  for (const auto& [text, days] : std::initializer_list<std::pair<const char*, const char*>>{
           {"1 month", "~31"},
           {"2 months", "~62"},
           {"3 Monate", "~92"},
           {"6 mois", "~184"},
           {"12 months", "~366"},
           {"1 Jahr", "~366"},
           {"13 months", "this should be a number of days"},
           {"0 months", "this should be a number of days"},
           {"90 jours", "90"},
           {"60d", "60"},
           {"30 d\u00EDas", "30"},
           {"60 days' notice", "60"},
           {"30 Tage zum Laufzeitende", "30"},
           {"30 days before renewal", "30"},
           {"30 days or 60", "this is more than one whole number"}}) {
    INFO(text);
    CHECK(printed(read_count(text, CountUnit::days)) == days);
  }
  CHECK(printed(read_count("1 year", CountUnit::months)) == "12");
  CHECK(printed(read_count("24 month(s)", CountUnit::months)) == "24");
  CHECK(printed(read_percentage("5 %")) == "5");
  CHECK(printed(read_percentage("5.5")) == "5.5");
}

TEST_CASE("what other numbers show tells decimals from thousands") {
  struct Case {
    const char* text;
    char mark;
  };
  for (const auto& [text, mark] :
       {Case{"1.200", '\0'}, Case{"1,200 USD", '\0'}, Case{"950", '\0'}, Case{"", '\0'}, Case{"12.50", '.'},
        Case{"\u20AC12,5", ','}, Case{"1.200,50", ','}, Case{"1,200.50", '.'}, Case{"1,200,000", '.'},
        Case{"1.200.000 \u20AC", ','}, Case{"0.125", '.'}, Case{"1234.567", '.'}, Case{"1 200,500", ','},
        Case{"5.", '\0'}, Case{"1.2.3,4", ','}}) {
    INFO(text);
    CHECK(decimal_mark(text) == mark);
  }
  CHECK(printed(read_number("1.234", 3)) == "'.' may be a thousands or decimal separator");
  CHECK(printed(read_number("1.234", 3, '.')) == "1.234");
  CHECK(printed(read_number("1.234", 3, ',')) == "1234");
  CHECK(printed(read_number("1,234", 2, '.')) == "1234");
}

TEST_CASE("sums of decimals are exact whatever their length") {
  struct Case {
    std::vector<const char*> numbers;
    const char* sum;
  };
  for (const auto& [numbers, sum] :
       {Case{{"0.00435510000", "12.345678", "0.0", "7.50"}, "19.85"},
        Case{{"1.115", "2.5e1", "12.10"}, "38.22"}, Case{{"0.004999999999999999999999"}, "0.00"},
        Case{{"0.005"}, "0.01"}, Case{{"-0.005"}, "-0.01"}, Case{{"-0.005000000000000000001"}, "-0.01"},
        Case{{"-0.0049999999999999"}, "0.00"}, Case{{"1", "-0.000000000000000000001"}, "1.00"},
        Case{{"1e-20", "5E+2", "+1.5"}, "501.50"}, Case{{"-2.25", "2.25"}, "0.00"},
        Case{{"123456789012345"}, "123456789012345.00"}, Case{{}, "0.00"}}) {
    ExactSum all;
    for (const char* number : numbers) CHECK(all.add(number));
    const auto money = all.rounded(*Currency::parse("USD"));
    REQUIRE(money);
    CHECK(money->to_string() == sum);
  }
  for (const char* text : {"", "-", "1,5", "1.2.3", "1e", "1e999", "12 EUR", "9999999999999999", "."}) {
    INFO(text);
    CHECK_FALSE(ExactSum().add(text));
  }
}

TEST_CASE("billing cycles") {
  struct Case {
    const char* text;
    std::string_view printed;  // payments in years, period, word
  };
  const auto printed_cycle = [](const char* text) {
    const auto cycle = read_cycle(text);
    return cycle ? fmt::format("{}/{} {} {}", cycle->payments, cycle->years, cycle->per(), cycle->word())
                 : "none";
  };
  for (const auto& [text, expected] : {Case{"Monthly", "12/1 month monthly"},
                                       Case{"every 3 months", "4/1 quarter quarterly"},
                                       Case{"Quarterly", "4/1 quarter quarterly"},
                                       Case{"Yearly", "1/1 year annual"},
                                       Case{"12 months", "1/1 year annual"},
                                       Case{"Every Year", "1/1 year annual"},
                                       Case{"Weekly", "52/1  "},
                                       Case{"every 2 weeks", "26/1  "},
                                       Case{"Semi-annual", "2/1  "},
                                       Case{"alle 2 Jahre", "1/2  multi-year"},
                                       Case{"Every 2 Years", "1/2  multi-year"},
                                       Case{"18 months", "2/3  "},
                                       Case{"One-time", "0/1 once "},
                                       Case{"usage", "none"},
                                       Case{"multi-year", "none"},
                                       Case{"Net 30", "none"},
                                       Case{"30 days", "none"},
                                       Case{"3", "none"},
                                       Case{"", "none"},
                                       Case{"every 100 months", "none"}}) {
    INFO(text);
    CHECK(printed_cycle(text) == expected);
  }
}

TEST_CASE("amounts of money") {
  for (const Row& row : {
           Row{"$43,200", "43200 $"},
           Row{"43,200", "43200"},
           Row{"\xE2\x82\xAC"
               "99/mo",
               "99 EUR a month"},
           Row{"99 \xE2\x82\xAC / month", "99 EUR a month"},
           Row{"1.200 \xE2\x82\xAC", "1200 EUR"},
           Row{"1,200.50 USD", "1200.50 USD"},
           Row{"USD 1,200", "1200 USD"},
           Row{"US$12", "12 USD"},
           Row{"EUR;200", "200 EUR"},
           Row{"12k", "12000"},
           Row{"$1.5k p.a.", "1500 $ a year"},
           Row{"2M", "2000000"},
           Row{"\xC2\xA3"
               "20 per user per month",
               "20 GBP a month each"},
           Row{"free", "0 free"},
           Row{"Free of charge", "0 free"},
           Row{"$0.00", "0.00 $"},
           Row{"500 one-time", "500 a once"},
           Row{"approx. $500", "~500 $"},
           Row{"(1,200)", "-1200"},
           Row{"-$5", "-5 $"},
           Row{"\xC2\xA5"
               "5000",
               "5000 \xC2\xA5"},
           Row{"1 200 kr", "1200 kr"},
           Row{"JPY 12.5", "this has more decimals than the currency, or is too large"},
           Row{"12.3456 EUR", "this has more decimals than the currency, or is too large"},
           Row{"100-200", "these are several numbers"},
           Row{"$10 or $20", "'or' is not part of an amount"},
           Row{"12 EUR USD", "'USD' is not part of an amount"},
           Row{"5 apples", "'apples' is not part of an amount"},
           Row{"included", "this is not an amount"},
           Row{"99999999999999999999", "this is not a number"},
           Row{"999999999999999999M", "this amount is too large"},
       }) {
    INFO(row.text);
    CHECK(printed(read_money(row.text, Currency())) == row.read);
  }
  CHECK(read_period("per month") == "month");
  CHECK(read_period("Annually") == "year");
  CHECK(read_period("every full moon") == "");
  CHECK(read_currency("eur") == Currency::parse("EUR"));
  CHECK_FALSE(read_currency("$"));
}

TEST_CASE("dates") {
  const std::string other = "the day and month are ambiguous";
  for (const Row& row : {
           Row{"2026-01-31", "2026-01-31"},
           Row{"2026-01-31T10:00:00Z", "2026-01-31"},
           Row{"2026-01-31 10:00", "2026-01-31"},
           Row{"1/31/2026 10:22 AM", "2026-01-31"},
           Row{"2026/01/31", "2026-01-31"},
           Row{"20260131", "2026-01-31"},
           Row{"31.01.2026", "2026-01-31"},
           Row{"07/13/2012", "2012-07-13"},
           Row{"05/05/2026", "2026-05-05"},
           Row{"Jan 5, 2026", "2026-01-05"},
           Row{"5 January 2026", "2026-01-05"},
           Row{"5-Jan-2026", "2026-01-05"},
           Row{"5 mai 2026", "2026-05-05"},
           Row{"1 Dezember 2026", "2026-12-01"},
           Row{"September 5th, 2026", "2026-09-05"},
           Row{"2026-01", "the day is missing"},
           Row{"Jan 2026", "the day is missing"},
           Row{"31/02/2026", "there is no such date"},
           Row{"2026-02-30", "there is no such date"},
           Row{"03/04/2026", "the day and month are ambiguous 2026-04-03 2026-03-04"},
           Row{"31.01.26", "the year has only two digits 2026-01-31 2031-01-26"},
           Row{"46387", "2026-12-31"},
           Row{"46387.75", "2026-12-31"},
           Row{"45678x", "this is not a date"},
           Row{"12345", "this is not a date"},
           Row{"456789", "this is not a date"},
           Row{"soon", "this is not a date"},
           Row{"5 Foo 2026", "this is not a date"},
           Row{"1/2/3/2026", "this is not a date"},
       }) {
    INFO(row.text);
    CHECK(printed(read_date(row.text)) == row.read);
  }
  CHECK(proven_order(read_date("31/01/2026")) == DateOrder::dmy);
  CHECK(proven_order(read_date("01/31/2026")) == DateOrder::mdy);
  CHECK_FALSE(proven_order(read_date("03/04/2026")));
  CHECK_FALSE(proven_order(read_date("31/01/26")));
}

TEST_CASE("words") {
  for (const char* text :
       {"", "n/a", "N/A", " - ", "???", "...", "TBD", "none", "Unknown", "k.A.", "\xE2\x80\x94"})
    CHECK(is_placeholder(text));
  for (const char* text : {"no", "0", "nothing", "x"}) CHECK_FALSE(is_placeholder(text));
  const Field& sso = *find_target(EntityKind::tool, "security.sso")->field;
  const Field& renews = *find_target(EntityKind::tool, "contract.auto_renews")->field;
  for (const char* text : {"Yes", "1", "Ja", "c\u00F3", "\u2713"}) CHECK(read_yes_no(text, sso) == true);
  for (const char* text : {"no", "0", "Nein", "\u2717"}) CHECK(read_yes_no(text, sso) == false);
  for (const char* text : {"sometimes", "x", "manual"}) CHECK_FALSE(read_yes_no(text, sso));
  CHECK(read_yes_no("Manual renewal", renews) == false);
  CHECK(read_yes_no("Auto-Renew", renews) == true);
  const Field& status = *find_target(EntityKind::tool, "status")->field;
  CHECK(read_word("In use", status) == "active");
  CHECK(read_word("Under Assessment", status) == "evaluating");
  CHECK(read_word("Inactive", status) == "retired");
  CHECK(read_word("disabled", status) == "retired");
  CHECK(read_word("idle", status) == "");
  CHECK(split_list("a, b,, n/a") == std::vector<std::string>{"a", "b"});
  CHECK(split_list("a, b; c") == std::vector<std::string>{"a, b", "c"});
}

TEST_CASE("cells become what their field takes") {
  const auto read = [](std::string_view path, std::string_view text, std::optional<DateOrder> order = {}) {
    const CellReading reading = read_cell(text, *find_target(EntityKind::tool, path), order);
    if (!reading.problem.empty()) return reading.problem + "; " + reading.hint;
    std::string out;
    for (const FieldValue& value : reading.values) {
      out += value.path + "=";
      for (const Scalar& item : value.items) out += item.text + (value.list ? "|" : "");
    }
    return out;
  };
  CHECK(read("security.sso", "Y") == "security.sso=true");
  CHECK(read("security.sso", "sometimes") == "this is not yes or no; ");
  CHECK(read("security.sso", "n/a") == "");
  CHECK(read("contract.ends", "03/04/2026", DateOrder::dmy) == "contract.ends=2026-04-03");
  CHECK(read("contract.ends", "26-04-03", DateOrder::ymd) == "contract.ends=2026-04-03");
  CHECK(read("contract.ends", "03/04/2026") ==
        "the day and month are ambiguous; set the date "
        "order: --date-order dmy, mdy or ymd");
  CHECK(read("usage.last_activity_on", "Never logged in") == "");
  CHECK(read("category", "Email Marketing") == "category=email-marketing");
  CHECK(read("user_teams", "CRM, IT & Data") == "user_teams=CRM|IT & Data|");
  CHECK(read("capabilities", "Segmentation; A/B tests") == "capabilities=segmentation|a-b-tests|");
  CHECK(read("contract.term_months", "0") == "this number is not from 1 to 600; ");
  CHECK(read("pricing.metrics", "per user") == "pricing.metrics=seat|");
  CHECK(read("contract.billing", "fortnightly") ==
        "'fortnightly' is not a valid value of contract.billing; one of: monthly, quarterly, annual, "
        "multi-year, usage");
}
