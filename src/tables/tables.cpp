#include "tables/tables.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/arena.h"
#include "base/sort_by_key.h"
#include "martech_audit/money.h"
#include "score/score.h"
#include "tables/owner_role.h"
#include "tables/row_values.h"
#include "tables/tool_money.h"

namespace martech_audit {
namespace {

// Sorted: the order in which links are written says nothing.
std::vector<std::string_view> ids(const Value& list) {
  std::vector<std::string_view> result;
  for (const Value& item : items_of(list)) result.push_back(id_or_empty(item));
  std::ranges::sort(result);
  return result;
}

// `scratch` is for what nobody keeps: text and records are the inventory's.
ToolRow row_of(const Record& tool, const Inventory& inventory, const Facts& facts, Arena& scratch) {
  const auto fact = [&](std::string_view name) { return facts.of(tool, name, scratch); };
  ToolRow row;
  row.tool = {EntityKind::tool, text_or_empty(read(tool, "id")), text_or_empty(read(tool, "name"))};
  row.category = text_or_empty(read(tool, "category"));
  row.vendor = text_or_empty(read(tool, "vendor"));
  row.status = text_or_empty(read(tool, "status"));
  row.in_use = fact("audited").as_boolean();
  row.owner = id_or_empty(read(tool, "owner"));
  row.owner_left = boolean_or_none(fact("owner_left")).value_or(false);
  row.residency = text_or_empty(read(tool, "data.residency"));
  row.owner_role = owner_role(tool, facts, scratch);
  row.department = text_or_empty(fact("owner_department"));
  row.objectives = ids(read(tool, "objectives"));
  row.kpis = ids(read(tool, "kpis"));
  row.annual_cost = money_or_none(fact("annual_cost"), inventory.currency());
  row.utilisation = number_or_none(fact("utilisation"));
  row.contract_ends = date_or_none(fact("contract_ends"));
  row.renews_on = date_or_none(fact("renews_on"));
  row.notice_by = date_or_none(fact("notice_by"));
  row.notice_missed = boolean_or_none(fact("notice_missed"));
  row.notice_known = fact("notice_known").as_boolean();
  row.auto_renews = boolean_or_none(read(tool, "contract.auto_renews"));
  row.term_months = integer_or_none(fact("next_term_months"));
  row.renewal_commitment = money_or_none(fact("renewal_commitment"), inventory.currency());
  row.is_past_its_end = read(tool, "contract.ends").is(ValueKind::date) && fact("contract_ends").is_unknown();
  if (row.renews_on || row.renewal_commitment || row.is_past_its_end)
    row.possible_commitment = money_or_none(fact("possible_commitment"), inventory.currency());
  return row;
}

void add_points(std::span<const Finding> findings, std::vector<ToolRow>& rows) {
  for (const Finding& finding : findings) {
    if (finding.entity.kind != EntityKind::tool) continue;
    rows[finding.entity_index].points += finding.points;
    Money& waste = rows[finding.entity_index].waste;
    waste.minor = saturating_add(waste.minor, finding.waste());
  }
}

void mark_trouble(std::span<const Finding> findings, std::vector<ToolRow>& rows) {
  for (const Finding& finding : findings) {
    const bool grave = finding.entity.kind == EntityKind::tool && finding.severity >= Severity::high;
    if (grave) rows[finding.entity_index].in_trouble = true;
  }
}

class Groups {
 public:
  explicit Groups(Currency currency) : currency_(currency) {}

  // Of a tool whose cost is known.
  void add(std::string_view name, const ToolRow& tool) {
    SpendRow& row = rows_.try_emplace(name, SpendRow{name, {0, currency_}, 0, {}}).first->second;
    row.annual_cost.minor = saturating_add(row.annual_cost.minor, tool.annual_cost->minor);
    ++row.tools;
    if (!tool.is_waste_known()) return;
    if (!row.waste) row.waste = Money{0, currency_};
    row.waste->minor = saturating_add(row.waste->minor, tool.waste.minor);
  }

  // Largest first.
  std::vector<SpendRow> sorted() const {
    std::vector<SpendRow> result;
    for (const auto& [name, row] : rows_) result.push_back(row);
    std::stable_sort(result.begin(), result.end(), [](const SpendRow& a, const SpendRow& b) {
      return a.annual_cost.minor > b.annual_cost.minor;
    });
    return result;
  }

