// Every tool, with how much of it is used.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {

std::optional<data> tools_data(const AuditReport& report, const Sink& out) {
  data page;
  put_rows(
      page, "tools", std::span(report.tools),
      [](const ToolRow& row) {
        data item;
        put(item, "name", brief(called(row.tool), longest_name));
        put(item, "category", brief(row.category, longest_name));
        put(item, "owner", brief(row.owner, longest_name));
        put(item, "cost", money_or_dash(row.annual_cost));
        put(item, "cost_sort", std::to_string(row.annual_cost ? row.annual_cost->minor : -1));
        put(item, "waste", row.waste.minor == 0 ? "–" : money_text(row.waste));
        put(item, "waste_sort", std::to_string(row.waste.minor));
        put(item, "points", points_text(row.points));
        put(item, "points_sort", std::to_string(row.points));
        item.set("trouble", row.in_trouble);
        item.set("utilised", row.utilisation.has_value());
        const double utilisation = row.utilisation.value_or(-1);
        put(item, "utilisation", share_text(utilisation));
        put(item, "utilisation_sort", fmt::format("{:.4f}", utilisation));
        put(item, "utilisation_width", length(std::clamp(utilisation, 0.0, 1.0) * 100));
        return item;
      },
      out);
  return page;
}

}  // namespace martech_audit::report
