// scan: load, check, judge, score, report, gate.
#include <algorithm>
#include <array>

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

int scan(ScanOptions& options, const Run& run) {
  if (const auto failed = options.judging.configure(run)) return *failed;
  if (const auto error = contradiction(options)) return fail(*error);
  const Result<std::vector<ReportTarget>> targets = options.reports.targets();
  if (!targets) return fail(targets.error());
  Judged judged;
  if (const auto failed = judge(options.judging, options.gate.options(), judged)) return *failed;
  const Result<std::vector<TextFile>> beside = baselines(options, judged.report);
  if (!beside) return fail(beside.error());
  const Result<Written> written =
      write_reports(judged.report, *targets, options.reports, run.globals, *beside);
  if (!written) return fail(written.error());
  if (std::ranges::none_of(*targets, [](const auto& target) { return target.reporter->has_warnings; }))
    print(judged.diagnostics);
  say(verdict_line(judged.report) + "\n");
  return judged.report.gate.exit_code;
}

constexpr std::array baseline_rows_of_scan{
    Row{Option::path("write-baseline", "FILE",
                     "Write the findings to a baseline file, for use with --baseline"),
        &ScanOptions::write_baseline},
    Row{Option::flag("prune-baseline", "Remove baseline entries that no longer match a finding"),
        &ScanOptions::prune_baseline},
};

}  // namespace

Command scan_command(const Globals& globals) {
  return command<ScanOptions>(globals, "scan", "Audit the inventory: findings, gap score, gate",
                              {{&ScanOptions::judging, JudgingOptions::group()},
                               {&ScanOptions::judging, JudgingOptions::baseline_file()},
                               baseline_rows_of_scan,
                               {&ScanOptions::gate, GateFlags::group()},
                               {&ScanOptions::reports, ReportFlags::group()}},
                              scan);
}

}  // namespace martech_audit::cli