 private:
  std::map<std::string_view, SpendRow> rows_;
  Currency currency_;
};

std::uint32_t row_of(const AuditReport& report, const Value& tool) {
  return static_cast<std::uint32_t>(report.tool(id_or_empty(tool)) - report.tools.data());
}

void fill_integrations(const Inventory& inventory, AuditReport& report) {
  for (const Record& integration : inventory.entities(EntityKind::integration)) {
    const Value from = read(integration, "from"), to = read(integration, "to");
    if (!from.is(ValueKind::record) || !to.is(ValueKind::record)) continue;
    report.integrations.push_back({text_or_empty(read(integration, "id")), row_of(report, from),
                                   row_of(report, to), text_or_empty(read(integration, "kind")),
                                   text_or_empty(read(integration, "direction")),
                                   text_or_empty(read(integration, "status"))});
  }
  std::ranges::sort(report.integrations, {}, &IntegrationRow::id);
}

void fill_teams(const Inventory& inventory, AuditReport& report) {
  std::map<std::string_view, TeamRow> rows;
  for (const Record& team : inventory.entities(EntityKind::team)) {
    const EntityRef ref{EntityKind::team, text_or_empty(read(team, "id")), text_or_empty(read(team, "name"))};
    rows[ref.id].team = ref;
  }
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    const std::uint32_t row = row_of(report, Value::record(&tool));
    const auto owner = rows.find(id_or_empty(read(tool, "owner.team")));
    if (owner != rows.end()) owner->second.owns.push_back(row);
    for (const Value& user : items_of(read(tool, "user_teams"))) {
      const auto team = rows.find(id_or_empty(user));
      if (team != rows.end()) team->second.uses.push_back(row);
    }
  }
  for (auto& [id, row] : rows) {
    for (auto* list : {&row.owns, &row.uses}) {
      std::ranges::sort(*list);
      list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    report.teams.push_back(std::move(row));
  }
}

// Rows are in the order of the inventory, and will be in that of ids.
void fill_money(std::span<const ToolMoney> money, AuditReport& report) {
  std::vector<std::string_view> row_ids;
  for (const ToolRow& row : report.tools) row_ids.push_back(row.tool.id);
  const std::vector<std::uint32_t> row_of = id_ranks(row_ids);
  for (std::size_t i = 0; i < money.size(); ++i) {
    put_money(money[i], row_of, report.tools[i]);
    if (report.waterfall) report.tools[i].spend = report.waterfall->tools[i].parts;
  }
}

void fill_off_strategy(const Inventory& inventory, const Facts& facts, AuditReport& report) {
  Arena scratch;
  const auto fact = [&](std::string_view name) { return facts.of(inventory.organisation(), name, scratch); };
  const auto off = money_or_none(fact("spend_off_strategy"), inventory.currency());
  const auto total = money_or_none(fact("total_cost"), inventory.currency());
  if (off && total) report.off_strategy = SpendOffStrategy{*off, *total};
}

}  // namespace

void sum_up_tools(AuditReport& report) {
  for (ToolRow& row : report.tools) {
    row.points = 0;
    row.waste = {0, report.currency};
    row.in_trouble = false;
  }
  mark_trouble(report.findings, report.tools);
  add_points(report.findings, report.tools);
  add_points(report.waived, report.tools);
  for (const EvidenceGap& gap : report.evidence_missing) {
    if (gap.entity.kind == EntityKind::tool) report.tools[gap.entity_index].points += gap.points;
  }
  Groups category(report.currency), department(report.currency);
  for (const ToolRow& row : report.tools) {
    if (!row.annual_cost || !row.in_use) continue;
    category.add(row.category, row);
    department.add(row.department, row);
  }
  report.spend_by_category = category.sorted();
  report.spend_by_department = department.sorted();
}

void fill_tables(const Inventory& inventory, const Facts& facts, std::span<const ToolMoney> money,
                 AuditReport& report) {
  Arena scratch;
  report.tools.reserve(inventory.entities(EntityKind::tool).size());
  for (const Record& tool : inventory.entities(EntityKind::tool)) {
    report.tools.push_back(row_of(tool, inventory, facts, scratch));
    scratch.reset();
  }
  fill_money(money, report);
  sum_up_tools(report);
  fill_off_strategy(inventory, facts, report);
  sort_by_key(report.tools, [](const ToolRow& row) { return row.tool.id; });
  fill_integrations(inventory, report);
  fill_teams(inventory, report);
}

}  // namespace martech_audit
