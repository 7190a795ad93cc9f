#include "facts/reach.h"

#include <utility>

#include "facts/context.h"
#include "facts/data_flows.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/graph.h"
#include "facts/lifecycle.h"

namespace martech_audit::facts {
namespace {

bool is_listed(const Context& context) { return context.inventory.declared(EntityKind::integration); }

// While nobody lists integrations, any may be there: all tools in use share one possible group.
void doubt_everything(const Context& context, Grouping& grouping) {
  grouping.doubts.assign(grouping.possible.size(), {});
  std::uint32_t first = 0;
  bool found = false;
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool)) continue;
    if (!std::exchange(found, true)) first = grouping.possible[tool.index];
    grouping.possible[tool.index] = first;
  }
  if (found)
    grouping.doubts[first] = {{&context.inventory.organisation(), list_field::integrations.text, {}}};
}

std::vector<std::uint32_t> roots(DisjointSets& sets, std::size_t count) {
  std::vector<std::uint32_t> found;
  for (std::uint32_t i = 0; i < count; ++i) found.push_back(sets.root(i));
  return found;
}

// Where data flow by themselves, as far as it is said, and where they may.
class Flows {
 public:
  explicit Flows(const Context& context, const DataFlows& data_flows) : tools_(context.tools().size()) {
    for (const Connection& connection : data_flows.connections) add(connection);
  }

  Grouping group() {
    Grouping grouping;
    grouping.sure = strong_components(tools_, Adjacency(tools_, std::move(sure_)));
    grouping.possible = strong_components(tools_, Adjacency(tools_, std::move(possible_)));
    grouping.doubts.resize(tools_);
    for (const auto& [pair, missing] : doubts_) {
      const std::uint32_t group = grouping.possible[pair.first];
      if (group == grouping.possible[pair.second]) note_missing(grouping.doubts[group], missing);
    }
    return grouping;
  }

 private:
  void add(const Connection& connection) {
    const Record& integration = *connection.integration;
    const std::string_view kind = text_of(integration, integration_field::kind);
    if (kind == "file" || kind == "manual") return;
    const bool is_one_way = text_of(integration, integration_field::direction) == "one-way";
    std::vector<Missing> missing = missing_of(connection);
    const bool is_sure = connection.is_live && !kind.empty();
    const NodePair there{connection.from, connection.to};
    const NodePair back{connection.to, connection.from};
    possible_.push_back(there);
    if (!is_one_way) possible_.push_back(back);
    if (is_sure) sure_.push_back(there);
    if (is_sure && is_given(integration, integration_field::direction) && !is_one_way) sure_.push_back(back);
    if (!missing.empty()) doubts_.emplace_back(there, std::move(missing));
  }

  static std::vector<Missing> missing_of(const Connection& connection) {
    std::vector<Missing> missing;
    for (const FieldPath& field :
         {integration_field::status, integration_field::kind, integration_field::direction}) {
      note_missing(missing, *connection.integration, field);
    }
    return missing;
  }

  std::size_t tools_;
  std::vector<NodePair> sure_;
  std::vector<NodePair> possible_;
  std::vector<std::pair<NodePair, std::vector<Missing>>> doubts_;
};

}  // namespace

Grouping group_connected(const Context& context, const DataFlows& data_flows) {
  const std::size_t tools = context.tools().size();
  DisjointSets sure(tools);
  DisjointSets possible(tools);
  for (const Connection& connection : data_flows.connections) {
    if (connection.is_live) sure.join(connection.from, connection.to);
    possible.join(connection.from, connection.to);
  }
  Grouping grouping{roots(sure, tools), roots(possible, tools), std::vector<std::vector<Missing>>(tools)};
  for (const Connection& connection : data_flows.connections) {
    if (connection.is_live || grouping.sure[connection.from] == grouping.sure[connection.to]) continue;
    note_missing(grouping.doubts[grouping.possible[connection.from]], *connection.integration,
                 integration_field::status);
  }
  if (!is_listed(context)) doubt_everything(context, grouping);
  return grouping;
}

Grouping group_exchanging(const Context& context, const DataFlows& data_flows) {
  Grouping grouping = Flows(context, data_flows).group();
  if (!is_listed(context)) doubt_everything(context, grouping);
  return grouping;
}

Holders no_holders(const Context& context) {
  const std::size_t tools = context.tools().size();
  return {std::vector<bool>(tools, false), std::vector<std::vector<Missing>>(tools), {}};
}

Value tools_with(const Context& context, const Holders& holders) {
  std::vector<Value> tools;
  std::vector<Missing> missing = holders.anywhere;
  for (const Record* tool : context.lifecycle.by_id) {
    if (holders.has[tool->index]) tools.push_back(Value::record(tool));
    note_missing(missing, holders.maybe[tool->index]);
  }
  return tools.empty() && !missing.empty() ? context.unknown(missing) : context.list(tools);
}

std::vector<Value> reach(const Context& context, const Grouping& grouping, const Holders& holders) {
  const std::size_t count = context.tools().size();
  std::vector<bool> is_sure(count, false);
  std::vector<bool> is_possible(count, !holders.anywhere.empty());
  std::vector<std::vector<Missing>> missing = grouping.doubts;
  for (const Record* tool : context.lifecycle.by_id) {
    const std::size_t i = tool->index;
    if (holders.has[i]) is_sure[grouping.sure[i]] = true;
    if (holders.has[i] || !holders.maybe[i].empty()) is_possible[grouping.possible[i]] = true;
    note_missing(missing[grouping.possible[i]], holders.maybe[i]);
  }
  std::vector<Value> doubts(count);  // by possible group, each made once
  std::vector<Value> found(count, Value::boolean(false));
  for (const Record& tool : context.tools()) {
    const std::uint32_t group = grouping.possible[tool.index];
    if (!is_in_use(context, tool)) continue;
    if (is_sure[grouping.sure[tool.index]]) {
      found[tool.index] = Value::boolean(true);
    } else if (is_ruled_out(tool, tool_field::integrations)) {
      found[tool.index] = at(tool, tool_field::integrations);
    } else if (is_possible[group]) {
      Value& doubt = doubts[group];
      if (!doubt.is_unknown()) {
        note_missing(missing[group], holders.anywhere);
        doubt = context.unknown(missing[group]);
      }
      found[tool.index] = doubt;
    }
  }
  return found;
}

}  // namespace martech_audit::facts
