// The tables of a report that are no findings: a row a tool, and spend by group.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "martech_audit/fact.h"
#include "martech_audit/inventory.h"
#include "martech_audit/report.h"

namespace martech_audit {

// What the tables take from the facts, which need not be kept for them. Views are of the inventory.
struct TableFacts {
  std::vector<ToolRow> tools;                                    // by index, without points and waste
  std::vector<std::vector<std::string_view>> active_objectives;  // a tool each
  std::optional<SpendOffStrategy> off_strategy;

  // Yearly cost of each tool in minor units of the organisation's currency; none where unknown.
  std::vector<std::optional<std::int64_t>> costs() const;
};

TableFacts table_facts(const Inventory& inventory, const Facts& facts);

// `report` must have findings, waived findings and evidence with their points and allocations. Fills tools,
// spend_by_category, spend_by_department, spend_by_objective and off_strategy.
void fill_tables(TableFacts facts, AuditReport& report);

}  // namespace martech_audit
