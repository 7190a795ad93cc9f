// Where the records of customers are, and which tools are connected with them.
//
// A tool in use keeps the customer record where its category is CRM, or where a data set on customers in it
// is the system of record. Only tools in use count.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct DataFlows;

struct CustomerRecord {
  Value tools;                     // list, or unknown
  std::vector<Value> reached;      // a tool each: by any chain of working integrations
  std::vector<Value> exchanged;    // a tool each: both ways, without files and handwork
  std::vector<Value> reached_set;  // a tool each: as reached, counting only what data sets claim
};

CustomerRecord derive_customer_record(const Context& context, const DataFlows& data_flows);

Value tool_exchanges_with_customer_record(const Context& context, const CustomerRecord& customer_record,
                                          const Record& tool);
Value tool_reaches_customer_record(const Context& context, const CustomerRecord& customer_record,
                                   const Record& tool);
Value tool_sends_messages(const Context& context, const Record& tool);
Value org_analytics_tools(const Context& context, const Record& organisation);
Value org_customer_records(const Context& context, const CustomerRecord& customer_record,
                           const Record& organisation);
Value org_media_attributable(const Context& context, const DataFlows& data_flows, const Record& organisation);

}  // namespace martech_audit::facts
