// `trace` for programs.
#include <algorithm>

#include "martech_audit/trace.h"
#include "record/writer.h"
#include "report/fields/report.h"
#include "report/json_members.h"

namespace martech_audit {
namespace {

bool involves(const ObjectiveRow& row, std::uint32_t tool) {
  const bool serves = std::ranges::find(row.tools, tool, &ServingTool::tool) != row.tools.end();
  const auto provides = [&](const CapabilityRow& need) {
    return std::ranges::binary_search(need.providers, tool);
  };
  return serves || std::ranges::any_of(row.required, provides);
}

bool involves(const ObjectiveRow& row, const TraceFocus& focus, const AuditReport& report) {
  if (focus.objective) return &row == &report.strategy[*focus.objective];
  return !focus.tool || involves(row, *focus.tool);
}

// What the objectives that are shown name.
struct Named {
  std::vector<bool> kpis, tools;  // by index

  Named(const AuditReport& report, const TraceFocus& focus)
      : kpis(report.kpis.size()), tools(report.tools.size()) {
    for (const ObjectiveRow& row : report.strategy) {
      if (!involves(row, focus, report)) continue;
      for (const std::uint32_t kpi : row.kpis) kpis[kpi] = true;
      for (const ServingTool& serving : row.tools) tools[serving.tool] = true;
      for (const CapabilityRow& need : row.required) {
        for (const std::uint32_t provider : need.providers) tools[provider] = true;
      }
    }
    if (focus.tool) add_tool(*focus.tool, report);
    if (!focus.tool && !focus.objective) {
      kpis.assign(kpis.size(), true);
      tools.assign(tools.size(), true);
    }
  }

  void add_tool(std::uint32_t tool, const AuditReport& report) {
    tools[tool] = true;
    for (const std::string_view id : report.tools[tool].kpis) {
      const auto at =
          std::ranges::lower_bound(report.kpis, id, {}, [](const KpiRow& row) { return row.kpi.id; });
      if (at != report.kpis.end()) kpis[static_cast<std::size_t>(at - report.kpis.begin())] = true;
    }
  }
};

}  // namespace

void write_trace_json(const AuditReport& report, const TraceFocus& focus, const Sink& sink) {
  using Layout = report::JsonWriter::Layout;
  const Named named(report, focus);
  report::JsonWriter json(sink);
  record::Writer write(json, report);
  json.begin_object(Layout::lines);
  write("as_of", report.as_of);
  report::write_member(json, "currency", report.currency.code());
  json.key("kpis");
  json.begin_array(Layout::lines);
  for (std::size_t i = 0; i < report.kpis.size(); ++i) {
    if (named.kpis[i]) write.write(report.kpis[i]);
  }
  json.end_array();
  json.key("strategy");
  json.begin_array(Layout::lines);
  for (const ObjectiveRow& row : report.strategy) {
    if (involves(row, focus, report)) write.write(row);
  }
  json.end_array();
  json.key("tools");
  json.begin_array(Layout::lines);
  for (std::size_t i = 0; i < report.tools.size(); ++i) {
    if (named.tools[i]) write.write(report.tools[i]);
  }
  json.end_array();
  json.end_object();
  json.finish();
}

}  // namespace martech_audit
