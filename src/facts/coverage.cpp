#include "facts/coverage.h"

#include <array>
#include <unordered_map>

#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/spend.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

bool is_said(const Record& tool, const FieldPath& field) {
  return is_given(tool, field) || is_ruled_out(tool, field);
}

bool is_linked(const Record& tool, const FieldPath& links) {
  return !links_of(tool, links).empty() || is_ruled_out(tool, links);
}

// Whether the cost is known, or said not to apply.
bool has_cost(const Context&, const Spend& spend, const Record& tool) {
  return annual_minor(spend, tool).has_value() || is_ruled_out(tool, tool_field::cost);
}

bool has_contract_end(const Context& context, const Spend&, const Record& tool) {
  const Value free = tool_free(context, tool);
  return (!free.is_unknown() && free.as_boolean()) || is_said(tool, tool_field::contract_ends);
}

bool has_purpose(const Context&, const Spend&, const Record& tool) {
  return is_linked(tool, tool_field::objectives) ||
         (is_enabling(tool) && is_linked(tool, tool_field::supports));
}

bool has_age(const Context&, const Spend&, const Record& tool) {
  return is_said(tool, tool_field::live_on) || is_given(tool, tool_field::purchased_on);
}

struct Essential {
  std::string_view path;  // the field to fill in
  bool (*is_known)(const Context&, const Spend&, const Record& tool);
};

constexpr std::array<Essential, 8> essentials{{
    {"category",
     [](const Context&, const Spend&, const Record& tool) { return is_said(tool, tool_field::category); }},
    {"contract.ends", has_contract_end},
    {"cost", has_cost},
    {"live_on", has_age},
    {"objectives", has_purpose},
    {"owner",
     [](const Context&, const Spend&, const Record& tool) { return is_said(tool, tool_field::owner); }},
    {"pricing.metrics", [](const Context&, const Spend&,
                           const Record& tool) { return is_said(tool, tool_field::pricing_metrics); }},
    {"problem",
     [](const Context&, const Spend&, const Record& tool) { return is_said(tool, tool_field::problem); }},
}};

// Lists that the first questions of an audit are about.
constexpr std::array essential_lists{
    EntityKind::capability, EntityKind::integration, EntityKind::kpi,
    EntityKind::objective,  EntityKind::team,        EntityKind::tool,
};

// A bit for each essential fact that is not there.
unsigned missing_set(const Context& context, const Spend& spend, const Record& tool) {
  unsigned set = 0;
  for (std::size_t i = 0; i < essentials.size(); ++i) {
    if (!essentials[i].is_known(context, spend, tool)) set |= 1U << i;
  }
  return set;
}

Value paths_of(const Context& context, unsigned set) {
  std::vector<Value> paths;
  for (std::size_t i = 0; i < essentials.size(); ++i) {
    if ((set >> i & 1U) == 0) continue;
    paths.push_back(Value::string(essentials[i].path));
  }
  return context.list(paths);
}

}  // namespace

Coverage derive_coverage(const Context& context, const Spend& spend) {
  Coverage coverage;
  std::unordered_map<unsigned, Value> lists;  // there are few different ones
  for (const Record& tool : context.tools()) {
    const unsigned set = is_in_use(context, tool) ? missing_set(context, spend, tool) : 0;
    const auto [list, is_new] = lists.try_emplace(set);
    if (is_new) list->second = paths_of(context, set);
    coverage.missing_essentials.push_back(list->second);
  }
  return coverage;
}

Value tool_missing_essentials(const Context&, const Coverage& coverage, const Record& tool) {
  return coverage.missing_essentials[tool.index];
}

// Half by head and half by cost, where unknown costs count as the mean of the known ones: as the gap score
// weighs tools. Sums are of integers, so that the order of the tools changes nothing.
Value org_completeness(const Context& context, const Spend& spend, const Coverage& coverage,
                       const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  std::array<std::int64_t, essentials.size() + 1> cost_by_count{};  // of tools with so many known
  std::int64_t known = 0;
  std::int64_t known_without_cost = 0;
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool)) continue;
    const auto missing = coverage.missing_essentials[tool.index].as_list().size();
    const std::size_t count = essentials.size() - missing;
    known += static_cast<std::int64_t>(count);
    const auto annual = annual_minor(spend, tool);
    if (annual) add(cost_by_count[count], *annual);
    if (!annual) known_without_cost += static_cast<std::int64_t>(count);
  }
  const auto each = static_cast<double>(essentials.size());
  const auto tools = static_cast<double>(spend.known + spend.unknown);
  if (tools == 0) return Value::real(1.0);
  const double by_head = static_cast<double>(known) / each / tools;
  if (spend.total == 0) return Value::real(by_head);
  double shares = 0;
  for (std::size_t count = 0; count < cost_by_count.size(); ++count) {
    shares += static_cast<double>(count) * ratio(cost_by_count[count], spend.total);
  }
  const double by_cost =
      (shares * static_cast<double>(spend.known) + static_cast<double>(known_without_cost)) / each / tools;
  return Value::real((by_head + by_cost) / 2);
}

Value org_missing_lists(const Context& context, const Record&) {
  std::vector<Value> missing;
  for (const EntityKind kind : essential_lists) {
    if (!context.inventory.declared(kind)) missing.push_back(Value::string(model::list_name(kind)));
  }
  return context.list(missing);
}

}  // namespace martech_audit::facts
