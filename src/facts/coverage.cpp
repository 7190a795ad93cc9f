#include "facts/coverage.h"

#include <array>
#include <unordered_map>

#include "facts/fields.h"
#include "facts/given.h"
#include "facts/sums.h"
#include "facts/workings.h"

namespace martech_audit::facts {
namespace {

bool is_said(const Record& tool, const FieldPath& field) {
  return is_given(tool, field) || is_ruled_out(tool, field);
}

bool is_linked(const Record& tool, const FieldPath& links) {
  return !links_of(tool, links).empty() || is_ruled_out(tool, links);
}

// Whether the cost is known, or said not to apply.
bool has_cost(const Workings& workings, const Record& tool) {
  return annual_minor(workings, tool).has_value() || is_ruled_out(tool, tool_field::cost);
}

bool has_contract_end(const Workings& workings, const Record& tool) {
  const Value free = tool_free(workings, tool);
  return (!free.is_unknown() && free.as_boolean()) || is_said(tool, tool_field::contract_ends);
}

bool has_purpose(const Workings&, const Record& tool) {
  return is_linked(tool, tool_field::objectives) ||
         (is_enabling(tool) && is_linked(tool, tool_field::supports));
}

bool has_age(const Workings&, const Record& tool) {
  return is_said(tool, tool_field::live_on) || is_given(tool, tool_field::purchased_on);
}

struct Essential {
  std::string_view path;  // the field to fill in
  bool (*is_known)(const Workings&, const Record& tool);
};

constexpr std::array<Essential, 8> essentials{{
    {"category", [](const Workings&, const Record& tool) { return is_said(tool, tool_field::category); }},
    {"contract.ends", has_contract_end},
    {"cost", has_cost},
    {"live_on", has_age},
    {"objectives", has_purpose},
    {"owner", [](const Workings&, const Record& tool) { return is_said(tool, tool_field::owner); }},
    {"pricing.metrics",
     [](const Workings&, const Record& tool) { return is_said(tool, tool_field::pricing_metrics); }},
    {"problem", [](const Workings&, const Record& tool) { return is_said(tool, tool_field::problem); }},
}};

// Lists that the first questions of an audit are about.
constexpr std::array essential_lists{
    EntityKind::capability, EntityKind::integration, EntityKind::kpi,
    EntityKind::objective,  EntityKind::team,        EntityKind::tool,
};

// A bit for each essential fact that is not there.
unsigned missing_set(const Workings& workings, const Record& tool) {
  unsigned set = 0;
  for (std::size_t i = 0; i < essentials.size(); ++i) {
    if (!essentials[i].is_known(workings, tool)) set |= 1U << i;
  }
  return set;
}

Value paths_of(const Workings& workings, unsigned set) {
  std::vector<Value> paths;
  for (std::size_t i = 0; i < essentials.size(); ++i) {
    if ((set >> i & 1U) == 0) continue;
    paths.push_back(Value::string(essentials[i].path));
  }
  return workings.list(paths);
}

}  // namespace

Coverage derive_coverage(const Workings& workings) {
  Coverage coverage;
  std::unordered_map<unsigned, Value> lists;  // there are few different ones
  for (const Record& tool : workings.tools()) {
    const unsigned set = is_in_use(workings, tool) ? missing_set(workings, tool) : 0;
    const auto [list, is_new] = lists.try_emplace(set);
    if (is_new) list->second = paths_of(workings, set);
    coverage.missing_essentials.push_back(list->second);
  }
  return coverage;
}

Value tool_missing_essentials(const Workings& workings, const Record& tool) {
  return workings.themes.coverage.missing_essentials[tool.index];
}

// Half by head and half by cost, where unknown costs count as the mean of the known ones: as the gap score
// weighs tools. Sums are of integers, so that the order of the tools changes nothing.
Value org_completeness(const Workings& workings, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(workings.memory);
  std::array<std::int64_t, essentials.size() + 1> cost_by_count{};  // of tools with so many known
  std::int64_t known = 0;
  std::int64_t known_without_cost = 0;
  for (const Record& tool : workings.tools()) {
    if (!is_in_use(workings, tool)) continue;
    const auto missing = workings.themes.coverage.missing_essentials[tool.index].as_list().size();
    const std::size_t count = essentials.size() - missing;
    known += static_cast<std::int64_t>(count);
    const auto annual = annual_minor(workings, tool);
    if (annual) add(cost_by_count[count], *annual);
    if (!annual) known_without_cost += static_cast<std::int64_t>(count);
  }
  const auto each = static_cast<double>(essentials.size());
  const auto tools = static_cast<double>(workings.themes.spend.known + workings.themes.spend.unknown);
  if (tools == 0) return Value::real(1.0);
  const double by_head = static_cast<double>(known) / each / tools;
  if (workings.themes.spend.total == 0) return Value::real(by_head);
  double shares = 0;
  for (std::size_t count = 0; count < cost_by_count.size(); ++count) {
    shares += static_cast<double>(count) * ratio(cost_by_count[count], workings.themes.spend.total);
  }
  const double by_cost =
      (shares * static_cast<double>(workings.themes.spend.known) + static_cast<double>(known_without_cost)) /
      each / tools;
  return Value::real((by_head + by_cost) / 2);
}

Value org_missing_lists(const Workings& workings, const Record&) {
  std::vector<Value> missing;
  for (const EntityKind kind : essential_lists) {
    if (!workings.inventory.declared(kind)) missing.push_back(Value::string(model::list_name(kind)));
  }
  return workings.list(missing);
}

}  // namespace martech_audit::facts
