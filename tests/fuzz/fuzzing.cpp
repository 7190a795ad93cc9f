#include "fuzzing.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "audit/load.h"
#include "audit/packs.h"
#include "base/text.h"
#include "findings/baseline.h"
#include "martech_audit/diff.h"
#include "martech_audit/graph.h"
#include "martech_audit/reporter.h"
#include "martech_audit/saved_report.h"
#include "martech_audit/trace.h"
#include "saved/verify.h"

namespace martech_audit::fuzz {
namespace {

std::string_view around(std::string_view text, std::size_t at) {
  constexpr std::size_t margin = 200;
  return text.substr(at - std::min(at, margin), 2 * margin);
}

// Nothing but line breaks and tabs below the space, and UTF-8.
void check_plain(std::string_view what, std::string_view text) {
  const auto bad = std::ranges::find_if(
      text, [](unsigned char c) { return (c < ' ' && c != '\n' && c != '\r' && c != '\t') || c == 0x7F; });
  const auto at = static_cast<std::size_t>(bad - text.begin());
  if (at < text.size()) demand(false, std::string(what) + " holds a control character", around(text, at));
  if (const auto invalid = first_invalid_utf8(text)) {
    demand(false, std::string(what) + " is not UTF-8", around(text, *invalid));
  }
}

void check_place(const Location& where, std::string_view of) {
  demand(where.begin <= where.end, "a place that ends before it begins", of);
  demand(where.end <= where.source->text().size(), "a place beyond its text", of);
}

std::string collected(const std::function<void(const Sink&)>& write) {
  std::string text;
  write([&](std::string_view bytes) { text += bytes; });
  return text;
}

std::string written(const AuditReport& report, const Reporter& reporter, const ReportStyle& style = {}) {
  return collected([&](const Sink& sink) { reporter.write(report, style, sink); });
}

void check_json(std::string_view format, std::string_view text) {
  demand(nlohmann::json::accept(text), std::string(format) + " is no JSON", text);
}

void check_format(std::string_view format, std::string_view text) {
  check_plain(format, text);
  if (format == "json" || format == "sarif" || format == "gitlab") check_json(format, text);
  if (format != "ndjson") return;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    check_json(format, text.substr(begin, end - begin));
    begin = end + 1;
  }
}

std::string list_of(const std::vector<saved::Discrepancy>& found) {
  std::string list;
  for (const saved::Discrepancy& one : found) {
    list += one.pointer + ": " + one.says + " / " + one.expected + "\n";
  }
  return list;
}

// What stands beside the reporters.
void check_pictures(const AuditReport& report) {
  const auto plain = [](std::string_view what, const std::function<void(const Sink&)>& write) {
    check_plain(what, collected(write));
  };
  for (const auto by : {GraphGroups::category, GraphGroups::department, GraphGroups::objective}) {
    plain("dot", [&](const Sink& sink) { write_graph_dot(report, {by, {}}, sink); });
    plain("mermaid", [&](const Sink& sink) { write_graph_mermaid(report, {by, {}}, sink); });
  }
  plain("trace", [&](const Sink& sink) { write_trace_text(report, {}, {}, sink); });
  plain("trace", [&](const Sink& sink) { write_trace_markdown(report, {}, sink); });
  plain("trace", [&](const Sink& sink) { write_trace_html(report, {}, sink); });
  check_json("trace", collected([&](const Sink& sink) { write_trace_json(report, {}, sink); }));
}

AuditReport judged(const std::vector<SourcePtr>& inventory, const AuditOptions& options) {
  Diagnostics diagnostics;
  std::optional<AuditReport> report = audit(inventory, options, diagnostics);
  demand(report.has_value(), "judged once and not again", render(diagnostics));
  return *std::move(report);
}

void check_baseline(const std::vector<SourcePtr>& inventory, AuditOptions options,
                    const AuditReport& report) {
  Diagnostics diagnostics;
  const std::string text = baseline_text(report.findings, report.rules, report.currency);
  options.baseline = read_baseline(source("baseline", text), diagnostics);
  demand(options.baseline && diagnostics.empty(), "the run's own baseline does not read",
         render(diagnostics) + text);
  const AuditReport again = judged(inventory, options);
  const BaselineUse use = *again.baseline;
  demand(use.known == report.findings.size() && use.fresh + use.worsened + use.stale == 0,
         "the run's own baseline does not know its findings", text);
}

void check_difference(const std::vector<SourcePtr>& inventory, const AuditOptions& options,
                      const AuditReport& report) {
  Diagnostics diagnostics;
  const auto changes =
      diff({"before", report, inventory, options}, {"after", judged(inventory, options), inventory, options},
           options.gate, diagnostics);
  demand(changes.has_value(), "no difference from itself to be had", render(diagnostics));
  const auto text = collected([&](const Sink& sink) { write_diff_text(*changes, {}, sink); });
  check_plain("diff", text);
  check_plain("diff", collected([&](const Sink& sink) { write_diff_markdown(*changes, sink); }));
  check_plain("diff", collected([&](const Sink& sink) { write_diff_html(*changes, sink); }));
  check_json("diff", collected([&](const Sink& sink) { write_diff_json(*changes, sink); }));
  const bool same = changes->fresh.empty() && changes->worsened.empty() && changes->improved.empty() &&
                    changes->ended.empty() && changes->comparable && changes->gap_change() == 0 &&
                    changes->loosened.empty() && changes->tightened.empty() && changes->lost_evidence &&
                    changes->lost_evidence->empty();
  demand(same, "an inventory differs from itself", text);
}

}  // namespace

