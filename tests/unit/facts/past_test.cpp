#include "facts/past.h"

#include "support.h"

namespace martech_audit::test {
namespace {

// What is said of the lists on Monday, 23 November 2026.
std::string said(std::string_view lists) {
  const Inventory inventory = inventory_of(lists);
  Diagnostics diagnostics;
  check_past_days(inventory, monday, diagnostics);
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.all())
    text += diagnostic.message + "; " + diagnostic.hint + "\n";
  return text;
}

TEST_CASE("what is over lies at most one day ahead") {
  CHECK(said("tools: [{id: a, name: A, reviewed_on: 2026-11-24, usage: {last_activity_on: 2026-11-24}}]\n")
            .empty());
  CHECK(said("tools: [{id: a, name: A, reviewed_on: 2026-11-25}]\n") ==
        "'reviewed_on' (2026-11-25) is after the audit date, 2026-11-23; correct it, or "
        "change the audit date with --as-of\n");
}

TEST_CASE("every day of what is over is looked at, wherever it stands") {
  constexpr std::string_view lists = R"(
strategy: {reviewed_on: 2027-01-01, roadmap: [{id: r, feasibility: {on: 2027-01-02}, starts: 2027-01-01}]}
kpis: [{id: k, measured_on: {before: 2027-01-03}}]
forums: [{id: f, last_held_on: 2027-01-04}]
processes: [{id: p, reviewed_on: 2027-01-05}]
integrations: [{from: a, to: a, last_success_on: 2027-01-06}]
tools:
  - id: a
    name: A
    reviewed_on: 2027-01-07
    usage: {measured_on: 2027-01-08, last_activity_on: 2027-01-09, history: [{measured_on: 2027-01-10, active: 1}]}
    contract: {starts: 2027-01-01, ends: 2028-01-01}
    status: implementing
    live_on: 2027-01-01
    retired_on: 2027-06-01
people: [{id: x, left_on: 2027-01-01}]
)";
  const std::string text = said(lists);
  for (const char* day : {"01", "02", "03", "04", "05", "06", "07", "08", "09", "10"}) {
    CAPTURE(day);
    CHECK(text.find("(2027-01-" + std::string(day) + ")") != std::string::npos);
  }
  CHECK(std::count(text.begin(), text.end(), '\n') == 10);
}

TEST_CASE("days far from the audit are asked for") {
  const auto of = [](const std::string& fields) {
    return said("tools: [{id: a, name: A, " + fields + "}]\n");
  };
  const std::string hint = "; correct it, or leave it out if unknown\n";
  CHECK(of("contract: {ends: 2006-11-23, auto_renews: true}") == "");
  CHECK(of("contract: {ends: 1990-01-01, auto_renews: true}") ==
        "'ends' (1990-01-01) is more than 20 years before the audit date, 2026-11-23" + hint);
  CHECK(of("contract: {ends: 2046-11-23}") == "");
  CHECK(of("contract: {ends: 2046-11-24}") ==
        "'ends' (2046-11-24) is more than 20 years after the audit date, 2026-11-23" + hint);
  CHECK(of("contract: {starts: 2031-11-23}") == "");
  CHECK(of("contract: {starts: 2090-01-01}") ==
        "'starts' (2090-01-01) is more than 5 years after the audit date, 2026-11-23" + hint);
  CHECK(of("seats: {planned: 5, planned_by: 2040-01-01}") ==
        "'planned_by' (2040-01-01) is more than 5 years after the audit date, 2026-11-23" + hint);
  CHECK(of("live_on: {before: 1996-11-22}") ==
        "'live_on' (1996-11-22) is more than 30 years before the audit date, 2026-11-23" + hint);
  CHECK(of("status: implementing, live_on: 2099-01-01") ==
        "'live_on' (2099-01-01) is more than 20 years after the audit date, 2026-11-23" + hint);
  CHECK(of("reviewed_on: 1990-01-01") ==
        "'reviewed_on' (1990-01-01) is more than 30 years before the audit date, 2026-11-23" + hint);
  CHECK(said("people: [{id: x, left_on: 2099-01-01}]\n") ==
        "'left_on' (2099-01-01) is more than 5 years after the audit date, 2026-11-23" + hint);
  CHECK(said("trainings: [{id: t, status: planned, held_on: 2028-01-01}]\n") == "");
  CHECK(said("trainings: [{id: t, status: planned, held_on: 2078-01-01}]\n") ==
        "'held_on' (2078-01-01) is more than 20 years after the audit date, 2026-11-23" + hint);
}

TEST_CASE("a tool that is used began before") {
  CHECK(said("tools: [{id: a, name: A, live_on: 2099-01-01}, {id: b, name: B, status: retiring, "
             "purchased_on: 2099-01-01}]\n") ==
        "'live_on' (2099-01-01) is in the future, but the tool is active; correct the date, or set 'status: "
        "implementing'\n"
        "'purchased_on' (2099-01-01) is in the future, but the tool is retiring; correct the date, or set "
        "'status: "
        "implementing'\n");
  CHECK(said("tools: [{id: a, name: A, status: implementing, live_on: 2039-01-01}, {id: b, name: B, live_on: "
             "2026-11-24}]\n")
            .empty());
}

TEST_CASE("what is planned or cancelled may lie ahead") {
  CHECK(
      said("trainings: [{id: a, held_on: 2027-01-01, status: planned}, {id: b, held_on: 2027-01-01, status: "
           "cancelled}]\n")
          .empty());
  CHECK(said("trainings: [{id: a, held_on: 2027-01-01}]\n") ==
        "'held_on' (2027-01-01) is after the audit date, 2026-11-23; correct it, set 'status: "
        "planned', "
        "or change the audit date with --as-of\n");
}

TEST_CASE("rates of days to come") {
  Diagnostics diagnostics;
  auto source = std::make_shared<Source>("a.yaml",
                                         "martech: 1\norganisation: {name: A, currency: EUR, exchange_rates: "
                                         "{USD: {rate: 1, as_of: 2027-01-01}}}\n");
  std::vector<Document> documents{*read_document(source, diagnostics)};
  const auto inventory = read_inventory(std::move(documents), diagnostics);
  REQUIRE(inventory);
  check_past_days(*inventory, monday, diagnostics);
  CHECK(diagnostics.errors() == 1);
}

}  // namespace
}  // namespace martech_audit::test
