// scan: load, check, judge, score, report, gate.
#include <memory>

#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/input_files.h"
#include "cli/judge.h"
#include "cli/messages.h"
#include "cli/outputs.h"
#include "cli/report_flags.h"
#include "findings/baseline.h"
#include "martech_audit/reporter.h"

namespace martech_audit::cli {
namespace {

struct ScanOptions {
  JudgingOptions judging;
  GateFlags gate;
  ReportFlags reports;
  std::string write_baseline;  // path, or empty
  bool prune_baseline = false;
};

// What the options ask for together that cannot be.
std::optional<Error> contradiction(const ScanOptions& options) {
  if (!options.judging.baseline.empty()) return std::nullopt;
  if (options.gate.fail_on_new) return Error{"--fail-on-new requires --baseline FILE"};
  if (options.prune_baseline) return Error{"--prune-baseline requires --baseline FILE"};
  return std::nullopt;
}

// What becomes of the baseline.
Result<std::vector<TextFile>> baselines(const ScanOptions& options, const AuditReport& report) {
  std::vector<TextFile> files;
  const std::string& known = options.judging.baseline;  // what either may take the place of
  if (!options.write_baseline.empty()) {
    files.push_back(
        {{options.write_baseline, known}, baseline_text(report.findings, report.rules, report.currency)});
  }
  if (options.prune_baseline) {
    const Result<SourcePtr> source = read_input(known);
    if (!source) return source.error();
    files.push_back({{known, known}, pruned_baseline(*source, report.findings, report.waived)});
  }
  return files;
}

int scan(ScanOptions& options, const Globals& globals) {
  if (const auto failed = options.judging.configure()) return *failed;
  if (const auto error = contradiction(options)) return fail(*error);
  const Result<std::vector<ReportTarget>> targets = options.reports.targets();
  if (!targets) return fail(targets.error());
  Judged judged;
  if (const auto failed = judge(options.judging, options.gate.options(), judged)) return *failed;
  const Result<std::vector<TextFile>> beside = baselines(options, judged.report);
  if (!beside) return fail(beside.error());
  const Result<Written> written = write_reports(judged.report, *targets, options.reports, globals, *beside);
  if (!written) return fail(written.error());
  say(verdict_line(judged.report) + "\n");
  return judged.report.gate.exit_code;
}

}  // namespace

Action declare_scan(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<ScanOptions>();
  options->judging.declare(app);
  options->judging.declare_baseline(app);
  app.add_option("--write-baseline", options->write_baseline,
                 "Write the findings to a baseline file, for use with --baseline")
      ->type_name("FILE");
  app.add_flag("--prune-baseline", options->prune_baseline,
               "Remove baseline entries that no longer match a finding");
  options->gate.declare(app);
  options->reports.declare(app);
  return [options, &globals] { return scan(*options, globals); };
}

}  // namespace martech_audit::cli
