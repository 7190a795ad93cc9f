// scan: load, check, judge, score, report, gate.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <memory>

#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/report_flags.h"
#include "martech_audit/reporter.h"
#include "report/verdict.h"

namespace martech_audit::cli {
namespace {

struct Options {
  JudgingOptions judging;
  GateFlags gate;
  ReportFlags reports;
};

int scan(const Options& options, const Globals& globals) {
  const Result<std::vector<ReportTarget>> targets = options.reports.targets();
  if (!targets) return fail(targets.error());
  Result<AuditOptions> audit_options = options.judging.audit_options();
  if (!audit_options) return fail(audit_options.error());
  audit_options->gate = options.gate.options();
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources(options.judging.inventory, options.judging.stdin_name);
  if (!sources) return fail(sources.error());
  for (const SourcePtr& source : *sources)
    spdlog::info("read {}, {} bytes", source->name(), source->text().size());

  Diagnostics diagnostics;
  const std::optional<AuditReport> report = audit(*sources, *audit_options, diagnostics);
  if (!report) return fail(diagnostics);
  spdlog::info("judged {} pairs of rule and entity", report->score.judged);
  const Result<Written> written = write_reports(*report, *targets, options.reports, globals);
  if (!written) return fail(written.error());
  say(verdict_line(*report) + "\n");
  return report->gate.exit_code;
}

}  // namespace

Action declare_scan(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<Options>();
  options->judging.declare(app);
  options->gate.declare(app);
  options->reports.declare(app);
  return [options, &globals] { return scan(*options, globals); };
}

}  // namespace martech_audit::cli
