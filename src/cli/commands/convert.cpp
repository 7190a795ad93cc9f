// convert: a saved report in any other format.
#include <array>

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

int convert(ConvertOptions& options, const Run& run) {
  const Result<std::vector<ReportTarget>> targets = options.reports.targets();
  if (!targets) return fail(targets.error());
  Diagnostics diagnostics;
  const Result<SourcePtr> source = read_input(options.report);
  if (!source) return fail(source.error());
  const std::optional<AuditReport> report = believed(*source, options.unverified, diagnostics);
  if (!report) return fail(diagnostics);
  const Result<Written> written = write_reports(*report, *targets, options.reports, run.globals);
  return written ? exit_ok : fail(written.error());
}

constexpr std::array report_argument{Row{saved_report_argument, &ConvertOptions::report}};
constexpr std::array unverified_row{Row{unverified_option, &ConvertOptions::unverified}};

}  // namespace

Command convert_command(const Globals& globals) {
  return command<ConvertOptions>(
      globals, "convert", "Convert a saved report to another format",
      {report_argument, {&ConvertOptions::reports, ReportFlags::group()}, unverified_row}, convert);
}

}  // namespace martech_audit::cli
