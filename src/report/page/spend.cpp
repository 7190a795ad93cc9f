#include <fmt/format.h>

#include <algorithm>

#include "report/figures.h"
#include "report/page/sections.h"
#include "report/phrases.h"

namespace martech_audit::report {

void write_spend(const AuditPage& input, Page& page) {
  const auto& rows = input.report.spend_by_category;
  if (rows.empty()) {
    page.add(Heading{.title = "Spend by category"});
    return page.add(Paragraph{{{"No costs are given."}}});
  }
  page.add(Heading{.title = "Spend by category", .key = {{Part::spend, "spend"}, {Part::waste, "waste"}}});
  const double most = std::max(1.0, static_cast<double>(rows.front().annual_cost.minor));
  page.add(
      Table{.label = "Spend by category",
            .columns = {{"Category", ColumnKind::name},
                        {"Annual spend and waste", ColumnKind::bar},
                        {"Spend", ColumnKind::number},
                        {"Waste", ColumnKind::number}},
            .size = rows.size(),
            .row = [&rows, most](std::size_t i) {
              const SpendRow& row = rows[i];
              const std::string cost = money_text(row.annual_cost);
              const std::string waste = row.waste ? money_text(*row.waste) : "not known";
              const std::int64_t minor = row.waste ? row.waste->minor : 0;
              const double wasted = static_cast<double>(minor) / most;
              return std::vector<Cell>{
                  {.text = {{row.name.empty() ? "no category" : brief(spelled_out(row.name), longest_name)}}},
                  {.bar = Bar{{{Part::waste, wasted},
                               {Part::spend, static_cast<double>(row.annual_cost.minor) / most - wasted}},
                              row.waste ? fmt::format("{}, including {} of waste", cost, waste)
                                        : cost + ", waste not known"}},
                  {.text = {{cost}}, .sort = std::to_string(row.annual_cost.minor)},
                  {.text = {{waste}}, .sort = std::to_string(row.waste ? minor : -1)}};
            }});
}

}  // namespace martech_audit::report