void demand(bool holds, std::string_view what, std::string_view detail) {
  if (holds) return;
  std::fprintf(stderr, "%.*s:\n%.*s\n", static_cast<int>(what.size()), what.data(),
               static_cast<int>(detail.size()), detail.data());
  std::abort();
}

void demand_same(std::string_view what, std::string_view one, std::string_view other) {
  if (one == other) return;
  const auto at = static_cast<std::size_t>(std::ranges::mismatch(one, other).in1 - one.begin());
  demand(false, what, std::string(around(one, at)) + "\n--- and not ---\n" + std::string(around(other, at)));
}

SourcePtr source(std::string name, std::string_view text) {
  return std::make_shared<const Source>(std::move(name), std::string(text));
}

std::string file_text(const std::string& path) {
  std::ifstream file(MARTECH_AUDIT_SOURCE_DIR "/" + path, std::ios::binary);
  demand(file.good(), "cannot be read", path);
  return {std::istreambuf_iterator<char>(file), {}};
}

void check(const Diagnostics& diagnostics) {
  for (const Diagnostic& one : diagnostics.all()) {
    demand(!one.message.empty(), "a diagnostic without words");
    if (one.where) check_place(one.where, one.message);
  }
  check_plain("a diagnostic", render(diagnostics));
}

void check(bool has_result, const Diagnostics& diagnostics) {
  check(diagnostics);
  demand(has_result || diagnostics.has_errors(), "neither a result nor an error", render(diagnostics));
  demand(!has_result || !diagnostics.has_errors(), "a result in spite of an error", render(diagnostics));
}

void check_places(const Document& document) {
  for (NodeId id = 0; id < document.node_count(); ++id) {
    const Node node = document.node(id);
    const std::string pointer = document.pointer(id);
    check_place(node.where(), pointer);
    const std::size_t length = node.text().size();
    check_place(node.where(0, length), pointer);
    check_place(node.where(length / 2, length), pointer);
    demand(node.source_offset(length) <= document.source()->text().size(), "an offset beyond the text",
           pointer);
  }
}

AuditOptions options() {
  using namespace std::chrono_literals;
  AuditOptions options;
  options.as_of = 2026y / 11 / 23;
  options.built_in_packs = false;
  return options;
}

SourcePtr pack(std::size_t number) {
  const auto& packs = built_in_packs();
  return packs[number % packs.size()].document.source();
}

void check_report(const AuditReport& report, Figures figures) {
  const SourcePtr saved = source("report.json", written(report, *find_reporter("json")));
  demand(is_saved_report(*saved), "a report does not look like one", saved->text());
  Diagnostics diagnostics;
  const std::optional<AuditReport> again = read_report(saved, diagnostics);
  demand(again.has_value(), "a report does not read back", render(diagnostics));
  const std::size_t turn = saved->text().size();
  const Reporter& reporter = all_reporters()[turn % all_reporters().size()];
  const std::string text = written(report, reporter);
  check_format(reporter.name, text);
  demand_same(std::string(reporter.name) + " of a report read back differs", text, written(*again, reporter));
  if (reporter.name == "text") {
    check_plain("text in ASCII",
                written(report, reporter, {.unicode = false, .width = 40, .verbose = true, .filter = {}}));
  }
  check_plain("the verdict", verdict_line(report));
  if (reporter.name == "html") check_pictures(report);
  const auto wrong = saved::verify(saved, *again);
  demand(figures != Figures::hold || wrong.empty(), "figures that do not hold", list_of(wrong));
}

void check_audit(const std::vector<SourcePtr>& inventory, const AuditOptions& options) {
  Diagnostics diagnostics;
  const std::optional<AuditReport> report = audit(inventory, options, diagnostics);
  check(report.has_value(), diagnostics);
  if (!report) return;
  std::size_t turn = 0;
  for (const SourcePtr& source : inventory) turn += source->text().size();
  switch (turn % 4) {
    case 0:
      return check_baseline(inventory, options, *report);
    case 1:
      return check_difference(inventory, options, *report);
    default:
      return check_report(*report, Figures::hold);
  }
}

void check_imported(const std::string& yaml) {
  Diagnostics diagnostics;
  const auto inventory = load_inventory({source("imported.yaml", yaml)}, diagnostics);
  check(diagnostics);
  demand(inventory.has_value(), "what was imported is no inventory", render(diagnostics) + yaml);
}

}  // namespace martech_audit::fuzz
