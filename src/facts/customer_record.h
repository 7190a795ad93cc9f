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

struct Workings;

struct CustomerRecord {
  Value tools;                     // list, or unknown
  std::vector<Value> reached;      // a tool each: by any chain of working integrations
  std::vector<Value> exchanged;    // a tool each: both ways, without files and handwork
  std::vector<Value> reached_set;  // a tool each: as reached, counting only what data sets claim
};

CustomerRecord derive_customer_record(const Workings& workings);

// What the data set describes, in lower case and in the singular for customers; nothing where nobody says.
std::optional<std::string> subject_of(const Record& dataset);
bool is_about_customers(const Record& dataset);

Value tool_exchanges_with_customer_record(const Workings& workings, const Record& tool);
Value tool_reaches_customer_record(const Workings& workings, const Record& tool);
Value tool_sends_messages(const Workings& workings, const Record& tool);
Value org_analytics_tools(const Workings& workings, const Record& organisation);
Value org_customer_records(const Workings& workings, const Record& organisation);
Value org_media_attributable(const Workings& workings, const Record& organisation);

}  // namespace martech_audit::facts
