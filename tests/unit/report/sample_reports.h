// AuditReports written by hand: what reporters are tested with. Points, sums and counts agree with each
// other, as in a real report.
#pragma once

#include <span>
#include <string_view>

#include "martech_audit/report.h"

namespace martech_audit::test {

AuditReport clean_report();     // nothing to complain about
AuditReport starter_report();   // three tools with names, owners and costs only
AuditReport retailer_report();  // what is usual: findings of all kinds, waived and missing ones
AuditReport hostile_report();   // names that try to act on a terminal, a page or a spreadsheet
AuditReport void_report();      // no rule applied to any entity

struct SampleReport {
  std::string_view name;
  AuditReport (*make)();
};
std::span<const SampleReport> sample_reports();

}  // namespace martech_audit::test
