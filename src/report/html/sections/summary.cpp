// The gap, and the money beside it.
#include <fmt/format.h>

#include "report/figures.h"
#include "report/html/sections.h"

namespace martech_audit::report {
namespace {

data figure(std::string_view label, const std::string& value, std::string_view note) {
  data item;
  put(item, "label", label);
  put(item, "value", value);
  if (!note.empty()) put(item, "note", note);
  return item;
}

data figures(const AuditReport& report) {
  data list{data::type::list};
  const MoneySummary& money = report.money;
  list.push_back(figure(
      "Spend a year", money_or_dash(money.total_cost),
      money.tools_without_cost == 0 ? "" : counted(money.tools_without_cost, "tool") + " of unknown cost"));
  if (report.off_strategy) {
    list.push_back(figure("Spend off strategy", share_text(report.off_strategy->share()),
                          money_text(report.off_strategy->off) + " reaches no active objective"));
  } else {
    list.push_back(figure("Spend off strategy", "not known", "no objective is known to be active"));
  }
  list.push_back(figure("Waste", money_text(money.recoverable), "can stop being paid"));
  list.push_back(figure("At risk", money_text(money.at_risk), "commits by itself on a date"));
  list.push_back(figure("Exposed", money_text(money.exposed), "buys what is not shown to be worth it"));
  list.push_back(
      figure("Opportunity", money_text(money.opportunity), "an estimate, or waits for a decision"));
  return list;
}

}  // namespace

std::optional<data> summary_data(const AuditReport& report, const Sink&) {
  const Score& score = report.score;
  data page;
  page.set("judged", score.has_verdict());
  put(page, "gap", gap_range(score.proven, score.unproven));
  put(page, "gap_split",
      fmt::format("{} proven, {} more not yet shown.", points_text(score.proven),
                  unproven_text(score.proven, score.unproven)));
  put(page, "proven_width", bar_length(score.proven));
  put(page, "unproven_width", bar_length(score.unproven));
  page.set("figures", figures(report));
  return page;
}

}  // namespace martech_audit::report
