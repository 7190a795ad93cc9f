// diff: what changed between two inventories or saved reports, with a gate over what is new or worse.
#include "martech_audit/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/dates.h"
#include "cli/audit_options.h"
#include "cli/commands/commands.h"
#include "cli/exit_code.h"
#include "cli/formats.h"
#include "cli/inputs.h"
#include "cli/messages.h"
#include "cli/saved_reports.h"
#include "martech_audit/saved_report.h"

namespace martech_audit::cli {
namespace {

struct DiffOptions {
  std::string before, after;
  JudgingOptions judging;
  GateFlags gate;
  std::string policy_from;
  TextOutput output;
  bool unverified = false;
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

// An argument, and the options that its inventory is judged by.
struct Side {
  const Argument& argument;
  AuditOptions options;
};

std::optional<DiffSide> side_of(const Side& side, bool unverified, Diagnostics& diagnostics) {
  const Argument& argument = side.argument;
  std::optional<AuditReport> report = argument.is_report
                                          ? believed(argument.sources.front(), unverified, diagnostics)
                                          : audit(argument.sources, side.options, diagnostics);
  if (!report) return std::nullopt;
  return DiffSide{argument.name, *std::move(report),
                  argument.is_report ? std::vector<SourcePtr>() : argument.sources, side.options};
}

// Two reports are read, an inventory is judged; of the two, an inventory is judged on the day of the report,
// unless the user wants another.
std::optional<ReportDiff> compare(Side before, Side after, const DiffOptions& options, bool day_is_given,
                                  Diagnostics& diagnostics) {
  std::optional<DiffSide> first, second;
  const auto take_day = [&](const Side& from, std::optional<DiffSide>& side, Side& other) {
    if (!from.argument.is_report) return;
    side = side_of(from, options.unverified, diagnostics);
    if (side && !day_is_given) other.options.as_of = side->report.as_of;
  };
  take_day(before, first, after);
  take_day(after, second, before);
  if (!before.argument.is_report) first = side_of(before, options.unverified, diagnostics);
  if (!after.argument.is_report && !diagnostics.has_errors())
    second = side_of(after, options.unverified, diagnostics);
  if (!first || !second) return std::nullopt;
  return diff(*std::move(first), *std::move(second), options.gate.options(), diagnostics);
}

constexpr std::array diff_formats{
    Format<ReportDiff>{"html", without_style<ReportDiff, write_diff_html>},
    Format<ReportDiff>{"json", without_style<ReportDiff, write_diff_json>},
    Format<ReportDiff>{"markdown", without_style<ReportDiff, write_diff_markdown>},
    Format<ReportDiff>{"text", write_diff_text},
};

// The policy that the older side stands under is asked for as a folder or file; standard input is neither.
std::optional<Error> take_base_policy(DiffOptions& options, const Values& values) {
  if (options.policy_from.empty()) return std::nullopt;
  if (values.find("policy")->is_given()) return Error{"--policy and --policy-from cannot be combined"};
  if (options.before == "-")
    return Error{"--policy-from base requires OLD to be a file or folder; use --policy instead"};
  options.judging.configuration.take_policy_of(options.before);
  return std::nullopt;
}

// Both sides are judged on one day: the policy's, or else the one that the base's settings give.
void agree_on_day(AuditOptions& base, AuditOptions& head, const options::Value& of_head) {
  AuditOptions& day = head.policy ? head : base;
  if (head.as_of != day.as_of && head.day_is_set) {
    Diagnostics said;
    said.warning({}, fmt::format("{} of {} is ignored: both sides are audited as of {}",
                                 to_string(head.as_of), origin_of(of_head), to_string(day.as_of)));
    print(said);
  }
  for (AuditOptions* side : {&base, &head}) {
    side->as_of = day.as_of;
    side->day_is_set = day.day_is_set;
  }
}

Result<AuditOptions> base_options(OptionSet& base, const AuditOptions& head, Diagnostics& diagnostics) {
  Result<AuditOptions> options = base.judging.audit_options(diagnostics);
  if (!options) return options;
  options->policy = head.policy;
  options->policy_file = head.policy_file;
  options->gate = base.gate.options();
  options->baseline.reset();  // the older side is what is known
  return options;
}

// Gates over what the inventories say, which no saved report knows.
std::optional<Error> needs_inventories(const GateFlags& gate, bool is_saved) {
  const std::string_view flag = gate.fail_on_lost_evidence ? "lost-evidence" : "claims";
  if (!is_saved || !(gate.fail_on_lost_evidence || gate.fail_on_claims)) return std::nullopt;
  return Error{fmt::format(
      "--fail-on-{} requires two inventories; a saved report does not contain its evidence", flag)};
}

int compare_and_gate(DiffOptions& options, const Run& run) {
  if (options.before == "-" && options.after == "-") return fail("only one input can be standard input");
  OptionSet base;
  base.take(run.values);
  base.judging.inventory = {options.before == "-" ? options.after : options.before};
  options.judging.inventory = {options.after == "-" ? options.before : options.after};
  if (const auto error = take_base_policy(options, run.values)) return fail(*error);
  const bool day_is_given = run.values.find("as-of")->is_given();
  if (const auto failed = base.judging.configure(base.values, run.root)) return *failed;
  if (const auto failed = options.judging.configure(run)) return *failed;
  Diagnostics diagnostics;
  Result<AuditOptions> head = options.judging.audit_options(diagnostics);
  if (!head) return fail(head.error());
  head->gate = options.gate.options();
  Result<AuditOptions> of_base = base_options(base, *head, diagnostics);
  if (!of_base) return fail(of_base.error());
  agree_on_day(*of_base, *head, *run.values.find("as-of"));
  const Result<Argument> before = read_argument(options.before, options.judging.stdin_name);
  if (!before) return fail(before.error());
  const Result<Argument> after = read_argument(options.after, options.judging.stdin_name);
  if (!after) return fail(after.error());
  if (const auto error = needs_inventories(options.gate, before->is_report || after->is_report))
    return fail(*error);
  if (head->policy && after->is_report) {
    return fail(fmt::format("{} is a saved report; a policy applies only to inventories", after->name));
  }
  const std::optional<ReportDiff> changes =
      compare({*before, *std::move(of_base)}, {*after, *std::move(head)}, options, day_is_given, diagnostics);
  if (!changes) return fail(diagnostics);
  const Result<Written> written = write_as<diff_formats>(options.output, *changes, run.globals);
  if (!written) return fail(written.error());
  say(verdict_line(changes->after) + "\n");
  return changes->after.gate.exit_code;
}

std::vector<std::string_view> policy_origins() { return {"base"}; }

constexpr std::array side_rows{
    Row{Option::path("old", "OLD", "Inventory (file or directory) or saved JSON report; - for standard input")
            .as_required_argument(),
        &DiffOptions::before},
    Row{Option::path("new", "NEW", "Inventory or saved report to compare with OLD").as_required_argument(),
        &DiffOptions::after},
};
constexpr std::array policy_from_row{
    Row{Option::word("policy-from", "base", "base: use the configuration of OLD as the policy",
                     policy_origins),
        &DiffOptions::policy_from},
};
constexpr std::array side_check_row{
    Row{unverified_option, &DiffOptions::unverified},
};
constexpr std::array diff_output_rows{
    Row{Option::word("format", "FORMAT", "text, markdown (for pull requests), html (a page to share) or json",
                     names_of<diff_formats>)
            .with_letter('f')
            .with_default()
            .not_configurable(),
        &TextOutput::format},
    Row{output_file_option, &TextOutput::path},
    Row{follow_option, &TextOutput::follow},
    Row{Option::flag("verbose", "Show all findings").with_letter('v'), &TextOutput::verbose},
};

}  // namespace

Command diff_command(const Globals& globals) {
  return command<DiffOptions>(globals, "diff",
                              "Show and gate what changed between two inventories or reports",
                              {side_rows,
                               {&DiffOptions::judging, JudgingOptions::settings()},
                               policy_from_row,
                               {&DiffOptions::gate, GateFlags::group()},
                               {&DiffOptions::gate, GateFlags::of_changes()},
                               side_check_row,
                               {&DiffOptions::output, Group<TextOutput>{diff_output_rows}}},
                              compare_and_gate);
}

}  // namespace martech_audit::cli
