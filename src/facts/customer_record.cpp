#include "facts/customer_record.h"

#include <algorithm>

#include "base/text.h"
#include "facts/context.h"
#include "facts/data_flows.h"
#include "facts/fields.h"
#include "facts/given.h"
#include "facts/lifecycle.h"
#include "facts/reach.h"
#include "facts/subjects.h"
#include "facts/tool_traits.h"

namespace martech_audit::facts {
namespace {

void add_categories(const Context& context, Holders& holders) {
  for (const Record& tool : context.tools()) {
    if (!is_in_use(context, tool)) continue;
    const auto traits = traits_by_category(tool);
    if (!traits) note_missing(holders.maybe[tool.index], tool, tool_field::category);
    if (traits.value_or(0) & Trait::keeps_customers) holders.has[tool.index] = true;
  }
}

// What is missing to tell that the data set is the record of customers; nothing where it is not.
std::optional<std::vector<Missing>> doubts_on_record(const Record& dataset) {
  const auto subject = subject_of(dataset);
  if (subject && !is_about_customers(dataset)) return std::nullopt;
  if (boolean_of(dataset, dataset_field::record_of) == false) return std::nullopt;
  std::vector<Missing> missing;
  for (const FieldPath& field : {dataset_field::subject, dataset_field::record_of, dataset_field::tool}) {
    note_missing(missing, dataset, field);
  }
  return missing;
}

void add_data_sets(const Context& context, Holders& holders) {
  const auto datasets = context.inventory.entities(EntityKind::dataset);
  for (const Record* dataset : sorted_by_id(datasets, dataset_field::id)) {
    const auto doubts = doubts_on_record(*dataset);
    const Record* tool = reference_of(*dataset, dataset_field::tool);
    if (!doubts || (tool != nullptr && !is_in_use(context, *tool))) continue;
    auto& missing = tool == nullptr ? holders.anywhere : holders.maybe[tool->index];
    note_missing(missing, *doubts);
    if (doubts->empty()) holders.has[tool->index] = true;
  }
}

// CRM, and what data sets claim. Where a CRM is in use, data sets that say too little, or are not listed, do
// not make it doubtful where the record is.
Holders customer_record(const Context& context, const Holders& claimed) {
  Holders record = no_holders(context);
  add_categories(context, record);
  const bool has_crm = std::ranges::find(record.has, true) != record.has.end();
  for (std::size_t i = 0; i < record.has.size(); ++i) {
    if (claimed.has[i]) record.has[i] = true;
    if (!has_crm) note_missing(record.maybe[i], claimed.maybe[i]);
  }
  if (has_crm) return record;
  record.anywhere = claimed.anywhere;
  if (!context.inventory.declared(EntityKind::dataset)) {
    note_missing(record.anywhere, context.inventory.organisation(), list_field::datasets);
  }
  return record;
}

// What tools of a group bring to it together, and how many of them nobody gave a category.
struct GroupTraits {
  Traits known = 0;
  int unnamed = 0;
  std::vector<Missing> missing;

  // How many of advertising, customers or orders, and what could join them, are not there. No category brings
  // two of them.
  int lacking() const {
    const bool has_customers = (known & (Trait::keeps_customers | Trait::sells)) != 0;
    return ((known & Trait::advertises) == 0) + ((known & Trait::attributes) == 0) + !has_customers;
  }
};

std::vector<GroupTraits> traits_by_group(const Context& context, const std::vector<std::uint32_t>& group) {
  std::vector<GroupTraits> found(context.tools().size());
  for (const Record* tool : context.lifecycle.by_id) {
    if (!is_in_use(context, *tool)) continue;
    GroupTraits& of_group = found[group[tool->index]];
    const auto traits = traits_by_category(*tool);
    of_group.known |= traits.value_or(0);
    of_group.unnamed += traits ? 0 : 1;
    if (!traits) note_missing(of_group.missing, *tool, tool_field::category);
  }
  return found;
}

}  // namespace

CustomerRecord derive_customer_record(const Context& context, const DataFlows& data_flows) {
  Holders claimed = no_holders(context);
  add_data_sets(context, claimed);
  const Holders record = customer_record(context, claimed);
  const Grouping connected = group_connected(context, data_flows);
  CustomerRecord found;
  found.tools = tools_with(context, record);
  found.reached = reach(context, connected, record);
  found.exchanged = reach(context, group_exchanging(context, data_flows), record);
  found.reached_set = reach(context, connected, claimed);
  return found;
}

Value tool_exchanges_with_customer_record(const Context&, const CustomerRecord& customer_record,
                                          const Record& tool) {
  return customer_record.exchanged[tool.index];
}

Value tool_reaches_customer_record(const Context&, const CustomerRecord& customer_record,
                                   const Record& tool) {
  return customer_record.reached[tool.index];
}

Value tool_sends_messages(const Context& context, const Record& tool) {
  Given given(tool);
  const auto traits = traits_by_category(tool);
  if (!traits) given.lacks(tool_field::category);
  return given ? Value::boolean((*traits & Trait::sends) != 0) : given.unknown(context.memory);
}

Value org_analytics_tools(const Context& context, const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  Holders counting = no_holders(context);
  for (const Record& tool : context.tools()) {
    if (!is_active(context, tool)) continue;
    const auto traits = traits_by_category(tool);
    if (!traits) note_missing(counting.maybe[tool.index], tool, tool_field::category);
    counting.has[tool.index] = (traits.value_or(0) & Trait::counts_visits) != 0;
  }
  return tools_with(context, counting);
}

Value org_customer_records(const Context& context, const CustomerRecord& customer_record,
                           const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  return given ? customer_record.tools : given.unknown(context.memory);
}

Value org_media_attributable(const Context& context, const DataFlows& data_flows,
                             const Record& organisation) {
  Given given(organisation);
  given.links(list_field::tools);
  if (!given) return given.unknown(context.memory);
  const Grouping grouping = group_connected(context, data_flows);
  for (const GroupTraits& sure : traits_by_group(context, grouping.sure)) {
    if (sure.lacking() == 0) return Value::boolean(true);
  }
  std::vector<Missing> missing;
  const std::vector<GroupTraits> possible = traits_by_group(context, grouping.possible);
  for (const Record* tool : context.lifecycle.by_id) {
    const std::size_t i = grouping.possible[tool->index];
    if (possible[i].lacking() > possible[i].unnamed) continue;
    note_missing(missing, possible[i].missing);
    note_missing(missing, grouping.doubts[i]);
  }
  return missing.empty() ? Value::boolean(false) : context.unknown(missing);
}

}  // namespace martech_audit::facts
