// The sections of the audit's report, one file each. A new one is a file here and a row in sections.cpp.
#pragma once

#include <vector>

#include "report/grouping.h"
#include "report/missing_fields.h"
#include "report/page/page.h"

namespace martech_audit::report {

// What every section is made of.
struct AuditPage {
  explicit AuditPage(const AuditReport& report_, FindingFilter filter_ = {})
      : report(report_),
        filter(std::move(filter_)),
        groups(group_findings(report_, filter)),
        missing(report_) {}

  const AuditReport& report;
  FindingFilter filter;
  std::vector<FindingGroup> groups;  // that the filter shows
  MissingFields missing;
};

// More of the gap is missing evidence than shown: details would say little.
bool is_first_look(const AuditReport& report);

// In the order of the page.
std::span<const Section<AuditPage>> audit_sections();

Masthead masthead_of(const AuditReport& report);
void write_audit(const AuditPage& input, Page& page);

using WriteSection = void(const AuditPage&, Page&);
WriteSection write_gap;           // gap.cpp: the score, and how much of it is proven
WriteSection write_money;         // money.cpp
WriteSection write_waterfall;     // waterfall.cpp
WriteSection write_changes;       // changes.cpp: what a baseline does not know
WriteSection write_decisions;     // decisions.cpp: what to decide, lane by lane
WriteSection write_dimensions;    // dimensions.cpp
WriteSection write_utilisation;   // utilisation.cpp: seats in use, the emptiest tools first
WriteSection write_strategy;      // strategy.cpp: what objectives need, and which tools provide it
WriteSection write_spend;         // spend.cpp: by category
WriteSection write_renewals;      // renewals.cpp: the calendar of notice
WriteSection write_tools;         // tools.cpp
WriteSection write_integrations;  // integrations.cpp: a map of them
WriteSection write_teams;         // teams.cpp: which team owns and uses what
WriteSection write_findings;      // findings.cpp
WriteSection write_waived;        // waived.cpp
WriteSection write_exceptions;    // exceptions.cpp: what loosens the gate
WriteSection write_warnings;      // warnings.cpp
WriteSection write_marketing5;    // marketing5.cpp: the components of Marketing 5.0
WriteSection write_evidence;      // evidence.cpp: which fields are missing, what to add next
WriteSection write_method;        // method.cpp: how the score came about

}  // namespace martech_audit::report
