// Timestamps, durations and time zones: how they are written, what is added, what a part of one is.
#include "cases.h"

namespace martech_audit::cel {
namespace {

std::string no_timestamp(const std::string& text) {
  return "error(\"\\\"" + text + "\\\" is not a timestamp between the years 1 and 9999\")";
}

std::string no_duration(const std::string& text) {
  return "error(\"\\\"" + text + "\\\" is not a duration, or is too long\")";
}

TEST_CASE("a timestamp is written as RFC 3339 says") {
  check({
      {"timestamp('2026-11-23T00:00:00Z')", "timestamp(\"2026-11-23T00:00:00Z\")"},
      {"timestamp('0001-01-01T00:00:00Z')", "timestamp(\"0001-01-01T00:00:00Z\")"},
      {"timestamp('9999-12-31T23:59:59.999999999Z')", "timestamp(\"9999-12-31T23:59:59.999999999Z\")"},
      {"timestamp('2026-11-23T00:00:00.120Z')", "timestamp(\"2026-11-23T00:00:00.12Z\")"},
      {"timestamp('2026-11-23T00:00:00.1234567891Z')", "timestamp(\"2026-11-23T00:00:00.123456789Z\")"},
      {"timestamp('2026-11-23T01:30:00+01:30')", "timestamp(\"2026-11-23T00:00:00Z\")"},
      {"timestamp('2026-11-22T16:00:00-08:00')", "timestamp(\"2026-11-23T00:00:00Z\")"},
      {"timestamp('2000-02-29T00:00:00Z')", "timestamp(\"2000-02-29T00:00:00Z\")"},
      {"timestamp(timestamp('2026-11-23T00:00:00Z'))", "timestamp(\"2026-11-23T00:00:00Z\")"},
      {"timestamp(0)", "timestamp(\"1970-01-01T00:00:00Z\")"},
      {"timestamp(-1)", "timestamp(\"1969-12-31T23:59:59Z\")"},
      {"timestamp(253402300799)", "timestamp(\"9999-12-31T23:59:59Z\")"},
      {"int(timestamp('1969-12-31T23:59:58Z'))", "-2"},
      {"int(timestamp('1969-12-31T23:59:58.9Z'))", "-2"},
  });
}

TEST_CASE("what is no timestamp is quoted") {
  Shop shop;
  for (const std::string text : {"",
                                 "2026-11-23",
                                 "2026-11-23T00:00Z",
                                 "2026-11-23T00:00:00",
                                 "2026-11-23 00:00:00Z",
                                 "2026-11-23t00:00:00z",
                                 "2026-1-23T00:00:00Z",
                                 "26-11-23T00:00:00Z",
                                 "2026-13-01T00:00:00Z",
                                 "2026-00-01T00:00:00Z",
                                 "2026-11-31T00:00:00Z",
                                 "2026-11-00T00:00:00Z",
                                 "2100-02-29T00:00:00Z",
                                 "2026-11-23T24:00:00Z",
                                 "2026-11-23T00:60:00Z",
                                 "2026-11-23T00:00:60Z",
                                 "2026-11-23T00:00:00.Z",
                                 "2026-11-23T00:00:00+0100",
                                 "2026-11-23T00:00:00+24:00",
                                 "2026-11-23T00:00:00+01:60",
                                 "2026-11-23T00:00:00Z ",
                                 " 2026-11-23T00:00:00Z",
                                 "0000-12-31T00:00:00Z",
                                 "0001-01-01T00:00:00+00:01",
                                 "9999-12-31T23:59:59-00:01",
                                 "-001-01-01T00:00:00Z"}) {
    INFO(text);
    CHECK(shop("timestamp('" + text + "')") == no_timestamp(text));
  }
  CHECK(shop("timestamp(253402300800)").starts_with("error("));
  CHECK(shop("timestamp(-62135596801)").starts_with("error("));
  CHECK(shop("timestamp(9223372036854775807)").starts_with("error("));
}

TEST_CASE("a duration is numbers with units") {
  check({
      {"duration('1h')", "duration(\"3600s\")"},
      {"duration('1m')", "duration(\"60s\")"},
      {"duration('1ms')", "duration(\"0.001s\")"},
      {"duration('1us')", "duration(\"0.000001s\")"},
      {"duration('1ns')", "duration(\"0.000000001s\")"},
      {"duration('+1s')", "duration(\"1s\")"},
      {"duration('-1ns')", "duration(\"-0.000000001s\")"},
      {"duration('-1h30m')", "duration(\"-5400s\")"},
      {"duration('1m1h')", "duration(\"3660s\")"},
      {"duration('1s1s')", "duration(\"2s\")"},
      {"duration('.5s')", "duration(\"0.5s\")"},
      {"duration('1.5h')", "duration(\"5400s\")"},
      {"duration('0.0000000009s')", "duration(\"0s\")"},
      {"duration('1.0000000019s')", "duration(\"1.000000001s\")"},
      {"duration('0')", "duration(\"0s\")"},
      {"duration('-0')", "duration(\"0s\")"},
      {"duration('0h')", "duration(\"0s\")"},
      {"duration('9223372036s')", "duration(\"9223372036s\")"},
      {"duration('9223372036854775807ns')", "duration(\"9223372036.854775807s\")"},
      {"duration('-9223372036854775807ns')", "duration(\"-9223372036.854775807s\")"},
      {"duration(duration('1s'))", "duration(\"1s\")"},
  });
}

TEST_CASE("what is no duration is quoted") {
  Shop shop;
  for (const std::string text : {"",
                                 "-",
                                 "+",
                                 "1",
                                 "1h30",
                                 "1h0",
                                 "00",
                                 "0 ",
                                 "h",
                                 "1 h",
                                 "1d",
                                 "1w",
                                 "1H",
                                 "--1s",
                                 "1h-30m",
                                 ".s",
                                 "1,5h",
                                 "9223372037s",
                                 "9223372036854775808ns",
                                 "99999999999999999999s",
                                 "300y"}) {
    INFO(text);
    CHECK(shop("duration('" + text + "')") == no_duration(text));
  }
}

TEST_CASE("sums that leave the range of time are errors") {
  const std::string_view outside = "error(\"the result is outside the range of time\")";
  check({
      {"timestamp('9999-12-31T23:59:59Z') + duration('999999999ns')",
       "timestamp(\"9999-12-31T23:59:59.999999999Z\")"},
      {"timestamp('9999-12-31T23:59:59Z') + duration('1s')", outside},
      {"duration('1s') + timestamp('9999-12-31T23:59:59Z')", outside},
      {"timestamp('0001-01-01T00:00:00Z') - duration('1ns')", outside},
      {"timestamp('0001-01-01T00:00:00Z') + duration('-1ns')", outside},
      {"timestamp('9999-12-31T00:00:00Z') - timestamp('0001-01-01T00:00:00Z')", outside},
      {"timestamp('2262-01-01T00:00:00Z') - timestamp('1970-01-01T00:00:00Z')", "duration(\"9214646400s\")"},
      {"duration('9223372036s') + duration('1s')", outside},
      {"duration('-9223372036s') - duration('1s')", outside},
      {"duration('1s') - duration('1500ms')", "duration(\"-0.5s\")"},
      {"duration('-1500ms') + duration('500ms')", "duration(\"-1s\")"},
      {"timestamp('2026-01-01T00:00:00.5Z') - timestamp('2026-01-01T00:00:01Z')", "duration(\"-0.5s\")"},
      {"timestamp('2026-01-01T00:00:00.5Z') - duration('600ms')", "timestamp(\"2025-12-31T23:59:59.9Z\")"},
      {"timestamp('2026-01-01T00:00:00.5Z') + duration('500ms')", "timestamp(\"2026-01-01T00:00:01Z\")"},
      {"timestamp('1969-12-31T23:59:59.5Z') < timestamp('1969-12-31T23:59:59.6Z')", "true"},
      {"duration('-1.5s') < duration('-1.4s')", "true"},
      {"duration('60s') == duration('1m')", "true"},
  });
}

TEST_CASE("months are added by the calendar") {
  check({
      {"timestamp('2026-01-31T08:00:00Z').addMonths(1)", "timestamp(\"2026-02-28T08:00:00Z\")"},
      {"timestamp('2024-01-31T08:00:00Z').addMonths(1)", "timestamp(\"2024-02-29T08:00:00Z\")"},
      {"timestamp('2026-03-31T00:00:00Z').addMonths(-1)", "timestamp(\"2026-02-28T00:00:00Z\")"},
      {"timestamp('2026-11-30T00:00:00Z').addMonths(3)", "timestamp(\"2027-02-28T00:00:00Z\")"},
      {"timestamp('2026-12-15T00:00:00Z').addMonths(1)", "timestamp(\"2027-01-15T00:00:00Z\")"},
      {"timestamp('2026-01-15T00:00:00Z').addMonths(-1)", "timestamp(\"2025-12-15T00:00:00Z\")"},
      {"timestamp('2026-05-31T23:59:59.5Z').addMonths(0)", "timestamp(\"2026-05-31T23:59:59.5Z\")"},
      {"timestamp('1960-02-29T12:00:00Z').addMonths(1200)", "timestamp(\"2060-02-29T12:00:00Z\")"},
      {"timestamp('0001-01-01T00:00:00Z').addMonths(-1)", "error(\"the timestamp is out of range\")"},
      {"timestamp('0001-01-01T00:00:00Z').addMonths(119988)", "error(\"the timestamp is out of range\")"},
      {"timestamp('0001-01-01T00:00:00Z').addMonths(119987)", "timestamp(\"9999-12-01T00:00:00Z\")"},
      {"as_of.addMonths(120001)", "error(\"more months than ten thousand years\")"},
      {"as_of.addMonths(-9223372036854775808)", "error(\"more months than ten thousand years\")"},
  });
}

// A leap day just before midnight, with a part of a second.
TEST_CASE("the parts of a timestamp are those of its day in the zone") {
  Shop shop;
  struct Part {
    std::string_view name, in_utc, in_kiritimati, in_new_york;
  };
  for (const Part& part : std::initializer_list<Part>{{"getFullYear", "2024", "2024", "2024"},
                                                      {"getMonth", "1", "2", "1"},
                                                      {"getDate", "29", "1", "29"},
                                                      {"getDayOfMonth", "28", "0", "28"},
                                                      {"getDayOfWeek", "4", "5", "4"},
                                                      {"getDayOfYear", "59", "60", "59"},
                                                      {"getHours", "23", "13", "18"},
                                                      {"getMinutes", "58", "58", "58"},
                                                      {"getSeconds", "57", "57", "57"},
                                                      {"getMilliseconds", "123", "123", "123"}}) {
    INFO(part.name);
    const std::string call = "timestamp('2024-02-29T23:58:57.123456Z')." + std::string(part.name);
    CHECK(shop(call + "()") == part.in_utc);
    CHECK(shop(call + "('UTC')") == part.in_utc);
    CHECK(shop(call + "('')") == part.in_utc);
    CHECK(shop(call + "('Pacific/Kiritimati')") == part.in_kiritimati);
    CHECK(shop(call + "('+14:00')") == part.in_kiritimati);
    CHECK(shop(call + "('America/New_York')") == part.in_new_york);
    CHECK(shop(call + "('-05:00')") == part.in_new_york);
  }
}

TEST_CASE("summer time begins and ends where the zone says so") {
  check({
      {"timestamp('2026-03-29T00:59:59Z').getHours('Europe/Berlin')", "1"},
      {"timestamp('2026-03-29T01:00:00Z').getHours('Europe/Berlin')", "3"},
      {"timestamp('2026-10-25T00:59:59Z').getHours('Europe/Berlin')", "2"},
      {"timestamp('2026-10-25T01:00:00Z').getHours('Europe/Berlin')", "2"},
      {"timestamp('2026-07-01T00:00:00Z').getMinutes('Asia/Kolkata')", "30"},
      {"timestamp('2026-07-01T00:00:00Z').getMinutes('Asia/Kathmandu')", "45"},
      {"timestamp('2026-07-01T00:00:00Z').getHours('Asia/Ho_Chi_Minh')", "7"},
      {"timestamp('2026-07-01T00:00:00Z').getHours('Z')", "0"},
      {"timestamp('2026-07-01T00:00:00Z').getHours('02:30')", "2"},
      {"timestamp('2026-07-01T00:00:00Z').getDate('-00:01')", "30"},
  });
}

TEST_CASE("a zone that there is not is said as it was written") {
  Shop shop;
  for (const std::string zone : {"+2", "+02", "+0200", "+02:60", "+24:00", "+02:00:00", "europe/berlin",
                                 "Berlin", "Europe/Berlin ", "../UTC", "GMT+2"}) {
    INFO(zone);
    CHECK(shop("as_of.getHours('" + zone + "')") == "error(\"there is no time zone '" + zone + "'\")");
  }
  CHECK(shop("as_of.getHours('a\\x00\\nb')").find('\n') == std::string::npos);
}

TEST_CASE("hours, minutes and seconds of a duration are all of it; milliseconds the rest") {
  check({
      {"duration('90m').getHours()", "1"},
      {"duration('-90m').getHours()", "-1"},
      {"duration('90m').getMinutes()", "90"},
      {"duration('1.9s').getSeconds()", "1"},
      {"duration('-1.9s').getSeconds()", "-1"},
      {"duration('1.234567s').getMilliseconds()", "234"},
      {"duration('-1.234567s').getMilliseconds()", "-234"},
      {"duration('59s').getMinutes()", "0"},
      {"string(duration('-0.25s'))", "\"-0.25s\""},
      {"string(timestamp('2026-11-23T00:00:00+01:00'))", "\"2026-11-22T23:00:00Z\""},
  });
}

}  // namespace
}  // namespace martech_audit::cel
