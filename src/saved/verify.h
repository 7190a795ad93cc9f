// Whether a saved report is as it was written, and right.
#pragma once

#include <string>
#include <vector>

#include "martech_audit/report.h"
#include "martech_audit/source.h"

namespace martech_audit::saved {

// A place in the report that does not hold.
struct Discrepancy {
  std::string pointer;   // RFC 6901
  std::string says;      // the report; as JSON, shortened
  std::string expected;  // what it should be; empty: nothing should be there
};

// Where the JSON report `source` differs from what `expected` is as JSON; in the order of the report. Numbers
// are compared by value, so that a report may have been laid out anew.
std::vector<Discrepancy> differences(const SourcePtr& source, const AuditReport& expected);

// Differences from what the report's own terms come to.
std::vector<Discrepancy> verify(const SourcePtr& source, const AuditReport& report);

}  // namespace martech_audit::saved
