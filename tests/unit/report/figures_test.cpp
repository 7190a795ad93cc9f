#include "report/figures.h"

#include <limits>

#include "support/catch.h"

namespace martech_audit::report {
namespace {

Money amount(std::int64_t minor, const char* code = "EUR") { return {minor, *Currency::parse(code)}; }

TEST_CASE("points are rounded to a tenth, and something is never nothing") {
  CHECK(points_text(0) == "0");
  CHECK(points_text(1) == "<0.1");
  CHECK(points_text(50'000'000) == "0.1");
  CHECK(points_text(38'000'000'000) == "38");
  CHECK(points_text(62'149'999'999) == "62.1");
  CHECK(points_text(99'999'999'999) == "100");
}

TEST_CASE("the parts of a range add up as they are shown") {
  CHECK(gap_range(38'240'000'000, 23'940'000'000) == "38.2–62.2");
  CHECK(unproven_text(38'240'000'000, 23'940'000'000) == "24");
  CHECK(gap_range(38'240'000'000, 0) == "38.2");
  CHECK(gap_range(0, 10'000'000'000, "-") == "0-10");
  CHECK(unproven_text(38'000'000'000, 1) == "<0.1");
}

TEST_CASE("a change is the difference of the figures that are printed") {
  CHECK(printed_change(31'440'000'000, 31'260'000'000) == "-0.1");  // 31.4 and 31.3
  CHECK(printed_change(31'300'000'000, 34'100'000'000) == "+2.8");
  CHECK(printed_change(31'300'000'000, 31'330'000'000) == "unchanged");
}

TEST_CASE("money is grouped, with minor units only where they matter") {
  CHECK(money_text(amount(0)) == "EUR 0");
  CHECK(money_text(amount(1'234'567)) == "EUR 12,346");
  CHECK(money_text(amount(-1'234'500)) == "EUR -12,345");
  CHECK(money_text(amount(1'050)) == "EUR 10.50");
  CHECK(money_text(amount(5)) == "EUR 0.05");
  CHECK(money_text(amount(1'234'567, "JPY")) == "JPY 1,234,567");
  CHECK(money_text(amount(1'005, "KWD")) == "KWD 1.005");
  CHECK(money_text(amount(std::numeric_limits<std::int64_t>::min())) == "EUR -92,233,720,368,547,758");
}

TEST_CASE("shares and counts") {
  CHECK(share_text(0) == "0%");
  CHECK(share_text(0.001) == "<1%");
  CHECK(share_text(0.534) == "53%");
  CHECK(share_text(0.999) == ">99%");
  CHECK(share_text(1) == "100%");
  CHECK(counted(1, "finding") == "1 finding");
  CHECK(counted(12'345, "finding") == "12,345 findings");
  CHECK(counted(2, "person", "people") == "2 people");
  CHECK(grouped(999) == "999");
  CHECK(grouped(1'000'000) == "1,000,000");
}

}  // namespace
}  // namespace martech_audit::report
