// What data sets say about where the truth is: which claim to be the record of the same subject, and whether
// the stores of customer data are joined.
//
// Only data sets in tools in use count. Two in tools of which neither's scope meets the other's (regions,
// teams, audience) have nothing to do with each other: they are those of different brands, say.
#pragma once

#include <vector>

#include "martech_audit/value.h"

namespace martech_audit::facts {

struct Context;
struct CustomerRecord;

struct DataSets {  // a data set each
  std::vector<Value> rival_records;
  std::vector<Value> joined;
};

DataSets derive_data_sets(const Context& context, const CustomerRecord& customer_record);

Value dataset_about_customers(const Context& context, const Record& dataset);
Value dataset_joined(const Context& context, const DataSets& data_sets, const Record& dataset);
Value dataset_rival_records(const Context& context, const DataSets& data_sets, const Record& dataset);
Value org_decided_share(const Context& context, const Record& organisation);

}  // namespace martech_audit::facts
