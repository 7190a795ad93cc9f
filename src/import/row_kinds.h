// Rows of a sheet that are no entries: totals, headings of sections, headings printed again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/column_plan.h"
#include "import/record_table.h"

namespace martech_audit::import {

enum class RowKind : std::uint8_t { entry, total, section, headings };

struct RowReading {
  RowKind kind = RowKind::entry;
  std::string_view section = {};  // the heading that an entry stands below; it lives in the table
};

// One for each row of the table.
//
// A total is called one ("Grand total", "CRM subtotal"), or its amounts are the sums of the entries above it.
// Where only a part of the name says so ("Total Expert" is a product), the row must have the sums, or be
// called a subtotal, and say nothing else in words. A section is a name alone above its entries, where the
// first entry of the sheet stands below one and what they are called, the blank row before them or a subtotal
// shows that they are none of the tools.
std::vector<RowReading> read_rows(const RecordTable& table, const std::vector<ColumnPlan>& plans,
                                  EntityKind kind);

}  // namespace martech_audit::import
