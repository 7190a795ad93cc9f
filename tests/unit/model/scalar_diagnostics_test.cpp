// What each kind of field takes, and what is said of all else: place, message and what to write instead.
#include "support/catch.h"
#include "unit/model/read.h"

namespace martech_audit::test {
namespace {

struct FieldCase {
  std::string field;  // of the tool crm, after `- {id: crm, name: CRM, `, at column 26 of line 4
  std::string said;   // behind "4:"; empty: nothing
};

void check_fields(std::initializer_list<FieldCase> cases) {
  for (const FieldCase& c : cases) {
    INFO(c.field);
    CHECK(brief_of("tools:\n  - {id: crm, name: CRM, " + c.field + "}\n") ==
          (c.said.empty() ? "" : "4:" + c.said));
  }
}

TEST_CASE("whole numbers take every form that is one, within their bounds") {
  check_fields({
      {"seats: {purchased: 0}", ""},
      {"seats: {purchased: 1_000}", ""},
      {"seats: {purchased: 12.0}", ""},
      {"seats: {purchased: 1.2e1}", ""},
      {"seats: {purchased: 0x10}", ""},
      {"seats: {purchased: +5}", ""},
      {"seats: {purchased: -1}",
       "45-47 error: 'purchased' cannot be negative, not -1 (correct it, or leave it out if unknown)"},
      {"seats: {purchased: 1.5}",
       "45-48 error: 'purchased' must be a whole number, not '1.5' (write a whole number, for instance 12)"},
      {"seats: {purchased: 1,5}",
       "47-48 error: 'seats' has no field '5' (a comma ends a value within braces: write 12000, not 12,000)"},
      {"seats: {purchased: twelve}",
       "45-51 error: 'purchased' must be a whole number, not 'twelve' (write a whole number, for instance "
       "12)"},
      {"seats: {purchased: true}",
       "45-49 error: 'purchased' must be a whole number, not 'true' (write a whole number, for instance 12)"},
      {"seats: {purchased: \"12\"}",
       "45-49 error: 'purchased' must be a whole number, not '12' (write 12 without quotes)"},
      {"seats: {purchased: '1 000'}",
       "45-52 error: 'purchased' must be a whole number, not '1 000' (write 1000)"},
      {"seats: {purchased: ~12}", "45-48 error: 'purchased' must be a whole number, not '~12' (write 12)"},
      {"seats: {purchased: [12]}",
       "45-49 error: 'purchased' must be a whole number, not a list (write a whole number, for instance 12)"},
      {"seats: {purchased: {a: 1}}",
       "45-51 error: 'purchased' must be a whole number, not a mapping (write a whole number, for instance "
       "12)"},
      {"seats: {purchased: 2026-01-01}",
       "45-55 error: 'purchased' must be a whole number, not '2026-01-01' (write a whole number, for "
       "instance 12)"},
      {"seats: {purchased: }", ""},
      {"seats: {purchased: ~}", ""},
      {"contract: {notice_days: 3660}", ""},
      {"contract: {notice_days: 3661}",
       "50-54 error: 'notice_days' must be from 0 to 3660, not 3661 (correct it, or leave it out if "
       "unknown)"},
      {"contract: {term_months: 0}",
       "50-51 error: 'term_months' must be from 1 to 600, not 0 (correct it, or leave it out if unknown)"},
      {"contract: {term_months: 601}",
       "50-53 error: 'term_months' must be from 1 to 600, not 601 (correct it, or leave it out if unknown)"},
      {"contract: {term_months: 99999999999999999999}",
       "50-70 error: 'term_months' must be from 1 to 600, not 99999999999999999999 (correct it, or leave it "
       "out if unknown)"},
  });
}

TEST_CASE("amounts are exact numbers, written in any plain form") {
  check_fields({
      {"cost: 1200", ""},
      {"cost: 1_200.50", ""},
      {"cost: 1.2e3", ""},
      {"cost: .5", ""},
      {"cost: 0", ""},
      {"cost: -1",
       "32-34 error: 'amount' cannot be negative, not -1 (correct it, or leave it out if unknown)"},
      {"cost: \"1200\"", "32-38 error: 'amount' must be a number, not '1200' (write 1200 without quotes)"},
      {"cost: 1200 EUR", "32-40 error: 'amount' must be a number, not '1200 EUR' (write 1200)"},
      {"cost: EUR 1200", "32-40 error: 'amount' must be a number, not 'EUR 1200' (write 1200)"},
      {"cost: 1.200",
       "32-37 error: 1.200 has more decimals than EUR, which has 2 (amounts are exact: round it to the "
       "currency's smallest unit)"},
      {"cost: 1200/12",
       "32-39 error: 'amount' must be a number, not '1200/12' (write a number, for instance 1200 or "
       "1200.50)"},
      {"cost: 1000-1200",
       "32-41 error: 'amount' must be a number, not '1000-1200' (write a number, for instance 1200 or "
       "1200.50)"},
      {"cost: '1200,-'", "32-40 error: 'amount' must be a number, not '1200,-' (write 1200)"},
      {"cost: '1.200,00'", "32-42 error: 'amount' must be a number, not '1.200,00' (write 1200.00)"},
      {"cost: \"1'200.00\"", "32-42 error: 'amount' must be a number, not '1'200.00' (write 1200.00)"},
      {"cost: 12k",
       "32-35 error: 'amount' must be a number, not '12k' (write a number, for instance 1200 or 1200.50)"},
      {"cost: ~1200", "32-37 error: 'amount' must be a number, not '~1200' (write 1200)"},
      {"cost: .nan",
       "32-36 error: 'amount' must be a number, not '.nan' (write a number, for instance 1200 or 1200.50)"},
      {"cost: 1e400",
       "32-37 error: 'amount' must be from 0 to 1_000_000_000_000_000, not 1e400 (correct it, or leave it "
       "out if unknown)"},
      {"cost: 1_000_000_000_000_001",
       "32-53 error: 'amount' must be from 0 to 1_000_000_000_000_000, not 1_000_000_000_000_001 (correct "
       "it, or leave it out if unknown)"},
      {"cost: 1200.0000000001",
       "32-47 error: 'amount' has too many digits (write at most 18 digits, 9 of them after the decimal "
       "point)"},
      {"cost: [1200]", "32-38 error: 'cost' must be a block, not a list (write {amount: …, currency: …})"},
      {"contract: {uplift_cap_percent: 1000}", ""},
      {"contract: {uplift_cap_percent: 1000.01}",
       "57-64 error: 'uplift_cap_percent' must be from 0 to 1000, not 1000.01 (correct it, or leave it out "
       "if unknown)"},
      {"contract: {uplift_cap_percent: 5%}",
       "57-59 error: 'uplift_cap_percent' must be a number, not '5%' (write 5)"},
  });
}

TEST_CASE("dates are days of the calendar, in the years that contracts have") {
  check_fields({
      {"live_on: 2026-01-31", ""},
      {"live_on: \"2026-01-31\"", ""},
      {"live_on: {before: 2026-01-31}", ""},
      {"live_on: 1990-01-01", ""},
      {"live_on: 2100-12-31", ""},
      {"live_on: 1989-12-31",
       "35-45 warning: 'live_on' is in the year 1989 and is treated as missing (years go from 1990 to 2100; "
       "leave it out if there is no such date)"},
      {"live_on: {before: 2101-01-01}",
       "44-54 warning: 'live_on' is in the year 2101 and is treated as missing (years go from 1990 to 2100; "
       "leave it out if there is no such date)"},
      {"live_on: 2026-02-29",
       "35-45 error: 'live_on' must be a date, not '2026-02-29' (write year-month-day, for instance "
       "2026-01-31)"},
      {"live_on: 2026-1-31", "35-44 error: 'live_on' must be a date, not '2026-1-31' (write 2026-01-31)"},
      {"live_on: 2026/01/31", "35-45 error: 'live_on' must be a date, not '2026/01/31' (write 2026-01-31)"},
      {"live_on: 31.01.2026", "35-45 error: 'live_on' must be a date, not '31.01.2026' (write 2026-01-31)"},
      {"live_on: 01/31/2026", "35-45 error: 'live_on' must be a date, not '01/31/2026' (write 2026-01-31)"},
      {"live_on: 31 January 2026",
       "35-50 error: 'live_on' must be a date, not '31 January 2026' (write year-month-day, for instance "
       "2026-01-31)"},
      {"live_on: 2026",
       "35-39 error: 'live_on' must be a date, not '2026' (write year-month-day, for instance 2026-01-31)"},
      {"live_on: 2026-Q1",
       "35-42 error: 'live_on' must be a date, not '2026-Q1' (write year-month-day, for instance "
       "2026-01-31)"},
      {"live_on: 01/02/26",
       "35-43 error: 'live_on' must be a date, not '01/02/26' (write year-month-day, for instance "
       "2026-01-31)"},
      {"live_on: today",
       "35-40 error: 'live_on' must be a date, not 'today' (write year-month-day, for instance 2026-01-31)"},
      {"live_on: {after: 2026-01-31}",
       "35-54 error: 'live_on' must be a date, not a mapping (write 2026-01-31, or {before: 2026-01-31})"},
      {"live_on: {before: 2026-01-31, after: 2025-01-01}",
       "35-74 error: 'live_on' must be a date, not a mapping (write 2026-01-31, or {before: 2026-01-31})"},
      {"live_on: {before: [2026-01-31]}",
       "35-57 error: 'live_on' must be a date, not a mapping (write 2026-01-31, or {before: 2026-01-31})"},
      {"live_on: {before: soon}",
       "44-48 error: 'live_on' must be a date, not 'soon' (write year-month-day, for instance 2026-01-31)"},
  });
}

TEST_CASE("booleans are true and false, and nothing that YAML took for them once") {
  check_fields({
      {"security: {sso: True}", ""},
      {"security: {sso: FALSE}", ""},
      {"security: {sso: \"false\"}",
       "42-49 error: 'sso' must be true or false, not 'false' (write false without quotes)"},
      {"security: {sso: No}",
       "42-44 error: 'sso' must be true or false; 'No' is text in YAML 1.2 (write false)"},
      {"security: {sso: ON}",
       "42-44 error: 'sso' must be true or false; 'ON' is text in YAML 1.2 (write true)"},
      {"security: {sso: 1}", "42-43 error: 'sso' must be true or false, not '1' (write true or false)"},
      {"security: {sso: Okta}", "42-46 error: 'sso' must be true or false, not 'Okta' (write true or false)"},
      {"security: {sso: [true]}",
       "42-48 error: 'sso' must be true or false, not a list (write true or false)"},
  });
}

TEST_CASE("words are those of the list, in its spelling") {
  check_fields({
      {"status: Active", "34-40 error: 'status' cannot be 'Active' (did you mean 'active'?)"},
      {"status: live",
       "34-38 error: 'status' cannot be 'live' (one of: evaluating, pilot, implementing, active, retiring, "
       "retired)"},
      {"status: 1",
       "34-35 error: 'status' cannot be '1' (one of: evaluating, pilot, implementing, active, retiring, "
       "retired)"},
      {"status: [active]",
       "34-42 error: 'status' must be a word, not a list (write a text, in quotes if it contains ': ', "
       "brackets or braces)"},
      {"kind: buisness", "32-40 error: 'kind' cannot be 'buisness' (did you mean 'business'?)"},
      {"operated_by: externally",
       "39-49 error: 'operated_by' cannot be 'externally' (one of: internal, agency)"},
      {"usage: {evidence: logins}", "44-50 error: 'evidence' cannot be 'logins' (did you mean 'login'?)"},
      {"contract: {billing: yearly}",
       "46-52 error: 'billing' cannot be 'yearly' (one of: monthly, quarterly, annual, multi-year, usage)"},
      {"pricing: {metrics: [seats]}", "46-51 error: 'metrics' cannot be 'seats' (did you mean 'seat'?)"},
      {"pricing: {metrics: seat}", "45-49 error: 'metrics' must be a list, not 'seat' (write [seat])"},
      {"marketing5: [agil]", "39-43 error: 'marketing5' cannot be 'agil' (did you mean 'agile'?)"},
      {"cost: {amount: 1, currency: EURO}",
       "54-58 error: 'EURO' is not a currency code of ISO 4217 (write EUR)"},
      {"cost: {amount: 1, currency: €}", "54-55 error: '€' is not a currency code of ISO 4217 (write EUR)"},
      {"cost: {amount: 1, currency: £}", "54-55 error: '£' is not a currency code of ISO 4217 (write GBP)"},
      {"cost: {amount: 1, currency: XXY}",
       "54-57 error: 'XXY' is not a currency code of ISO 4217 (write three letters such as EUR or USD)"},
      {"cost: {amount: 1, per: yearly}", "49-55 error: 'per' cannot be 'yearly' (did you mean 'year'?)"},
  });
}

TEST_CASE("an id is small letters, digits and dashes; another gets one made of it") {
  const auto id = [](const std::string& written) {
    return brief_of("tools: [{name: CRM, id: " + written + "}]\n");
  };
  CHECK(id("crm-2") == "");
  CHECK(id("7up") == "");
  CHECK(
      id("CRM") ==
      "3:25-28 error: 'CRM' is not an id: only a-z, 0-9 and -, starting with a letter or digit (write crm)");
  CHECK(id("crm_eu") ==
        "3:25-31 error: 'crm_eu' is not an id: only a-z, 0-9 and -, starting with a letter or digit (write "
        "crm-eu)");
  CHECK(id("-crm").find("(write crm)") != std::string::npos);
  CHECK(id("Größe & Maß").find("(write grosse-mass)") != std::string::npos);
  CHECK(id("đồng").find("(write dong)") != std::string::npos);
  CHECK(id("顧客").find("(write unnamed)") != std::string::npos);
  CHECK(id("\"\"") ==
        "3:25-27 error: 'id' must be an id, not '' (write a short name in small letters, for instance "
        "acme-crm)");
  CHECK(id("[crm]") ==
        "3:25-30 error: 'id' must be an id, not a list (write a short name in small letters, for instance "
        "acme-crm)");
}

TEST_CASE("levels of skills are whole numbers from 0 to 4") {
  check_fields({
      {"skills_needed: {sql: 4, \"data design\": 0}", ""},
      {"skills_needed: {sql: 5}",
       "47-48 error: 'sql' must be from 0 to 4, not 5 (correct it, or leave it out if unknown)"},
      {"skills_needed: {sql: -1}",
       "47-49 error: 'sql' cannot be negative, not -1 (correct it, or leave it out if unknown)"},
      {"skills_needed: {sql: expert}",
       "47-53 error: 'sql' must be a whole number, not 'expert' (write a whole number, for instance 12)"},
      {"skills_needed: [sql]",
       "41-46 error: 'skills_needed' must be a mapping, not a list (write {name: level})"},
      {"skills_needed: {sql: 1, sql: 2}",
       "50-53 error: key 'sql' is given twice (keep one of the two)\n4:42-45 note: first given here"},
  });
}

TEST_CASE("what is long is shortened where it is quoted") {
  const std::string longer(60, 'x');
  check_fields({{"seats: {purchased: " + longer + "}",
                 "45-105 error: 'purchased' must be a whole number, not '" + std::string(39, 'x') +
                     "…' (write a whole number, for instance 12)"}});
}

}  // namespace
}  // namespace martech_audit::test
