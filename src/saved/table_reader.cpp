// The tables of a report: tools and what connects them, spend, strategy.
#include <utility>

#include "saved/report_reader.h"

namespace martech_audit::saved {
namespace {

// Its names go only one way.
std::optional<Coverage> coverage(std::string_view word) {
  for (const Coverage known : {Coverage::none, Coverage::troubled, Coverage::once, Coverage::twice}) {
    if (name(known) == word) return known;
  }
  return std::nullopt;
}

}  // namespace

void ReportReader::read_tables(const Fields& root) {
  root.each_object("tools", [&](const Fields& item) {
    tools_.emplace(item.text("id"), static_cast<std::uint32_t>(report_.tools.size()));
    keep(report_.tools, tool(item));
  });
  root.each_object("integrations", [&](const Fields& item) {
    report_.integrations.push_back({item.text("id"), look_up(item, "from", tools_),
                                    look_up(item, "to", tools_), item.text_or_empty("kind"),
                                    item.text_or_empty("direction"), item.text_or_empty("status")});
  });
  root.each_object("teams", [&](const Fields& item) {
    report_.teams.push_back({{EntityKind::team, item.text("id"), item.text_or_empty("name")},
                             look_up_all(item, "owns", tools_),
                             look_up_all(item, "uses", tools_)});
  });
  root.each_object("kpis", [&](const Fields& item) {
    kpis_.emplace(item.text("id"), static_cast<std::uint32_t>(report_.kpis.size()));
    report_.kpis.push_back({{EntityKind::kpi, item.text("id"), item.text("title")},
                            item.boolean("measured"),
                            item.date_or_none("measured_on"),
                            item.text_or_empty("source")});
  });
}

ToolRow ReportReader::tool(const Fields& item) {
  ToolRow row;
  row.tool = {EntityKind::tool, item.text("id"), item.text("name")};
  row.category = item.text_or_empty("category");
  row.vendor = item.text_or_empty("vendor");
  row.status = item.text_or_empty("status");
  row.in_use = item.boolean("in_use");
  row.owner = item.text_or_empty("owner");
  row.department = item.text_or_empty("department");
  row.objectives = item.texts("objectives");
  row.kpis = item.texts("kpis");
  row.annual_cost = item.money_or_none("annual_cost");
  row.utilisation = item.real_or_none("utilisation");
  row.renews_on = item.date_or_none("renews_on");
  row.notice_by = item.date_or_none("notice_by");
  row.renewal_commitment = item.money_or_none("renewal_commitment");
  row.in_trouble = item.boolean("in_trouble");
  row.points = item.points("points");
  row.waste = item.money("waste");
  return row;
}

void ReportReader::read_summary(const Fields& summary) {
  const Fields money = summary.object("money");
  report_.money = {.total_cost = money.money_or_none("total_cost"),
                   .tools_without_cost = money.count("tools_without_cost"),
                   .recoverable = money.money("recoverable"),
                   .at_risk = money.money("at_risk"),
                   .exposed = money.money("exposed"),
                   .opportunity = money.money("opportunity"),
                   .waived = money.money("waived")};
  if (!summary.is_null("spend_off_strategy")) {
    const Fields off = summary.object("spend_off_strategy");
    report_.off_strategy = SpendOffStrategy{off.money("off"), off.money("total")};
  }
  report_.spend_by_category = spend(summary, "spend_by_category");
  report_.spend_by_department = spend(summary, "spend_by_department");
  if (summary.is_null("spend_by_objective")) return;
  auto& rows = report_.spend_by_objective.emplace();
  summary.each_object("spend_by_objective", [&](const Fields& item) {
    rows.push_back({item.text("name"), item.money("annual_cost")});
  });
}

std::vector<SpendRow> ReportReader::spend(const Fields& summary, std::string_view key) {
  std::vector<SpendRow> rows;
  summary.each_object(key, [&](const Fields& item) {
    rows.push_back({item.text("name"), item.money("annual_cost"), item.count("tools"), item.money("waste")});
  });
  return rows;
}

void ReportReader::read_strategy(const Fields& root) {
  root.each_object("strategy", [&](const Fields& item) { report_.strategy.push_back(objective(item)); });
  root.each_object("marketing5", [&](const Fields& item) { report_.marketing5.push_back(component(item)); });
}

ObjectiveRow ReportReader::objective(const Fields& item) {
  ObjectiveRow row;
  row.objective = {EntityKind::objective, item.text("id"), item.text("title")};
  row.status = item.text_or_empty("status");
  row.owner = item.text_or_empty("owner");
  if (!item.is_null("priority")) row.priority = item.integer("priority");
  row.spend = item.money_or_none("spend");
  row.kpis = look_up_all(item, "kpis", kpis_);
  item.each_object("requires", [&](const Fields& capability) {
    const std::string_view id = capability.text("capability");
    row.required.push_back({{EntityKind::capability, id, id},
                            capability.word("coverage", coverage),
                            look_up_all(capability, "providers", tools_)});
  });
  item.each_object("tools", [&](const Fields& serving) {
    row.tools.push_back({look_up(serving, "id", tools_), serving.money_or_none("part")});
  });
  return row;
}

ComponentRow ReportReader::component(const Fields& item) {
  return {item.text("component"), static_cast<int>(item.integer("level")),
          static_cast<int>(item.integer("possible_level")), look_up_all(item, "tools", tools_)};
}

}  // namespace martech_audit::saved
