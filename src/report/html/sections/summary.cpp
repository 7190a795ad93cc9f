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
  list.push_back(figure("Annual spend", money_or_dash(money.total_cost),
                        money.tools_without_cost == 0
                            ? ""
                            : counted(money.tools_without_cost, "tool") + " with no known cost"));
  if (report.off_strategy) {
    list.push_back(figure("Off-strategy spend", share_text(report.off_strategy->share()),
                          money_text(report.off_strategy->off) + " supports no active objective"));
  } else {
    list.push_back(figure("Off-strategy spend", "unknown", "no active objective is known"));
  }
  list.push_back(figure("Waste", money_text(money.recoverable), "can be saved"));
  list.push_back(figure("Auto-renewing", money_text(money.at_risk), "renews automatically on a known date"));
  list.push_back(
      figure("Unproven value", money_text(money.exposed), "is spent on tools with no demonstrated value"));
  list.push_back(
      figure("Opportunity", money_text(money.opportunity), "is an estimate or depends on a decision"));
  return list;
}

}  // namespace

std::optional<data> summary_data(const AuditReport& report, const Sink&) {
  const Score& score = report.score;
  data page;
  page.set("judged", score.has_verdict());
  put(page, "gap", gap_range(score.proven, score.unproven));
  put(page, "gap_split",
      fmt::format("{} proven, {} more unproven.", points_text(score.proven),
                  unproven_text(score.proven, score.unproven)));
  put(page, "proven_width", bar_length(score.proven));
  put(page, "unproven_width", bar_length(score.unproven));
  page.set("figures", figures(report));
  return page;
}

}  // namespace martech_audit::report
