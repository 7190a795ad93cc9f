// Spend by category, with the waste in it.
#include <algorithm>

#include "report/figures.h"
#include "report/html/sections.h"
#include "report/text/sections.h"

namespace martech_audit::report {

std::optional<data> money_data(const AuditReport& report, const Sink&) {
  const auto& rows = report.spend_by_category;
  const double most = rows.empty() ? 1 : std::max(1.0, static_cast<double>(rows.front().annual_cost.minor));
  data page;
  put_list(page, "categories", list_of(rows, [&](const SpendRow& row) {
             data item;
             put(item, "name", row.name.empty() ? "no category" : brief(row.name, longest_name));
             put(item, "cost", money_text(row.annual_cost));
             put(item, "cost_sort", std::to_string(row.annual_cost.minor));
             put(item, "cost_width", bar_length(static_cast<double>(row.annual_cost.minor) / most));
             put(item, "waste", money_text(row.waste));
             put(item, "waste_sort", std::to_string(row.waste.minor));
             put(item, "waste_width", bar_length(static_cast<double>(row.waste.minor) / most));
             return item;
           }));
  return page;
}

}  // namespace martech_audit::report
