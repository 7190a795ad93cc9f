// Options that say which reports are written, where to and how they look; and their writing.
#pragma once

#include <string>
#include <vector>

#include "cli/brief_flags.h"
#include "cli/command.h"
#include "cli/filter_flags.h"
#include "cli/outputs.h"
#include "martech_audit/reporter.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

struct ReportFlags {
  std::string format;
  std::vector<std::string> outputs;  // FORMAT[=PATH]
  bool follow = false;
  bool verbose = false;
  bool csv_bom = false;
  FilterFlags filter;
  BriefFlags brief;

  static Group<ReportFlags> group();

  // At most one goes to standard output, and no file is named twice. An error, too, where a filter, a mark or
  // a comparison is asked for that no format heeds.
  Result<std::vector<ReportTarget>> targets() const;
};

// All of them and the files beside them, or where one cannot be written none.
Result<Written> write_reports(const AuditReport& report, const std::vector<ReportTarget>& targets,
                              const ReportFlags& flags, const Globals& globals,
                              std::vector<TextFile> beside = {});

}  // namespace martech_audit::cli
