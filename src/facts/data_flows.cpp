#include "facts/data_flows.h"

#include "base/text.h"
#include "facts/connections.h"
#include "facts/context.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/graph.h"
#include "facts/labels.h"
#include "facts/lifecycle.h"
#include "facts/subjects.h"
#include "facts/sums.h"

namespace martech_audit::facts {
namespace {

// A tool that has a live connection is connected, whatever the others are.
class Neighbours {
 public:
  Neighbours(const Context& context, const std::vector<Connection>& connections)
      : context_(context), live_(context.tools().size(), 0), doubts_(context.tools().size()) {
    std::vector<NodePair> pairs;
    for (const Connection& connection : connections) {
      for (const std::uint32_t end : {connection.from, connection.to}) {
        if (connection.is_live) {
          ++live_[end];
        } else {
          doubts_[end].push_back({connection.integration, integration_field::status.text, {}});
        }
      }
      if (!connection.is_live) continue;
      const auto& position = context.lifecycle.position;
      pairs.emplace_back(connection.from, position[connection.to]);
      pairs.emplace_back(connection.to, position[connection.from]);
    }
    neighbours_ = Adjacency(context.tools().size(), std::move(pairs));
  }

  void fill(DataFlows& flows) const {
    for (const Record& tool : context_.tools()) {
      const Value doubt = why_unknown(tool);
      flows.live_integrations.push_back(doubt.is_unknown() ? doubt : Value::integer(live_[tool.index]));
      flows.integrated_with.push_back(doubt.is_unknown() ? doubt : list_neighbours(tool));
    }
  }

 private:
  Value why_unknown(const Record& tool) const {
    if (live_[tool.index] > 0) return Value::null();
    Given given(tool);
    given.links(tool_field::integrations);
    if (!given) return given.unknown(context_.memory);
    return doubts_[tool.index].empty() ? Value::null() : context_.unknown(doubts_[tool.index]);
  }

  Value list_neighbours(const Record& tool) const {
    const auto positions = neighbours_.of(tool.index);
    const auto items = context_.memory.make<Value>(positions.size());
    for (std::size_t i = 0; i < positions.size(); ++i) {
      items[i] = Value::record(context_.lifecycle.by_id[positions[i]]);
    }
    return Value::list(items);
  }

  const Context& context_;
  std::vector<std::uint32_t> live_;  // connections of each tool
  std::vector<std::vector<Missing>> doubts_;
  Adjacency neighbours_;  // from tools to positions by id
};

// What the data sets of a tool say about whether it holds data on customers.
struct Holdings {
  bool found = false;
  std::vector<Missing> missing;
};

std::vector<Holdings> holdings(const Context& context) {
  std::vector<Holdings> held(context.tools().size());
  const auto datasets = context.inventory.entities(EntityKind::dataset);
  for (const Record* dataset : sorted_by_id(datasets, dataset_field::id)) {
    const Record* tool = reference_of(*dataset, dataset_field::tool);
    if (tool == nullptr) continue;
    Holdings& of_tool = held[tool->index];
    const auto personal = boolean_of(*dataset, dataset_field::personal);
    of_tool.found = of_tool.found || personal == true || is_about_customers(*dataset);
    if (!personal) of_tool.missing.push_back({dataset, dataset_field::personal.text, {}});
  }
  return held;
}

// One data set about customers is enough, else the tool's own word counts.
Value holds_customer_data(const Context& context, const Record& tool, const Holdings& held) {
  if (held.found) return Value::boolean(true);
  Given given(tool);
  const bool personal = given.boolean(tool_field::data_personal);
  if (is_oddly_impersonal(tool)) given.lacks(tool_field::because);
  if (given) return Value::boolean(personal);
  if (!held.missing.empty()) given.fact(context.unknown(held.missing));
  return given.unknown(context.memory);
}

// Channels name their tools, tools their channels; each pair counts once.
std::vector<std::uint32_t> count_channels(const Context& context) {
  std::vector<NodePair> pairs;
  for (const Record& tool : context.tools()) {
    for (const Value& channel : links_of(tool, tool_field::channels)) {
      pairs.emplace_back(tool.index, channel.as_record()->index);
    }
  }
  for (const Record& channel : context.inventory.entities(EntityKind::channel)) {
    for (const Value& tool : links_of(channel, channel_field::tools)) {
      pairs.emplace_back(tool.as_record()->index, channel.index);
    }
  }
  const Adjacency channels(context.tools().size(), std::move(pairs));
  std::vector<std::uint32_t> counts;
  for (const Record& tool : context.tools()) {
    counts.push_back(static_cast<std::uint32_t>(channels.of(tool.index).size()));
  }
  return counts;
}

}  // namespace

DataFlows derive_data_flows(const Context& context) {
  DataFlows flows;
  flows.connections = connections(context);
  const std::vector<Connection>& all = flows.connections;
  Neighbours(context, all).fill(flows);
  Islands islands = find_islands(context, all);
  flows.island = std::move(islands.number);
  flows.island_size = std::move(islands.size);
  flows.islands = islands.count;
  const std::vector<Holdings> held = holdings(context);
  for (const Record& tool : context.tools()) {
    flows.holds_customer_data.push_back(holds_customer_data(context, tool, held[tool.index]));
  }
  flows.channels = count_channels(context);
  return flows;
}

Value tool_channel_count(const Context&, const DataFlows& data_flows, const Record& tool) {
  return Value::integer(data_flows.channels[tool.index]);
}

Value tool_holds_customer_data(const Context&, const DataFlows& data_flows, const Record& tool) {
  return data_flows.holds_customer_data[tool.index];
}

Value tool_integrated_with(const Context&, const DataFlows& data_flows, const Record& tool) {
  return data_flows.integrated_with[tool.index];
}

Value tool_island(const Context&, const DataFlows& data_flows, const Record& tool) {
  return data_flows.island[tool.index];
}

Value tool_island_size(const Context&, const DataFlows& data_flows, const Record& tool) {
  return data_flows.island_size[tool.index];
}

Value tool_live_integrations(const Context&, const DataFlows& data_flows, const Record& tool) {
  return data_flows.live_integrations[tool.index];
}

// Tools that are meant to stand alone do not count.
Value org_connected_share(const Context& context, const DataFlows& data_flows, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  std::vector<Missing> missing;
  std::int64_t counted = 0;
  std::int64_t connected = 0;
  for (const Record* tool : context.lifecycle.by_id) {
    if (!is_active(context, *tool) || is_ruled_out(*tool, tool_field::integrations)) continue;
    const Value& live = data_flows.live_integrations[tool->index];
    missing.insert(missing.end(), live.missing().begin(), live.missing().end());
    ++counted;
    if (!live.is_unknown() && live.as_integer() > 0) ++connected;
  }
  if (!given) return given.unknown(context.memory);
  if (!missing.empty()) return context.unknown(missing);
  return Value::real(counted == 0 ? 1.0 : ratio(connected, counted));
}

Value org_islands(const Context& context, const DataFlows& data_flows, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  return given ? data_flows.islands : given.unknown(context.memory);
}

}  // namespace martech_audit::facts
