#include "tables/strategy.h"

#include <algorithm>
#include <limits>
#include <span>
#include <tuple>

#include "base/arena.h"
#include "tables/owner_role.h"
#include "tables/row_values.h"

namespace martech_audit {
namespace {

constexpr std::size_t healthy_twice = 2;

EntityRef ref(const Record& entity, EntityKind kind, std::string_view name_field) {
  return {kind, text_or_empty(read(entity, "id")), text_or_empty(read(entity, name_field))};
}

std::vector<KpiRow> kpi_rows(const Inventory& inventory, const Facts& facts) {
  std::vector<KpiRow> rows;
  Arena scratch;
  for (const Record& kpi : inventory.entities(EntityKind::kpi)) {
    const Value measured = facts.of(kpi, "measured", scratch);
    rows.push_back({ref(kpi, EntityKind::kpi, "title"),
                    measured.is(ValueKind::boolean) && measured.as_boolean(),
                    date_or_none(read(kpi, "measured_on")), id_or_empty(read(kpi, "source"))});
  }
  std::ranges::sort(rows, {}, [](const KpiRow& row) { return row.kpi.id; });
  return rows;
}

// Index of the row with the id, which must be there.
template <class Row, class Id>
std::uint32_t place_of(std::span<const Row> rows, std::string_view id, Id id_of) {
  return static_cast<std::uint32_t>(std::ranges::lower_bound(rows, id, {}, id_of) - rows.begin());
}

class StrategyRows {
 public:
  StrategyRows(const Inventory& inventory, const Facts& facts, const AuditReport& report)
      : inventory_(inventory), facts_(facts), report_(report), row_of_(report.tools.size()) {
    for (const Record& tool : inventory.entities(EntityKind::tool)) row_of_[tool.index] = row_of(tool);
  }

  std::vector<ObjectiveRow> make() {
    const auto objectives = inventory_.entities(EntityKind::objective);
    std::vector<ObjectiveRow> rows;
    rows.reserve(objectives.size());
    for (const Record& objective : objectives) {
      rows.push_back(make(objective));
      scratch_.reset();
    }
    add_tools(rows);
    std::ranges::sort(rows, {}, [](const ObjectiveRow& row) {
      constexpr auto last = std::numeric_limits<std::int64_t>::max();
      return std::tuple(row.status != "active", row.priority.value_or(last), row.objective.id);
    });
    return rows;
  }

 private:
  std::uint32_t row_of(const Record& tool) const {
    return place_of(std::span(report_.tools), text_or_empty(read(tool, "id")),
                    [](const ToolRow& row) { return row.tool.id; });
  }

  std::uint32_t row_of_kpi(const Record& kpi) const {
    return place_of(std::span(report_.kpis), text_or_empty(read(kpi, "id")),
                    [](const KpiRow& row) { return row.kpi.id; });
  }

  Value fact(const Record& entity, std::string_view name) { return facts_.of(entity, name, scratch_); }

  ObjectiveRow make(const Record& objective) {
    ObjectiveRow row;
    row.objective = ref(objective, EntityKind::objective, "title");
    row.status = text_or_empty(read(objective, "status"));
    row.owner = id_or_empty(read(objective, "owner"));
    row.owner_role = owner_role(objective, facts_, scratch_);
    const Value priority = read(objective, "priority");
    if (priority.is(ValueKind::integer)) row.priority = priority.as_integer();
    row.spend = money_or_none(fact(objective, "spend"), inventory_.currency());
    for (const Value& kpi : items_of(read(objective, "kpis"))) {
      row.kpis.push_back(row_of_kpi(*kpi.as_record()));
    }
    for (const Value& capability : items_of(read(objective, "requires"))) {
      row.required.push_back(make_capability(*capability.as_record()));
    }
    return row;
  }

  CapabilityRow make_capability(const Record& capability) {
    CapabilityRow row;
    row.capability = ref(capability, EntityKind::capability, "name");
    for (const Value& tool : items_of(fact(capability, "providers"))) {
      row.providers.push_back(row_of_[tool.as_record()->index]);
    }
    std::ranges::sort(row.providers);
    row.coverage = coverage_by(row.providers);
    return row;
  }

  Coverage coverage_by(std::span<const std::uint32_t> providers) const {
    const auto is_healthy = [&](std::uint32_t tool) { return !report_.tools[tool].in_trouble; };
    const auto healthy = static_cast<std::size_t>(std::ranges::count_if(providers, is_healthy));
    if (healthy >= healthy_twice) return Coverage::twice;
    if (healthy == 1) return Coverage::once;
    return providers.empty() ? Coverage::none : Coverage::troubled;
  }

  // A tool's cost goes to the active objectives it names, in equal parts, the odd cents to the first of them.
  void add_tools(std::vector<ObjectiveRow>& rows) {
    for (const Record& tool : inventory_.entities(EntityKind::tool)) {
      if (!fact(tool, "audited").as_boolean()) continue;
      const std::uint32_t number = row_of_[tool.index];
      const auto& cost = report_.tools[number].annual_cost;
      const auto active = items_of(fact(tool, "active_objectives"));
      for (const Value& objective : items_of(read(tool, "objectives"))) {
        ServingTool serving{number, std::nullopt};
        const auto place = place_in(active, *objective.as_record());
        if (cost && place) serving.part = Money{part_of(cost->minor, active.size(), *place), cost->currency};
        rows[objective.as_record()->index].tools.push_back(serving);
      }
      scratch_.reset();
    }
    for (ObjectiveRow& row : rows) std::ranges::sort(row.tools, {}, &ServingTool::tool);
  }

  static std::optional<std::size_t> place_in(std::span<const Value> list, const Record& wanted) {
    const auto same = [&](const Value& item) { return item.as_record() == &wanted; };
    const auto at = std::ranges::find_if(list, same);
    return at == list.end() ? std::nullopt : std::optional(static_cast<std::size_t>(at - list.begin()));
  }

  const Inventory& inventory_;
  const Facts& facts_;
  const AuditReport& report_;
  std::vector<std::uint32_t> row_of_;  // by tool index
  Arena scratch_;                      // for what nobody keeps: text and records are the inventory's
};

}  // namespace

void sum_up_objectives(AuditReport& report) {
  report.spend_by_objective.reset();
  if (!report.off_strategy) return;
  auto& rows = report.spend_by_objective.emplace();
  for (const ObjectiveRow& row : report.strategy) {
    if (row.spend && row.spend->minor > 0) rows.push_back({row.objective.id, *row.spend});
  }
  if (report.off_strategy->off.minor > 0) rows.push_back({{}, report.off_strategy->off});
  std::ranges::sort(
      rows, {}, [](const ObjectiveSpend& row) { return std::pair(-row.annual_cost.minor, row.objective); });
}

void fill_strategy(const Inventory& inventory, const Facts& facts, AuditReport& report) {
  report.kpis = kpi_rows(inventory, facts);
  report.strategy = StrategyRows(inventory, facts, report).make();
  sum_up_objectives(report);
}

}  // namespace martech_audit
