// convert: a saved report in any other format.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/input_files.h"
#include "cli/messages.h"
#include "cli/report_flags.h"
#include "cli/saved_reports.h"

namespace martech_audit::cli {
namespace {

struct ConvertOptions {
  std::string report;
  ReportFlags reports;
  bool unverified = false;
};

int convert(const ConvertOptions& options, const Globals& globals) {
  const Result<std::vector<ReportTarget>> targets = options.reports.targets();
  if (!targets) return fail(targets.error());
  Diagnostics diagnostics;
  const Result<SourcePtr> source = read_input(options.report);
  if (!source) return fail(source.error());
  const std::optional<AuditReport> report = believed(*source, options.unverified, diagnostics);
  if (!report) return fail(diagnostics);
  const Result<Written> written = write_reports(*report, *targets, options.reports, globals);
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Action declare_convert(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<ConvertOptions>();
  app.add_option("report", options->report, "Saved JSON report; - for standard input")
      ->required()
      ->type_name("REPORT");
  options->reports.declare(app);
  declare_unverified(app, options->unverified);
  return [options, &globals] { return convert(*options, globals); };
}

}  // namespace martech_audit::cli
