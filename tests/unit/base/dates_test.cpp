#include "base/dates.h"

#include <limits>

#include "support/catch.h"

using namespace martech_audit;

namespace {

std::string shown(const std::optional<Date>& date) { return date ? to_string(*date) : "nothing"; }

Date date(std::string_view iso) { return parse_date(iso).value(); }

}  // namespace

TEST_CASE("Only ISO dates that exist are read") {
  for (const std::string iso : {"2026-11-23", "2024-02-29", "2000-02-29", "0001-01-01", "9999-12-31"}) {
    CHECK(shown(parse_date(iso)) == iso);
  }
  const std::vector<std::string> refused{
      "",
      "2026",
      "2026-11",
      "2026-11-2",
      "2026-11-233",
      "2026/11/23",
      "20261123",
      "26-11-23",
      "2026-13-01",
      "2026-00-01",
      "2026-01-00",
      "2026-01-32",
      "2026-04-31",
      "2023-02-29",
      "1900-02-29",
      "0000-01-01",
      "-001-01-01",
      "+026-11-23",
      "2026-1a-23",
      " 2026-11-3",
      "2026-11- 3",
      "2026-11-23T00:00:00Z",
      "23-11-2026",
      "2026-11-23 ",
      "２026-11-23",
  };
  for (const auto& text : refused) {
    CAPTURE(text);
    CHECK(shown(parse_date(text)) == "nothing");
  }
}

TEST_CASE("Days count from 1970") {
  const std::vector<std::pair<std::string, std::int64_t>> cases{
      {"1970-01-01", 0},     {"1969-12-31", -1},      {"2000-03-01", 11017},
      {"2026-11-23", 20780}, {"0001-01-01", -719162}, {"9999-12-31", 2932896},
  };
  for (const auto& [iso, days] : cases) {
    CAPTURE(iso);
    CHECK(days_since_epoch(date(iso)) == days);
    CHECK(to_string(from_days(days)) == iso);
  }
}

TEST_CASE("Every day of four centuries is the day after the one before") {
  for (std::int64_t day = -146097; day < 146097; ++day) {
    const Date d = from_days(day);
    if (!d.ok() || days_since_epoch(d) != day || parse_date(to_string(d)) != d) FAIL(day);
  }
  SUCCEED();
}

TEST_CASE("Dates outside the calendar are held at its ends") {
  CHECK(to_string(from_days(2932897)) == "9999-12-31");
  CHECK(to_string(from_days(std::numeric_limits<std::int64_t>::max())) == "9999-12-31");
  CHECK(to_string(from_days(std::numeric_limits<std::int64_t>::min())) == "0001-01-01");
}

TEST_CASE("Months are added within the month's length") {
  const std::vector<std::tuple<std::string, int, std::string>> cases{
      {"2026-11-23", 0, "2026-11-23"},
      {"2026-11-23", 1, "2026-12-23"},
      {"2026-11-23", 2, "2027-01-23"},
      {"2026-01-31", 1, "2026-02-28"},
      {"2024-01-31", 1, "2024-02-29"},
      {"2024-02-29", 12, "2025-02-28"},
      {"2024-02-29", 48, "2028-02-29"},
      {"2026-03-31", -1, "2026-02-28"},
      {"2026-01-15", -1, "2025-12-15"},
      {"2026-01-15", -13, "2024-12-15"},
      {"2026-12-31", 6, "2027-06-30"},
      {"9999-12-31", 1, "9999-12-31"},
      {"0001-01-15", -1, "0001-01-01"},
      {"2026-01-15", std::numeric_limits<int>::max(), "9999-12-31"},
      {"2026-01-15", std::numeric_limits<int>::min(), "0001-01-01"},
  };
  for (const auto& [from, months, expected] : cases) {
    CAPTURE(from, months);
    CHECK(to_string(add_months(date(from), months)) == expected);
  }
}
