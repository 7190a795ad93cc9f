// Which currencies the amounts of a table are in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "import/cell_reader.h"
#include "import/column_plan.h"

namespace martech_audit::import {

struct MoneyPlan {
  Currency organisation;
  std::map<std::string, Currency, std::less<>> signs;  // what "$" and other shared signs are taken for
  std::vector<std::string> assumptions;                // said in the summary
};

// The organisation's currency is the one people named, else the only one that the table has; a shared sign is
// the organisation's currency where that uses it, else the one among the table's currencies that does, else
// the usual one. Whatever cannot be told so, and every currency without a rate, is an error that says what to
// pass.
std::optional<MoneyPlan> plan_money(const RecordTable& table, const std::vector<ColumnPlan>& plans,
                                    const Mapping& mapping, const SourcePtr& source,
                                    Diagnostics& diagnostics);

// The currency that the row's own column says, if it has one; a column that cannot be read is reported by
// whoever reads its cell.
std::optional<Currency> row_currency(const PlannedRow& row);

// An amount as the values of `column`'s field. `row` is row_currency(); of a `plain` number the point is one.
CellReading read_amount(std::string_view text, bool plain, const ColumnPlan& column,
                        std::optional<Currency> row, const MoneyPlan& plan);

}  // namespace martech_audit::import
