// Reporter: AuditReport → bytes in one format.
#pragma once

#include <functional>
#include <span>
#include <string_view>

#include "martech_audit/report.h"

namespace martech_audit {

// Takes the next piece of a report. Called with pieces of any size, in order.
using Sink = std::function<void(std::string_view)>;

struct ReportStyle {
  bool colour = false;
  bool unicode = true;     // bars, arrows and dots beyond ASCII
  std::size_t width = 80;  // columns
  bool verbose = false;    // every finding, whatever its rank
};

struct Reporter {
  std::string_view name;     // as --format takes it
  std::string_view summary;  // one clause, for help and completion
  void (*write)(const AuditReport&, const ReportStyle&, const Sink&);
};

// Sorted by name.
std::span<const Reporter> all_reporters();
const Reporter* find_reporter(std::string_view name);

}  // namespace martech_audit
