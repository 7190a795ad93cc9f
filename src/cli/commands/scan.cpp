// scan: load, check, judge, score, report, gate.
#include <fmt/format.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <memory>

#include "base/edit_distance.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/filter_flags.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "martech_audit/reporter.h"
#include "report/verdict.h"

namespace martech_audit::cli {
namespace {

struct Options {
  JudgingOptions judging;
  GateFlags gate;
  FilterFlags filter;
  std::string format;
  std::vector<std::string> outputs;  // FORMAT[=PATH]
  bool verbose = false;
};

struct Target {
  const Reporter* reporter = nullptr;
  std::string path;  // "-": standard output
};

Result<const Reporter*> reporter_named(const std::string& name) {
  if (const Reporter* reporter = find_reporter(name)) return reporter;
  std::vector<std::string_view> names;
  for (const Reporter& reporter : all_reporters()) names.push_back(reporter.name);
  return Error{fmt::format("'{}' is no format; {}", name, did_you_mean(name, names))};
}

Result<Target> target_of_format(const std::string& format) {
  if (format.find('=') != std::string::npos) {
    return Error{fmt::format("--format is '{0}', and takes no file; write --output {0}", format)};
  }
  const Result<const Reporter*> reporter = reporter_named(format);
  if (!reporter) return reporter.error();
  return Target{*reporter, "-"};
}

// "json", "json=report.json"
Result<Target> target_of_output(const std::string& output) {
  const std::size_t equals = output.find('=');
  const Result<const Reporter*> reporter = reporter_named(output.substr(0, equals));
  if (!reporter) return reporter.error();
  std::string path = equals == std::string::npos ? "-" : output.substr(equals + 1);
  if (path.empty()) return Error{fmt::format("--output {} names no file after '='", output)};
  return Target{*reporter, std::move(path)};
}

Result<std::vector<Target>> targets(const Options& options) {
  std::vector<Result<Target>> wanted;
  for (const std::string& output : options.outputs) wanted.push_back(target_of_output(output));
  if (!options.format.empty() || wanted.empty()) {
    wanted.push_back(target_of_format(options.format.empty() ? "text" : options.format));
  }
  std::vector<Target> result;
  for (const Result<Target>& target : wanted) {
    if (!target) return target.error();
    const auto same = [&](const Target& other) { return other.path == target->path; };
    if (std::any_of(result.begin(), result.end(), same)) {
      return Error{target->path == "-"
                       ? "only one report can go to standard output; name files for the others, as in "
                         "--output json=report.json"
                       : fmt::format("two reports would be written to {}", target->path)};
    }
    result.push_back(*target);
  }
  return result;
}

// A filter that nothing heeds would mislead whoever reads the report.
bool some_for_people(const std::vector<Target>& targets) {
  return std::any_of(targets.begin(), targets.end(),
                     [](const Target& target) { return target.reporter->for_people; });
}

ReportStyle style_for(const Target& target, const Options& options, const FindingFilter& filter,
                      const Globals& globals) {
  ReportStyle style = target.path == "-" ? standard_output_style(globals.colour_choice(), globals.width)
                                         : file_style(globals.width);
  style.verbose = options.verbose;
  style.filter = filter;
  return style;
}

Result<Written> write_reports(const AuditReport& report, const std::vector<Target>& targets,
                              const Options& options, const Globals& globals) {
  const Result<FindingFilter> filter = options.filter.filter(report.rules);
  if (!filter) return filter.error();
  std::vector<Output> outputs;
  for (const Target& target : targets) {
    Result<Output> output = Output::file(target.path);
    if (!output) return output.error();
    outputs.push_back(*std::move(output));
  }
  for (std::size_t i = 0; i < targets.size(); ++i) {
    const auto sink = [&output = outputs[i]](std::string_view bytes) { output.write(bytes); };
    targets[i].reporter->write(report, style_for(targets[i], options, *filter, globals), sink);
  }
  return commit(outputs);
}

int scan(const Options& options, const Globals& globals) {
  const Result<std::vector<Target>> reports = targets(options);
  if (!reports) return fail(reports.error());
  if (options.filter.given() && !some_for_people(*reports)) {
    return fail(
        "--severity, --rule and --dimension choose what the text report shows; a json report is always "
        "complete");
  }
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
  const Result<Written> written = write_reports(*report, *reports, options, globals);
  if (!written) return fail(written.error());
  say(verdict_line(*report) + "\n");
  return report->gate.exit_code;
}

}  // namespace

Action declare_scan(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<Options>();
  options->judging.declare(app);
  options->gate.declare(app);
  options->filter.declare(app);
  std::string formats;
  for (const Reporter& reporter : all_reporters())
    formats += fmt::format("{}{}", formats.empty() ? "" : ", ", reporter.name);
  app.add_option("-f,--format", options->format, "Format of the report on standard output: " + formats)
      ->type_name("FORMAT");
  app.add_option("-o,--output", options->outputs,
                 "Write a report in this format, to a file or standard output; repeatable")
      ->type_name("FORMAT[=PATH]");
  app.add_flag("-v,--verbose", options->verbose, "Show every finding in full");
  return [options, &globals] { return scan(*options, globals); };
}

}  // namespace martech_audit::cli
