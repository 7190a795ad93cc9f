#include "martech_audit/reporter.h"
#include "sample_reports.h"
#include "support/catch.h"

namespace martech_audit {
namespace {

std::string line(Gate gate) {
  AuditReport report = test::retailer_report();
  report.gate = std::move(gate);
  return verdict_line(report);
}

TEST_CASE("the verdict line tells the exit status and why") {
  CHECK(line({false, 1, {{"fail_on", "high", "3"}, {"max_gap", "50", "62.123456789"}}}) ==
        "martech-audit: gate failed (exit 1): 3 findings at or above high; gap 62.1 > 50");
  CHECK(line({false, 1, {{"fail_on", "low", "1"}}}) ==
        "martech-audit: gate failed (exit 1): 1 finding at or above low");
  CHECK(line({false, 0, {{"max_waste", "1000.00", "50100.00"}}}) ==
        "martech-audit: gate failed (exit 0, --exit-zero): possible waste EUR 50100.00 > 1000.00");
  CHECK(line({false, 1, {{"max_proven_gap", "10", "33.0"}, {"max_gap_points", "5", "5.5"}}}) ==
        "martech-audit: gate failed (exit 1): proven gap 33 > 10; gap points 5.5 > 5");
}

TEST_CASE("a value just above its limit is shown in full") {
  CHECK(line({false, 1, {{"max_gap", "50", "50.000000001"}}}) ==
        "martech-audit: gate failed (exit 1): gap 50.000000001 > 50");
  CHECK(line({false, 1, {{"max_gap", "50.5", "50.51"}}}) ==
        "martech-audit: gate failed (exit 1): gap 50.51 > 50.5");
}

TEST_CASE("a gate that passes is told with what was found") {
  CHECK(line({true, 0, {}}) ==
        "martech-audit: gate passed: gap 33.1-48.4 of 100; 1 critical, 3 high, 9 medium, 1 low");
  CHECK(verdict_line(test::clean_report()) == "martech-audit: gate passed: gap 0 of 100; no findings");
}

TEST_CASE("a run that judged nothing has no verdict") {
  CHECK(verdict_line(test::void_report()) ==
        "martech-audit: no verdict (exit 2): no rule applied to any entity");
}

}  // namespace
}  // namespace martech_audit
