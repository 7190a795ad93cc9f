// Who runs each channel, and whether they know of each other.
//
// A channel names its tools, a tool its channels; either is enough. That a tool does not work on a channel is
// known only where both ends say what they have.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct CustomerRecord;
struct DataFlows;

struct Channels {  // a declared channel each
  std::vector<Value> runners;
  std::vector<Value> reached;  // whether a runner reaches the customer record
  std::vector<Value> conflicting_senders;
};

Channels derive_channels(const Context& context, const DataFlows& data_flows,
                         const CustomerRecord& customer_record);

Value channel_conflicting_senders(const Context& context, const Channels& channels, const Record& channel);
Value channel_reaches_customer_record(const Context& context, const Channels& channels,
                                      const Record& channel);
Value channel_runners(const Context& context, const Channels& channels, const Record& channel);

}  // namespace martech_audit::facts
