// convert: a saved report in any other format.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/messages.h"
#include "cli/report_flags.h"
#include "cli/saved_reports.h"

namespace martech_audit::cli {
namespace {

struct Options {
  std::string report;
  ReportFlags reports;
};

int convert(const Options& options, const Globals& globals) {
  const Result<std::vector<ReportTarget>> targets = options.reports.targets();
  if (!targets) return fail(targets.error());
  Diagnostics diagnostics;
  const Result<SavedReport> saved = load_report(options.report, diagnostics);
  if (!saved) return fail(saved.error());
  if (!saved->report) return fail(diagnostics);
  const Result<Written> written = write_reports(*saved->report, *targets, options.reports, globals);
  return written ? exit_ok : fail(written.error());
}

}  // namespace

Action declare_convert(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<Options>();
  app.add_option("report", options->report, "A report that was saved as JSON, - for standard input")
      ->required()
      ->type_name("REPORT");
  options->reports.declare(app);
  return [options, &globals] { return convert(*options, globals); };
}

}  // namespace martech_audit::cli
