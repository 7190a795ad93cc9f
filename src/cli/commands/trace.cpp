// trace: which objectives a tool serves, through which capabilities, proven by which KPIs, with which money;
// and back.
#include "martech_audit/trace.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "base/edit_distance.h"
#include "cli/commands/commands.h"
#include "cli/entity_argument.h"
#include "cli/exit_code.h"
#include "cli/formats.h"
#include "cli/judge.h"
#include "cli/messages.h"

namespace martech_audit::cli {
namespace {

struct TraceOptions {
  std::string subject;
  JudgingOptions judging;
  TextOutput output;
};

struct Traced {
  const AuditReport& report;
  TraceFocus focus;
};

// What is a file or a directory is the inventory, wherever it stands; what is not is what to trace.
std::optional<Error> settle_subject(TraceOptions& options) {
  std::vector<std::string>& arguments = options.judging.inventory;
  if (!options.subject.empty()) arguments.insert(arguments.begin(), std::exchange(options.subject, ""));
  std::vector<std::string> names = take_names(arguments);
  if (names.empty()) return std::nullopt;
  if (names.size() > 1) {
    return Error{fmt::format("there is no file '{}'; trace one objective or tool at a time", names.back())};
  }
  options.subject = std::move(names.front());
  return std::nullopt;
}

template <class Row, class Id>
std::optional<std::uint32_t> find_id(const std::vector<Row>& rows, std::string_view id, Id id_of) {
  const auto at = std::ranges::find(rows, id, id_of);
  if (at == rows.end()) return std::nullopt;
  return static_cast<std::uint32_t>(at - rows.begin());
}

Error not_found(const AuditReport& report, std::string_view id, std::string_view kinds) {
  std::vector<std::string_view> ids;
  if (kinds != "tool") {
    for (const ObjectiveRow& row : report.strategy) ids.push_back(row.objective.id);
  }
  if (kinds != "objective") {
    for (const ToolRow& row : report.tools) ids.push_back(row.tool.id);
  }
  const std::string guess = did_you_mean(id, ids);
  return Error{fmt::format("unknown {} '{}'{}{}", kinds, id, guess.empty() ? "" : "; ", guess)};
}

Result<TraceFocus> focus_on(const AuditReport& report, std::string_view subject) {
  TraceFocus focus;
  if (subject.empty()) return focus;
  const EntityName wanted = entity_name(subject);
  const bool not_a_tool = wanted.kind == EntityKind::objective;
  const bool not_an_objective = wanted.kind == EntityKind::tool;
  const std::string_view id = not_a_tool || not_an_objective ? wanted.id : subject;
  if (!not_an_objective) {
    focus.objective = find_id(report.strategy, id, [](const ObjectiveRow& row) { return row.objective.id; });
  }
  if (!not_a_tool) focus.tool = find_id(report.tools, id, [](const ToolRow& row) { return row.tool.id; });
  if (!focus.objective && !focus.tool) {
    return not_found(report, id, not_a_tool ? "objective" : not_an_objective ? "tool" : "objective or tool");
  }
  if (focus.objective && focus.tool) {
    return Error{
        fmt::format("'{0}' is the id of an objective and of a tool; write objective/{0} or tool/{0}", id)};
  }
  return focus;
}

template <void (*write)(const AuditReport&, const TraceFocus&, const Sink&)>
void write_trace(const Traced& traced, const ReportStyle&, const Sink& sink) {
  write(traced.report, traced.focus, sink);
}
void write_styled_trace(const Traced& traced, const ReportStyle& style, const Sink& sink) {
  write_trace_text(traced.report, traced.focus, style, sink);
}
constexpr std::array trace_formats{
    Format<Traced>{"html", write_trace<write_trace_html>},
    Format<Traced>{"json", write_trace<write_trace_json>},
    Format<Traced>{"markdown", write_trace<write_trace_markdown>},
    Format<Traced>{"text", write_styled_trace},
};

int trace(TraceOptions& options, const Run& run) {
  if (const auto wrong = settle_subject(options)) return fail(*wrong);
  if (const auto failed = options.judging.configure(run)) return *failed;
  Judged judged;
  if (const auto failed = judge(options.judging, {}, judged)) return *failed;
  const Result<TraceFocus> focus = focus_on(judged.report, options.subject);
  if (!focus) return fail(focus.error());
  const Result<Written> written =
      write_as<trace_formats>(options.output, Traced{judged.report, *focus}, run.globals);
  return written ? exit_ok : fail(written.error());
}

constexpr std::array subject_row{
    Row{Option::path("subject", "OBJECTIVE|TOOL",
                     "Objective or tool id; default: all objectives. Use objective/ID or tool/ID if an id is "
                     "ambiguous")
            .as_argument(),
        &TraceOptions::subject},
};
constexpr std::array trace_output_rows{
    Row{Option::word("format", "FORMAT", "text, markdown, html (a page to share) or json",
                     names_of<trace_formats>)
            .with_letter('f')
            .with_default()
            .not_configurable(),
        &TextOutput::format},
    Row{output_file_option, &TextOutput::path},
    Row{follow_option, &TextOutput::follow},
};

}  // namespace

Command trace_command(const Globals& globals) {
  return command<TraceOptions>(globals, "trace", "Trace objectives to tools, spend and KPIs",
                               {subject_row,
                                {&TraceOptions::judging, JudgingOptions::group()},
                                {&TraceOptions::output, Group<TextOutput>{trace_output_rows}}},
                               trace);
}

}  // namespace martech_audit::cli
