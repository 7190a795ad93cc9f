#include "audit/tables.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "base/dates.h"

namespace martech_audit {
namespace {

std::string_view text_or_empty(const Value& value) {
  if (value.is(ValueKind::string)) return value.as_text();
  return {};
}

// The id of what a reference names.
std::string_view id_or_empty(const Value& value) {
  return value.is(ValueKind::record) ? text_or_empty(read(*value.as_record(), "id")) : std::string_view();
}

std::optional<Money> money(const Value& value, Currency currency) {
  if (!value.is(ValueKind::decimal)) return std::nullopt;
  return Money::from({value.as_integer(), static_cast<std::int32_t>(value.scale())}, currency);
}

std::optional<double> number(const Value& value) {
  return value.is(ValueKind::real) ? std::optional(value.as_real()) : std::nullopt;
}

std::optional<Date> date(const Value& value) {
  if (value.is(ValueKind::date) && !value.is_before()) return from_days(value.as_integer());
  return std::nullopt;
}

std::vector<std::string_view> ids(const Value& list) {
  std::vector<std::string_view> result;
  if (!list.is(ValueKind::list)) return result;
  for (const Value& item : list.as_list()) result.push_back(id_or_empty(item));
  return result;
}

ToolRow row_of(const Record& tool, const Inventory& inventory, const Facts& facts) {
  ToolRow row;
  row.tool = {EntityKind::tool, text_or_empty(read(tool, "id")), text_or_empty(read(tool, "name"))};
  row.category = text_or_empty(read(tool, "category"));
  row.vendor = text_or_empty(read(tool, "vendor"));
  row.status = text_or_empty(read(tool, "status"));
  row.owner = id_or_empty(read(tool, "owner"));
  row.department = text_or_empty(facts.of(tool, "owner_department"));
  row.objectives = ids(read(tool, "objectives"));
  row.annual_cost = money(facts.of(tool, "annual_cost"), inventory.currency());
  row.utilisation = number(facts.of(tool, "utilisation"));
  row.renews_on = date(facts.of(tool, "renews_on"));
  row.notice_by = date(facts.of(tool, "notice_by"));
  row.waste.currency = inventory.currency();
  return row;
}

void add_points(std::span<const Finding> findings, std::vector<ToolRow>& rows) {
  for (const Finding& finding : findings) {
    if (finding.entity.kind != EntityKind::tool) continue;
    rows[finding.entity_index].points += finding.points;
    rows[finding.entity_index].waste.minor += finding.waste();
  }
}

class Groups {
 public:
  explicit Groups(Currency currency) : currency_(currency) {}

  void add(std::string_view name, std::int64_t minor, std::int64_t waste) {
    SpendRow& row = rows_[name];
    row.name = name;
    row.annual_cost.minor += minor;
    row.waste.minor += waste;
    ++row.tools;
  }

  // Largest first.
  std::vector<SpendRow> sorted() const {
    std::vector<SpendRow> result;
    for (const auto& [name, row] : rows_) {
      result.push_back(row);
      result.back().annual_cost.currency = result.back().waste.currency = currency_;
    }
    std::stable_sort(result.begin(), result.end(), [](const SpendRow& a, const SpendRow& b) {
      return a.annual_cost.minor > b.annual_cost.minor;
    });
    return result;
  }

 private:
  std::map<std::string_view, SpendRow> rows_;
  Currency currency_;
};

// A tool's cost in equal parts to the objectives it serves, the odd cents to the first of them.
void add_shares(const ToolRow& row, const std::vector<std::string_view>& objectives, Groups& groups) {
  const auto count = static_cast<std::int64_t>(objectives.size());
  const auto part = [&](std::int64_t whole, std::int64_t i) { return whole / count + (i < whole % count ? 1 : 0); };
  for (std::int64_t i = 0; i < count; ++i) {
    groups.add(objectives[static_cast<std::size_t>(i)], part(row.annual_cost->minor, i), part(row.waste.minor, i));
  }
}

void fill_spend(const TableFacts& facts, AuditReport& report) {
  Groups category(report.currency), department(report.currency), objective(report.currency);
  for (std::size_t i = 0; i < report.tools.size(); ++i) {
    const ToolRow& row = report.tools[i];
    if (!row.annual_cost || row.status == "retired") continue;
    category.add(row.category, row.annual_cost->minor, row.waste.minor);
    department.add(row.department, row.annual_cost->minor, row.waste.minor);
    const auto& served = facts.active_objectives[i];
    add_shares(row, served.empty() ? std::vector<std::string_view>(1) : served, objective);
  }
  report.spend_by_category = category.sorted();
  report.spend_by_department = department.sorted();
  report.spend_by_objective = objective.sorted();
}

std::optional<SpendOffStrategy> off_strategy(const Inventory& inventory, const Facts& facts) {
  const auto off = money(facts.of(inventory.organisation(), "spend_off_strategy"), inventory.currency());
  const auto total = money(facts.of(inventory.organisation(), "total_cost"), inventory.currency());
  if (!off || !total) return std::nullopt;
  return SpendOffStrategy{*off, *total};
}

}  // namespace

std::vector<std::optional<std::int64_t>> TableFacts::costs() const {
  std::vector<std::optional<std::int64_t>> costs;
  costs.reserve(tools.size());
  for (const ToolRow& row : tools) {
    costs.push_back(row.annual_cost ? std::optional(row.annual_cost->minor) : std::nullopt);
  }
  return costs;
}

TableFacts table_facts(const Inventory& inventory, const Facts& facts) {
  TableFacts result;
  const auto tools = inventory.entities(EntityKind::tool);
  result.tools.reserve(tools.size());
  result.active_objectives.reserve(tools.size());
  for (const Record& tool : tools) {
    result.tools.push_back(row_of(tool, inventory, facts));
    result.active_objectives.push_back(ids(facts.of(tool, "active_objectives")));
  }
  result.off_strategy = off_strategy(inventory, facts);
  return result;
}

void fill_tables(TableFacts facts, AuditReport& report) {
  report.tools = std::move(facts.tools);
  add_points(report.findings, report.tools);
  add_points(report.waived, report.tools);
  for (const EvidenceGap& gap : report.evidence_missing) {
    if (gap.entity.kind == EntityKind::tool) report.tools[gap.entity_index].points += gap.points;
  }
  fill_spend(facts, report);
  report.off_strategy = facts.off_strategy;
  std::stable_sort(report.tools.begin(), report.tools.end(),
                   [](const ToolRow& a, const ToolRow& b) { return a.tool.id < b.tool.id; });
}

}  // namespace martech_audit
