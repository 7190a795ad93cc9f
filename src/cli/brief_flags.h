// Options of the brief: what it carries of the house that hands it over, and what it compares with.
#pragma once

#include <string>
#include <vector>

#include "cli/command.h"
#include "martech_audit/reporter.h"
#include "martech_audit/result.h"

namespace martech_audit::cli {

struct ReportTarget {
  const Reporter* reporter = nullptr;
  std::string path;  // "-": standard output
};

struct BriefFlags {
  std::string title, colour;
  std::string logo;   // path, or empty
  std::string since;  // path of a saved report, or empty

  static Group<BriefFlags> group();

  // Reads what they name. An error where that is no logo, or no earlier report of what `report` is of.
  Result<BriefStyle> style(const AuditReport& report) const;
};

bool is_brief(const Reporter& reporter);

// Where the HTML report among `targets` lies, as links in `file` lead to it; empty where one of them is no
// file.
std::string address_of_page(const std::vector<ReportTarget>& targets, const std::string& file);

}  // namespace martech_audit::cli
