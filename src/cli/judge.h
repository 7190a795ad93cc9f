// From options to a report: what most commands do first.
#pragma once

#include <optional>
#include <vector>

#include "cli/audit_options.h"
#include "martech_audit/audit.h"

namespace martech_audit::cli {

struct Judged {
  AuditOptions options;
  std::vector<SourcePtr> sources;
  AuditReport report;
  Diagnostics diagnostics;  // warnings and notes
};

// Reads what the options name, which have taken the configuration (JudgingOptions::configure), and judges it.
// The exit code where there is no verdict: what is wrong has been said then.
std::optional<int> judge(JudgingOptions& options, const GateOptions& gate, Judged& judged);

}  // namespace martech_audit::cli
