#include "facts/keeping.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <tuple>

#include "facts/context.h"
#include "facts/contracts.h"
#include "facts/data_flows.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/spend.h"

namespace martech_audit::facts {
namespace {

std::int64_t weight_of(std::string_view criticality) {
  const auto at = std::ranges::find(model::importances, criticality);
  return model::importances.end() - at;  // the most critical word is the first
}

double users_per_cost(const Record& tool, std::optional<std::int64_t> cost) {
  const auto users = static_cast<double>(integer_of(tool, tool_field::usage_active).value_or(0));
  if (!cost || users <= 0) return 0;
  return *cost == 0 ? std::numeric_limits<double>::infinity() : users / static_cast<double>(*cost);
}

bool serves_measured_objective(const Record& tool) {
  return std::ranges::any_of(links_of(tool, tool_field::objectives), [](const Value& objective) {
    return !links_of(*objective.as_record(), objective_field::kpis).empty();
  });
}

}  // namespace

Merits merits_of(const Context& context, const Spend& spend, const DataFlows& flows, const Record& tool) {
  const auto cost = annual_minor(spend, tool);
  const Value& live = flows.live_integrations[tool.index];
  return {.criticality = weight_of(text_of(tool, tool_field::criticality)),
          .users_per_cost = users_per_cost(tool, cost),
          .integrations = live.is(ValueKind::integer) ? live.as_integer() : 0,
          .has_kpi = serves_measured_objective(tool) ? 1 : 0,
          .contract_ends = contract_on(tool, context.today).ends.value_or(0),
          .cost = cost.value_or(std::numeric_limits<std::int64_t>::max())};
}

bool is_better(const Merits& a, const Merits& b) {
  const auto all = [](const Merits& m) {
    return std::tie(m.criticality, m.users_per_cost, m.integrations, m.has_kpi, m.contract_ends, m.cost);
  };
  return all(a) > all(b);
}

std::string_view why_kept(const Merits& kept, const Merits& other) {
  if (kept.criticality != other.criticality) return "more critical";
  if (kept.users_per_cost > other.users_per_cost) return "more active users for its cost";
  if (kept.integrations != other.integrations) return "more integrations";
  if (kept.has_kpi != other.has_kpi) return "an objective with a KPI";
  if (kept.contract_ends != other.contract_ends) return "a contract that runs longer";
  return kept.cost != other.cost ? "a higher cost" : "nothing to tell them apart";
}

}  // namespace martech_audit::facts
