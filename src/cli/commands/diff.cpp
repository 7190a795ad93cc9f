// diff: what changed between two inventories or saved reports, with a gate over what is new or worse.
#include "martech_audit/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/audit_options.h"
#include "cli/checks.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/output.h"
#include "cli/terminal.h"
#include "martech_audit/saved_report.h"

namespace martech_audit::cli {
namespace {

struct Options {
  std::string before, after;
  JudgingOptions judging;
  GateFlags gate;
  std::string format = "text";
  std::string output = "-";
  bool verbose = false;
};

// What one argument names, read but not yet judged.
struct Argument {
  std::string name;
  std::vector<SourcePtr> sources;
  bool is_report = false;
};

Result<Argument> read_argument(const std::string& path, const std::string& stdin_name) {
  const Result<std::vector<SourcePtr>> sources =
      read_inventory_sources({path}, path == "-" ? stdin_name : "");
  if (!sources) return sources.error();
  Argument argument{sources->size() == 1 ? sources->front()->name() : path, *sources, false};
  argument.is_report = argument.sources.size() == 1 && is_saved_report(*argument.sources.front());
  return argument;
}

std::optional<DiffSide> side_of(const Argument& argument, const AuditOptions& options,
                                Diagnostics& diagnostics) {
  std::optional<AuditReport> report = argument.is_report ? read_report(argument.sources.front(), diagnostics)
                                                         : audit(argument.sources, options, diagnostics);
  if (!report) return std::nullopt;
  return DiffSide{argument.name, *std::move(report),
                  argument.is_report ? std::vector<SourcePtr>() : argument.sources};
}

// Two reports are read, an inventory is judged; of the two, an inventory is judged on the day of the report,
// unless the user wants another.
std::optional<ReportDiff> compare(const Argument& before, const Argument& after, AuditOptions options,
                                  bool day_is_given, Diagnostics& diagnostics) {
  std::optional<DiffSide> first, second;
  const auto take_day = [&](const Argument& argument, std::optional<DiffSide>& side) {
    if (!argument.is_report) return;
    side = side_of(argument, options, diagnostics);
    if (side && !day_is_given) options.as_of = side->report.as_of;
  };
  take_day(before, first);
  take_day(after, second);
  if (!before.is_report) first = side_of(before, options, diagnostics);
  if (!after.is_report && !diagnostics.has_errors()) second = side_of(after, options, diagnostics);
  if (!first || !second) return std::nullopt;
  return diff(*std::move(first), *std::move(second), options, diagnostics);
}

Result<Written> write(const ReportDiff& changes, const Options& options, const Globals& globals) {
  Result<Output> output = Output::file(options.output);
  if (!output) return output.error();
  const auto sink = [&](std::string_view bytes) { output->write(bytes); };
  if (options.format == "json") {
    write_diff_json(changes, sink);
  } else if (options.format == "markdown") {
    write_diff_markdown(changes, sink);
  } else {
    ReportStyle style = options.output == "-" ? standard_output_style(globals.colour_choice(), globals.width)
                                              : file_style(globals.width);
    style.verbose = options.verbose;
    write_diff_text(changes, style, sink);
  }
  std::vector<Output> outputs;
  outputs.push_back(*std::move(output));
  return commit(outputs);
}

int diff_command(Options& options, const Globals& globals) {
  if (options.before == "-" && options.after == "-") return fail("only one of the two can be standard input");
  options.judging.inventory = {options.after == "-" ? options.before : options.after};
  if (const auto failed = options.judging.configure()) return *failed;
  Diagnostics diagnostics;
  Result<AuditOptions> audit_options = options.judging.audit_options(diagnostics);
  if (!audit_options) return fail(audit_options.error());
  audit_options->gate = options.gate.options();
  const Result<Argument> before = read_argument(options.before, options.judging.stdin_name);
  if (!before) return fail(before.error());
  const Result<Argument> after = read_argument(options.after, options.judging.stdin_name);
  if (!after) return fail(after.error());
  const std::optional<ReportDiff> changes =
      compare(*before, *after, *audit_options, !options.judging.as_of.empty(), diagnostics);
  if (!changes) return fail(diagnostics);
  const Result<Written> written = write(*changes, options, globals);
  if (!written) return fail(written.error());
  say(verdict_line(changes->after) + "\n");
  return changes->after.gate.exit_code;
}

}  // namespace

Action declare_diff(CLI::App& app, const Globals& globals) {
  auto options = std::make_shared<Options>();
  app.add_option("old", options->before,
                 "An inventory (a file or a directory) or a saved JSON report, - for standard input")
      ->required()
      ->type_name("OLD");
  app.add_option("new", options->after, "The same")->required()->type_name("NEW");
  options->judging.declare_settings(app);
  options->gate.declare(app);
  app.add_option("-f,--format", options->format, "text, markdown (for a pull request) or json")
      ->check(one_of({"json", "markdown", "text"}))
      ->type_name("FORMAT")
      ->capture_default_str();
  app.add_option("-o,--output", options->output, "Write to this file")->type_name("PATH");
  app.add_flag("-v,--verbose", options->verbose, "Show every finding");
  return [options, &globals] { return diff_command(*options, globals); };
}

}  // namespace martech_audit::cli
