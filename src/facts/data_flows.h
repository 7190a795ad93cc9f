// How tools are connected, and which of them hold data about customers.
//
// A connection counts between two different tools in use (neither being evaluated nor retired), and where its
// status is active. One without a status leaves open what it could change, and nothing else.
#pragma once

#include <cstdint>
#include <vector>

#include "facts/connections.h"
#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;

struct DataFlows {
  std::vector<Connection> connections;  // by the id of the integration
  // A tool each:
  std::vector<Value> integrated_with;
  std::vector<Value> live_integrations;
  std::vector<Value> island;
  std::vector<Value> island_size;
  std::vector<Value> holds_customer_data;
  std::vector<std::uint32_t> channels;  // how many
  Value islands;                        // of the organisation
};

DataFlows derive_data_flows(const Context& context);

Value tool_channel_count(const Context& context, const DataFlows& data_flows, const Record& tool);
Value tool_holds_customer_data(const Context& context, const DataFlows& data_flows, const Record& tool);
Value tool_integrated_with(const Context& context, const DataFlows& data_flows, const Record& tool);
Value tool_island(const Context& context, const DataFlows& data_flows, const Record& tool);
Value tool_island_size(const Context& context, const DataFlows& data_flows, const Record& tool);
Value tool_live_integrations(const Context& context, const DataFlows& data_flows, const Record& tool);
Value org_connected_share(const Context& context, const DataFlows& data_flows, const Record& organisation);
Value org_islands(const Context& context, const DataFlows& data_flows, const Record& organisation);

}  // namespace martech_audit::facts
